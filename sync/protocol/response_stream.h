// SPDX-License-Identifier: Apache-2.0
// A sync answer written and read part by part, so that neither end holds it whole: the centre compresses each page as it
// closes it, the device applies each page as it arrives. One zstd frame for the whole answer. Each object: one thread.
#pragma once

#include "sync/protocol/compression.h"

namespace encours::protocol {

/// The centre's end.
class ResponseWriter {
public:
    explicit ResponseWriter(int level = kCompressionDown);
    ~ResponseWriter();

    void add(const SyncResponse& part);
    /// Adds an encoded bundle to the open page. The caller looks at pageBytes() first: a page should stay within kPageBytes.
    void addBundle(ByteView encodedBundle);
    std::size_t pageBytes() const; ///< of the open page; 0 = none is open
    void endPage(const Cursor& after);
    std::size_t totalBytes() const; ///< written so far, decompressed
    Bytes finish();                 ///< the compressed body; call once, no page open

private:
    void write(ByteView plain);
    struct OpenPage;
    std::unique_ptr<OpenPage> m_page;
    Compressor m_compressor;
    std::size_t m_totalBytes = 0;
};

/// The device's end: feed() what the network gave, next() until it gives nothing, finish() at the end of the body.
class ResponseReader {
public:
    explicit ResponseReader(std::size_t maximumPart = kMaximumPartBytes) : m_maximumPart(maximumPart) {}

    void feed(ByteView compressed);
    /// The next part (a few results, a page, the checkpoint…). Nothing: feed more. Refused "protocol.…" on bad bytes: the
    /// rest of the answer is worthless, what was returned before is good.
    Result<std::optional<SyncResponse>> next();
    /// Unavailable "protocol.cut" when the body ended in the middle.
    Result<void> finish() const;

private:
    Decompressor m_decompressor;
    Bytes m_compressed;
    std::size_t m_used = 0; ///< of m_compressed: already decompressed
    Bytes m_plain;          ///< not yet returned
    std::size_t m_maximumPart;
};

} // namespace encours::protocol
