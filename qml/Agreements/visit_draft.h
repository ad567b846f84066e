// SPDX-License-Identifier: Apache-2.0
// Another day for the visit that is planned, or the day of a new one. GUI thread.
#pragma once

#include "qml/Agreements/day_pick.h"
#include "qml/Agreements/draft.h"
#include "usecases/plan_visit.h"

namespace encours::app {

class VisitDraft : public Draft {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString clientName READ clientName NOTIFY changed FINAL)
    Q_PROPERTY(bool moves READ moves NOTIFY changed FINAL)        // a visit that is planned; else a new one
    Q_PROPERTY(QString planned READ planned NOTIFY changed FINAL) // for when it was; empty = a new one
    Q_PROPERTY(encours::app::DayPick* day READ day CONSTANT FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    Q_PROPERTY(QString saveLabel READ saveLabel NOTIFY changed FINAL)

public:
    explicit VisitDraft(QObject* parent = nullptr);

    Q_INVOKABLE void start(const QString& clientKey);
    Q_INVOKABLE void save();
    /// Never sent, nothing is left; sent, it has its former day again (a late one: today), or is cancelled.
    Q_INVOKABLE void undo();

    QString clientName() const { return m_clientName; }
    bool moves() const { return m_planned.has_value(); }
    QString planned() const;
    DayPick* day() { return &m_day; }
    bool canSave() const;
    QString saveLabel() const;

private:
    void take(const usecases::ClientCard& card) override;

    struct Saved {
        Visit visit;
        std::optional<Visit> before;
    };

    QString m_clientName;
    Day m_today;
    DayPick m_day{this};
    std::optional<Visit> m_planned;
    std::optional<Saved> m_lastSaved;
};

} // namespace encours::app
