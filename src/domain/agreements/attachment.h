// SPDX-License-Identifier: Apache-2.0
// A file that belongs to something said of a client: the photo of a dispute, a signature, a delivery note. Its name is
// the SHA-256 of its content, so that it can be sent in parts, twice, and by two devices, and is still one file.
#pragma once

#include "base/ids.h"
#include "base/sha256.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace encours {

/// After re-encoding, which is the app's: a photo loses its metadata there.
inline constexpr std::size_t kMaximumAttachmentBytes = 200 * 1024;

enum class MediaType { Jpeg, Png, Pdf };

/// By its first bytes, whatever its name says; nothing for what is not taken.
std::optional<MediaType> mediaTypeOf(std::span<const std::uint8_t> content);
/// "image/jpeg"…
std::string_view nameOf(MediaType type);

struct AttachmentName {
    ClientId client;
    Sha256 hash{};
    friend bool operator==(const AttachmentName&, const AttachmentName&) = default;
};

} // namespace encours
