// SPDX-License-Identifier: Apache-2.0
// People, portfolios, invitations, and one server at a time.
#include "tests/programs/program_runner.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace encours::test;

namespace {

/// `serve` on a free port of the loopback, until the object goes.
class Server {
public:
    explicit Server(const Central& central)
    {
        m_process.start(ENCOURS_CENTRAL, central.complete({"serve", "--listen", "127.0.0.1:0"}));
        while (m_process.waitForReadyRead(30'000)) {
            m_out += m_process.readAllStandardOutput();
            if (m_out.contains('\n'))
                break;
        }
    }
    ~Server() { stop(); }

    QByteArray address() const { return m_out.trimmed().split(' ').last(); } ///< "127.0.0.1:41234"
    QByteArray limits() const
    {
        QFile file(QStringLiteral("/proc/%1/limits").arg(m_process.processId()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    int stop()
    {
        if (m_process.state() == QProcess::NotRunning)
            return m_process.exitCode();
        m_process.terminate();
        return m_process.waitForFinished(30'000) && m_process.exitStatus() == QProcess::NormalExit
                   ? m_process.exitCode()
                   : -1;
    }

private:
    QProcess m_process;
    QByteArray m_out;
};

} // namespace

class TestCentralPeople : public QObject {
    Q_OBJECT

private slots:
    void users()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        const Outcome nadia = central.run({"user", "add", "Nadia Ferrand", "--role", "salesperson"});
        QVERIFY2(nadia.exitCode == 0, nadia.err);
        QCOMPARE(nadia.json()["role"], "salesperson");
        QCOMPARE(central.run({"user", "add", "Julien Marchetti", "--role", "office"}).exitCode, 0);
        const Outcome twice = central.run({"user", "add", "Nadia Ferrand", "--role", "manager"});
        QCOMPARE(twice.exitCode, 3);
        QVERIFY2(twice.saysOneSentence(), twice.err);
        QCOMPARE(central.run({"user", "add", " ", "--role", "office"}).exitCode, 2);
    }

    void assign()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        QCOMPARE(central.run({"import", "fec", verdon("fec_2026.txt")}).exitCode, 0);
        QCOMPARE(central.run({"client", "assign", "411TREVAL", "Nadia Ferrand"}).exitCode,
                 3); // nobody of that name yet
        QCOMPARE(central.run({"user", "add", "Nadia Ferrand", "--role", "salesperson"}).exitCode, 0);
        QCOMPARE(central.run({"client", "assign", "411TREVAL", "Nadia Ferrand"}).json()["changed"], true);
        QCOMPARE(central.run({"client", "assign", "411TREVAL", "Nadia Ferrand"}).json()["changed"], false);
        QCOMPARE(central.run({"client", "assign", "411NOBODY", "Nadia Ferrand"}).exitCode, 3);
        QCOMPARE(central.run({"client", "assign", "411TREVAL", ""}).json()["changed"], true);
    }

    void invitationNeedsAnAddress()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        QCOMPARE(central.run({"user", "add", "Nadia Ferrand", "--role", "salesperson"}).exitCode, 0);
        const Outcome unknown = central.run({"enrol", "Nadia Ferrand"});
        QCOMPARE(unknown.exitCode, 4);
        QVERIFY2(unknown.saysOneSentence(), unknown.err);
        QCOMPARE(central.run({"enrol", "Nadia Ferrand", "--address", "0.0.0.0:8443"}).exitCode, 2);
        QCOMPARE(central.run({"enrol", "Nobody", "--address", "centre.example:8443"}).exitCode, 3);
        const Outcome text =
            central.run({"enrol", "Nadia Ferrand", "--address", "centre.example:8443", "--format", "text"});
        QVERIFY2(text.exitCode == 0, text.err);
        const QRegularExpression uri("^encours://centre\\.example:8443/[A-Z2-7]{32}#[A-Za-z0-9_-]{43}\n$");
        QVERIFY2(uri.match(QString::fromUtf8(text.out)).hasMatch(), text.out);
        const Outcome again =
            central.run({"enrol", "Nadia Ferrand", "--address", "centre.example:8443", "--format", "text"});
        QVERIFY(again.out != text.out);                                    // another code
        QCOMPARE(again.out.split('#').last(), text.out.split('#').last()); // the same key
    }

    void oneServerAtATime()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        QCOMPARE(central.run({"user", "add", "Nadia Ferrand", "--role", "salesperson"}).exitCode, 0);
        Server server(central);
        QVERIFY(server.address().startsWith("127.0.0.1:"));
        // What it has decrypted never goes into a core dump.
        QVERIFY2(server.limits().simplified().contains("Max core file size 0 0 bytes"), server.limits());
        const Outcome second = central.run({"serve", "--listen", "127.0.0.1:0"});
        QCOMPARE(second.exitCode, 4);
        QVERIFY2(second.saysOneSentence(), second.err);
        // The others work beside it.
        QCOMPARE(central.run({"import", "fec", verdon("fec_2026.txt")}).exitCode, 0);
        QCOMPARE(central.balances().size(), 187);
        QVERIFY(central.run({"enrol", "Nadia Ferrand", "--format", "text"})
                    .out.startsWith("encours://" + server.address() + "/"));
        QCOMPARE(server.stop(), 0);
        Server next(central); // the lock went with its holder
        QVERIFY(next.address().startsWith("127.0.0.1:"));
    }

    void addressThatIsTaken()
    {
        Central one;
        Central two;
        QCOMPARE(one.init().exitCode, 0);
        QCOMPARE(two.init().exitCode, 0);
        Server server(one);
        const Outcome taken = two.run({"serve", "--listen", QString::fromUtf8(server.address())});
        QCOMPARE(taken.exitCode, 4);
        QVERIFY2(taken.saysOneSentence(), taken.err);
    }
};

QTEST_GUILESS_MAIN(TestCentralPeople)
#include "test_central_people.moc"
