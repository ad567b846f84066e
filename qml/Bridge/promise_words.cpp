// SPDX-License-Identifier: Apache-2.0
#include "qml/Bridge/promise_words.h"

#include "qml/Bridge/formats.h"

#include <QCoreApplication>

namespace encours::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PromiseWords)
};

} // namespace

BadgeValue promiseBadge(const Promise& promise, const PromiseStatus& status, bool pending, Day today)
{
    const auto badge = [](Tone::Kind tone, const char* icon, const QString& text) {
        return BadgeValue{tone, QString::fromLatin1(icon), text};
    };
    if (pending && status.state == PromiseState::Open)
        return badge(Tone::Kind::Neutral, "cloudoff", Words::tr("To be sent"));
    switch (status.state) {
    case PromiseState::Open:
        return promise.promisedFor == today ? badge(Tone::Kind::Info, "duetoday", Words::tr("Promised today"))
                                            : badge(Tone::Kind::Info, "promise", Words::tr("Open"));
    case PromiseState::Kept: return badge(Tone::Kind::Accent, "promise", Words::tr("Kept"));
    case PromiseState::PartiallyKept: return badge(Tone::Kind::Warning, "promise", Words::tr("Partially kept"));
    case PromiseState::Broken: return badge(Tone::Kind::Danger, "broken", Words::tr("Broken"));
    case PromiseState::WithdrawnByDebtor:
    case PromiseState::WithdrawnByUs: return badge(Tone::Kind::Neutral, "undo", Words::tr("Withdrawn"));
    case PromiseState::Superseded: return badge(Tone::Kind::Neutral, "merge", Words::tr("Superseded"));
    case PromiseState::Void: return badge(Tone::Kind::Neutral, "file", Words::tr("Void"));
    }
    return {};
}

QString promiseFate(const PromiseStatus& status, Day today)
{
    switch (status.state) {
    case PromiseState::Open:
        //: A promise is kept when the money is there by then. %1 is "01/12"
        return Words::tr("until %1").arg(formats::dayMonth(status.windowEnd, today));
    case PromiseState::Kept:
        //: %1 is the day the money came
        return status.paidOn ? Words::tr("received on %1").arg(formats::dayMonth(*status.paidOn, today)) : QString();
    case PromiseState::PartiallyKept:
    case PromiseState::Broken:
        if (status.keptLateOn)
            return Words::tr("paid late, on %1").arg(formats::dayMonth(*status.keptLateOn, today));
        return status.paidTotal.isZero() ? Words::tr("nothing received")
                                         : Words::tr("%1 received").arg(formats::amount(status.paidTotal));
    default: return {};
    }
}

} // namespace encours::app
