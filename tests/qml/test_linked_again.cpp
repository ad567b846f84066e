// SPDX-License-Identifier: Apache-2.0
// A device that opens no more (its access ended, its identity or its vault damaged) is linked again by a new invitation, from the
// page of the code, by touch, against the real centre in this process. What was noted and not sent is told, and kept.
#include "store/devices.h"
#include "store/notes.h"
#include "sync/protocol/enrolment_uri.h"
#include "tests/device/centre.h"
#include "tests/qml/app_driver.h"

#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickStyle>
#include <QRegularExpression>

#include <atomic>
#include <mutex>

using namespace encours;
using namespace encours::test;

namespace {

class Line final : public device::Transport {
public:
    Line(Centre& centre, std::mutex& mutex, const std::atomic<bool>& cut) : m_centre(centre), m_mutex(mutex), m_cut(cut)
    {
    }
    Result<device::HttpResponse> post(const device::HttpRequest& request, std::stop_token stop) override
    {
        if (m_cut)
            return failure(ErrorKind::Unavailable, "net.unreachable", "The line is cut.");
        const std::scoped_lock lock(m_mutex);
        return m_centre.post(request, stop);
    }

private:
    DirectTransport m_centre;
    std::mutex& m_mutex;
    const std::atomic<bool>& m_cut;
};

struct World {
    World()
    {
        centre.addItem(treval, 648'000);
        driver.enrol(invitation());
    }
    QString invitation()
    {
        protocol::EnrolmentUri uri;
        uri.host = "127.0.0.1";
        uri.port = 8443;
        const std::scoped_lock lock(mutex);
        uri.code = centre.enrolmentCode(nadia);
        return QString::fromStdString(protocol::toString(uri));
    }
    /// Not sent: the line is cut.
    bool note()
    {
        cut = true;
        if (!driver.tap(fr("nav-clients")) || !driver.tap(fr("client-411TREVAL")) || !driver.tap(fr("writeNote")) ||
            !driver.tap(fr("noteText")))
            return false;
        driver.type("Virement vendredi");
        return driver.tap(fr("saveNote")) && driver.waitForText(fr("Noté pour"));
    }
    std::size_t notesAtTheCentre()
    {
        const std::scoped_lock lock(mutex);
        return must(store::notesOf(centre.connection(), kTenant, treval)).size();
    }
    void restart()
    {
        driver.restart();
        driver.window()->requestActivate();
        QVERIFY(QTest::qWaitForWindowActive(driver.window()));
    }
    bool paste(const QString& text)
    {
        if (!driver.waitFor(fr("address")))
            return false;
        driver.find(fr("address"))->setProperty("text", text);
        return driver.tap(fr("enrol"));
    }
    bool isRight() { return driver.faults().isEmpty(); }

    QTemporaryDir folder;
    StillClock clock;
    Centre centre{folder.filePath("centre").toStdString(), clock};
    std::mutex mutex;
    std::atomic<bool> cut = false;
    UserId nadia = centre.addPerson("Nadia Ferrand", store::Role::Salesperson);
    ClientId treval = centre.addClient("411TREVAL", nadia);
    AppDriver driver{
        kPhone,   false,
        100,      false,
        fr("fr"), [this](const std::string&, const auto&) { return std::make_unique<Line>(centre, mutex, cut); }};
};

} // namespace

class TestLinkedAgain : public QuietTest {
    Q_OBJECT

private Q_SLOTS:
    // The office ended its access: the same code, a new invitation, and what waited arrives.
    void accessWasEnded()
    {
        World w;
        QVERIFY(w.note());
        {
            const std::scoped_lock lock(w.mutex);
            for (const store::DeviceRecord& device : must(store::listDevices(w.centre.connection(), kTenant)))
                must(store::revokeDevice(w.centre.connection(), kTenant, device.id, w.clock.now()));
        }
        w.cut = false;
        QVERIFY(w.driver.tap(fr("sync")) && w.driver.tap(fr("retry")));
        QVERIFY(w.driver.waitForText(fr("Le bureau a mis fin")));
        w.restart();
        QVERIFY(!w.driver.find(fr("newInvitation"))); // not before anything is wrong
        QVERIFY(w.driver.typePin());
        QVERIFY(w.driver.waitForText(fr("Le bureau a mis fin")));
        QVERIFY(w.isRight());
        QVERIFY(w.driver.tap(fr("newInvitation")));
        QVERIFY(w.driver.waitForText(fr("1 chose que vous avez notée attend ici")));
        QVERIFY(!w.driver.texts().join(u' ').contains(
            QRegularExpression(fr("Aucun montant|jamais synchronisé")))); // they are there, closed
        w.driver.screenshot(fr("linked_again_access"));
        QVERIFY2(w.isRight(), qPrintable(w.driver.faults().join(u'\n')));
        // The road back, and the wrong turns.
        QVERIFY(w.driver.tap(fr("backToCode")) && w.driver.waitForText(fr("Saisissez votre code")));
        QVERIFY(w.driver.tap(fr("newInvitation")));
        QVERIFY(w.paste(fr("bonjour")) && w.driver.waitForText(fr("Ce n’est pas une invitation.")));
        QVERIFY(w.paste(w.invitation()));
        QVERIFY(w.driver.waitForText(fr("Saisissez le code de cet appareil")));
        QVERIFY(w.driver.typePin("314159") && w.driver.waitForText(fr("Code faux")));
        QVERIFY(w.driver.waitForText(fr("Saisissez le code de cet appareil")));
        QVERIFY(w.driver.tap(fr("leaveCode")));
        QVERIFY(w.driver.waitForText(fr("1 chose que vous avez notée attend ici")));
        QVERIFY(w.driver.tap(fr("enrol")) && w.driver.typePin());
        QVERIFY(w.driver.tap(fr("load")) && w.driver.waitFor(fr("nav-clients")));
        QTRY_COMPARE(w.notesAtTheCentre(), 1u);
    }

    // Its file was put back from a copy: the centre listens to it no more, and the way on is where that is said.
    void aCopyWasMet()
    {
        World w;
        w.restart();
        const std::filesystem::path device = w.driver.directory() / "device";
        std::filesystem::copy(device, w.folder.filePath("copy").toStdString(),
                              std::filesystem::copy_options::recursive);
        QVERIFY(w.driver.typePin() && w.note());
        w.cut = false;
        QVERIFY(w.driver.tap(fr("sync")) && w.driver.tap(fr("retry")));
        QTRY_COMPARE(w.notesAtTheCentre(), 1u);
        QVERIFY(!w.driver.find(fr("linkAgain"))); // not before anything is wrong
        w.restart();
        std::filesystem::remove_all(device);
        std::filesystem::copy(w.folder.filePath("copy").toStdString(), device,
                              std::filesystem::copy_options::recursive);
        QVERIFY(w.driver.typePin() && w.note());
        w.cut = false;
        QVERIFY(w.driver.tap(fr("sync")) && w.driver.tap(fr("retry")));
        QVERIFY(w.driver.waitForText(fr("Le centre a rencontré une copie")));
        QVERIFY(w.driver.waitFor(fr("linkAgain")));
        QVERIFY2(w.isRight(), qPrintable(w.driver.faults().join(u'\n')));
        w.driver.screenshot(fr("linked_again_copy"));
        QVERIFY(w.driver.tap(fr("linkAgain")));
        QVERIFY(w.driver.waitForText(fr("1 chose que vous avez notée attend ici")));
        QVERIFY(w.driver.waitForText(fr("Vos montants sont gardés sur cet appareil")));
        QVERIFY(!w.driver.texts().join(u' ').contains(fr("Aucun montant")));
        QVERIFY2(w.isRight(), qPrintable(w.driver.faults().join(u'\n')));
        // The way back: it still opens, and what it knows can be read.
        QVERIFY(w.driver.tap(fr("backToCode")) && w.driver.typePin() && w.driver.waitFor(fr("nav-clients")));
        QVERIFY(w.driver.tap(fr("sync")) && w.driver.tap(fr("retry")) && w.driver.tap(fr("linkAgain")));
        QVERIFY(w.paste(w.invitation()) && w.driver.waitForText(fr("Saisissez le code de cet appareil")));
        QVERIFY(w.driver.typePin() && w.driver.waitForText(fr("Les montants de cet appareil sont mis à jour")));
        QVERIFY(w.driver.tap(fr("load")) && w.driver.waitFor(fr("nav-clients")));
        QTRY_COMPARE(w.notesAtTheCentre(), 2u);
    }

    // What identifies it was damaged, the code and what was noted were not.
    void identityWasLost()
    {
        World w;
        QVERIFY(w.note());
        const auto lost = w.driver.application().session().run([](usecases::Field& field) {
            return field.store.execute("DELETE FROM device_state WHERE tenant = ?", field.tenant).has_value();
        });
        QTRY_VERIFY(lost.isFinished() && lost.result());
        w.restart();
        QVERIFY(w.driver.typePin() && w.driver.tap(fr("newInvitation")));
        QVERIFY(w.driver.waitForText(fr("1 chose que vous avez notée a pu être lue")));
        w.cut = false;
        QVERIFY(w.paste(w.invitation()) && w.driver.waitForText(fr("Saisissez le code de cet appareil")));
        QVERIFY(w.driver.typePin() && w.driver.tap(fr("load")) && w.driver.waitFor(fr("nav-clients")));
        QTRY_COMPARE(w.notesAtTheCentre(), 1u);
    }

    // The key is gone: a device anew, with a code of its own; nothing of the old one is erased, and it says so.
    void keyWasLost()
    {
        World w;
        QVERIFY(w.note());
        w.restart();
        const std::filesystem::path device = w.driver.directory() / "device";
        const auto ledger = std::filesystem::file_size(device / "ledger.db");
        std::filesystem::resize_file(device / "vault", 20);
        QVERIFY(w.driver.typePin());
        QVERIFY(w.driver.waitForText(fr("Le fichier qui garde la clé")));
        QVERIFY(w.driver.tap(fr("newInvitation")));
        QVERIFY(w.driver.waitForText(fr("Rien n’est effacé")));
        QVERIFY(w.driver.waitForText(fr("Les montants de cet appareil ne peuvent pas être lus")));
        w.driver.screenshot(fr("linked_again_key"));
        QVERIFY2(w.isRight(), qPrintable(w.driver.faults().join(u'\n')));
        // No line yet: nothing has changed, and the way back is there.
        QVERIFY(w.paste(w.invitation()) && w.driver.waitForText(fr("Choisissez un code")));
        QVERIFY(w.driver.typePin("271829") && w.driver.waitForText(fr("une seconde fois")));
        QVERIFY(w.driver.typePin("271829") && w.driver.waitForText(fr("Votre invitation n’a pas servi")));
        QVERIFY(std::filesystem::exists(device / "vault"));
        w.cut = false;
        QVERIFY(w.driver.tap(fr("enrol")) && w.driver.waitForText(fr("Choisissez un code")));
        QVERIFY(w.driver.typePin("271829") && w.driver.waitForText(fr("une seconde fois")));
        QVERIFY(w.driver.typePin("271829") && w.driver.tap(fr("load")) && w.driver.waitFor(fr("nav-clients")));
        QCOMPARE(std::filesystem::file_size(w.driver.directory() / "device.aside-1" / "ledger.db"), ledger);
        QCOMPARE(w.notesAtTheCentre(), 0u);
        w.restart();
        QVERIFY(w.driver.typePin("271829") && w.driver.waitFor(fr("nav-clients")));
    }
};

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    TestLinkedAgain test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_linked_again.moc"
