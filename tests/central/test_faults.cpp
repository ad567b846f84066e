// SPDX-License-Identifier: Apache-2.0
// PostgreSQL breaks off what a device hands in, with each error that may be tried again and at each step up to the commit:
// the device is answered as if nothing had happened, and everything is there once.
#include "store/feed.h"
#include "store/notes.h"
#include "store/operation_log.h"
#include "tests/central/centre.h"

#include <QTest>

using namespace encours;
using namespace encours::test;

namespace {

/// The next two times, what runs the trigger fails as the server would fail by itself. A sequence remembers across rollbacks.
std::string failing(const std::string& state, const std::string& where)
{
    const std::string what = state == "57P01" ? "PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5)"
                                              : "RAISE EXCEPTION 'injected' USING ERRCODE = '" + state + "'";
    const bool atCommit = where == "commit";
    return "CREATE SEQUENCE failures; CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN IF "
           "nextval('failures') <= 2 THEN " +
           what + "; END IF; RETURN NEW; END$$; CREATE " +
           (atCommit
                ? std::string("CONSTRAINT TRIGGER fail AFTER INSERT ON operation_log DEFERRABLE INITIALLY DEFERRED")
                : "TRIGGER fail BEFORE " + where) +
           " FOR EACH ROW EXECUTE FUNCTION fail()";
}

} // namespace

class TestFaults : public QObject {
    Q_OBJECT
private slots:
    void whatADeviceHandsInIsTriedAgain_data()
    {
        QTest::addColumn<std::string>("state");
        QTest::addColumn<std::string>("where");
        for (const char* state : {"40001", "40P01", "57P01", "08006"})
            for (const char* where : {"UPDATE ON device", "INSERT ON note", "UPDATE ON head", "INSERT ON feed",
                                      "INSERT ON operation_log", "commit"})
                QTest::addRow("%s, %s", state, where) << std::string(state) << std::string(where);
    }
    void whatADeviceHandsInIsTriedAgain()
    {
        QFETCH(const std::string, state);
        QFETCH(const std::string, where);
        Centre centre;
        const ClientId client = centre.addClient("TREVAL", centre.nadia);
        TestDevice device = centre.addDevice(centre.nadia);
        centre.syncAll(device);
        const std::int64_t before = centre.head();
        must(centre.store().executeScript(failing(state, where).c_str()));

        const auto response =
            centre.sync(device, {centre.note(device, client, "un"), centre.note(device, client, "deux"),
                                 centre.promise(device, client, {centre.firstItem(client)}, 1000)});
        QCOMPARE(response.results.size(), 3U);
        for (const protocol::OperationResult& result : response.results) {
            QCOMPARE(result.status, OperationStatus::Applied);
            QCOMPARE(result.effectSeq, before + 1);
        }
        auto failures = must(centre.store().prepare("SELECT last_value FROM failures"));
        QVERIFY(must(failures.step()));
        QVERIFY2(failures.integer(0) > 2, "nothing was broken off");
        QCOMPARE(centre.head(), before + 1);
        QCOMPARE(must(store::notesOf(centre.store(), centre.tenant, client)).size(), 2U);
        auto log = must(centre.store().prepare("SELECT count(*) FROM operation_log WHERE tenant = ?"));
        QVERIFY(must(log.bind(centre.tenant).step()));
        QCOMPARE(log.integer(0), 3);
        QVERIFY(store::verifyChain(centre.store(), centre.tenant));
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "test_faults.moc"
