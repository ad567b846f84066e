// SPDX-License-Identifier: Apache-2.0
// Every page in the real window, on the Verdon device: at three widths, light and dark, without a warning, nothing cut,
// with the figures of the story. A picture of each is left in build/screenshots.
#include "qml/Today/today_model.h"
#include "tests/qml/app_driver.h"
#include "usecases/hear_cause.h"

#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickStyle>
#include <QStyleHints>
#include <QTest>

#include <memory>

using namespace encours;
using namespace encours::test;

class TestPages : public QuietTest {
    Q_OBJECT

private Q_SLOTS:
    void theCode_data() { looks(); }
    void theCode()
    {
        AppDriver driver = start();
        QVERIFY(driver.waitForText(fr("Saisissez votre code")));
        QVERIFY(driver.typePin("274"));
        QVERIFY(driver.waitForText(fr("3 chiffres saisis sur 6")));
        QVERIFY(!driver.texts().join(u' ').contains(u'€'));
        check(driver, "01_code");
        // A wrong code says how many tries are left.
        QVERIFY(driver.typePin("914"));
        QVERIFY(driver.waitForText(fr("Code faux, 4 essais restants")));
        check(driver, "01_code_wrong");
    }

    void theFirstLaunch_data() { looks(); }
    void theFirstLaunch()
    {
        AppDriver driver = start(false);
        QVERIFY(driver.waitForText(fr("Bienvenue")));
        QVERIFY(driver.waitForText(fr("jamais synchronisé")));
        check(driver, "16_first_launch");
    }

    void theDay_data() { looks(); }
    void theDay()
    {
        AppDriver driver = start();
        QVERIFY(driver.unlockToday());
        QVERIFY(driver.waitForText(fr("au\u00A023/11 à\u00A008:14")));
        const QString all = driver.texts().join(u'\n');
        for (const char* part : {"Lundi 23\u00A0novembre", "Mon encours, 14\u00A0clients", "204\u202F330",
                                 "75\u202F005,90\u00A0€", "37\u00A0%", "> 90\u00A0j 17\u202F612,10\u00A0€",
                                 "7\u202F240,00\u00A0€", "7\u202F692,50\u00A0€", "18\u202F208", "Menuiserie Tréval",
                                 "visites", "prévues", "nouvelles", "Visite aujourd’hui", "Promesse rompue"})
            QVERIFY2(all.contains(fr(part)), part);
        check(driver, "02_today");
        QVERIFY(driver.tap(fr("whyRanks")));
        QVERIFY(driver.waitForText(fr("Chaque fait compte pour des points.")));
        QTest::qWait(150);
        check(driver, "02_today_why");
        QTest::keyClick(driver.window(), Qt::Key_Escape);
        QVERIFY(driver.tap(fr("brief-411TREVAL")));
        QVERIFY(driver.waitForText(fr("Vous m’aviez annoncé 6\u202F480,00\u00A0€ pour le 16/11.")));
    }

    // Everything is dealt with; and a device that has no client yet.
    void theEmptyDay_data() { looks(); }
    void theEmptyDay()
    {
        AppDriver driver = start();
        QVERIFY(driver.unlockToday());
        auto* day = driver.window()->findChild<app::TodayModel*>();
        QVERIFY(day);
        usecases::DayPlan plan;
        plan.day = *Day::parseIso("2026-11-23");
        day->setPlan(plan);
        QVERIFY(driver.waitForText(fr("Pas encore de client")));
        QVERIFY(driver.texts().contains(fr("—")));
        check(driver, "02_today_first");
        plan.clients = 14;
        plan.freshness.lastSync = Instant::fromParis(plan.day, 8, 14);
        plan.next = {usecases::NextEvent::Kind::Promise, plan.day + 4, "411PELLAR", "Cave Pellarin",
                     Money::ofMinor(114500)};
        day->setPlan(plan);
        QVERIFY(driver.waitForText(fr("Plus rien à traiter aujourd’hui")));
        QVERIFY(
            driver.waitForText(fr("1\u202F145,00\u00A0€ de Cave Pellarin, promis pour vendredi 27\u00A0novembre.")));
        check(driver, "02_today_done");
    }

    void thePromises_data() { looks(); }
    void thePromises()
    {
        AppDriver driver = start();
        QVERIFY(driver.unlockToday());
        QVERIFY(driver.tap(fr("nav-promises")));
        QVERIFY(driver.waitForText(fr("9\u202F385,00\u00A0€")));
        QVERIFY(driver.waitForText(fr("Novembre 2026")));
        check(driver, "promises");
    }

    void more_data() { looks(); }
    void more()
    {
        AppDriver driver = start();
        QVERIFY(driver.unlockToday());
        QVERIFY(driver.tap(fr("nav-more")));
        QVERIFY(driver.waitFor(fr("lock")));
        check(driver, "more");
        QVERIFY(driver.tap(fr("moreSync")));
        QVERIFY(driver.waitFor(fr("retryPage")));
        check(driver, "more_sync");
        for (const char* part : {"Display", "About"}) {
            QVERIFY(driver.tap(fr("backToMore")));
            QVERIFY(driver.tap(fr("more") + QString::fromLatin1(part)));
            QVERIFY(driver.waitFor(fr("backToMore")));
            check(driver, part);
        }
    }

    void theContest_data() { looks(); }
    void theContest()
    {
        AppDriver driver = start();
        QVERIFY(driver.unlockToday());
        QVERIFY(driver.tap(fr("nav-more")));
        QVERIFY(driver.waitForText(fr("1 à trancher, les deux versions sont gardées")));
        QVERIFY(driver.tap(fr("moreConflicts")));
        QVERIFY(driver.waitForText(fr("Deux promesses pour la même facture")));
        const QString all = driver.texts().join(u'\n');
        for (const char* part : {"Rien ne se perd", "Cave Pellarin", "FA-2610-0052 · 26\u00A0j de retard", "2\u202F145",
                                 "La vôtre", "Celle de Julien", "27/11/2026", "30/11/2026", "vendredi",
                                 "Julien Marchetti", "20/11 à 15:20", "avec le comptable", "Garder les deux"})
            QVERIFY2(all.contains(fr(part)), part);
        check(driver, "07_conflict");
    }

    void theList_data() { looks(); }
    void theList()
    {
        AppDriver driver = start();
        QVERIFY(driver.unlock());
        QVERIFY(driver.waitForText(fr("au\u00A023/11 à\u00A008:14")));
        const QString all = driver.texts().join(u'\n');
        for (const char* part :
             {"Menuiserie Tréval", "20\u202F068", ",00\u00A0€", "sur 28\u202F218,00\u00A0€", "Promesse rompue",
              "retard max. 88\u00A0j", "12\u00A0clients", "75\u202F005,90\u00A0€"})
            QVERIFY2(all.contains(fr(part)), part);
        check(driver, "03_clients");
    }

    void theCard_data() { looks(); }
    void theCard()
    {
        AppDriver driver = start();
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.waitFor(fr("notePromise")));
        const QString all = driver.texts().join(u'\n');
        for (const char* part :
             {"28\u202F218", "8\u202F150,00", "4\u202F275,60", "9\u202F312,40", "6\u202F480,00",
              "échu 20\u202F068,00\u00A0€", "Promesse rompue", "6\u202F480,00\u00A0€ pour le 16/11, rien reçu.",
              "FA-2608-0142", "échéance 27/08 · 88\u00A0j de retard", "échéance 18/12 · échoit dans 25\u00A0j"})
            QVERIFY2(all.contains(fr(part)), part);
        check(driver, "04_card");
        for (const char* part : {"à ne pas réclamer", "Délais qui courent", "FA-2608-0142 la plus ancienne", "J+95",
                                 "30/11 · 7\u00A0j", "J−15", "Prescription", "Litige 1\u202F860,00\u00A0€"})
            QVERIFY2(all.contains(fr(part)), part);
        for (const char* tab : {"tab-timeline", "tab-promises", "tab-contacts", "tab-documents"}) {
            QVERIFY2(driver.tap(QString::fromLatin1(tab)), tab);
            QTest::qWait(50);
            check(driver, tab);
        }
    }

    // Whatever is looked at, the page says that it is a past day, and nothing can be noted on it.
    void thePastDay_data() { looks(); }
    void thePastDay()
    {
        AppDriver driver = start();
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("pastDay")));
        QVERIFY(driver.waitFor(fr("past-2026-10-31")));
        check(driver, "past_choice");
        QVERIFY(driver.tap(fr("past-2026-10-31")));
        QVERIFY(driver.waitForText(fr("Vous voyez la fiche au 31\u00A0octobre")));
        QVERIFY(driver.waitForText(fr("Encours au 31\u00A0octobre")));
        QVERIFY(driver.texts().contains(fr("20\u202F068"))); // without FA-2611-0009, made in November
        QVERIFY(!driver.find(fr("notePromise")) && !driver.find(fr("openBrief")));
        QVERIFY(driver.waitFor(fr("backToToday"))); // the sheet is gone
        check(driver, "past_card");
        QVERIFY(driver.tap(fr("openWhy")));
        QVERIFY(driver.waitForText(fr("À réclamer ce jour-là · 31\u00A0octobre")));
        QTest::keyClick(driver.window(), Qt::Key_Escape);
        QVERIFY(driver.tap(fr("backToToday")));
        QVERIFY(driver.waitFor(fr("notePromise")));
        QVERIFY(driver.texts().contains(fr("28\u202F218")));
    }

    void theBrief_data() { looks(); }
    void theBrief()
    {
        AppDriver driver = start();
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("openBrief")));
        QVERIFY(driver.waitForText(fr("Dernière promesse\u00A0: 6\u202F480,00\u00A0€ pour le 16/11, rompue")));
        QVERIFY(driver.waitForText(fr("Vous m’aviez annoncé 6\u202F480,00\u00A0€ pour le 16/11.")));
        QVERIFY(driver.waitFor(fr("noteVisit")));
        check(driver, "06_brief");
        QVERIFY(driver.tap(fr("noteVisit")));
        QVERIFY(driver.waitFor(fr("saveNote")));
    }

    void theWhy_data() { looks(); }
    void theWhy()
    {
        AppDriver driver = start();
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("openWhy")));
        for (const char* part :
             {"6\u202F480,00\u00A0€ facturés le 28/07", "art. L441-10", "Indemnité forfaitaire de recouvrement",
              "D441-5", "120", "2e semestre 2026\u00A0: taux de la BCE à saisir", "Règlements connus jusqu’au 20/11."})
            QVERIFY2(driver.waitForText(fr(part)), part);
        QVERIFY(driver.waitFor(fr("why-overdue")));
        check(driver, "why");
        // Read with the keys alone.
        const QRectF before = driver.find(fr("why-overdue"))->mapRectToScene(QRectF(0, 0, 1, 1));
        QTest::keyClick(driver.window(), Qt::Key_End);
        QTest::qWait(50);
        check(driver, "why_end");
        const qreal moved = before.y() - driver.find(fr("why-overdue"))->mapRectToScene(QRectF(0, 0, 1, 1)).y();
        QVERIFY(moved > 0 || driver.window()->height() > 1000); // there it is all in sight
        QTest::keyClick(driver.window(), Qt::Key_Escape);
        QVERIFY(driver.waitFor(fr("openWhy")));
    }

    void thePromise_data() { looks(); }
    void thePromise()
    {
        AppDriver driver = start();
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("notePromise")));
        QVERIFY(driver.tap(fr("date-2026-11-27")));
        QVERIFY(driver.waitForText(fr("Enregistrer 6\u202F480,00\u00A0€ pour le 27\u00A0novembre")));
        QVERIFY(driver.waitForText(fr("Tenue si l’argent est là le 1er\u00A0décembre au soir")));
        check(driver, "05_promise");
        QVERIFY(driver.tap(fr("sign")));
        QVERIFY(driver.waitFor(fr("signaturePad")));
        check(driver, "promise_sign");
    }

    void theStandingPromise_data() { looks(); }
    void theStandingPromise()
    {
        AppDriver driver = start();
        QVERIFY(driver.unlockToday());
        QVERIFY(driver.tap(fr("nav-promises")));
        QVERIFY(driver.tap(fr("month-2026-11-27")));
        QVERIFY(driver.tap(fr("promise-411PELLAR")));
        QVERIFY(driver.waitFor(fr("withdrawPromise")));
        check(driver, "promise_standing");
        QVERIFY(driver.tap(fr("withdrawPromise")));
        QVERIFY(driver.waitFor(fr("withdrawnByDebtor")));
        check(driver, "promise_withdraw");
    }

    void theDispute_data() { looks(); }
    void theDispute()
    {
        AppDriver driver = start();
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("invoice-FA-2608-0142")));
        QVERIFY(driver.waitFor(fr("invoiceDispute")));
        check(driver, "04_invoice");
        QVERIFY(driver.tap(fr("invoiceDispute")));
        QVERIFY(driver.waitForText(fr("Dites pourquoi")));
        QVERIFY(driver.tap(fr("reason-QUALITE_ERR")));
        QVERIFY(driver.waitForText(fr("Contester 6\u202F480,00\u00A0€ de FA-2608-0142")));
        QVERIFY(driver.waitForText(fr("le service y répond d’ici au 23\u00A0décembre.")));
        check(driver, "dispute");
        QVERIFY(driver.tap(fr("allReasons")));
        check(driver, "dispute_reasons");
    }

    void thePlan_data() { looks(); }
    void thePlan()
    {
        AppDriver driver = start();
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("openPlan")));
        QVERIFY(driver.waitForText(fr("20\u202F068,00\u00A0€ à étaler")));
        QVERIFY(driver.waitForText(fr("Un responsable doit l’approuver")));
        QVERIFY(driver.waitForText(fr("Demander 20\u202F068,00\u00A0€ en 3\u00A0échéances")));
        check(driver, "plan");
        QVERIFY(driver.tap(fr("instalment-0")));
        QVERIFY(driver.waitFor(fr("part")));
        check(driver, "plan_amount");
    }

    void theOrder_data() { looks(); }
    void theOrder()
    {
        AppDriver driver = start();
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("openOrder")));
        QVERIFY(driver.waitForText(fr("Indiquez le montant de la commande.")));
        check(driver, "order_empty");
        QVERIFY(driver.tap(fr("order")));
        for (const char letter : QByteArray("4500"))
            QTest::keyClick(driver.window(), letter);
        QVERIFY(driver.waitForText(fr("Une commande de 4\u202F500,00\u00A0€")));
        QVERIFY(driver.waitForText(fr("Encours de 28\u202F218,00\u00A0€ + commande de 4\u202F500,00\u00A0€")));
        check(driver, "order");
    }

    void theCall_data() { looks(); }
    void theCall()
    {
        AppDriver driver = start();
        QVERIFY(driver.unlock());
        auto begun = driver.application().session().run(
            [](usecases::Field& field) { return usecases::beginCall(field, "411TREVAL"); });
        QVERIFY(QTest::qWaitFor([&] { return begun.isFinished(); }, 5000) && begun.result());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.waitFor(fr("cause-8")));
        check(driver, "06_call");
    }

    void theNote_data() { looks(); }
    void theNote()
    {
        AppDriver driver = start();
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("writeNote")));
        QVERIFY(driver.waitFor(fr("saveNote")));
        check(driver, "06_note");
    }

    void theSynchronisation_data() { looks(); }
    void theSynchronisation()
    {
        AppDriver driver = start();
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("sync")));
        QVERIFY(driver.waitFor(fr("retry")));
        QVERIFY(driver.waitForText(fr("Vos montants datent du 23/11 à 08:14.")));
        check(driver, "08_sync");
    }

    // What is late follows this device's clock: when it is known to be wrong, that is said.
    void theWrongClock_data() { looks(); }
    void theWrongClock()
    {
        AppDriver driver = start();
        driver.clock().set(Instant::fromParis(*Day::parseIso("2026-11-23"), 5, 14));
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("sync")));
        QVERIFY(driver.waitFor(fr("retry")));
        QVERIFY(driver.waitForText(fr("L’horloge de cet appareil retarde\u00A0: elle dit 23/11 05:14, celle du centre "
                                      "disait 23/11 08:14 au dernier contact.")));
        check(driver, "08_sync_wrong_clock");
    }

private:
    void looks()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("scale");
        for (const bool dark : {false, true}) {
            const auto row = [&](const char* name, QSize size, int scale = 100) {
                QTest::addRow("%s_%s", name, dark ? "dark" : "light") << size << dark << scale;
            };
            row("phone", QSize(390, 844));
            row("tablet", QSize(820, 1180));
            row("desktop", QSize(1440, 900));
        }
        QTest::newRow("phone_200") << QSize(390, 844) << false << 200;
        QTest::newRow("narrow") << QSize(320, 568) << false << 100;
    }
    AppDriver start(bool enrolled = true)
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        QFETCH(int, scale);
        return AppDriver(size, dark, scale, enrolled);
    }
    void check(AppDriver& driver, const char* name)
    {
        driver.screenshot(
            QStringLiteral("%1_%2").arg(QString::fromLatin1(name), QString::fromLatin1(QTest::currentDataTag())));
        const QStringList faults = driver.faults();
        QVERIFY2(faults.isEmpty(), qPrintable(QString::fromLatin1(name) + QStringLiteral(": ") + faults.join(u'\n')));
        // Normal, dark, text at 200 %, the narrowest window; the other widths are held by geometry alone.
        const QByteArray look = QTest::currentDataTag();
        if (look != "phone_light" && look != "phone_dark" && look != "phone_200" && look != "narrow")
            return;
        const QString difference = driver.differenceFromApproved(
            QStringLiteral("%1_%2").arg(QString::fromLatin1(name), QString::fromLatin1(look)));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
    }
};

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    QGuiApplication::styleHints()->setCursorFlashTime(0); // a picture has the cursor or has it not
    TestPages pages;
    return QTest::qExec(&pages, argc, argv);
}
#include "test_pages.moc"
