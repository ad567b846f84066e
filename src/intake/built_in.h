// SPDX-License-Identifier: Apache-2.0
// The files of assets/ that are compiled in, as they stand there.
#pragma once

#include <string_view>

namespace encours::intake::built_in {

std::string_view dunningRules();
std::string_view kpiActionCosts();
std::string_view kpiSectorDays();
std::string_view kpiSignals();
std::string_view insightRules();
std::string_view legalRates();
std::string_view legalPaymentTerms();
std::string_view legalProcedures();

} // namespace encours::intake::built_in
