// SPDX-License-Identifier: Apache-2.0
// How far what somebody said has come, as a mark with its word. Pure.
#pragma once

#include "qml/Bridge/values.h"
#include "usecases/tick.h"

namespace encours::app {

struct TickValue {
    Q_GADGET
    QML_VALUE_TYPE(tick)
    Q_PROPERTY(encours::app::Tone::Kind tone MEMBER tone CONSTANT FINAL)
    Q_PROPERTY(QString icon MEMBER icon CONSTANT FINAL) // a name of Icons; empty: not one's own, no mark
    Q_PROPERTY(QString text MEMBER text CONSTANT FINAL)
    Q_PROPERTY(
        bool quiet MEMBER quiet CONSTANT FINAL) // nothing to follow any more: the mark is enough, the word is spoken

public:
    static TickValue of(usecases::Tick tick);
    friend bool operator==(const TickValue&, const TickValue&) = default;

    Tone::Kind tone = Tone::Kind::Neutral;
    QString icon;
    QString text;
    bool quiet = false;
};

} // namespace encours::app
