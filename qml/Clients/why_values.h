// SPDX-License-Identifier: Apache-2.0
// Why an amount may be demanded, already worded.
#pragma once

#include "qml/Bridge/values.h"

namespace encours::app {

/// An invoice, a dispute, a promise or a receipt that a term rests on.
struct WhyLineValue {
    Q_GADGET
    QML_VALUE_TYPE(whyLine)
    Q_PROPERTY(QString number MEMBER number CONSTANT FINAL) // may be empty
    Q_PROPERTY(QString text MEMBER text CONSTANT FINAL)
    Q_PROPERTY(QString amount MEMBER amount CONSTANT FINAL)
    Q_PROPERTY(QString spoken MEMBER spoken CONSTANT FINAL)

public:
    QString number;
    QString text;
    QString amount;
    QString spoken;
};

/// A term of the equation, the rule it rests on, and its lines.
struct WhyTermValue {
    Q_GADGET
    QML_VALUE_TYPE(whyTerm)
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL) // stable: "overdue", "interest"
    Q_PROPERTY(QString title MEMBER title CONSTANT FINAL)
    Q_PROPERTY(encours::app::AmountValue amount MEMBER amount CONSTANT FINAL)
    Q_PROPERTY(QString rule MEMBER rule CONSTANT FINAL)
    Q_PROPERTY(QStringList sources MEMBER sources CONSTANT FINAL) // of rates
    Q_PROPERTY(QList<encours::app::WhyLineValue> lines MEMBER lines CONSTANT FINAL)

public:
    QString name;
    QString title;
    AmountValue amount;
    QString rule;
    QStringList sources;
    QList<WhyLineValue> lines;
};

} // namespace encours::app
