// SPDX-License-Identifier: Apache-2.0
#include "store/clients.h"
#include "usecases/hashed_source.h"
#include "usecases/offer_lines.h"

#include <algorithm>

namespace encours::usecases {

namespace {

constexpr std::string_view kUnknownClient = "No client has this key: import the items first, or correct the key.";
constexpr std::string_view kUnknownItem =
    "The client has no item of this number: import the items first, or correct the number.";
constexpr std::string_view kOtherCurrency = "The item is in another currency.";
constexpr std::string_view kOfFec =
    "The item comes from a FEC, whose letters say what paid it: the receipt is kept unallocated.";
constexpr std::string_view kBeforeInvoice = "The receipt lies before the day of the invoice.";

/// An invoice as a receipt may name it.
struct KnownItem {
    bool ofFec = true;
    std::string account;
    Currency currency;
    Day day;
};
using ItemKey = std::pair<ClientId, std::string>;

class ReceiptTaking {
public:
    ReceiptTaking(Office& office, const store::Company& company, LinesImportReport& report)
        : m_office(office), m_company(company), m_report(report), m_offer(report)
    {
    }

    Result<void> run(std::span<const intake::ReceiptRow> rows)
    {
        ENCOURS_CHECK(readKnown());
        for (const intake::ReceiptRow& row : rows)
            take(row);
        if (!m_report.errors.empty() || !m_report.warnings.empty())
            intake::conclude(m_report.status, m_report.message, m_report.errors, m_report.warnings, rows.size(),
                             "receipts");
        return {};
    }
    LineOffer& offer() { return m_offer; }
    std::optional<Day> lastPayment() const { return m_lastPayment; }

private:
    Result<void> readKnown()
    {
        ENCOURS_TRY(const auto clients, store::listClients(m_office.store, m_office.tenant));
        for (const Client& client : clients)
            m_clients.emplace(client.key, client.id);
        ENCOURS_TRY(const auto imports, store::listImports(m_office.store, m_office.tenant));
        std::set<std::int64_t> own;
        for (const store::LedgerImport& import : imports) {
            if (import.kind == kItems)
                own.insert(import.id);
        }
        return store::eachCurrentLine(m_office.store, m_office.tenant, [&](const store::LedgerLine& line) {
            const LedgerEntry& entry = line.entry;
            const bool ofFec = !own.contains(line.import);
            if (entry.amount.sign() <= 0 || entry.kind == EntryKind::Treasury)
                return true;
            KnownItem& known = m_items[{line.client, entry.pieceRef}];
            if (known.ofFec) // an item of its own sort of file goes before one of a FEC
                known = {ofFec, entry.account, entry.amount.currency(), entry.pieceDay};
            else if (!ofFec)
                known.day = std::min(known.day, entry.pieceDay);
            return true;
        });
    }

    void take(const intake::ReceiptRow& row)
    {
        const auto client = m_clients.find(row.client);
        if (client == m_clients.end())
            return m_report.errors.add(row.line, "client", row.client, kUnknownClient);
        LedgerEntry entry;
        entry.account = row.kind == ReceiptKind::Advance ? advanceAccount() : m_company.receivables.front();
        entry.day = row.date;
        entry.pieceRef = row.reference;
        entry.pieceDay = row.date;
        entry.label = row.reference;
        entry.amount = -row.amount;
        entry.kind = row.kind == ReceiptKind::CreditNote ? EntryKind::Sale
                     : row.kind == ReceiptKind::Other    ? EntryKind::Other
                                                         : EntryKind::Treasury;
        if (!row.item.empty())
            letter(entry, row, client->second);
        if (entry.kind == EntryKind::Treasury)
            m_lastPayment = std::max(m_lastPayment, std::optional(row.date));
        m_offer.add(row.client, {}, std::move(entry));
    }

    void letter(LedgerEntry& entry, const intake::ReceiptRow& row, ClientId client)
    {
        const auto found = m_items.find({client, row.item});
        if (found == m_items.end())
            return m_report.errors.add(row.line, "item", row.item, kUnknownItem);
        const KnownItem& item = found->second;
        if (item.currency != row.amount.currency())
            return m_report.errors.add(row.line, "currency", row.amount.currency().code(), kOtherCurrency);
        if (row.date < item.day)
            m_report.warnings.add(row.line, "date", row.date.iso(), kBeforeInvoice);
        if (item.ofFec)
            return m_report.warnings.add(row.line, "item", row.item, kOfFec);
        entry.account = item.account; // letters are those of one account
        entry.letter = letterOf(row.item);
        entry.letterDay = kLetterDay;
    }

    std::string advanceAccount() const
    {
        const auto found = std::ranges::find_if(m_company.receivables,
                                                [](const std::string& prefix) { return prefix.starts_with("419"); });
        return found == m_company.receivables.end() ? "4191" : *found;
    }

    Office& m_office;
    const store::Company& m_company;
    LinesImportReport& m_report;
    LineOffer m_offer;
    std::unordered_map<std::string, ClientId> m_clients;
    std::map<ItemKey, KnownItem> m_items;
    std::optional<Day> m_lastPayment;
};

} // namespace

Result<LinesImportReport> importReceipts(Office& office, const intake::ByteSource& source, const std::string& fileName,
                                         std::optional<Day> coveredThrough, bool dryRun)
{
    ENCOURS_TRY(const store::Company company, store::loadCompany(office.store, office.tenant));
    store::Sha256Stream hash;
    ENCOURS_TRY(auto file, intake::readReceipts(hashed(source, hash),
                                                {company.currency, company.receivables, office.clock.today()}));
    LinesImportReport report = reportOf(file, company.currency);
    if (report.status == intake::IntakeStatus::Refused)
        return report;
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    ENCOURS_TRY(const store::Company current, store::loadCompany(office.store, office.tenant));
    ReceiptTaking taking(office, current, report);
    ENCOURS_CHECK(taking.run(file.rows));
    if (report.status == intake::IntakeStatus::Refused || taking.offer().empty())
        return report;
    LinesOffered offered = taking.offer().take(kReceipts, fileName, hash.finish());
    // A cheque dated next week does not make this week's receipts known.
    const auto lastPayment = taking.lastPayment();
    offered.coveredThrough =
        coveredThrough || !lastPayment ? coveredThrough : std::min(*lastPayment, office.clock.today());
    ENCOURS_CHECK(takeOffer(office, std::move(offered), transaction, current, dryRun, report));
    return report;
}

} // namespace encours::usecases
