// SPDX-License-Identifier: Apache-2.0
#include "usecases/take_lines.h"

#include "domain/ledger/replacement.h"
#include "store/clients.h"
#include "usecases/client_ledger.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace encours::usecases {

namespace {

/// The lines in force now: those of the file's range, and how late each client's other lines go.
struct CurrentLines {
    std::vector<LineFingerprint> fingerprints;
    std::vector<store::LineRef> lines; ///< same order
    std::map<ClientId, Day> lastDayElsewhere;
};

class LineTaking {
public:
    LineTaking(Office& office, const store::Company& company, LinesOffered offered, store::Changes& changes,
               LinesTaken& told)
        : m_office(office), m_company(company), m_offered(std::move(offered)), m_file(m_offered.file),
          m_changes(changes), m_told(told)
    {
    }

    Result<void> run()
    {
        ENCOURS_TRY(const LedgerReader before, LedgerReader::open(m_office, m_company));
        ENCOURS_TRY(const CurrentLines current, readCurrentLines());
        ENCOURS_CHECK(settleClients(current));
        const RangeReplacement plan = planReplacement(current.fingerprints, fingerprints());
        count(plan);
        ENCOURS_TRY(m_told.changed, recordImport(plan));
        if (!m_told.changed)
            return {};
        ENCOURS_CHECK(replaceLines(current, plan));
        ENCOURS_TRY(const LedgerReader after, LedgerReader::open(m_office, m_company));
        if (after.openings() != before.openings()) // a year became known, or unknown: every client is concerned
            ENCOURS_CHECK(touchEveryClient());
        const std::vector<ClientId> touched(m_touched.begin(), m_touched.end());
        return recomputeClients(m_office, m_company, touched, m_changes, m_told.ledger);
    }

private:
    std::vector<LineFingerprint> fingerprints() const
    {
        std::vector<LineFingerprint> all;
        all.reserve(m_file.lines.size());
        for (const IncomingLine& line : m_file.lines)
            all.push_back(line.fingerprint);
        return all;
    }

    Result<CurrentLines> readCurrentLines()
    {
        ENCOURS_TRY(const auto clients, store::listClients(m_office.store, m_office.tenant));
        for (const Client& client : clients) {
            m_clientsById.emplace(client.id, client);
            m_idsByKey.emplace(client.key, client.id);
        }
        ENCOURS_TRY(const auto imports, store::listImports(m_office.store, m_office.tenant));
        std::set<std::int64_t> ofKind;
        for (const store::LedgerImport& import : imports) {
            if (import.kind == m_offered.kind)
                ofKind.insert(import.id);
        }
        CurrentLines current;
        const DayRange range = m_offered.range;
        ENCOURS_CHECK(store::eachCurrentLine(m_office.store, m_office.tenant, [&](const store::LedgerLine& line) {
            if (line.entry.day < range.first || range.last < line.entry.day || !ofKind.contains(line.import)) {
                Day& last = current.lastDayElsewhere.try_emplace(line.client, line.entry.day).first->second;
                last = std::max(last, line.entry.day);
                return true;
            }
            current.fingerprints.push_back(fingerprint(m_clientsById[line.client].key, line.entry));
            current.lines.push_back({line.client, line.id});
            return true;
        }));
        return current;
    }

    // A client is called what its latest line calls it, until clients were imported: then their file names them. A file
    // that names none leaves the names.
    Result<void> settleClients(const CurrentLines& current)
    {
        ENCOURS_TRY(const auto described, store::lastImport(m_office.store, m_office.tenant, "clients"));
        for (IncomingClient& incoming : m_file.clients) {
            if (const auto known = m_idsByKey.find(incoming.key); known != m_idsByKey.end()) {
                incoming.stored = m_clientsById[known->second];
                const auto elsewhere = current.lastDayElsewhere.find(incoming.stored.id);
                const bool latest =
                    elsewhere == current.lastDayElsewhere.end() || elsewhere->second <= incoming.lastDay;
                if (described || !latest || incoming.name.empty() || incoming.stored.name == incoming.name)
                    continue;
                ++m_told.clientsRenamed;
            } else {
                incoming.stored.key = incoming.key;
                incoming.stored.currency = incoming.currency;
                ENCOURS_TRY(incoming.stored.id.value,
                            store::takeIds(m_office.store, m_office.tenant, store::Counter::Client));
                ++m_told.clientsAdded;
            }
            incoming.stored.name = incoming.name.empty() ? incoming.key : incoming.name;
            ENCOURS_CHECK(store::upsertClient(m_office.store, m_office.tenant, incoming.stored));
            m_changes.put(store::Entity::Client, incoming.stored.id.value, incoming.stored.id,
                          incoming.stored.salesperson);
        }
        return {};
    }

    void count(const RangeReplacement& plan)
    {
        for (const RangeReplacement::Incoming& line : plan.incoming) {
            if (line.current == RangeReplacement::kNew)
                ++m_told.linesAdded;
            else if (line.relettered)
                ++m_told.linesRelettered;
            else
                ++m_told.linesKept;
        }
        m_told.linesVanished = static_cast<std::int64_t>(plan.vanished.size());
    }

    // The import in the list of imports, and what the company knows from now on. False when nothing of it is news.
    Result<bool> recordImport(const RangeReplacement& plan)
    {
        ENCOURS_TRY(auto imports, store::listImports(m_office.store, m_office.tenant));
        const Coverage before = coverageOf(imports);
        store::LedgerImport import;
        import.kind = m_offered.kind;
        import.name = m_offered.fileName;
        import.hash = m_file.hash;
        import.firstDay = m_offered.range.first;
        import.lastDay = m_offered.range.last;
        import.coveredThrough = m_offered.coveredThrough;
        import.lineCount = static_cast<std::int64_t>(m_file.lines.size());
        import.incomplete = m_offered.incomplete;
        import.at = m_office.clock.now();
        imports.push_back(import);
        const Coverage after = coverageOf(imports);
        m_told.ledgerThrough = after.ledgerThrough;
        m_told.coveredThrough = after.coveredThrough;
        m_told.incomplete = after.incomplete;
        const bool sameLines = m_told.linesAdded + m_told.linesRelettered == 0 && plan.vanished.empty();
        if (sameLines && after == before && m_changes.empty())
            return false;
        ENCOURS_TRY(import.id, store::takeIds(m_office.store, m_office.tenant, store::Counter::Import));
        m_importId = import.id;
        ENCOURS_CHECK(store::insertImport(m_office.store, m_office.tenant, import));
        ENCOURS_CHECK(store::saveCoverage(m_office.store, m_office.tenant, after.ledgerThrough, after.coveredThrough,
                                          after.incomplete));
        return true;
    }

    // A line with newer letters replaces the older one rather than change it: undoing the import brings the old letters
    // back.
    Result<void> replaceLines(const CurrentLines& current, const RangeReplacement& plan)
    {
        std::vector<store::LineRef> replaced;
        const auto setAside = [&](std::size_t index) {
            replaced.push_back(current.lines[index]);
            m_touched.insert(current.lines[index].client);
        };
        for (std::size_t index : plan.vanished)
            setAside(index);
        for (const RangeReplacement::Incoming& line : plan.incoming) {
            if (line.relettered)
                setAside(line.current);
        }
        ENCOURS_CHECK(store::markReplaced(m_office.store, m_office.tenant, replaced, m_importId));
        // By client: their lines lie side by side, and are read again so.
        std::vector<std::size_t> added;
        for (std::size_t i = 0; i < plan.incoming.size(); ++i) {
            if (plan.incoming[i].current == RangeReplacement::kNew || plan.incoming[i].relettered)
                added.push_back(i);
        }
        if (added.empty())
            return {};
        const auto clientOf = [&](std::size_t i) { return m_file.clients[m_file.lines[i].client].stored.id; };
        std::ranges::stable_sort(added, {}, clientOf);
        ENCOURS_TRY(std::int64_t next, store::takeIds(m_office.store, m_office.tenant, store::Counter::Line,
                                                      static_cast<std::int64_t>(added.size())));
        for (std::size_t i : added) {
            m_touched.insert(clientOf(i));
            ENCOURS_CHECK(store::insertLine(m_office.store, m_office.tenant,
                                            {next++, m_importId, clientOf(i), std::move(m_file.lines[i].entry)}));
        }
        return {};
    }

    Result<void> touchEveryClient()
    {
        ENCOURS_TRY(const auto clients, store::listClients(m_office.store, m_office.tenant));
        for (const Client& client : clients)
            m_touched.insert(client.id);
        return {};
    }

    Office& m_office;
    const store::Company& m_company;
    LinesOffered m_offered;
    IncomingFile& m_file; ///< of the offer
    store::Changes& m_changes;
    LinesTaken& m_told;
    std::unordered_map<ClientId, Client> m_clientsById;
    std::unordered_map<std::string, ClientId> m_idsByKey;
    std::set<ClientId> m_touched;
    std::int64_t m_importId = 0;
};

} // namespace

Result<void> takeLines(Office& office, const store::Company& company, LinesOffered offered, store::Changes& changes,
                       LinesTaken& told)
{
    const store::Deferred inBatches(office.store);
    return LineTaking(office, company, std::move(offered), changes, told).run();
}

} // namespace encours::usecases
