// SPDX-License-Identifier: Apache-2.0
// What was noted here, worded: what waits, what the centre did not take as it was, what it took. Pure.
#pragma once

#include "qml/Bridge/ticks.h"
#include "usecases/list_outbox.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace encours::app {

struct OutboxRowValue {
    Q_GADGET
    QML_VALUE_TYPE(outboxRow)
    Q_PROPERTY(QString icon MEMBER icon CONSTANT FINAL)
    Q_PROPERTY(QString title MEMBER title CONSTANT FINAL)
    Q_PROPERTY(QString object MEMBER object CONSTANT FINAL)
    Q_PROPERTY(QString amount MEMBER amount CONSTANT FINAL)
    Q_PROPERTY(QString time MEMBER time CONSTANT FINAL)
    Q_PROPERTY(encours::app::TickValue tick MEMBER tick CONSTANT FINAL)
    Q_PROPERTY(bool refused MEMBER refused CONSTANT FINAL)
    Q_PROPERTY(QString reason MEMBER reason CONSTANT FINAL) // what the centre answered, and what to do
    Q_PROPERTY(QString operation MEMBER operation CONSTANT FINAL)
    Q_PROPERTY(QString clientKey MEMBER clientKey CONSTANT FINAL) // empty when the client has left the portfolio
    Q_PROPERTY(bool note MEMBER note CONSTANT FINAL)
    Q_PROPERTY(bool correctable MEMBER correctable CONSTANT FINAL)
    Q_PROPERTY(bool decidable MEMBER decidable CONSTANT FINAL) // both versions wait on screen 07

public:
    QString icon;
    QString title;
    QString object;
    QString amount;
    QString time;
    TickValue tick;
    bool refused = false;
    QString reason;
    QString operation;
    QString clientKey;
    bool note = false;
    bool correctable = false;
    bool decidable = false;
};

OutboxRowValue outboxRow(const usecases::OutboxLine& line, Day today);

} // namespace encours::app
