// SPDX-License-Identifier: Apache-2.0
#include "usecases/add_document.h"

#include "store/attachments.h"
#include "usecases/field_text.h"
#include "usecases/say.h"

namespace encours::usecases {

namespace {

/// Once: the same content again changes nothing.
Result<AttachmentName> keep(Field& field, const store::Enrolment& self, ClientId client,
                            std::span<const std::uint8_t> content)
{
    const AttachmentName name{client, sha256(content)};
    ENCOURS_TRY(const bool there, store::hasAttachment(field.store, field.tenant, name));
    if (there)
        return name;
    ENCOURS_CHECK(store::insertAttachment(field.store, field.tenant, name, content, self.device, field.clock.now()));
    ENCOURS_CHECK(store::queueAttachment(field.store, field.tenant, name));
    return name;
}

} // namespace

Result<void> checkDocument(std::span<const std::uint8_t> content)
{
    if (content.empty() || content.size() > kMaximumAttachmentBytes)
        return failure(ErrorKind::InvalidArgument, "document.size",
                       "A document holds at most 200 KiB and this one has " + std::to_string(content.size()) +
                           " bytes; nothing was kept. Send a smaller picture.");
    if (!mediaTypeOf(content))
        return failure(ErrorKind::InvalidArgument, "document.media",
                       "A document is a JPEG or PNG picture or a PDF, and this is none of them; nothing was kept.");
    return {};
}

Result<AttachmentName> writeDocument(Field& field, const store::Enrolment& self, ClientId client, const Uuid& object,
                                     std::span<const std::uint8_t> content)
{
    ENCOURS_CHECK(checkDocument(content));
    ENCOURS_TRY(const AttachmentName name, keep(field, self, client, content));
    ENCOURS_CHECK(say(field, self, about(client, object, {}, Attached{name.hash})));
    return name;
}

Result<AttachmentName> addDocument(Field& field, ClientId client, std::span<const std::uint8_t> content)
{
    ENCOURS_CHECK(checkDocument(content));
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_CHECK(checkClient(field, client));
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    ENCOURS_TRY(const AttachmentName name, keep(field, self, client, content));
    ENCOURS_CHECK(transaction.commit());
    return name;
}

Result<AttachmentName> attachDocument(Field& field, ClientId client, const Uuid& object,
                                      std::span<const std::uint8_t> content)
{
    ENCOURS_TRY(auto transaction, store::Transaction::begin(field.store));
    ENCOURS_CHECK(checkClient(field, client));
    ENCOURS_TRY(const store::Enrolment self, store::loadEnrolment(field.store, field.tenant));
    ENCOURS_TRY(const AttachmentName name, writeDocument(field, self, client, object, content));
    ENCOURS_CHECK(transaction.commit());
    return name;
}

} // namespace encours::usecases
