// SPDX-License-Identifier: Apache-2.0
// Runs encours-central as a person would, on a directory of its own that goes away with the object; where
// ENCOURS_TEST_ENGINE is "postgresql", on a database of its own beside it.
#pragma once

#include "tests/support/postgres_server.h"

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

namespace encours::test {

using Json = nlohmann::json;

struct Outcome {
    int exitCode = -1; ///< -1: it crashed or did not end
    QByteArray out;
    QByteArray err;

    Json json() const;            ///< of `out`; a discarded value when it is not JSON
    bool saysOneSentence() const; ///< one line on standard error, with the name of the program in front
};

QString fixture(const QString& path); ///< under tests/data
QString verdon(const QString& name);  ///< under assets/verdon

class Central {
public:
    Central();
    /// With --data (and --database), --today 2026-11-23 and, unless given, --format json.
    Outcome run(QStringList arguments) const;
    /// Exactly these arguments.
    static Outcome runBare(const QStringList& arguments, const QStringList& environment = {});
    QStringList complete(QStringList arguments) const;

    /// Makes the company; a test that needs another one calls init itself.
    Outcome init(const QStringList& more = {}) const;
    /// Verdon's accounting, clients and due days, receipts known through Friday 20/11/2026. Empty when all three went in.
    QByteArray importVerdon() const;
    Json balances(const QStringList& more = {}) const;

    QString data() const { return m_directory.filePath("data"); }
    QString path(const QString& name) const { return m_directory.filePath(name); }
    /// A file of that content in the directory.
    QString write(const QString& name, const QByteArray& content) const;

private:
    QTemporaryDir m_directory;
    QString m_database; ///< its URL; empty = in the directory
};

} // namespace encours::test
