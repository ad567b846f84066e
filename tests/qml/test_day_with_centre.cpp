// SPDX-License-Identifier: Apache-2.0
// A day on the phone beside the real encours-central, over TLS: the app by touch, the centre stopped and started again, and
// what was recorded read there, by the office's own commands. Nothing is missing, nothing is twice.
#include "tests/device/programs.h"
#include "tests/qml/app_driver.h"

#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickStyle>

using namespace encours;
using namespace encours::test;

namespace {

/// Nadia's phone, enrolled and loaded, at the card of her client that owes 6 480,00.
class Phone : public AppDriver {
public:
    explicit Phone(Office& office) : AppDriver(kPhone, false, 100, false)
    {
        clock().set(Instant::fromParis(*Day::parseIso("2026-11-23"), 9, 26)); // the centre's, or it is doubted
        office.serve();
        m_ready = enrol(office.code()) && tap(fr("nav-clients")) && openCard();
    }
    bool isReady() const { return m_ready; }
    bool openCard() { return tap(fr("client-TREVAL")) && waitFor(fr("notePromise")); }
    bool unlockToCard()
    {
        return waitForText(fr("Saisissez votre code")) && typePin() && tap(fr("nav-clients")) && openCard();
    }
    bool promise(const char* day)
    {
        return tap(fr("notePromise")) && tap(fr(day)) && tap(fr("savePromise")) && waitForText(fr("Promesse notée"));
    }
    bool note(const char* text)
    {
        if (!tap(fr("writeNote")) || !waitFor(fr("noteText")))
            return false;
        find(fr("noteText"))->forceActiveFocus(); // putting the cursor there is part of writing
        type(text);
        return tap(fr("saveNote")) && waitForText(fr("Noté pour Menuiserie Treval"));
    }
    /// `outcome`: two sentences of the sheet.
    bool synchronise(const char* outcome, const char* queue)
    {
        return tap(fr("sync")) && tap(fr("retry")) && waitForText(fr(outcome)) && waitForText(fr(queue)) &&
               tap(fr("closeSheet"));
    }

private:
    bool m_ready = false;
};

QStringList sorted(const QJsonArray& rows, const char* column)
{
    QStringList values;
    for (const auto& row : rows)
        values.append(row.toObject()[QLatin1String(column)].toVariant().toString());
    values.sort();
    return values;
}

} // namespace

class TestDayWithCentre : public QuietTest {
    Q_OBJECT

private Q_SLOTS:
    void aDayOfflineArrivesOnce()
    {
        Office office;
        Phone phone(office);
        QVERIFY(phone.isReady());
        office.stop();

        int taps = phone.taps();
        QVERIFY(phone.promise("date-2026-11-27"));
        QCOMPARE(phone.taps() - taps, 3);
        taps = phone.taps();
        QVERIFY(phone.note("Rappeler jeudi"));
        QCOMPARE(phone.taps() - taps, 2);
        QVERIFY(phone.synchronise("Hors ligne depuis 09:26", "2\u00A0opérations"));

        // Undone, it was never said.
        QVERIFY(phone.note("Faux client"));
        QVERIFY(phone.tap(fr("undo")));
        QVERIFY(phone.synchronise("Hors ligne", "2\u00A0opérations"));

        // Turned and locked in the middle of typing, and the program left and started again before it is said.
        QVERIFY(phone.tap(fr("writeNote")));
        QVERIFY(phone.tap(fr("noteText")));
        phone.type("Virement ");
        phone.window()->resize(kPhone.transposed());
        QVERIFY(phone.tap(fr("noteText")));
        phone.type("vendredi");
        phone.application().vault().lock();
        QVERIFY(phone.waitForText(fr("Saisissez votre code")));
        phone.window()->resize(kPhone);
        QVERIFY(phone.unlockToCard());
        QVERIFY(phone.tap(fr("writeNote")));
        QCOMPARE(phone.waitFor(fr("noteText"))->property("text").toString(), fr("Virement vendredi"));
        phone.restart();
        QVERIFY(phone.unlockToCard());
        QVERIFY(phone.tap(fr("writeNote")));
        QVERIFY(phone.waitForText(fr("Votre brouillon, tel que vous l’avez laissé.")));
        QCOMPARE(phone.waitFor(fr("noteText"))->property("text").toString(), fr("Virement vendredi"));
        QVERIFY(phone.tap(fr("saveNote")));
        QVERIFY(phone.waitForText(fr("Noté pour Menuiserie Treval")));
        QVERIFY(phone.synchronise("Hors ligne", "3\u00A0opérations"));
        QVERIFY(office.must({"notes"}).array().isEmpty() && office.must({"promises"}).array().isEmpty());

        // The centre is there again. Synchronised twice, each thing is there once.
        office.serve();
        for (int i = 0; i < 2; ++i) {
            QVERIFY(phone.synchronise("À jour", "rien n’attend"));
            const QJsonArray notes = office.must({"notes"}).array();
            QCOMPARE(sorted(notes, "text"), QStringList({fr("Rappeler jeudi"), fr("Virement vendredi")}));
            QCOMPARE(sorted(notes, "author"), QStringList({fr("Nadia"), fr("Nadia")}));
            const QJsonArray promises = office.must({"promises"}).array();
            QCOMPARE(sorted(promises, "amount"), QStringList({fr("648000")}));
            QCOMPARE(sorted(promises, "state"), QStringList({fr("open")}));
        }
        // As does whoever else reads it.
        office.addPerson("Julien", "office");
        const QJsonObject card = office.deviceOf("Julien", {"client", "TREVAL"}).object();
        QCOMPARE(card["promised"].toInt(), 648'000);
        QCOMPARE(card["notes"].toArray().size(), 2);
    }

    // Out of reach of the centre she promises what Julien of the office has promised too: her phone shows both, she decides,
    // and the centre and he have her decision.
    void aContestShowsBothAndIsDecided()
    {
        Office office;
        Phone phone(office);
        QVERIFY(phone.isReady());
        office.addPerson("Julien", "office");
        office.stop();
        QVERIFY(phone.promise("date-2026-11-27"));
        QVERIFY(phone.synchronise("Hors ligne", "1\u00A0opération"));
        office.serve();
        QCOMPARE(office
                     .deviceOf("Julien",
                               {"promise", "TREVAL", "--items", "FA-1", "--amount", "500000", "--date", "2026-12-04"})
                     .exitCode,
                 0);
        QCOMPARE(office.deviceOf("Julien", {"sync"}).exitCode, 0);
        QVERIFY(phone.synchronise("À jour", "rien n’attend"));
        QCOMPARE(sorted(office.must({"promises"}).array(), "amount"), QStringList({fr("500000"), fr("648000")}));

        QVERIFY(phone.tap(fr("openConflicts")));
        QVERIFY(phone.waitForText(fr("Deux promesses pour la même facture")));
        for (const char* part : {"6\u202F480", "5\u202F000", "27/11/2026", "04/12/2026", "Julien"})
            QVERIFY2(phone.waitForText(fr(part)), qPrintable(fr(part) + u'\n' + phone.texts().join(u'\n')));
        phone.screenshot(fr("day_with_centre_contest"));
        QVERIFY2(phone.faults().isEmpty(), qPrintable(phone.faults().join(u'\n')));
        QVERIFY(phone.tap(fr("choice-1")));
        QVERIFY(phone.waitForText(fr("Garder celle de Julien")));
        QVERIFY(phone.tap(fr("decide")));
        QVERIFY(phone.waitForText(fr("Rien à trancher")));
        QVERIFY(phone.tap(fr("backFromConflicts")));
        QVERIFY(phone.synchronise("À jour", "rien n’attend"));

        const QStringList states{fr("open"), fr("superseded")};
        QCOMPARE(sorted(office.must({"promises"}).array(), "state"), states);
        QCOMPARE(office.deviceOf("Julien", {"sync"}).exitCode, 0);
        const QJsonArray seen = office.deviceOf("Julien", {"client", "TREVAL"}).object()["promises"].toArray();
        QCOMPARE(sorted(seen, "state"), states);
        for (const auto& row : seen)
            QCOMPARE(row.toObject()["amount"].toInt() == 500'000, row.toObject()["state"] == fr("open"));
    }
};

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    TestDayWithCentre tests;
    return QTest::qExec(&tests, argc, argv);
}
#include "test_day_with_centre.moc"
