// SPDX-License-Identifier: Apache-2.0
// Two people change one promise without knowing of each other, through the real programs: both values are kept, both
// people see them, one of them decides, and both see the outcome. In both orders of arrival.
#include "tests/device/programs.h"

using namespace encours::test;

namespace {

/// Nadia and Julien of the office, each with a device that knows the promise.
class TwoPeople {
public:
    TwoPeople()
    {
        office.serve();
        office.addPerson("Nadia", "salesperson");
        promise = say("Nadia", {"promise", "TREVAL", "--items", "FA-1", "--amount", "114500", "--date", "2026-11-27"})
                      .object()["id"]
                      .toString();
        sync("Nadia");
        office.addPerson("Julien", "office");
    }
    /// Must succeed.
    Outcome say(const QString& person, const QStringList& arguments)
    {
        const Outcome outcome = office.deviceOf(person, arguments);
        if (outcome.exitCode != 0)
            qFatal("%s %s: %s", qPrintable(person), qPrintable(arguments.join(u' ')), outcome.err.constData());
        return outcome;
    }
    Outcome sync(const QString& person) { return say(person, {"sync"}); }
    QJsonObject card(const QString& person) { return say(person, {"client", "TREVAL"}).object(); }
    QJsonObject shown(const QString& person) { return card(person)["promises"].toArray()[0].toObject(); }
    QJsonArray contests(const QString& person) { return card(person)["contests"].toArray(); }
    /// The last operation of that person.
    QJsonObject last(const QString& person) { return say(person, {"outbox"}).array().last().toObject(); }

    Office office;
    QString promise;
};

} // namespace

class TestConflicts : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("the field first") << "Nadia" << "Julien";
        QTest::newRow("the office first") << "Julien" << "Nadia";
    }

    void twoAmounts()
    {
        QFETCH_GLOBAL(const QString, first);
        QFETCH_GLOBAL(const QString, second);
        TwoPeople two;
        two.say("Nadia", {"amend", "TREVAL", two.promise, "--amount", "100000"});
        two.say("Julien", {"amend", "TREVAL", two.promise, "--amount", "90000", "--date", "2026-11-30"});
        QVERIFY(two.shown("Nadia")["pending"].toBool());
        QCOMPARE(two.shown("Nadia")["amount"].toInt(), 100000); // before any synchronisation

        two.sync(first);
        QCOMPARE(two.last(first)["status"].toString(), "applied");
        two.sync(second);
        const QJsonObject refused = two.last(second);
        QCOMPARE(refused["status"].toString(), "conflict");
        QCOMPARE(refused["reason"].toString(), "contested.amount");
        QVERIFY(refused["why"].toString().contains("both are kept"));
        two.sync(first); // who came first is told too
        const int counts = first == "Nadia" ? 100000 : 90000;
        QString kept;
        for (const QString person : {"Nadia", "Julien"}) {
            const QJsonObject promise = two.shown(person);
            QCOMPARE(promise["amount"].toInt(), counts);
            QCOMPARE(promise["date"].toString(), "2026-11-30"); // nobody else changed it: merged
            QVERIFY(promise["contested"].toBool() && !promise["pending"].toBool());
            const QJsonArray contests = two.contests(person);
            QCOMPARE(contests.size(), 2);
            QCOMPARE(contests[0]["author"].toString(), first);
            QCOMPARE(contests[1]["author"].toString(), second);
            QCOMPARE(contests[1]["value"].toString(), counts == 100000 ? "900.00 EUR" : "1000.00 EUR");
            kept = contests[1]["kept_id"].toString();
        }
        QCOMPARE(two.say(second, {"status"}).object()["tray"].toInt(), 1);

        two.say("Nadia", {"resolve", "TREVAL", two.promise, "--field", "amount", "--keep", kept});
        two.sync("Nadia");
        two.sync("Julien");
        for (const QString person : {"Nadia", "Julien"}) {
            QCOMPARE(two.shown(person)["amount"].toInt(), counts == 100000 ? 90000 : 100000);
            QVERIFY(two.contests(person).isEmpty());
            QCOMPARE(two.say(person, {"status"}).object()["tray"].toInt(), 0);
        }
        QCOMPARE(two.last("Julien")["reason"].toString(), second == "Julien" ? "settled" : "");
        const QJsonObject atTheCentre = two.office.must({"promises"}).array()[0].toObject();
        QCOMPARE(atTheCentre["amount"].toInt(), counts == 100000 ? 90000 : 100000);
    }

    void withdrawnAndChanged()
    {
        QFETCH_GLOBAL(const QString, first);
        QFETCH_GLOBAL(const QString, second);
        TwoPeople two;
        two.say("Nadia", {"withdraw", "TREVAL", two.promise, "--by-debtor"});
        two.say("Julien", {"amend", "TREVAL", two.promise, "--amount", "90000"});
        two.sync(first);
        two.sync(second);
        QCOMPARE(two.last(second)["reason"].toString(), "contested.ending");
        two.sync(first);
        for (const QString person : {"Nadia", "Julien"}) {
            QCOMPARE(two.shown(person)["state"].toString(), first == "Nadia" ? "withdrawn_by_debtor" : "open");
            QCOMPARE(two.contests(person).size(), 2);
        }
    }

    void notEverybodyMaySpeak()
    {
        TwoPeople two;
        const Outcome nothing = two.office.deviceOf("Nadia", {"amend", "TREVAL", two.promise});
        QVERIFY(nothing.exitCode == 2 && nothing.saysOneSentence());
        const Outcome none =
            two.office.deviceOf("Nadia", {"resolve", "TREVAL", two.promise, "--field", "amount", "--keep", "made"});
        QVERIFY(none.exitCode == 3 && none.saysOneSentence());
        const Outcome unknown = two.office.deviceOf("Nadia", {"amend", "TREVAL", "lost", "--amount", "1"});
        QVERIFY(unknown.exitCode == 2 && unknown.saysOneSentence());
    }
};

QTEST_GUILESS_MAIN(TestConflicts)
#include "test_conflicts.moc"
