// SPDX-License-Identifier: Apache-2.0
#include "sync/central/feed_pages.h"

#include "store/client_facts.h"
#include "store/clients.h"
#include "sync/protocol/codec.h"

#include <algorithm>
#include <tuple>

namespace encours::central {

namespace {

using protocol::Cursor;
using protocol::ResetReason;

/// A device further behind than this gets the clients it missed whole: their unseen changes are not held in memory.
constexpr int kRowsPerRead = 20'000;
/// One more client in a page of its own, with what the page says around it.
constexpr std::size_t kMaximumBundleBytes = protocol::kMaximumPartBytes - 4096;
/// A client that may not fit is always sent whole: it is on the devices or not, depending on that.
constexpr std::int64_t kMayNotFit = kMaximumBundleBytes / 4;
/// So few rows fit, whatever they say: each was a line of a file, of 64 KiB at most, or a note, which is shorter.
constexpr std::int64_t kSurelyFit = kMayNotFit / (64 * 1024 + 64);

/// Of the commit in which it stopped, a device has the clients up to there; of them too, it has not what came since.
bool isPassed(const Cursor& cursor, std::int64_t seq, ClientId client)
{
    return cursor.position == Cursor::Position::InsideCommit && seq == cursor.seq && client <= cursor.client;
}

} // namespace

Result<std::optional<ResetReason>> checkCursor(store::Connection& connection, store::Tenant tenant,
                                               const Cursor& cursor, const store::Head& head, Instant now)
{
    using Reason = std::optional<ResetReason>;
    if (cursor.feedNonce != Uuid::fromBytes(head.nonce))
        return Reason(ResetReason::Diverged);
    if (std::max(cursor.seq, cursor.readSeq) > head.seq)
        return Reason(ResetReason::CursorAhead);
    ENCOURS_TRY(const auto chain, store::chainAt(connection, tenant, cursor.seq));
    if (!chain || *chain != cursor.chain)
        return Reason(ResetReason::Diverged);
    // Inside the feed the device holds clients of later commits: a centre restored to between would leave them as they were.
    if (cursor.readSeq > cursor.seq) {
        ENCOURS_TRY(const auto readChain, store::chainAt(connection, tenant, cursor.readSeq));
        if (!readChain || *readChain != cursor.readChain)
            return Reason(ResetReason::Diverged);
    }
    if (cursor.seq < head.seq) {
        ENCOURS_TRY(const auto missedSince, store::commitTime(connection, tenant, cursor.seq + 1));
        if (missedSince && now - *missedSince > kTombstoneLife)
            return Reason(ResetReason::TombstonesGone);
    }
    return Reason();
}

FeedPages::FeedPages(const BundleSource& source, const store::Head& head, std::optional<UserId> portfolio,
                     std::size_t maximumBytes, protocol::ResponseWriter& writer)
    : m_source(source), m_head(head), m_portfolio(portfolio), m_maximumBytes(maximumBytes), m_writer(writer)
{
}

Result<FeedPages::Progress> FeedPages::write(std::optional<Cursor> from, std::span<const ClientId> priority)
{
    m_chain = atHead();
    if (from) {
        m_at = m_chain = *from;
        m_at.readSeq = m_head.seq;
        m_at.readChain = m_head.chain;
    } else {
        m_at = atHead();
        m_at.position = Cursor::Position::InSnapshot;
        ENCOURS_CHECK(writePriority(priority));
    }
    if (m_at.position == Cursor::Position::InSnapshot)
        ENCOURS_CHECK(writeSnapshot());
    if (m_at.position != Cursor::Position::InSnapshot)
        ENCOURS_CHECK(writeChanges());
    ENCOURS_CHECK(closePage());
    return Progress{m_at, m_full};
}

/// Today's visits, ahead of the order of ids, in which they come again: the cursor stays at the beginning.
Result<void> FeedPages::writePriority(std::span<const ClientId> priority)
{
    store::WholeClients clients(m_source.connection, m_source.tenant, m_portfolio, {priority.begin(), priority.end()});
    for (std::size_t i = 0; i < priority.size(); ++i) {
        ENCOURS_TRY(auto whole, clients.next());
        if (whole)
            ENCOURS_CHECK(emit(completeBundle(m_source, std::move(*whole)), m_at));
    }
    ENCOURS_CHECK(closePage());
    m_full = false; // the first sync always goes on
    return {};
}

Result<void> FeedPages::writeSnapshot()
{
    for (;;) {
        ENCOURS_TRY(auto clients,
                    store::wholeClientsAfter(m_source.connection, m_source.tenant, m_at.client, m_portfolio));
        if (clients.empty())
            break;
        for (store::WholeClient& whole : clients) {
            if (m_full)
                return {};
            Cursor after = m_at;
            after.client = whole.client.id;
            ENCOURS_CHECK(emit(completeBundle(m_source, std::move(whole)), after));
        }
    }
    ENCOURS_CHECK(closePage());
    m_at.position = Cursor::Position::AfterCommit;
    m_at.client = {};
    return {};
}

Result<void> FeedPages::writeChanges()
{
    const Cursor from = m_at;
    std::int64_t after = from.coveredSeq();
    bool complete = false;
    while (after < m_head.seq) {
        ENCOURS_TRY(const auto page,
                    store::changesAfter(m_source.connection, m_source.tenant, after, m_portfolio, kRowsPerRead));
        complete = complete || page.more;
        std::optional<store::ChangedRows> changed;
        if (!complete) {
            ENCOURS_TRY(changed, store::readChanged(m_source.connection, m_source.tenant,
                                                    {after, page.through, m_portfolio}, page.changes));
        }
        ENCOURS_TRY(auto events, eventsOf(page, after, from));
        std::vector<ClientId> whole;
        for (Event& event : events) {
            event.form = formOf(event, changed, from);
            if (event.form == Form::Whole)
                whole.push_back(event.client);
        }
        store::WholeClients wholeClients(m_source.connection, m_source.tenant, m_portfolio, std::move(whole));
        Cursor at = m_at;
        for (const Event& event : events) {
            if (m_full)
                return {};
            at.seq = event.seq;
            at.position = Cursor::Position::InsideCommit;
            at.client = event.client;
            ENCOURS_TRY(const protocol::Bundle bundle, bundleOf(event, changed, wholeClients));
            ENCOURS_CHECK(emit(bundle, at));
            m_sent.insert(event.client);
        }
        after = page.through;
    }
    ENCOURS_CHECK(closePage());
    m_at = atHead();
    m_full = false;
    return {};
}

/// Each client that was not sent yet, once, at its first unseen commit of the page, with all its unseen rows of the page.
Result<std::vector<FeedPages::Event>> FeedPages::eventsOf(const store::ChangePage& page, std::int64_t after,
                                                          const Cursor& from)
{
    std::vector<Event> events;
    std::unordered_map<ClientId, std::size_t> place;
    for (const store::ClientChange& change : page.changes) {
        if (m_sent.contains(change.client) || isPassed(from, change.seq, change.client))
            continue;
        const auto [known, added] = place.emplace(change.client, events.size());
        if (added)
            events.push_back({change.seq, change.client, change.rows});
        else
            events[known->second].rows.insert(events[known->second].rows.end(), change.rows.begin(), change.rows.end());
    }
    if (m_portfolio) {
        ENCOURS_TRY(const auto exits,
                    store::scopeExits(m_source.connection, m_source.tenant, *m_portfolio, after, page.through));
        for (const store::ScopeExit& exit : exits)
            if (!place.contains(exit.client) && !m_sent.contains(exit.client) &&
                !isPassed(from, exit.seq, exit.client)) // contained: it came back, the change says so
                events.push_back({exit.seq, exit.client, {}});
    }
    std::ranges::sort(events, {}, [](const Event& event) { return std::tuple(event.seq, event.client); });
    return events;
}

FeedPages::Form FeedPages::formOf(const Event& event, const std::optional<store::ChangedRows>& changed,
                                  const Cursor& from) const
{
    if (!changed || event.rows.empty())
        return Form::Whole; // of one that left, there may be a new beginning
    const auto found = changed->clients.find(event.client);
    if (found == changed->clients.end() || !inScope(found->second.salesperson))
        return Form::Leave;
    const store::ChangedClient& client = found->second;
    if (client.enteredSeq > from.coveredSeq() && !isPassed(from, client.enteredSeq, event.client))
        return Form::Whole; // the device may have had nothing of it
    return client.mostRows > kSurelyFit ? Form::ChangedIfItFits : Form::Changed;
}

Result<protocol::Bundle> FeedPages::bundleOf(const Event& event, const std::optional<store::ChangedRows>& changed,
                                             store::WholeClients& wholeClients) const
{
    const auto wholeOf = [&](store::WholeClients& clients) -> Result<protocol::Bundle> {
        ENCOURS_TRY(auto whole, clients.next());
        return whole ? completeBundle(m_source, std::move(*whole)) : leaveBundle(m_source, event.client);
    };
    switch (event.form) {
    case Form::Leave: break;
    case Form::Changed: return changedBundle(m_source, event.client, event.rows, *changed);
    case Form::ChangedIfItFits: {
        ENCOURS_TRY(const std::int64_t size, store::sizeOfFacts(m_source.connection, m_source.tenant, event.client));
        if (size < kMayNotFit)
            return changedBundle(m_source, event.client, event.rows, *changed);
        store::WholeClients alone(m_source.connection, m_source.tenant, m_portfolio, {event.client});
        return wholeOf(alone);
    }
    case Form::Whole: return wholeOf(wholeClients);
    }
    return leaveBundle(m_source, event.client);
}

Result<void> FeedPages::emit(const protocol::Bundle& bundle, const Cursor& after)
{
    protocol::Bytes bytes = encode(bundle);
    if (bytes.size() > kMaximumBundleBytes)
        bytes = encode(leaveBundle(m_source, bundle.clientId));
    if (m_writer.pageBytes() > 0 && m_writer.pageBytes() + bytes.size() > protocol::kPageBytes)
        ENCOURS_CHECK(closePage());
    m_writer.addBundle(bytes);
    m_at = after;
    m_full = m_writer.totalBytes() + m_writer.pageBytes() >= m_maximumBytes;
    return {};
}

Result<void> FeedPages::closePage()
{
    if (m_writer.pageBytes() == 0)
        return {};
    if (m_chain.seq != m_at.seq) {
        ENCOURS_TRY(const auto chain, store::chainAt(m_source.connection, m_source.tenant, m_at.seq));
        m_chain = m_at;
        m_chain.chain = chain.value_or(0);
    }
    m_at.chain = m_chain.chain;
    m_writer.endPage(m_at);
    return {};
}

} // namespace encours::central
