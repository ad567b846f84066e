// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/compression.h"

#include <zstd.h>

#include <algorithm>
#include <cstdlib>

namespace encours::protocol {

namespace {

constexpr int kMaximumWindowLog = 23; // 8 MiB: level 3 uses 2 MiB; a frame that asks for more is not ours
constexpr std::size_t kChunk = 64 * 1024;

std::unexpected<Error> notAFrame()
{
    return failure(ErrorKind::Refused, "protocol.compressed",
                   "The body is not a whole zstd frame; nothing of it was taken. Send it again.");
}

std::unexpected<Error> tooLarge()
{
    return failure(
        ErrorKind::Refused, "protocol.too_large",
        "The body decompresses to more than the protocol allows; nothing of it was taken. Send less at once.");
}

} // namespace

struct Compressor::Stream {
    ZSTD_CCtx* context = ZSTD_createCCtx();
    Bytes out;
    ~Stream() { ZSTD_freeCCtx(context); }

    void write(ByteView plain, ZSTD_EndDirective end)
    {
        ZSTD_inBuffer input{plain.data(), plain.size(), 0};
        std::size_t remaining = 0;
        do {
            const std::size_t used = out.size();
            out.resize(used + kChunk);
            ZSTD_outBuffer output{out.data() + used, kChunk, 0};
            remaining = ZSTD_compressStream2(context, &output, &input, end);
            if (ZSTD_isError(remaining))
                std::abort(); // only a broken context or exhausted memory
            out.resize(used + output.pos);
        } while (end == ZSTD_e_end ? remaining != 0 : input.pos < input.size);
    }
};

Compressor::Compressor(int level) : m_stream(std::make_unique<Stream>())
{
    ZSTD_CCtx_setParameter(m_stream->context, ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(m_stream->context, ZSTD_c_checksumFlag, 1); // a flipped bit is found before it is applied
}

Compressor::~Compressor() = default;

void Compressor::add(ByteView plain)
{
    m_stream->write(plain, ZSTD_e_continue);
}

Bytes Compressor::finish()
{
    m_stream->write({}, ZSTD_e_end);
    return std::move(m_stream->out);
}

Bytes compress(ByteView plain, int level)
{
    Compressor compressor(level);
    compressor.add(plain);
    return compressor.finish();
}

struct Decompressor::Stream {
    ZSTD_DCtx* context = ZSTD_createDCtx();
    bool ended = false;
    ~Stream() { ZSTD_freeDCtx(context); }
};

Decompressor::Decompressor() : m_stream(std::make_unique<Stream>())
{
    ZSTD_DCtx_setParameter(m_stream->context, ZSTD_d_windowLogMax, kMaximumWindowLog);
}

Decompressor::~Decompressor() = default;

bool Decompressor::ended() const
{
    return m_stream->ended;
}

Result<void> Decompressor::read(ByteView& input, Bytes& out, std::size_t room)
{
    const std::size_t end = out.size() + room;
    while (out.size() < end) {
        if (m_stream->ended)
            return input.empty() ? Result<void>() : notAFrame();
        const std::size_t used = out.size();
        const std::size_t step = std::min(kChunk, end - used);
        out.resize(used + step);
        ZSTD_inBuffer from{input.data(), input.size(), 0};
        ZSTD_outBuffer to{out.data() + used, step, 0};
        const std::size_t left = ZSTD_decompressStream(m_stream->context, &to, &from);
        out.resize(used + to.pos);
        if (ZSTD_isError(left))
            return notAFrame();
        input = input.subspan(from.pos);
        m_stream->ended = left == 0;
        if (!m_stream->ended && to.pos < step && input.empty())
            return {}; // all of the input is used and nothing more comes out of it
    }
    return {};
}

Result<Bytes> decompress(ByteView compressed, const DecompressLimits& limits)
{
    const unsigned long long announced = ZSTD_getFrameContentSize(compressed.data(), compressed.size());
    if (announced == ZSTD_CONTENTSIZE_ERROR)
        return notAFrame();
    const std::size_t expansion = std::max(limits.freeBytes, compressed.size() * limits.maximumExpansion);
    const std::size_t most = std::min(limits.maximumBytes, expansion);
    if (announced != ZSTD_CONTENTSIZE_UNKNOWN && announced > most)
        return tooLarge();
    Bytes plain;
    Decompressor decompressor;
    ENCOURS_CHECK(decompressor.read(compressed, plain, most + 1)); // one byte more tells "full" from "over"
    if (plain.size() > most)
        return tooLarge();
    if (!decompressor.ended())
        return notAFrame();
    return plain;
}

} // namespace encours::protocol
