// SPDX-License-Identifier: Apache-2.0
// Files to the centre and back, in parts. What is cut goes on where it stood: the centre says how much it holds.
#pragma once

#include "domain/agreements/attachment.h"
#include "store/connection.h"
#include "sync/device/session.h"

#include <functional>

namespace encours::device {

struct SentAttachments {
    int sent = 0;
    int waiting = 0;              ///< still here, for the next time
    std::optional<Error> refused; ///< why the first of those was not taken
};

/// Sends what waits, oldest first; no request when nothing does. A file the centre refuses waits, the next goes. An error
/// means that the network failed, or the device's access.
Result<SentAttachments> sendAttachments(store::Connection& connection, store::Tenant tenant, Session& session,
                                        std::stop_token stop);
/// From the centre; its content is held against its hash. Refused "attachment.hash". `onPart` hears after each part how many
/// bytes are here, of how many.
Result<Bytes> fetchAttachment(Session& session, const AttachmentName& name, std::stop_token stop,
                              const std::function<void(std::int64_t held, std::int64_t size)>& onPart = {});

} // namespace encours::device
