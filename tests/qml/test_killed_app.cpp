// SPDX-License-Identifier: Apache-2.0
// kill -9 of the real app beside the real centre, in the middle of a sheet and just after something was saved. The app is
// encours-hand, with somebody to touch it, in a process of its own: it says on its standard output what it has done, and its
// ledger what it has kept. Nothing here waits for luck.
#include "store/clients.h"
#include "store/drafts.h"
#include "store/sqlcipher.h"
#include "store/vault.h"
#include "tests/device/programs.h"
#include "tests/qml/verdon_device.h"

using namespace encours;
using namespace encours::test;

namespace {

constexpr store::Tenant kTenant{};
constexpr auto kNote = "Virement promis vendredi";
constexpr auto kResumed = "see Votre brouillon, tel que vous l’avez laissé.";

template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", result.error().code.c_str(), result.error().message.c_str());
    return std::move(*result);
}

/// The app on a directory, in a process that ends with this.
class HandProcess {
public:
    explicit HandProcess(const QString& directory)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(ENCOURS_HAND, {directory, kDay});
    }
    ~HandProcess() { kill(); }

    /// Empty when all were obeyed; otherwise what was answered to the first that was not.
    QString obey(const QStringList& orders)
    {
        for (const QString& order : orders) {
            m_process.write(order.toUtf8() + '\n');
            while (!m_process.canReadLine()) {
                if (!m_process.waitForReadyRead(kPatience))
                    return order + ": the app says nothing";
            }
            if (const QByteArray answer = m_process.readLine(); answer != "ok\n")
                return order + ": " + QString::fromUtf8(answer);
        }
        return {};
    }
    /// SIGKILL, and nothing of it runs any more. False when it had ended before.
    bool kill()
    {
        m_process.kill();
        return m_process.waitForFinished(kPatience) && m_process.exitStatus() == QProcess::CrashExit;
    }

private:
    QProcess m_process;
};

QStringList pin()
{
    QStringList taps;
    for (const char* digit = kPin; *digit; ++digit)
        taps << QStringLiteral("tap key") + QLatin1Char(*digit);
    return taps;
}

/// From the code to the card of the client.
QStringList toCard(const QStringList& then)
{
    return pin() + QStringList{"tap nav-clients", "tap client-TREVAL"} + then;
}

} // namespace

#define VERIFY_OBEYS(hand, orders)                                                                                     \
    do {                                                                                                               \
        const QString refused = (hand).obey(orders);                                                                   \
        QVERIFY2(refused.isEmpty(), qPrintable(refused));                                                              \
    } while (false)

class TestKilledApp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_office = std::make_unique<Office>();
        m_office->serve();
        HandProcess hand(phone());
        VERIFY_OBEYS(hand,
                     (QStringList{"type address " + m_office->code(), "tap enrol", "see Choisissez un code"} + pin() +
                      QStringList{"see une seconde fois"} + pin() + QStringList{"tap load", "see Menuiserie Treval"}));
        QVERIFY(hand.kill());
        const std::filesystem::path device = phone().toStdString() + "/device";
        m_ledger = must(store::openSqlcipher(device / "ledger.db",
                                             must(store::Vault(device / "vault", StillClock()).unlock(kPin))));
    }
    void cleanup()
    {
        m_ledger.reset();
        m_office.reset();
    }

    void aDraftOutlivesIt_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("begun");
        QTest::addColumn<QByteArray>("last"); // of what was typed, as it is kept
        QTest::addColumn<QStringList>("found");
        QTest::newRow("note") << int(store::DraftKind::Note)
                              << QStringList{"tap writeNote", "tap kind-call", QString("type noteText ") + kNote}
                              << QByteArray(kNote)
                              << QStringList{"tap writeNote",
                                             kResumed,
                                             QString("see ") + kNote,
                                             "tap saveNote",
                                             "see Noté pour Menuiserie Treval",
                                             "see-not Enregistrer la note"};
        QTest::newRow("promise") << int(store::DraftKind::Promise)
                                 << QStringList{"tap notePromise", "tap date-2026-12-04", "type amount 1234,56"}
                                 << QByteArray("1234,56")
                                 << QStringList{"tap notePromise",
                                                kResumed,
                                                "see Enregistrer 1 234,56 € pour le 4 décembre",
                                                "tap savePromise",
                                                "see Promesse notée",
                                                "see-not Enregistrer 1 234,56 €"};
    }
    void aDraftOutlivesIt()
    {
        QFETCH(const int, kind);
        QFETCH(const QStringList, begun);
        QFETCH(const QByteArray, last);
        QFETCH(const QStringList, found);
        m_office->stop();
        {
            HandProcess hand(phone());
            VERIFY_OBEYS(hand, toCard(begun));
            QTRY_VERIFY(draft(static_cast<store::DraftKind>(kind)).contains(last));
            QVERIFY(hand.kill());
        }
        m_office->serve();
        {
            HandProcess hand(phone());
            VERIFY_OBEYS(hand, toCard(found));
            VERIFY_OBEYS(hand, (QStringList{"tap sync", "tap retry", "see À jour", "see rien n’attend"}));
        }
        QCOMPARE(m_office->must({kind == int(store::DraftKind::Note) ? "notes" : "promises"}).array().size(), 1);
        QCOMPARE(draft(static_cast<store::DraftKind>(kind)), QByteArray()); // said, it is no draft any more
    }

    // The toast says that it is noted; nothing after that can lose it, and it goes out once.
    void whatWasSavedIsThereOnce()
    {
        m_office->stop();
        {
            HandProcess hand(phone());
            VERIFY_OBEYS(hand,
                         toCard({"tap notePromise", "tap date-2026-11-27", "tap savePromise", "see Promesse notée"}));
            QVERIFY(hand.kill());
        }
        {
            HandProcess hand(phone());
            VERIFY_OBEYS(hand, toCard({"see − promis 6 480,00 €", "tap notePromise",
                                       "see Deux jours ouvrés de tolérance", "see-not Votre brouillon"}));
            QVERIFY(hand.kill());
        }
        QVERIFY(m_office->must({"promises"}).array().isEmpty());
        m_office->serve();
        for (int i = 0; i < 2; ++i) { // killed as soon as it is told that the centre has it
            HandProcess hand(phone());
            VERIFY_OBEYS(hand, toCard({"tap sync", "tap retry", "see À jour", "see rien n’attend"}));
            QVERIFY(hand.kill());
            const QJsonArray promises = m_office->must({"promises"}).array();
            QCOMPARE(promises.size(), 1);
            QCOMPARE(promises[0].toObject()["amount"].toInt(), 648'000);
        }
    }

private:
    QString phone() const { return m_office->path("phone"); }
    /// As it is in the ledger of the phone; empty: none.
    QByteArray draft(store::DraftKind kind) const
    {
        const auto client = must(store::findClientByKey(*m_ledger, kTenant, "TREVAL"));
        const auto kept = must(store::findDraft(*m_ledger, kTenant, client->id, kind));
        return kept ? QByteArray(reinterpret_cast<const char*>(kept->data()), std::ssize(*kept)) : QByteArray();
    }

    std::unique_ptr<Office> m_office;
    std::unique_ptr<store::Connection> m_ledger;
};

QTEST_GUILESS_MAIN(TestKilledApp)
#include "test_killed_app.moc"
