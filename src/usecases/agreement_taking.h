// SPDX-License-Identifier: Apache-2.0
// Centre, inside the imports of agreements: the clients and items the lines name, findings, the end of an import.
#pragma once

#include "store/client_facts.h"
#include "store/company.h"
#include "store/feed.h"
#include "usecases/import_agreements.h"

#include <span>

namespace encours::usecases {

/// A UUID that is always the same for the same words in this company (RFC 9562 §5.8, version 8: SHA-256).
Uuid stableId(const store::Company& company, std::initializer_list<std::string_view> words);

class AgreementTaking {
public:
    /// Reads the company; inside a transaction of the caller.
    static Result<AgreementTaking> begin(Office& office, AgreementsImportReport& report);

    /// Copies what the reader of the file said.
    template<class Row>
    void start(intake::RowsReport<Row>& file)
    {
        m_report->status = file.status;
        m_report->message = std::move(file.message);
        m_report->errors = std::move(file.errors);
        m_report->warnings = std::move(file.warnings);
        m_report->rows = std::ssize(file.rows);
    }
    /// Nothing when no client has the key: then an error was added.
    Result<std::optional<Client>> clientOf(std::int64_t line, const std::string& key);
    /// Items, receipts and allocations of the client as stored, read once.
    Result<const store::StoredFacts*> factsOf(ClientId client);
    /// The items of that number.
    static std::vector<const Item*> itemsNamed(const store::StoredFacts& facts, std::string_view number);

    void refuse(std::int64_t line, std::string_view column, std::string_view value, std::string_view reason);
    void warn(std::int64_t line, std::string_view column, std::string_view value, std::string_view reason);
    void count(const std::string& client, Money amount);
    /// Decides the status; records the import and commits unless it is refused, nothing changed or it is a dry run.
    Result<void> finish(store::Transaction& transaction, store::Changes& changes, std::string_view kind,
                        const std::string& fileName, bool dryRun);

    const store::Company& company() const { return m_company; }

private:
    AgreementTaking(Office& office, AgreementsImportReport& report, store::Company company)
        : m_office(&office), m_report(&report), m_company(std::move(company))
    {
        report.currency = m_company.currency;
    }
    Office* m_office;
    AgreementsImportReport* m_report;
    store::Company m_company;
    std::map<std::string, std::optional<Client>> m_clients;
    std::map<ClientId, store::StoredFacts> m_facts;
};

} // namespace encours::usecases
