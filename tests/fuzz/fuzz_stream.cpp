// SPDX-License-Identifier: Apache-2.0
// zstd bodies: requests whole, answers piece by piece. As it comes, or compressed first so that what is inside is reached.
#include "sync/protocol/compression.h"
#include "sync/protocol/response_stream.h"
#include "tests/fuzz/target.h"

#include <algorithm>

using namespace encours;
using namespace encours::protocol;

namespace {

constexpr std::size_t kPart = 1 << 20;
constexpr int kParts = 100'000;

void readAnswer(ByteView compressed, std::size_t piece)
{
    ResponseReader reader(kPart);
    int parts = 0;
    while (!compressed.empty()) {
        const std::size_t size = std::min(piece, compressed.size());
        reader.feed(compressed.first(size));
        compressed = compressed.subspan(size);
        for (auto part = reader.next();; part = reader.next()) {
            if (!fuzz::acceptedOrExplained(part))
                return;
            if (!*part)
                break;
            if (++parts > kParts)
                return;
        }
    }
    fuzz::acceptedOrExplained(reader.finish());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const fuzz::Chosen input(data, size);
    const ByteView bytes = input.bytes();
    const Result<Bytes> plain = decompress(bytes);
    if (fuzz::acceptedOrExplained(plain))
        fuzz::require(plain->size() <= kMaximumRequestBytes, "a request is bounded once decompressed");
    const std::size_t piece = input.of(2) == 0 ? 7 : 4096;
    if (input.of(4) < 2)
        readAnswer(bytes, piece);
    else
        readAnswer(compress(bytes, kCompressionUp), piece);
    return 0;
}
