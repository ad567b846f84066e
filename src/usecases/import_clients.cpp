// SPDX-License-Identifier: Apache-2.0
#include "usecases/import_clients.h"

#include "store/client_groups.h"
#include "store/clients.h"
#include "store/contacts.h"
#include "store/ledger_lines.h"
#include "store/people.h"
#include "usecases/people.h"

#include <map>
#include <set>

namespace encours::usecases {

namespace {

void take(std::string& into, const std::string& said)
{
    if (!said.empty())
        into = said;
}

template<class Value>
void take(std::optional<Value>& into, const std::optional<Value>& said)
{
    if (said)
        into = said;
}

// A limit is in the currency of its client.
void takeLimit(std::optional<Money>& into, const std::optional<Money>& said, Currency currency)
{
    if (said)
        into = Money::ofMinor(said->minor(), currency);
}

constexpr std::string_view kUnknownParent = "No client has this key: a group is named after the client that heads it.";
constexpr std::string_view kNested = "A group has one level: the client that heads it is in no group itself.";

constexpr std::string_view kMoves = "The client leaves one portfolio for another.";
constexpr std::string_view kNewPerson = "Nobody was called so: the person has been added. Is the name spelt right?";

auto contentOf(const Client& c)
{
    return std::tie(c.name, c.city, c.postcode, c.siren, c.sector, c.termsDays, c.creditLimit, c.insuredLimit,
                    c.salesperson);
}

auto contentOf(const Contact& c)
{
    return std::tie(c.name, c.role, c.phone, c.email);
}

class ClientsImporter {
public:
    ClientsImporter(Office& office, ClientsImportReport& report)
        : m_office(office), m_report(report), m_changes(office.store, office.tenant)
    {
    }

    Result<void> run(const std::vector<intake::ClientRow>& rows, const std::string& fileName, bool dryRun)
    {
        ENCOURS_TRY(auto transaction, store::Transaction::begin(m_office.store));
        ENCOURS_TRY(const store::Company company, store::loadCompany(m_office.store, m_office.tenant));
        m_currency = company.currency;
        for (const intake::ClientRow& row : rows)
            ENCOURS_CHECK(takeRow(row));
        ENCOURS_CHECK(takeGroups(rows));
        if (!m_report.errors.empty()) {
            intake::conclude(m_report.status, m_report.message, m_report.errors, m_report.warnings, rows.size(),
                             "clients");
            return {};
        }
        ENCOURS_CHECK(recomputeClients(m_office, company, m_otherTerms, m_changes, m_report.ledger));
        m_report.changed = !m_changes.empty() || !m_report.peopleAdded.empty() || m_groupsChanged;
        if (!m_report.changed || dryRun)
            return {};
        ENCOURS_CHECK(recordImport(fileName, rows.size()));
        ENCOURS_CHECK(m_changes.commit(transaction, "import clients", m_office.actor, m_office.clock.now()));
        return {};
    }

private:
    Result<void> takeRow(const intake::ClientRow& row)
    {
        ENCOURS_TRY(auto stored, store::findClientByKey(m_office.store, m_office.tenant, row.key));
        Client client = stored.value_or(Client{});
        client.key = row.key;
        if (!stored)
            client.currency = m_currency;
        take(client.name, row.name);
        if (client.name.empty())
            client.name = row.key;
        take(client.city, row.city);
        take(client.postcode, row.postcode);
        take(client.siren, row.siren);
        take(client.sector, row.sector);
        if (row.termsDays)
            client.termsDays = row.termsDays;
        takeLimit(client.creditLimit, row.creditLimit, client.currency);
        takeLimit(client.insuredLimit, row.insuredLimit, client.currency);
        if (!row.salesperson.empty()) {
            ENCOURS_TRY(client.salesperson, salespersonNamed(row));
        }
        if (!stored) {
            ENCOURS_TRY(client.id.value, store::takeIds(m_office.store, m_office.tenant, store::Counter::Client));
            ++m_report.clientsAdded;
        } else if (contentOf(*stored) != contentOf(client)) {
            ++m_report.clientsChanged;
        } else {
            return takeContact(row, client);
        }
        if (stored && stored->salesperson && stored->salesperson != client.salesperson)
            ENCOURS_CHECK(tellMove(row, *stored));
        if (stored && stored->salesperson != client.salesperson)
            m_changes.move(client.id, stored->salesperson, client.salesperson);
        if (stored && stored->termsDays != client.termsDays)
            m_otherTerms.push_back(client.id);
        ENCOURS_CHECK(store::upsertClient(m_office.store, m_office.tenant, client));
        m_changes.put(store::Entity::Client, client.id.value, client.id, client.salesperson);
        return takeContact(row, client);
    }

    Result<void> tellMove(const intake::ClientRow& row, const Client& before)
    {
        ENCOURS_TRY(const auto former, store::findPerson(m_office.store, m_office.tenant, before.salesperson));
        m_report.warnings.add(row.line, "salesperson",
                              row.key + ": " + (former ? former->name : std::string()) + " -> " + row.salesperson,
                              kMoves);
        return {};
    }

    Result<UserId> salespersonNamed(const intake::ClientRow& row)
    {
        const std::string& name = row.salesperson;
        if (const auto known = m_people.find(name); known != m_people.end())
            return known->second;
        ENCOURS_TRY(const auto person, findPersonAsTyped(m_office, name));
        UserId id;
        if (person) {
            id = person->id;
        } else {
            ENCOURS_CHECK(checkPersonName(name));
            ENCOURS_TRY(id, store::insertPerson(m_office.store, m_office.tenant, name, store::Role::Salesperson));
            m_report.peopleAdded.push_back(name);
            m_report.warnings.add(row.line, "salesperson", name, kNewPerson);
        }
        m_people.emplace(name, id);
        return id;
    }

    Result<void> takeContact(const intake::ClientRow& row, const Client& client)
    {
        if (row.contactName.empty() && row.contactRole.empty() && row.phone.empty() && row.email.empty())
            return {};
        ENCOURS_TRY(const auto contacts, store::contactsOf(m_office.store, m_office.tenant, client.id));
        Contact contact = contacts.empty() ? Contact{} : contacts.front();
        contact.client = client.id;
        take(contact.name, row.contactName);
        take(contact.role, row.contactRole);
        take(contact.phone, row.phone);
        take(contact.email, row.email);
        if (!contacts.empty() && contentOf(contacts.front()) == contentOf(contact))
            return {};
        if (contacts.empty()) {
            ENCOURS_TRY(contact.id.value, store::takeIds(m_office.store, m_office.tenant, store::Counter::Contact));
        }
        m_changes.put(store::Entity::Contact, contact.id.value, client.id, client.salesperson);
        return store::upsertContact(m_office.store, m_office.tenant, contact);
    }

    Result<void> takeGroups(const std::vector<intake::ClientRow>& rows)
    {
        ENCOURS_TRY(const auto clients, store::listClients(m_office.store, m_office.tenant));
        std::map<std::string_view, ClientId> ids;
        for (const Client& client : clients)
            ids.emplace(client.key, client.id);
        ENCOURS_TRY(auto parents, store::clientParents(m_office.store, m_office.tenant));
        for (const intake::ClientRow& row : rows) {
            if (row.group.empty())
                continue;
            const auto head = ids.find(row.group);
            if (head == ids.end()) {
                m_report.errors.add(row.line, "group", row.group, kUnknownParent);
                continue;
            }
            const ClientId client = ids.at(row.key);
            const ClientId parent = head->second == client ? ClientId() : head->second;
            const auto known = parents.find(client);
            if ((known == parents.end() ? ClientId() : known->second) == parent)
                continue;
            m_groupsChanged = true;
            ENCOURS_CHECK(store::saveParent(m_office.store, m_office.tenant, client, parent));
            parents.erase(client);
            if (parent)
                parents.emplace(client, parent);
        }
        for (const intake::ClientRow& row : rows) {
            const auto parent = row.group.empty() ? parents.end() : parents.find(ids.at(row.key));
            if (parent != parents.end() && parents.contains(parent->second))
                m_report.errors.add(row.line, "group", row.group, kNested);
        }
        return checkHeads(rows, ids, parents);
    }

    // A client that heads a group is put in none.
    Result<void> checkHeads(const std::vector<intake::ClientRow>& rows, const std::map<std::string_view, ClientId>& ids,
                            const std::unordered_map<ClientId, ClientId>& parents)
    {
        std::set<ClientId> heads;
        for (const auto& [client, parent] : parents)
            heads.insert(parent);
        for (const intake::ClientRow& row : rows) {
            const ClientId client = ids.at(row.key);
            if (!row.group.empty() && parents.contains(client) && heads.contains(client))
                m_report.errors.add(row.line, "group", row.group, kNested);
        }
        return {};
    }

    // Remembered, because from now on the ledger's labels no longer rename clients (import_ledger.cpp).
    Result<void> recordImport(const std::string& fileName, std::size_t rows)
    {
        store::LedgerImport import;
        ENCOURS_TRY(import.id, store::takeIds(m_office.store, m_office.tenant, store::Counter::Import));
        import.kind = "clients";
        import.name = fileName;
        import.lineCount = static_cast<std::int64_t>(rows);
        import.at = m_office.clock.now();
        return store::insertImport(m_office.store, m_office.tenant, import);
    }

    Office& m_office;
    ClientsImportReport& m_report;
    store::Changes m_changes;
    Currency m_currency;
    std::map<std::string, UserId> m_people;
    std::vector<ClientId> m_otherTerms;
    bool m_groupsChanged = false;
};

} // namespace

Result<ClientsImportReport> importClients(Office& office, const intake::ByteSource& source, const std::string& fileName,
                                          bool dryRun)
{
    ENCOURS_TRY(const store::Company company, store::loadCompany(office.store, office.tenant));
    ENCOURS_TRY(auto file, intake::readClients(source, company.currency));
    ClientsImportReport report;
    report.status = file.status;
    report.message = file.message;
    report.errors = std::move(file.errors);
    report.warnings = std::move(file.warnings);
    report.rows = static_cast<int>(file.rows.size());
    if (report.status != intake::IntakeStatus::Refused)
        ENCOURS_CHECK(ClientsImporter(office, report).run(file.rows, fileName, dryRun));
    if (report.status == intake::IntakeStatus::Accepted && !report.warnings.empty())
        report.status = intake::IntakeStatus::AcceptedWithWarnings;
    return report;
}

} // namespace encours::usecases
