// SPDX-License-Identifier: Apache-2.0
// Pictures on their way in: whatever a camera or a gallery gave becomes a small JPEG with nothing in it but the picture.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <vector>

#include <QByteArray>

namespace encours::app {

/// Largest file that is opened, and largest picture that is decoded.
inline constexpr qint64 kLargestPictureBytes = 32 * 1024 * 1024;
inline constexpr qint64 kLargestPicturePixels = 64'000'000;
/// Longest side of what is kept: a delivery note is still read at it.
inline constexpr int kLongestPictureSide = 1600;

/// Turned as its camera meant, drawn on a page of its own (so that place, time, camera, comments and colour profile stay
/// behind), and at most kMaximumAttachmentBytes. Any thread; some 100 ms for a photo of a phone. InvalidArgument
/// "picture.size", "picture.unreadable".
Result<std::vector<std::uint8_t>> reencodedPicture(const QByteArray& file);

} // namespace encours::app
