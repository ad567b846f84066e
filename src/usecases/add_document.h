// SPDX-License-Identifier: Apache-2.0
// Device: a file of a client, a photo of a delivery or a signed paper, by itself or as part of something that was said. It
// waits here until the centre holds it.
#pragma once

#include "domain/agreements/attachment.h"
#include "store/device_state.h"
#include "usecases/field.h"

#include <span>

namespace encours::usecases {

/// Once: the same content again changes nothing. InvalidArgument "document.size" (nothing, or more than 200 KiB),
/// "document.media" (neither JPEG, PNG nor PDF); NotFound "client.unknown".
Result<AttachmentName> addDocument(Field& field, ClientId client, std::span<const std::uint8_t> content);

/// The same, and that it belongs to `object` (a dispute, a promise, a note of this client): one transaction.
Result<AttachmentName> attachDocument(Field& field, ClientId client, const Uuid& object,
                                      std::span<const std::uint8_t> content);

// Inside other verbs, in the caller's transaction.
Result<void> checkDocument(std::span<const std::uint8_t> content);
Result<AttachmentName> writeDocument(Field& field, const store::Enrolment& self, ClientId client, const Uuid& object,
                                     std::span<const std::uint8_t> content);

} // namespace encours::usecases
