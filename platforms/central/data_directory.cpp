// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/data_directory.h"

#include "store/key_file.h"
#include "store/schema.h"
#include "store/sqlcipher.h"
#include "sync/central/tls_identity.h"

namespace encours::central {

namespace fs = std::filesystem;

namespace {

std::unexpected<Error> exists(const DataDirectory& directory)
{
    return failure(ErrorKind::Refused, "data.exists",
                   "There is a company in " + directory.path.string() +
                       " already; it was left as it is. Choose another directory.");
}

// For its owner only, also when it was made by hand for this. One that holds something else stays as it is: the files we
// put there are closed to others by themselves.
Result<void> makeDirectory(const fs::path& path)
{
    std::error_code error;
    if (fs::create_directories(path, error) || (!error && fs::is_directory(path, error) && fs::is_empty(path, error)))
        fs::permissions(path, fs::perms::owner_all, error);
    if (error || !fs::is_directory(path, error)) {
        return failure(ErrorKind::Unavailable, "data.directory",
                       "The directory " + path.string() + " cannot be made (" + error.message() +
                           "); nothing was created. Choose one that can be written.");
    }
    return {};
}

// A key left by an interrupted creation has nothing encrypted with it yet and is as good as a new one.
Result<store::SecretKey> makeKey(const fs::path& file)
{
    std::error_code ignored;
    return fs::exists(file, ignored) ? store::readKeyFile(file) : store::createKeyFile(file);
}

Result<void> makeTlsIdentity(const fs::path& directory)
{
    if (auto known = loadTlsIdentity(directory); known || known.error().kind != ErrorKind::NotFound)
        return known ? Result<void>() : std::unexpected(known.error());
    ENCOURS_TRY([[maybe_unused]] const auto made, createTlsIdentity(directory));
    return {};
}

void removeDatabase(const fs::path& file)
{
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        fs::remove(fs::path(file.string() + suffix), ignored);
}

Result<void> writeDatabase(const fs::path& file, const store::SecretKey& key,
                           const std::function<Result<void>(store::Connection&)>& fill)
{
    removeDatabase(file);
    ENCOURS_TRY(const auto connection, store::openSqlcipher(file, key, {.mode = store::OpenMode::Create}));
    ENCOURS_CHECK(store::migrate(*connection, store::DatabaseKind::Central));
    return fill(*connection);
}

} // namespace

Result<void> createData(const DataDirectory& directory, const std::function<Result<void>(store::Connection&)>& fill)
{
    std::error_code error;
    if (fs::exists(directory.database(), error))
        return exists(directory);
    ENCOURS_CHECK(makeDirectory(directory.path));
    ENCOURS_TRY(const store::SecretKey key, makeKey(directory.key()));
    ENCOURS_CHECK(makeTlsIdentity(directory.path));
    const fs::path unfinished = directory.path / "central.db.new";
    if (auto written = writeDatabase(unfinished, key, fill); !written) {
        removeDatabase(unfinished);
        return written;
    }
    // A link fails where a rename would replace: of two creations at once, one wins.
    fs::create_hard_link(unfinished, directory.database(), error);
    removeDatabase(unfinished);
    if (error == std::errc::file_exists)
        return exists(directory);
    if (error) {
        return failure(ErrorKind::Unavailable, "data.directory",
                       "The database could not be put in " + directory.path.string() + " (" + error.message() +
                           "); no company was created. Try again.");
    }
    return {};
}

Result<std::unique_ptr<store::Connection>> openData(const DataDirectory& directory)
{
    std::error_code error;
    if (!fs::exists(directory.database(), error)) {
        return failure(ErrorKind::Unavailable, "data.none",
                       "There is no company in " + directory.path.string() +
                           "; check --data, or make one there with 'init'.");
    }
    ENCOURS_TRY(const store::SecretKey key, store::readKeyFile(directory.key()));
    ENCOURS_TRY(auto connection, store::openSqlcipher(directory.database(), key));
    ENCOURS_CHECK(store::migrate(*connection, store::DatabaseKind::Central));
    return connection;
}

} // namespace encours::central
