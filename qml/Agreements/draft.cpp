// SPDX-License-Identifier: Apache-2.0
#include "qml/Agreements/draft.h"

namespace encours::app {

QList<DraftDayValue> DraftDayValue::of(const std::vector<Day>& days, std::optional<Day> selected)
{
    QList<DraftDayValue> values;
    for (const Day day : days)
        values.append(
            {formats::shortDay(day), formats::weekday(day), QString::fromStdString(day.iso()), selected == day});
    return values;
}

DraftItemValue DraftItemValue::of(const usecases::ItemLine& line, bool selected)
{
    DraftItemValue value;
    value.number = QString::fromStdString(line.item.number);
    value.detail = line.daysLate > 0 ? formats::daysLate(line.daysLate) : formats::dueIn(-line.daysLate);
    value.amount = AmountValue::of(line.item.residual);
    value.bucket = static_cast<int>(line.bucket);
    value.selected = selected;
    return value;
}

void Draft::setSession(Session* session)
{
    m_session = session;
    Q_EMIT sessionChanged();
}

void Draft::open(const QString& clientKey)
{
    m_clientKey = clientKey;
    m_client.reset();
    m_fault.clear();
    Q_EMIT changed();
    if (!m_session)
        return;
    const auto work = [key = clientKey.toStdString()](usecases::Field& field) {
        return usecases::openClient(field, key);
    };
    m_session->run(work).then(this, [this, asked = clientKey](Result<usecases::ClientCard> card) {
        if (asked != m_clientKey)
            return;
        if (!card)
            return fail(card.error());
        setCard(*card);
    });
}

void Draft::setCard(const usecases::ClientCard& card)
{
    m_client = card.client.id;
    take(card);
    Q_EMIT changed();
}

void Draft::fail(const Error& error)
{
    m_fault = formats::error(error);
    Q_EMIT changed();
}

void Draft::tellSession()
{
    m_session->notifyChanged();
    Q_EMIT m_session->noted();
}

} // namespace encours::app
