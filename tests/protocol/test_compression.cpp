// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/compression.h"

#include "tests/protocol/arbitrary.h"

#include <QtTest>

using namespace encours;
using namespace encours::protocol;
namespace any = encours::test;

namespace {

Bytes noise(std::size_t size)
{
    Bytes bytes(size);
    std::uint32_t state = 12345;
    for (auto& byte : bytes) {
        state = state * 1664525 + 1013904223;
        byte = static_cast<std::uint8_t>(state >> 24);
    }
    return bytes;
}

/// Like compress(), but the frame says at its head how long it is: an announced bomb.
Bytes announced(std::size_t size)
{
    // Single segment, content size in 8 bytes, then one block that repeats a zero. RFC 8878 §3.1.1.
    Bytes frame{0x28, 0xB5, 0x2F, 0xFD, 0xE0};
    for (int shift = 0; shift < 64; shift += 8)
        frame.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(size) >> shift));
    frame.insert(frame.end(), {0x03, 0x00, 0x00, 0x00});
    return frame;
}

} // namespace

class TestCompression : public QObject {
    Q_OBJECT
private slots:
    void comesBack()
    {
        QVERIFY(rc::check("decompress(compress(bytes)) = bytes", [] {
            Bytes bytes(static_cast<std::size_t>(any::number(0, 5000)));
            for (auto& byte : bytes)
                byte = static_cast<std::uint8_t>(any::number(0, 4));
            const auto back = decompress(compress(bytes, any::coin() ? kCompressionUp : kCompressionDown));
            RC_ASSERT(back.has_value());
            RC_ASSERT(*back == bytes);
        }));
    }

    void limitExceededByOne()
    {
        const Bytes plain = noise(10'000);
        QVERIFY(decompress(compress(plain, 1), {.maximumBytes = plain.size()}));
        const auto over = decompress(compress(plain, 1), {.maximumBytes = plain.size() - 1});
        QVERIFY(!over);
        QCOMPARE(over.error().code, std::string("protocol.too_large"));
    }

    void bombs()
    {
        const Bytes bomb = compress(Bytes(200 << 20, 0), 3); // 200 MiB in some kilobytes, its size not announced
        QVERIFY(bomb.size() < 64 * 1024);
        QCOMPARE(decompress(bomb).error().code, std::string("protocol.too_large"));
        QCOMPARE(decompress(announced(std::size_t{1} << 40)).error().code, std::string("protocol.too_large"));
        QCOMPARE(decompress(announced(std::numeric_limits<std::int64_t>::max())).error().code,
                 std::string("protocol.too_large"));
    }

    /// A batch of repetitive notes is no bomb; beyond the free part the ratio counts.
    void expansion()
    {
        QVERIFY(decompress(compress(Bytes(kFreeExpansionBytes, 'a'), 1)));
        QCOMPARE(decompress(compress(Bytes(kFreeExpansionBytes + 1, 'a'), 1)).error().code,
                 std::string("protocol.too_large"));
        QVERIFY(decompress(compress(noise(kFreeExpansionBytes + 1), 1)));
    }

    void cutAnywhereOrFollowed()
    {
        const Bytes whole = compress(noise(300), 3);
        for (std::size_t size = 0; size < whole.size(); ++size)
            QVERIFY2(!decompress(ByteView(whole).first(size)), std::to_string(size).c_str());
        Bytes followed = whole;
        followed.push_back(0);
        QVERIFY(!decompress(followed));
        Bytes twice = whole;
        twice.insert(twice.end(), whole.begin(), whole.end());
        QVERIFY(!decompress(twice));
        QVERIFY(!decompress({}));
    }

    /// The frame carries a checksum: what arrives damaged is never applied.
    void oneBitWrong()
    {
        const Bytes plain = noise(300);
        const Bytes whole = compress(plain, 3);
        for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
            Bytes damaged = whole;
            damaged[bit / 8] ^= static_cast<std::uint8_t>(1 << bit % 8);
            const auto back = decompress(damaged);
            QVERIFY2(!back || *back == plain, std::to_string(bit).c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestCompression)
#include "test_compression.moc"
