// SPDX-License-Identifier: Apache-2.0
// Device: the content of a document that somebody else attached, as the centre gave it, for this device to hold. It lies in the
// encrypted store like those brought here, and goes with its client; it does not wait for the centre, which has it.
#pragma once

#include "domain/agreements/attachment.h"
#include "usecases/field.h"

#include <span>

namespace encours::usecases {

/// Once: the same content again changes nothing. NotFound "client.unknown" (it has left meanwhile), "document.unknown"
/// (nothing said of this client names it); InvalidArgument "document.size", "document.media", "document.hash".
Result<void> keepDocument(Field& field, const AttachmentName& name, std::span<const std::uint8_t> content);

} // namespace encours::usecases
