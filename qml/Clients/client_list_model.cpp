// SPDX-License-Identifier: Apache-2.0
#include "qml/Clients/client_list_model.h"

#include "base/text.h"
#include "qml/Bridge/formats.h"
#include "qml/Bridge/texts.h"
#include "usecases/find_invoice.h"

#include <algorithm>
#include <tuple>

namespace encours::app {

using usecases::ClientSummary;

namespace {

/// The one fact that comes first.
BadgeValue badgeOf(const ClientSummary& client, Day today)
{
    const auto badge = [](Tone::Kind tone, const char* icon, const QString& text) {
        return BadgeValue{tone, QString::fromLatin1(icon), text};
    };
    if (client.brokenPromises > 0)
        return badge(Tone::Kind::Danger, "broken", ClientListModel::tr("Promise broken"));
    if (client.promisesDueToday > 0)
        return badge(Tone::Kind::Info, "duetoday", ClientListModel::tr("Promised today"));
    if (client.nextPromisedFor) {
        //: %1 is "27/11"
        return badge(Tone::Kind::Info, "promise",
                     ClientListModel::tr("Promised for %1").arg(formats::dayMonth(*client.nextPromisedFor, today)));
    }
    return {};
}

ClientRowValue rowOf(const ClientSummary& client, Day today)
{
    ClientRowValue row;
    row.key = qt(client.key);
    row.name = qt(client.name);
    row.city = qt(client.city);
    row.overdue = AmountValue::of(client.aged.overdue());
    //: Under the overdue amount: of the whole balance
    row.ofBalance = ClientListModel::tr("of %1").arg(formats::amount(client.aged.balance()));
    if (client.aged.oldestDaysLate > 0) {
        //: The longest delay of this client. %1 is "88 d"
        row.late = ClientListModel::tr("max. delay %1").arg(formats::days(client.aged.oldestDaysLate));
    }
    row.badge = badgeOf(client, today);
    row.aged = AgedValue::of(client.aged);
    //: Spoken row. %1 name, %2 city, %3 overdue, %4 balance, %5 badge and delay
    row.spoken = ClientListModel::tr("%1, %2, overdue %3 of %4. %5")
                     .arg(row.name, row.city, row.overdue.spoken(), formats::spokenAmount(client.aged.balance()),
                          QStringList{row.badge.text, row.late}.join(u' '));
    return row;
}

} // namespace

ClientListModel::ClientListModel(QObject* parent) : QAbstractListModel(parent) {}

void ClientListModel::setSession(Session* session)
{
    m_session.follow(session, this, &ClientListModel::load);
}

void ClientListModel::load()
{
    if (!m_session.isOpen())
        return;
    m_session->run(usecases::listClients).then(this, [this](Result<usecases::ClientList> list) {
        if (list) {
            setList(std::move(*list), m_session->today());
        } else {
            m_fault = formats::error(list.error());
            Q_EMIT shownChanged();
        }
    });
}

void ClientListModel::setList(usecases::ClientList list, Day today)
{
    m_list = std::move(list);
    m_today = today;
    m_loaded = true;
    m_fault.clear();
    rebuild();
}

void ClientListModel::setSearch(const QString& search)
{
    if (m_search == search)
        return;
    m_search = search;
    m_withInvoice.clear();
    m_searching = m_session.isOpen() && !m_search.trimmed().isEmpty();
    rebuild();
    findInvoices();
}

void ClientListModel::findInvoices()
{
    if (!m_searching)
        return;
    const auto find = [part = m_search.toStdString()](usecases::Field& field) {
        return usecases::clientsWithInvoice(field, part);
    };
    m_session->run(find).then(this, [this, asked = m_search](Result<std::vector<ClientId>> found) {
        if (asked != m_search)
            return;
        m_searching = false;
        if (!found || found->empty())
            return Q_EMIT shownChanged();
        m_withInvoice.insert(found->begin(), found->end());
        rebuild();
    });
}

void ClientListModel::setFilter(Filter filter)
{
    m_filter = filter;
    rebuild();
}

void ClientListModel::setOrder(Order order)
{
    m_order = order;
    rebuild();
}

bool ClientListModel::passes(const ClientSummary& client, Filter filter) const
{
    switch (filter) {
    case Filter::All: return true;
    case Filter::Overdue: return client.aged.overdue().sign() > 0;
    case Filter::Broken: return client.brokenPromises > 0;
    case Filter::Over60: return !client.aged.buckets[3].isZero() || !client.aged.buckets[4].isZero();
    case Filter::Promised: return client.openPromises > 0;
    }
    return true;
}

bool ClientListModel::matches(const ClientSummary& client, const std::string& folded) const
{
    return folded.empty() || client.search.find(folded) != std::string::npos || m_withInvoice.contains(client.id);
}

void ClientListModel::rebuild()
{
    std::vector<std::size_t> shown;
    const std::string folded(trimmed(foldForSearch(m_search.toStdString())));
    for (std::size_t i = 0; i < m_list.clients.size(); ++i) {
        // A search looks everywhere: who is not overdue is found as well.
        const ClientSummary& client = m_list.clients[i];
        if (folded.empty() ? passes(client, m_filter) : matches(client, folded))
            shown.push_back(i);
    }
    // The use-case gives them by overdue amount; the other orders keep that one among equals.
    const auto sortBy = [&](auto keyOf) {
        std::ranges::stable_sort(shown, std::ranges::less(), [&](std::size_t i) { return keyOf(m_list.clients[i]); });
    };
    switch (m_order) {
    case Order::ByOverdue: break;
    case Order::ByBalance: sortBy([](const ClientSummary& c) { return -c.aged.balance().minor(); }); break;
    case Order::ByDaysLate: sortBy([](const ClientSummary& c) { return -c.aged.oldestDaysLate; }); break;
    case Order::ByName: sortBy([](const ClientSummary& c) { return foldForSearch(c.name); }); break;
    }
    std::vector<ClientId> ids;
    for (const std::size_t i : shown)
        ids.push_back(m_list.clients[i].id);
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

int ClientListModel::countOf(Filter filter) const
{
    return static_cast<int>(
        std::ranges::count_if(m_list.clients, [&](const ClientSummary& client) { return passes(client, filter); }));
}

QString ClientListModel::countText() const
{
    return tr("%n client(s)", nullptr, count());
}

QString ClientListModel::sumLabel() const
{
    //: Before a sum: of all balances, or of what is overdue
    return m_filter == Filter::All || !m_search.trimmed().isEmpty() ? tr("balance") : tr("overdue");
}

AmountValue ClientListModel::sum() const
{
    const bool whole = m_filter == Filter::All || !m_search.trimmed().isEmpty();
    Money sum = Money::ofMinor(0, m_list.total.balance().currency());
    for (const std::size_t i : m_shown) {
        if (m_list.clients[i].aged.currency() == sum.currency())
            sum += whole ? m_list.clients[i].aged.balance() : m_list.clients[i].aged.overdue();
    }
    return AmountValue::of(sum);
}

QString ClientListModel::nameOf(Order order) const
{
    switch (order) {
    case Order::ByOverdue: return tr("Overdue, greatest first");
    case Order::ByBalance: return tr("Balance, greatest first");
    case Order::ByDaysLate: return tr("Longest delay first");
    case Order::ByName: return tr("By name");
    }
    return {};
}

int ClientListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ClientListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != RowRole)
        return {};
    return QVariant::fromValue(rowOf(m_list.clients[m_shown[static_cast<std::size_t>(index.row())]], m_today));
}

QHash<int, QByteArray> ClientListModel::roleNames() const
{
    return {{RowRole, "row"}};
}

} // namespace encours::app
