// SPDX-License-Identifier: Apache-2.0
// The way of a company, from init to a promise kept, twice in step: in a SQLCipher file, and in PostgreSQL behind pgbouncer
// in transaction mode. Every command answers the same.
#include "tests/programs/program_runner.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace encours::test;

namespace {

constexpr auto kMonday = "2026-11-23T09:05";
constexpr auto kFriday = "2026-11-27T09:05";
constexpr auto kFridayLater = "2026-11-27T10:05";

/// What is drawn or measured anew in each company: ids of operations, times of day, how long it took.
QByteArray compared(const QByteArray& out)
{
    static const QRegularExpression uuid("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    static const QRegularExpression instant("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    return QString::fromUtf8(out).replace(uuid, "ID").replace(instant, "INSTANT").toUtf8();
}

/// One company with its server and one device.
class Firm {
public:
    Firm(const QString& directory, const QString& database)
        : m_directory(directory), m_database(database), m_device(directory + "-device")
    {
        QFile pin(m_device + "-pin");
        if (!pin.open(QFile::WriteOnly) || pin.write("135790\n") < 0 ||
            !pin.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            qFatal("the test cannot write");
    }
    ~Firm() { stop(); }

    QStringList office(QStringList arguments, const QString& today) const
    {
        arguments << "--data" << m_directory << "--today" << today << "--format" << "json";
        return m_database.isEmpty() ? arguments : arguments << "--database" << m_database;
    }
    Outcome central(const QStringList& arguments, const QString& today = kMonday) const
    {
        return Central::runBare(office(arguments, today));
    }
    Outcome device(QStringList arguments, const QString& today = kMonday) const
    {
        arguments << "--data" << m_device << "--pin-file" << m_device + "-pin" << "--format" << "json" << "--today"
                  << today;
        QProcess process;
        process.start(ENCOURS_DEVICE, arguments);
        const bool ended = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit;
        return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    void serve(const QString& today = kMonday)
    {
        m_server.start(ENCOURS_CENTRAL, office({"serve", "--listen", "127.0.0.1:" + m_port}, today));
        if (!m_server.waitForReadyRead(30'000))
            qFatal("the server does not start: %s", m_server.readAllStandardError().constData());
        m_port = QString::fromUtf8(m_server.readLine()).trimmed().section(u':', -1);
    }
    void stop()
    {
        m_server.terminate();
        m_server.waitForFinished(30'000);
    }
    /// From now on it is there, where `command` makes it; the device does not know.
    Outcome moveTo(const QString& directory, const QString& database, const QStringList& command, const QString& today)
    {
        m_directory = directory;
        m_database = database;
        return central(command, today);
    }
    const QString& directory() const { return m_directory; }

private:
    QString m_directory;
    QString m_database; ///< its URL; empty: in the directory
    QString m_device;
    QString m_port = "0";
    QProcess m_server;
};

} // namespace

class TestCentralEngines : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_postgres = std::make_unique<PostgresServer>();
        m_postgres->createDatabase("verdon");
        m_postgres->createDatabase("restored");
        m_pooler = std::make_unique<Pgbouncer>(*m_postgres);
        m_file = std::make_unique<Firm>(m_folder.filePath("file"), QString());
        m_pooled = std::make_unique<Firm>(m_folder.filePath("pooled"), pooled("verdon"));
    }
    void cleanupTestCase()
    {
        m_pooled.reset();
        m_file.reset();
        m_pooler.reset();
        m_postgres.reset();
    }

    void theOfficeSetsUpTheCompany()
    {
        for (const QStringList& step :
             {QStringList{"init", "--company", "Verdon Emballages SAS"},
              {"user", "add", "Nadia Ferrand", "--role", "salesperson"},
              {"user", "add", "Samuel Brac", "--role", "salesperson"},
              {"import", "fec", verdon("fec_2026.txt"), "--covered-through", "2026-11-20"},
              {"import", "clients", verdon("clients.csv")},
              {"import", "dues", verdon("items_due.csv")},
              {"client", "assign", "411TREVAL", "Nadia Ferrand"},
              {"client", "profile", "411PELLAR", "tactical", "--reason", "Toujours", "--author", "Julien"},
              {"dunning", "pause", "411MALRIE", "--until", "2026-12-04", "--reason", "Avoir", "--author", "Julien"}})
            for (const Firm* firm : firms()) {
                const Outcome outcome = firm->central(step);
                QVERIFY2(outcome.exitCode == 0, step.join(u' ').toUtf8() + ": " + outcome.err);
            }
        listingsAgree(kMonday);
    }

    void aDeviceWorksOfflineAndHandsIn()
    {
        for (Firm* firm : firms()) {
            firm->serve();
            const QString uri =
                QString::fromStdString(firm->central({"enrol", "Nadia Ferrand"}).json()["uri"].get<std::string>());
            QCOMPARE(firm->device({"enrol", uri}).exitCode, 0);
            const Outcome first = firm->device({"sync"});
            QVERIFY2(first.exitCode == 0, first.err);
            QVERIFY(first.json()["clients"].get<int>() > 5);
            QCOMPARE(firm->device({"note", "411TREVAL", "Vu le gérant", "--kind", "visit"}).exitCode, 0);
            QCOMPARE(firm->device({"promise", "411TREVAL", "--items", "FA-2608-0142", "--amount", "648000", "--date",
                                   "2026-11-27", "--by", "Paul Tréval"})
                         .exitCode,
                     0);
            QCOMPARE(firm->device({"sync"}).json()["answered"], 2);
        }
        QCOMPARE(compared(m_pooled->device({"clients"}).out), compared(m_file->device({"clients"}).out));
        QCOMPARE(compared(m_pooled->device({"client", "411TREVAL"}).out),
                 compared(m_file->device({"client", "411TREVAL"}).out));
        listingsAgree(kMonday);
    }

    // The office does not see that the database broke off its command twice.
    void aCommandThatIsBrokenOffIsDoneAgain()
    {
        const auto inDatabase = [&](const std::string& sql) { m_postgres->asSuperuser("verdon", sql); };
        QString whose = "Samuel Brac";
        for (const std::string what : {"RAISE EXCEPTION 'injected' USING ERRCODE = '40001'",
                                       "PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5)"}) {
            inDatabase("CREATE SEQUENCE failures; GRANT USAGE ON failures TO encours; CREATE FUNCTION fail() RETURNS "
                       "trigger LANGUAGE plpgsql SECURITY DEFINER AS $$BEGIN IF nextval('failures') <= 2 THEN " +
                       what + "; END IF; RETURN NEW; END$$");
            inDatabase("CREATE TRIGGER fail BEFORE UPDATE ON head FOR EACH ROW EXECUTE FUNCTION fail()");
            for (const Firm* firm : firms()) {
                const Outcome assigned = firm->central({"client", "assign", "411SABLON", whose});
                QVERIFY2(assigned.exitCode == 0, assigned.err);
                QCOMPARE(assigned.json()["changed"], true);
            }
            QVERIFY(std::stoi(m_postgres->asSuperuser("verdon", "SELECT last_value FROM failures")) > 2);
            inDatabase("DROP TRIGGER fail ON head; DROP FUNCTION fail; DROP SEQUENCE failures");
            whose = "Nadia Ferrand";
        }
        listingsAgree(kMonday);
    }

    // Imports and what devices hand in go on beside one another, whichever comes first.
    void importsRunBesideAServerWithDevices()
    {
        for (Firm* firm : firms()) {
            QProcess import;
            import.start(ENCOURS_CENTRAL, firm->office({"import", "fec", verdon("fec_2026_on_1127.txt"),
                                                        "--covered-through", "2026-11-27"},
                                                       kFriday));
            for (int round = 1; round <= 6; ++round) {
                QCOMPARE(firm->device({"note", "411TREVAL", "Appel " + QString::number(round)}).exitCode, 0);
                const Outcome sync = firm->device({"sync"});
                QVERIFY2(sync.exitCode == 0, sync.err);
                QCOMPARE(sync.json()["answered"], 1);
            }
            QVERIFY(import.waitForFinished(60'000));
            QVERIFY2(import.exitCode() == 0, import.readAllStandardError());
            firm->stop();
            firm->serve(kFriday);
            QCOMPARE(firm->device({"sync"}, kFriday).exitCode, 0);
            const Json promise = firm->central({"promises"}, kFriday).json().at(0);
            QCOMPARE(promise["state"], "kept");
        }
        listingsAgree(kFriday);
        listingsAgree(kFriday,
                      {"balances --as-of 2026-10-31", "items --as-of 2026-09-30", "disputes", "allocations", "kpi",
                       "signals", "penalties", "routes", "anomalies", "priority", "clocks", "forecast",
                       "brief 411TREVAL", "dunning plan", "dunning pauses", "order 411TREVAL --amount 100000"});
        QCOMPARE(compared(m_pooled->device({"clients"}, kFriday).out),
                 compared(m_file->device({"clients"}, kFriday).out));
    }

    // The device notices that the centre is another one, starts again, and hands in what the backup lacks.
    void aRestoreLosesNothingADeviceHolds()
    {
        for (Firm* firm : firms()) {
            QCOMPARE(firm->central({"backup", "--to", firm->directory() + "-backup"}, kFriday).exitCode, 0);
            QCOMPARE(firm->device({"note", "411TREVAL", "Après la copie"}, kFriday).exitCode, 0);
            QCOMPARE(firm->device({"sync"}, kFriday).json()["answered"], 1);
        }
        m_pooled->stop();
        const QString backup = m_pooled->directory() + "-backup";
        const Outcome restored = m_pooled->moveTo(m_folder.filePath("restored"), pooled("restored"),
                                                  {"restore", "--from", backup}, kFridayLater);
        QVERIFY2(restored.exitCode == 0, restored.err);
        QVERIFY(m_pooled->central({"notes"}, kFriday).out.count("text") <
                m_file->central({"notes"}, kFriday).out.count("text"));
        m_pooled->serve(kFridayLater);
        const Outcome again = m_pooled->device({"sync"}, kFridayLater);
        QVERIFY2(again.exitCode == 0, again.err);
        listingsAgree(kFriday);
        QCOMPARE(compared(m_pooled->device({"clients"}, kFriday).out),
                 compared(m_file->device({"clients"}, kFriday).out));
    }

private:
    QString pooled(const std::string& database) const { return QString::fromStdString(m_pooler->url(database)); }
    std::array<Firm*, 2> firms() const { return {m_file.get(), m_pooled.get()}; }

    void listingsAgree(const QString& today, const QList<const char*>& lines = {"balances", "items --settled", "notes",
                                                                                "promises", "user list", "device list"})
    {
        for (const char* line : lines) {
            const QStringList command = QString(line).split(u' ');
            const Outcome file = m_file->central(command, today);
            const Outcome database = m_pooled->central(command, today);
            QVERIFY2(file.exitCode == 0, line + (": " + file.err));
            QCOMPARE(database.err, file.err);
            QVERIFY2(compared(database.out) == compared(file.out), line);
        }
    }

    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_postgres;
    std::unique_ptr<Pgbouncer> m_pooler;
    std::unique_ptr<Firm> m_file;
    std::unique_ptr<Firm> m_pooled;
};

QTEST_GUILESS_MAIN(TestCentralEngines)
#include "test_central_engines.moc"
