// SPDX-License-Identifier: Apache-2.0
// An old device can always hand in its queue: operations recorded by version 1.0 (tests/data/protocol) are taken by this
// centre, whatever version the device says it speaks, also one that does not exist yet.
#include "store/events.h"
#include "store/notes.h"
#include "store/promises.h"
#include "sync/protocol/codec.h"
#include "tests/central/centre.h"
#include "tests/support/checkout.h"

#include <QFile>
#include <QtTest>

using namespace encours;
using namespace encours::test;

namespace {

protocol::DecodedOperation recorded(const char* name)
{
    QFile file(QString::fromStdString(inCheckout("tests/data/protocol/" + std::string(name) + ".message")));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not there", name);
    const QByteArray bytes = file.readAll();
    return protocol::decodeOperation(
        {reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())});
}

/// The client, invoices and promise the recorded operations speak of.
struct OldCompany {
    OldCompany()
    {
        for (const char* key : {"A", "B", "TREVAL"})
            client = centre.addClient(key, centre.nadia);
        Operation earlier = centre.promise(other, client, {}, 1);
        std::get<PromiseMade>(earlier.body).promise.id =
            std::get<PromiseMade>(recorded("op_promise_make").operation->body).promise.supersedes;
        centre.sync(other, {earlier});
    }
    Centre centre;
    ClientId client;
    TestDevice other = centre.addDevice(centre.nadia);
    TestDevice device = centre.addDevice(centre.nadia);
};

} // namespace

class TestVersions : public QObject {
    Q_OBJECT
private slots:
    void theQueueOfAnyVersion_data()
    {
        QTest::addColumn<int>("major");
        QTest::addColumn<int>("minor");
        QTest::addColumn<bool>("current");
        QTest::newRow("of its own") << 1 << 0 << true;
        QTest::newRow("of a later minor version") << 1 << 9 << true;
        QTest::newRow("of an earlier major version") << 0 << 3 << false;
        QTest::newRow("of a later major version") << 2 << 0 << false;
    }
    void theQueueOfAnyVersion()
    {
        QFETCH(const int, major);
        QFETCH(const int, minor);
        QFETCH(const bool, current);
        OldCompany old;
        QCOMPARE(old.client.value, 3);
        protocol::SyncRequest request = old.centre.request(old.device);
        request.major = static_cast<std::uint32_t>(major);
        request.minor = static_cast<std::uint32_t>(minor);
        for (const char* name : {"op_note_add", "op_promise_make", "op_say", "op_note_retract", "op_promise_cancel"})
            request.decoded.push_back(recorded(name));
        const auto response = old.centre.decode(must(old.centre.trySync(old.device, request)));
        QCOMPARE(response.results.size(), std::size_t{5});
        for (const auto& result : response.results)
            QVERIFY2(result.status == OperationStatus::Applied, result.reason.c_str());
        QCOMPARE(response.directive.has_value(), !current); // the others are told to upgrade, their work is in
        QCOMPARE(response.pages.empty(), !current);

        store::Connection& store = old.centre.store();
        const auto notes = must(store::notesOf(store, old.centre.tenant, old.client));
        QCOMPARE(notes.size(), std::size_t{1});
        QVERIFY(notes[0].retracted && notes[0].text == "Rappeler M. Tréval");
        const auto promises = must(store::promisesOf(store, old.centre.tenant, old.client));
        QCOMPARE(promises.size(), std::size_t{2});
        const auto made = std::ranges::find_if(promises, [](const Promise& one) { return !!one.supersedes; });
        QCOMPARE(made->amount, Money::ofMinor(600'000)); // as amended by the operation after it
        QCOMPARE(made->ending, PromiseEnding::WithdrawnByDebtor);
        QCOMPARE(must(store::eventsOf(store, old.centre.tenant, old.client)).size(), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(TestVersions)
#include "test_versions.moc"
