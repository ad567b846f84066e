// SPDX-License-Identifier: Apache-2.0
// After how long without a touch the device locks itself. Kept in a small file beside the look, which holds nothing of the
// ledger; "never" is not among the choices, nor anything longer than what was always so. GUI thread.
#pragma once

#include <QList>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <chrono>
#include <filesystem>

namespace encours::app {

class LockModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The program makes it")
    Q_PROPERTY(int minutes READ minutes WRITE setMinutes NOTIFY changed FINAL)
    Q_PROPERTY(QList<int> choices READ choices CONSTANT FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL) // "après 5 minutes sans un geste"

public:
    /// `directory`: of the device. What cannot be read there, or is no choice, is as if never chosen.
    explicit LockModel(const std::filesystem::path& directory, QObject* parent = nullptr);

    int minutes() const { return m_minutes; }
    std::chrono::minutes idle() const { return std::chrono::minutes(m_minutes); }
    /// One of the choices; another changes nothing.
    void setMinutes(int minutes);
    QList<int> choices() const { return {1, 2, kLongest}; }
    QString summary() const;

Q_SIGNALS:
    void changed();

private:
    static constexpr int kLongest = 5;

    QString m_file;
    int m_minutes = kLongest;
};

} // namespace encours::app
