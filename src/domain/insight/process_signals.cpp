// SPDX-License-Identifier: Apache-2.0
// Signals 4 to 8: how the company goes about it.
#include "domain/insight/signal_draft.h"

#include <map>

namespace encours::detail {

namespace {

using Value = std::optional<Hundredths>;

Value coverage(const CompanyFigures& figures)
{
    return ratio(figures.chasedClients, figures.overdueClients, 100);
}

} // namespace

Signal improvised(const SignalInputs& inputs)
{
    SignalDraft draft(
        inputs, 4, {"Échu sans étape ni responsable", "Overdue without steps or person in charge"},
        {"Donner à chaque niveau un délai et un responsable, à chaque client échu un scénario et un commercial.",
         "Give each level a delay and a person in charge, each overdue client a scenario and a salesperson."});
    const auto unowned = [&](const ClientFigures& client) {
        return !client.salesperson || (draft.in.dunning && draft.in.dunning->withoutScenario.contains(client.client));
    };
    Money amount = draft.none();
    int clients = 0;
    for (const ClientFigures& client : draft.now.clients)
        if (client.overdue.sign() > 0 && unowned(client)) {
            amount += client.overdue;
            ++clients;
        }
    draft.list([&](const ClientFigures& client) { return unowned(client) ? client.overdue : draft.none(); },
               [](const ClientFigures& client) {
                   return client.salesperson ? Sentence{"sans scénario", "without scenario"}
                                             : Sentence{"sans commercial", "without salesperson"};
               });
    if (!draft.in.dunning) {
        draft.signal.sentence = sentence(
            "Aucune relance n’a été enregistrée ici, ses scénarios ne sont pas connus ; %1 d’échu chez %2 sans "
            "commercial.",
            "No reminder was ever recorded here, its scenarios are not known; %1 overdue at %2 without salesperson.",
            amount, clientsCounted(clients));
        return std::move(draft.signal);
    }
    const Value share = percent(amount, draft.ledger.overdue);
    const auto gaps = static_cast<int>(draft.in.dunning->gaps.size());
    // Nothing overdue: the setup alone speaks.
    draft.tell(share.value_or(Hundredths{}), {},
               gaps == 0
                   ? sentence("%1 d’échu chez %2 sans scénario ou sans commercial.",
                              "%1 overdue at %2 without scenario or salesperson.", amount, clientsCounted(clients))
                   : sentence("%1 d’échu chez %2 sans scénario ou sans commercial ; %3 niveaux à compléter : %4.",
                              "%1 overdue at %2 without scenario or salesperson; %3 levels to complete: %4.", amount,
                              clients, gaps, draft.in.dunning->gaps.front()),
               sentence("%1 ÷ échu %2", "%1 ÷ overdue %2", amount, draft.ledger.overdue));
    if (gaps > 0)
        draft.signal.state = std::max(draft.signal.state, SignalState::Watch);
    return std::move(draft.signal);
}

Signal fewChased(const SignalInputs& inputs)
{
    SignalDraft draft(inputs, 5, {"Clients échus relancés", "Overdue clients chased"},
                      {"Relancer les clients de la liste : tous, sans exception.",
                       "Chase the clients of the list: all of them, without exception."});
    const auto chased = [&](const ClientFigures& client) {
        return client.lastAction && draft.now.period.asOf - *client.lastAction < kActionDays;
    };
    draft.list([&](const ClientFigures& client) { return chased(client) ? draft.none() : client.overdue; },
               [](const ClientFigures& client) {
                   return client.lastAction ? sentence("dernière action le %1", "last action on %1", *client.lastAction)
                                            : Sentence{"aucune action connue", "no action known"};
               });
    const Value share = coverage(draft.now);
    if (!share) {
        draft.signal.state = SignalState::Good;
        draft.signal.sentence = {"Aucun client n’est en retard.", "No client is late."};
        return std::move(draft.signal);
    }
    if (draft.now.anyAction) {
        draft.tell(*share, draft.before(coverage),
                   sentence("%1 clients échus sur %2 relancés en %3 jours.",
                            "%1 of %2 overdue clients chased in %3 days.", draft.now.chasedClients,
                            draft.now.overdueClients, kActionDays),
                   sentence("%1 ÷ %2 clients échus", "%1 ÷ %2 overdue clients", draft.now.chasedClients,
                            draft.now.overdueClients));
        return std::move(draft.signal);
    }
    draft.signal.sentence = sentence("Aucune action n’est enregistrée : %1 en retard, on ne sait pas qui est relancé.",
                                     "No action is recorded: %1 overdue, who is chased is not known.",
                                     clientsCounted(draft.now.overdueClients));
    return std::move(draft.signal);
}

Signal sameForAll(const SignalInputs& inputs)
{
    SignalDraft draft(inputs, 6, {"Même relance pour tous", "The same reminder for all"},
                      {"Donner un scénario à chaque profil de payeur.", "Give each payer profile a scenario."});
    if (!draft.in.dunning) {
        draft.signal.sentence = {"Aucune relance n’a été enregistrée ici : ses scénarios ne sont pas connus.",
                                 "No reminder was ever recorded here: its scenarios are not known."};
        return std::move(draft.signal);
    }
    int onDefault = 0;
    for (const ClientFigures& client : draft.now.clients)
        if (client.overdue.sign() > 0 && draft.in.dunning->onDefault.contains(client.client))
            ++onDefault;
    draft.list(
        [&](const ClientFigures& client) {
            return draft.in.dunning->onDefault.contains(client.client) ? client.overdue : draft.none();
        },
        lateBy);
    const Value share = ratio(onDefault, draft.now.overdueClients, 100);
    const auto missing = static_cast<int>(draft.in.dunning->profilesWithoutScenario.size());
    if (!share) {
        draft.signal.state = missing > 0 ? SignalState::Watch : SignalState::Good;
        draft.signal.sentence = {"Aucun client n’est en retard.", "No client is late."};
    } else {
        draft.tell(*share, {},
                   sentence("%1 clients échus sur %2 suivent le scénario par défaut.",
                            "%1 of %2 overdue clients follow the default scenario.", onDefault,
                            draft.now.overdueClients),
                   sentence("%1 ÷ %2 clients échus", "%1 ÷ %2 overdue clients", onDefault, draft.now.overdueClients));
    }
    if (missing > 0)
        draft.signal.sentence =
            sentence("%1 %2 profils sans scénario à eux : %3.", "%1 %2 profiles without a scenario: %3.",
                     draft.signal.sentence, missing, draft.in.dunning->profilesWithoutScenario.front());
    return std::move(draft.signal);
}

Signal salespeopleUnaware(const SignalInputs& inputs)
{
    SignalDraft draft(inputs, 7, {"Commerciaux informés", "Salespeople informed"},
                      {"Faire synchroniser et ouvrir la file du jour aux commerciaux de la liste.",
                       "Have the salespeople of the list synchronise and open their day."});
    const auto share = [](const SeenMarks* marks) {
        return marks ? ratio(marks->seenInTime, marks->delivered, 100) : Value();
    };
    if (!share(draft.in.seen)) {
        draft.signal.sentence = {"Aucune anomalie n’est encore arrivée chez un commercial : rien à mesurer.",
                                 "No anomaly has reached a salesperson yet: nothing to measure."};
        return std::move(draft.signal);
    }
    const SeenMarks& seen = *draft.in.seen;
    draft.tell(*share(&seen), share(draft.in.seenBefore),
               sentence("%1 anomalies sur %2 vues dans les 24 heures.", "%1 of %2 anomalies seen within 24 hours.",
                        seen.seenInTime, seen.delivered),
               sentence("%1 vues ÷ %2 arrivées", "%1 seen ÷ %2 delivered", seen.seenInTime, seen.delivered));
    std::map<ClientId, const ClientFigures*> figures;
    for (const ClientFigures& client : draft.now.clients)
        figures.emplace(client.client, &client);
    for (const SeenMarks::Unseen& unseen : seen.unseen) {
        const auto found = figures.find(unseen.client);
        if (found == figures.end())
            continue;
        const ClientFigures& client = *found->second;
        draft.signal.clients.push_back({client.client, client.key, client.name, client.overdue,
                                        sentence("%1 anomalies non vues par %2", "%1 anomalies not seen by %2",
                                                 unseen.anomalies, Sentence{unseen.salesperson, unseen.salesperson})});
    }
    return std::move(draft.signal);
}

Signal withoutProgram(const SignalInputs& inputs)
{
    SignalDraft draft(inputs, 8, {"Actions tracées", "Actions recorded"},
                      {"Noter visites, appels et promesses ici, et importer banque et grand livre chaque jour.",
                       "Note visits, calls and promises here, and import bank and ledger every day."});
    draft.list([&](const ClientFigures& client) { return client.lastAction ? draft.none() : client.overdue; }, lateBy);
    SignalState fresh = SignalState::Unknown;
    Sentence freshness{"Aucun règlement n’est connu.", "No payment is known."};
    if (draft.now.coveredThrough) {
        const int age = draft.now.period.asOf - *draft.now.coveredThrough;
        fresh = draft.in.thresholds.freshness.stateOf(Hundredths{std::int64_t{age} * 100});
        freshness = sentence("Règlements connus au %1, il y a %2.", "Payments known through %1, %2 ago.",
                             *draft.now.coveredThrough, Days{std::max(0, age)});
    }
    const int all = draft.now.recorded + draft.in.recordedElsewhere;
    const Value share = ratio(draft.now.recorded, all, 100);
    if (!share) {
        draft.signal.state = fresh == SignalState::Alert ? fresh : SignalState::Unknown;
        draft.signal.sentence = sentence("Aucune action enregistrée en %1 jours. %2",
                                         "No action recorded in %1 days. %2", kActionDays, freshness);
        return std::move(draft.signal);
    }
    draft.tell(*share, draft.before([](const CompanyFigures& figures) {
        return ratio(figures.recorded, figures.recorded, 100);
    }),
               sentence("%1 actions sur %2 notées ici en %3 jours. %4", "%1 of %2 actions recorded here in %3 days. %4",
                        draft.now.recorded, all, kActionDays, freshness),
               sentence("%1 ÷ (%1 + %2 venues d’ailleurs)", "%1 ÷ (%1 + %2 from elsewhere)", draft.now.recorded,
                        draft.in.recordedElsewhere));
    draft.signal.state = std::max(draft.signal.state, fresh);
    return std::move(draft.signal);
}

} // namespace encours::detail
