// SPDX-License-Identifier: Apache-2.0
#include "tests/support/postgres_server.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <unistd.h>

#include <cstdlib>

namespace encours::test {

namespace {

constexpr const char* kOrdinary = "postgres"; // the user Debian's package makes
constexpr const char* kOwner = "encours";     // the role of the tests
constexpr int kPatienceMilliseconds = 30'000;

QString programOf(const QString& name)
{
    const QStringList versions =
        QDir("/usr/lib/postgresql").entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString& version : versions) {
        const QString path = "/usr/lib/postgresql/" + version + "/bin/" + name;
        if (QFile::exists(path))
            return path;
    }
    std::fprintf(stderr, "SKIP: PostgreSQL is not installed on this machine (./dev test installs it).\n");
    std::exit(PostgresServer::kSkipped);
}

/// The server refuses to run as root.
const passwd* ordinaryUser()
{
    return geteuid() == 0 ? getpwnam(kOrdinary) : nullptr;
}

void giveToOrdinary(const std::string& path)
{
    if (const passwd* user = ordinaryUser(); user && ::chown(path.c_str(), user->pw_uid, user->pw_gid) != 0)
        qFatal("%s cannot be given to %s", path.c_str(), kOrdinary);
}

std::string urlIn(const std::string& directory, const std::string& database, const char* user, int port)
{
    return "postgresql://" + std::string(user) + "@/" + database + "?host=" + directory +
           "&port=" + std::to_string(port);
}

constexpr int kPort = 5432; // names the socket; nothing listens on it
constexpr int kPoolerPort = 6432;

bool answers(const std::string& url)
{
    PGconn* connection = PQconnectdb(url.c_str());
    const bool good = PQstatus(connection) == CONNECTION_OK;
    PQfinish(connection);
    return good;
}

void waitFor(QProcess& process, const std::string& url)
{
    QElapsedTimer timer;
    timer.start();
    while (!answers(url)) {
        if (timer.elapsed() > kPatienceMilliseconds || process.waitForFinished(20))
            qFatal("%s did not start: %s", qPrintable(process.program()), process.readAllStandardError().constData());
    }
}

void end(QProcess& process, int signal)
{
    if (process.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(process.processId()), signal);
    if (!process.waitForFinished(kPatienceMilliseconds))
        process.kill();
    process.waitForFinished();
}

} // namespace

void PostgresServer::startAsOrdinary(QProcess& process, const QString& program, const QStringList& arguments)
{
    // Should the test die, the kernel tells the server to end at once.
    QStringList all{"--pdeathsig", "QUIT"};
    if (ordinaryUser())
        all += {"--reuid", kOrdinary, "--regid", kOrdinary, "--clear-groups"};
    all << "--" << program << arguments;
    process.setWorkingDirectory("/");
    process.start("setpriv", all);
    if (!process.waitForStarted())
        qFatal("setpriv cannot be started");
}

PostgresServer::PostgresServer(Writes writes) : m_writes(writes)
{
    runInitdb();
    start();
    asSuperuser("postgres", std::string("CREATE ROLE ") + kOwner + " LOGIN");
}

PostgresServer::PostgresServer(const PostgresServer& primary) : m_writes(primary.m_writes)
{
    giveToOrdinary(directory());
    QProcess copy;
    startAsOrdinary(copy, programOf("pg_basebackup"),
                    {"-h", QString::fromStdString(primary.directory()), "-p", QString::number(kPort), "-U", "postgres",
                     "-D", m_directory.filePath("data"), "--write-recovery-conf", "--checkpoint=fast",
                     "--wal-method=stream", "--no-sync"});
    if (!copy.waitForFinished(120'000) || copy.exitCode() != 0)
        qFatal("pg_basebackup failed: %s", copy.readAllStandardError().constData());
    start();
}

void PostgresServer::promote()
{
    asSuperuser("postgres", "SELECT pg_promote(true, 60)");
}

PostgresServer::~PostgresServer()
{
    end(m_server, SIGQUIT);
}

void PostgresServer::runInitdb()
{
    giveToOrdinary(directory());
    QProcess initdb;
    startAsOrdinary(initdb, programOf("initdb"),
                    {"-D", m_directory.filePath("data"), "-U", "postgres", "--auth=trust", "--encoding=UTF8",
                     "--locale=C.UTF-8", "--no-sync", "--no-instructions"});
    if (!initdb.waitForFinished(120'000) || initdb.exitCode() != 0)
        qFatal("initdb failed: %s", initdb.readAllStandardError().constData());
}

void PostgresServer::start()
{
    const QString directory = m_directory.path();
    QStringList arguments{"-D", directory + "/data", "-k", directory, "-p", QString::number(kPort)};
    for (const char* setting : {"listen_addresses=", "max_connections=60", "shared_buffers=32MB",
                                "logging_collector=off", "log_min_messages=fatal"})
        arguments << "-c" << setting;
    // Of copied writes the test kills programs, never the machine.
    if (m_writes != Writes::Durable)
        arguments << "-c" << "fsync=off" << "-c" << "full_page_writes=off";
    if (m_writes == Writes::Copied) // the copy is known by the name of its cluster
        arguments << "-c" << "synchronous_standby_names=copy" << "-c" << "cluster_name=copy";
    startAsOrdinary(m_server, programOf("postgres"), arguments);
    waitFor(m_server, superuserUrl("postgres"));
}

void PostgresServer::stop()
{
    end(m_server, SIGINT);
}

void PostgresServer::kill()
{
    end(m_server, SIGQUIT);
}

void PostgresServer::killHard()
{
    end(m_server, SIGKILL);
}

void PostgresServer::createDatabase(const std::string& name, const std::string& copyOf)
{
    asSuperuser("postgres", "CREATE DATABASE " + name + " OWNER " + kOwner + " TEMPLATE " + copyOf);
}

std::string PostgresServer::url(const std::string& database) const
{
    return urlIn(directory(), database, kOwner, kPort);
}

std::string PostgresServer::superuserUrl(const std::string& database) const
{
    return urlIn(directory(), database, "postgres", kPort) + "&options=-csynchronous_commit%3Dlocal";
}

std::string PostgresServer::asSuperuser(const std::string& database, const std::string& sql)
{
    PGconn* connection = PQconnectdb(superuserUrl(database).c_str());
    PGresult* result = PQexec(connection, sql.c_str());
    const auto status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        qFatal("%s: %s", sql.c_str(), PQerrorMessage(connection));
    std::string value = PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : "";
    PQclear(result);
    PQfinish(connection);
    return value;
}

std::string PostgresServer::errorOf(const std::string& database, const std::string& sql)
{
    PGconn* connection = PQconnectdb(superuserUrl(database).c_str());
    PGresult* result = PQexec(connection, sql.c_str());
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    std::string value = state ? state : "";
    PQclear(result);
    PQfinish(connection);
    return value;
}

std::string newDatabase()
{
    static PostgresServer server;
    static int count = 0;
    const std::string name = "company" + std::to_string(++count);
    server.createDatabase(name);
    return server.url(name);
}

Pgbouncer::Pgbouncer(const PostgresServer& server) : m_directory(server.directory())
{
    const QString program = "/usr/sbin/pgbouncer";
    if (!QFile::exists(program)) {
        std::fprintf(stderr, "SKIP: pgbouncer is not installed on this machine (./dev test installs it).\n");
        std::exit(PostgresServer::kSkipped);
    }
    const auto write = [&](const std::string& name, const std::string& content) {
        QFile file(QString::fromStdString(m_directory + '/' + name));
        if (!file.open(QFile::WriteOnly) || file.write(QByteArray::fromStdString(content)) < 0)
            qFatal("%s cannot be written", name.c_str());
        file.close();
        giveToOrdinary(m_directory + '/' + name);
    };
    write("users.txt", std::string("\"") + kOwner + "\" \"\"\n");
    write("pgbouncer.ini", "[databases]\n* = host=" + m_directory + " port=" + std::to_string(kPort) +
                               "\n[pgbouncer]\nlisten_addr =\nunix_socket_dir = " + m_directory + "\nlisten_port = " +
                               std::to_string(kPoolerPort) + "\nauth_type = trust\nauth_file = " + m_directory +
                               "/users.txt\npool_mode = transaction\nmax_prepared_statements = 0\n"
                               "default_pool_size = 4\nserver_reset_query =\n");
    PostgresServer::startAsOrdinary(m_process, program, {QString::fromStdString(m_directory + "/pgbouncer.ini")});
    waitFor(m_process, url("postgres"));
}

Pgbouncer::~Pgbouncer()
{
    end(m_process, SIGQUIT);
}

std::string Pgbouncer::url(const std::string& database) const
{
    return urlIn(m_directory, database, kOwner, kPoolerPort);
}

} // namespace encours::test
