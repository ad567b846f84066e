// SPDX-License-Identifier: Apache-2.0
// Parts of files, both ways.
#include "codec/fields.h"
#include "encours.pb.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/limits.h"

#include <algorithm>

namespace encours::protocol {

using namespace codec;

namespace {

AttachmentName readName(FieldReader& fields, std::int64_t client, const std::string& hash)
{
    AttachmentName name{fields.id<ClientId>("client_id", client), {}};
    const Bytes bytes = fields.bytes("hash", hash, name.hash.size(), name.hash.size());
    if (bytes.size() == name.hash.size())
        std::ranges::copy(bytes, name.hash.begin());
    return name;
}

} // namespace

Bytes encode(const AttachmentPart& message)
{
    wire::AttachmentPart out;
    out.set_client_id(message.name.client.value);
    out.set_hash(wireBytes(ByteView(message.name.hash)));
    out.set_size(static_cast<std::uint32_t>(message.size));
    out.set_start(static_cast<std::uint32_t>(message.start));
    out.set_content(wireBytes(ByteView(message.content)));
    return serialize(out);
}

Result<AttachmentPart> decodeAttachmentPart(ByteView bytes)
{
    wire::AttachmentPart in;
    ENCOURS_CHECK(parse(bytes, in, "AttachmentPart"));
    FieldReader fields("attachment");
    AttachmentPart message;
    message.name = readName(fields, in.client_id(), in.hash());
    message.size = fields.smallNumber("size", in.size(), kMaximumAttachmentBytes);
    message.start = fields.smallNumber("start", in.start(), kMaximumAttachmentBytes);
    message.content = fields.bytes("content", in.content(), 1, kAttachmentPartBytes);
    fields.check("content", message.start + static_cast<std::int64_t>(message.content.size()) <= message.size,
                 "goes beyond the size");
    return fields.result(std::move(message));
}

Bytes encode(const AttachmentHeld& message)
{
    wire::AttachmentHeld out;
    out.set_held(static_cast<std::uint32_t>(message.held));
    return serialize(out);
}

Result<AttachmentHeld> decodeAttachmentHeld(ByteView bytes)
{
    wire::AttachmentHeld in;
    ENCOURS_CHECK(parse(bytes, in, "AttachmentHeld"));
    FieldReader fields("attachment");
    return fields.result(AttachmentHeld{fields.smallNumber("held", in.held(), kMaximumAttachmentBytes)});
}

Bytes encode(const AttachmentRequest& message)
{
    wire::AttachmentRequest out;
    out.set_client_id(message.name.client.value);
    out.set_hash(wireBytes(ByteView(message.name.hash)));
    out.set_start(static_cast<std::uint32_t>(message.start));
    return serialize(out);
}

Result<AttachmentRequest> decodeAttachmentRequest(ByteView bytes)
{
    wire::AttachmentRequest in;
    ENCOURS_CHECK(parse(bytes, in, "AttachmentRequest"));
    FieldReader fields("attachment");
    AttachmentRequest message;
    message.name = readName(fields, in.client_id(), in.hash());
    message.start = fields.smallNumber("start", in.start(), kMaximumAttachmentBytes);
    return fields.result(std::move(message));
}

} // namespace encours::protocol
