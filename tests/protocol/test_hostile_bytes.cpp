// SPDX-License-Identifier: Apache-2.0
// Bytes from a stranger: random, cut at every place, one bit wrong. Nothing crashes, nothing is half taken, an error is a
// sentence. Under the asan preset this is where overruns would show.
#include "sync/protocol/codec.h"

#include "sync/protocol/compression.h"
#include "sync/protocol/response_stream.h"
#include "tests/protocol/arbitrary.h"

#include <QtTest>

using namespace encours;
using namespace encours::protocol;
namespace any = encours::test;

namespace {

template<class T>
void acceptsOrExplains(const Result<T>& result)
{
    if (!result)
        RC_ASSERT(result.error().code.starts_with("protocol.") && !result.error().message.empty());
}

void decodeEverything(ByteView bytes)
{
    acceptsOrExplains(decodeEnrolRequest(bytes));
    acceptsOrExplains(decodeEnrolResponse(bytes));
    acceptsOrExplains(decodeChallengeRequest(bytes));
    acceptsOrExplains(decodeChallengeResponse(bytes));
    acceptsOrExplains(decodeSessionRequest(bytes));
    acceptsOrExplains(decodeSessionResponse(bytes));
    acceptsOrExplains(decodeProblem(bytes));
    acceptsOrExplains(decodeCursor(bytes));
    acceptsOrExplains(decodeOperation(bytes).operation);
    acceptsOrExplains(decodeSyncRequest(bytes));
    acceptsOrExplains(decodeBundle(bytes));
    acceptsOrExplains(decodeSyncResponse(bytes));
    acceptsOrExplains(decompress(bytes));
    ResponseReader reader;
    reader.feed(bytes);
    for (auto part = reader.next(); part && *part; part = reader.next()) {
    }
}

Bytes requestBytes()
{
    SyncRequest request;
    request.device = {any::uuid()};
    request.requestId = any::uuid();
    request.cursor = any::cursor();
    for (int i = 0; i < 3; ++i)
        request.operations.push_back(any::operation());
    return encode(request);
}

} // namespace

class TestHostileBytes : public QObject {
    Q_OBJECT
private slots:
    void anyBytes()
    {
        QVERIFY(rc::check("any bytes are accepted or explained", [] {
            Bytes bytes(static_cast<std::size_t>(any::number(0, 400)));
            for (auto& byte : bytes)
                byte = static_cast<std::uint8_t>(any::number(0, 256));
            decodeEverything(bytes);
        }));
    }

    void cutAnywhere()
    {
        QVERIFY(rc::check("a message cut anywhere is accepted or explained", [] {
            const Bytes request = requestBytes();
            const Bytes bundle = encode(any::bundle());
            for (const Bytes& whole : {request, bundle})
                for (std::size_t size = 0; size < whole.size(); ++size) {
                    acceptsOrExplains(decodeSyncRequest(ByteView(whole).first(size)));
                    acceptsOrExplains(decodeBundle(ByteView(whole).first(size)));
                }
        }));
    }

    void oneBitWrong()
    {
        QVERIFY(rc::check("a message with one bit wrong is accepted or explained", [] {
            Bytes bytes = any::coin() ? requestBytes() : encode(any::response());
            if (bytes.empty())
                return;
            bytes[static_cast<std::size_t>(any::number(0, static_cast<std::int64_t>(bytes.size())))] ^=
                static_cast<std::uint8_t>(1 << any::number(0, 8));
            decodeEverything(bytes);
        }));
    }

    /// Groups nest without a length: a parser without a limit runs out of stack.
    void deepNesting()
    {
        Bytes bytes(100'000, 0x0B + 0x70); // start of a group no message knows, in itself, in itself…
        decodeEverything(bytes);
        QVERIFY(!decodeSyncRequest(bytes));
    }

    /// A length of four thousand million in a message of ten bytes allocates nothing.
    void lyingLengths()
    {
        const Bytes bytes{0x4A, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 1, 2, 3, 4};
        QVERIFY(!decodeSyncRequest(bytes));
        QVERIFY(!decodeSyncResponse(bytes));
    }
};

QTEST_APPLESS_MAIN(TestHostileBytes)
#include "test_hostile_bytes.moc"
