// SPDX-License-Identifier: Apache-2.0
#include "qml/Agreements/visit_draft.h"

#include <utility>

namespace encours::app {

VisitDraft::VisitDraft(QObject* parent) : Draft(parent)
{
    connect(&m_day, &DayPick::changed, this, &Draft::changed);
}

void VisitDraft::start(const QString& clientKey)
{
    m_planned.reset();
    m_day.clear();
    m_clientName.clear();
    open(clientKey);
}

void VisitDraft::take(const usecases::ClientCard& card)
{
    m_clientName = QString::fromStdString(card.client.name);
    m_today = card.asOf;
    m_day.start(m_today, kMaximumCallBackDays);
    m_planned = usecases::nextVisit(card.visits);
}

QString VisitDraft::planned() const
{
    if (!m_planned)
        return {};
    //: Of a visit. %1 is "23/11"
    return tr("Planned for %1.").arg(formats::dayMonth(m_planned->on, m_today));
}

bool VisitDraft::canSave() const
{
    const auto day = m_day.day();
    return m_client && day && !isSaving() && !(m_planned && m_planned->on == *day);
}

QString VisitDraft::saveLabel() const
{
    const auto day = m_day.day();
    if (!day)
        return tr("Choose a day");
    if (!m_planned) {
        //: The button repeats what it does. %1 is "Friday 27 November"
        return tr("Plan for %1").arg(formats::weekdayNamed(*day));
    }
    if (m_planned->on == *day)
        return tr("Choose another day");
    //: The button repeats what it does: a visit. %1 is "Friday 27 November"
    return tr("Postpone to %1").arg(formats::weekdayNamed(*day));
}

void VisitDraft::save()
{
    if (!canSave() || !session())
        return;
    const usecases::VisitRequest request{*m_client, *m_day.day(), m_planned ? m_planned->purpose : std::string(),
                                         m_planned ? m_planned->id : Uuid()};
    write([request](usecases::Field& field) { return usecases::planVisit(field, request); },
          [this, before = m_planned](const Visit& visit) {
              m_lastSaved = Saved{visit, before};
              const QString day = formats::dayMonth(visit.on, m_today);
              //: Toast. %1 client, %2 is "27/11"
              return before ? tr("Visit to %1 postponed to %2").arg(m_clientName, day)
                            //: Toast. %1 client, %2 is "27/11"
                            : tr("Visit to %1 planned for %2").arg(m_clientName, day);
          });
}

void VisitDraft::undo()
{
    if (!m_lastSaved || !session())
        return;
    takeBack([saved = *std::exchange(m_lastSaved, std::nullopt)](usecases::Field& field) {
        return usecases::takeBackVisit(field, saved.visit, saved.before);
    });
}

} // namespace encours::app
