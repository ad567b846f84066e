// SPDX-License-Identifier: Apache-2.0
// Device: the files of one client that this device brought and still holds.
#pragma once

#include "domain/agreements/attachment.h"
#include "usecases/field.h"

namespace encours::usecases {

struct FieldDocument {
    AttachmentName name;
    MediaType media = MediaType::Pdf;
    std::int64_t size = 0; ///< bytes
    Instant addedAt;
    bool waiting = false; ///< the centre has not taken it yet
};

/// Latest first. NotFound "client.unknown".
Result<std::vector<FieldDocument>> listFieldDocuments(Field& field, const std::string& clientKey);
/// NotFound "document.unknown".
Result<std::vector<std::uint8_t>> openDocument(Field& field, const AttachmentName& name);

} // namespace encours::usecases
