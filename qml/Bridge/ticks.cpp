// SPDX-License-Identifier: Apache-2.0
#include "qml/Bridge/ticks.h"

#include <QCoreApplication>

namespace encours::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Tick)
};

} // namespace

TickValue TickValue::of(usecases::Tick tick)
{
    using usecases::Tick;
    switch (tick) {
    //: How far what somebody noted has come: on this device only
    case Tick::Recorded: return {Tone::Kind::Neutral, QStringLiteral("clock"), Words::tr("Recorded here, to be sent")};
    case Tick::Received: return {Tone::Kind::Neutral, QStringLiteral("check"), Words::tr("Received by the centre")};
    //: Everybody who has the client sees it
    case Tick::InFile: return {Tone::Kind::Accent, QStringLiteral("seen"), Words::tr("In the file"), true};
    case Tick::ToDecide: return {Tone::Kind::Warning, QStringLiteral("conflict"), Words::tr("To be looked at")};
    case Tick::Refused: return {Tone::Kind::Danger, QStringLiteral("octagon"), Words::tr("Refused")};
    case Tick::LaidAside: return {Tone::Kind::Neutral, QStringLiteral("undo"), Words::tr("Refused, then withdrawn")};
    }
    return {};
}

} // namespace encours::app
