// SPDX-License-Identifier: Apache-2.0
// The directory of a company's data: central.db (encrypted), server.key (its key, mode 600, elsewhere with --key-file),
// tls.crt and tls.key (what devices trust), serve.lock (one server at a time), serve.address (where it listens).
#pragma once

#include "store/connection.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace encours::central {

struct DataDirectory {
    std::filesystem::path path;
    std::filesystem::path keyFile; ///< empty = server.key in the directory

    std::filesystem::path database() const { return path / "central.db"; }
    std::filesystem::path key() const { return keyFile.empty() ? path / "server.key" : keyFile; }
};

/// Makes the directory and all it holds, the company being written by `fill` before anything is in its final place: an
/// interrupted or failed creation leaves no data, and can be repeated. Refused "data.exists".
Result<void> createData(const DataDirectory& directory, const std::function<Result<void>(store::Connection&)>& fill);

/// Opens the database of an existing directory. Unavailable "data.none" when there is none.
Result<std::unique_ptr<store::Connection>> openData(const DataDirectory& directory);

} // namespace encours::central
