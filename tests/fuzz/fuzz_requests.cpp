// SPDX-License-Identifier: Apache-2.0
// What a centre reads from anybody who can reach it, as it comes, or compressed.
#include "sync/protocol/codec.h"
#include "sync/protocol/compression.h"
#include "tests/fuzz/target.h"

using namespace encours;
using namespace encours::protocol;
using fuzz::acceptedOrExplained;

namespace {

/// What was accepted, written and read again, is written the same.
template<class T>
void read(Result<T> (*decode)(ByteView), ByteView bytes)
{
    const Result<T> first = decode(bytes);
    if (!acceptedOrExplained(first))
        return;
    const Bytes written = encode(*first);
    const Result<T> second = decode(written);
    fuzz::require(second && encode(*second) == written, "a message survives being written");
}

void readSync(ByteView plain)
{
    const Result<SyncRequest> request = decodeSyncRequest(plain);
    if (!acceptedOrExplained(request))
        return;
    fuzz::require(request->decoded.size() <= kMaximumOperations, "operations are bounded");
    for (const DecodedOperation& decoded : request->decoded)
        if (acceptedOrExplained(decoded.operation))
            fuzz::require(decodeOperation(encode(*decoded.operation)).operation.has_value(), "an operation survives");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const fuzz::Chosen input(data, size);
    const ByteView bytes = input.bytes();
    switch (input.of(7)) {
    case 0: read(decodeEnrolRequest, bytes); break;
    case 1: read(decodeChallengeRequest, bytes); break;
    case 2: read(decodeSessionRequest, bytes); break;
    case 3: read(decodeCursor, bytes); break;
    case 4: acceptedOrExplained(decodeOperation(bytes).operation); break;
    case 5: readSync(bytes); break;
    default:
        if (const Result<Bytes> plain = decompress(bytes); acceptedOrExplained(plain))
            readSync(*plain);
    }
    return 0;
}
