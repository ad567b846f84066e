// SPDX-License-Identifier: Apache-2.0
// What an event says, in words of listings.
#pragma once

#include "domain/agreements/event.h"

#include <string>

namespace encours::cli {

/// "amend", "withdraw", "resolve"…; "newer" for a kind of a newer version.
std::string_view nameOf(EventKind kind);
/// 64 digits: how a person names the content of a plan they have read.
std::string hexOf(const ContentHash& hash);
/// "1000.00 EUR for 2026-11-30"; empty for what a newer version said.
std::string shown(const EventContent& content);

} // namespace encours::cli
