// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "intake/json_tree.h"

namespace encours::central {

/// The file a company gave, else what is compiled in, read by `read(json, name)`.
template<class Read>
auto readSettings(const std::string& file, std::string_view builtIn, std::string_view name, Read read)
    -> decltype(read(builtIn, name))
{
    if (file.empty())
        return read(builtIn, name);
    ENCOURS_TRY(const std::string text, intake::readSettingsFile(file));
    return read(text, std::filesystem::path(file).filename().string());
}

} // namespace encours::central
