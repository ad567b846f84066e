// SPDX-License-Identifier: Apache-2.0
// Device: whose invoice is this? For the search of the list, beside names and cities, which are in memory.
#pragma once

#include "usecases/field.h"

#include <vector>

namespace encours::usecases {

/// Clients with an item whose number contains `part`, whatever its case. Under three characters: none.
Result<std::vector<ClientId>> clientsWithInvoice(Field& field, std::string_view part);

} // namespace encours::usecases
