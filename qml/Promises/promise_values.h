// SPDX-License-Identifier: Apache-2.0
// The promises of the portfolio, already worded.
#pragma once

#include "qml/Bridge/values.h"

namespace encours::app {

struct PromiseRowValue {
    Q_GADGET
    QML_VALUE_TYPE(promiseRow)
    Q_PROPERTY(QString key MEMBER key CONSTANT FINAL) // of the client
    Q_PROPERTY(QString id MEMBER id CONSTANT FINAL)
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL)
    Q_PROPERTY(encours::app::AmountValue amount MEMBER amount CONSTANT FINAL)
    Q_PROPERTY(QString forWhen MEMBER forWhen CONSTANT FINAL) // "pour le 27/11"
    Q_PROPERTY(QString detail MEMBER detail CONSTANT FINAL)   // "Paul Tréval · FA-2608-0142"
    Q_PROPERTY(encours::app::BadgeValue badge MEMBER badge CONSTANT FINAL)
    Q_PROPERTY(QString fate MEMBER fate CONSTANT FINAL) // beside the badge: "rien reçu", "jusqu’au 01/12"
    Q_PROPERTY(QString spoken MEMBER spoken CONSTANT FINAL)

public:
    QString key;
    QString id;
    QString name;
    AmountValue amount;
    QString forWhen;
    QString detail;
    BadgeValue badge;
    QString fate;
    QString spoken;
};

/// A square of the month.
struct CalendarDayValue {
    Q_GADGET
    QML_VALUE_TYPE(calendarDay)
    Q_PROPERTY(QString iso MEMBER iso CONSTANT FINAL) // empty: of another month, not shown
    Q_PROPERTY(QString number MEMBER number CONSTANT FINAL)
    Q_PROPERTY(bool today MEMBER today CONSTANT FINAL)
    Q_PROPERTY(bool working MEMBER working CONSTANT FINAL) // a French business day
    Q_PROPERTY(int open MEMBER open CONSTANT FINAL)        // promises for that day
    Q_PROPERTY(int kept MEMBER kept CONSTANT FINAL)
    Q_PROPERTY(int broken MEMBER broken CONSTANT FINAL)
    Q_PROPERTY(QString spoken MEMBER spoken CONSTANT FINAL)

public:
    QString iso;
    QString number;
    bool today = false;
    bool working = true;
    int open = 0;
    int kept = 0;
    int broken = 0;
    QString spoken;
};

} // namespace encours::app
