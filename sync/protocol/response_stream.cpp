// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/response_stream.h"

#include "codec/fields.h"
#include "encours.pb.h"
#include "sync/protocol/codec.h"

#include <algorithm>

namespace encours::protocol {

using namespace codec;

struct ResponseWriter::OpenPage {
    wire::SyncResponse part; ///< holds the one open page
    std::size_t bytes = 0;
};

ResponseWriter::ResponseWriter(int level) : m_compressor(level) {}
ResponseWriter::~ResponseWriter() = default;

void ResponseWriter::write(ByteView plain)
{
    m_compressor.add(plain);
    m_totalBytes += plain.size();
}

void ResponseWriter::add(const SyncResponse& part)
{
    write(encode(part));
}

void ResponseWriter::addBundle(ByteView encodedBundle)
{
    if (!m_page) {
        m_page = std::make_unique<OpenPage>();
        m_page->part.add_pages();
    }
    m_page->part.mutable_pages(0)->add_bundles(encodedBundle.data(), encodedBundle.size());
    m_page->bytes += encodedBundle.size() + 5; // tag and length
}

std::size_t ResponseWriter::pageBytes() const
{
    return m_page ? m_page->bytes : 0;
}

std::size_t ResponseWriter::totalBytes() const
{
    return m_totalBytes;
}

void ResponseWriter::endPage(const Cursor& after)
{
    const Bytes cursor = encode(after);
    m_page->part.mutable_pages(0)->mutable_after()->ParseFromArray(cursor.data(), static_cast<int>(cursor.size()));
    write(serialize(m_page->part));
    m_page.reset();
}

Bytes ResponseWriter::finish()
{
    return m_compressor.finish();
}

namespace {

constexpr std::uint8_t kWireTypeMask = 7;
constexpr std::uint8_t kLengthDelimited = 2;
constexpr std::size_t kLongestLength = 5;
constexpr std::uint8_t kResultsTag = wire::SyncResponse::kResultsFieldNumber << 3 | kLengthDelimited;
/// Decompressed beyond what the next part needs, so that results that follow one another are one part: the answers to
/// a whole batch.
constexpr std::size_t kReadAhead = 16 * 1024;

struct Part {
    std::size_t size = 0; ///< 0: not yet known
    bool good = true;
};

/// How long the field at the front of `bytes` is, its tag and length included. All tags of SyncResponse are one byte.
Part firstPart(ByteView bytes)
{
    if (bytes.empty())
        return {};
    if (bytes[0] >= 0x80 || (bytes[0] & kWireTypeMask) != kLengthDelimited)
        return {0, false};
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < kLongestLength && 1 + i < bytes.size(); ++i) {
        length |= static_cast<std::uint64_t>(bytes[1 + i] & 0x7F) << (7 * i);
        if (bytes[1 + i] < 0x80)
            return {2 + i + length, true};
    }
    return {0, bytes.size() <= kLongestLength};
}

/// As firstPart(), but for the results that are there one after another: a part for all of them.
Part nextPart(ByteView bytes, std::size_t maximum)
{
    Part part = firstPart(bytes);
    while (part.size != 0 && part.size < bytes.size() && bytes[0] == kResultsTag && bytes[part.size] == kResultsTag) {
        const Part another = firstPart(bytes.subspan(part.size));
        if (another.size == 0 || part.size + another.size > std::min(bytes.size(), maximum))
            break;
        part.size += another.size;
    }
    return part;
}

} // namespace

void ResponseReader::feed(ByteView compressed)
{
    m_compressed.erase(m_compressed.begin(), m_compressed.begin() + static_cast<std::ptrdiff_t>(m_used));
    m_used = 0;
    m_compressed.insert(m_compressed.end(), compressed.begin(), compressed.end());
}

Result<std::optional<SyncResponse>> ResponseReader::next()
{
    for (;;) {
        const Part part = nextPart(m_plain, m_maximumPart);
        if (!part.good || part.size > m_maximumPart)
            return failure(ErrorKind::Refused, "protocol.malformed",
                           "The answer cannot be read from here on; what came before it is safe. Synchronise again.");
        if (part.size != 0 && part.size <= m_plain.size()) {
            auto response = decodeSyncResponse(ByteView(m_plain).first(part.size));
            m_plain.erase(m_plain.begin(), m_plain.begin() + static_cast<std::ptrdiff_t>(part.size));
            if (!response)
                return std::unexpected(std::move(response).error());
            return std::optional(std::move(*response));
        }
        const std::size_t before = m_plain.size();
        const std::size_t wanted = (part.size > before ? part.size - before : kLongestLength + 1) + kReadAhead;
        ByteView input = ByteView(m_compressed).subspan(m_used);
        ENCOURS_CHECK(m_decompressor.read(input, m_plain, wanted));
        m_used = m_compressed.size() - input.size();
        if (m_plain.size() == before)
            return std::nullopt;
    }
}

Result<void> ResponseReader::finish() const
{
    if (!m_decompressor.ended() || !m_plain.empty() || m_used != m_compressed.size())
        return failure(ErrorKind::Unavailable, "protocol.cut",
                       "The answer stopped in the middle; what was applied is safe. Synchronise again.");
    return {};
}

} // namespace encours::protocol
