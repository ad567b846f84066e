// SPDX-License-Identifier: Apache-2.0
// The portfolio as a list: searched, filtered and sorted here, since all of it is in memory. Loads again whenever the session
// says that something has changed. GUI thread.
#pragma once

#include "qml/Bridge/session_link.h"
#include "usecases/list_clients.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <unordered_set>

namespace encours::app {

/// One row, already worded.
struct ClientRowValue {
    Q_GADGET
    QML_VALUE_TYPE(clientRow)
    Q_PROPERTY(QString key MEMBER key CONSTANT FINAL)
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL)
    Q_PROPERTY(QString city MEMBER city CONSTANT FINAL)
    Q_PROPERTY(encours::app::AmountValue overdue MEMBER overdue CONSTANT FINAL)
    Q_PROPERTY(QString ofBalance MEMBER ofBalance CONSTANT FINAL) // "sur 28 218,00 €"
    Q_PROPERTY(QString late MEMBER late CONSTANT FINAL)           // "retard max. 88 j"
    Q_PROPERTY(encours::app::BadgeValue badge MEMBER badge CONSTANT FINAL)
    Q_PROPERTY(encours::app::AgedValue aged MEMBER aged CONSTANT FINAL)
    Q_PROPERTY(QString spoken MEMBER spoken CONSTANT FINAL)

public:
    QString key;
    QString name;
    QString city;
    AmountValue overdue;
    QString ofBalance;
    QString late;
    BadgeValue badge;
    AgedValue aged;
    QString spoken;
};

class ClientListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(encours::app::Session* session READ session WRITE setSession NOTIFY sessionChanged FINAL REQUIRED)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY shownChanged FINAL)
    Q_PROPERTY(Filter filter READ filter WRITE setFilter NOTIFY shownChanged FINAL)
    Q_PROPERTY(Order order READ order WRITE setOrder NOTIFY shownChanged FINAL)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY shownChanged FINAL)
    Q_PROPERTY(bool searching READ isSearching NOTIFY shownChanged FINAL) // for invoices: there may be more to show
    Q_PROPERTY(QString fault READ fault NOTIFY shownChanged FINAL)
    Q_PROPERTY(int total READ total NOTIFY shownChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY shownChanged FINAL)
    Q_PROPERTY(QString countText READ countText NOTIFY shownChanged FINAL) // "12 clients"
    Q_PROPERTY(QString sumLabel READ sumLabel NOTIFY shownChanged FINAL)   // "échu"
    Q_PROPERTY(encours::app::AmountValue sum READ sum NOTIFY shownChanged FINAL)
    Q_PROPERTY(QString orderName READ orderName NOTIFY shownChanged FINAL)

public:
    enum class Filter { All, Overdue, Broken, Over60, Promised };
    Q_ENUM(Filter)
    enum class Order { ByOverdue, ByBalance, ByDaysLate, ByName };
    Q_ENUM(Order)
    enum Role { RowRole = Qt::UserRole };

    explicit ClientListModel(QObject* parent = nullptr);

    Session* session() const { return m_session.get(); }
    void setSession(Session* session);
    QString search() const { return m_search; }
    void setSearch(const QString& search);
    Filter filter() const { return m_filter; }
    void setFilter(Filter filter);
    Order order() const { return m_order; }
    void setOrder(Order order);
    bool isLoaded() const { return m_loaded; }
    bool isSearching() const { return m_searching; }
    QString fault() const { return m_fault; }
    int total() const { return static_cast<int>(m_list.clients.size()); }
    int count() const { return static_cast<int>(m_shown.size()); }
    QString countText() const;
    QString sumLabel() const;
    AmountValue sum() const;
    QString orderName() const { return nameOf(m_order); }

    /// How many clients a filter keeps, whatever is searched.
    Q_INVOKABLE int countOf(encours::app::ClientListModel::Filter filter) const;
    Q_INVOKABLE QString nameOf(encours::app::ClientListModel::Order order) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// What the use-case gave; also how tests fill it.
    void setList(usecases::ClientList list, Day today);

Q_SIGNALS:
    void sessionChanged();
    void shownChanged();

private:
    void load();
    void findInvoices();
    void rebuild();
    bool passes(const usecases::ClientSummary& client, Filter filter) const;
    bool matches(const usecases::ClientSummary& client, const std::string& folded) const;

    SessionLink m_session;
    usecases::ClientList m_list;
    std::vector<std::size_t> m_shown; // indexes in m_list.clients
    std::vector<ClientId> m_shownIds; // of the same, as they were shown
    std::unordered_set<ClientId> m_withInvoice;
    Day m_today;
    QString m_search;
    Filter m_filter = Filter::Overdue;
    Order m_order = Order::ByOverdue;
    bool m_loaded = false;
    bool m_searching = false;
    QString m_fault;
};

} // namespace encours::app
