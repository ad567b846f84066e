// SPDX-License-Identifier: Apache-2.0
// The key of the centre's database: 48 bytes in hexadecimal, in a file of its own that only its owner may read.
#pragma once

#include "base/result.h"
#include "store/secret.h"

#include <filesystem>

namespace encours::store {

/// A random key in a new file, mode 600, written whole and on the disk when this returns. Refused "key.exists" when
/// there is a file: a key is never overwritten.
Result<SecretKey> createKeyFile(const std::filesystem::path& file);
/// NotFound "key.missing"; Denied "key.permissions" when group or others may read or write it; Refused "key.format".
Result<SecretKey> readKeyFile(const std::filesystem::path& file);

} // namespace encours::store
