// SPDX-License-Identifier: Apache-2.0
// Files of clients, by the SHA-256 of their content. On a device: those it holds, and which of them the centre has not
// taken yet. At the centre: those it holds whole, and the parts of those on their way. Each function runs inside the
// caller's transaction.
#pragma once

#include "domain/agreements/attachment.h"
#include "store/connection.h"

#include <vector>

namespace encours::store {

struct StoredAttachment {
    AttachmentName name;
    std::int64_t size = 0;
    Instant addedAt;
};

/// Once; a second time changes nothing. `device` brought it.
Result<void> insertAttachment(Connection& connection, Tenant tenant, const AttachmentName& name, Blob content,
                              DeviceId device, Instant at);
Result<bool> hasAttachment(Connection& connection, Tenant tenant, const AttachmentName& name);
Result<std::optional<std::vector<std::uint8_t>>> attachmentContent(Connection& connection, Tenant tenant,
                                                                   const AttachmentName& name);
/// By client, then hash. `client` none = all of them.
Result<std::vector<StoredAttachment>> listAttachments(Connection& connection, Tenant tenant, ClientId client = {});
/// How many this device has brought since.
Result<std::int64_t> countAttachmentsSince(Connection& connection, Tenant tenant, DeviceId device, Instant since);

// ---- A device's: what waits for the centre

Result<void> queueAttachment(Connection& connection, Tenant tenant, const AttachmentName& name);
/// Oldest first.
Result<std::vector<AttachmentName>> queuedAttachments(Connection& connection, Tenant tenant);
/// The centre holds it. Of a client that has left, nothing is kept any longer.
Result<void> markAttachmentSent(Connection& connection, Tenant tenant, const AttachmentName& name);
/// It is taken back: nothing of it is left here, unless the centre has taken it.
Result<void> dropQueuedAttachment(Connection& connection, Tenant tenant, const AttachmentName& name);
/// The centre may have been restored: everything held here is offered again.
Result<void> requeueAttachments(Connection& connection, Tenant tenant);
/// The client leaves: its files go, but those the centre has not taken.
Result<void> dropSentAttachments(Connection& connection, Tenant tenant, ClientId client);

// ---- The centre's: what is on its way, at most one file per device

/// Bytes held of it, without a gap.
Result<std::int64_t> heldOfAttachment(Connection& connection, Tenant tenant, DeviceId device,
                                      const AttachmentName& name);
Result<void> insertAttachmentPart(Connection& connection, Tenant tenant, DeviceId device, const AttachmentName& name,
                                  std::int64_t start, Blob content);
Result<std::vector<std::uint8_t>> joinedAttachmentParts(Connection& connection, Tenant tenant, DeviceId device,
                                                        const AttachmentName& name);
Result<void> deleteAttachmentParts(Connection& connection, Tenant tenant, DeviceId device);
/// Of other files than this one.
Result<void> deleteOtherAttachmentParts(Connection& connection, Tenant tenant, DeviceId device,
                                        const AttachmentName& name);

} // namespace encours::store
