// SPDX-License-Identifier: Apache-2.0
// What a device reads from whoever answers under the centre's address.
#include "sync/protocol/codec.h"
#include "tests/fuzz/target.h"

using namespace encours;
using namespace encours::protocol;

namespace {

template<class T>
void read(Result<T> (*decode)(ByteView), ByteView bytes)
{
    const Result<T> first = decode(bytes);
    if (!fuzz::acceptedOrExplained(first))
        return;
    const Bytes written = encode(*first);
    const Result<T> second = decode(written);
    fuzz::require(second && encode(*second) == written, "a message survives being written");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const fuzz::Chosen input(data, size);
    const ByteView bytes = input.bytes();
    switch (input.of(6)) {
    case 0: read(decodeEnrolResponse, bytes); break;
    case 1: read(decodeChallengeResponse, bytes); break;
    case 2: read(decodeSessionResponse, bytes); break;
    case 3: read(decodeProblem, bytes); break;
    case 4: read(decodeBundle, bytes); break;
    default: read(decodeSyncResponse, bytes);
    }
    return 0;
}
