// SPDX-License-Identifier: Apache-2.0
// A company with its real encours-central and real encours-devices, for tests that use them as a person or a script does.
#pragma once

#include "tests/support/postgres_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace encours::test {

struct Outcome {
    int exitCode = -1; ///< -1: it crashed or did not end
    QByteArray out;
    QByteArray err;

    QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
    /// One line on standard error with the name of the program in front, nothing on standard output.
    bool saysOneSentence() const
    {
        return err.startsWith("encours-") && err.endsWith('\n') && err.count('\n') == 1 && out.isEmpty();
    }
};

constexpr auto kDay = "2026-11-23T09:26";
constexpr int kPatience = 60'000;

inline Outcome run(const QString& program, const QStringList& arguments, const QString& today = kDay)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("ENCOURS_TODAY", today);
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(kPatience) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

inline QByteArray fec(const QList<QByteArray>& lines)
{
    QByteArray text =
        "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\t"
        "PieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n";
    for (const QByteArray& line : lines)
        text += line + "\t20261123\t\t\n";
    return text;
}

/// A company with one salesperson and one client that owes 6 480,00, and its server.
class Office {
public:
    Office()
    {
        if (qgetenv("ENCOURS_TEST_ENGINE") == "postgresql") // the ledger; what devices trust stays in the directory
            qputenv("ENCOURS_DATABASE", QByteArray::fromStdString(encours::test::newDatabase()));
        write(
            "fec.txt",
            "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef"
            "\t"
            "PieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\n"
            "VE\tVentes\t1\t20260807\t411000\tClients\tTREVAL\tMenuiserie "
            "Treval\tFA-1\t20260807\tFacture\t6480,00\t0,00\t\t\t20260807\t\t\n"
            "VE\tVentes\t1\t20260807\t707000\tVentes\t\t\tFA-1\t20260807\tFacture\t0,00\t6480,00\t\t\t20260807\t\t\n");
        must({"init", "--company", "Verdon"});
        must({"import", "fec", path("fec.txt")});
        must({"user", "add", "Nadia", "--role", "salesperson"});
        must({"client", "assign", "TREVAL", "Nadia"});
        write("pin", "135790\n");
    }
    ~Office() { stop(); }

    QString path(const QString& name) const { return m_folder.filePath(name); }
    void write(const QString& name, const QByteArray& content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() ||
            !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            qFatal("the test cannot write");
    }
    Outcome central(QStringList arguments) const
    {
        return run(ENCOURS_CENTRAL, arguments << "--data" << path("central") << "--format" << "json");
    }
    Outcome must(const QStringList& arguments) const
    {
        const Outcome outcome = central(arguments);
        if (outcome.exitCode != 0)
            qFatal("%s: %s", qPrintable(arguments.join(u' ')), outcome.err.constData());
        return outcome;
    }
    Outcome device(QStringList arguments, const QString& today = kDay) const
    {
        return run(ENCOURS_DEVICE,
                   arguments << "--data" << path("device") << "--pin-file" << path("pin") << "--format" << "json",
                   today);
    }
    /// On a device of their own.
    Outcome deviceOf(const QString& person, QStringList arguments) const
    {
        return run(ENCOURS_DEVICE, arguments << "--data" << path("device-" + person) << "--pin-file" << path("pin")
                                             << "--format" << "json");
    }
    /// A person with a device of their own that has synchronised once. The server runs.
    void addPerson(const QString& name, const QString& role) const
    {
        if (name != "Nadia")
            must({"user", "add", name, "--role", role});
        const QString uri = must({"enrol", name}).object()["uri"].toString();
        for (const QStringList& arguments : {QStringList{"enrol", uri}, QStringList{"sync"}}) {
            const Outcome outcome = deviceOf(name, arguments);
            if (outcome.exitCode != 0)
                qFatal("%s: %s", qPrintable(name), outcome.err.constData());
        }
    }

    void serve()
    {
        m_server.setProgram(ENCOURS_CENTRAL);
        m_server.setArguments(
            {"serve", "--listen", "127.0.0.1:" + QString::number(m_port), "--data", path("central"), "--today", kDay});
        m_server.start();
        if (!m_server.waitForReadyRead(kPatience))
            qFatal("the server does not start: %s", m_server.readAllStandardError().constData());
        m_port = QString::fromUtf8(m_server.readLine()).trimmed().section(u':', -1).toUShort();
    }
    void stop()
    {
        m_server.terminate();
        m_server.waitForFinished(kPatience);
    }
    QString code() const { return must({"enrol", "Nadia"}).object()["uri"].toString(); }
    quint16 port() const { return m_port; }

private:
    QTemporaryDir m_folder;
    QProcess m_server;
    quint16 m_port = 0;
};

} // namespace encours::test
