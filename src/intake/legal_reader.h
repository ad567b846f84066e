// SPDX-License-Identifier: Apache-2.0
// The law's data (assets/legal/README.md) → domain/law. Strict: see json_fields.h; days out of order are refused
// too.
#pragma once

#include "domain/law/payment_terms.h"

#include "base/result.h"

namespace encours::intake {

/// `file`: its name, for messages.
Result<LegalRates> readLegalRates(std::string_view json, std::string_view file);
Result<LegalProcedures> readLegalProcedures(std::string_view json, std::string_view file);
Result<std::vector<TermsCap>> readTermsCaps(std::string_view json, std::string_view file);

} // namespace encours::intake
