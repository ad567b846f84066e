// SPDX-License-Identifier: Apache-2.0
// Device: the files of one client: those this device brought and still holds, and those that others attached to what they
// said, which the feed tells of and the centre holds until they are fetched (keep_document.h).
#pragma once

#include "domain/agreements/attachment.h"
#include "usecases/field.h"

namespace encours::usecases {

struct FieldDocument {
    AttachmentName name;
    std::optional<MediaType> media; ///< none: it is not on this device
    std::int64_t size = 0;          ///< bytes, when it is here
    Instant addedAt;
    bool waiting = false; ///< the centre has not taken it yet
    std::string author{}; ///< who attached it, when it was somebody else

    bool isHere() const { return media.has_value(); }
};

/// Latest first. NotFound "client.unknown".
Result<std::vector<FieldDocument>> listFieldDocuments(Field& field, const std::string& clientKey);
/// NotFound "document.unknown".
Result<std::vector<std::uint8_t>> openDocument(Field& field, const AttachmentName& name);

} // namespace encours::usecases
