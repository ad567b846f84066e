// SPDX-License-Identifier: Apache-2.0
// Device, inside other verbs: checks that notes and promises share.
#pragma once

#include "usecases/field.h"

namespace encours::usecases {

/// InvalidArgument "person.name" above 200 characters or when it is not UTF-8. Empty is right.
Result<void> checkPerson(std::string_view name);
/// NotFound "client.unknown" when the client is not in the portfolio of this device.
Result<void> checkClient(Field& field, ClientId client);

} // namespace encours::usecases
