// SPDX-License-Identifier: Apache-2.0
// The waiting operations, worded. Pure.
#pragma once

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
    Q_PROPERTY(bool refused MEMBER refused CONSTANT FINAL)
    Q_PROPERTY(QString reason MEMBER reason CONSTANT FINAL)

public:
    QString icon;
    QString title;
    QString object;
    QString amount;
    QString time;
    bool refused = false;
    QString reason;
};

QList<OutboxRowValue> outboxRows(const std::vector<usecases::OutboxLine>& lines, Day today);

} // namespace encours::app
