// SPDX-License-Identifier: Apache-2.0
// Fifty devices, a bad line, the real centre on PostgreSQL: nothing noted is lost or doubled, and every device ends with what
// the centre holds for its person.
#include "store/clients.h"
#include "store/ledger_digest.h"
#include "store/notes.h"
#include "store/operation_log.h"
#include "store/people.h"
#include "store/postgres/postgres.h"
#include "sync/device/backoff.h"
#include "sync/device/device_directory.h"
#include "sync/device/qt_transport.h"
#include "sync/device/runner.h"
#include "tests/device/field_device.h"
#include "tests/stack/bad_line.h"
#include "tests/support/postgres_server.h"

#include <QProcess>

#include <algorithm>
#include <fstream>
#include <mutex>
#include <set>

using namespace encours;
using namespace encours::device;
using namespace encours::test;
using namespace std::chrono_literals;

namespace {

constexpr int kDevices = 50;
constexpr int kPeople = 10;
constexpr int kClients = 30;
constexpr int kPatience = 60'000;
constexpr auto kToday = "2026-11-23"; ///< the clock goes on from the time of day
constexpr auto kDatabase = "company";

std::string personName(std::size_t number)
{
    return "Person " + std::to_string(number);
}

/// The programs of the office, on PostgreSQL.
class Office {
public:
    explicit Office(const std::filesystem::path& folder) : m_folder(folder), m_postgres(PostgresServer::Writes::Durable)
    {
        m_postgres.createDatabase(kDatabase);
        must({"init", "--company", "Verdon"});
        std::ofstream clients(m_folder / "clients.csv");
        clients << "client;name;salesperson\n";
        for (std::size_t i = 0; i < kClients; ++i)
            clients << 'C' << i << ";Client " << i << ';' << personName(i % kPeople) << '\n';
        clients.close();
        must({"import", "clients", (m_folder / "clients.csv").c_str()});
        importItems(100);
    }
    ~Office()
    {
        m_server.terminate();
        m_server.waitForFinished(kPatience);
    }

    /// All invoices, of so many cents.
    void importItems(int cents)
    {
        const std::filesystem::path file = m_folder / "items.csv";
        std::ofstream items(file);
        items << "client;number;date;due;amount\n";
        for (int i = 0; i < kClients * 4; ++i)
            items << 'C' << i % kClients << ";F" << i << ";2026-06-10;2026-07-15;" << 100 + i << '.' << cents % 90 + 10
                  << '\n';
        items.close();
        must({"import", "items", file.c_str()});
    }
    QByteArray must(QStringList arguments) const
    {
        QProcess process;
        process.start(ENCOURS_CENTRAL, placed(std::move(arguments)));
        if (!process.waitForFinished(kPatience) || process.exitCode() != 0)
            qFatal("%s: %s", qPrintable(process.arguments().join(u' ')), process.readAllStandardError().constData());
        return process.readAllStandardOutput();
    }
    protocol::EnrolmentUri invite(const std::string& person) const
    {
        const QByteArray out = must({"enrol", QString::fromStdString(person)});
        const auto at = out.indexOf("encours://");
        const auto end = std::find_if(out.begin() + at, out.end(), [](char c) { return c == ' ' || c == '\n'; });
        return encours::test::must(protocol::parseEnrolmentUri(std::string(out.begin() + at, end)));
    }
    std::uint16_t serve()
    {
        m_server.setStandardErrorFile(QProcess::nullDevice());
        m_server.start(ENCOURS_CENTRAL, placed({"serve", "--listen", "127.0.0.1:0"}));
        if (!m_server.waitForReadyRead(kPatience))
            qFatal("the centre does not start");
        return QString::fromUtf8(m_server.readLine()).trimmed().section(u':', -1).toUShort();
    }
    std::unique_ptr<store::Connection> connect() const
    {
        return encours::test::must(store::openPostgres(m_postgres.url(kDatabase)));
    }
    /// What dumpLedger() asks of SQLite.
    void teachHex()
    {
        m_postgres.asSuperuser(kDatabase, "CREATE FUNCTION hex(bytea) RETURNS text IMMUTABLE LANGUAGE sql AS "
                                          "$$ SELECT coalesce(upper(encode($1, 'hex')), '') $$");
    }

private:
    QStringList placed(QStringList arguments) const
    {
        return arguments << "--today" << kToday << "--data" << (m_folder / "central").c_str() << "--database"
                         << QString::fromStdString(m_postgres.url(kDatabase));
    }

    std::filesystem::path m_folder;
    PostgresServer m_postgres;
    QProcess m_server;
};

/// Somebody with a phone.
class Salesperson {
public:
    Salesperson(const Office& office, std::size_t number, const std::filesystem::path& folder, const Clock& clock,
                std::uint64_t seed, std::uint16_t port)
        : m_clock(clock), m_random(seed + number), m_url("https://127.0.0.1:" + std::to_string(port))
    {
        const protocol::EnrolmentUri uri = office.invite(personName(number % kPeople));
        m_pin = uri.spkiSha256;
        const DeviceKey key = must(DeviceKey::generate());
        QtTransport transport(m_url, m_pin);
        const protocol::EnrolResponse enrolled = must(enrol(transport, uri.code, key, "phone"));
        store::Enrolment enrolment = invented(enrolled.device);
        enrolment.person = person = enrolled.person;
        enrolment.personName = enrolled.personName;
        enrolment.privateKey = store::SecretBytes(key.privateBytes().size());
        std::ranges::copy(key.privateBytes(), enrolment.privateKey.bytes().begin());
        device = std::make_unique<FieldDevice>(folder / ("device" + std::to_string(number)), enrolment, clock,
                                               seed * 1000 + number);
    }

    /// Notes something now and then, synchronises now and then, until then.
    void live(std::chrono::steady_clock::time_point end)
    {
        while (std::chrono::steady_clock::now() < end) {
            for (auto acts = m_random() % 3; acts > 0; --acts)
                act();
            std::this_thread::sleep_for(synchronise() ? std::chrono::milliseconds(300 + m_random() % 1'500) : pause());
        }
    }
    bool synchronise()
    {
        QtTransport::Limits limits;
        limits.silence = 3s;
        QtTransport transport(m_url, m_pin, limits);
        auto runner = must(SyncRunner::create(device->connection(), kTenant, m_clock, device->uuids(), transport));
        const auto report = runner.run();
        ++(report ? synchronised : failed);
        if (report) {
            m_backoff.reset();
            resets += report->reset;
        } else {
            m_retryAfter = runner.retryAfter();
            if (report.error().kind != ErrorKind::Unavailable)
                m_unexpected = report.error().code + ": " + report.error().message;
        }
        return report.has_value();
    }
    /// A failure that no bad line explains, or none.
    std::string unexpected() const { return m_unexpected; }

    UserId person;
    std::unique_ptr<FieldDevice> device;
    std::set<OperationId> made;
    int synchronised = 0;
    int failed = 0;
    int resets = 0;

private:
    /// As the backoff says, a hundred times as fast.
    std::chrono::milliseconds pause()
    {
        return m_backoff.failed(static_cast<std::uint32_t>(m_random()), m_retryAfter) / 100;
    }
    void act()
    {
        const auto clients = must(store::listClients(device->connection(), kTenant));
        if (clients.empty())
            return;
        const ClientId client = clients[m_random() % clients.size()].id;
        const auto promises = device->promises(client);
        const bool some = !promises.empty() && promises.back().ending == PromiseEnding::None;
        switch (m_random() % 5) {
        case 0: device->promise(client, {}, 100); break;
        case 1:
            if (some)
                device->withdraw(client, promises.back().id);
            break;
        case 2:
            if (some) {
                PromiseAmended change;
                change.amount = Money::ofMinor(100 + static_cast<std::int64_t>(m_random() % 5));
                device->say(client, promises.back().id, change);
            }
            break;
        default: device->note(client, "note " + std::to_string(made.size()));
        }
        for (const OutboxEntry& entry : device->outbox())
            made.insert(entry.operation.id);
    }

    const Clock& m_clock;
    std::mt19937_64 m_random;
    std::string m_url;
    std::array<std::uint8_t, 32> m_pin{};
    Backoff m_backoff;
    std::optional<std::chrono::seconds> m_retryAfter;
    std::string m_unexpected;
};

/// Databases sort text each in their own way.
QStringList linesOf(const std::string& dump)
{
    QStringList lines = QString::fromStdString(dump).split(u'\n', Qt::SkipEmptyParts);
    lines.sort();
    return lines;
}

} // namespace

class TestStack : public QObject {
    Q_OBJECT
private slots:
    void everybodyEndsWithWhatTheCentreHolds()
    {
        const int seconds = std::max(30, qEnvironmentVariableIntValue("ENCOURS_STACK_SECONDS"));
        bool given = false;
        std::uint64_t seed = qEnvironmentVariable("ENCOURS_SEED").toULongLong(&given);
        if (!given)
            seed = std::random_device()();
        qInfo("ENCOURS_SEED=%llu", static_cast<unsigned long long>(seed));
        QTemporaryDir folder;
        const std::filesystem::path place = folder.path().toStdString();
        const SystemClock clock(Day::parseIso(kToday));
        Office office(place);
        BadLine line(office.serve(), seed);
        std::vector<std::unique_ptr<Salesperson>> people;
        for (std::size_t i = 0; i < kDevices; ++i)
            people.push_back(std::make_unique<Salesperson>(office, i, place, clock, seed, line.port()));

        line.setBad(true);
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
        {
            std::vector<std::jthread> lives;
            for (const auto& person : people)
                lives.emplace_back([&, person = person.get()] { person->live(end); });
            std::mt19937_64 random(seed);
            for (int turn = 0; std::chrono::steady_clock::now() < end; ++turn) {
                if (turn % 2 == 0)
                    office.importItems(turn);
                else
                    office.must({"client", "assign", "C" + QString::number(random() % kClients),
                                 QString::fromStdString(personName(random() % kPeople))});
                std::this_thread::sleep_for(2s);
            }
        }
        line.setBad(false);
        comeToRest(people);
        if (QTest::currentTestFailed())
            return;
        report(people, line);
        office.teachHex();
        const auto centre = office.connect();
        for (std::size_t i = 0; i < people.size(); ++i)
            checkDevice(*people[i], *centre, i);
        checkOperations(people, *centre);
    }

private:
    /// Twice everybody: what the first brought up, the second brings down to the others.
    void comeToRest(const std::vector<std::unique_ptr<Salesperson>>& people)
    {
        for (int round = 0; round < 2; ++round)
            for (const auto& person : people)
                QVERIFY2(person->synchronise() || person->synchronise(), "a good line, and no synchronisation");
    }
    void report(const std::vector<std::unique_ptr<Salesperson>>& people, const BadLine& line)
    {
        int synchronised = 0, failed = 0, resets = 0;
        std::size_t made = 0;
        for (const auto& person : people) {
            synchronised += person->synchronised;
            failed += person->failed;
            resets += person->resets;
            made += person->made.size();
            QCOMPARE(person->unexpected(), std::string());
        }
        qInfo("connections: %s; %d synchronisations went well, %d failed; %d resets; %zu operations",
              line.told().c_str(), synchronised, failed, resets, made);
        QVERIFY(failed > kDevices && made > kDevices); // the line was bad, and people worked
        QCOMPARE(resets, 0);                           // nothing that a line may do makes a replica begin anew
        for (std::size_t fate = 0; fate < BadLine::kFates; ++fate)
            QVERIFY(line.count(static_cast<BadLine::Fate>(fate)) > 0);
    }
    void checkDevice(Salesperson& person, store::Connection& centre, std::size_t number)
    {
        QCOMPARE(person.device->counts().waiting, 0);
        const QStringList here = linesOf(dumpLedger(person.device->connection()));
        const QStringList there = linesOf(dumpLedger(centre, person.person));
        const auto [one, other] = std::ranges::mismatch(here, there);
        QVERIFY2(here == there, qPrintable(QString("device %1 has\n%2\nthe centre\n%3")
                                               .arg(number)
                                               .arg(one == here.end() ? "nothing more" : *one)
                                               .arg(other == there.end() ? "nothing more" : *other)));
        QCOMPARE(must(store::digestLedger(person.device->connection(), kTenant)).value,
                 must(store::digestLedger(centre, kTenant, person.person)).value);
    }
    /// The log has each id once by its key; each note that counts stands in the ledger.
    void checkOperations(const std::vector<std::unique_ptr<Salesperson>>& people, store::Connection& centre)
    {
        for (const auto& person : people)
            for (const OperationId& id : person->made)
                QVERIFY2(must(store::findOperation(centre, kTenant, id)), id.value.toString().c_str());
        const auto number = [&](const char* sql) {
            auto statement = must(centre.prepare(sql));
            must(statement.bind(kTenant).step());
            return statement.integer(0);
        };
        std::size_t made = 0;
        for (const auto& person : people)
            made += person->made.size();
        QCOMPARE(number("SELECT count(*) FROM operation_log WHERE tenant = ?"), static_cast<std::int64_t>(made));
    }
};

QTEST_GUILESS_MAIN(TestStack)
#include "test_stack.moc"
