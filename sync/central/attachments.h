// SPDX-License-Identifier: Apache-2.0
// Files, in parts that go on where they were cut. What a device sends is kept whether or not it sees the client at the
// moment: it may have left while the phone was offline, and the operation that names the file is kept for review.
#pragma once

#include "sync/central/enrolment.h"
#include "sync/protocol/message.h"

namespace encours::central {

/// A device brings at most so many files in 24 hours: a lost phone does not fill the disk.
inline constexpr std::int64_t kAttachmentsADay = 200;

/// Takes the part, when it is the next one; with the last, the file. At most one file of a device is on its way: another
/// one puts what was begun away. NotFound "attachment.client"; Refused "attachment.hash" (what was sent is forgotten, so
/// that it can be sent again), "attachment.media" (neither JPEG, PNG nor PDF), "attachment.too_many".
Result<protocol::AttachmentHeld> takeAttachmentPart(store::Connection& connection, store::Tenant tenant,
                                                    const Caller& caller, const protocol::AttachmentPart& part,
                                                    Instant now);
/// NotFound "attachment.unknown": one answer for a file that is not there and a client the caller does not see.
Result<protocol::AttachmentPart> readAttachmentPart(store::Connection& connection, store::Tenant tenant,
                                                    const Caller& caller, const protocol::AttachmentRequest& request);

} // namespace encours::central
