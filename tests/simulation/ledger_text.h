// SPDX-License-Identifier: Apache-2.0
// What a database says of its clients, row by row, to be compared byte for byte between two ends and two moments.
#pragma once

#include "domain/agreements/operation.h"
#include "store/connection.h"

#include <map>
#include <set>
#include <string>

namespace encours::simulation {

inline constexpr store::Tenant kTenant{};

/// What must hold does not.
struct Violation {
    std::string invariant; ///< "I-7"
    std::string text;
};

/// What cannot fail in a sound world did: a violation too.
[[noreturn]] void giveUp(const Error& error);
template<class T>
T must(Result<T> result)
{
    if (!result)
        giveUp(result.error());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

struct RowText {
    std::string text;            ///< the columns nobody changes on a device
    std::string ending;          ///< retracted, ending, ended on
    std::string object;          ///< of a note, an event, a promise or its items: hexadecimal id
    std::int64_t serverSeq = -1; ///< of a note, promise or event
    friend bool operator==(const RowText&, const RowText&) = default;
};
/// By table and key.
using ClientText = std::map<std::string, RowText>;
using LedgerText = std::map<ClientId, ClientText>;

/// All clients that any table speaks of, or one of them.
LedgerText ledgerText(store::Connection& connection, ClientId only = {});

std::string hexOf(const Uuid& id);
/// Row by row; empty when they say the same. Facts the centre has not echoed count for nothing; of objects in `ending`,
/// which an operation that waits has ended, their ending is not compared.
std::string difference(const ClientText& device, const ClientText& centre, const std::set<std::string>& ending);

} // namespace encours::simulation
