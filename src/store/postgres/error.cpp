// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/error.h"

namespace encours::store::postgres {

namespace {

Error busyError()
{
    return {ErrorKind::Unavailable, "store.busy",
            "Another program is writing to the same data: nothing was changed; try again in a moment."};
}

Error conflictError()
{
    return {ErrorKind::Unavailable, "store.conflict",
            "Another program wrote the same rows at the same moment: nothing of this step was saved; try again."};
}

Error fullError()
{
    return {ErrorKind::Full, "store.full",
            "The disk of the database is full: nothing of this step was saved and everything saved before is safe; "
            "free some space and try again."};
}

Error accessError()
{
    return {ErrorKind::Denied, "store.access",
            "The database does not let this user in, or not that far: nothing was changed; check the user, its "
            "password and its rights."};
}

Error ioError()
{
    return {ErrorKind::Unavailable, "store.io",
            "The disk of the database did not answer as it should: nothing of this step was saved; check it and try "
            "again."};
}

Error corruptError()
{
    return {ErrorKind::Corrupt, "store.corrupt",
            "The stored data does not verify: the database is damaged; keep it, and restore it from a backup."};
}

Error textError()
{
    return {ErrorKind::Refused, "store.text",
            "A text holds a character that cannot be stored (NUL, or bytes that are not UTF-8); nothing was saved."};
}

} // namespace

Error goneError()
{
    return {ErrorKind::Unavailable, "store.gone",
            "The database does not answer: nothing of this step was saved and everything saved before is safe; try "
            "again when it is back."};
}

Error unknownError()
{
    return {ErrorKind::Unavailable, "store.unknown",
            "The database stopped answering while it was saving: look whether this step was saved before repeating "
            "it."};
}

Error errorOf(std::string_view sqlState, std::string_view schema, std::string_view statement)
{
    const auto is = [&](auto... states) { return ((sqlState == states) || ...); };
    const std::string_view family = sqlState.substr(0, 2);
    if (is("40001", "40P01"))
        return conflictError();
    // Two programs making the same table meet in the catalogue.
    if (is("23505"))
        return schema == "pg_catalog"
                   ? conflictError()
                   : Error{ErrorKind::Refused, "store.duplicate", "This is already stored: nothing was changed."};
    if (is("55P03", "57014", "53300")) // waited too long, ran too long, too many connections
        return busyError();
    if (family == "57" || family == "08" || is("25P03")) // shut down, cut, idle for too long
        return goneError();
    if (is("53100"))
        return fullError();
    if (is("58030"))
        return ioError();
    if (family == "XX" && !is("XX000"))
        return corruptError();
    if (family == "28" || is("42501", "3D000"))
        return accessError();
    if (is("22021", "22P05"))
        return textError();
    return {ErrorKind::Internal, "store.internal",
            "The database refused a statement of ours (SQLSTATE " + std::string(sqlState) +
                "); nothing of it was saved: " + std::string(statement)};
}

} // namespace encours::store::postgres
