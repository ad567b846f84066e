// SPDX-License-Identifier: Apache-2.0
// The change feed as pages of client bundles (sync.md §2.3, §2.4, §2.8), read inside the caller's transaction.
//  - First sync: every client of the scope by id, complete; then the commits since it began.
//  - Afterwards: the clients changed since the cursor, in the order of their first unseen commit. A bundle carries every
//    unseen change of its client, so that a device never shows half of a client.
//  - A client of which every row changed comes complete: this is how it enters a portfolio. One that left comes as `leave`.
//  - A client larger than a device takes at once (kMaximumPartBytes: some 300,000 invoices and payments under one key)
//    comes as `leave` too: a part of it would be a wrong balance, and it must not stop the others. The import says so.
#pragma once

#include "sync/central/client_bundle.h"
#include "sync/protocol/response_stream.h"

#include <unordered_set>

namespace encours::central {

inline constexpr std::chrono::days kTombstoneLife{180};

/// Nothing when the cursor belongs to this feed, else why the device starts again. Never "you are up to date" for a
/// cursor ahead of the head.
Result<std::optional<protocol::ResetReason>> checkCursor(store::Connection& connection, store::Tenant tenant,
                                                         const protocol::Cursor& cursor, const store::Head& head,
                                                         Instant now);

class FeedPages {
public:
    /// `portfolio` none = the whole company. Stops when the answer holds `maximumBytes`, after at least one bundle.
    FeedPages(const BundleSource& source, const store::Head& head, std::optional<UserId> portfolio,
              std::size_t maximumBytes, protocol::ResponseWriter& writer);

    struct Progress {
        protocol::Cursor at;
        bool more = false;
    };
    /// From the cursor (none = first sync), whose first pages then are the `priority` clients in scope.
    Result<Progress> write(std::optional<protocol::Cursor> from, std::span<const ClientId> priority);

private:
    /// How a client met in the feed is sent.
    enum class Form {
        Leave,
        Changed,
        ChangedIfItFits, ///< or whole: it has many rows, and is weighed as it is sent, if it is
        Whole
    };
    /// A client met in the feed: where, and what of it changed. Without rows: it left the portfolio.
    struct Event {
        std::int64_t seq = 0;
        ClientId client;
        std::vector<store::RowRef> rows;
        Form form = Form::Whole;
    };
    Result<void> writePriority(std::span<const ClientId> priority);
    Result<void> writeSnapshot();
    Result<void> writeChanges();
    Result<std::vector<Event>> eventsOf(const store::ChangePage& page, std::int64_t after,
                                        const protocol::Cursor& from);
    /// Without `changed` everyone is sent whole.
    Form formOf(const Event& event, const std::optional<store::ChangedRows>& changed,
                const protocol::Cursor& from) const;
    /// `wholeClients`: those of form Whole, in this order.
    Result<protocol::Bundle> bundleOf(const Event& event, const std::optional<store::ChangedRows>& changed,
                                      store::WholeClients& wholeClients) const;
    protocol::Cursor atHead() const
    {
        return {Uuid::fromBytes(m_head.nonce),
                m_head.seq,
                m_head.chain,
                protocol::Cursor::Position::AfterCommit,
                {},
                m_head.seq,
                m_head.chain};
    }
    bool inScope(UserId salesperson) const { return !m_portfolio || *m_portfolio == salesperson; }
    Result<void> emit(const protocol::Bundle& bundle, const protocol::Cursor& after);
    /// With the chain of where it ends, whatever that of m_at was.
    Result<void> closePage();

    const BundleSource& m_source;
    store::Head m_head;
    std::optional<UserId> m_portfolio;
    std::size_t m_maximumBytes;
    protocol::ResponseWriter& m_writer;
    protocol::Cursor m_at;    ///< where the bundles written so far bring the device
    protocol::Cursor m_chain; ///< the last whose chain is known: of its seq
    bool m_full = false;
    std::unordered_set<ClientId> m_sent; ///< by writeChanges: their later commits are in what was sent
};

} // namespace encours::central
