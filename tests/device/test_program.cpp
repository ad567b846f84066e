// SPDX-License-Identifier: Apache-2.0
// The real encours-device against the real encours-central, as a person or a script uses them.
#include "tests/device/programs.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace encours::test;

class TestProgram : public QObject {
    Q_OBJECT

private slots:
    void helpAndVersion()
    {
        const Outcome help = run(ENCOURS_DEVICE, {"--help"});
        QCOMPARE(help.exitCode, 0);
        for (const char* command : {"enrol", "sync", "clients", "client", "note", "promise", "outbox", "status",
                                    "retract-note", "withdraw", "pin"}) {
            QVERIFY2(help.out.contains(command), command);
            const Outcome one = run(ENCOURS_DEVICE, {command, "--help"});
            QCOMPARE(one.exitCode, 0);
            QVERIFY2(one.out.contains("--pin-file"), command);
        }
        QVERIFY(run(ENCOURS_DEVICE, {"--version"}).out.startsWith("encours-device "));
    }

    // A payment booked for a day to come: until then nobody has it, neither the office nor the phone.
    void phoneAndCentreAgreeBeforeADayToCome()
    {
        Office office;
        office.write("ahead.txt", fec({"VE\tVentes\t1\t20260807\t411000\tClients\tTREVAL\tMenuiserie "
                                       "Treval\tFA-1\t20260807\tFacture\t6480,00\t0,00\tA\t20261127",
                                       "BQ\tBanque\t2\t20261127\t411000\tClients\tTREVAL\tMenuiserie "
                                       "Treval\tPR-1\t20261127\tPrelevement\t0,00\t6480,00\tA\t20261127"}));
        office.must({"import", "fec", office.path("ahead.txt")});
        office.serve();
        QCOMPARE(office.device({"enrol", office.code()}).exitCode, 0);
        QCOMPARE(office.device({"sync"}).exitCode, 0);
        for (const auto& [day, cents] : {std::pair("2026-11-23T09:26", 648000), std::pair("2026-11-27T09:26", 0)}) {
            const auto centre =
                run(ENCOURS_CENTRAL, {"balances", "--data", office.path("central"), "--format", "json"}, day);
            QCOMPARE(centre.array()[0].toObject()["balance"].toInt(), cents);
            const Outcome list = office.device({"clients"}, day);
            QCOMPARE(list.array()[0].toObject()["balance"].toInt(), cents);
            QCOMPARE(office.device({"client", "TREVAL"}, day).object()["balance"].toInt(), cents);
        }
    }

    // A lost phone is shut out at its next request; so are all those of somebody who leaves.
    void theOfficeShutsADeviceOut()
    {
        Office office;
        office.serve();
        QCOMPARE(office.device({"enrol", office.code()}).exitCode, 0);
        QCOMPARE(office.device({"sync"}).exitCode, 0);
        const auto device = office.must({"device", "list"}).array().at(0).toObject();
        QCOMPARE(device["user"].toString(), QStringLiteral("Nadia"));
        QVERIFY(device["revoked_at"].isNull() && !device["last_seen_at"].isNull());
        const QString id = device["id"].toString();
        QCOMPARE(office.must({"device", "revoke", id}).object()["changed"].toBool(), true);
        QCOMPARE(office.must({"device", "revoke", id}).object()["changed"].toBool(), false);
        QVERIFY(!office.must({"device", "list"}).array().at(0).toObject()["revoked_at"].isNull());
        const Outcome shut = office.device({"sync"});
        QVERIFY(shut.exitCode != 0);
        QVERIFY2(shut.err.contains("withdrawn"), shut.err);
        QCOMPARE(office.central({"device", "revoke", "lost"}).exitCode, 2);
        QCOMPARE(office.central({"device", "revoke", "00000000-0000-7000-8000-000000000000"}).exitCode, 3);

        QCOMPARE(office.must({"user", "disable", "Nadia"}).object()["changed"].toBool(), true);
        QCOMPARE(office.must({"user", "disable", "Nadia"}).object()["changed"].toBool(), false);
        QVERIFY(office.central({"enrol", "Nadia"}).exitCode != 0);
        QCOMPARE(office.central({"user", "disable", "Nobody"}).exitCode, 3);
    }

    void wrongArgumentsAreToldInOneSentence_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << "" << "No command";
        QTest::newRow("unknown command") << "frobnicate" << "frobnicate";
        QTest::newRow("unknown option") << "sync --fast" << "--fast";
        QTest::newRow("no directory") << "sync" << "--data";
        QTest::newRow("no pin") << "sync --data /nowhere" << "--pin-file";
        QTest::newRow("no text") << "note TREVAL" << "text";
        QTest::newRow("kind") << "note TREVAL hello --kind poem" << "note, visit or call";
        QTest::newRow("day") << "promise TREVAL --amount 1 --date tomorrow" << "2026-11-23";
        QTest::newRow("cents") << "promise TREVAL --amount 6480,00 --date 2026-11-27" << "cents";
        QTest::newRow("items") << "promise TREVAL --items , --amount 1 --date 2026-11-27" << "--items";
        QTest::newRow("method") << "promise TREVAL --amount 1 --date 2026-11-27 --method gold" << "transfer";
        QTest::newRow("today") << "sync --today 2026-02-30" << "2026-02-30";
        QTest::newRow("time") << "sync --today 2026-11-23T25:00" << "2026-11-23T25:00";
        QTest::newRow("format") << "clients --format xml" << "json";
        QTest::newRow("uri") << "enrol http://example --data /nowhere --pin-file /dev/null" << "encours://";
        QTest::newRow("empty pin") << "sync --data / --pin-file /dev/null" << "";
    }
    void wrongArgumentsAreToldInOneSentence()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, says);
        const Outcome outcome = run(ENCOURS_DEVICE, line.split(u' ', Qt::SkipEmptyParts));
        if (!says.isEmpty())
            QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.exitCode >= 2 && outcome.exitCode <= 4, outcome.err.constData());
        QVERIFY2(outcome.saysOneSentence(), outcome.err.constData());
        QVERIFY2(outcome.err.contains(says.toUtf8()), outcome.err.constData());
    }

    void aDayIsRefusedInTheEnvironmentToo()
    {
        const Outcome outcome = run(ENCOURS_DEVICE, {"sync"}, "2026-13-01");
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(outcome.err.contains("ENCOURS_TODAY"));
    }

    void fromACodeToAPromiseTheOfficeReads()
    {
        Office office;
        office.serve();
        const QString code = office.code();
        const Outcome enrolled = office.device({"enrol", code});
        QVERIFY2(enrolled.exitCode == 0, enrolled.err.constData());
        QCOMPARE(enrolled.object()["person"].toString(), "Nadia");
        const Outcome again = office.device({"enrol", code});
        QCOMPARE(again.exitCode, 4);
        QVERIFY(again.saysOneSentence());

        const Outcome first = office.device({"sync"});
        QVERIFY2(first.exitCode == 0, first.err.constData());
        QCOMPARE(first.object()["clients"].toInt(), 1);
        office.stop();

        QCOMPARE(office.device({"clients"}).array().at(0)["balance"].toInt(), 648000);
        QCOMPARE(
            office.device({"note", "TREVAL", "Vu sur place", "--kind", "visit", "--call-back", "2026-11-30"}).exitCode,
            0);
        const Outcome promised =
            office.device({"promise", "TREVAL", "--items", "FA-1", "--amount", "648000", "--date", "2026-11-27",
                           "--method", "transfer", "--channel", "visit", "--by", "Paul"});
        QVERIFY2(promised.exitCode == 0, promised.err.constData());
        QCOMPARE(promised.object()["window_end"].toString(), "2026-12-01");
        const Outcome none =
            office.device({"promise", "TREVAL", "--items", "FA-2", "--amount", "1", "--date", "2026-11-27"});
        QCOMPARE(none.exitCode, 3);
        QVERIFY(none.saysOneSentence());
        QCOMPARE(office.device({"note", "NOBODY", "text"}).exitCode, 3);

        const Outcome offline = office.device({"sync"});
        QCOMPARE(offline.exitCode, 4);
        QVERIFY2(offline.saysOneSentence(), offline.err.constData());
        QVERIFY2(offline.err.contains("2 operations wait on this device"), offline.err.constData());
        QCOMPARE(office.device({"status"}).object()["waiting"].toInt(), 2);

        office.serve();
        QCOMPARE(office.device({"sync"}).object()["answered"].toInt(), 2);
        for (const auto& row : office.device({"outbox"}).array())
            QCOMPARE(row.toObject()["status"].toString(), "applied");
        QCOMPARE(office.must({"notes"}).array().at(0)["text"].toString(), "Vu sur place");
        QCOMPARE(office.must({"notes"}).array().at(0)["made_at"].toString(), "2026-11-23T08:26:00Z");
        const QJsonObject promise = office.must({"promises"}).array().at(0).toObject();
        QCOMPARE(promise["amount"].toInt(), 648000);
        QCOMPARE(promise["state"].toString(), "open");

        const QJsonObject card = office.device({"client", "TREVAL"}).object();
        QCOMPARE(card["promised"].toInt(), 648000);
        QCOMPARE(card["collectible"].toInt(), 0);
        const QString noteId = card["notes"][0]["id"].toString();
        const QString promiseId = card["promises"][0]["id"].toString();
        QCOMPARE(office.device({"retract-note", "TREVAL", noteId}).exitCode, 0);
        QCOMPARE(office.device({"withdraw", "TREVAL", promiseId, "--by-debtor"}).exitCode, 0);
        QCOMPARE(office.device({"withdraw", "TREVAL", "not-an-id"}).exitCode, 2);
        QCOMPARE(office.device({"sync"}).object()["answered"].toInt(), 2);
        QCOMPARE(office.must({"promises"}).array().at(0)["state"].toString(), "withdrawn_by_debtor");
        QVERIFY(office.must({"notes"}).array().at(0)["retracted"].toBool());
    }

    void anotherKeyThanTheOneOfTheUriIsRefused()
    {
        Office office;
        office.serve();
        const QString uri = office.code();
        QString other = uri;
        const qsizetype at = other.indexOf(u'#') + 5;
        other[at] = other[at] == u'A' ? u'B' : u'A';
        const Outcome refused = office.device({"enrol", other});
        QCOMPARE(refused.exitCode, 4);
        QVERIFY2(refused.saysOneSentence() && refused.err.contains("another key"), refused.err.constData());
        QVERIFY(!QFile::exists(office.path("device/device")));
        QCOMPARE(office.device({"enrol", uri}).exitCode, 0); // the code was not sent to the other one
    }

    void theDirectoryIsOneProgramsAndThePinIsAsked()
    {
        Office office;
        office.serve();
        QCOMPARE(office.device({"enrol", office.code()}).exitCode, 0);
        QCOMPARE(office.device({"sync"}).exitCode, 0);
        const int lock = ::open(office.path("device/lock").toUtf8().constData(), O_RDWR);
        QVERIFY(::flock(lock, LOCK_EX | LOCK_NB) == 0);
        const Outcome locked = office.device({"clients"});
        QCOMPARE(locked.exitCode, 4);
        QVERIFY2(locked.saysOneSentence() && locked.err.contains("Another program"), locked.err.constData());
        ::close(lock);
        QCOMPARE(office.device({"clients"}).exitCode, 0);

        office.write("pin", "246801\n");
        const Outcome wrong = office.device({"clients"});
        QCOMPARE(wrong.exitCode, 4);
        QVERIFY2(wrong.saysOneSentence() && wrong.err.contains("Wrong PIN") && !wrong.err.contains("246801"),
                 wrong.err.constData());
        // What is no PIN costs no try: a mark of an editor, a blank, a letter.
        for (const char* none : {"\xef\xbb\xbf"
                                 "135790\n",
                                 "135790 \n", " 135790\n", "13579O\n"}) {
            office.write("pin", none);
            const Outcome refused = office.device({"clients"});
            QCOMPARE(refused.exitCode, 2);
            QVERIFY2(refused.saysOneSentence() && refused.err.contains("not a PIN"), refused.err.constData());
        }
        // So does a PIN that others could read, or change.
        office.write("pin", "246801\n");
        for (const auto other : {QFile::ReadGroup, QFile::WriteGroup, QFile::ReadOther}) {
            QVERIFY(QFile::setPermissions(office.path("pin"), QFile::ReadOwner | QFile::WriteOwner | other));
            const Outcome open = office.device({"clients"});
            QCOMPARE(open.exitCode, 4);
            QVERIFY2(open.saysOneSentence() && open.err.contains("chmod 600"), open.err.constData());
        }
        QVERIFY(QFile::remove(office.path("pin")));
        QCOMPARE(office.device({"clients"}).exitCode, 3);
        office.write("pin", "135790");
        const Outcome right = office.device({"clients"});
        QVERIFY2(right.exitCode == 0, right.err.constData());
    }

    // Somebody looked over the shoulder: another PIN, without the office.
    void anotherPin()
    {
        Office office;
        office.serve();
        QCOMPARE(office.device({"enrol", office.code()}).exitCode, 0);
        office.write("new", "123456\n");
        const QStringList change{"pin", "--new-pin-file", office.path("new")};
        const Outcome weak = office.device(change);
        QCOMPARE(weak.exitCode, 2);
        QVERIFY2(weak.saysOneSentence(), weak.err.constData());
        QCOMPARE(office.device({"status"}).exitCode, 0); // the old one still opens
        office.write("new", "864209\n");
        const Outcome changed = office.device(change);
        QVERIFY2(changed.exitCode == 0, changed.err.constData());
        QVERIFY(office.device({"status"}).err.contains("Wrong PIN"));
        QVERIFY(office.device(change).err.contains("Wrong PIN"));
        office.write("pin", "864209\n");
        QCOMPARE(office.device({"status"}).exitCode, 0);
        QCOMPARE(office.device({"pin"}).exitCode, 2);
    }

    /// Behind or ahead, before a synchronisation and after it: said in one sentence, and nothing is lost.
    void aClockWrongByAYear()
    {
        Office office;
        office.serve();
        QCOMPARE(office.device({"enrol", office.code()}).exitCode, 0);
        QCOMPARE(office.device({"sync"}).exitCode, 0);
        QCOMPARE(office.device({"clients"}).err, QByteArray());
        const auto warned = [&](const QString& today, const char* how) {
            const Outcome outcome = office.device({"note", "TREVAL", "Vu le gérant"}, today);
            return outcome.exitCode == 0 && outcome.err.count('\n') == 1 && outcome.err.contains(how) &&
                   outcome.err.contains("Nothing is lost") && outcome.err.contains("2026-11-23");
        };
        QVERIFY(warned("2025-11-23T09:26", "behind"));
        QCOMPARE(office.device({"sync"}, "2025-11-23T09:26").exitCode, 0);
        QVERIFY(warned("2025-11-23T09:30", "behind"));
        QCOMPARE(office.device({"sync"}, "2027-11-23T09:26").exitCode, 0);
        QVERIFY(warned("2027-11-23T09:30", "ahead of"));
        QCOMPARE(office.device({"clients"}).err, QByteArray()); // set right
        QCOMPARE(office.device({"sync"}).exitCode, 0);
        QCOMPARE(office.device({"clients"}).err, QByteArray());
    }

    void theLeaseClosesTheDeviceUntilItSynchronises()
    {
        Office office;
        office.serve();
        QCOMPARE(office.device({"enrol", office.code()}).exitCode, 0);
        QCOMPARE(office.device({"sync"}).exitCode, 0);
        const QString later = "2026-12-05";
        const Outcome closed = office.device({"clients"}, later);
        QCOMPARE(closed.exitCode, 4);
        QVERIFY2(closed.saysOneSentence(), closed.err.constData());
        QVERIFY(!office.device({"status"}, later).object()["open"].toBool());
        QCOMPARE(office.device({"sync"}, later).exitCode, 0);
        QCOMPARE(office.device({"clients"}, later).exitCode, 0);
    }

    // Reading offline is what the device is for: that needs no room.
    void aFullDiskIsRead()
    {
        Office office;
        office.serve();
        QCOMPARE(office.device({"enrol", office.code()}).exitCode, 0);
        QCOMPARE(office.device({"sync"}).exitCode, 0);
        const auto onFullDisk = [&](const QStringList& arguments) { // files may grow to 4 KiB
            return run("bash", QStringList{"-c", "ulimit -f 4; exec \"$@\"", "bash", ENCOURS_DEVICE} + arguments +
                                   QStringList{"--data", office.path("device"), "--pin-file", office.path("pin"),
                                               "--format", "json"});
        };
        QCOMPARE(onFullDisk({"clients"}).array().at(0)["balance"].toInt(), 648000);
        QCOMPARE(onFullDisk({"client", "TREVAL"}).object()["balance"].toInt(), 648000);
        QCOMPARE(onFullDisk({"status"}).object()["clients"].toInt(), 1);
        for (const QStringList& writes : {QStringList{"note", "TREVAL", "Vu"}, {"sync"}}) {
            const Outcome full = onFullDisk(writes);
            QCOMPARE(full.exitCode, 4);
            QVERIFY2(full.saysOneSentence() && full.err.contains("disk was full"), full.err.constData());
        }
        QCOMPARE(office.device({"note", "TREVAL", "Vu"}).exitCode, 0);
        QCOMPARE(office.device({"sync"}).object()["answered"].toInt(), 1);
    }

    void nothingReadableStaysOnTheDisk()
    {
        Office office;
        office.serve();
        QCOMPARE(office.device({"enrol", office.code()}).exitCode, 0);
        QCOMPARE(office.device({"sync"}).exitCode, 0);
        QCOMPARE(office.device({"note", "TREVAL", "MARKERINTHENOTE"}).exitCode, 0);
        QDirIterator files(office.path("device"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int seen = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            for (const char* marker : {"MARKERINTHENOTE", "Menuiserie", "TREVAL", "Nadia", "135790", "SQLite format 3"})
                QVERIFY2(!bytes.contains(marker), qPrintable(file.fileName() + " holds " + marker));
            ++seen;
        }
        QVERIFY(seen >= 3);
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "test_program.moc"
