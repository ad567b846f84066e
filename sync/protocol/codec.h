// SPDX-License-Identifier: Apache-2.0
// Wire ↔ domain. encode() takes values that hold what the domain says. decode…() trusts nothing: lengths, UTF-8, ids,
// days, amounts and counts are checked, an enum value this version does not know becomes the neutral one, and an error
// names the field ("protocol.note_add.text"). Pure functions, any thread.
#pragma once

#include "sync/protocol/message.h"

namespace encours::protocol {

Bytes encode(const EnrolRequest& message);
Bytes encode(const EnrolResponse& message);
Bytes encode(const ChallengeRequest& message);
Bytes encode(const ChallengeResponse& message);
Bytes encode(const SessionRequest& message);
Bytes encode(const SessionResponse& message);
Bytes encode(const Problem& message);
Bytes encode(const AttachmentPart& message);
Bytes encode(const AttachmentHeld& message);
Bytes encode(const AttachmentRequest& message);
Bytes encode(const Cursor& cursor); ///< also how a device stores it
Bytes encode(const Operation& operation);
Bytes encode(const SyncRequest& message); ///< `operations`, not `decoded`
Bytes encode(const Bundle& bundle);
Bytes encode(const SyncResponse& message);

Result<EnrolRequest> decodeEnrolRequest(ByteView bytes);
Result<EnrolResponse> decodeEnrolResponse(ByteView bytes);
Result<ChallengeRequest> decodeChallengeRequest(ByteView bytes);
Result<ChallengeResponse> decodeChallengeResponse(ByteView bytes);
Result<SessionRequest> decodeSessionRequest(ByteView bytes);
Result<SessionResponse> decodeSessionResponse(ByteView bytes);
Result<Problem> decodeProblem(ByteView bytes);
Result<AttachmentPart> decodeAttachmentPart(ByteView bytes);
Result<AttachmentHeld> decodeAttachmentHeld(ByteView bytes);
Result<AttachmentRequest> decodeAttachmentRequest(ByteView bytes);
Result<Cursor> decodeCursor(ByteView bytes);
/// Author, author's name and civil day are left empty: the centre stamps them.
DecodedOperation decodeOperation(ByteView bytes);
Result<SyncRequest>
decodeSyncRequest(ByteView bytes); ///< fills `decoded`; one unreadable operation does not refuse the others
Result<Bundle> decodeBundle(ByteView bytes);
Result<SyncResponse> decodeSyncResponse(ByteView bytes);

/// What an operation does, in canonical bytes, without its place in a device's queue (a renumbered device keeps its op
/// ids): equal bytes under one op id = the same operation.
Bytes operationContent(const Operation& operation);

} // namespace encours::protocol
