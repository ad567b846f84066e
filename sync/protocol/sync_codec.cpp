// SPDX-License-Identifier: Apache-2.0
// The request and the answer of POST /v1/sync.
#include "sync/protocol/codec.h"
#include "sync/protocol/limits.h"

#include "codec/fields.h"
#include "encours.pb.h"

namespace encours::protocol {

using namespace codec;

namespace {

void write(wire::Cursor& out, const Cursor& cursor)
{
    out.set_feed_nonce(wireBytes(cursor.feedNonce));
    out.set_seq(static_cast<std::uint64_t>(cursor.seq));
    out.set_chain(cursor.chain);
    if (cursor.position == Cursor::Position::InsideCommit)
        out.set_commit_client(cursor.client.value);
    if (cursor.position == Cursor::Position::InSnapshot)
        out.set_snapshot_client(cursor.client.value);
    out.set_read_seq(static_cast<std::uint64_t>(cursor.readSeq));
    out.set_read_chain(cursor.readChain);
}

Result<Cursor> read(const wire::Cursor& in)
{
    FieldReader fields("cursor");
    Cursor cursor;
    cursor.feedNonce = fields.uuid("feed_nonce", in.feed_nonce());
    cursor.seq = fields.sequence("seq", in.seq());
    cursor.chain = in.chain();
    cursor.readSeq = fields.sequence("read_seq", in.read_seq());
    cursor.readChain = in.read_chain();
    if (in.has_commit_client()) {
        cursor.position = Cursor::Position::InsideCommit;
        cursor.client = fields.id<ClientId>("commit_client", in.commit_client());
    } else if (in.has_snapshot_client()) {
        cursor.position = Cursor::Position::InSnapshot;
        fields.check("snapshot_client", in.snapshot_client() >= 0, "is not an id"); // 0: at its beginning
        cursor.client = ClientId{in.snapshot_client()};
    }
    return fields.result(std::move(cursor));
}

Result<void> readOperations(const wire::SyncRequest& in, SyncRequest& request)
{
    FieldReader fields("sync");
    fields.check("ops", static_cast<std::size_t>(in.ops_size()) <= kMaximumOperations, "has too many operations");
    std::size_t total = 0;
    for (const std::string& op : in.ops())
        total += op.size();
    fields.check("ops", total <= kMaximumOperationBytes, "has too many bytes of operations");
    if (fields.good())
        for (const std::string& op : in.ops())
            request.decoded.push_back(decodeOperation(view(op)));
    return fields.good() ? Result<void>() : std::unexpected(fields.result(0).error());
}

Result<OperationResult> read(wire::OpResult& in)
{
    FieldReader fields("result");
    OperationResult result;
    result.id = OperationId{fields.optionalUuid("op_id", in.op_id())};
    result.deviceSeq = fields.sequence("device_seq", in.device_seq());
    // A status of a newer version is shown to the author, not guessed.
    result.status = known(in.status(), OperationStatus::Parked, OperationStatus::Review);
    result.effectSeq = fields.sequence("effect_seq", in.effect_seq());
    result.reason = fields.text("reason_code", std::move(*in.mutable_reason_code()), kMaximumShortCharacters);
    return fields.result(std::move(result));
}

Result<Page> read(const wire::Page& in)
{
    Page page;
    page.bundles.reserve(static_cast<std::size_t>(in.bundles_size()));
    for (const std::string& bytes : in.bundles()) {
        ENCOURS_TRY(Bundle bundle, decodeBundle(view(bytes)));
        page.bundles.push_back(std::move(bundle));
    }
    ENCOURS_TRY(page.after, read(in.after()));
    return page;
}

void write(wire::Checkpoint& out, const Checkpoint& checkpoint)
{
    write(*out.mutable_at(), checkpoint.at);
    if (checkpoint.ledgerThrough)
        out.set_ledger_through(checkpoint.ledgerThrough->daysSinceEpoch());
    if (checkpoint.coveredThrough)
        out.set_covered_through(checkpoint.coveredThrough->daysSinceEpoch());
    out.set_incomplete(checkpoint.incomplete);
    out.set_more(checkpoint.more);
    out.set_clients_total(static_cast<std::uint64_t>(checkpoint.clientsTotal));
    out.set_server_time(checkpoint.serverTime.microseconds());
}

Result<Checkpoint> read(const wire::Checkpoint& in)
{
    FieldReader fields("checkpoint");
    Checkpoint checkpoint;
    ENCOURS_TRY(checkpoint.at, read(in.at()));
    if (in.has_ledger_through())
        checkpoint.ledgerThrough = fields.day("ledger_through", in.ledger_through());
    if (in.has_covered_through())
        checkpoint.coveredThrough = fields.day("covered_through", in.covered_through());
    checkpoint.incomplete = in.incomplete();
    checkpoint.more = in.more();
    checkpoint.clientsTotal = fields.sequence("clients_total", in.clients_total());
    checkpoint.serverTime = fields.instant(in.server_time());
    return fields.result(std::move(checkpoint));
}

} // namespace

Bytes encode(const Cursor& cursor)
{
    wire::Cursor out;
    write(out, cursor);
    return serialize(out);
}

Result<Cursor> decodeCursor(ByteView bytes)
{
    wire::Cursor in;
    ENCOURS_CHECK(parse(bytes, in, "Cursor"));
    return read(in);
}

Bytes encode(const SyncRequest& message)
{
    wire::SyncRequest out;
    out.set_proto_major(message.major);
    out.set_proto_minor(message.minor);
    out.set_schema(message.schema);
    out.set_app_build(message.appBuild);
    out.set_device_id(wireBytes(message.device.value));
    out.set_request_id(wireBytes(message.requestId));
    if (message.cursor)
        write(*out.mutable_cursor(), *message.cursor);
    for (const Operation& operation : message.operations)
        out.add_ops(wireBytes(encode(operation)));
    out.set_acked_op_through(static_cast<std::uint64_t>(message.acknowledgedThrough));
    out.set_state_digest(message.stateDigest);
    out.set_max_bytes(message.maximumBytes);
    for (const ClientId client : message.priorityClients)
        out.add_priority_clients(client.value);
    out.set_device_clock(message.deviceClock.microseconds());
    return serialize(out);
}

Result<SyncRequest> decodeSyncRequest(ByteView bytes)
{
    wire::SyncRequest in;
    ENCOURS_CHECK(parse(bytes, in, "SyncRequest"));
    FieldReader fields("sync");
    SyncRequest request;
    request.major = in.proto_major();
    request.minor = in.proto_minor();
    request.schema = in.schema();
    request.appBuild = fields.text("app_build", std::move(*in.mutable_app_build()), kMaximumShortCharacters);
    request.device = DeviceId{fields.uuid("device_id", in.device_id())};
    request.requestId = fields.uuid("request_id", in.request_id());
    if (in.has_cursor()) {
        ENCOURS_TRY(request.cursor, read(in.cursor()));
    }
    ENCOURS_CHECK(readOperations(in, request));
    request.acknowledgedThrough = fields.sequence("acked_op_through", in.acked_op_through());
    request.stateDigest = in.state_digest();
    request.maximumBytes = in.max_bytes();
    fields.check("priority_clients", static_cast<std::size_t>(in.priority_clients_size()) <= kMaximumPriorityClients,
                 "has too many clients");
    for (const std::int64_t client : in.priority_clients())
        request.priorityClients.push_back(fields.id<ClientId>("priority_clients", client));
    request.deviceClock = fields.instant(in.device_clock());
    return fields.result(std::move(request));
}

Bytes encode(const SyncResponse& message)
{
    wire::SyncResponse out;
    out.set_request_id(wireBytes(message.requestId));
    for (const OperationResult& result : message.results) {
        wire::OpResult& row = *out.add_results();
        row.set_op_id(wireBytes(result.id.value));
        row.set_device_seq(static_cast<std::uint64_t>(result.deviceSeq));
        row.set_status(static_cast<std::uint32_t>(result.status));
        row.set_effect_seq(static_cast<std::uint64_t>(result.effectSeq));
        row.set_reason_code(result.reason);
    }
    if (message.reset)
        out.mutable_reset()->set_reason(static_cast<wire::Reset::Reason>(*message.reset));
    if (message.directive) {
        out.mutable_directive()->set_kind(static_cast<wire::Directive::Kind>(message.directive->kind));
        out.mutable_directive()->set_retry_after_s(static_cast<std::uint32_t>(message.directive->retryAfterSeconds));
    }
    if (message.announcedClients)
        out.mutable_announcement()->set_clients_total(static_cast<std::uint64_t>(*message.announcedClients));
    for (const Page& page : message.pages) {
        wire::Page& row = *out.add_pages();
        for (const Bundle& bundle : page.bundles)
            row.add_bundles(wireBytes(encode(bundle)));
        write(*row.mutable_after(), page.after);
    }
    if (message.checkpoint)
        write(*out.mutable_checkpoint(), *message.checkpoint);
    return serialize(out);
}

Result<SyncResponse> decodeSyncResponse(ByteView bytes)
{
    wire::SyncResponse in;
    ENCOURS_CHECK(parse(bytes, in, "SyncResponse"));
    FieldReader fields("answer");
    SyncResponse response;
    response.requestId = fields.optionalUuid("request_id", in.request_id());
    for (wire::OpResult& row : *in.mutable_results()) {
        ENCOURS_TRY(OperationResult result, read(row));
        response.results.push_back(std::move(result));
    }
    if (in.has_reset())
        response.reset =
            known(static_cast<std::uint32_t>(in.reset().reason()), ResetReason::DigestMismatch, ResetReason::Diverged);
    if (in.has_directive()) {
        Directive directive;
        directive.kind = known(static_cast<std::uint32_t>(in.directive().kind()), Directive::Kind::Reauthenticate,
                               Directive::Kind::None);
        directive.retryAfterSeconds =
            fields.smallNumber("directive.retry_after_s", in.directive().retry_after_s(), 86'400);
        response.directive = directive;
    }
    if (in.has_announcement())
        response.announcedClients = fields.sequence("announcement.clients_total", in.announcement().clients_total());
    for (const wire::Page& row : in.pages()) {
        ENCOURS_TRY(Page page, read(row));
        response.pages.push_back(std::move(page));
    }
    if (in.has_checkpoint()) {
        ENCOURS_TRY(response.checkpoint, read(in.checkpoint()));
    }
    return fields.result(std::move(response));
}

} // namespace encours::protocol
