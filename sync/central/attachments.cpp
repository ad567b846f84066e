// SPDX-License-Identifier: Apache-2.0
#include "sync/central/attachments.h"

#include "store/attachments.h"
#include "store/clients.h"
#include "sync/protocol/limits.h"

namespace encours::central {

namespace {

constexpr std::chrono::hours kADayBack{-24};

Result<void> mayBring(store::Connection& connection, store::Tenant tenant, const Caller& caller, ClientId client,
                      Instant now)
{
    ENCOURS_TRY(const auto known, store::findClient(connection, tenant, client));
    if (!known)
        return failure(ErrorKind::NotFound, "attachment.client",
                       "The file belongs to a client this centre does not know; nothing was taken.");
    ENCOURS_TRY(const std::int64_t brought,
                store::countAttachmentsSince(connection, tenant, caller.device, now + kADayBack));
    if (brought >= kAttachmentsADay)
        return failure(ErrorKind::Unavailable, "attachment.too_many",
                       "This device has brought as many files as one may in a day; the file stays on the device. It "
                       "goes up tomorrow.");
    return {};
}

Result<void> keepWhole(store::Connection& connection, store::Tenant tenant, const Caller& caller,
                       const AttachmentName& name, Instant now)
{
    ENCOURS_TRY(const auto content, store::joinedAttachmentParts(connection, tenant, caller.device, name));
    ENCOURS_CHECK(store::deleteAttachmentParts(connection, tenant, caller.device));
    if (sha256(content) != name.hash)
        return failure(ErrorKind::Refused, "attachment.hash",
                       "The file did not arrive as it was sent; nothing of it was kept. Send it again.");
    if (!mediaTypeOf(content))
        return failure(ErrorKind::Refused, "attachment.media",
                       "The file is neither a JPEG or PNG picture nor a PDF; nothing of it was kept.");
    return store::insertAttachment(connection, tenant, name, content, caller.device, now);
}

} // namespace

Result<protocol::AttachmentHeld> takeAttachmentPart(store::Connection& connection, store::Tenant tenant,
                                                    const Caller& caller, const protocol::AttachmentPart& part,
                                                    Instant now)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(connection));
    ENCOURS_TRY(const bool there, store::hasAttachment(connection, tenant, part.name));
    if (there)
        return protocol::AttachmentHeld{part.size};
    ENCOURS_CHECK(mayBring(connection, tenant, caller, part.name.client, now));
    ENCOURS_CHECK(store::deleteOtherAttachmentParts(connection, tenant, caller.device, part.name));
    ENCOURS_TRY(std::int64_t held, store::heldOfAttachment(connection, tenant, caller.device, part.name));
    if (part.start != held)
        return protocol::AttachmentHeld{held};
    ENCOURS_CHECK(store::insertAttachmentPart(connection, tenant, caller.device, part.name, part.start, part.content));
    held += static_cast<std::int64_t>(part.content.size());
    const auto kept = held == part.size ? keepWhole(connection, tenant, caller, part.name, now) : Result<void>();
    // A file that is refused leaves nothing behind: what was deleted is to stay so.
    if (kept || kept.error().kind == ErrorKind::Refused)
        ENCOURS_CHECK(transaction.commit());
    ENCOURS_CHECK(kept);
    return protocol::AttachmentHeld{held};
}

Result<protocol::AttachmentPart> readAttachmentPart(store::Connection& connection, store::Tenant tenant,
                                                    const Caller& caller, const protocol::AttachmentRequest& request)
{
    ENCOURS_TRY(const auto client, store::findClient(connection, tenant, request.name.client));
    ENCOURS_TRY(const auto content, store::attachmentContent(connection, tenant, request.name));
    if (!client || !caller.sees(client->salesperson) || !content ||
        request.start >= static_cast<std::int64_t>(content->size()))
        return failure(ErrorKind::NotFound, "attachment.unknown", "There is no such file here.");
    const auto start = content->begin() + request.start;
    const auto size = std::min<std::ptrdiff_t>(content->end() - start, protocol::kAttachmentPartBytes);
    return protocol::AttachmentPart{
        request.name, static_cast<std::int64_t>(content->size()), request.start, {start, start + size}};
}

} // namespace encours::central
