// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/company_signals.h"

#include "domain/insight/signal_draft.h"

namespace encours {

std::vector<Signal> companySignals(const SignalInputs& inputs)
{
    return {detail::paidLate(inputs),           detail::aboveSector(inputs),   detail::overdueGrows(inputs),
            detail::improvised(inputs),         detail::fewChased(inputs),     detail::sameForAll(inputs),
            detail::salespeopleUnaware(inputs), detail::withoutProgram(inputs)};
}

} // namespace encours
