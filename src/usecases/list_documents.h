// SPDX-License-Identifier: Apache-2.0
// Centre: the files devices have brought, by client.
#pragma once

#include "domain/agreements/attachment.h"
#include "usecases/office.h"

namespace encours::usecases {

struct Document {
    std::string client; ///< key
    std::string clientName;
    Sha256 hash{};
    std::vector<Uuid> of; ///< the disputes, promises… it belongs to, in the centre's order; empty = of the client alone
    std::int64_t size = 0; ///< bytes
    Instant receivedAt;
};

/// By client, then hash. `clientKey` empty = all; NotFound "client.unknown".
Result<std::vector<Document>> listDocuments(Office& office, const std::string& clientKey = {});
/// NotFound "client.unknown", "document.unknown".
Result<std::vector<std::uint8_t>> documentContent(Office& office, const std::string& clientKey, const Sha256& hash);

} // namespace encours::usecases
