// SPDX-License-Identifier: Apache-2.0
// What PostgreSQL's SQLSTATEs mean to the people using the program. Its own sentences are never passed on: they may
// quote values, or the URL.
#pragma once

#include "base/result.h"

#include <string_view>

namespace encours::store::postgres {

/// `schema`: of the object the error is about, if it names one. `statement`: a text of the program.
Error errorOf(std::string_view sqlState, std::string_view schema, std::string_view statement);

/// The connection broke outside a COMMIT.
Error goneError();
/// It broke while the answer to a COMMIT was awaited, or the answer was that the copies had not confirmed it.
Error unknownError();

} // namespace encours::store::postgres
