// SPDX-License-Identifier: Apache-2.0
#include "sync/central/sync_service.h"

#include "store/clients.h"
#include "store/company.h"
#include "store/ledger_digest.h"
#include "store/operation_log.h"
#include "sync/central/feed_pages.h"
#include "sync/central/operations.h"

#include <algorithm>

namespace encours::central {

namespace {

using protocol::Directive;
using protocol::SyncRequest;
using protocol::SyncResponse;

std::size_t answerLimit(std::uint32_t asked)
{
    return asked == 0 ? protocol::kResponseBytes : std::min<std::size_t>(asked, protocol::kResponseBytes);
}

/// Answers the device may not have received, repeated until it says that it has them.
Result<void> addEarlierResults(store::Connection& connection, store::Tenant tenant, const Caller& caller,
                               const SyncRequest& request, std::vector<protocol::OperationResult>& results)
{
    ENCOURS_TRY(const auto logged,
                store::operationsAfter(connection, tenant, caller.device, request.acknowledgedThrough));
    for (const store::LoggedOperation& operation : logged)
        if (std::ranges::find(results, operation.id, &protocol::OperationResult::id) == results.end())
            results.push_back(
                {operation.id, operation.deviceSeq, operation.status, operation.effectSeq, operation.reason});
    return {};
}

Result<void> writeFeed(store::Connection& connection, store::Tenant tenant, const Caller& caller,
                       const SyncRequest& request, Instant now, protocol::ResponseWriter& writer)
{
    ENCOURS_TRY(const store::Head head, store::readHead(connection, tenant));
    ENCOURS_TRY(const store::Company company, store::loadCompany(connection, tenant));
    ENCOURS_TRY(const std::int64_t clientsTotal, store::countInScope(connection, tenant, caller.portfolio()));
    if (!request.cursor) {
        SyncResponse beginning;
        beginning.announcedClients = clientsTotal;
        writer.add(beginning);
    }
    const BundleSource source{connection, tenant, head.seq};
    FeedPages pages(source, head, caller.portfolio(), answerLimit(request.maximumBytes), writer);
    ENCOURS_TRY(const auto progress, pages.write(request.cursor, request.priorityClients));
    SyncResponse end;
    end.checkpoint.emplace();
    end.checkpoint->at = progress.at;
    end.checkpoint->more = progress.more;
    end.checkpoint->ledgerThrough = company.ledgerThrough;
    end.checkpoint->coveredThrough = company.coveredThrough;
    end.checkpoint->incomplete = company.incomplete;
    end.checkpoint->clientsTotal = clientsTotal;
    end.checkpoint->serverTime = now;
    writer.add(end);
    return {};
}

/// Devices are not sent clients beyond this by any means (feed_pages.h): what they lack is not a loss.
constexpr std::int64_t kRowsOfAComparedClient = 100'000;

/// A device at the head holds what the centre holds of its portfolio; if not, something was lost or altered.
Result<bool> isAltered(store::Connection& connection, store::Tenant tenant, const Caller& caller,
                       const SyncRequest& request, const store::Head& head)
{
    const protocol::Cursor& cursor = *request.cursor;
    if (request.stateDigest == 0 || cursor.seq != head.seq ||
        cursor.position != protocol::Cursor::Position::AfterCommit)
        return false;
    ENCOURS_TRY(const store::LedgerDigest own, store::digestLedger(connection, tenant, caller.portfolio()));
    return own.rowsOfLargestClient <= kRowsOfAComparedClient && own.value != request.stateDigest;
}

Result<std::optional<protocol::ResetReason>> resetFor(store::Connection& connection, store::Tenant tenant,
                                                      const Caller& caller, const SyncRequest& request, Instant now)
{
    if (!request.cursor)
        return std::nullopt;
    ENCOURS_TRY(const auto view, store::Snapshot::take(connection));
    ENCOURS_TRY(const store::Head head, store::readHead(connection, tenant));
    ENCOURS_TRY(auto reason, checkCursor(connection, tenant, *request.cursor, head, now));
    if (reason)
        return reason;
    ENCOURS_TRY(const bool altered, isAltered(connection, tenant, caller, request, head));
    return altered ? std::optional(protocol::ResetReason::DigestMismatch) : std::nullopt;
}

} // namespace

Result<protocol::Bytes> synchronise(store::Connection& connection, store::Tenant tenant, const Caller& caller,
                                    const SyncRequest& request, Instant now)
{
    if (request.device != caller.device)
        return failure(ErrorKind::Denied, "device.mismatch",
                       "The session belongs to another device; nothing was changed. Open a new session.");
    protocol::ResponseWriter writer;
    SyncResponse start;
    start.requestId = request.requestId;
    // Then the operations wait for the next request, which brings again those the restored centre has lost: taken in their
    // order, they do not look like those of a copied device.
    ENCOURS_TRY(start.reset, resetFor(connection, tenant, caller, request, now));
    if (start.reset) {
        writer.add(start);
        return writer.finish();
    }
    ENCOURS_TRY(auto outcome, applyOperations(connection, tenant, caller, request.decoded, now));
    start.results = std::move(outcome.results);
    ENCOURS_CHECK(addEarlierResults(connection, tenant, caller, request, start.results));
    if (outcome.forked)
        start.directive = Directive{Directive::Kind::DeviceForked, 0};
    else if (request.major != protocol::kMajorVersion)
        start.directive = Directive{Directive::Kind::UpgradeRequired, 0};
    writer.add(start);
    if (!start.directive) {
        ENCOURS_TRY(const auto view, store::Snapshot::take(connection));
        ENCOURS_CHECK(writeFeed(connection, tenant, caller, request, now, writer));
    }
    return writer.finish();
}

} // namespace encours::central
