// SPDX-License-Identifier: Apache-2.0
#include "usecases/keep_document.h"

#include "store/attachments.h"
#include "store/device_state.h"
#include "store/events.h"
#include "usecases/add_document.h"
#include "usecases/field_text.h"

#include <algorithm>

namespace encours::usecases {

Result<void> keepDocument(Field& field, const AttachmentName& name, std::span<const std::uint8_t> content)
{
    ENCOURS_CHECK(checkDocument(content));
    if (sha256(content) != name.hash)
        return failure(ErrorKind::InvalidArgument, "document.hash",
                       "This is not the content of that document; nothing was kept. Fetch it again.");
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_CHECK(checkClient(field, name.client));
    ENCOURS_TRY(const auto events, store::eventsOf(field.store, field.tenant, name.client));
    const auto named = std::ranges::find_if(events, [&](const Event& event) {
        const auto* attached = std::get_if<Attached>(&event.saying.content);
        return attached && attached->document == name.hash;
    });
    if (named == events.end())
        return failure(ErrorKind::NotFound, "document.unknown",
                       "Nothing that was said of this client names this document; nothing was kept.");
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    ENCOURS_CHECK(store::insertAttachment(field.store, field.tenant, name, content, self.device, named->madeAt));
    return transaction.commit();
}

} // namespace encours::usecases
