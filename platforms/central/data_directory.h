// SPDX-License-Identifier: Apache-2.0
// The directory of a company's data: central.db (encrypted), server.key (its key, mode 600, elsewhere with --key-file),
// tls.crt and tls.key (what devices trust), serve.lock (one server at a time), serve.address (where it listens). With
// --database the ledger is in PostgreSQL: then there is no central.db and no server.key, and only what meets devices needs
// the directory.
#pragma once

#include "store/company_copy.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace encours::central {

struct DataDirectory {
    std::filesystem::path path;
    std::filesystem::path keyFile; ///< empty = server.key in the directory
    std::string postgresUrl;       ///< empty = central.db in the directory

    std::filesystem::path database() const { return path / "central.db"; }
    std::filesystem::path key() const { return keyFile.empty() ? path / "server.key" : keyFile; }
};

/// Makes the directory and all it holds, the company being written by `fill` before anything is in its final place: an
/// interrupted or failed creation leaves no data, and can be repeated. `fill` commits by itself. Refused "data.exists".
Result<void> createData(const DataDirectory& directory, const std::function<Result<void>(store::Connection&)>& fill);

/// A directory, or the URL of a PostgreSQL, as `migrate` takes both.
DataDirectory placeFrom(const std::string& text);
/// How the place is called in an answer: never with what is secret in a URL.
std::string nameOf(const DataDirectory& place);

/// Takes what devices trust to another directory, which is made; nothing happens when it has an identity, or this one has
/// none.
Result<void> copyTlsIdentity(const DataDirectory& from, const DataDirectory& to);

/// Once its company has been copied elsewhere: central.db becomes central.db.moved, which no command writes to. It must be
/// what was copied; Unavailable "migrate.changed" when another command has written meanwhile: then it stays in its place.
Result<void> retireDatabase(const DataDirectory& directory, const store::CompanyDigest& copied);

/// Opens the database of an existing directory, or the one in PostgreSQL. Unavailable "data.none" when there is none.
Result<std::unique_ptr<store::Connection>> openData(const DataDirectory& directory);

} // namespace encours::central
