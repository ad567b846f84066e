// SPDX-License-Identifier: Apache-2.0
#include "sync/device/attachment_transfer.h"

#include "store/attachments.h"
#include "sync/device/problem.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/limits.h"

#include <algorithm>

namespace encours::device {

namespace {

/// A centre that asks again and again for what it was sent is broken.
constexpr int kMaximumParts = 2 * (kMaximumAttachmentBytes / protocol::kAttachmentPartBytes + 1);

Result<Bytes> post(Session& session, std::string_view path, Bytes body, std::stop_token stop)
{
    ENCOURS_TRY(HttpResponse response, session.post({std::string(path), std::move(body), false, {}}, stop));
    return std::move(response.body);
}

Result<void> sendOne(Session& session, const AttachmentName& name, const Bytes& content, std::stop_token stop)
{
    const auto size = static_cast<std::int64_t>(content.size());
    std::int64_t held = 0;
    for (int parts = 0; parts < kMaximumParts; ++parts) {
        const auto start = content.begin() + held;
        const auto length = std::min<std::ptrdiff_t>(content.end() - start, protocol::kAttachmentPartBytes);
        ENCOURS_TRY(const Bytes answer,
                    post(session, protocol::kAttachmentPath,
                         protocol::encode(protocol::AttachmentPart{name, size, held, {start, start + length}}), stop));
        ENCOURS_TRY(const protocol::AttachmentHeld now, protocol::decodeAttachmentHeld(answer));
        if (now.held >= size)
            return {};
        held = now.held;
    }
    return failure(ErrorKind::Refused, "attachment.stalled",
                   "The centre asks again and again for the same file; it is kept on this device. Tell the office.");
}

} // namespace

Result<SentAttachments> sendAttachments(store::Connection& connection, store::Tenant tenant, Session& session,
                                        std::stop_token stop)
{
    SentAttachments outcome;
    ENCOURS_TRY(const auto queued, store::queuedAttachments(connection, tenant));
    for (const AttachmentName& name : queued) {
        ENCOURS_TRY(const auto content, store::attachmentContent(connection, tenant, name));
        const Result<void> sent = content ? sendOne(session, name, *content, stop) : Result<void>();
        if (!sent) {
            const ErrorKind kind = sent.error().kind;
            if (kind == ErrorKind::Denied || (kind == ErrorKind::Unavailable && sent.error().code.starts_with("net.")))
                return std::unexpected(sent.error());
            if (!outcome.refused)
                outcome.refused = sent.error();
            if (kind == ErrorKind::Unavailable) // it asked to be left alone
                break;
            continue;
        }
        ENCOURS_TRY(auto transaction, store::Transaction::begin(connection));
        ENCOURS_CHECK(store::markAttachmentSent(connection, tenant, name));
        ENCOURS_CHECK(transaction.commit());
        ++outcome.sent;
    }
    outcome.waiting = static_cast<int>(queued.size()) - outcome.sent;
    return outcome;
}

Result<Bytes> fetchAttachment(Session& session, const AttachmentName& name, std::stop_token stop,
                              const std::function<void(std::int64_t held, std::int64_t size)>& onPart)
{
    Bytes content;
    for (std::int64_t size = 1; static_cast<std::int64_t>(content.size()) < size;) {
        const auto start = static_cast<std::int64_t>(content.size());
        ENCOURS_TRY(const Bytes answer, post(session, protocol::kAttachmentReadPath,
                                             protocol::encode(protocol::AttachmentRequest{name, start}), stop));
        ENCOURS_TRY(const protocol::AttachmentPart part, protocol::decodeAttachmentPart(answer));
        size = part.start == start ? part.size : 0; // 0: it answers something else, which the hash tells
        content.insert(content.end(), part.content.begin(), part.content.end());
        if (onPart)
            onPart(static_cast<std::int64_t>(content.size()), size);
    }
    if (sha256(content) != name.hash)
        return failure(ErrorKind::Refused, "attachment.hash",
                       "The file did not arrive as the centre holds it; nothing of it was kept. Try again.");
    return content;
}

} // namespace encours::device
