// SPDX-License-Identifier: Apache-2.0
// Centre, inside other verbs: from the lines of clients to their items, receipts and allocations, and from the
// difference with what is stored to the change feed. An object keeps its id as long as its identity lasts (rules.md,
// FEC), also when it vanishes and comes back.
#pragma once

#include "domain/ledger/matching.h"
#include "store/company.h"
#include "store/feed.h"
#include "usecases/office.h"

namespace encours::usecases {

/// An item that is no longer what it was: told to the person who imports.
struct ItemChange {
    std::string client; ///< key
    std::string number;
    Day dueBefore;
    Money before;               ///< residual
    Day due;                    ///< as dueBefore for an item that vanished
    std::optional<Money> after; ///< none = the item vanished
};

/// The opening lines of a year do not carry forward what the year before left this client.
struct ClientOpeningDifference {
    std::string client; ///< key
    OpeningDifference difference;
};

struct LedgerChanges {
    int itemsAdded = 0;
    int receiptsAdded = 0;
    int receiptsChanged = 0;
    int receiptsVanished = 0;
    std::vector<ItemChange> items;                 ///< changed and vanished ones
    std::vector<ClientOpeningDifference> openings; ///< of the clients computed, whether new or not
    std::vector<std::string> large;                ///< keys of those of more than kRowsOfADevice
};

/// Invoices and payments of one client above which a device may not take it (sync/central/feed_pages.h).
inline constexpr std::size_t kRowsOfADevice = 150'000;

/// Within the caller's transaction; adds to `changes` what the devices have to hear.
Result<void> recomputeClients(Office& office, const store::Company& company, std::span<const ClientId> clients,
                              store::Changes& changes, LedgerChanges& told);

} // namespace encours::usecases
