// SPDX-License-Identifier: Apache-2.0
#include "usecases/add_document.h"

#include "store/attachments.h"
#include "store/device_state.h"
#include "usecases/field_text.h"

namespace encours::usecases {

Result<AttachmentName> addDocument(Field& field, ClientId client, std::span<const std::uint8_t> content)
{
    if (content.empty() || content.size() > kMaximumAttachmentBytes)
        return failure(ErrorKind::InvalidArgument, "document.size",
                       "A document holds at most 200 KiB and this one has " + std::to_string(content.size()) +
                           " bytes; nothing was kept. Send a smaller picture.");
    if (!mediaTypeOf(content))
        return failure(ErrorKind::InvalidArgument, "document.media",
                       "A document is a JPEG or PNG picture or a PDF, and this is none of them; nothing was kept.");
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_CHECK(checkClient(field, client));
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    const AttachmentName name{client, sha256(content)};
    ENCOURS_TRY(const bool there, store::hasAttachment(field.store, field.tenant, name));
    if (there)
        return name;
    ENCOURS_CHECK(store::insertAttachment(field.store, field.tenant, name, content, self.device, field.clock.now()));
    ENCOURS_CHECK(store::queueAttachment(field.store, field.tenant, name));
    ENCOURS_CHECK(transaction.commit());
    return name;
}

} // namespace encours::usecases
