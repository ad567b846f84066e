// SPDX-License-Identifier: Apache-2.0
// Where a picture comes from: each platform has its own way to choose a file or to take a photo; tests have theirs. GUI
// thread. What it gives is as it was found: see pictures.h before keeping it.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace encours::app {

class PictureSource : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The program makes it")
    Q_PROPERTY(bool camera READ hasCamera CONSTANT FINAL)

public:
    virtual bool hasCamera() const = 0;
    /// One of the signals follows, or nothing when the person thinks better of it.
    virtual void choose() = 0;
    virtual void takePhoto() = 0;

Q_SIGNALS:
    void picked(const QByteArray& file);
    void failed();

protected:
    explicit PictureSource(QObject* parent = nullptr) : QObject(parent) {}
};

} // namespace encours::app
