// SPDX-License-Identifier: Apache-2.0
#include "domain/ledger/ledger_figures.h"

#include <algorithm>
#include <unordered_map>

namespace encours {

namespace {

constexpr int kYear = 365;
constexpr int kLongDays = 60; // code de commerce, art. L441-10 I: agreed terms end at most 60 days after the invoice

bool isDoubtful(const std::string& account)
{
    return account.starts_with("416");
}
bool isBills(const std::string& account)
{
    return account.starts_with("413");
}
bool isMoney(ReceiptKind kind)
{
    return kind == ReceiptKind::Payment || kind == ReceiptKind::Advance;
}

int monthIndex(Day day)
{
    const auto ymd = day.ymd();
    return static_cast<int>(ymd.year()) * 12 + static_cast<int>(static_cast<unsigned>(ymd.month())) - 1;
}
Day firstOfMonth(int index)
{
    return *Day::fromYmd(index / 12, static_cast<unsigned>(index % 12) + 1, 1);
}

struct Part {
    const Receipt* receipt = nullptr;
    Money amount;
};

class Summing {
public:
    Summing(const FiguresPeriod& period, Currency currency) : m_period(period), m_sums(LedgerFigures::zero(currency)) {}

    void addItem(const Item& item, std::span<const Part> parts)
    {
        addStock(item.account, item.residual);
        if (item.due < m_period.asOf) {
            m_sums.overdue += item.residual;
            if (item.dueSource != DueSource::Opening)
                m_sums.openLate.add(item.residual, m_period.asOf - item.due);
        } else {
            m_sums.notDue += item.residual;
        }
        if (item.kind == ItemKind::Invoice && !isDoubtful(item.account) && !isBills(item.account))
            addInvoice(item);
        if (item.kind == ItemKind::Invoice)
            addPayments(item, parts);
        addRecovery(item, parts);
    }

    void addReceipt(const Receipt& receipt)
    {
        addStock(receipt.account, -receipt.unallocated);
        m_sums.credits += receipt.unallocated;
        if (receipt.kind == ReceiptKind::CreditNote && !isDoubtful(receipt.account) && !isBills(receipt.account))
            addSale(receipt.day, -receipt.amount);
    }

    LedgerFigures sums() && { return std::move(m_sums); }

private:
    bool inPeriod(Day day) const { return m_period.first() <= day && day <= m_period.through; }

    void addStock(const std::string& account, Money amount)
    {
        m_sums.balance += amount;
        if (isDoubtful(account))
            m_sums.doubtful += amount;
        if (isBills(account))
            m_sums.bills += amount;
    }

    void addSale(Day day, Money amount)
    {
        if (day > m_period.through)
            return;
        const auto months = static_cast<std::size_t>(monthIndex(m_period.through) - monthIndex(day));
        if (months < m_sums.salesByMonth.size())
            m_sums.salesByMonth[months] += amount;
        if (m_period.through - day < kYear)
            m_sums.salesOfYear += amount;
        if (inPeriod(day))
            m_sums.salesOfPeriod += amount;
    }

    void addInvoice(const Item& item)
    {
        addSale(item.pieceDay, item.amount);
        if (inPeriod(item.pieceDay)) {
            ++m_sums.invoices;
            m_sums.invoiced += item.amount;
        }
    }

    void addPayments(const Item& item, std::span<const Part> parts)
    {
        for (const Part& part : parts) {
            const Day day = part.receipt->day;
            if (!isMoney(part.receipt->kind) || !inPeriod(day))
                continue;
            const int sinceInvoice = std::max(0, day - item.pieceDay);
            m_sums.paid += part.amount;
            m_sums.paidAfterInvoice.add(part.amount, sinceInvoice);
            if (sinceInvoice > kLongDays) {
                m_sums.paidOver60 += part.amount;
                if (item.due - item.pieceDay > kLongDays)
                    m_sums.over60ByTerms += part.amount;
            }
            if (item.residual.isZero() && item.dueSource != DueSource::Opening)
                m_sums.paidLate.add(part.amount, std::max(0, day - item.due));
        }
    }

    void addRecovery(const Item& item, std::span<const Part> parts)
    {
        if (item.due >= m_period.through)
            return;
        // From that evening on the item belongs to what is to be recovered in the period.
        const Day before = m_period.first() - 1;
        const Day from = std::max(item.due, before);
        Money exposed = item.amount;
        for (const Part& part : parts) {
            if (part.receipt->day <= from)
                exposed -= part.amount;
            else if (part.receipt->day <= m_period.through)
                (isMoney(part.receipt->kind) ? m_sums.recovered : m_sums.reduced) += part.amount;
        }
        const bool was = item.due < before && item.pieceDay <= before;
        (was ? m_sums.overdueBefore : m_sums.becameOverdue) += exposed;
    }

    const FiguresPeriod& m_period;
    LedgerFigures m_sums;
};

} // namespace

LedgerFigures LedgerFigures::zero(Currency currency)
{
    const Money none = Money::ofMinor(0, currency);
    LedgerFigures sums;
    for (Money* sum : {&sums.balance, &sums.doubtful, &sums.bills, &sums.notDue, &sums.overdue, &sums.credits,
                       &sums.salesOfPeriod, &sums.salesOfYear, &sums.invoiced, &sums.paid, &sums.paidOver60,
                       &sums.over60ByTerms, &sums.overdueBefore, &sums.becameOverdue, &sums.recovered, &sums.reduced})
        *sum = none;
    sums.salesByMonth.fill(none);
    return sums;
}

LedgerFigures& LedgerFigures::operator+=(const LedgerFigures& other)
{
    balance += other.balance;
    doubtful += other.doubtful;
    bills += other.bills;
    notDue += other.notDue;
    overdue += other.overdue;
    credits += other.credits;
    openLate += other.openLate;
    for (std::size_t i = 0; i < salesByMonth.size(); ++i)
        salesByMonth[i] += other.salesByMonth[i];
    salesOfPeriod += other.salesOfPeriod;
    salesOfYear += other.salesOfYear;
    invoices += other.invoices;
    invoiced += other.invoiced;
    paid += other.paid;
    paidOver60 += other.paidOver60;
    over60ByTerms += other.over60ByTerms;
    paidAfterInvoice += other.paidAfterInvoice;
    paidLate += other.paidLate;
    overdueBefore += other.overdueBefore;
    becameOverdue += other.becameOverdue;
    recovered += other.recovered;
    reduced += other.reduced;
    return *this;
}

std::vector<MonthOfSales> LedgerFigures::monthsOfSales(const FiguresPeriod& period) const
{
    std::vector<MonthOfSales> months;
    const int last = monthIndex(period.through);
    for (int back = 0; back < kMonthsCountedBack; ++back) {
        const Day first = firstOfMonth(last - back);
        if (first < period.ledgerFrom)
            break;
        const Day end = back == 0 ? period.through + 1 : firstOfMonth(last - back + 1);
        months.push_back({end - first, salesByMonth[static_cast<std::size_t>(back)]});
    }
    return months;
}

LedgerFigures ledgerFigures(std::span<const Item> items, std::span<const Receipt> receipts,
                            std::span<const Allocation> allocations, const FiguresPeriod& period, Currency currency)
{
    Summing summing(period, currency);
    std::unordered_map<ReceiptId, const Receipt*> receiptOf;
    for (const Receipt& receipt : receipts) {
        if (receipt.amount.currency() != currency)
            continue;
        receiptOf.emplace(receipt.id, &receipt);
        summing.addReceipt(receipt);
    }
    std::unordered_map<ItemId, std::vector<Part>> partsOf;
    for (const Allocation& allocation : allocations)
        if (const auto receipt = receiptOf.find(allocation.receipt); receipt != receiptOf.end())
            partsOf[allocation.item].push_back({receipt->second, allocation.amount});
    for (const Item& item : items) {
        if (item.amount.currency() != currency)
            continue;
        const auto parts = partsOf.find(item.id);
        summing.addItem(item, parts == partsOf.end() ? std::span<const Part>() : std::span<const Part>(parts->second));
    }
    return std::move(summing).sums();
}

} // namespace encours
