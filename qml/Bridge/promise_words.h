// SPDX-License-Identifier: Apache-2.0
// How a promise stands, in the language of the screen. Pure.
#pragma once

#include "domain/agreements/promise.h"
#include "qml/Bridge/values.h"

namespace encours::app {

/// The chips of promises (design.md §6). `pending`: the centre has not taken it, or something said of it, yet.
BadgeValue promiseBadge(const Promise& promise, const PromiseStatus& status, bool pending, Day today);
/// What became of it, or until when it is awaited: "jusqu’au 01/12", "rien reçu". Empty when there is nothing to add.
QString promiseFate(const PromiseStatus& status, Day today);

} // namespace encours::app
