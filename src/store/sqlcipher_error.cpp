// SPDX-License-Identifier: Apache-2.0
#include "store/sqlcipher_error.h"

#include <sqlite3.h>

#include <cerrno>
#include <new>

namespace encours::store {

namespace {

Error fullError()
{
    return {ErrorKind::Full, "store.full",
            "The disk is full: nothing of this step was saved and everything saved before is safe; free some space and "
            "try again."};
}

Error ioError(sqlite3* db)
{
    // A file size limit or a quota is a full disk to whoever meets it.
    const int cause = db ? sqlite3_system_errno(db) : 0;
    if (cause == ENOSPC || cause == EFBIG || cause == EDQUOT)
        return fullError();
    // A commit whose last sync failed is undone here and may yet be found in the log after a power cut.
    return {
        ErrorKind::Unavailable, "store.io",
        "The disk did not answer as it should: everything saved before is safe, this step may be saved or not; check "
        "the disk, open the data again and look before you repeat it."};
}

} // namespace

Error sqlcipherError(sqlite3* db, int code)
{
    switch (code & 0xff) {
    case SQLITE_NOMEM: throw std::bad_alloc();
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorKind::Unavailable, "store.busy",
                "Another program is writing to the same data: nothing was changed; try again in a moment."};
    case SQLITE_FULL: return fullError();
    case SQLITE_IOERR: return ioError(db);
    case SQLITE_NOTADB: // the first page does not verify: with a file of ours, nearly always the wrong key
        return {ErrorKind::Denied, "store.key",
                "The key does not open this database (or its first page is damaged); nothing was changed: check that "
                "key and data belong together."};
    case SQLITE_CORRUPT:
        return {ErrorKind::Corrupt, "store.corrupt",
                "The stored data does not verify: the file is damaged; keep it, and restore it from a backup or "
                "synchronise again."};
    case SQLITE_READONLY:
        if (db && sqlite3_uri_boolean(sqlite3_db_filename(db, "main"), kReadingParameter, 0))
            return {
                ErrorKind::Full, "store.reading",
                "The disk was full when the data was opened, so it can only be read: nothing of this step was saved "
                "and everything saved before is safe; free some space, then open it again."};
        [[fallthrough]];
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {ErrorKind::Unavailable, "store.access",
                "The data cannot be opened for writing: nothing was changed; check the permissions of its folder."};
    case SQLITE_CONSTRAINT:
        if (code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_ROWID)
            return {ErrorKind::Refused, "store.duplicate", "This is already stored: nothing was changed."};
        break;
    default: break;
    }
    return {ErrorKind::Internal, "store.internal",
            std::string("The database refused a statement of ours; nothing of it was saved: ") +
                (db ? sqlite3_errmsg(db) : sqlite3_errstr(code))};
}

} // namespace encours::store
