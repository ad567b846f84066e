// SPDX-License-Identifier: Apache-2.0
// disputedParts and checkDispute of dispute.h.
#include "domain/agreements/dated_facts.h"
#include "domain/agreements/dispute_reasons.h"

#include <algorithm>
#include <cassert>

namespace encours {

namespace {

constexpr auto kUnchanged = "; the dispute was not recorded.";

Result<void> checkItself(const Dispute& dispute)
{
    if (dispute.amount.sign() <= 0)
        return failure(ErrorKind::InvalidArgument, "dispute.amount",
                       std::string("The amount disputed is more than zero") + kUnchanged);
    if (!findDisputeReason(dispute.reason))
        return failure(ErrorKind::InvalidArgument, "dispute.reason",
                       "'" + dispute.reason + "' is no reason of the e-invoicing list (AUTRE when none fits)" +
                           kUnchanged);
    if (dispute.dueBy && *dispute.dueBy < dispute.openedOn)
        return failure(ErrorKind::InvalidArgument, "dispute.dueBy",
                       "The answer is due on " + dispute.dueBy->iso() + ", before the dispute is opened on " +
                           dispute.openedOn.iso() + kUnchanged);
    return {};
}

Result<void> checkItem(const Dispute& dispute, const ClientFacts& facts)
{
    const auto item = std::ranges::find(facts.items, dispute.item, &Item::id);
    if (item == facts.items.end())
        return failure(ErrorKind::NotFound, "dispute.item",
                       std::string("The invoice in dispute is not one of this client's") + kUnchanged);
    if (item->residual.currency() != dispute.amount.currency())
        return failure(ErrorKind::InvalidArgument, "dispute.currency",
                       "Invoice " + item->number + " is in " + std::string(item->residual.currency().code()) +
                           ", the dispute is not" + kUnchanged);
    const Money owed = *owedOn(dispute.openedOn, item->id, DatedFacts(facts, dispute.openedOn));
    if (owed.sign() <= 0)
        return failure(ErrorKind::Refused, "dispute.settled",
                       "Invoice " + item->number + " had nothing left to pay on " + dispute.openedOn.iso() +
                           kUnchanged);
    if (owed < dispute.amount)
        return failure(ErrorKind::Refused, "dispute.residual",
                       "Invoice " + item->number + " had " + toPlainString(owed) + " left to pay on " +
                           dispute.openedOn.iso() + ", less than the " + toPlainString(dispute.amount) + " disputed" +
                           kUnchanged);
    return {};
}

} // namespace

std::vector<DisputedPart> disputedParts(std::span<const Dispute> disputes, std::span<const DisputeStatus> statuses)
{
    assert(disputes.size() == statuses.size());
    std::vector<DisputedPart> parts;
    for (std::size_t i = 0; i < disputes.size(); ++i)
        if (const Money amount = statuses[i].disputed + statuses[i].awaitingCredit; amount.sign() > 0)
            parts.push_back({disputes[i].item, amount});
    return parts;
}

Result<void> checkDispute(const Dispute& dispute, std::span<const Dispute> others, const ClientFacts& facts)
{
    ENCOURS_CHECK(checkItself(dispute));
    ENCOURS_CHECK(checkItem(dispute, facts));
    // Beside the others as it will be evaluated: after them, on the last day that any of them has something to say.
    std::vector<Dispute> all(others.begin(), others.end());
    Day last = dispute.openedOn;
    for (Dispute& other : all) {
        last = std::max(last, other.openedOn);
        other.serverSeq = other.serverSeq == 0 ? std::numeric_limits<std::int64_t>::max() : other.serverSeq;
    }
    all.push_back(dispute);
    all.back().serverSeq = 0;
    const auto statuses = evaluateDisputes(all, facts, last);
    // Over at once, when an open one has taken all that can be disputed of the invoice.
    bool taken = false;
    for (std::size_t i = 0; i < others.size(); ++i)
        taken = taken || (statuses[i].open && others[i].item == dispute.item);
    const DisputeStatus& own = statuses.back();
    if (own.state == DisputeState::Refused || (taken && own.state == DisputeState::Settled))
        return failure(ErrorKind::Refused, "dispute.twice",
                       std::string("The invoice is in another open dispute: answer that one first, or change its "
                                   "amount") +
                           kUnchanged);
    return {};
}

} // namespace encours
