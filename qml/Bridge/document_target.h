// SPDX-License-Identifier: Apache-2.0
// Where a copy of a document goes when a person gives it away: each platform has its own way to save or to share a file; tests
// have theirs. The copy leaves the vault, and whoever gets it can read it. GUI thread.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace encours::app {

class DocumentTarget : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The program makes it")

public:
    /// One of the signals follows, or nothing when the person thinks better of it.
    virtual void give(const QString& name, const QByteArray& file) = 0;

Q_SIGNALS:
    void given();
    void failed();

protected:
    explicit DocumentTarget(QObject* parent = nullptr) : QObject(parent) {}
};

} // namespace encours::app
