// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/data_directory.h"

#include "store/company.h"
#include "store/key_file.h"
#include "store/postgres/postgres.h"
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
    ENCOURS_CHECK(fill(*connection));
    ENCOURS_TRY(const bool whole, store::emptyLog(*connection));
    if (!whole)
        return failure(ErrorKind::Unavailable, "store.busy",
                       "Somebody else reads " + file.string() + "; no company was created. Try again.");
    return {};
}

fs::path movedFile(const DataDirectory& directory)
{
    return directory.path / "central.db.moved";
}

/// The tables come first, by themselves: a database that has them, and no company, is as good as an empty one.
Result<void> createInPostgres(const DataDirectory& directory,
                              const std::function<Result<void>(store::Connection&)>& fill)
{
    ENCOURS_TRY(const auto connection, store::openPostgres(directory.postgresUrl));
    ENCOURS_CHECK(store::migrate(*connection, store::DatabaseKind::Central));
    if (const auto company = store::loadCompany(*connection, {}); company)
        return failure(ErrorKind::Refused, "data.exists",
                       "There is a company in this database already; it was left as it is. Choose another database.");
    else if (company.error().code != "company.none")
        return std::unexpected(company.error());
    return fill(*connection);
}

Result<std::unique_ptr<store::Connection>> openInPostgres(const DataDirectory& directory)
{
    ENCOURS_TRY(auto connection, store::openPostgres(directory.postgresUrl));
    ENCOURS_TRY(const bool there, connection->hasTable("schema_version"));
    if (!there)
        return failure(ErrorKind::Unavailable, "data.none",
                       "There is no company in this database; check --database, or make one there with 'init'.");
    ENCOURS_CHECK(store::migrate(*connection, store::DatabaseKind::Central));
    return connection;
}

} // namespace

Result<void> createData(const DataDirectory& directory, const std::function<Result<void>(store::Connection&)>& fill)
{
    std::error_code error;
    if (directory.path.empty())
        return createInPostgres(directory, fill);
    if (fs::exists(directory.database(), error))
        return exists(directory);
    ENCOURS_CHECK(makeDirectory(directory.path));
    if (!directory.postgresUrl.empty()) {
        ENCOURS_CHECK(makeTlsIdentity(directory.path));
        return createInPostgres(directory, fill);
    }
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
    if (!directory.postgresUrl.empty())
        return openInPostgres(directory);
    std::error_code error;
    if (!fs::exists(directory.database(), error)) {
        if (fs::exists(movedFile(directory), error))
            return failure(ErrorKind::Unavailable, "data.moved",
                           "The company of " + directory.path.string() +
                               " was moved to a PostgreSQL database; add --database.");
        return failure(ErrorKind::Unavailable, "data.none",
                       "There is no company in " + directory.path.string() +
                           "; check --data, or make one there with 'init'.");
    }
    ENCOURS_TRY(const store::SecretKey key, store::readKeyFile(directory.key()));
    // A batch of a device changes hundreds of pages, much the same as the batch before: copied together, they cost less.
    ENCOURS_TRY(auto connection, store::openSqlcipher(directory.database(), key, {.logPages = 4000}));
    ENCOURS_CHECK(store::migrate(*connection, store::DatabaseKind::Central));
    return connection;
}

DataDirectory placeFrom(const std::string& text)
{
    const bool isUrl = text.starts_with("postgresql://") || text.starts_with("postgres://");
    return isUrl ? DataDirectory{{}, {}, text} : DataDirectory{text, {}, {}};
}

std::string nameOf(const DataDirectory& place)
{
    return place.postgresUrl.empty() ? place.path.string() : store::placeOf(place.postgresUrl);
}

Result<void> copyTlsIdentity(const DataDirectory& from, const DataDirectory& to)
{
    if (from.path.empty() || to.path.empty())
        return {};
    ENCOURS_CHECK(makeDirectory(to.path));
    for (const char* name : {"tls.key", "tls.crt"}) {
        std::error_code error;
        if (!fs::exists(from.path / name, error))
            continue;
        fs::copy_file(from.path / name, to.path / name, fs::copy_options::skip_existing, error); // with its mode
        if (error)
            return failure(ErrorKind::Unavailable, "data.directory",
                           "The certificate of " + from.path.string() + " could not be copied (" + error.message() +
                               "); nothing else was done. Try again.");
    }
    return {};
}

Result<void> retireDatabase(const DataDirectory& directory, const store::CompanyDigest& copied)
{
    const fs::path moved = movedFile(directory);
    const auto asCopied = [&]() -> Result<bool> {
        ENCOURS_TRY(const store::SecretKey key, store::readKeyFile(directory.key()));
        ENCOURS_TRY(const auto connection, store::openSqlcipher(moved, key));
        ENCOURS_TRY(const store::CompanyDigest digest, store::companyDigest(*connection, {}));
        return digest == copied;
    };
    std::error_code error;
    fs::rename(directory.database(), moved, error);
    if (error)
        return failure(ErrorKind::Unavailable, "migrate.retire",
                       "The company was copied, but " + directory.database().string() + " cannot be renamed (" +
                           error.message() + "): do it by hand, so that nobody writes to it any more.");
    const auto same = asCopied();
    if (same && *same)
        return {};
    fs::rename(moved, directory.database(), error);
    if (!same)
        return std::unexpected(same.error());
    return failure(ErrorKind::Unavailable, "migrate.changed",
                   "Another command has written to " + directory.path.string() +
                       " meanwhile: it stays in use. Empty the new place and move again.");
}

} // namespace encours::central
