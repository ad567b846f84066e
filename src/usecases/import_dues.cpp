// SPDX-License-Identifier: Apache-2.0
#include "usecases/import_dues.h"

#include "store/clients.h"
#include "store/items.h"
#include "store/ledger_lines.h"

#include <map>
#include <set>

namespace encours::usecases {

namespace {

struct KnownClient {
    ClientId id;
    std::set<std::string> numbers;
    std::map<std::pair<std::string, int>, Day> given;
};

Result<std::optional<KnownClient>> findKnown(Office& office, const std::string& key)
{
    ENCOURS_TRY(const auto client, store::findClientByKey(office.store, office.tenant, key));
    if (!client)
        return std::optional<KnownClient>();
    KnownClient known{client->id, {}, {}};
    ENCOURS_TRY(const auto items, store::itemsOf(office.store, office.tenant, client->id));
    for (const Item& item : items)
        known.numbers.insert(item.number);
    ENCOURS_TRY(const auto dues, store::givenDuesOf(office.store, office.tenant, client->id));
    for (const store::GivenDue& due : dues)
        known.given[{due.number, due.rank}] = due.due;
    return std::optional(std::move(known));
}

// Writes the days that are news and gives the clients they concern.
Result<std::set<ClientId>> takeRows(Office& office, const std::vector<intake::DueRow>& rows, DuesImportReport& report)
{
    std::map<std::string, std::optional<KnownClient>> clients;
    std::set<ClientId> touched;
    for (const intake::DueRow& row : rows) {
        auto known = clients.find(row.client);
        if (known == clients.end()) {
            ENCOURS_TRY(auto found, findKnown(office, row.client));
            known = clients.emplace(row.client, std::move(found)).first;
        }
        if (!known->second) {
            report.errors.add(row.line, "client", row.client,
                              "no client has this key: import the accounting first, or correct the key");
            continue;
        }
        KnownClient& client = *known->second;
        if (!client.numbers.contains(row.number))
            report.warnings.add(row.line, "number", row.number,
                                "the client has no item of this number yet: the day is kept for when it comes");
        const auto [at, isNew] = client.given.try_emplace({row.number, row.rank}, row.due);
        if (!isNew && at->second == row.due)
            continue;
        ENCOURS_CHECK(store::upsertGivenDue(office.store, office.tenant, {client.id, row.number, row.rank, row.due}));
        touched.insert(client.id);
    }
    return touched;
}

} // namespace

Result<DuesImportReport> importDues(Office& office, const intake::ByteSource& source, const std::string& fileName,
                                    bool dryRun)
{
    ENCOURS_TRY(auto file, intake::readDues(source));
    DuesImportReport report;
    report.status = file.status;
    report.message = file.message;
    report.errors = std::move(file.errors);
    report.warnings = std::move(file.warnings);
    report.rows = static_cast<int>(file.rows.size());
    if (report.status == intake::IntakeStatus::Refused)
        return report;

    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    ENCOURS_TRY(const store::Company company, store::loadCompany(office.store, office.tenant));
    ENCOURS_TRY(const std::set<ClientId> touched, takeRows(office, file.rows, report));
    if (!report.errors.empty()) {
        report.status = intake::IntakeStatus::Refused;
        report.message = "The file names clients the ledger does not know; nothing was changed. Import the accounting "
                         "first, or correct the keys.";
        return report;
    }
    if (!report.warnings.empty())
        report.status = intake::IntakeStatus::AcceptedWithWarnings;
    store::Changes changes(office.store, office.tenant);
    const std::vector<ClientId> clients(touched.begin(), touched.end());
    ENCOURS_CHECK(recomputeClients(office, company, clients, changes, report.ledger));
    report.changed = !touched.empty();
    if (!report.changed || dryRun)
        return report;
    store::LedgerImport import;
    ENCOURS_TRY(import.id, store::takeIds(office.store, office.tenant, store::Counter::Import));
    import.kind = "dues";
    import.name = fileName;
    import.lineCount = report.rows;
    import.at = office.clock.now();
    ENCOURS_CHECK(store::insertImport(office.store, office.tenant, import));
    ENCOURS_CHECK(changes.commit(transaction, "import dues", office.actor, office.clock.now()));
    return report;
}

} // namespace encours::usecases
