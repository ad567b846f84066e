// SPDX-License-Identifier: Apache-2.0
// The day, already worded.
#pragma once

#include "qml/Bridge/values.h"

namespace encours::app {

/// A client of the list.
struct TodayRowValue {
    Q_GADGET
    QML_VALUE_TYPE(todayRow)
    Q_PROPERTY(int rank MEMBER rank CONSTANT FINAL) // from 1; 0 once something was noted today
    Q_PROPERTY(QString key MEMBER key CONSTANT FINAL)
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL)
    Q_PROPERTY(encours::app::AmountValue amount MEMBER amount CONSTANT FINAL)
    Q_PROPERTY(QString amountLabel MEMBER amountLabel CONSTANT FINAL) // "à réclamer", "promis"
    Q_PROPERTY(QString icon MEMBER icon CONSTANT FINAL)               // of what to do
    Q_PROPERTY(QString reason MEMBER reason CONSTANT FINAL)
    Q_PROPERTY(QList<encours::app::BadgeValue> badges MEMBER badges CONSTANT FINAL) // at most two
    Q_PROPERTY(QString more MEMBER more CONSTANT FINAL)                             // "+ 2"
    Q_PROPERTY(encours::app::AgedValue aged MEMBER aged CONSTANT FINAL)
    Q_PROPERTY(bool visit MEMBER visit CONSTANT FINAL)   // to be visited
    Q_PROPERTY(bool unseen MEMBER unseen CONSTANT FINAL) // has anomalies this person has not seen
    Q_PROPERTY(QString spoken MEMBER spoken CONSTANT FINAL)

public:
    int rank = 0;
    QString key;
    QString name;
    AmountValue amount;
    QString amountLabel;
    QString icon;
    QString reason;
    QList<BadgeValue> badges;
    QString more;
    AgedValue aged;
    bool visit = false;
    bool unseen = false;
    QString spoken;
};

/// One of the four counts. `filter`: a TodayModel::Filter.
struct CounterValue {
    Q_GADGET
    QML_VALUE_TYPE(counter)
    Q_PROPERTY(int filter MEMBER filter CONSTANT FINAL)
    Q_PROPERTY(encours::app::Tone::Kind tone MEMBER tone CONSTANT FINAL)
    Q_PROPERTY(QString icon MEMBER icon CONSTANT FINAL)
    Q_PROPERTY(int count MEMBER count CONSTANT FINAL)
    Q_PROPERTY(QString first MEMBER first CONSTANT FINAL)
    Q_PROPERTY(QString second MEMBER second CONSTANT FINAL)
    Q_PROPERTY(QString spoken MEMBER spoken CONSTANT FINAL)

public:
    int filter = 0;
    Tone::Kind tone = Tone::Kind::Neutral;
    QString icon;
    int count = 0;
    QString first;
    QString second;
    QString spoken;
};

/// Why a client has its rank: terms that add up.
struct RankTermValue {
    Q_GADGET
    QML_VALUE_TYPE(rankTerm)
    Q_PROPERTY(QString points MEMBER points CONSTANT FINAL)
    Q_PROPERTY(QString text MEMBER text CONSTANT FINAL)

public:
    QString points;
    QString text;
};

struct RankValue {
    Q_GADGET
    QML_VALUE_TYPE(rankReason)
    Q_PROPERTY(QString key MEMBER key CONSTANT FINAL)
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL)     // "1. Menuiserie Tréval"
    Q_PROPERTY(QString points MEMBER points CONSTANT FINAL) // "82 points"
    Q_PROPERTY(QList<encours::app::RankTermValue> terms MEMBER terms CONSTANT FINAL)

public:
    QString key;
    QString name;
    QString points;
    QList<RankTermValue> terms;
};

} // namespace encours::app
