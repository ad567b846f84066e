// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/find_anomalies.h"

#include <algorithm>
#include <tuple>

namespace encours {

namespace {

/// An open invoice waits for exactly that amount: the second payment is its own.
bool awaited(const AccountFigures& figures, Money amount)
{
    return std::ranges::any_of(figures.open(),
                               [&](std::size_t place) { return figures.item(place).residual == amount; });
}

/// Money that no invoice has taken, though it was time to letter it.
void findUnallocated(const AccountFigures& figures, const Receipt& receipt, const InsightRules& rules,
                     std::vector<Anomaly>& found)
{
    const int age = figures.asOf() - receipt.day;
    const bool waits = receipt.kind == ReceiptKind::Payment || receipt.kind == ReceiptKind::CreditNote;
    if (!waits || age < rules.unallocatedDays)
        return;
    Anomaly anomaly = anomalyOf(figures, AnomalyKind::UnallocatedReceipt, Severity::Warning);
    anomaly.amount = receipt.unallocated;
    anomaly.other = receipt.amount;
    anomaly.day = receipt.day;
    anomaly.days = age;
    anomaly.number = receipt.number;
    anomaly.count = receipt.kind == ReceiptKind::CreditNote ? 1 : 0;
    anomaly.evidence.receipts.push_back(receipt.id);
    found.push_back(std::move(anomaly));
}

} // namespace

void findReceiptAnomalies(const AccountFigures& figures, const InsightSettings& settings, std::vector<Anomaly>& found)
{
    // A payment that fits no invoice though another one of the same amount came shortly before: paid twice.
    std::vector<const Receipt*> payments;
    bool unallocated = false;
    for (const Receipt& receipt : figures.account().receipts) {
        if (receipt.kind == ReceiptKind::Payment)
            payments.push_back(&receipt);
        unallocated = unallocated || receipt.unallocated.sign() > 0;
    }
    if (!unallocated)
        return;
    std::ranges::sort(payments, {}, [](const Receipt* receipt) {
        return std::tuple(receipt->amount.minor(), receipt->day, receipt->id);
    });
    std::vector<ReceiptId> twice;
    for (std::size_t i = 1; i < payments.size(); ++i) {
        const Receipt& first = *payments[i - 1];
        const Receipt& second = *payments[i];
        const bool free = first.unallocated == first.amount || second.unallocated == second.amount;
        if (!free || first.amount != second.amount || second.day - first.day > settings.rules.duplicateDays ||
            awaited(figures, second.amount))
            continue;
        Anomaly anomaly = anomalyOf(figures, AnomalyKind::DuplicatePayment, Severity::Warning);
        anomaly.amount = second.amount;
        anomaly.day = first.day;
        anomaly.until = second.day;
        anomaly.evidence.receipts = {first.id, second.id};
        twice.insert(twice.end(), {first.id, second.id});
        found.push_back(std::move(anomaly));
    }
    for (const Receipt& receipt : figures.account().receipts)
        if (receipt.unallocated.sign() > 0 && !std::ranges::contains(twice, receipt.id))
            findUnallocated(figures, receipt, settings.rules, found);
}

} // namespace encours
