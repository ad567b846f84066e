// SPDX-License-Identifier: Apache-2.0
#include "qml/Today/today_model.h"

#include "qml/Bridge/formats.h"
#include "qml/Today/day_rows.h"

#include <utility>

namespace encours::app {

using usecases::DayClient;

TodayModel::TodayModel(QObject* parent) : QAbstractListModel(parent) {}

void TodayModel::setSession(Session* session)
{
    if (session)
        m_plan.day = session->today();
    m_session.follow(session, this, &TodayModel::load);
}

void TodayModel::load()
{
    if (!m_session.isOpen())
        return;
    if (m_loading) {
        m_again = true;
        return;
    }
    m_loading = true;
    const auto ended = [this] {
        m_loading = false;
        if (std::exchange(m_again, false))
            load();
    };
    m_session->run(usecases::openDay)
        .then(this,
              [this, ended](Result<usecases::DayPlan> plan) {
                  ended();
                  if (plan)
                      return setPlan(std::move(*plan));
                  m_fault = formats::error(plan.error());
                  Q_EMIT shownChanged();
              })
        .onCanceled(this, ended); // what was asked before a lock is never answered
}

void TodayModel::setPlan(usecases::DayPlan plan)
{
    m_plan = std::move(plan);
    m_loaded = true;
    m_fault.clear();
    rebuild();
}

void TodayModel::setFilter(Filter filter)
{
    m_filter = filter;
    rebuild();
}

bool TodayModel::passes(const DayClient& client) const
{
    switch (m_filter) {
    case Filter::All: return true;
    case Filter::OnTheWay: return m_plan.visits > 0 ? client.visitOn.has_value() : client.callBackOn.has_value();
    case Filter::Due: return client.due > 0;
    case Filter::Broken: return !client.broken.empty();
    case Filter::Anomalies: return !client.unseen.empty();
    }
    return true;
}

void TodayModel::rebuild()
{
    std::vector<std::size_t> shown;
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < m_plan.list.size(); ++i) {
        if (!passes(m_plan.list[i]))
            continue;
        shown.push_back(i);
        keys.push_back(m_plan.list[i].key);
    }
    const bool sameRows = !keys.empty() && keys == m_shownKeys; // a finger may lie on one: they stay
    if (!sameRows)
        beginResetModel();
    m_shown = std::move(shown);
    m_shownKeys = std::move(keys);
    if (sameRows)
        Q_EMIT dataChanged(index(0), index(count() - 1));
    else
        endResetModel();
    Q_EMIT shownChanged();
}

QString TodayModel::dayName() const
{
    QString name = formats::weekdayNamed(m_plan.day);
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

QString TodayModel::balanceLabel() const
{
    //: Above the balance of the portfolio of a salesperson
    return m_plan.clients > 0 ? tr("My balance, %n client(s)", nullptr, m_plan.clients) : tr("My balance");
}

AmountValue TodayModel::balance() const
{
    return m_loaded && m_plan.freshness.lastSync ? AmountValue::of(m_plan.total.balance())
                                                 : AmountValue::unknown(m_plan.total.currency());
}

QString TodayModel::overdue() const
{
    return formats::amount(m_plan.total.overdue());
}

QString TodayModel::overdueShare() const
{
    //: Share of the balance that is overdue; the blank before the sign is U+00A0 in French
    return m_plan.overdueShare ? tr("%1%").arg(*m_plan.overdueShare) : QString();
}

QString TodayModel::oldest() const
{
    const Money oldest = m_plan.total.buckets.back();
    //: What is more than 90 days late
    return oldest.isZero() ? QString() : tr("> 90 d %1").arg(formats::amount(oldest));
}

QList<CounterValue> TodayModel::counters() const
{
    const auto counter = [](Filter filter, Tone::Kind tone, const char* icon, int count, const QString& first,
                            const QString& second) {
        //: Spoken counter of the day. %1 count, %2 and %3 its two lines
        const QString spoken = tr("%1 %2 %3").arg(QString::number(count), first, second);
        return CounterValue{static_cast<int>(filter), tone, QString::fromLatin1(icon), count, first, second, spoken};
    };
    // Two short lines each: what is counted, then the sum or what to do.
    //: Counter of the day, first line; the second is "to return"
    const QString calls = tr("call(s)", nullptr, m_plan.callBacks);
    //: Counter of the day, second line, after "calls"
    const QString toReturn = tr("to return");
    //: Counter of the day, first line; the second is "planned"
    const QString visits = tr("visit(s)", nullptr, m_plan.visits);
    //: Counter of the day, second line, after "visits"
    const QString planned = tr("planned (visits)", nullptr, m_plan.visits);
    //: Counter of the day: promises for today; their sum follows
    const QString expected = tr("expected");
    //: Counter of the day: broken promises; what they lack follows
    const QString broken = tr("broken (promises)", nullptr, m_plan.broken.count);
    //: Counter of the day, first line; the second is "new"
    const QString anomalies = tr("anomaly(ies)", nullptr, m_plan.unseen);
    //: Counter of the day, second line, after "anomalies"
    const QString unseen = tr("new (anomalies)", nullptr, m_plan.unseen);
    return {
        m_plan.visits > 0 ? counter(Filter::OnTheWay, Tone::Kind::Neutral, "visit", m_plan.visits, visits, planned)
                          : counter(Filter::OnTheWay, Tone::Kind::Neutral, "phone", m_plan.callBacks, calls, toReturn),
        counter(Filter::Due, Tone::Kind::Info, "duetoday", m_plan.due.count, expected,
                formats::amount(m_plan.due.amount)),
        counter(Filter::Broken, Tone::Kind::Danger, "broken", m_plan.broken.count, broken,
                formats::amount(m_plan.broken.amount)),
        counter(Filter::Anomalies, Tone::Kind::Warning, "alert", m_plan.unseen, anomalies, unseen),
    };
}

QString TodayModel::leftOut() const
{
    return m_plan.leftOut > 0 && m_filter != Filter::OnTheWay && m_filter != Filter::Due && m_filter != Filter::Broken
               //: At the end of a long list of the day
               ? tr("Then %Ln more client(s): all of them are under Clients.", nullptr, m_plan.leftOut)
               : QString();
}

QString TodayModel::next() const
{
    return m_plan.next ? nextEventText(*m_plan.next) : QString();
}

int TodayModel::rankOf(std::size_t place) const
{
    return m_plan.list[place].doneAt ? 0 : static_cast<int>(place) + 1; // the done ones come last
}

QList<RankValue> TodayModel::ranks() const
{
    QList<RankValue> ranks;
    for (std::size_t i = 0; i < m_plan.list.size() && ranks.size() < kRanksTold; ++i) {
        if (!m_plan.list[i].doneAt)
            ranks.append(rankReasons(m_plan.list[i], rankOf(i)));
    }
    return ranks;
}

int TodayModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant TodayModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != RowRole)
        return {};
    const std::size_t place = m_shown[static_cast<std::size_t>(index.row())];
    return QVariant::fromValue(todayRow(m_plan.list[place], rankOf(place), m_plan.day));
}

QHash<int, QByteArray> TodayModel::roleNames() const
{
    return {{RowRole, "row"}};
}

} // namespace encours::app
