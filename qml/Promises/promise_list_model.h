// SPDX-License-Identifier: Apache-2.0
// The promises of the portfolio as a list, filtered by state or by day, and their month. Loads again whenever the session
// says that something has changed. GUI thread.
#pragma once

#include "qml/Bridge/session_link.h"
#include "qml/Promises/promise_values.h"
#include "usecases/list_field_promises.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace encours::app {

class PromiseListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(encours::app::Session* session READ session WRITE setSession NOTIFY sessionChanged FINAL REQUIRED)
    Q_PROPERTY(Filter filter READ filter WRITE setFilter NOTIFY shownChanged FINAL)
    Q_PROPERTY(QString chosenDay READ chosenDay WRITE setChosenDay NOTIFY shownChanged FINAL) // ISO; empty: no day
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY shownChanged FINAL)
    Q_PROPERTY(QString fault READ fault NOTIFY shownChanged FINAL)
    Q_PROPERTY(int total READ total NOTIFY shownChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY shownChanged FINAL)
    Q_PROPERTY(
        QString summary READ summary NOTIFY shownChanged FINAL) // "3 promesses", "vendredi 27 novembre · 2 promesses"
    Q_PROPERTY(encours::app::AmountValue sum READ sum NOTIFY shownChanged FINAL)
    Q_PROPERTY(QString month READ month NOTIFY shownChanged FINAL) // "Novembre 2026"
    Q_PROPERTY(QStringList weekdays READ weekdays CONSTANT FINAL)
    Q_PROPERTY(QList<encours::app::CalendarDayValue> days READ days NOTIFY shownChanged FINAL)

public:
    enum class Filter { All, Due, Open, Broken, Kept };
    Q_ENUM(Filter)
    enum Role { RowRole = Qt::UserRole };

    explicit PromiseListModel(QObject* parent = nullptr);

    Session* session() const { return m_session.get(); }
    void setSession(Session* session);
    Filter filter() const { return m_filter; }
    void setFilter(Filter filter);
    QString chosenDay() const;
    void setChosenDay(const QString& iso);
    bool isLoaded() const { return m_loaded; }
    QString fault() const { return m_fault; }
    int total() const { return static_cast<int>(m_promises.size()); }
    int count() const { return static_cast<int>(m_shown.size()); }
    QString summary() const;
    AmountValue sum() const;
    QString month() const;
    QStringList weekdays() const;
    QList<CalendarDayValue> days() const;
    Q_INVOKABLE int countOf(encours::app::PromiseListModel::Filter filter) const;
    Q_INVOKABLE void turnMonth(int by);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// What the use-case gave; also how tests fill it.
    void setPromises(std::vector<usecases::FieldPromise> promises, Day today);

Q_SIGNALS:
    void sessionChanged();
    void shownChanged();

private:
    void load();
    void rebuild();
    bool passes(const usecases::FieldPromise& promise, Filter filter) const;

    SessionLink m_session;
    std::vector<usecases::FieldPromise> m_promises;
    std::vector<std::size_t> m_shown;  // places in m_promises
    std::vector<PromiseId> m_shownIds; // of the same, as they were shown
    Day m_today;
    std::optional<Day> m_chosen;
    int m_month = 0; // counted from the year 0
    Filter m_filter = Filter::Open;
    bool m_loaded = false;
    QString m_fault;
};

} // namespace encours::app
