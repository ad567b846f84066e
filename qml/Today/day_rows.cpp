// SPDX-License-Identifier: Apache-2.0
#include "qml/Today/day_rows.h"

#include "qml/Bridge/formats.h"
#include "qml/Bridge/texts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace encours::app {

using usecases::DayClient;

namespace {

constexpr qsizetype kMostBadges = 2; // on a row; the sheet of ranks tells all

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Day)
};

struct TermLook {
    std::string_view name;
    Tone::Kind tone;
    const char* icon;
};

/// What a term of the rank looks like as a badge; by the meaning of colours (design §2).
constexpr std::array<TermLook, 12> kLooks{{
    {"broken_promise", Tone::Kind::Danger, "broken"},
    {"returned_payment", Tone::Kind::Danger, "wallet"},
    {"plan_missed", Tone::Kind::Danger, "broken"},
    {"insolvency", Tone::Kind::Danger, "alert"},
    {"promise_due", Tone::Kind::Info, "duetoday"},
    {"d_plus_95", Tone::Kind::Warning, "hourglass"},
    {"limitation", Tone::Kind::Warning, "hourglass"},
    {"drifting_later", Tone::Kind::Warning, "trendup"},
    {"dispute_too_long", Tone::Kind::Info, "dispute"},
    {"unallocated_receipt", Tone::Kind::Info, "wallet"},
    {"missing_document", Tone::Kind::Warning, "file"},
    {"no_contact", Tone::Kind::Warning, "nosay"},
}};

BadgeValue badgeOf(const PriorityTerm& term)
{
    const auto look = std::ranges::find(kLooks, term.name, &TermLook::name);
    const bool known = look != kLooks.end();
    return {known ? look->tone : Tone::Kind::Warning, QString::fromLatin1(known ? look->icon : "alert"),
            formats::said(term.label)};
}

struct Action {
    const char* icon;
    QString text;
};

/// What to do now, in the order of what was agreed: a call, a broken word, money awaited; else why the client is here.
Action actionOf(const DayClient& client, Day today)
{
    if (client.doneAt) {
        //: A client already dealt with today. %1 is "09:55"
        return {"check", Words::tr("Noted at %1").arg(formats::timeOfDay(*client.doneAt))};
    }
    if (client.visitOn) {
        //: %1 is "20/11"
        return {"visit", *client.visitOn == today
                             ? Words::tr("Visit today")
                             : Words::tr("Visit since %1").arg(formats::dayMonth(*client.visitOn, today))};
    }
    if (client.callBackOn) {
        //: %1 is "20/11"
        return {"phone", *client.callBackOn == today
                             ? Words::tr("To call back today")
                             : Words::tr("To call back since %1").arg(formats::dayMonth(*client.callBackOn, today))};
    }
    if (!client.broken.empty()) {
        const Anomaly& last = client.broken.front();
        //: A broken promise. %1 is what is still missing, %2 "16/11"
        return {"phone", Words::tr("%1 expected on %2")
                             .arg(formats::amount(last.amount - last.other), formats::dayMonth(last.day, today))};
    }
    if (client.due > 0)
        return {"phone", Words::tr("Call if nothing has come")};
    // The facts that give the rank stand below, as badges.
    if (client.aged.oldestDaysLate > 0) {
        //: %1 is "42 d late"
        return {"phone", Words::tr("oldest invoice %1").arg(formats::daysLate(client.aged.oldestDaysLate))};
    }
    return {"phone", client.priority.terms.empty() ? QString() : formats::said(client.priority.terms.front().sentence)};
}

} // namespace

TodayRowValue todayRow(const DayClient& client, int rank, Day today)
{
    TodayRowValue row;
    row.rank = rank;
    row.key = qt(client.key);
    row.name = qt(client.name);
    const bool awaited = client.due > 0 && client.broken.empty();
    row.amount = AmountValue::of(awaited ? client.dueAmount : client.priority.collectible.amount);
    //: Under an amount of the day: what it is
    row.amountLabel = awaited ? Words::tr("promised") : Words::tr("to demand");
    row.visit = client.visitOn.has_value();
    row.unseen = !client.unseen.empty();
    const Action action = actionOf(client, today);
    row.icon = QString::fromLatin1(action.icon);
    row.reason = action.text;
    QStringList told{row.reason};
    if (row.unseen) {
        //: Spoken in a row of the day: anomalies this person has not seen yet
        told.append(Words::tr("%n new anomaly(ies)", nullptr, static_cast<int>(client.unseen.size())));
    }
    int beyond = 0;
    for (const PriorityTerm& term : client.priority.terms) {
        if (term.label.empty())
            continue;
        const BadgeValue badge = badgeOf(term);
        told.append(badge.text);
        if (row.badges.size() < kMostBadges)
            row.badges.append(badge);
        else
            ++beyond;
    }
    if (beyond > 0)
        row.more = QStringLiteral("+\u00A0%1").arg(beyond);
    row.aged = AgedValue::of(client.aged);
    //: Spoken row of the day. %1 rank, %2 client, %3 amount, %4 "to demand", %5 what to do and why
    const QString spoken = Words::tr("Rank %1, %2, %3 %4. %5");
    //: Spoken row of a client already dealt with. %1 client, %2 amount, %3 "to demand", %4 "Noted at 09:55"
    const QString spokenDone = Words::tr("Done, %1, %2 %3. %4");
    const QString why = told.join(QStringLiteral(". "));
    row.spoken = rank > 0 ? spoken.arg(QString::number(rank), row.name, row.amount.spoken(), row.amountLabel, why)
                          : spokenDone.arg(row.name, row.amount.spoken(), row.amountLabel, why);
    return row;
}

RankValue rankReasons(const DayClient& client, int rank)
{
    RankValue value;
    value.key = qt(client.key);
    value.name = QStringLiteral("%1. %2").arg(rank).arg(qt(client.name));
    value.points = Words::tr("%n point(s)", nullptr, client.priority.points);
    for (const PriorityTerm& term : client.priority.terms)
        value.terms.append({QString::number(term.points), formats::said(term.sentence)});
    return value;
}

QString nextEventText(const usecases::NextEvent& next)
{
    const QString day = formats::weekdayNamed(next.day);
    if (next.kind == usecases::NextEvent::Kind::CallBack) {
        //: Once nothing is left to do. %1 client, %2 "Friday 27 November"
        return Words::tr("Next: %1 to call back on %2.").arg(qt(next.clientName), day);
    }
    if (next.kind == usecases::NextEvent::Kind::Visit) {
        //: Once nothing is left to do. %1 client, %2 "Friday 27 November"
        return Words::tr("Next: a visit to %1 on %2.").arg(qt(next.clientName), day);
    }
    //: Once nothing is left to do. %1 amount, %2 client, %3 "Friday 27 November"
    return Words::tr("Next: %1 from %2, promised for %3.").arg(formats::amount(next.amount), qt(next.clientName), day);
}

} // namespace encours::app
