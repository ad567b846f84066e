// SPDX-License-Identifier: Apache-2.0
// The change feed of the centre under one head row per company (sync.md §2.1). The feed keeps one row per object: its
// latest change, so it compacts itself. Order is the head's seq: gapless, commit-ordered, chained by hash.
#pragma once

#include "store/connection.h"

#include <array>
#include <vector>

namespace encours::store {

/// As in the protocol; never renumbered.
enum class Entity {
    Client = 1,
    Contact = 2,
    Item = 3,
    Receipt = 4,
    Note = 5,
    Promise = 6,
    Event = 7,
    Disputes = 8, ///< from files: all of the client; the row id is the client's
    /// The client came into a portfolio; the row id is the client's. No row of a client but this one stays where it is when
    /// the client is changed again: a device that stopped between would take itself for past it.
    Entry = 9,
};

struct Head {
    std::array<std::uint8_t, 16> nonce{};
    std::int64_t seq = 0;
    std::uint64_t chain = 0;
};

/// Collects what a transaction changed. The caller begins the transaction, writes its rows, says here which, and seals
/// as its last act: seal() takes the head row as late as possible, because from there to the commit companies' writers
/// wait for one another.
class Changes {
public:
    Changes(Connection& connection, Tenant tenant) : m_connection(connection), m_tenant(tenant) {}

    /// `portfolio`: the client's salesperson; none when nobody's. The row id of a client is its id; whoever writes its row says
    /// so here, for client_feed keeps what of it decides who is sent what.
    void put(Entity entity, std::int64_t rowId, ClientId client, UserId portfolio);
    void remove(Entity entity, std::int64_t rowId, ClientId client, UserId portfolio);
    /// The client goes to another portfolio: devices of `from` are told to forget it, those of `to` are given all of it
    /// (client_feed.entered_seq). The client row itself is written by the caller.
    void move(ClientId client, UserId from, UserId to);
    bool empty() const { return m_rows.empty() && m_moves.empty(); }

    /// seq+1, chain = first 8 bytes of SHA-256(previous chain ‖ seq ‖ digest of the rows and of 16 random bytes), feed
    /// rows, server_seq of notes, promises and events that had none, client_feed, one commit_log row. Gives the seq.
    /// After it, write only rows that need the seq (operation_log; notes and promises that nobody reads before), then
    /// commit. `kind`: "import", "sync", "assign"…;
    /// `actor`: a person or device id.
    Result<std::int64_t> seal(std::string_view kind, std::string_view actor, Instant at);
    /// seal, then commit.
    Result<std::int64_t> commit(Transaction& transaction, std::string_view kind, std::string_view actor, Instant at);

private:
    struct Row {
        Entity entity;
        std::int64_t rowId;
        ClientId client;
        UserId portfolio;
        bool deleted;
    };
    struct Move {
        ClientId client;
        UserId from;
        UserId to;
    };
    void sortRows();
    std::array<std::uint8_t, 32> digest() const;
    Result<void> writeRows(std::int64_t seq);
    Result<void> writeScopes();
    Result<void> stamp(std::int64_t seq);
    Result<void> writeMoves(std::int64_t seq);

    Connection& m_connection;
    Tenant m_tenant;
    std::vector<Row> m_rows;
    std::vector<Move> m_moves;
};

Result<Head> readHead(Connection& connection, Tenant tenant);
/// The chain after that commit: 0 at seq 0, nothing for a seq that does not exist.
Result<std::optional<std::uint64_t>> chainAt(Connection& connection, Tenant tenant, std::int64_t seq);
/// When that commit was made, by the centre's clock; nothing for a seq that does not exist.
Result<std::optional<Instant>> commitTime(Connection& connection, Tenant tenant, std::int64_t seq);
/// Recomputes the chain from the first commit. Corrupt "feed.chain" names the first seq that does not follow.
Result<void> verifyChain(Connection& connection, Tenant tenant);

struct RowRef {
    Entity entity = Entity::Client;
    std::int64_t rowId = 0;
    bool deleted = false;
};
/// What one commit changed of one client.
struct ClientChange {
    std::int64_t seq = 0;
    ClientId client;
    std::vector<RowRef> rows; ///< by entity, then id
};
/// After `seq`, by (seq, client). Whole commits only: stops at the end of the commit in which `rowLimit` was reached;
/// then `more` is true. `through` is the seq up to which the answer is complete (the head when there is no more).
struct ChangePage {
    std::vector<ClientChange> changes;
    std::int64_t through = 0;
    bool more = false;
};
/// `portfolio` none = the whole company.
Result<ChangePage> changesAfter(Connection& connection, Tenant tenant, std::int64_t seq,
                                std::optional<UserId> portfolio, int rowLimit = 5000);

struct ScopeExit {
    ClientId client;
    std::int64_t seq = 0;
};
/// Clients that left the portfolio in ]after, through], by seq.
Result<std::vector<ScopeExit>> scopeExits(Connection& connection, Tenant tenant, UserId portfolio, std::int64_t after,
                                          std::int64_t through);
Result<std::int64_t> countInScope(Connection& connection, Tenant tenant, std::optional<UserId> portfolio);

} // namespace encours::store
