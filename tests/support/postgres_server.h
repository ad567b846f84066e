// SPDX-License-Identifier: Apache-2.0
// A PostgreSQL of the test's own: made in a temporary directory, run as an ordinary user, reached by a Unix socket only,
// stopped with the object, or by the kernel when the test dies.
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <string>

namespace encours::test {

class PostgresServer {
public:
    /// Where there is no PostgreSQL, ends the program with the code by which ctest tells a test that was skipped.
    static constexpr int kSkipped = 77;
    /// What a commit waits for. Copied: until a copy of the server has it too; without a copy none ever ends.
    enum class Writes { MayBeLost, Durable, Copied };

    explicit PostgresServer(Writes writes = Writes::MayBeLost);
    /// A copy of a running server whose writes are Copied. It follows that one, and takes no writes, until promote().
    explicit PostgresServer(const PostgresServer& primary);
    ~PostgresServer();
    void promote();

    /// Makes a database that belongs to the user of the tests, who is no superuser: empty, or a copy of one to which
    /// nobody is connected.
    void createDatabase(const std::string& name, const std::string& copyOf = "template1");
    /// As that user.
    std::string url(const std::string& database) const;
    /// As superuser, without a password: for what a test does behind the program's back, waiting for no copy.
    std::string superuserUrl(const std::string& database) const;
    /// Runs a statement as superuser; gives the first column of the first row. Ends the test when it fails.
    std::string asSuperuser(const std::string& database, const std::string& sql);
    /// The SQLSTATE of the error it ends with; "" when there is none.
    std::string errorOf(const std::string& database, const std::string& sql);

    void start();    ///< after stop() or kill()
    void stop();     ///< as an administrator does: transactions that are open are lost
    void kill();     ///< as a power cut does to the program: nothing is written down any more
    void killHard(); ///< kill -9; it cannot be started again

    std::string directory() const { return m_directory.path().toStdString(); }
    /// Starts `program` as the user who runs the server, who ends with the test.
    static void startAsOrdinary(QProcess& process, const QString& program, const QStringList& arguments);

private:
    void runInitdb();
    void waitUntilReady();

    QTemporaryDir m_directory;
    Writes m_writes;
    QProcess m_server;
};

/// An empty database on a server that ends with the program: its URL.
std::string newDatabase();

/// pgbouncer before it, lending a session for one transaction, without any memory of prepared statements: what the
/// oldest and strictest pooler does.
class Pgbouncer {
public:
    explicit Pgbouncer(const PostgresServer& server);
    ~Pgbouncer();
    std::string url(const std::string& database) const;

private:
    std::string m_directory;
    QProcess m_process;
};

} // namespace encours::test
