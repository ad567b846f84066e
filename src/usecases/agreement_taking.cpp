// SPDX-License-Identifier: Apache-2.0
#include "usecases/agreement_taking.h"

#include "store/clients.h"
#include "store/ledger_lines.h"
#include "store/random.h"
#include "usecases/client_ledger.h"

#include <algorithm>

namespace encours::usecases {

namespace {

constexpr std::string_view kUnknownClient = "No client has this key: import the items first, or correct the key.";

} // namespace

Uuid stableId(const store::Company& company, std::initializer_list<std::string_view> words)
{
    store::Sha256Stream stream;
    stream.add(company.id.bytes());
    for (const std::string_view word : words) {
        const std::uint8_t end = 0; // a word holds no NUL: "ab" "c" and "a" "bc" differ
        stream.add({reinterpret_cast<const std::uint8_t*>(word.data()), word.size()});
        stream.add({&end, 1});
    }
    const store::Sha256 hash = stream.finish();
    Uuid::Bytes bytes;
    std::copy_n(hash.begin(), bytes.size(), bytes.begin());
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | 0x80);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
    return Uuid::fromBytes(bytes);
}

Result<AgreementTaking> AgreementTaking::begin(Office& office, AgreementsImportReport& report)
{
    ENCOURS_TRY(store::Company company, store::loadCompany(office.store, office.tenant));
    return AgreementTaking(office, report, std::move(company));
}

Result<std::optional<Client>> AgreementTaking::clientOf(std::int64_t line, const std::string& key)
{
    const auto [known, isNew] = m_clients.try_emplace(key);
    if (isNew) {
        ENCOURS_TRY(known->second, store::findClientByKey(m_office->store, m_office->tenant, key));
    }
    if (!known->second)
        refuse(line, "client", key, kUnknownClient);
    return known->second;
}

Result<const store::StoredFacts*> AgreementTaking::factsOf(ClientId client)
{
    const auto [known, isNew] = m_facts.try_emplace(client);
    if (isNew) {
        ENCOURS_TRY(known->second, store::loadFacts(m_office->store, m_office->tenant, client, kEveryDay));
    }
    return &known->second;
}

std::vector<const Item*> AgreementTaking::itemsNamed(const store::StoredFacts& facts, std::string_view number)
{
    std::vector<const Item*> items;
    for (const Item& item : facts.items) {
        if (item.number == number)
            items.push_back(&item);
    }
    std::ranges::stable_sort(items, {}, &Item::due);
    return items;
}

void AgreementTaking::refuse(std::int64_t line, std::string_view column, std::string_view value,
                             std::string_view reason)
{
    m_report->errors.add(line, column, value, reason);
}

void AgreementTaking::warn(std::int64_t line, std::string_view column, std::string_view value, std::string_view reason)
{
    m_report->warnings.add(line, column, value, reason);
}

void AgreementTaking::count(const std::string& client, Money amount)
{
    m_report->clients.insert(client);
    auto& total =
        m_report->totals.try_emplace(amount.currency(), 0, Money::ofMinor(0, amount.currency())).first->second;
    ++total.lines;
    total.amount += amount;
}

Result<void> AgreementTaking::finish(store::Transaction& transaction, store::Changes& changes, std::string_view kind,
                                     const std::string& fileName, bool dryRun)
{
    AgreementsImportReport& report = *m_report;
    if (!report.errors.empty() || !report.warnings.empty())
        intake::conclude(report.status, report.message, report.errors, report.warnings,
                         static_cast<std::size_t>(report.rows), kind);
    report.changed = report.status != intake::IntakeStatus::Refused && report.added + report.updated > 0;
    if (!report.changed || dryRun)
        return {};
    store::LedgerImport import;
    ENCOURS_TRY(import.id, store::takeIds(m_office->store, m_office->tenant, store::Counter::Import));
    import.kind = kind;
    import.name = fileName;
    import.lineCount = report.rows;
    import.at = m_office->clock.now();
    ENCOURS_CHECK(store::insertImport(m_office->store, m_office->tenant, import));
    ENCOURS_CHECK(changes.commit(transaction, "import " + std::string(kind), m_office->actor, import.at));
    return {};
}

} // namespace encours::usecases
