// SPDX-License-Identifier: Apache-2.0
// zstd bodies. Nothing is allocated on the word of the other end: the size it announces is held against the limit first,
// and an unannounced size is bounded while it grows. One frame, nothing after it.
#pragma once

#include "sync/protocol/limits.h"
#include "sync/protocol/message.h"

#include <memory>

namespace encours::protocol {

Bytes compress(ByteView plain, int level);

struct DecompressLimits {
    std::size_t maximumBytes = kMaximumRequestBytes;
    std::size_t maximumExpansion = kMaximumExpansion;
    std::size_t freeBytes = kFreeExpansionBytes; ///< output up to here is not held against maximumExpansion
};
/// Refused: "protocol.compressed" not a zstd frame or cut short; "protocol.too_large" over a limit.
Result<Bytes> decompress(ByteView compressed, const DecompressLimits& limits = {});

/// One frame written piece by piece.
class Compressor {
public:
    explicit Compressor(int level);
    ~Compressor();
    Compressor(const Compressor&) = delete;
    Compressor& operator=(const Compressor&) = delete;

    void add(ByteView plain);
    Bytes finish(); ///< ends the frame; call once

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
};

/// One frame read piece by piece; memory is bounded by what the caller takes.
class Decompressor {
public:
    Decompressor();
    ~Decompressor();
    Decompressor(const Decompressor&) = delete;
    Decompressor& operator=(const Decompressor&) = delete;

    /// Appends at most about `room` bytes to `out` and drops what it used from the front of `input`. Returning without
    /// using all of `input` means `room` was reached.
    Result<void> read(ByteView& input, Bytes& out, std::size_t room);
    bool ended() const; ///< the frame is complete

private:
    struct Stream;
    std::unique_ptr<Stream> m_stream;
};

} // namespace encours::protocol
