// SPDX-License-Identifier: Apache-2.0
// kill -9 of the real programs, at a write, sync or send drawn by the seed (kill_shim.cpp): of a device that notes, promises or
// synchronises, of an import, of the centre while two devices synchronise with it. Then everybody starts again, and nothing
// acknowledged is lost, doubled or altered. 20 kills; ENCOURS_KILLS=200 makes that many, ENCOURS_SEED repeats a run.
#include "tests/simulation/draw.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <random>
#include <set>

using encours::simulation::Draw;

namespace {

constexpr int kPatience = 60'000;
constexpr int kDevices = 2;

struct Outcome {
    int exitCode = -1; ///< -1: killed
    QByteArray out;
    QByteArray err;
    QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
    QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
};

/// Where to end, and where to tell how many calls there are.
struct Kill {
    long at = 0;
    QString when;
    QString count;
};

void start(QProcess& process, const QString& program, const QStringList& arguments, const Kill& kill = {})
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("ENCOURS_TODAY", "2026-11-23T09:26");
    if (kill.at > 0 || !kill.count.isEmpty()) {
        environment.insert("LD_PRELOAD", ENCOURS_KILL_SHIM);
        environment.insert("ENCOURS_KILL_AT", QString::number(kill.at));
        environment.insert("ENCOURS_KILL_COUNT", kill.count);
        if (!kill.when.isEmpty())
            environment.insert("ENCOURS_KILL_WHEN", kill.when);
    }
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
}

Outcome end(QProcess& process)
{
    const bool ended = process.waitForFinished(kPatience) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

/// What somebody did, and whether the program said that it was done.
enum class Told { Done, Unknown };

class Company {
public:
    Company()
    {
        write("clients.csv", "client;name\nTREVAL;Menuiserie Treval\n");
        write("items.csv", "client;name;number;date;due;amount;currency;account;label\n"
                           "TREVAL;Menuiserie Treval;FA-1;2026-08-07;2026-09-06;6480,00;;;\n");
        write("pin", "135790\n");
        must({"init", "--company", "Verdon"});
        must({"import", "items", path("items.csv")});
        must({"user", "add", "Nadia", "--role", "salesperson"});
        must({"client", "assign", "TREVAL", "Nadia"});
        serve();
        for (int i = 0; i < kDevices; ++i) {
            const QString uri = must({"enrol", "Nadia"}).object()["uri"].toString();
            if (device(i, {"enrol", uri}).exitCode != 0 || device(i, {"sync"}).exitCode != 0)
                qFatal("a device cannot be enrolled");
        }
    }
    ~Company() { stop(); }

    QString path(const QString& name) const { return m_folder.filePath(name); }
    void write(const QString& name, const QByteArray& content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() ||
            !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            qFatal("the test cannot write");
    }
    long counted() const
    {
        QFile file(path("count"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLong() : 0;
    }

    QStringList central(QStringList arguments) const
    {
        return arguments << "--data" << path("central") << "--format" << "json";
    }
    Outcome office(const QStringList& arguments, const Kill& kill = {}) const
    {
        QProcess process;
        start(process, ENCOURS_CENTRAL, central(arguments), kill);
        return end(process);
    }
    Outcome must(const QStringList& arguments) const
    {
        const Outcome outcome = office(arguments);
        if (outcome.exitCode != 0)
            qFatal("%s: %s", qPrintable(arguments.join(u' ')), outcome.err.constData());
        return outcome;
    }
    QStringList field(int number, QStringList arguments) const
    {
        return arguments << "--data" << path("device" + QString::number(number)) << "--pin-file" << path("pin")
                         << "--format" << "json";
    }
    Outcome device(int number, const QStringList& arguments, const Kill& kill = {}) const
    {
        QProcess process;
        start(process, ENCOURS_DEVICE, field(number, arguments), kill);
        return end(process);
    }

    void serve(const Kill& kill = {})
    {
        start(m_server, ENCOURS_CENTRAL,
              {"serve", "--listen", "127.0.0.1:" + QString::number(m_port), "--data", path("central")}, kill);
        if (!m_server.waitForReadyRead(kPatience))
            qFatal("the server does not start: %s", m_server.readAllStandardError().constData());
        m_port = QString::fromUtf8(m_server.readLine()).trimmed().section(u':', -1).toUShort();
    }
    void stop()
    {
        m_server.terminate();
        m_server.waitForFinished(kPatience);
    }
    bool waitForDeath(int milliseconds)
    {
        return m_server.state() == QProcess::NotRunning || m_server.waitForFinished(milliseconds);
    }

private:
    QTemporaryDir m_folder;
    QProcess m_server;
    quint16 m_port = 0;
};

/// Runs acts, remembers what was told of them, and compares.
class Story {
public:
    explicit Story(std::uint64_t seed) : m_draw(seed) { measure(); }

    /// One kill, of a victim drawn. What it was.
    QString killSomebody()
    {
        const int device = static_cast<int>(m_draw.below(kDevices));
        switch (m_draw.below(5)) {
        case 0: return note(device, kill(m_calls["note"])) == Told::Done ? "note, too late" : "note";
        case 1: return promise(device, kill(m_calls["promise"])) == Told::Done ? "promise, too late" : "promise";
        case 2:
            note(device, {});
            return m_company.device(device, {"sync"}, kill(m_calls["sync"])).exitCode == 0 ? "sync, too late" : "sync";
        case 3: return import(kill(m_calls["import"])) == Told::Done ? "import, too late" : "import";
        default: return killTheCentre();
        }
    }

    /// Empty, or what is wrong.
    QString check()
    {
        for (int i = 0; i < kDevices; ++i)
            if (const Outcome sync = m_company.device(i, {"sync"}); sync.exitCode != 0)
                return "a device cannot synchronise: " + QString::fromUtf8(sync.err);
        // Again: the first has not seen what the second brought.
        for (int i = 0; i < kDevices; ++i)
            m_company.device(i, {"sync"});
        QString wrong;
        std::map<QString, int> notes;
        for (const auto& row : m_company.must({"notes"}).array())
            ++notes[row.toObject()["text"].toString()];
        wrong += compared("note", m_notes, notes);
        std::map<QString, int> promises;
        for (const auto& row : m_company.must({"promises"}).array())
            ++promises[QString::number(row.toObject()["amount"].toInteger())];
        wrong += compared("promise", m_promises, promises);
        const qint64 balance = m_company.must({"balances"}).array().at(0).toObject()["balance"].toInteger();
        if (!m_balances.contains(balance))
            wrong += QString("the balance is %1, at most %2 by what was acknowledged\n")
                         .arg(balance)
                         .arg(*m_balances.rbegin());
        m_balances = {balance};
        for (int i = 0; i < kDevices; ++i)
            wrong += checkDevice(i);
        return wrong;
    }
    std::size_t acts() const { return m_notes.size() + m_promises.size() + static_cast<std::size_t>(m_imports); }

private:
    /// How many calls each act has, so that each can be drawn.
    void measure()
    {
        const Kill counting{0, {}, m_company.path("count")};
        note(0, counting);
        m_calls["note"] = m_company.counted();
        promise(0, counting);
        m_calls["promise"] = m_company.counted();
        m_company.device(0, {"sync"}, counting);
        m_calls["sync"] = m_company.counted();
        import(counting);
        m_calls["import"] = m_company.counted();
        m_company.stop();
        m_company.serve({0, {}, m_company.path("count")});
        syncAll();
        m_company.stop();
        m_calls["serve"] = m_company.counted();
        m_company.serve();
        for (const auto& [act, calls] : m_calls) {
            qInfo("%s: %ld calls", qPrintable(act), calls);
            if (calls < 5)
                qFatal("the calls of the programs are not seen");
        }
    }

    Kill kill(long calls) { return {m_draw.between(1, calls), {}, {}}; }

    Told note(int device, const Kill& kill)
    {
        const QString text = "note " + QString::number(++m_number);
        const bool done = m_company.device(device, {"note", "TREVAL", text}, kill).exitCode == 0;
        return m_notes[text] = done ? Told::Done : Told::Unknown;
    }
    Told promise(int device, const Kill& kill)
    {
        const QString amount = QString::number(++m_number);
        const bool done =
            m_company.device(device, {"promise", "TREVAL", "--amount", amount, "--date", "2026-11-27"}, kill)
                .exitCode == 0;
        return m_promises[amount] = done ? Told::Done : Told::Unknown;
    }
    /// A payment of some cents.
    Told import(const Kill& kill)
    {
        const qint64 cents = ++m_number;
        const QString day = QString("2026-%1-%2")
                                .arg(1 + m_imports / 27 % 10, 2, 10, QChar(u'0'))
                                .arg(1 + m_imports % 27, 2, 10, QChar(u'0'));
        ++m_imports;
        m_company.write("receipts.csv", "client;date;amount;currency;item;reference;kind\nTREVAL;" + day.toUtf8() +
                                            ";0," + QByteArray::number(cents).rightJustified(2, '0').right(2) +
                                            ";;;VIR" + QByteArray::number(cents) + ";payment\n");
        const qint64 paid = cents % 100;
        const bool done = m_company.office({"import", "receipts", m_company.path("receipts.csv")}, kill).exitCode == 0;
        std::set<qint64> after;
        for (const qint64 balance : m_balances) {
            after.insert(balance - paid);
            if (!done)
                after.insert(balance);
        }
        m_balances = std::move(after);
        return done ? Told::Done : Told::Unknown;
    }

    void syncAll()
    {
        QProcess processes[kDevices];
        for (int i = 0; i < kDevices; ++i)
            start(processes[i], ENCOURS_DEVICE, m_company.field(i, {"sync"}));
        for (QProcess& process : processes)
            end(process);
    }

    QString killTheCentre()
    {
        for (int i = 0; i < kDevices; ++i)
            note(i, {});
        m_company.stop();
        const QString begun = m_company.path("begun" + QString::number(++m_number));
        const long at = m_draw.between(1, m_calls["serve"]);
        m_company.serve({at, begun, {}});
        m_company.write(begun.section(u'/', -1), {});
        syncAll();
        const bool died = m_company.waitForDeath(0);
        m_company.stop();
        m_company.serve();
        return died ? "centre" : "centre, too late";
    }

    /// Each acknowledged once, each uncertain once or not at all; which is then known.
    static QString compared(const char* what, std::map<QString, Told>& told, const std::map<QString, int>& found)
    {
        QString wrong;
        for (auto act = told.begin(); act != told.end();) {
            const auto here = found.find(act->first);
            const int times = here == found.end() ? 0 : here->second;
            if (times > 1 || (times == 0 && act->second == Told::Done))
                wrong += QString("%1 %2 is there %3 times\n").arg(what, act->first).arg(times);
            act->second = Told::Done;
            act = times == 0 ? told.erase(act) : std::next(act);
        }
        for (const auto& [key, times] : found)
            if (!told.contains(key))
                wrong += QString("%1 %2 is nobody's\n").arg(what, key);
        return wrong;
    }

    QString checkDevice(int number)
    {
        QString wrong;
        const QString name = "device " + QString::number(number) + ": ";
        if (const auto waiting = m_company.device(number, {"status"}).object()["waiting"].toInt(); waiting != 0)
            wrong += name + QString::number(waiting) + " operations wait\n";
        const QJsonObject card = m_company.device(number, {"client", "TREVAL"}).object();
        if (!m_balances.contains(card["balance"].toInteger())) // what the centre has
            wrong += name + "the balance is " + QString::number(card["balance"].toInteger()) + '\n';
        if (card["notes"].toArray().size() != std::ssize(m_notes) ||
            card["promises"].toArray().size() != std::ssize(m_promises))
            wrong += name + "other notes or promises than the centre's\n";
        return wrong;
    }

    Company m_company;
    Draw m_draw;
    std::map<QString, long> m_calls;
    std::map<QString, Told> m_notes;
    std::map<QString, Told> m_promises;
    qint64 m_number = 0;
    std::set<qint64> m_balances{648'000}; ///< that may be: of several imports that were killed, any may have gone in
    int m_imports = 0;
};

} // namespace

class TestKilledPrograms : public QObject {
    Q_OBJECT

private slots:
    void nothingAcknowledgedIsLost()
    {
        bool given = false;
        const std::uint64_t seed = qEnvironmentVariable("ENCOURS_SEED").toULongLong(&given);
        const std::uint64_t first = given ? seed : std::random_device()();
        const int kills = std::max(20, qEnvironmentVariableIntValue("ENCOURS_KILLS"));
        qInfo("ENCOURS_SEED=%llu", static_cast<unsigned long long>(first));
        Story story(first);
        std::map<QString, int> killed;
        for (int i = 1; i <= kills; ++i) {
            const QString what = story.killSomebody();
            ++killed[what];
            if (i % 4 == 0 || i == kills) { // several kills in a row, at times
                const QString wrong = story.check();
                QVERIFY2(wrong.isEmpty(), qPrintable(QString("after kill %1 (%2): ").arg(i).arg(what) + wrong));
            }
        }
        for (const auto& [what, times] : killed)
            qInfo("%s: %d", qPrintable(what), times);
        qInfo("%d kills, %zu acts, nothing acknowledged lost, doubled or altered", kills, story.acts());
    }
};

QTEST_GUILESS_MAIN(TestKilledPrograms)
#include "test_killed_programs.moc"
