// SPDX-License-Identifier: Apache-2.0
// Expected failures are values. A function that can fail for a reason the user may meet returns Result<T>;
// exceptions are left for exhausted memory, assertions for our own mistakes.
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace encours {

/// What kind of failure it is: decides the exit code of the commands and the HTTP status of the centre.
enum class ErrorKind {
    InvalidArgument, ///< the caller asked for something that makes no sense (exit 2)
    Refused,         ///< the input was read and is not acceptable; nothing was written (exit 3)
    NotFound,        ///< the named thing does not exist (exit 3)
    Denied,          ///< wrong PIN, code, key or right (exit 4)
    Unavailable,     ///< cannot now: locked, unreachable, timed out; trying again later may succeed (exit 4)
    Full,            ///< no room left on the disk (exit 4)
    Corrupt,         ///< stored data does not verify (exit 4)
    Internal,        ///< a broken invariant of ours (exit 4)
};

struct Error {
    ErrorKind kind = ErrorKind::Internal;
    std::string code;    ///< stable, for programs and translations: "pin.wrong", "fec.truncated"
    std::string message; ///< one English sentence: what happened, what is safe, what to do. Never a secret.
};

template<class T = void>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> failure(ErrorKind kind, std::string code, std::string message)
{
    return std::unexpected(Error{kind, std::move(code), std::move(message)});
}

} // namespace encours

// ENCOURS_TRY(auto value, expression): value of the expression, or return its error from this function.
#define ENCOURS_CONCAT_(a, b) a##b
#define ENCOURS_CONCAT(a, b) ENCOURS_CONCAT_(a, b)
#define ENCOURS_TRY_(result, declaration, expression)                                                                  \
    auto result = (expression);                                                                                        \
    if (!result)                                                                                                       \
        return std::unexpected(std::move(result).error());                                                             \
    declaration = std::move(*result)
#define ENCOURS_TRY(declaration, expression) ENCOURS_TRY_(ENCOURS_CONCAT(tryResult, __LINE__), declaration, expression)
// ENCOURS_CHECK(expression): the same for Result<void>.
#define ENCOURS_CHECK(expression)                                                                                      \
    do {                                                                                                               \
        if (auto checked = (expression); !checked)                                                                     \
            return std::unexpected(std::move(checked).error());                                                        \
    } while (false)
