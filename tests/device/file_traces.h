// SPDX-License-Identifier: Apache-2.0
// What somebody with the key finds in the files of a device: every page of the database and of its write-ahead log is
// decrypted, those nothing refers to any more included (SQLCipher 4: AES-256-CBC, 4096 bytes, 48 of them at the end).
#pragma once

#include "store/secret.h"

#include <filesystem>
#include <string_view>

namespace encours::test {

/// How often `text` stands in any file of `folder`, as it is or decrypted.
int tracesOf(std::string_view text, const std::filesystem::path& folder, const store::SecretKey& key);

} // namespace encours::test
