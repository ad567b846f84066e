// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/explained_collectible.h"

#include "domain/agreements/dispute_reasons.h"

#include <algorithm>
#include <array>

namespace encours {

namespace {

struct TermWords {
    std::string_view name;
    Sentence title;
    Sentence rule;
};

const TermWords& wordsOf(std::string_view name)
{
    static const std::array<TermWords, 5> kWords{{
        {"overdue",
         {"Échu", "Overdue"},
         {"Une facture s’exige dès le lendemain de son échéance (C. com. art. L441-10, C. civ. art. 1305-2).",
          "An invoice may be demanded from the day after its due day (Code de commerce art. L441-10, Code civil art. "
          "1305-2)."}},
        {"disputed",
         {"En litige", "In dispute"},
         {"La part contestée ne se réclame pas tant que le litige est ouvert (C. civ. art. 1219).",
          "The contested part is not demanded while the dispute is open (Code civil art. 1219)."}},
        {"promised",
         {"Promis", "Promised"},
         {"Un délai accordé se respecte : rien ne se réclame avant la date promise et ses jours de tolérance (C. civ. "
          "art. 1305-2).",
          "Time that was granted is kept to: nothing is demanded before the promised day and its days of grace (Code "
          "civil art. 1305-2)."}},
        {"credits",
         {"Avoirs et règlements à imputer", "Credits to set off"},
         {"Ce que nous devons au client se déduit de ce qu’il nous doit (C. civ. art. 1347).",
          "What we owe the client is taken off what it owes us (Code civil art. 1347)."}},
        {"proceedings",
         {"À déclarer à la procédure", "To be declared in the proceedings"},
         {"Procédure collective ouverte : la créance se déclare, elle ne se réclame pas (C. com. art. L622-7, "
          "L622-21, L622-24).",
          "Collective proceedings are open: the claim is declared, not demanded (Code de commerce art. L622-7, "
          "L622-21, "
          "L622-24)."}},
    }};
    return *std::ranges::find(kWords, name, &TermWords::name);
}

Sentence joined(const Sentence& before, const Sentence& after)
{
    return before.empty() ? after : sentence("%1, %2", "%1, %2", before, after);
}

class Explanation {
public:
    explicit Explanation(const AccountFigures& figures) : m_figures(figures), m_account(figures.account()) {}

    std::vector<TermLine> linesOf(const EquationTerm& term) const
    {
        if (term.name == "overdue")
            return ofOverdueItems([&](std::size_t place) { return m_figures.item(place).residual; },
                                  [&](std::size_t place) { return history(place); });
        if (term.name == "disputed")
            return ofOverdueItems([&](std::size_t place) { return -m_figures.disputedOf(place); },
                                  [&](std::size_t place) { return dispute(m_figures.item(place).id); });
        if (term.name == "promised")
            return ofOverdueItems([&](std::size_t place) { return -m_figures.collectible().promisedByItem[place]; },
                                  [&](std::size_t place) { return promise(m_figures.item(place).id); });
        if (term.name == "credits")
            return credits(term.amount);
        return {{{}, term.amount, insolvency()}};
    }

private:
    template<class AmountOf, class SentenceOf>
    std::vector<TermLine> ofOverdueItems(AmountOf amountOf, SentenceOf sentenceOf) const
    {
        std::vector<TermLine> lines;
        for (const std::size_t place : m_figures.open()) {
            if (m_figures.daysLate(place) > 0 && !amountOf(place).isZero())
                lines.push_back({m_figures.item(place).number, amountOf(place), sentenceOf(place)});
        }
        return lines;
    }

    /// When it was due, and how what is left came about.
    Sentence history(std::size_t place) const
    {
        const Item& item = m_figures.item(place);
        Sentence said = sentence("échéance %1, %2 de retard", "due %1, %2 late", m_figures.near(item.due),
                                 Days{m_figures.daysLate(place)});
        if (item.dueSource == DueSource::Computed)
            said = joined(said, {"échéance calculée", "due day computed"});
        said = joined(said,
                      sentence("%1 facturés le %2", "%1 invoiced on %2", item.amount, m_figures.near(item.pieceDay)));
        Money paid = m_figures.zero();
        Money credited = m_figures.zero();
        for (const Allocation& part : m_account.allocations) {
            const auto receipt = std::ranges::find(m_account.receipts, part.receipt, &Receipt::id);
            if (part.item != item.id || receipt == m_account.receipts.end())
                continue;
            const bool money = receipt->kind == ReceiptKind::Payment || receipt->kind == ReceiptKind::Advance;
            (money ? paid : credited) += part.amount;
        }
        if (!paid.isZero())
            said = sentence("%1 − %2 réglés", "%1 − %2 paid", said, paid);
        if (!credited.isZero())
            said = sentence("%1 − %2 d’avoirs", "%1 − %2 credited", said, credited);
        return said;
    }

    Sentence dispute(ItemId item) const
    {
        Sentence said;
        for (std::size_t d = 0; d < m_account.disputes.size(); ++d) {
            const Dispute& dispute = m_account.disputes[d];
            const DisputeStatus& status = m_account.disputeStatuses[d];
            if (dispute.item != item || (!status.open && status.awaitingCredit.isZero()))
                continue;
            const DisputeFamilyRule& family = disputeFamilyOf(dispute.reason);
            said =
                joined(said, status.open ? sentence("%1, ouvert le %3, réponse pour le %4",
                                                    "%2, opened on %3, answer due by %4", family.french, family.english,
                                                    m_figures.near(dispute.openedOn), m_figures.near(status.dueBy))
                                         : sentence("%1, accordé au client, avoir attendu",
                                                    "%2, granted to the client, credit note awaited", family.french,
                                                    family.english));
        }
        return said;
    }

    /// The open promises that name the item; else one on account covers it.
    Sentence promise(ItemId item) const
    {
        Sentence said;
        for (const bool onAccount : {false, true}) {
            for (std::size_t p = 0; said.empty() && p < m_account.promises.size(); ++p) {
                const Promise& promise = m_account.promises[p];
                const PromiseStatus& status = m_account.statuses[p];
                if (status.state == PromiseState::Open &&
                    (onAccount ? promise.items.empty() : std::ranges::contains(promise.items, item)))
                    said = sentence("promis pour le %1, attendu jusqu’au %2", "promised for %1, awaited until %2",
                                    m_figures.near(promise.promisedFor), m_figures.near(status.windowEnd));
            }
        }
        return said;
    }

    /// Of the oldest receipts first, up to what is taken off.
    std::vector<TermLine> credits(Money taken) const
    {
        std::vector<const Receipt*> receipts;
        Money whole = m_figures.zero();
        for (const Receipt& receipt : m_account.receipts) {
            if (receipt.unallocated.isZero())
                continue;
            receipts.push_back(&receipt);
            whole += receipt.unallocated;
        }
        std::ranges::sort(receipts, {}, [](const Receipt* receipt) { return std::pair(receipt->day, receipt->id); });
        std::vector<TermLine> lines;
        for (const Receipt* receipt : receipts)
            lines.push_back({receipt->number, -receipt->unallocated, kindOf(*receipt)});
        if (const Money left = whole + taken; !left.isZero())
            lines.push_back(
                {{}, left, sentence("au-delà de ce qui reste à réclamer", "beyond what is left to demand")});
        return lines;
    }

    Sentence kindOf(const Receipt& receipt) const
    {
        const NearDay on = m_figures.near(receipt.day);
        switch (receipt.kind) {
        case ReceiptKind::Payment: return sentence("reçu le %1, non imputé", "received on %1, not set off", on);
        case ReceiptKind::CreditNote: return sentence("avoir du %1, non imputé", "credit note of %1, not set off", on);
        case ReceiptKind::Advance: return sentence("acompte du %1, non imputé", "deposit of %1, not set off", on);
        case ReceiptKind::Other: break;
        }
        return sentence("ajustement du %1, non imputé", "adjustment of %1, not set off", on);
    }

    Sentence insolvency() const
    {
        const WatchFact* notice = m_figures.insolvency();
        return notice ? sentence("publiée le %1", "published on %1", m_figures.near(notice->day)) : Sentence();
    }

    const AccountFigures& m_figures;
    const ClientAccount& m_account;
};

} // namespace

std::vector<ExplainedTerm> explainedTerms(const AccountFigures& figures)
{
    const Explanation explanation(figures);
    std::vector<ExplainedTerm> terms;
    for (const EquationTerm& term : collectibleNow(figures).terms) {
        const TermWords& words = wordsOf(term.name);
        terms.push_back({term.name, term.amount, words.title, words.rule, explanation.linesOf(term)});
    }
    return terms;
}

} // namespace encours
