// SPDX-License-Identifier: Apache-2.0
// JSON as our own settings are written: UTF-8, no comments, no key twice, no number that is not an integer (money and
// rates are texts). Read into a plain tree, so that only one .cpp knows a JSON library.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace encours::intake {

struct JsonNode {
    enum class Kind { Null, Boolean, Integer, Text, Array, Object };
    Kind kind = Kind::Null;
    bool boolean = false;
    std::int64_t integer = 0;
    std::string text{};
    std::vector<JsonNode> elements{};                    ///< of an array, or the values of an object
    std::vector<std::string> names{};                    ///< of the elements of an object, as written
    const JsonNode* member(std::string_view name) const; ///< null when there is none
};

/// Refused "json.syntax" and "json.duplicate", "json.number", "json.depth" (more than 32 levels), "json.size" (more
/// than 8 MB), naming `file` and the place.
Result<JsonNode> readJson(std::string_view bytes, std::string_view file);

/// The whole of a file of settings, up to a byte more than readJson takes: it then refuses. As fileSource otherwise.
Result<std::string> readSettingsFile(const std::filesystem::path& path);

} // namespace encours::intake
