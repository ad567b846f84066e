// SPDX-License-Identifier: Apache-2.0
// Device: a file of a client, a photo of a delivery or a signed paper. It waits here until the centre holds it.
#pragma once

#include "domain/agreements/attachment.h"
#include "usecases/field.h"

#include <span>

namespace encours::usecases {

/// Once: the same content again changes nothing. InvalidArgument "document.size" (nothing, or more than 200 KiB),
/// "document.media" (neither JPEG, PNG nor PDF); NotFound "client.unknown".
Result<AttachmentName> addDocument(Field& field, ClientId client, std::span<const std::uint8_t> content);

} // namespace encours::usecases
