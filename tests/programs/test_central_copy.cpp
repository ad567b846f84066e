// SPDX-License-Identifier: Apache-2.0
// A company moved to PostgreSQL and back, backed up and restored, by the commands an administrator has.
#include "tests/programs/program_runner.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace encours::test;

namespace {

const QStringList kItems{"items", "--settled", "--as-of", "2026-11-30"};
const QStringList kBalances{"balances", "--as-of", "2026-11-30"};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

Outcome onDatabase(const QString& url, QStringList arguments, const QStringList& environment = {})
{
    arguments << "--today" << "2026-11-23" << "--format" << "json";
    if (environment.isEmpty())
        arguments << "--database" << url;
    return Central::runBare(arguments, environment);
}

} // namespace

class TestCentralCopy : public QObject {
    Q_OBJECT

private slots:
    void aCompanyMovesToPostgresqlAndBack()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        QCOMPARE(central.importVerdon(), QByteArray());
        const QByteArray items = central.run(kItems).out;
        const QByteArray balances = central.run(kBalances).out;
        const QByteArray trust = contentOf(central.data() + "/tls.crt");
        const QString url = QString::fromStdString(newDatabase());

        const Outcome moved = Central::runBare(
            {"migrate", "--from", central.data(), "--to", url, "--format", "json", "--today", "2026-11-23"});
        QVERIFY2(moved.exitCode == 0, moved.err);
        QVERIFY(moved.json()["rows"].get<int>() > 1000);
        QCOMPARE(onDatabase(url, kItems).out, items);
        QCOMPARE(onDatabase(url, kBalances).out, balances);
        QCOMPARE(onDatabase({}, kBalances, {"ENCOURS_DATABASE=" + url}).out, balances);

        // Nobody goes on writing to the old place; it tells where the company went, and keeps what devices trust.
        const Outcome old = central.run(kBalances);
        QCOMPARE(old.exitCode, 4);
        QVERIFY2(old.err.contains("--database"), old.err);
        QCOMPARE(contentOf(central.data() + "/tls.crt"), trust);
        // A second move would mix two companies.
        QCOMPARE(Central::runBare({"migrate", "--from", central.data(), "--to", url}).exitCode, 4);

        const QString back = central.path("back");
        const Outcome returned = Central::runBare({"migrate", "--from", url, "--to", back, "--format", "json"});
        QVERIFY2(returned.exitCode == 0, returned.err);
        QCOMPARE(returned.json()["digest"], moved.json()["digest"]);
        const QStringList there{"--data", back, "--today", "2026-11-23", "--format", "json"};
        QCOMPARE(Central::runBare(kItems + there).out, items);
        // Both go on in the same way.
        const QStringList friday{
            "import",  "fec",       verdon("fec_2026_on_1127.txt"), "--covered-through", "2026-11-27",
            "--today", "2026-11-27"};
        QCOMPARE(Central::runBare(friday + QStringList{"--data", back}).exitCode, 0);
        QCOMPARE(Central::runBare(friday + QStringList{"--database", url}).exitCode, 0);
        QCOMPARE(Central::runBare(kItems + there).out, onDatabase(url, kItems).out);
    }

    void theRestoreDrill_data()
    {
        QTest::addColumn<bool>("fromPostgres");
        QTest::addColumn<bool>("toPostgres");
        QTest::newRow("directory to directory") << false << false;
        QTest::newRow("directory to PostgreSQL") << false << true;
        QTest::newRow("PostgreSQL to PostgreSQL") << true << true;
        QTest::newRow("PostgreSQL to directory") << true << false;
    }
    void theRestoreDrill()
    {
        QFETCH(const bool, fromPostgres);
        QFETCH(const bool, toPostgres);
        Central central;
        const auto at = [&](const QString& directory, bool postgres) {
            QStringList place{"--data", central.path(directory), "--today", "2026-11-23", "--format", "json"};
            if (postgres)
                place << "--database" << QString::fromStdString(newDatabase());
            return place;
        };
        const QStringList office = at("office", fromPostgres);
        const auto run = [](const QStringList& command, const QStringList& place) {
            return Central::runBare(command + place);
        };
        QCOMPARE(run({"init", "--company", "Verdon Emballages SAS"}, office).exitCode, 0);
        QCOMPARE(run({"import", "fec", verdon("fec_2026.txt"), "--covered-through", "2026-11-20"}, office).exitCode, 0);
        QCOMPARE(run({"user", "add", "Nadia", "--role", "salesperson"}, office).exitCode, 0);
        const QByteArray items = run(kItems, office).out;

        const QString backup = central.path("backup");
        const Outcome kept = run({"backup", "--to", backup}, office);
        QVERIFY2(kept.exitCode == 0, kept.err);
        QCOMPARE(run({"backup", "--to", backup}, office).exitCode, 3); // an older one is never written over
        // The office works on, then everything is lost.
        QCOMPARE(run({"import", "clients", verdon("clients.csv")}, office).exitCode, 0);
        QVERIFY(run(kItems, office).out == items || !items.isEmpty());
        QVERIFY(QDir(central.path("office")).removeRecursively());

        const QStringList anew = at("anew", toPostgres);
        const Outcome restored = run({"restore", "--from", backup}, anew);
        QVERIFY2(restored.exitCode == 0, restored.err);
        QCOMPARE(restored.json()["digest"], kept.json()["digest"]);
        QCOMPARE(run(kItems, anew).out, items);
        QCOMPARE(run({"restore", "--from", backup}, anew).exitCode, 3); // never over a company
        // Devices trust the same key, and the backup can be restored again.
        QVERIFY(!contentOf(central.path("backup/tls.crt")).isEmpty());
        QCOMPARE(contentOf(central.path("anew/tls.crt")), contentOf(central.path("backup/tls.crt")));
        QCOMPARE(QFile::permissions(central.path("anew/tls.key")) & QFile::ReadGroup, QFile::Permissions());
        QCOMPARE(run(kItems, {"--data", backup, "--today", "2026-11-23", "--format", "json"}).out, items);
        QCOMPARE(run({"user", "add", "Paul", "--role", "office"}, anew).exitCode, 0);
    }

    void whatIsWrongIsToldInOneSentence()
    {
        Central central;
        QCOMPARE(central.init().exitCode, 0);
        const Outcome none =
            Central::runBare({"migrate", "--from", central.path("nowhere"), "--to", central.path("x")});
        QCOMPARE(none.exitCode, 4);
        QVERIFY2(none.saysOneSentence(), none.err);
        const QString empty = QString::fromStdString(newDatabase());
        const Outcome noCompany = onDatabase(empty, kBalances);
        QCOMPARE(noCompany.exitCode, 4);
        QVERIFY2(noCompany.saysOneSentence() && noCompany.err.contains("init"), noCompany.err);
        const Outcome noDirectory = onDatabase(empty, {"init", "--company", "Verdon"});
        QCOMPARE(noDirectory.exitCode, 2);
        QVERIFY2(noDirectory.saysOneSentence() && noDirectory.err.contains("--data"), noDirectory.err);
        // Of a damaged backup nothing is restored.
        QVERIFY(QDir().mkpath(central.path("damaged")));
        QVERIFY(QFile::copy(central.data() + "/server.key", central.path("damaged/server.key")));
        QByteArray bytes = contentOf(central.data() + "/central.db");
        for (qsizetype page = 4096; page < bytes.size(); page += 4096)
            bytes[page + 100] = static_cast<char>(~bytes[page + 100]);
        central.write("damaged/central.db", bytes);
        const Outcome damaged =
            Central::runBare({"restore", "--from", central.path("damaged"), "--data", central.path("restored")});
        QCOMPARE(damaged.exitCode, 4);
        QVERIFY2(damaged.saysOneSentence(), damaged.err);
        QVERIFY(!QFile::exists(central.path("restored/central.db")));
    }

    void thePasswordIsNeverPrinted()
    {
        Central central;
        const QString secret = "s3cr3t";
        for (const QString& url :
             {"postgresql://u:" + secret + "@127.0.0.1:1/x", "postgresql://u:" + secret + "@h:" + secret + "/x",
              QString("postgresql://u@h/x?password=" + secret + "&none=1")}) {
            for (QStringList command :
                 {QStringList{"balances"}, QStringList{"init", "--company", "V"}, QStringList{"--help"},
                  QStringList{"migrate", "--from", url, "--to", central.path("x")},
                  QStringList{"migrate", "--from", central.data(), "--to", url}}) {
                command << "--data" << central.path("data") << "--database" << url;
                const Outcome outcome = Central::runBare(command);
                QVERIFY2(!outcome.out.contains(secret.toUtf8()) && !outcome.err.contains(secret.toUtf8()), outcome.err);
                const Outcome byEnvironment =
                    Central::runBare(command.mid(0, command.size() - 2), {"ENCOURS_DATABASE=" + url});
                QVERIFY2(!byEnvironment.out.contains(secret.toUtf8()) && !byEnvironment.err.contains(secret.toUtf8()),
                         byEnvironment.err);
            }
        }
        // Where it works, the answer names the place and nothing else of the URL.
        const QString url = QString::fromStdString(newDatabase()) + "&application_name=" + secret;
        const Outcome made = Central::runBare(
            {"init", "--company", "Verdon", "--data", central.path("made"), "--database", url, "--format", "json"});
        QVERIFY2(made.exitCode == 0, made.err);
        QVERIFY2(!made.out.contains(secret.toUtf8()), made.out);
        QVERIFY(QFile::exists(central.path("made/tls.crt")));
        QVERIFY(!QFile::exists(central.path("made/central.db")));
        QVERIFY(!QFile::exists(central.path("made/server.key")));
    }
};

QTEST_GUILESS_MAIN(TestCentralCopy)
#include "test_central_copy.moc"
