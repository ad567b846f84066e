// SPDX-License-Identifier: Apache-2.0
// What people do, by touch on the real window: three taps for a promise, a note, undo, search, filters, lock, a centre that
// cannot be reached, bad invitations and codes. Nothing may warn.
#include "platforms/app/file_dialog.h"
#include "tests/qml/app_driver.h"

#include "store/attachments.h"
#include "store/clients.h"
#include "store/events.h"
#include "store/outbox.h"
#include "store/replica.h"
#include "usecases/brief_client.h"
#include "usecases/open_client.h"
#include "usecases/plan_visit.h"

#include <QBuffer>
#include <QDesktopServices>
#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QProcess>
#include <QQuickItem>
#include <QQuickStyle>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <memory>
#include <sys/resource.h>

using namespace encours;
using namespace encours::app;
using namespace encours::test;

namespace {

/// What the system opens to call somebody.
class Telephone : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void dial(const QUrl& number) { dialled = number.toString(); }

public:
    QString dialled;
};

/// Answers the last note or promise as the centre would, with what the engine does about it; gives its operation.
QString refuseLast(AppDriver& driver, const char* reason)
{
    Session& session = driver.application().session();
    auto refused = session.run([reason](usecases::Field& field) {
        const OutboxEntry last = store::listOutbox(field.store, field.tenant)->back();
        const OperationSubject subject = subjectOf(last.operation.body);
        auto transaction = store::Transaction::begin(field.store);
        const bool done =
            store::storeResult(field.store, field.tenant, last.operation.id, OperationStatus::Rejected, reason, 0) &&
            store::dropUnechoed(field.store, field.tenant, subject.client, subject.object) && transaction->commit();
        return done ? last.operation.id.value.toString() : std::string();
    });
    if (!QTest::qWaitFor([&] { return refused.isFinished(); }, 5000))
        return {};
    session.tellNoted();
    return QString::fromStdString(refused.result());
}

/// For when a visit of this client is planned; empty = for never.
QString visitDay(AppDriver& driver, const char* key)
{
    auto day = driver.application().session().run([key](usecases::Field& field) {
        const auto visit = usecases::briefClient(field, key)->visit;
        return visit ? visit->on.iso() : std::string();
    });
    return QTest::qWaitFor([&] { return day.isFinished(); }, 5000) ? QString::fromStdString(day.result())
                                                                   : fr("not read");
}

} // namespace

class TestJourneys : public QuietTest {
    Q_OBJECT

private Q_SLOTS:
    void aPromiseInThreeTaps()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        const int before = driver.taps();
        QElapsedTimer timer;
        timer.start();
        QVERIFY(driver.tap(fr("notePromise")));
        QVERIFY(driver.tap(fr("date-2026-11-27")));
        QVERIFY(driver.tap(fr("savePromise")));
        QVERIFY(driver.waitForText(fr("Promesse notée\u00A0: 6\u202F480,00\u00A0€ pour le 27\u00A0novembre")));
        QCOMPARE(driver.taps() - before, 3);
        QVERIFY(timer.elapsed() < 8000); // the driver waits for each item to stand still, as a person does
        // The card follows: less to demand, and the invoice says why.
        QVERIFY(driver.waitForText(fr("− promis 6\u202F480,00\u00A0€")));
        QVERIFY(driver.waitForText(fr("6\u202F480,00\u00A0€ promis pour le 27/11")));
        QVERIFY(driver.tap(fr("sync")));
        QVERIFY(driver.waitForText(fr("Menuiserie Tréval, 27/11")));
        driver.screenshot(fr("journey_promise_waits"));
    }

    // Two taps and the text: the pencil, the words, save.
    void aNoteInTwoTaps()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        const int before = driver.taps();
        QVERIFY(driver.tap(fr("writeNote")));
        QVERIFY(driver.waitFor(fr("noteText")));
        driver.find(fr("noteText"))->forceActiveFocus(); // putting the cursor there is part of writing
        for (const char letter : QByteArray("Rappeler jeudi"))
            QTest::keyClick(driver.window(), letter);
        QVERIFY(driver.tap(fr("saveNote")));
        QVERIFY(driver.waitForText(fr("Noté pour Menuiserie Tréval")));
        QCOMPARE(driver.taps() - before, 2);
    }

    // The phone is turned while an amount is being typed, and back.
    void aTurnLosesNothing()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("notePromise")));
        QVERIFY(driver.tap(fr("date-2026-12-04")));
        QVERIFY(driver.tap(fr("amount")));
        for (const char letter : QByteArray("1200"))
            QTest::keyClick(driver.window(), letter);
        driver.window()->resize(kPhone.transposed());
        QVERIFY(driver.waitForText(fr("Enregistrer 1\u202F200,00\u00A0€ pour le 4\u00A0décembre")));
        QCOMPARE(driver.waitFor(fr("amount"))->property("text").toString(), fr("1200"));
        driver.screenshot(fr("journey_turned"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        driver.window()->resize(kPhone);
        QVERIFY(driver.waitFor(fr("savePromise")));
        QCOMPARE(driver.waitFor(fr("amount"))->property("text").toString(), fr("1200"));
        QVERIFY(driver.tap(fr("savePromise")));
        QVERIFY(driver.waitForText(fr("Promesse notée\u00A0: 1\u202F200,00\u00A0€ pour le 4\u00A0décembre")));
    }

    // Optional, beside a promise: a note of its own, found again after a lock, and gone with the promise that is undone.
    void aPromiseWithANote()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("notePromise")));
        QVERIFY(driver.tap(fr("date-2026-11-27")));
        QVERIFY(driver.tap(fr("promiseNote")));
        for (const char letter : QByteArray("Cheque au siege"))
            QTest::keyClick(driver.window(), letter);
        QVERIFY(driver.waitForText(fr("ajoutée")));
        driver.screenshot(fr("journey_promise_note"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        driver.application().vault().lock();
        QVERIFY(driver.waitForText(fr("Saisissez votre code")));
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("notePromise")));
        QVERIFY(driver.waitForText(fr("ajoutée")));
        QVERIFY(driver.tap(fr("savePromise")));
        QVERIFY(driver.waitForText(fr("Promesse notée")));
        driver.window()->resize(390, 1900);
        QVERIFY(driver.tap(fr("tab-timeline")));
        QVERIFY(driver.waitForText(fr("Cheque au siege")));
        QVERIFY(driver.tap(fr("undo")));
        QVERIFY(QTest::qWaitFor([&] { return !driver.texts().join(u' ').contains(fr("Cheque")); }, 5000));
        QVERIFY(!driver.texts().join(u' ').contains(fr("− promis")));
    }

    void anUndonePromiseLeavesNothing()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("notePromise")));
        QVERIFY(driver.tap(fr("date-2026-11-27")));
        QVERIFY(driver.tap(fr("savePromise")));
        QVERIFY(driver.waitForText(fr("− promis")));
        QVERIFY(driver.tap(fr("undo")));
        QVERIFY(QTest::qWaitFor([&] { return !driver.texts().join(u' ').contains(fr("− promis")); }, 5000));
        QVERIFY(driver.tap(fr("sync")));
        QVERIFY(driver.waitForText(fr("rien n’attend")));
    }

    // What is in dispute is not asked for: picture 05.
    void halfOfTwoInvoices()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("notePromise")));
        QVERIFY(driver.waitForText(fr("reste dû 6\u202F480,00\u00A0€")));
        QVERIFY(driver.waitForText(fr("40\u00A0j · litige de 1\u202F860,00\u00A0€ déduit")));
        QVERIFY(driver.waitForText(fr("7\u202F452")));
        QVERIFY(driver.tap(fr("item-1")));
        QVERIFY(driver.waitForText(fr("hors litige 13\u202F932,40\u00A0€")));
        QVERIFY(driver.tap(fr("half")));
        QVERIFY(driver.tap(fr("date-2026-12-04")));
        QVERIFY(driver.waitForText(fr("Enregistrer 6\u202F966,20\u00A0€ pour le 4\u00A0décembre")));
    }

    // From the invoice: why, a part of it, a photo; the card follows, and nothing of the photo but the picture is kept.
    void aDisputeWithAPhoto()
    {
        AppDriver driver(kPhone, false);
        QImage photo(1200, 900, QImage::Format_RGB32);
        photo.fill(Qt::darkGreen);
        photo.setText(fr("Comment"), fr("GPS 47.1340"));
        QBuffer file(&driver.pictures().next);
        QVERIFY(photo.save(&file, "jpeg"));
        QVERIFY(driver.pictures().next.contains("GPS 47.1340"));
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("invoice-FA-2608-0142")));
        QVERIFY(driver.tap(fr("invoiceDispute")));
        QVERIFY(driver.tap(fr("reason-LIVR_INCOMP")));
        QVERIFY(driver.tap(fr("contested")));
        for (const char letter : QByteArray("480"))
            QTest::keyClick(driver.window(), letter);
        QVERIFY(driver.tap(fr("takePhoto")));
        QVERIFY(driver.waitFor(fr("photo")));
        driver.screenshot(fr("journey_dispute"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        QVERIFY(driver.waitForText(fr("Contester 480,00\u00A0€ de FA-2608-0142")));
        QVERIFY(driver.tap(fr("saveDispute")));
        QVERIFY(driver.waitForText(fr("Litige noté\u00A0: 480,00\u00A0€ de FA-2608-0142")));
        QVERIFY(driver.waitForText(fr("− litige 2\u202F340,00\u00A0€")));
        const auto kept = driver.application().session().run([](usecases::Field& field) {
            const auto names = store::queuedAttachments(field.store, field.tenant);
            return names && names->size() == 1 ? *store::attachmentContent(field.store, field.tenant, names->front())
                                               : std::nullopt;
        });
        QTRY_VERIFY(kept.isFinished());
        QVERIFY(kept.result().has_value());
        const QByteArray sent(reinterpret_cast<const char*>(kept.result()->data()), std::ssize(*kept.result()));
        QVERIFY(!sent.contains("GPS"));
        QCOMPARE(QImage::fromData(sent).size(), QSize(1200, 900));
        // Taken back, nothing waits: neither the dispute nor its photo.
        QVERIFY(driver.tap(fr("undo")));
        QVERIFY(driver.waitForText(fr("− litige 1\u202F860,00\u00A0€")));
        driver.window()->resize(390, 1900); // the whole card
        QVERIFY(driver.tap(fr("sync")));
        QVERIFY(driver.waitForText(fr("rien n’attend")));
    }

    // More than is left to pay cannot be contested; what is no picture is told, and the rest of the draft stays.
    void whatCannotBeContested()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("openDispute")));
        QVERIFY(driver.tap(fr("reason-QTE_ERR")));
        QVERIFY(driver.tap(fr("contested")));
        for (const char letter : QByteArray("6480,01"))
            QTest::keyClick(driver.window(), letter);
        QVERIFY(driver.waitForText(fr("Dites combien")));
        QVERIFY(driver.waitForText(fr("Plus que le reste dû de cette facture (6\u202F480,00\u00A0€).")));
        QVERIFY(!driver.find(fr("saveDispute"))->isEnabled());
        driver.pictures().next = "no picture";
        QVERIFY(driver.tap(fr("choosePhoto")));
        QVERIFY(driver.waitForText(fr("Ce fichier n’est pas une image lisible ici")));
        QVERIFY(driver.tap(fr("contestWhole")));
        QVERIFY(driver.tap(fr("saveDispute")));
        QVERIFY(driver.waitForText(fr("Litige noté")));
        // One invoice, one dispute: said in a sentence, nothing is lost.
        QVERIFY(driver.tap(fr("openDispute")));
        QVERIFY(driver.waitForText(fr("88\u00A0j de retard · en litige")));
        QVERIFY(driver.tap(fr("contest-0"))); // not the one that is offered
        QVERIFY(driver.tap(fr("reason-PU_ERR")));
        QVERIFY(driver.tap(fr("saveDispute")));
        QVERIFY(driver.waitForText(fr("Cette facture est déjà en litige")));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
    }

    // One invoice, two instalments, the first within the week: agreed at once; its sum is exact whatever is typed.
    void aPlanWithinWhatMayBeGranted()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("openPlan")));
        QVERIFY(driver.tap(fr("spread-0")));
        QVERIFY(driver.tap(fr("spread-1"))); // 4 275,60 is left
        QVERIFY(driver.waitForText(fr("4\u202F275,60\u00A0€ à étaler")));
        QVERIFY(driver.tap(fr("fewer")));
        QVERIFY(driver.tap(fr("first-2026-11-27")));
        QVERIFY(driver.tap(fr("instalment-0")));
        QVERIFY(driver.tap(fr("part")));
        for (const char letter : QByteArray("2000"))
            QTest::keyClick(driver.window(), letter);
        QVERIFY(driver.waitForText(fr("2\u202F275")));
        QVERIFY(driver.waitForText(fr("Dans ce que vous pouvez accorder")));
        driver.screenshot(fr("journey_plan"));
        QVERIFY(driver.tap(fr("savePlan")));
        QVERIFY(driver.waitForText(fr("Échéancier de 4\u202F275,60\u00A0€ accordé")));
        const auto plans = driver.application().session().run(
            [](usecases::Field& field) { return usecases::openClient(field, "411TREVAL")->plans; });
        QTRY_VERIFY(plans.isFinished());
        const std::vector<usecases::PlanLine> found = plans.result();
        QCOMPARE(found.size(), 1u);
        const PlanVersion& version = found.front().history.plan.versions.back();
        QCOMPARE(version.schedule.size(), 2u);
        QCOMPARE(version.schedule[0], (Instalment{*Day::parseIso("2026-11-27"), Money::ofMinor(200'000)}));
        QCOMPARE(version.schedule[1], (Instalment{*Day::parseIso("2026-12-28"), Money::ofMinor(227'560)}));
        QVERIFY(found.front().status.state == PlanState::Approved);
        QVERIFY(driver.tap(fr("undo")));
        QVERIFY(driver.tap(fr("sync")));
        QVERIFY(driver.waitForText(fr("rien n’attend")));
    }

    void aPlanBeyondItGoesToApproval()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("openPlan")));
        QVERIFY(driver.waitForText(fr("Dette de 20\u202F068,00\u00A0€")));
        // What leaves nothing for the others cannot be saved.
        QVERIFY(driver.tap(fr("instalment-0")));
        QVERIFY(driver.tap(fr("part")));
        for (const char letter : QByteArray("20068"))
            QTest::keyClick(driver.window(), letter);
        QVERIFY(driver.waitForText(fr("Dites combien")));
        QVERIFY(!driver.find(fr("savePlan"))->isEnabled());
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(driver.window(), Qt::Key_Backspace);
        for (const char letter : QByteArray("68"))
            QTest::keyClick(driver.window(), letter);
        QVERIFY(driver.tap(fr("savePlan")));
        QVERIFY(driver.waitForText(fr("Échéancier de 20\u202F068,00\u00A0€ envoyé pour accord")));
    }

    // The program ends in the middle of a note: the same words wait at the next start, and in no file can they be read.
    void anUnusedDeviceLocksItself()
    {
        const auto pass = [](AppDriver& driver, std::chrono::seconds time) {
            driver.clock().set(driver.clock().now() + time);
        };
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("writeNote")));
        QVERIFY(driver.tap(fr("kind-call")));
        QVERIFY(driver.tap(fr("noteText")));
        for (const char letter : QByteArray("Virement vendredi"))
            QTest::keyClick(driver.window(), letter);
        pass(driver, std::chrono::minutes(4));
        QTest::keyClick(driver.window(), '.');
        pass(driver, std::chrono::minutes(4)); // each touch begins anew
        QVERIFY(driver.tap(fr("callback-2026-11-30")));
        QCOMPARE(driver.application().vault().stage(), app::VaultModel::Stage::Open);
        pass(driver, std::chrono::minutes(5));
        QVERIFY(driver.tap(fr("saveNote"))); // only shows that it is locked
        QVERIFY(driver.waitForText(fr("Saisissez votre code")));
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("writeNote")));
        QCOMPARE(driver.waitFor(fr("noteText"))->property("text").toString(), fr("Virement vendredi."));
        // Behind other apps a minute is enough; a look at a message is not.
        app::AutoLock& autoLock = driver.application().autoLock();
        autoLock.setAway(true);
        pass(driver, std::chrono::seconds(59));
        autoLock.setAway(false);
        QCOMPARE(driver.application().vault().stage(), app::VaultModel::Stage::Open);
        autoLock.setAway(true);
        pass(driver, std::chrono::seconds(60));
        autoLock.setAway(false);
        QVERIFY(driver.waitForText(fr("Saisissez votre code")));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
    }

    // One minute is chosen: it holds at once and at the next start, and nothing longer than five can be had by the file either.
    void theTimeToTheLockIsChosen()
    {
        const auto pass = [](AppDriver& driver, std::chrono::seconds time) {
            driver.clock().set(driver.clock().now() + time);
        };
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlockToday());
        QVERIFY(driver.tap(fr("nav-more")));
        QVERIFY(driver.waitForText(fr("après 5 minutes sans un geste")));
        QVERIFY(driver.tap(fr("moreLock")));
        QVERIFY(driver.tap(fr("lockAfter-1")));
        driver.screenshot(fr("journey_lock_after"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        QVERIFY(driver.tap(fr("backToMore")));
        QVERIFY(driver.waitForText(fr("après 1 minute sans un geste")));
        pass(driver, std::chrono::seconds(59));
        QVERIFY(driver.tap(fr("nav-today")));
        QCOMPARE(driver.application().vault().stage(), app::VaultModel::Stage::Open);
        pass(driver, std::chrono::seconds(60));
        QVERIFY(driver.tap(fr("nav-clients"))); // only shows that it is locked
        QVERIFY(driver.waitForText(fr("Saisissez votre code")));
        driver.restart();
        QVERIFY(driver.unlockToday());
        pass(driver, std::chrono::seconds(60));
        QVERIFY(driver.tap(fr("nav-clients")));
        QVERIFY(driver.waitForText(fr("Saisissez votre code")));
        for (const char* other : {"0", "-1", "600", "never"}) {
            QSettings(QString::fromStdString((driver.directory() / "lock.ini").string()), QSettings::IniFormat)
                .setValue("minutes", other);
            QCOMPARE(LockModel(driver.directory()).minutes(), 5);
        }
    }

    void aNoteOutlivesTheProgram()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("writeNote")));
        QVERIFY(driver.tap(fr("kind-call")));
        QVERIFY(driver.tap(fr("noteText")));
        for (const char letter : QByteArray("Virement vendredi"))
            QTest::keyClick(driver.window(), letter);
        QVERIFY(driver.tap(fr("callback-2026-11-30")));
        QTest::qWait(1300); // kept each second
        for (const auto& file : std::filesystem::recursive_directory_iterator(driver.directory())) {
            QFile bytes(QString::fromStdString(file.path().string()));
            if (file.is_regular_file() && bytes.open(QIODevice::ReadOnly))
                QVERIFY2(!bytes.readAll().contains("Virement vendredi"), qPrintable(bytes.fileName()));
        }
        driver.restart();
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("writeNote")));
        QVERIFY(driver.waitForText(fr("Votre brouillon, tel que vous l’avez laissé.")));
        QCOMPARE(driver.waitFor(fr("noteText"))->property("text").toString(), fr("Virement vendredi"));
        QVERIFY(driver.find(fr("kind-call"))->property("checked").toBool());
        QVERIFY(driver.tap(fr("saveNote")));
        QVERIFY(driver.waitForText(fr("Noté pour Menuiserie Tréval")));
        // Noted, it is no draft any more.
        QVERIFY(driver.tap(fr("writeNote")));
        QVERIFY(driver.waitFor(fr("saveNote")));
        QCOMPARE(driver.waitFor(fr("noteText"))->property("text").toString(), QString());
    }

    // A lock in the middle of typing loses nothing; nor does another client's draft meanwhile.
    void aLockInTheMiddleOfTyping()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("notePromise")));
        QVERIFY(driver.tap(fr("item-1")));
        QVERIFY(driver.tap(fr("date-2026-12-04")));
        QVERIFY(driver.tap(fr("amount")));
        for (const char letter : QByteArray("7000,5"))
            QTest::keyClick(driver.window(), letter);
        driver.application().vault().lock();
        QVERIFY(driver.waitForText(fr("Saisissez votre code")));
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411SABLON")));
        QVERIFY(driver.tap(fr("notePromise")));
        QVERIFY(driver.waitForText(fr("Choisissez un jour")));
        QVERIFY(driver.tap(fr("closeSheet")));
        QVERIFY(driver.tap(fr("back")));
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("notePromise")));
        QVERIFY(driver.waitForText(fr("Enregistrer 7\u202F000,50\u00A0€ pour le 4\u00A0décembre")));
        driver.screenshot(fr("journey_draft"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        QVERIFY(driver.tap(fr("startAgain")));
        QVERIFY(driver.waitForText(fr("Choisissez un jour")));
        QVERIFY(driver.waitForText(fr("reste dû 6\u202F480,00\u00A0€")));
        QVERIFY(driver.tap(fr("closeSheet")));
        QVERIFY(driver.tap(fr("notePromise")));
        QVERIFY(driver.waitForText(fr("Choisissez un jour")));
        QVERIFY(!driver.find(fr("startAgain")));
    }

    void aVisitIsNoted()
    {
        AppDriver driver(kPhone, true);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("writeNote")));
        QVERIFY(driver.waitFor(fr("saveNote")));
        QVERIFY(!driver.find(fr("saveNote"))->isEnabled());
        QVERIFY(driver.tap(fr("noteText")));
        for (const char letter : QByteArray("Virement vendredi"))
            QTest::keyClick(driver.window(), letter);
        QVERIFY(driver.tap(fr("callback-2026-11-30")));
        QVERIFY(driver.tap(fr("saveNote")));
        QVERIFY(driver.waitForText(fr("Noté pour Menuiserie Tréval")));
        QVERIFY(driver.tap(fr("tab-timeline")));
        QVERIFY(driver.waitForText(fr("Virement vendredi")));
        QVERIFY(driver.waitForText(fr("Rappeler le 30/11")));
        driver.screenshot(fr("journey_note"));
    }

    // The dialog that names a copy offers the kind of the document: it was PDF for a photo too.
    void aCopyIsNamedByItsKind()
    {
        QQmlEngine engine;
        FileDialog dialog(engine, "fileMode: FileDialog.SaveFile");
        const auto offered = [&](const char* name) {
            dialog.open(QUrl::fromLocalFile(QDir::temp().filePath(fr(name))));
            for (const QObject* shown : engine.children()) {
                if (shown->property("nameFilters").isValid())
                    return shown->property("nameFilters").toStringList().join(u'|') + u' ' +
                           shown->property("defaultSuffix").toString();
            }
            return QString();
        };
        QCOMPARE(offered("recu.pdf"), fr("PDF (*.pdf) pdf"));
        QCOMPARE(offered("photo.jpg"), fr("JPEG (*.jpg *.jpeg) jpg"));
        QCOMPARE(offered("recu.pdf"), fr("PDF (*.pdf) pdf"));
    }

    // The visit was planned: its report closes it, says what it gave in two touches, and leaves by the way it came.
    void aPlannedVisitIsReported()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        Session& session = driver.application().session();
        const auto planned = [&] {
            const auto visits = session.run([](usecases::Field& field) { return usecases::listVisits(field)->size(); });
            return QTest::qWaitFor([&] { return visits.isFinished(); }, 5000) ? visits.result() : 99;
        };
        const std::size_t before = planned(); // one of them today at Tréval
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("writeNote")));
        QVERIFY(driver.waitForText(fr("Rend compte de la visite prévue pour le 23/11.")));
        QVERIFY(!driver.find(fr("saveNote"))->isEnabled());
        QVERIFY(driver.tap(fr("outcome-5"))); // nobody was there: no word is needed
        QVERIFY(driver.tap(fr("callback-other")));
        QVERIFY(driver.tap(fr("day-2026-11-29")));
        QVERIFY(driver.waitForText(fr("Le 29\u00A0novembre est un dimanche\u00A0: lundi 30\u00A0novembre")));
        driver.screenshot(fr("journey_outcome"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        QVERIFY(driver.tap(fr("saveNote")));
        QVERIFY(driver.waitForText(fr("Noté pour Menuiserie Tréval")));
        QCOMPARE(planned(), before - 1);
        QVERIFY(driver.tap(fr("tab-timeline")));
        QVERIFY(driver.waitForText(fr("Compte rendu de visite · absent")));
        QVERIFY(driver.waitForText(fr("Rappeler le 30/11")));
        QVERIFY(driver.tap(fr("undo")));
        QVERIFY(QTest::qWaitFor([&] { return planned() == before; }, 5000));
        QVERIFY(QTest::qWaitFor([&] { return !driver.texts().join(u' ').contains(fr("· absent")); }, 5000));
    }

    // The brief says what may be granted, and gives the visit another day; taken back, it is today's again.
    void aVisitIsPostponed()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlockToday());
        QVERIFY(driver.tap(fr("brief-411TREVAL")));
        QVERIFY(driver.waitForText(fr("Vous pouvez accorder, sans validation")));
        QVERIFY(driver.waitForText(fr("échéances au plus")));
        QVERIFY(driver.waitForText(fr("1\u202F000,00\u00A0€"))); // a fifth of what is granted
        QVERIFY(driver.waitForText(fr("Pour 5\u202F000,00\u00A0€ de factures au plus")));
        driver.screenshot(fr("journey_grant"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        QVERIFY(driver.tap(fr("postponeVisit")));
        QVERIFY(driver.waitForText(fr("Prévue pour le 23/11.")));
        QVERIFY(driver.waitFor(fr("saveVisit")) && !driver.find(fr("saveVisit"))->isEnabled());
        QVERIFY(driver.tap(fr("visit-2026-11-27")));
        QVERIFY(driver.waitForText(fr("Reporter au vendredi 27\u00A0novembre")));
        driver.screenshot(fr("journey_postpone"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        QVERIFY(driver.tap(fr("saveVisit")));
        QVERIFY(driver.waitForText(fr("reportée au 27/11")));
        QCOMPARE(visitDay(driver, "411TREVAL"), fr("2026-11-27"));
        QVERIFY(QTest::qWaitFor([&] { return !driver.find(fr("brief-411TREVAL")); }, 5000)); // not of this day any more
        QVERIFY(driver.tap(fr("undo")));
        QVERIFY(driver.waitFor(fr("brief-411TREVAL")));
        QCOMPARE(visitDay(driver, "411TREVAL"), fr("2026-11-23"));
    }

    // Of a client without one, a visit is planned from the same sheet.
    void aVisitIsPlanned()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411SABLON")));
        QVERIFY(driver.tap(fr("openBrief")));
        QVERIFY(driver.waitForText(fr("Prévoir une visite")));
        QVERIFY(driver.tap(fr("postponeVisit")));
        QVERIFY(driver.tap(fr("visit-2026-11-25")));
        QVERIFY(driver.waitForText(fr("Prévoir pour le mercredi 25\u00A0novembre")));
        QVERIFY(driver.tap(fr("saveVisit")));
        QVERIFY(driver.waitForText(fr("prévue pour le 25/11")));
        QCOMPARE(visitDay(driver, "411SABLON"), fr("2026-11-25"));
        QVERIFY(driver.tap(fr("undo")));
        QTRY_COMPARE(visitDay(driver, "411SABLON"), QString());
    }

    // A cause that is named in the note of a call leads to its hint, which goes away when it is closed.
    void aCallIsCoached()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("writeNote")));
        QVERIFY(driver.tap(fr("kind-call")));
        QVERIFY(driver.tap(fr("outcome-8")));
        QVERIFY(driver.tap(fr("noteText")));
        for (const char letter : QByteArray("Attend un paiement"))
            QTest::keyClick(driver.window(), letter);
        QVERIFY(driver.tap(fr("saveNote")));
        QVERIFY(driver.waitForText(fr("Entendu\u00A0: Difficulté")));
        QVERIFY(driver.waitForText(fr("Demandez ce qui part aujourd’hui")));
        QVERIFY(!driver.find(fr("cause-8")));
        driver.screenshot(fr("journey_coach"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        QVERIFY(driver.tap(fr("closeCoach")));
        QVERIFY(QTest::qWaitFor([&] { return !driver.find(fr("coachHint")); }, 5000));
    }

    // The telephone is opened, the vault locked while they talk; back at the client, one tap notes what was heard.
    void aCallIsHeard()
    {
        Telephone telephone;
        QDesktopServices::setUrlHandler(fr("tel"), &telephone, "dial");
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.waitFor(fr("call")) && !driver.find(fr("cause-8")));
        QVERIFY(driver.tap(fr("call")));
        QVERIFY(telephone.dialled.startsWith(fr("tel:")) && telephone.dialled.size() >= 14);
        QVERIFY(driver.waitForText(fr("Qu’avez-vous entendu")));
        driver.screenshot(fr("journey_heard"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        driver.restart();
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("cause-8")));
        QVERIFY(driver.waitForText(fr("Demandez ce qui part aujourd’hui")));
        QVERIFY(driver.waitForText(fr("Appel noté. Entendu\u00A0: difficulté")));
        driver.window()->resize(390, 1900); // the whole card, with what was just said below it
        QVERIFY(driver.tap(fr("tab-timeline")));
        QVERIFY(driver.waitForText(fr("Appel · difficulté")));
        // Taken back, it is asked again; and the cross says that there is nothing to note.
        QVERIFY(driver.tap(fr("undo")));
        QVERIFY(driver.waitFor(fr("cause-8")));
        QVERIFY(QTest::qWaitFor([&] { return !driver.texts().join(u' ').contains(fr("Appel · difficulté")); }, 5000));
        QVERIFY(driver.tap(fr("closeCoach")));
        QVERIFY(QTest::qWaitFor([&] { return !driver.find(fr("cause-8")); }, 5000));
        driver.application().vault().lock();
        QVERIFY(driver.waitForText(fr("Saisissez votre code")));
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.waitFor(fr("call")) && !driver.find(fr("cause-8")));
        QDesktopServices::unsetUrlHandler(fr("tel"));
    }

    // The company's margin is known to nobody: the person gives theirs, and the cost is told by it.
    void theCostOfNotBeingPaid()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlockToday());
        QVERIFY(driver.tap(fr("brief-411TREVAL")));
        QVERIFY(driver.tap(fr("briefMargin")));
        for (const char letter : QByteArray("22"))
            QTest::keyClick(driver.window(), letter);
        QVERIFY(driver.waitForText(fr("82\u202F763,64\u00A0€ de ventes à refaire, à 22\u00A0% de marge")));
        driver.screenshot(fr("journey_cost"));
    }

    // The day says whom to see first and why; a promise noted there leaves its client done, below the others.
    void theDayIsWorkedThrough()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlockToday());
        QVERIFY(driver.tap(fr("whyRanks")));
        QVERIFY(driver.waitForText(fr("Promesse rompue le 18/11")));
        QVERIFY(driver.tap(fr("closeSheet")));
        QVERIFY(driver.tap(fr("today-411SABLON")));
        QVERIFY(driver.tap(fr("notePromise")));
        QVERIFY(driver.tap(fr("date-2026-11-27")));
        QVERIFY(driver.tap(fr("savePromise")));
        QVERIFY(driver.waitForText(fr("− promis")));
        QVERIFY(driver.tap(fr("back")));
        driver.window()->resize(390, 1900); // the whole list
        QVERIFY(driver.waitForText(fr("Noté à 08:54")));
        driver.screenshot(fr("journey_day_done"));
        const auto heightOf = [&](const char* row) { return driver.waitFor(fr(row))->mapToScene(QPointF()).y(); };
        QVERIFY(heightOf("today-411SABLON") > heightOf("today-411TREVAL"));
        QVERIFY(driver.tap(fr("today-411SABLON")));
        QVERIFY(driver.waitFor(fr("notePromise")));
    }

    // Two promises on one invoice, decided from the card; the way back shows both again; from More as well.
    void aContestIsDecided()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        driver.window()->resize(390, 1600); // the whole list
        QVERIFY(driver.tap(fr("client-411PELLAR")));
        QVERIFY(driver.tap(fr("openConflicts")));
        QVERIFY(driver.waitForText(fr("Deux promesses pour la même facture")));
        QVERIFY(driver.waitForText(fr("1\u202F145,00\u00A0€ puis 1\u202F000,00\u00A0€, soit le reste dû")));
        QVERIFY(driver.tap(fr("choice-2")));
        QVERIFY(driver.waitForText(fr("Garder celle de Julien")));
        QVERIFY(driver.tap(fr("decide")));
        QVERIFY(driver.waitForText(fr("Tranché\u00A0: Garder celle de Julien")));
        QVERIFY(driver.waitForText(fr("Rien à trancher")));
        QVERIFY(driver.tap(fr("undo")));
        QVERIFY(driver.waitForText(fr("Deux promesses pour la même facture")));
        QVERIFY(driver.tap(fr("decideLater")));
        QVERIFY(driver.waitFor(fr("notePromise")));
        QVERIFY(driver.tap(fr("back")));
        QVERIFY(driver.tap(fr("nav-more")));
        QVERIFY(driver.tap(fr("moreConflicts")));
        QVERIFY(driver.tap(fr("decide"))); // both: their sum is what is left to pay
        QVERIFY(driver.waitForText(fr("Tranché\u00A0: Garder les deux")));
        QVERIFY(driver.waitForText(fr("Rien à trancher")));
    }

    // The centre did not take it: it waits in words, is said otherwise, taken back, and withdrawn. Nothing is lost meanwhile.
    void aRefusedPromiseIsCorrected()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("notePromise")));
        QVERIFY(driver.tap(fr("half")));
        QVERIFY(driver.tap(fr("date-2026-11-27")));
        QVERIFY(driver.tap(fr("savePromise")));
        QVERIFY(driver.waitForText(fr("− promis")));
        const QString refused = refuseLast(driver, "promise.item_unknown");
        QVERIFY(QTest::qWaitFor([&] { return !driver.texts().join(u' ').contains(fr("− promis")); }, 5000));
        QVERIFY(driver.tap(fr("sync")));
        QVERIFY(driver.waitForText(fr("À voir par vous")));
        QVERIFY(driver.waitForText(fr("Une facture de cette promesse n'est plus au compte du client")));
        QVERIFY(driver.waitFor(fr("retry")));
        driver.screenshot(fr("journey_tray"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        // As it was written; then otherwise.
        QVERIFY(driver.tap(fr("correct-") + refused));
        QVERIFY(driver.waitForText(fr("Enregistrer 3\u202F240,00\u00A0€ pour le 27\u00A0novembre")));
        QVERIFY(driver.tap(fr("date-2026-12-04")));
        QVERIFY(driver.tap(fr("savePromise")));
        QVERIFY(driver.waitForText(fr("Promesse notée\u00A0: 3\u202F240,00\u00A0€ pour le 4\u00A0décembre")));
        QVERIFY(driver.waitForText(fr("− promis")));
        // Taken back, the tray has it again; also for the next start of the program.
        QVERIFY(driver.tap(fr("undo")));
        QVERIFY(QTest::qWaitFor([&] { return !driver.texts().join(u' ').contains(fr("− promis")); }, 5000));
        driver.restart();
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("sync")));
        QVERIFY(driver.waitForText(fr("rien n’attend")));
        QVERIFY(driver.tap(fr("correct-") + refused));
        QVERIFY(driver.waitForText(fr("Enregistrer 3\u202F240,00\u00A0€ pour le 27\u00A0novembre")));
        QVERIFY(driver.tap(fr("savePromise")));
        QVERIFY(driver.waitForText(fr("Promesse notée")));
        QVERIFY(driver.tap(fr("sync")));
        QVERIFY(driver.waitForText(fr("1\u00A0opération")));
        QVERIFY(!driver.find(fr("correct-") + refused));
        QVERIFY(driver.tap(fr("retryLog")));
        QVERIFY(driver.waitForText(fr("Refusé, puis retiré")));
        driver.screenshot(fr("journey_log"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
    }

    void aRefusedNoteIsWithdrawn()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("writeNote")));
        QVERIFY(driver.tap(fr("kind-call")));
        QVERIFY(driver.tap(fr("noteText")));
        for (const char letter : QByteArray("Rappeler Odile"))
            QTest::keyClick(driver.window(), letter);
        QVERIFY(driver.tap(fr("saveNote")));
        QVERIFY(driver.waitForText(fr("Noté pour")));
        const QString refused = refuseLast(driver, "note.text");
        QVERIFY(driver.tap(fr("sync")));
        QVERIFY(driver.tap(fr("correct-") + refused));
        QVERIFY(QTest::qWaitFor(
            [&] {
                const QQuickItem* text = driver.find(fr("noteText"));
                return text && text->property("text").toString() == fr("Rappeler Odile");
            },
            5000));
        QVERIFY(driver.find(fr("kind-call"))->property("checked").toBool());
        QVERIFY(driver.tap(fr("closeSheet")));
        QVERIFY(driver.tap(fr("sync")));
        QVERIFY(driver.tap(fr("layAside-") + refused));
        QVERIFY(driver.waitForText(fr("Retiré\u00A0: ce ne sera pas envoyé.")));
        QVERIFY(driver.tap(fr("undo")));
        QVERIFY(driver.tap(fr("sync")));
        QVERIFY(driver.tap(fr("layAside-") + refused));
        QVERIFY(driver.waitForText(fr("Retiré\u00A0: ce ne sera pas envoyé.")));
        QVERIFY(driver.tap(fr("sync")));
        QVERIFY(driver.waitForText(fr("rien n’attend")));
        QVERIFY(!driver.find(fr("layAside-") + refused));
    }

    void theCountsFilterTheDay()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlockToday());
        QVERIFY(driver.tap(fr("counter-3")));
        QVERIFY(driver.waitFor(fr("today-411SABLON")));
        QVERIFY(!driver.find(fr("today-411DARIGA")));
        QVERIFY(driver.tap(fr("counter-3")));
        QVERIFY(driver.waitFor(fr("today-411DARIGA")));
    }

    void thePromisesOfTheMonth()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlockToday());
        QVERIFY(driver.tap(fr("nav-promises")));
        QVERIFY(driver.waitForText(fr("4\u00A0promesses")));
        QVERIFY(driver.tap(fr("promises-3")));
        QVERIFY(driver.waitForText(fr("7\u202F692,50\u00A0€")));
        QVERIFY(driver.tap(fr("month-2026-11-27")));
        QVERIFY(driver.waitForText(fr("vendredi 27\u00A0novembre · 1\u00A0promesse")));
        QVERIFY(driver.tap(fr("promise-411PELLAR")));
        QVERIFY(driver.tap(fr("promiseClient")));
        QVERIFY(driver.waitFor(fr("notePromise")));
    }

    // Signed on the screen: the receipt waits for the centre with its promise, a copy is given away, and its words are those
    // of the promise.
    void aPromiseIsSigned()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("notePromise")));
        QVERIFY(driver.waitFor(fr("sign")) && !driver.find(fr("sign"))->isEnabled());
        QVERIFY(driver.tap(fr("date-2026-11-27")));
        QVERIFY(driver.tap(fr("sign")));
        QVERIFY(driver.waitForText(fr("Je promets de régler 6\u202F480,00\u00A0€ le 27\u00A0novembre\u00A02026.")));
        QVERIFY(driver.stroke(fr("signaturePad")));
        QVERIFY(driver.waitForText(fr("Signée")));
        driver.screenshot(fr("journey_signature"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        // Another amount is another promise: it is signed again.
        QVERIFY(driver.tap(fr("half")));
        QVERIFY(driver.waitForText(fr("sa signature a été effacée")));
        QVERIFY(driver.waitForText(fr("Je promets de régler 3\u202F240,00\u00A0€")));
        QVERIFY(driver.stroke(fr("signaturePad")));
        QVERIFY(driver.waitForText(fr("Signée")));
        QVERIFY(driver.tap(fr("savePromise")));
        QVERIFY(
            driver.waitForText(fr("Promesse notée et signée\u00A0: 3\u202F240,00\u00A0€ pour le 27\u00A0novembre")));
        QVERIFY(openFirstPromise(driver));
        QVERIFY(driver.waitForText(fr("reçu signé")));
        QVERIFY(driver.tap(fr("closeSheet")));
        driver.window()->resize(390, 1900); // the whole card, with what was just said below it
        QVERIFY(driver.tap(fr("tab-documents")));
        QVERIFY(driver.tap(fr("document-0")));
        QVERIFY(driver.waitForText(fr("Un PDF ne s’affiche pas ici.")));
        driver.screenshot(fr("journey_receipt"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        driver.documents().full = true;
        QVERIFY(driver.tap(fr("giveCopy")));
        QVERIFY(driver.waitForText(fr("La copie n’a pas pu être faite.")));
        driver.documents().full = false;
        QVERIFY(driver.tap(fr("giveCopy")));
        QVERIFY(driver.waitForText(fr("La copie est enregistrée.")));
        QCOMPARE(driver.documents().lastName, fr("document_2026-11-23.pdf"));
        const QByteArray pdf = driver.documents().last;
        QVERIFY(pdf.startsWith("%PDF-") && pdf.size() < 200 * 1024);
        const QString words = wordsOf(pdf);
        for (const char* part : {"Verdon", "Menuiserie Tréval", "3 240,00 €", "trois mille deux cent quarante euros",
                                 "vendredi 27", "2026", "FA-2608-0142 : 3 240,00 € sur 6 480,00 €", "Virement",
                                 "Odile Albarine", "Nadia Ferrand", "08:54"})
            QVERIFY2(words.contains(fr(part)), qPrintable(fr(part) + u'\n' + words));
        // Taken back before it was sent, neither is left.
        QVERIFY(driver.tap(fr("closeSheet")));
        QVERIFY(driver.tap(fr("undo")));
        QVERIFY(QTest::qWaitFor([&] { return !driver.find(fr("document-0")); }, 5000));
    }

    // From the first launch, without an invitation: a day of an invented firm, apart, which says what it is on every page.
    void theDemonstrationIsTried()
    {
        for (const auto& [size, scale] :
             {std::pair(kPhone, 100), std::pair(QSize(320, 568), 100), std::pair(kPhone, 200)}) {
            AppDriver driver(size, false, scale, false);
            QVERIFY(driver.tap(fr("tryDemonstration")));
            QCOMPARE(driver.switched(), 1);
            driver.demonstrate();
            QVERIFY(driver.waitForText(fr("204\u202F330"))); // nobody types a code
            const auto marked = [&] {
                return driver.find(fr("demonstration")) &&
                       driver.waitForText(fr("Démonstration\u00A0: tout est inventé")) && driver.faults().isEmpty();
            };
            for (const char* place : {"nav-clients", "nav-promises", "nav-more"}) {
                QVERIFY2(marked(), qPrintable(driver.faults().join(u'\n')));
                QVERIFY(driver.tap(fr(place)));
            }
            driver.screenshot(fr("demonstration_%1_%2").arg(size.width()).arg(scale));
            QVERIFY(driver.tap(fr("moreSync")) && driver.tap(fr("retryPage")));
            QVERIFY(driver.waitForText(fr("aucun centre n’est appelé")));
            QVERIFY(driver.tap(fr("backToMore")) && driver.tap(fr("lock")));
            QVERIFY(driver.waitForText(fr("274913")));
            QVERIFY2(marked(), qPrintable(driver.faults().join(u'\n')));
            QVERIFY(driver.typePin() && driver.waitFor(fr("nav-today")));
            QVERIFY(driver.tap(fr("leaveDemonstration")));
            QCOMPARE(driver.switched(), 2);
            // Back at the beginning: nothing of it is among the data of the firm.
            driver.restart();
            QVERIFY(driver.waitFor(fr("tryDemonstration")));
            QVERIFY(!driver.find(fr("demonstration")));
            QVERIFY(!std::filesystem::exists(driver.directory() / "device"));
        }
    }

    // What keeps the key is damaged: said in the words of the person, on the page of the code.
    void aDamagedVaultIsTold()
    {
        AppDriver driver(kPhone, false);
        std::filesystem::resize_file(driver.directory() / "device" / "vault", 20);
        QVERIFY(driver.typePin());
        QVERIFY(driver.waitForText(fr("Le fichier qui garde la clé de cet appareil est endommagé")));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
    }

    // A tab at the end of the page opened below what is seen: nothing seemed to happen.
    void aTabShowsWhatItHolds()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("tab-timeline")));
        QVERIFY(QTest::qWaitFor([&] { return driver.isInSight(fr("Litige ouvert")); })); // its fourth line
    }

    // However far one scrolls, the card says whose it is, how much and how old; and leads back.
    void theCardKeepsItsName()
    {
        for (const auto& [size, scale] :
             {std::pair(kPhone, 100), std::pair(QSize(320, 568), 100), std::pair(kPhone, 200)}) {
            AppDriver driver(size, false, scale);
            QVERIFY(driver.unlock());
            QVERIFY(driver.tap(fr("client-411TREVAL")));
            QVERIFY(driver.waitFor(fr("notePromise")));
            const auto said = [&](const char* name) { return driver.texts().count(QString::fromUtf8(name)); };
            QCOMPARE(said("28\u202F218"), 1);
            QCOMPARE(driver.find(fr("tab-invoices"))->mapToScene({0, 0}).x(), 12.0); // clear of the edge
            QVERIFY(driver.tap(fr("tab-contacts")));
            QVERIFY(driver.waitForText(fr("Menuiserie Tréval")));
            QCOMPARE(said("28\u202F218"), 2); // the band is still there, above
            const QQuickItem* back = driver.find(fr("back"));
            QVERIFY(back && back->mapToScene({0, 0}).y() >= 0 && back->mapToScene({0, back->height()}).y() < 160);
            QVERIFY(driver.find(fr("sync"))->mapToScene({0, 0}).y() >= 0);
            driver.screenshot(fr("card_scrolled_%1_%2").arg(size.width()).arg(scale));
            QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
            QVERIFY(driver.tap(fr("back")));
            QVERIFY(driver.waitFor(fr("client-411TREVAL")));
        }
    }

    // Attached on another device, it came with the feed: the card lists it, and it waits for a network to be fetched.
    void aDocumentOfSomebodyElse()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        Session& session = driver.application().session();
        auto attached = session.run([](usecases::Field& field) -> Result<void> {
            ENCOURS_TRY(const auto client, store::findClientByKey(field.store, field.tenant, "411TREVAL"));
            Saying saying;
            saying.client = client->id;
            saying.object = field.uuids.next();
            saying.content = Attached{sha256(std::vector<std::uint8_t>{1, 2, 3})};
            Event event;
            event.id = OperationId{field.uuids.next()};
            ENCOURS_TRY(event.saying, store::withBytes(saying));
            event.author = UserId{2};
            event.authorName = "Julien Roche";
            event.madeAt = field.clock.now();
            event.madeOn = field.clock.today();
            event.serverSeq = 900;
            return store::upsertEvent(field.store, field.tenant, event);
        });
        QVERIFY(QTest::qWaitFor([&] { return attached.isFinished(); }, 5000) && attached.result());
        driver.window()->resize(390, 1900);
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("tab-documents")));
        QVERIFY(driver.waitForText(fr("par Julien Roche")));
        QVERIFY(driver.tap(fr("document-0")));
        QVERIFY(driver.waitForText(fr("au retour du réseau"))); // no centre answers
        QVERIFY(!driver.find(fr("giveCopy")));
        driver.screenshot(fr("journey_document_elsewhere"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
    }

    // From its row on the card: another amount and day; the way back leaves it as it stood.
    void aPromiseIsChanged()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.tap(fr("notePromise")));
        QVERIFY(driver.tap(fr("date-2026-11-27")));
        QVERIFY(driver.tap(fr("savePromise")));
        QVERIFY(driver.waitForText(fr("− promis 6\u202F480,00\u00A0€")));
        QVERIFY(openFirstPromise(driver));
        driver.screenshot(fr("standing_promise"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        QVERIFY(driver.tap(fr("changePromise")));
        QVERIFY(driver.waitForText(fr("Changer\u00A0: 6\u202F480,00\u00A0€ pour le 27\u00A0novembre")));
        QVERIFY(!driver.find(fr("savePromise"))->isEnabled()); // nothing is changed yet
        QVERIFY(driver.tap(fr("half")));
        QVERIFY(driver.tap(fr("date-2026-12-04")));
        QVERIFY(driver.tap(fr("savePromise")));
        QVERIFY(driver.waitForText(fr("Promesse changée\u00A0: 3\u202F240,00\u00A0€ pour le 4\u00A0décembre")));
        QVERIFY(driver.waitForText(fr("vendredi 4\u00A0décembre")));
        QVERIFY(driver.tap(fr("undo")));
        QVERIFY(driver.waitForText(fr("vendredi 27\u00A0novembre")));
        QVERIFY(
            QTest::qWaitFor([&] { return !driver.texts().join(u' ').contains(fr("vendredi 4\u00A0décembre")); }, 5000));
        // What was changed is no draft of a new promise.
        QVERIFY(driver.tap(fr("notePromise")));
        QVERIFY(driver.waitForText(fr("Choisissez un jour")));
        QVERIFY(!driver.find(fr("startAgain")));
    }

    // In two steps, which say what it does; the amount is demanded again until one thinks better of it.
    void aPromiseIsWithdrawn()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlockToday());
        QVERIFY(driver.tap(fr("nav-promises")));
        QVERIFY(driver.tap(fr("month-2026-11-27")));
        QVERIFY(driver.tap(fr("promise-411PELLAR")));
        QVERIFY(driver.waitForText(fr("Retirer la promesse")));
        QVERIFY(!driver.find(fr("withdrawnByDebtor")));
        QVERIFY(driver.tap(fr("withdrawPromise")));
        driver.screenshot(fr("withdraw_promise"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        QVERIFY(driver.tap(fr("withdrawnByDebtor")));
        QVERIFY(driver.waitForText(fr("Promesse retirée")));
        QVERIFY(driver.waitForText(fr("Retirée")));
        QVERIFY(driver.tap(fr("promise-411PELLAR")));
        QVERIFY(driver.waitFor(fr("promiseClient")));
        QVERIFY(!driver.find(fr("withdrawPromise")) && !driver.find(fr("changePromise")));
        QVERIFY(driver.tap(fr("closeSheet")));
        QVERIFY(driver.tap(fr("undo")));
        QVERIFY(QTest::qWaitFor([&] { return !driver.texts().contains(fr("Retirée")); }, 5000));
        QVERIFY(driver.tap(fr("promise-411PELLAR")));
        QVERIFY(driver.waitFor(fr("withdrawPromise")));
    }

    void searchFindsNamesCitiesAndInvoices_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QString>("found");
        QTest::newRow("without accents") << QByteArray("treval") << fr("client-411TREVAL");
        QTest::newRow("city") << QByteArray("belleville") << fr("client-411DARIGA");
        QTest::newRow("invoice") << QByteArray("2608-0142") << fr("client-411TREVAL");
    }
    void searchFindsNamesCitiesAndInvoices()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QString, found);
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("search")));
        for (const char letter : typed)
            QTest::keyClick(driver.window(), letter);
        QVERIFY(driver.waitForText(fr("1\u00A0client ·")));
        QVERIFY(driver.waitFor(found));
    }

    void aSearchForNothingSaysSo()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("search")));
        for (const char letter : QByteArray("zzz"))
            QTest::keyClick(driver.window(), letter);
        QVERIFY(driver.waitForText(fr("Rien ne correspond à «\u00A0zzz\u00A0»")));
        driver.screenshot(fr("journey_nothing_found"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
    }

    // An exchange ends while the finger lies on a row, and the lists are read again: the row is still there to be opened.
    void aTouchOutlivesASynchronisation()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlockToday());
        const auto readAgain = [&] {
            driver.application().session().notifyChanged();
            for (int i = 0; i < 3; ++i) { // a page asks once more when it was asked meanwhile
                const auto read = driver.application().session().run([](usecases::Field&) { return true; });
                QVERIFY(QTest::qWaitFor([&] { return read.isFinished(); }, 5000));
                QTest::qWait(30);
            }
        };
        QVERIFY(driver.tapWhile(fr("counter-3"), readAgain));
        QVERIFY(driver.waitFor(fr("counter-3"))->property("checked").toBool());
        QVERIFY(driver.tap(fr("counter-3")));
        QVERIFY(driver.tapWhile(fr("today-411TREVAL"), readAgain));
        QVERIFY(driver.tapWhile(fr("invoice-FA-2608-0142"), readAgain));
        QVERIFY(driver.waitFor(fr("invoicePromise")));
        QVERIFY(driver.tap(fr("closeSheet")));
        QVERIFY(driver.tap(fr("back")));
        QVERIFY(driver.tap(fr("nav-clients")));
        QVERIFY(driver.tapWhile(fr("client-411TREVAL"), readAgain));
        QVERIFY(driver.tap(fr("back")));
        QVERIFY(driver.tap(fr("nav-promises")));
        QVERIFY(driver.tapWhile(fr("promise-411PELLAR"), readAgain));
        QVERIFY(driver.waitFor(fr("promiseClient")));
    }

    // After many failures only a person would try again; a network that comes back is as good.
    void theNetworkComesBack()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        SyncModel& sync = driver.application().sync();
        sync.setAutomatic(true);
        for (int i = 0; i < device::Backoff::kFailuresToOpen + 1; ++i) {
            sync.synchronise();
            QTRY_VERIFY(!sync.isRunning());
        }
        // What was asked of the ledger after each of them has been answered: from here on, only a new try says something.
        const auto answered = driver.application().session().run([](usecases::Field&) { return true; });
        QTRY_VERIFY(answered.isFinished());
        QCoreApplication::processEvents();
        QSignalSpy started(&sync, &SyncModel::changed);
        QTest::qWait(1500);
        QCOMPARE(started.size(), 0); // the circuit is open
        sync.tryAgain();
        QTRY_VERIFY_WITH_TIMEOUT(!started.isEmpty(), 5000);
    }

    // The file was damaged and made anew when it was opened: that is told in words until it was read.
    void aDamagedFileIsTold()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        driver.application().vault().lock();
        QVERIFY(driver.waitForText(fr("Saisissez votre code")));
        // As device_directory leaves it; tests/device/test_rebuild has the damage itself.
        QFile remade(QString::fromStdString((driver.directory() / "device" / "remade").string()));
        QVERIFY(remade.open(QIODevice::WriteOnly));
        remade.close();
        QVERIFY(driver.typePin());
        QVERIFY(driver.waitForText(fr("Ce fichier était abîmé")));
        QVERIFY(driver.waitForText(fr("À l’abri")));
        QVERIFY(driver.waitFor(fr("remadeRead")));
        driver.screenshot(fr("journey_remade"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        driver.restart();
        QVERIFY(driver.typePin());
        QVERIFY(driver.tap(fr("remadeRead")));
        driver.application().vault().lock();
        QVERIFY(driver.typePin());
        QVERIFY(driver.waitFor(fr("nav-more")));
        QVERIFY(!driver.find(fr("remadeRead")));
    }

    void aCentreThatCannotBeReachedIsNormal()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("sync")));
        QVERIFY(driver.tap(fr("retry")));
        QVERIFY(driver.waitForText(fr("Hors ligne depuis 08:54")));
        QVERIFY(driver.waitForText(fr("Tout reste utilisable.")));
        QVERIFY(driver.waitForText(fr("hors ligne")));
        driver.screenshot(fr("journey_offline"));
    }

    void aBadInvitationIsToldAndHarmless()
    {
        AppDriver driver(kPhone, false, 100, false);
        QVERIFY(driver.tap(fr("address")));
        for (const char letter : QByteArray("hello"))
            QTest::keyClick(driver.window(), letter);
        QVERIFY(driver.tap(fr("enrol")));
        QVERIFY(driver.waitForText(fr("Ce n’est pas une invitation.")));
    }

    // The centre is down: the invitation has not served, and needs no second pasting.
    void anInvitationOutlivesACentreThatIsDown()
    {
        const QString invitation = fr("encours://127.0.0.1:9/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA#") + QString(43, u'A');
        AppDriver driver(kPhone, false, 100, false);
        QVERIFY(driver.tap(fr("address")));
        for (const QChar letter : invitation)
            QTest::keyClick(driver.window(), letter.toLatin1());
        QVERIFY(driver.tap(fr("enrol")));
        QVERIFY(driver.waitForText(fr("Choisissez un code")));
        QVERIFY(driver.typePin());
        QVERIFY(driver.waitForText(fr("Saisissez le même code une seconde fois")));
        QVERIFY(driver.typePin());
        QVERIFY(driver.waitForText(fr("Votre invitation n’a pas servi")));
        QCOMPARE(driver.find(fr("address"))->property("text").toString(), invitation);
        QVERIFY(!driver.texts().join(u' ').contains(fr("Ce que vous notez")));
    }

    void fiveWrongCodesBringAWait()
    {
        AppDriver driver(kPhone, false);
        for (int i = 0; i < 5; ++i) {
            QVERIFY(driver.typePin("860217"));
            QVERIFY(QTest::qWaitFor(
                [&] { return driver.application().vault().isWrong() && !driver.application().vault().isBusy(); },
                5000));
        }
        QVERIFY(
            driver.waitForText(fr("Trop de codes faux. Votre travail est à l’abri. Réessayez dans 30\u00A0secondes")));
        driver.clock().set(driver.clock().now() + std::chrono::seconds(31));
        QVERIFY(driver.waitForText(fr("Saisissez votre code")));
        QVERIFY(QTest::qWaitFor([&] { return driver.find(fr("key1"))->isEnabled(); }, 5000));
        QVERIFY(driver.unlock());
    }

    void lockingHidesEveryAmount()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("nav-more")));
        QVERIFY(driver.tap(fr("lock")));
        QVERIFY(driver.waitForText(fr("Saisissez votre code")));
        QVERIFY(!driver.texts().join(u' ').contains(u'€'));
        QVERIFY(driver.unlock());
    }

    // The current code first; a wrong one changes nothing; afterwards only the new one opens.
    void theCodeIsChanged()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlockToday());
        QVERIFY(driver.tap(fr("nav-more")));
        QVERIFY(driver.tap(fr("moreCode")));
        QVERIFY(driver.waitForText(fr("Saisissez votre code actuel")));
        QVERIFY(driver.typePin("860217"));
        QVERIFY(driver.waitForText(fr("Code faux, 4 essais restants")));
        QVERIFY(driver.typePin());
        QVERIFY(driver.waitForText(fr("Choisissez un code de 6\u00A0chiffres")));
        QVERIFY(driver.typePin("860217"));
        QVERIFY(driver.waitForText(fr("Saisissez le même code une seconde fois")));
        QVERIFY(driver.typePin("860217"));
        QVERIFY(driver.waitForText(fr("Votre code est changé.")));
        QVERIFY(driver.waitFor(fr("today-411TREVAL")));
        driver.application().vault().lock();
        QVERIFY(driver.waitForText(fr("Saisissez votre code")));
        QVERIFY(driver.typePin());
        QVERIFY(driver.waitForText(fr("Code faux")));
        QVERIFY(driver.typePin("860217"));
        QVERIFY(driver.waitFor(fr("today-411TREVAL")));
    }

    void aChangeOfCodeIsLeft()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlockToday());
        QVERIFY(driver.tap(fr("nav-more")));
        QVERIFY(driver.tap(fr("moreCode")));
        QVERIFY(driver.typePin());
        QVERIFY(driver.waitForText(fr("Choisissez un code de 6\u00A0chiffres")));
        QVERIFY(driver.tap(fr("leaveCode")));
        QVERIFY(driver.waitFor(fr("today-411TREVAL")));
        driver.application().vault().lock();
        QVERIFY(driver.unlockToday());
    }

    // Each choice holds at once, for all that shows; and another start finds it.
    void theLookIsChosen()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlockToday());
        QVERIFY(driver.tap(fr("nav-more")));
        QVERIFY(driver.tap(fr("moreDisplay")));
        QVERIFY(driver.tap(fr("colors-2")));
        QVERIFY(driver.tap(fr("size-150")));
        QVERIFY(driver.tap(fr("language-en")));
        QVERIFY(driver.waitForText(fr("Size of the text")));
        driver.screenshot(fr("journey_look"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        QVERIFY(driver.tap(fr("nav-today")));
        QVERIFY(driver.waitForText(fr("Monday 23\u00A0November")));
        QVERIFY(driver.waitForText(fr("75,005.90\u00A0€")));
        QVERIFY(driver.waitForText(fr("Visit today")));
        const LookModel kept(driver.directory());
        QCOMPARE(kept.colors(), LookModel::Colors::Dark);
        QCOMPARE(kept.textScale(), 150);
        QCOMPARE(kept.language(), fr("en"));
    }

    // Leaving while the code is checked waits for the check, and for nothing else.
    void leavingWhileItOpens()
    {
        const auto driver = std::make_unique<AppDriver>(kPhone, false);
        QVERIFY(driver->waitForText(fr("Saisissez votre code")));
        QVERIFY(driver->typePin());
    }

    // A phone short of memory while a costly thing runs: it is said, and the page takes codes again.
    void noMemoryLeavesNoPageBusy()
    {
        const QTemporaryDir folder;
        StillClock clock;
        const StillBootClock boot(clock);
        Session session(clock);
        const auto noMemory = [](const std::string&,
                                 const std::array<std::uint8_t, 32>&) -> std::unique_ptr<device::Transport> {
            throw std::bad_alloc();
        };
        VaultModel vault(session, folder.path().toStdString(), noMemory, kQuickVault, boot);
        bool wasBusy = false; // it may have ended before the last digit returns
        connect(&vault, &VaultModel::changed, this, [&] { wasBusy |= vault.isBusy(); });
        vault.takeInvitation(QString::fromStdString(protocol::toString({"127.0.0.1", 8443, "ABCDEFGHIJ", {}})));
        for (const char* times = "12"; *times; ++times)
            for (const char* digit = kPin; *digit; ++digit)
                vault.typeDigit(*digit - '0');
        QTRY_VERIFY(wasBusy && !vault.isBusy());
        QCOMPARE(vault.stage(), VaultModel::Stage::Invitation);
        QVERIFY(vault.isWrong() && !vault.message().isEmpty());
    }

    void theLayoutFollowsTheWidth()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.waitFor(fr("back")));
        driver.window()->resize(1000, 800);
        QVERIFY(driver.waitFor(fr("client-411TREVAL")));
        QVERIFY(!driver.find(fr("back")));
        driver.window()->resize(kPhone);
        QVERIFY(driver.tap(fr("back")));
        QVERIFY(driver.waitFor(fr("client-411TREVAL")));
    }

    // Reading offline is what the phone is for: that needs no room.
    void aFullDiskIsRead()
    {
        AppDriver driver(kPhone, false);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit limit{4096, before.rlim_max}; // what a full disk is to the write-ahead log
        setrlimit(RLIMIT_FSIZE, &limit);
        const bool opened = driver.unlock() && driver.tap(fr("client-411TREVAL"));
        const bool said = opened && driver.tap(fr("notePromise")) && driver.tap(fr("date-2026-11-27")) &&
                          driver.tap(fr("savePromise")) && driver.waitForText(fr("rien n’a été noté"));
        const bool shown = driver.waitForText(fr("28\u202F218"));
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(opened && shown && said);
    }

    void englishHasWordsToo()
    {
        AppDriver driver(kPhone, false, 100, true, QStringLiteral("en"));
        QVERIFY(driver.waitForText(QStringLiteral("Type your code")));
        QVERIFY(driver.unlock());
        QVERIFY(driver.waitForText(fr("75,005.90\u00A0€")));
        QVERIFY(driver.waitForText(QStringLiteral("12 clients")));
    }

private:
    /// As pdftotext reads it, on one line.
    static QString wordsOf(const QByteArray& pdf)
    {
        QProcess reader;
        reader.start(fr("pdftotext"), {fr("-layout"), fr("-"), fr("-")});
        reader.write(pdf);
        reader.closeWriteChannel();
        reader.waitForFinished(10'000);
        return QString::fromUtf8(reader.readAllStandardOutput()).simplified(); // any blank is one
    }
    /// Of the card, on its tab.
    static bool openFirstPromise(AppDriver& driver)
    {
        if (!driver.tap(fr("tab-promises")))
            return false;
        const auto promises = driver.application().session().run(
            [](usecases::Field& field) { return usecases::openClient(field, "411TREVAL")->promises; });
        if (!QTest::qWaitFor([&] { return promises.isFinished(); }, 5000))
            return false;
        const std::string id = promises.result().front().promise.id.value.toString();
        return driver.tap(fr("said-") + QString::fromStdString(id)) && driver.waitFor(fr("changePromise"));
    }
};

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    TestJourneys journeys;
    return QTest::qExec(&journeys, argc, argv);
}
#include "test_journeys.moc"
