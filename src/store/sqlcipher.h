// SPDX-License-Identifier: Apache-2.0
// Opens an encrypted database file. Raw 256-bit key (no passphrase derivation), WAL, synchronous=FULL,
// temp_store=MEMORY, foreign keys, defensive mode; refuses SQLCipher older than 4.6 (security.md §B2, F1, F2, F5).
#pragma once

#include "store/connection.h"
#include "store/secret.h"

#include <filesystem>

namespace encours::store {

enum class OpenMode {
    Existing, ///< fails with NotFound when there is no file
    Create,   ///< fails with Refused when there is one (an empty one, left by an interrupted creation, is taken over)
};

enum class WhenFull {
    Fail,
    /// Opens for reading when the disk has no room for the shared index that writing needs; every write then fails with
    /// Full "store.reading". For a file that only this process uses: it goes on until the file is opened again.
    Read,
};

struct OpenOptions {
    OpenMode mode = OpenMode::Existing;
    int cacheKibibytes = 32768;
    int logPages = 1000; ///< so long a write-ahead log is copied into the file by the commit that made it so
    std::chrono::milliseconds busyTimeout{5000};
    WhenFull whenFull = WhenFull::Fail;
};

/// Files are made with mode 600. Wrong key: Denied "store.key". Damaged file: Corrupt "store.corrupt". Disk full: Full
/// "store.full". Busy beyond the timeout: Unavailable "store.busy". No access, or a failing disk: Unavailable
/// "store.access", "store.io". After "store.io" of a commit nothing of it is seen; should the machine then stop, the log may
/// hold it whole when the file is opened again.
Result<std::unique_ptr<Connection>> openSqlcipher(const std::filesystem::path& file, const SecretKey& key,
                                                  const OpenOptions& options = {});

/// Copies the write-ahead log into the file and empties it. Before the file is given another name: closing does so too, but
/// tells nobody that it failed, and the log keeps the old name. False when somebody still reads what was there.
Result<bool> emptyLog(Connection& connection);

} // namespace encours::store
