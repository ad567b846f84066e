// SPDX-License-Identifier: Apache-2.0
#include "usecases/dunning.h"

#include "domain/insight/assign_profile.h"
#include "store/dunning_steps.h"
#include "store/feed.h"
#include "usecases/client_accounts.h"

#include <algorithm>

namespace encours::usecases {

namespace {

/// The steps of every client, found by client.
class History {
public:
    static Result<History> load(Office& office)
    {
        History history;
        ENCOURS_TRY(history.m_steps, store::dunningSteps(office.store, office.tenant));
        return history;
    }
    std::span<const DunningStep> of(ClientId client) const
    {
        const auto [first, last] = std::ranges::equal_range(m_steps, client, {}, &DunningStep::client);
        return {first, last};
    }

    /// As it was before the run of that day.
    History before(Day day) const
    {
        History earlier;
        std::ranges::copy_if(m_steps, std::back_inserter(earlier.m_steps),
                             [&](const DunningStep& step) { return step.day < day; });
        return earlier;
    }

private:
    std::vector<DunningStep> m_steps;
};

Result<DunningRows> rowsOn(Office& office, const DunningRequest& request, Day asOf, const History& history)
{
    DunningRows rows;
    ENCOURS_CHECK(visitAccounts(
        office, {.asOf = asOf, .clientKey = request.clientKey}, [&](const ClientAccount& account) -> Result<void> {
            const auto profile = profileForDunning(account, request.rules, request.insight);
            rows.add(account, planAccount(account, request.rules, history.of(account.client.id), profile), profile);
            return {};
        }));
    return rows;
}

} // namespace

std::optional<PayerProfile> profileForDunning(const ClientAccount& account, const DunningRules& rules,
                                              const InsightRules& insight)
{
    if (rules.scenarios.size() == 1 || rules.clientScenarios.contains(account.client.key))
        return std::nullopt;
    return assignProfile(AccountFigures(account), insight).profile;
}

Result<DunningPlan> planDunning(Office& office, const DunningRequest& request)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(office.store));
    ENCOURS_TRY(const store::Company company, store::loadCompany(office.store, office.tenant));
    ENCOURS_CHECK(mayRun(request.rules, request.asOf, company.coveredThrough.value_or(request.asOf), std::nullopt));
    ENCOURS_TRY(History history, History::load(office));
    ENCOURS_TRY(const auto lastRun, store::lastDunningRun(office.store, office.tenant, office.clock.today()));
    if (lastRun && request.asOf < *lastRun)
        history = history.before(request.asOf + 1); // the steps taken since are left out, as all later facts are
    DunningPlan plan;
    ENCOURS_TRY(plan.rows, rowsOn(office, request, request.asOf, history));
    if (request.sinceYesterday) {
        ENCOURS_TRY(const DunningRows before,
                    rowsOn(office, request, request.asOf - 1, history.before(request.asOf - 1)));
        plan.changes = changesSince(before, plan.rows);
    }
    return plan;
}

Result<DunningCommit> commitDunning(Office& office, const DunningRequest& request)
{
    const Day today = office.clock.today();
    if (request.asOf > today)
        return failure(ErrorKind::InvalidArgument, "dunning.future",
                       "A step is recorded once it is taken, and " + request.asOf.iso() + " is to come: today is " +
                           today.iso() + "; nothing was recorded. 'dunning plan' shows what that day would bring.");
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    ENCOURS_TRY(const store::Company company, store::loadCompany(office.store, office.tenant));
    ENCOURS_TRY(const auto lastRun, store::lastDunningRun(office.store, office.tenant, today));
    ENCOURS_CHECK(mayRun(request.rules, request.asOf, company.coveredThrough, lastRun));
    ENCOURS_TRY(const History history, History::load(office));
    DunningCommit done;
    ENCOURS_TRY(done.rows, rowsOn(office, request, request.asOf, history));
    const Instant now = office.clock.now();
    std::vector<bool> sent(done.rows.sendings.size());
    for (const DunningRow& row : done.rows.rows) {
        if (!row.in())
            continue;
        if (row.item.id.value < 0) {
            ++done.vanished;
            continue;
        }
        const auto place = static_cast<std::size_t>(row.message) - 1;
        const DunningSending& sending = done.rows.sendings[place];
        const PlannedItem& planned = row.planned;
        const DunningStep step{row.clientId,
                               row.item.id,
                               row.scenario->name,
                               planned.level,
                               request.asOf,
                               sending.channel,
                               planned.demanded - planned.credits,
                               office.actor};
        ENCOURS_TRY(const bool isNew, store::insertDunningStep(office.store, office.tenant, step, sending.key, now));
        done.steps += isNew ? 1 : 0;
        sent[place] = sent[place] || isNew;
    }
    done.messages = static_cast<int>(std::ranges::count(sent, true));
    ENCOURS_TRY(const bool newRun,
                store::insertDunningRun(office.store, office.tenant, request.asOf, office.actor, now));
    if (done.steps == 0 && !newRun)
        return done; // nothing to write: the transaction is given up
    store::Changes changes(office.store, office.tenant);
    ENCOURS_CHECK(changes.commit(transaction, "dunning", office.actor, now));
    return done;
}

} // namespace encours::usecases
