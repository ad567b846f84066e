// SPDX-License-Identifier: Apache-2.0
#include "usecases/field_documents.h"

#include "store/attachments.h"
#include "store/clients.h"
#include "store/device_state.h"
#include "store/events.h"

#include <algorithm>

namespace encours::usecases {

Result<std::vector<FieldDocument>> listFieldDocuments(Field& field, const std::string& clientKey)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(field.store));
    ENCOURS_TRY(const auto client, store::findClientByKey(field.store, field.tenant, clientKey));
    if (!client)
        return failure(ErrorKind::NotFound, "client.unknown",
                       "This client is not in the portfolio of this device; synchronise, or check its key.");
    ENCOURS_TRY(const auto stored, store::listAttachments(field.store, field.tenant, client->id));
    ENCOURS_TRY(const auto waiting, store::queuedAttachments(field.store, field.tenant));
    std::vector<FieldDocument> documents;
    for (const store::StoredAttachment& one : stored) {
        ENCOURS_TRY(const auto content, store::attachmentContent(field.store, field.tenant, one.name));
        const auto media = content ? mediaTypeOf(*content) : std::nullopt;
        if (media)
            documents.push_back({one.name, media, one.size, one.addedAt, std::ranges::contains(waiting, one.name)});
    }
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    ENCOURS_TRY(const auto events, store::eventsOf(field.store, field.tenant, client->id));
    for (const Event& event : events) {
        const auto* attached = std::get_if<Attached>(&event.saying.content);
        if (!attached)
            continue;
        const AttachmentName name{client->id, attached->document};
        const auto held = std::ranges::find(documents, name, &FieldDocument::name);
        if (held == documents.end())
            documents.push_back({name, std::nullopt, 0, event.madeAt, false, event.authorName});
        else if (held->isHere() && event.author != self.person)
            held->author = event.authorName;
    }
    std::ranges::stable_sort(documents, std::greater(), &FieldDocument::addedAt);
    return documents;
}

Result<std::vector<std::uint8_t>> openDocument(Field& field, const AttachmentName& name)
{
    ENCOURS_TRY(auto content, store::attachmentContent(field.store, field.tenant, name));
    if (!content)
        return failure(ErrorKind::NotFound, "document.unknown",
                       "This document is no longer on this device; the office has it if it was sent.");
    return std::move(*content);
}

} // namespace encours::usecases
