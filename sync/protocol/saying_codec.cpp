// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/saying_codec.h"

#include "codec/fields.h"
#include "codec/said_codec.h"

namespace encours::protocol {

using namespace codec;

void writeSaying(wire::Saying& out, const Saying& saying, ClientId bundleClient)
{
    if (saying.client != bundleClient)
        out.set_client_id(saying.client.value);
    out.set_object_id(wireBytes(saying.object));
    for (const OperationId& id : saying.seen)
        out.add_seen(wireBytes(id.value));
    out.set_kind(static_cast<std::uint32_t>(saying.kind));
    out.set_content(wireBytes(ByteView(saying.bytes)));
}

Result<Saying> readSaying(wire::Saying& in, ClientId bundleClient)
{
    FieldReader fields("say");
    Saying saying;
    saying.client = bundleClient ? bundleClient : fields.id<ClientId>("client_id", in.client_id());
    saying.object = fields.uuid("object_id", in.object_id());
    fields.check("seen", static_cast<std::size_t>(in.seen_size()) <= kMaximumSeen, "has too many");
    for (const std::string& id : in.seen())
        saying.seen.push_back({fields.uuid("seen", id)});
    saying.kind = fields.smallNumber("kind", in.kind(), kMaximumKind);
    fields.check("kind", saying.kind > 0, "is missing");
    saying.bytes = fields.bytes("content", in.content(), 0, kMaximumContentBytes);
    ENCOURS_TRY(saying, fields.result(std::move(saying)));
    if (!bundleClient)
        return understood(std::move(saying));
    // The centre took it: what this version cannot read is kept as it came, and does not hold up its bundle.
    return understood(saying).value_or(saying);
}

} // namespace encours::protocol
