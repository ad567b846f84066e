// SPDX-License-Identifier: Apache-2.0
#include "qml/Promises/promise_list_model.h"

#include "qml/Bridge/formats.h"
#include "qml/Bridge/promise_words.h"
#include "qml/Bridge/texts.h"
#include "qml/Promises/promise_calendar.h"

#include <algorithm>

namespace encours::app {

using usecases::FieldPromise;

namespace {

constexpr int kFirstMonth = 1900 * 12; // what the wire carries
constexpr int kLastMonth = 2199 * 12 + 11;

PromiseRowValue rowOf(const FieldPromise& one, Day today)
{
    PromiseRowValue row;
    row.key = qt(one.clientKey);
    row.name = qt(one.clientName);
    row.amount = AmountValue::of(one.promise.amount);
    //: The day of a promise. %1 is "27/11"
    row.forWhen = PromiseListModel::tr("for %1").arg(formats::dayMonth(one.promise.promisedFor, today));
    QStringList detail{qt(one.promise.promisedBy)};
    for (const std::string& number : one.itemNumbers)
        detail.append(qt(number));
    detail.removeAll(QString());
    row.detail = detail.join(QStringLiteral(" · "));
    row.id = qt(one.promise.id.value.toString());
    row.badge = promiseBadge(one.promise, one.status, one.pending, today);
    row.fate = promiseFate(one.status, today);
    //: Spoken promise. %1 client, %2 amount, %3 "Friday 27 November", %4 its state and detail
    row.spoken = PromiseListModel::tr("%1, %2 for %3. %4")
                     .arg(row.name, row.amount.spoken(), formats::weekdayNamed(one.promise.promisedFor),
                          QStringList{row.badge.text, row.fate, row.detail}.join(QStringLiteral(", ")));
    return row;
}

} // namespace

PromiseListModel::PromiseListModel(QObject* parent) : QAbstractListModel(parent) {}

void PromiseListModel::setSession(Session* session)
{
    if (session && session != m_session.get()) {
        m_today = session->today();
        m_month = monthOf(m_today);
    }
    m_session.follow(session, this, &PromiseListModel::load);
}

void PromiseListModel::load()
{
    if (!m_session.isOpen())
        return;
    m_session->run(usecases::listFieldPromises).then(this, [this](Result<std::vector<FieldPromise>> promises) {
        if (promises)
            return setPromises(std::move(*promises), m_session->today());
        m_fault = formats::error(promises.error());
        Q_EMIT shownChanged();
    });
}

void PromiseListModel::setPromises(std::vector<FieldPromise> promises, Day today)
{
    m_promises = std::move(promises);
    m_today = today;
    m_loaded = true;
    m_fault.clear();
    rebuild();
}

void PromiseListModel::setFilter(Filter filter)
{
    m_filter = filter;
    m_chosen.reset();
    rebuild();
}

QString PromiseListModel::chosenDay() const
{
    return m_chosen ? qt(m_chosen->iso()) : QString();
}

void PromiseListModel::setChosenDay(const QString& iso)
{
    const auto day = Day::parseIso(iso.toStdString());
    m_chosen = day ? std::optional(*day) : std::nullopt;
    rebuild();
}

void PromiseListModel::turnMonth(int by)
{
    m_month = std::clamp(m_month + by, kFirstMonth, kLastMonth);
    Q_EMIT shownChanged();
}

bool PromiseListModel::passes(const FieldPromise& one, Filter filter) const
{
    switch (filter) {
    case Filter::All: return true;
    case Filter::Due: return one.status.state == PromiseState::Open && one.promise.promisedFor <= m_today;
    case Filter::Open: return one.status.state == PromiseState::Open;
    case Filter::Broken: return usecases::isBroken(one.status);
    case Filter::Kept: return one.status.state == PromiseState::Kept;
    }
    return true;
}

void PromiseListModel::rebuild()
{
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < m_promises.size(); ++i) {
        if (m_chosen ? m_promises[i].promise.promisedFor == *m_chosen : passes(m_promises[i], m_filter))
            shown.push_back(i);
    }
    // What is awaited: the next one first; what is over: the latest first.
    if (!m_chosen && (m_filter == Filter::Open || m_filter == Filter::Due))
        std::ranges::reverse(shown);
    std::vector<PromiseId> ids;
    for (const std::size_t i : shown)
        ids.push_back(m_promises[i].promise.id);
    const bool sameRows = !ids.empty() && ids == m_shownIds; // a finger may lie on one: they stay
    if (!sameRows)
        beginResetModel();
    m_shown = std::move(shown);
    m_shownIds = std::move(ids);
    if (sameRows)
        Q_EMIT dataChanged(index(0), index(count() - 1));
    else
        endResetModel();
    Q_EMIT shownChanged();
}

int PromiseListModel::countOf(Filter filter) const
{
    return static_cast<int>(
        std::ranges::count_if(m_promises, [&](const FieldPromise& one) { return passes(one, filter); }));
}

QString PromiseListModel::summary() const
{
    const QString counted = tr("%n promise(s)", nullptr, count());
    return m_chosen ? formats::weekdayNamed(*m_chosen) + QStringLiteral(" · ") + counted : counted;
}

AmountValue PromiseListModel::sum() const
{
    if (m_shown.empty())
        return AmountValue::of(Money());
    Money sum = Money::ofMinor(0, m_promises[m_shown.front()].promise.amount.currency());
    for (const std::size_t i : m_shown) {
        if (m_promises[i].promise.amount.currency() == sum.currency())
            sum += m_promises[i].promise.amount;
    }
    return AmountValue::of(sum);
}

QString PromiseListModel::month() const
{
    return monthName(m_month);
}

QStringList PromiseListModel::weekdays() const
{
    return weekdayNames();
}

QList<CalendarDayValue> PromiseListModel::days() const
{
    return calendarMonth(m_month, m_promises, m_today);
}

int PromiseListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant PromiseListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != RowRole)
        return {};
    return QVariant::fromValue(rowOf(m_promises[m_shown[static_cast<std::size_t>(index.row())]], m_today));
}

QHash<int, QByteArray> PromiseListModel::roleNames() const
{
    return {{RowRole, "row"}};
}

} // namespace encours::app
