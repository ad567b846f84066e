// SPDX-License-Identifier: Apache-2.0
// Where the bytes of a file come from. A reader asks for them once, from the first to the last.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string_view>

namespace encours::intake {

/// Fills at most the whole span and says how many bytes were put; 0 = the end. An error ends the reading.
using ByteSource = std::function<Result<std::size_t>(std::span<char>)>;

/// NotFound when the file cannot be opened, or is a directory or a device (a pipe is read); the file stays open as long as the source lives.
Result<ByteSource> fileSource(const std::filesystem::path& path);
/// `bytes` must outlive the source.
ByteSource memorySource(std::string_view bytes);

} // namespace encours::intake
