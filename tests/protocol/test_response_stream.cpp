// SPDX-License-Identifier: Apache-2.0
// An answer arrives in pieces of any size, and may stop anywhere: what was given out before is whole pages.
#include "sync/protocol/response_stream.h"

#include "sync/protocol/codec.h"
#include "tests/protocol/arbitrary.h"
#include "tests/protocol/describe.h"

#include <QtTest>

using namespace encours;
using namespace encours::protocol;
namespace any = encours::test;

namespace {

void append(SyncResponse& whole, SyncResponse part)
{
    if (part.requestId)
        whole.requestId = part.requestId;
    std::ranges::move(part.results, std::back_inserter(whole.results));
    if (part.reset)
        whole.reset = part.reset;
    if (part.directive)
        whole.directive = part.directive;
    if (part.announcedClients)
        whole.announcedClients = part.announcedClients;
    std::ranges::move(part.pages, std::back_inserter(whole.pages));
    if (part.checkpoint)
        whole.checkpoint = part.checkpoint;
}

/// As the centre writes it: what comes first, pages, checkpoint.
Bytes written(const SyncResponse& response)
{
    ResponseWriter writer;
    SyncResponse head = response;
    head.pages.clear();
    head.checkpoint.reset();
    writer.add(head);
    for (const Page& page : response.pages) {
        for (const Bundle& bundle : page.bundles)
            writer.addBundle(encode(bundle));
        if (writer.pageBytes() > 0)
            writer.endPage(page.after);
    }
    SyncResponse tail;
    tail.checkpoint = response.checkpoint;
    writer.add(tail);
    return writer.finish();
}

SyncResponse withoutEmptyPages(SyncResponse response)
{
    std::erase_if(response.pages, [](const Page& page) { return page.bundles.empty(); });
    return response;
}

Bundle largeBundle(std::size_t bytes)
{
    Bundle bundle;
    bundle.clientId = ClientId{1};
    Note note;
    note.id = {Uuid::makeV7(1, {1})};
    note.author = UserId{1};
    note.text.assign(bytes, 'x');
    bundle.notes.push_back(note);
    return bundle;
}

} // namespace

class TestResponseStream : public QObject {
    Q_OBJECT
private slots:
    void piecesOfAnySize()
    {
        QVERIFY(rc::check("read(write(answer)) = answer, in pieces of any size", [] {
            const SyncResponse response = withoutEmptyPages(any::response());
            const Bytes body = written(response);
            ResponseReader reader;
            SyncResponse whole;
            for (std::size_t at = 0; at < body.size();) {
                const std::size_t size =
                    std::min<std::size_t>(body.size() - at, static_cast<std::size_t>(any::number(1, 200)));
                reader.feed(ByteView(body).subspan(at, size));
                at += size;
                for (;;) {
                    auto part = reader.next();
                    RC_ASSERT(part.has_value());
                    if (!*part)
                        break;
                    append(whole, std::move(**part));
                }
            }
            RC_ASSERT(reader.finish().has_value());
            RC_ASSERT(any::describe(whole) == any::describe(response));
        }));
    }

    void cutAnywhere()
    {
        QVERIFY(rc::check("a cut answer gives whole pages, then says that it was cut", [] {
            SyncResponse response = withoutEmptyPages(any::response());
            response.checkpoint.emplace();
            response.checkpoint->at = any::cursor();
            const Bytes body = written(response);
            const auto size = static_cast<std::size_t>(any::number(0, static_cast<std::int64_t>(body.size())));
            ResponseReader reader;
            reader.feed(ByteView(body).first(size));
            std::size_t pages = 0;
            for (auto part = reader.next(); part && *part; part = reader.next())
                for (const Page& page : (*part)->pages) {
                    RC_ASSERT(any::describe(page.after) == any::describe(response.pages[pages].after));
                    RC_ASSERT(page.bundles.size() == response.pages[pages].bundles.size());
                    ++pages;
                }
            RC_ASSERT(!reader.finish().has_value());
            RC_ASSERT(reader.finish().error().code == "protocol.cut");
        }));
    }

    /// Each part is a commit on the device: a whole batch of answers is one, or two.
    void answersComeTogether()
    {
        SyncResponse response;
        response.requestId = Uuid::makeV7(1, {1});
        for (std::uint8_t i = 0; i < 255; ++i)
            response.results.push_back({OperationId{Uuid::makeV7(1, {i})}, i + 1, OperationStatus::Applied, 7, {}});
        response.checkpoint.emplace();
        response.checkpoint->at = {Uuid::makeV7(1, {1}), 1, 1, Cursor::Position::AfterCommit, {}};
        ResponseReader reader;
        reader.feed(written(response));
        SyncResponse whole;
        int parts = 0;
        for (auto part = reader.next(); part && *part; part = reader.next(), ++parts)
            append(whole, std::move(**part));
        QVERIFY2(parts <= 4, std::to_string(parts).c_str()); // the request's id, the answers, the checkpoint
        QCOMPARE(whole.results.size(), std::size_t{255});
        QVERIFY(reader.finish());
    }

    void aPartHasALargestSize()
    {
        SyncResponse response;
        response.pages.push_back(
            {{largeBundle(100'000)}, Cursor{Uuid::makeV7(1, {1}), 1, 1, Cursor::Position::AfterCommit, {}}});
        ResponseReader enough(200'000);
        enough.feed(written(response));
        for (;;) {
            const auto part = enough.next();
            QVERIFY(part);
            if (!*part)
                break;
        }
        ResponseReader tooLittle(100'000);
        tooLittle.feed(written(response));
        auto part = tooLittle.next();
        while (part && *part)
            part = tooLittle.next();
        QVERIFY(!part);
        QCOMPARE(part.error().code, std::string("protocol.malformed"));
    }
};

QTEST_APPLESS_MAIN(TestResponseStream)
#include "test_response_stream.moc"
