// SPDX-License-Identifier: Apache-2.0
#include "tests/programs/program_runner.h"

#include "tests/support/checkout.h"

#include <QFile>

namespace encours::test {

Json Outcome::json() const
{
    return Json::parse(out.toStdString(), nullptr, false);
}

bool Outcome::saysOneSentence() const
{
    return err.startsWith("encours-central: ") && err.count('\n') == 1 && err.endsWith('\n') && err.size() > 30;
}

QString fixture(const QString& path)
{
    return QString::fromStdString(inCheckout("tests/data/")) + path;
}

QString verdon(const QString& name)
{
    return QString::fromStdString(inCheckout("assets/verdon/")) + name;
}

Central::Central()
{
    if (!m_directory.isValid())
        qFatal("no temporary directory");
    if (qgetenv("ENCOURS_TEST_ENGINE") == "postgresql")
        m_database = QString::fromStdString(newDatabase());
}

Outcome Central::runBare(const QStringList& arguments, const QStringList& environment)
{
    QProcess process;
    auto variables = QProcessEnvironment::systemEnvironment();
    variables.remove("ENCOURS_TODAY");
    for (const QString& variable : environment)
        variables.insert(variable.section('=', 0, 0), variable.section('=', 1));
    process.setProcessEnvironment(variables);
    process.start(ENCOURS_CENTRAL, arguments);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit;
    if (!ended)
        process.kill();
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

QStringList Central::complete(QStringList arguments) const
{
    arguments << "--data" << data();
    if (!m_database.isEmpty() && !arguments.contains("--database"))
        arguments << "--database" << m_database;
    if (!arguments.contains("--today"))
        arguments << "--today" << "2026-11-23";
    if (!arguments.contains("--format"))
        arguments << "--format" << "json";
    return arguments;
}

Outcome Central::run(QStringList arguments) const
{
    return runBare(complete(std::move(arguments)));
}

Outcome Central::init(const QStringList& more) const
{
    return run(QStringList{"init", "--company", "Verdon Emballages SAS"} + more);
}

QByteArray Central::importVerdon() const
{
    for (const QStringList& file :
         {QStringList{"fec", verdon("fec_2026.txt"), "--covered-through", "2026-11-20"},
          QStringList{"clients", verdon("clients.csv")}, QStringList{"dues", verdon("items_due.csv")}}) {
        const Outcome outcome = run(QStringList{"import"} + file);
        if (outcome.exitCode != 0)
            return file.front().toUtf8() + ", exit " + QByteArray::number(outcome.exitCode) + ": " + outcome.err;
    }
    return {};
}

Json Central::balances(const QStringList& more) const
{
    return run(QStringList{"balances"} + more).json();
}

QString Central::write(const QString& name, const QByteArray& content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

} // namespace encours::test
