// SPDX-License-Identifier: Apache-2.0
#include "usecases/brief_client.h"

#include "intake/insight_reader.h"
#include "store/clients.h"
#include "store/contacts.h"
#include "store/events.h"
#include "usecases/field_accounts.h"
#include "usecases/plan_visit.h"

namespace encours::usecases {

Result<ClientBrief> briefClient(Field& field, const std::string& key, std::optional<BasisPoints> margin)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(field.store));
    ENCOURS_TRY(const InsightSettings settings, intake::builtInInsightSettings());
    ENCOURS_TRY(auto client, store::findClientByKey(field.store, field.tenant, key));
    if (!client)
        return failure(ErrorKind::NotFound, "client.unknown",
                       "This client is not in the portfolio of this device; synchronise, or check its key.");
    ENCOURS_TRY(const Freshness fresh, freshness(field));
    ENCOURS_TRY(const auto contacts, store::contactsOf(field.store, field.tenant, client->id));
    ENCOURS_TRY(const auto events, store::eventsOf(field.store, field.tenant, client->id));
    VisitEnvelope envelope;
    envelope.margin = margin.value_or(envelope.margin);
    ClientBrief answer;
    answer.asOf = field.clock.today();
    answer.visit = nextVisit(visitsOf(events));
    if (!contacts.empty())
        answer.person = contacts.front().name;
    ENCOURS_CHECK(visitFieldAccounts(field, {&*client, 1}, fresh.coveredThrough.value_or(Day()),
                                     [&](const FieldAccount& read) -> Result<void> {
                                         const ClientAccount& account = read.account;
                                         const AccountFigures figures(account);
                                         const auto anomalies = findAnomalies(figures, settings);
                                         answer.brief = visitBrief(figures, anomalies, settings.rules, envelope);
                                         if (const auto& last = answer.brief.lastPromise)
                                             answer.lastPromise = account.statuses[last->place].state;
                                         return {};
                                     }));
    if (!margin)
        answer.brief.cost = {};
    answer.client = std::move(*client);
    return answer;
}

} // namespace encours::usecases
