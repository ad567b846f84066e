// SPDX-License-Identifier: Apache-2.0
// The day as a list, with its balance and its counts. Loads again whenever the session says that something has changed.
// GUI thread.
#pragma once

#include "qml/Bridge/session_link.h"
#include "qml/Today/day_values.h"
#include "usecases/open_day.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace encours::app {

class TodayModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(encours::app::Session* session READ session WRITE setSession NOTIFY sessionChanged FINAL REQUIRED)
    Q_PROPERTY(Filter filter READ filter WRITE setFilter NOTIFY shownChanged FINAL)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY shownChanged FINAL)
    Q_PROPERTY(QString fault READ fault NOTIFY shownChanged FINAL)
    Q_PROPERTY(QString dayName READ dayName NOTIFY shownChanged FINAL)           // "Lundi 23 novembre"
    Q_PROPERTY(int clients READ clients NOTIFY shownChanged FINAL)               // of the portfolio
    Q_PROPERTY(QString balanceLabel READ balanceLabel NOTIFY shownChanged FINAL) // "Mon encours, 14 clients"
    Q_PROPERTY(encours::app::AmountValue balance READ balance NOTIFY shownChanged FINAL)
    Q_PROPERTY(encours::app::AgedValue aged READ aged NOTIFY shownChanged FINAL)
    Q_PROPERTY(QString overdue READ overdue NOTIFY shownChanged FINAL)           // "75 005,90 €"
    Q_PROPERTY(QString overdueShare READ overdueShare NOTIFY shownChanged FINAL) // "37 %"
    Q_PROPERTY(QString oldest READ oldest NOTIFY shownChanged FINAL)             // "> 90 j 17 612,10 €"
    Q_PROPERTY(QList<encours::app::CounterValue> counters READ counters NOTIFY shownChanged FINAL)
    Q_PROPERTY(int broken READ broken NOTIFY shownChanged FINAL) // promises; the count of the navigation
    Q_PROPERTY(int toDo READ toDo NOTIFY shownChanged FINAL)
    Q_PROPERTY(
        QString leftOut READ leftOut NOTIFY shownChanged FINAL) // "Puis 12 345 autres clients…"; empty on most days
    Q_PROPERTY(int count READ count NOTIFY shownChanged FINAL)
    Q_PROPERTY(QString next READ next NOTIFY shownChanged FINAL)
    Q_PROPERTY(QList<encours::app::RankValue> ranks READ ranks NOTIFY shownChanged FINAL)

public:
    /// OnTheWay: to visit, or, on a day without visits, to call back.
    enum class Filter { All, OnTheWay, Due, Broken, Anomalies };
    Q_ENUM(Filter)
    enum Role { RowRole = Qt::UserRole };
    /// The sheet of ranks tells so many; what comes after is not for today.
    static constexpr int kRanksTold = 20;

    explicit TodayModel(QObject* parent = nullptr);

    Session* session() const { return m_session.get(); }
    void setSession(Session* session);
    Filter filter() const { return m_filter; }
    void setFilter(Filter filter);
    bool isLoaded() const { return m_loaded; }
    QString fault() const { return m_fault; }
    QString dayName() const;
    int clients() const { return m_plan.clients; }
    QString balanceLabel() const;
    AmountValue balance() const;
    AgedValue aged() const { return AgedValue::of(m_plan.total); }
    QString overdue() const;
    QString overdueShare() const;
    QString oldest() const;
    QList<CounterValue> counters() const;
    int broken() const { return m_plan.broken.count; }
    int toDo() const { return m_plan.toDo; }
    QString leftOut() const;
    int count() const { return static_cast<int>(m_shown.size()); }
    QString next() const;
    QList<RankValue> ranks() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// What the use-case gave; also how tests fill it.
    void setPlan(usecases::DayPlan plan);

Q_SIGNALS:
    void sessionChanged();
    void shownChanged();

private:
    void load();
    void rebuild();
    bool passes(const usecases::DayClient& client) const;
    int rankOf(std::size_t place) const;

    SessionLink m_session;
    usecases::DayPlan m_plan;
    std::vector<std::size_t> m_shown;     // places in m_plan.list
    std::vector<std::string> m_shownKeys; // of the same, as they were shown
    Filter m_filter = Filter::All;
    bool m_loading = false; // asked again meanwhile: once more, when it has ended
    bool m_again = false;
    bool m_loaded = false;
    QString m_fault;
};

} // namespace encours::app
