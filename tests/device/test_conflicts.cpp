// SPDX-License-Identifier: Apache-2.0
// Two people change one promise without knowing of each other, through the real programs: both values are kept, both
// people see them, one of them decides, and both see the outcome: in both orders of arrival. tests/reconcile has the rest of
// the table in both orders; each command here opens a device with its PIN, which is slow on purpose.
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
    void twoAmounts_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::newRow("the field first") << "Nadia" << "Julien";
        QTest::newRow("the office first") << "Julien" << "Nadia";
    }

    void twoAmounts()
    {
        QFETCH(const QString, first);
        QFETCH(const QString, second);
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
            QCOMPARE(contests[1]["value"].toString(), counts == 100000 ? "900,00\u00A0€" : "1\u202F000,00\u00A0€");
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
        TwoPeople two;
        two.say("Nadia", {"withdraw", "TREVAL", two.promise, "--by-debtor"});
        two.say("Julien", {"amend", "TREVAL", two.promise, "--amount", "90000"});
        two.sync("Julien");
        two.sync("Nadia");
        QCOMPARE(two.last("Nadia")["reason"].toString(), "contested.ending");
        two.sync("Julien");
        for (const QString person : {"Nadia", "Julien"}) {
            QCOMPARE(two.shown(person)["state"].toString(), "open");
            QCOMPARE(two.contests(person).size(), 2);
        }
    }

    // Two promises on one invoice are flagged until somebody who knows both says that both count.
    void bothPromisesCount()
    {
        TwoPeople two;
        const QString other =
            two.say("Julien", {"promise", "TREVAL", "--items", "FA-1", "--amount", "50000", "--date", "2026-11-26"})
                .object()["id"]
                .toString();
        two.sync("Julien");
        two.sync("Nadia");
        const auto flagged = [&](const QString& person) {
            int count = 0;
            for (const QJsonValue promise : two.card(person)["promises"].toArray())
                count += promise["concurrent"].toBool();
            return count;
        };
        QCOMPARE(flagged("Nadia"), 2);
        two.say("Julien", {"resolve", "TREVAL", other, "--field", "other_promise", "--keep", "both"});
        QCOMPARE(flagged("Julien"), 0);
        two.sync("Julien");
        two.sync("Nadia");
        QCOMPARE(flagged("Nadia"), 0);
        // A third one is another matter.
        two.say("Nadia", {"promise", "TREVAL", "--items", "FA-1", "--amount", "1000", "--date", "2026-11-26"});
        QCOMPARE(flagged("Nadia"), 3);
    }

    // What the office knows of disputes from another system, the field knows too; what the field says of it is kept.
    void disputesOfFiles()
    {
        TwoPeople two;
        const auto dispute = [&] { return two.card("Nadia").value("disputes").toArray().first().toObject(); };
        const auto import = [&](const QByteArray& line) {
            two.office.write("disputes.csv",
                             "client;number;amount;reason;text;owner;opened;due_by;step;step_day\n" + line);
            two.office.must({"import", "disputes", two.office.path("disputes.csv")});
            two.sync("Nadia");
        };
        import("TREVAL;FA-1;500,00;LIVR_INCOMP;manque 2;Anne;2026-11-12;;;\n");
        QCOMPARE(dispute().value("state").toString(), "new");
        QCOMPARE(dispute().value("disputed").toInt(), 50'000);
        import("TREVAL;FA-1;600,00;LIVR_INCOMP;;Anne;2026-11-12;;qualified;2026-11-13\n");
        QCOMPARE(two.card("Nadia").value("disputes").toArray().size(), 1);
        QCOMPARE(dispute().value("disputed").toInt(), 60'000);
        const auto open = [&] {
            return two.office.deviceOf(
                "Nadia", {"dispute", "open", "TREVAL", "--item", "FA-1", "--amount", "1000", "--reason", "AUTRE"});
        };
        QVERIFY(open().exitCode != 0); // one at a time on an invoice
        two.sync("Julien");
        two.say("Julien", {"dispute", "step", "TREVAL", dispute().value("id").toString(), "--step", "rejected"});
        two.sync("Julien");
        two.sync("Nadia");
        QCOMPARE(dispute().value("state").toString(), "rejected");
        QCOMPARE(open().exitCode, 0);
    }

    // The client went to Karim while Nadia was away: what she noted is kept, she is told, and the office has it in a list.
    void saidOfAClientThatLeft()
    {
        TwoPeople two;
        two.say("Nadia", {"note", "TREVAL", "Vu M. Treval"});
        two.say("Nadia", {"promise", "TREVAL", "--items", "FA-1", "--amount", "50000", "--date", "2026-11-26"});
        two.say("Nadia", {"amend", "TREVAL", two.promise, "--amount", "100000"});
        two.office.must({"user", "add", "Karim", "--role", "salesperson"});
        two.office.must({"client", "assign", "TREVAL", "Karim"});
        two.sync("Nadia");
        QCOMPARE(two.last("Nadia")["status"].toString(), "review");
        QVERIFY(two.last("Nadia")["why"].toString().contains("not in your portfolio any more"));
        QVERIFY(two.say("Nadia", {"clients"}).array().isEmpty());
        const QJsonArray reviews = two.office.must({"reviews"}).array();
        QCOMPARE(reviews.size(), 3);
        QCOMPARE(reviews[0]["kind"].toString(), "note");
        QCOMPARE(reviews[0]["text"].toString(), "Vu M. Treval");
        QCOMPARE(reviews[1]["text"].toString(), "500,00\u00A0€ for 2026-11-26");
        QCOMPARE(reviews[2]["kind"].toString(), "amend");
        for (const QJsonValue review : reviews) {
            QCOMPARE(review["author"].toString(), "Nadia");
            QCOMPARE(review["salesperson"].toString(), "Karim");
            QCOMPARE(review["reason"].toString(), "scope.outside");
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
