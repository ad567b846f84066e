// SPDX-License-Identifier: Apache-2.0
// What drafts offer to choose from, already worded.
#pragma once

#include "qml/Bridge/formats.h"
#include "qml/Bridge/values.h"
#include "usecases/open_client.h"

#include <QList>
#include <QPolygonF>

namespace encours::app {

struct DraftDayValue {
    Q_GADGET
    QML_VALUE_TYPE(draftDay)
    Q_PROPERTY(QString day MEMBER day CONSTANT FINAL)         // "27 nov."
    Q_PROPERTY(QString weekday MEMBER weekday CONSTANT FINAL) // "vendredi"
    Q_PROPERTY(QString iso MEMBER iso CONSTANT FINAL)
    Q_PROPERTY(bool selected MEMBER selected CONSTANT FINAL)

public:
    static QList<DraftDayValue> of(const std::vector<Day>& days, std::optional<Day> selected);

    QString day;
    QString weekday;
    QString iso;
    bool selected = false;
};

/// An invoice something is noted of.
struct DraftItemValue {
    Q_GADGET
    QML_VALUE_TYPE(draftItem)
    Q_PROPERTY(QString number MEMBER number CONSTANT FINAL)
    Q_PROPERTY(QString detail MEMBER detail CONSTANT FINAL) // "88 j de retard · 2e promesse"
    Q_PROPERTY(encours::app::AmountValue amount MEMBER amount CONSTANT FINAL)
    Q_PROPERTY(int bucket MEMBER bucket CONSTANT FINAL)
    Q_PROPERTY(bool selected MEMBER selected CONSTANT FINAL)

public:
    static DraftItemValue of(const usecases::ItemLine& line, bool selected);

    QString number;
    QString detail;
    AmountValue amount;
    int bucket = 0;
    bool selected = false;
};

/// Strokes on a pad, in parts of its height.
struct SignatureValue {
    Q_GADGET
    QML_VALUE_TYPE(signature)
    Q_PROPERTY(bool empty READ isEmpty FINAL)

public:
    bool isEmpty() const { return strokes.isEmpty(); }

    QList<QPolygonF> strokes;
};

/// What a visit or a call gave.
struct DraftOutcomeValue {
    Q_GADGET
    QML_VALUE_TYPE(draftOutcome)
    Q_PROPERTY(int code MEMBER code CONSTANT FINAL)
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL)
    Q_PROPERTY(bool selected MEMBER selected CONSTANT FINAL)

public:
    int code = 0;
    QString name;
    bool selected = false;
};

} // namespace encours::app
