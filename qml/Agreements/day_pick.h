// SPDX-License-Identifier: Apache-2.0
// A day that is being chosen for a draft: a few are offered, the others are in a month one turns to. Only French business
// days; who means another one gets the next, and is told why. GUI thread; belongs to its draft.
#pragma once

#include "base/day.h"
#include "qml/Agreements/draft_values.h"

#include <QObject>

#include <optional>

namespace encours::app {

class DayPick : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A draft has it")
    Q_PROPERTY(bool ready READ isReady NOTIFY changed FINAL)
    Q_PROPERTY(QList<encours::app::DraftDayValue> days READ days NOTIFY changed FINAL)
    Q_PROPERTY(QString otherDay READ otherDay NOTIFY changed FINAL)   // a chosen day that is not among `days`
    Q_PROPERTY(QString otherYear READ otherYear NOTIFY changed FINAL) // its year, when it is not this one
    Q_PROPERTY(QStringList shifts READ shifts NOTIFY changed FINAL)   // why days are not those that were meant
    Q_PROPERTY(QString today READ today NOTIFY changed FINAL)         // ISO, as the next one
    Q_PROPERTY(QString chosenDay READ chosenDay NOTIFY changed FINAL)
    // Of the days that can be chosen: year × 12 + month, January being 0
    Q_PROPERTY(int firstMonth READ firstMonth NOTIFY changed FINAL)
    Q_PROPERTY(int lastMonth READ lastMonth NOTIFY changed FINAL)

public:
    explicit DayPick(QObject* parent) : QObject(parent) {}

    /// From `today` to so many days later; nothing is chosen.
    void start(Day today, int longestDays);
    /// Not ready until it is started again.
    void clear();
    /// As it was kept; one that can no longer be chosen is left out.
    void resume(std::optional<Day> day);
    /// A day that can be chosen, and the way to choose none again.
    void setOptional(bool optional) { m_optional = optional; }
    std::optional<Day> day() const { return m_day; }

    /// By a person: that day, or the business day after it; chosen again, none when none may be.
    Q_INVOKABLE void choose(const QString& iso);
    /// Within the range, also through the business day after it.
    Q_INVOKABLE bool may(const QString& iso) const;
    Q_INVOKABLE bool isBusinessDay(const QString& iso) const;

    bool isReady() const { return m_last.has_value(); }
    QList<DraftDayValue> days() const;
    QString otherDay() const;
    QString otherYear() const;
    QStringList shifts() const;
    QString today() const;
    QString chosenDay() const;
    int firstMonth() const;
    int lastMonth() const;

Q_SIGNALS:
    void changed();
    void chosen();

private:
    bool isOtherDay() const;
    bool may(Day day) const;

    Day m_today;
    std::optional<Day> m_last;
    std::optional<Day> m_day;
    std::optional<Day> m_meant; // when it is not the day
    bool m_optional = false;
};

} // namespace encours::app
