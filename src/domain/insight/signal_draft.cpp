// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/signal_draft.h"

namespace encours::detail {

SignalDraft::SignalDraft(const SignalInputs& inputs, int number, Sentence title, Sentence action)
    : in(inputs), now(inputs.now), ledger(inputs.now.ledger)
{
    signal.number = number;
    signal.title = std::move(title);
    signal.action = std::move(action);
    signal.lowIsBad = in.thresholds.of[static_cast<std::size_t>(number - 1)].lowIsBad;
}

void SignalDraft::tell(Hundredths value, std::optional<Hundredths> earlier, Sentence sentence, Sentence why)
{
    signal.value = value;
    signal.before = earlier;
    signal.state = in.thresholds.of[static_cast<std::size_t>(signal.number - 1)].stateOf(value);
    signal.sentence = std::move(sentence);
    signal.why = std::move(why);
}

Sentence lateBy(const ClientFigures& client)
{
    return sentence("échu jusqu’à %1 jours", "overdue up to %1 days", client.oldestDaysLate);
}

} // namespace encours::detail
