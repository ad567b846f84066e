// SPDX-License-Identifier: Apache-2.0
// Centre, inside other verbs: the client somebody named.
#pragma once

#include "domain/ledger/client.h"
#include "usecases/office.h"

namespace encours::usecases {

/// NotFound "client.unknown". Before anything is written.
Result<Client> clientOfKey(Office& office, const std::string& key);

} // namespace encours::usecases
