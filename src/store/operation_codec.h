// SPDX-License-Identifier: Apache-2.0
// The body of an operation as bytes for the outbox row: an own small encoding with a version, because the store knows
// no wire format. Whole and self-contained: it must survive its client leaving the scope.
#pragma once

#include "domain/agreements/operation.h"
#include "store/connection.h"

#include <vector>

namespace encours::store {

inline constexpr std::size_t kMaximumOperationBytes = 64 * 1024;

std::vector<std::uint8_t> encodeBody(const OperationBody& body);
/// Corrupt "store.operation" for anything that is not exactly one body this program knows.
Result<OperationBody> decodeBody(Blob bytes);

} // namespace encours::store
