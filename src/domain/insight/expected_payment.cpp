// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/expected_payment.h"

#include <algorithm>
#include <array>

namespace encours {

namespace {

class Parting {
public:
    Parting(const AccountFigures& figures, const PaymentHabit& habit, const CompanyHabit& company)
        : m_figures(figures), m_habit(habit), m_company(company)
    {
        for (const std::size_t place : figures.open())
            m_free.push_back(figures.item(place).residual);
    }

    std::vector<ExpectedPayment> run()
    {
        if (m_figures.insolvency()) {
            takeAll(ExpectedBy::Proceedings);
        } else {
            takeDisputed();
            takePlans();
            for (const bool onAccount : {false, true}) // as in collectible.h: promises that name their items come first
                takePromises(onAccount);
            takeHabits();
        }
        takeOffCredits();
        std::erase_if(m_parts, [](const ExpectedPayment& part) { return part.amount.isZero(); });
        return std::move(m_parts);
    }

private:
    /// Of `amount`, at most what is free of the open item `index`.
    Money take(std::size_t index, Money amount, ExpectedPayment part)
    {
        part.amount = min(amount, m_free[index]);
        part.item = m_figures.open()[index];
        if (part.amount.sign() <= 0)
            return m_figures.zero();
        m_free[index] -= part.amount;
        m_parts.push_back(part);
        return part.amount;
    }

    void takeAll(ExpectedBy by)
    {
        for (std::size_t i = 0; i < m_free.size(); ++i)
            take(i, m_free[i], {.by = by});
    }

    void takeDisputed()
    {
        for (std::size_t i = 0; i < m_free.size(); ++i)
            take(i, m_figures.disputedOf(m_figures.open()[i]), {.by = ExpectedBy::Disputed});
    }

    void takePlans()
    {
        const ClientAccount& account = m_figures.account();
        for (std::size_t p = 0; p < account.plans.size(); ++p) {
            if (!account.planStatuses[p].suspendsDunning)
                continue;
            const PlanVersion& version = account.plans[p].versions.back();
            Money paid = account.planStatuses[p].paid;
            for (const Instalment& instalment : version.schedule) {
                const Money covered = min(paid, instalment.amount);
                paid -= covered;
                takeFrom(version.items, instalment.amount - covered,
                         dated(ExpectedBy::Plan, instalment.due, instalment.due, instalment.due, true));
            }
        }
    }

    void takePromises(bool onAccount)
    {
        const ClientAccount& account = m_figures.account();
        for (std::size_t p = 0; p < account.promises.size(); ++p) {
            const Promise& promise = account.promises[p];
            const PromiseStatus& status = account.statuses[p];
            if (status.state != PromiseState::Open || promise.items.empty() != onAccount ||
                promise.amount.currency() != account.currency)
                continue;
            takeFrom(promise.items, status.base - status.paidTotal,
                     dated(ExpectedBy::Promise, promise.promisedFor, promise.promisedFor, status.windowEnd,
                           status.level == 1));
        }
    }

    /// From the items named, oldest due first; none named: from what is overdue.
    void takeFrom(std::span<const ItemId> items, Money amount, const ExpectedPayment& part)
    {
        for (std::size_t i = 0; i < m_free.size() && amount.sign() > 0; ++i) {
            const std::size_t place = m_figures.open()[i];
            const bool named =
                items.empty() ? m_figures.daysLate(place) > 0 : std::ranges::contains(items, m_figures.item(place).id);
            if (named)
                amount -= take(i, amount, part);
        }
    }

    void takeHabits()
    {
        for (std::size_t i = 0; i < m_free.size(); ++i) {
            const Day due = m_figures.item(m_figures.open()[i]).due;
            const Day usual = due + m_habit.median;
            const Day late = due + m_habit.late;
            if (late < m_figures.asOf())
                takeLate(i, due);
            else if (usual < m_figures.asOf())
                take(i, m_free[i], dated(ExpectedBy::Habit, late, m_figures.asOf(), late, false));
            else
                take(i, m_free[i], dated(ExpectedBy::Habit, usual, due + m_habit.early, late, false));
        }
    }

    void takeLate(std::size_t index, Day due)
    {
        const auto beyond = m_company.beyond(m_figures.asOf() - due);
        take(index, m_free[index],
             beyond
                 ? dated(ExpectedBy::CompanyHabit, due + beyond->median, due + beyond->early, due + beyond->late, false)
                 : ExpectedPayment{.by = ExpectedBy::PastHabit});
    }

    Day open(Day day) const { return nextBusinessDay(std::max(day, m_figures.asOf())); }
    ExpectedPayment dated(ExpectedBy by, Day day, Day earliest, Day latest, bool firm) const
    {
        return {.by = by, .day = open(day), .earliest = open(earliest), .latest = open(latest), .firm = firm};
    }

    void takeOffCredits()
    {
        Money credits = -m_figures.aged().credits;
        const auto takeOff = [&](auto&& concerned) {
            for (ExpectedPayment& part : m_parts) {
                if (!concerned(part.by))
                    continue;
                const Money taken = min(credits, part.amount);
                part.amount -= taken;
                credits -= taken;
            }
        };
        using enum ExpectedBy;
        // Parts are in the order they were taken: by habit, oldest due first.
        takeOff([](ExpectedBy by) {
            return by == Habit || by == ExpectedBy::CompanyHabit || by == PastHabit || by == Proceedings;
        });
        takeOff([](ExpectedBy by) { return by == Promise || by == Plan; });
        takeOff([](ExpectedBy by) { return by == Disputed; });
        if (credits.sign() > 0)
            m_parts.push_back({.amount = -credits, .by = Credit});
    }

    const AccountFigures& m_figures;
    const PaymentHabit& m_habit;
    const CompanyHabit& m_company;
    std::vector<Money> m_free; // in the order of figures.open()
    std::vector<ExpectedPayment> m_parts;
};

} // namespace

std::vector<ExpectedPayment> expectedPayments(const AccountFigures& figures, const PaymentHabit& habit,
                                              const CompanyHabit& company)
{
    return Parting(figures, habit, company).run();
}

Sentence whyOf(const ExpectedPayment& expected, const AccountFigures& figures, const PaymentHabit& habit)
{
    switch (expected.by) {
    case ExpectedBy::Plan:
        return sentence("échéancier en cours, échéance du %1", "plan in progress, instalment of %1",
                        figures.near(*expected.day));
    case ExpectedBy::Promise:
        return expected.firm
                   ? sentence("promis pour le %1", "promised for %1", figures.near(*expected.day))
                   : sentence("promis de nouveau pour le %1", "promised again for %1", figures.near(*expected.day));
    case ExpectedBy::Habit: {
        const int median = habit.median;
        const Sentence usual = median < 0    ? sentence("%1 avant l’échéance", "%1 before the due day", Days{-median})
                               : median == 0 ? sentence("à l’échéance", "on the due day")
                                             : sentence("%1 après l’échéance", "%1 after the due day", Days{median});
        const bool later = expected.item && figures.item(*expected.item).due + median < figures.asOf();
        return later ? sentence("en retard sur son habitude (%1) ; au plus tard %2 après l’échéance pour trois "
                                "factures sur quatre",
                                "later than usual (%1); three invoices out of four come within %2 of the due day",
                                usual, Days{std::max(habit.late, 0)})
                     : sentence("%1, son habitude sur %2 règlements", "%1, its habit over %2 payments", usual,
                                habit.delays);
    }
    case ExpectedBy::CompanyHabit:
        return sentence(
            "plus en retard que son habitude ; nos factures aussi en retard sont payées vers %1 après l’échéance",
            "later than its habit; our invoices of that lateness are paid about %1 after the due day",
            Days{*expected.day - figures.item(*expected.item).due});
    case ExpectedBy::Disputed: return sentence("en litige, sans date", "in dispute, no date");
    case ExpectedBy::PastHabit:
        return sentence("plus en retard que d’habitude, sans date", "later than its habit, no date");
    case ExpectedBy::Proceedings: return sentence("procédure collective, sans date", "collective proceedings, no date");
    case ExpectedBy::Credit: break;
    }
    return sentence("crédit du client, sans date", "credit of the client, no date");
}

std::string_view nameOf(ExpectedBy by)
{
    constexpr std::array<std::string_view, 8> kNames{"plan",     "promise",    "habit",       "company_habit",
                                                     "disputed", "past_habit", "proceedings", "credit"};
    return kNames.at(static_cast<std::size_t>(by));
}

} // namespace encours
