// SPDX-License-Identifier: Apache-2.0
#include "qml/Clients/client_card_model.h"

#include "qml/Bridge/formats.h"
#include "qml/Bridge/texts.h"
#include "qml/Clients/card_sentences.h"
#include "qml/Clients/past_days.h"
#include "usecases/suggest_contact.h"

#include <algorithm>

namespace encours::app {

namespace {

/// As the page that decides them counts: a promise whose values differ, two promises on one invoice, a note of two texts.
int contestCount(const usecases::ClientCard& card)
{
    std::size_t count = 0;
    std::size_t concurrent = 0;
    for (const usecases::PromiseLine& line : card.promises) {
        count += line.history.contests.size();
        concurrent += line.status.concurrent ? 1 : 0;
    }
    for (const usecases::NoteLine& line : card.notes)
        count += line.history.isContested() ? 1 : 0;
    return static_cast<int>(count + concurrent / 2);
}

} // namespace

void ClientCardModel::setSession(Session* session)
{
    m_session.follow(session, this, &ClientCardModel::load);
}

void ClientCardModel::setClientKey(const QString& key)
{
    if (m_clientKey == key)
        return;
    m_clientKey = key;
    m_loaded = false;
    m_asOf.reset();
    Q_EMIT asOfChanged();
    Q_EMIT clientKeyChanged();
    Q_EMIT changed();
    load();
}

void ClientCardModel::load()
{
    if (!m_session.isOpen() || m_clientKey.isEmpty())
        return;
    const auto open = [key = m_clientKey.toStdString(), day = m_asOf](usecases::Field& field) {
        return usecases::openClient(field, key, day);
    };
    m_session->run(open).then(this, [this, asked = m_clientKey, day = m_asOf](Result<usecases::ClientCard> card) {
        if (asked != m_clientKey || day != m_asOf)
            return;
        if (card)
            return setCard(std::move(*card));
        m_loaded = false;
        m_fault = formats::error(card.error());
        Q_EMIT changed();
    });
}

QList<SentenceValue> ClientCardModel::timeline() const
{
    return timelineLines(m_card);
}

void ClientCardModel::setCard(usecases::ClientCard card)
{
    m_loaded = true;
    m_fault.clear();
    m_name = qt(card.client.name);
    m_place = card.client.city.empty() ? qt(card.client.key)
                                       : qt(card.client.city) + QStringLiteral(" · ") + qt(card.client.key);
    m_balance = AmountValue::of(card.aged.balance());
    m_aged = AgedValue::of(card.aged);
    m_collectible = AmountValue::of(card.collectible.amount);
    m_equation = equationTerms(card.collectible);
    m_findings = encours::app::findings(card);
    m_invoices = invoiceLines(card);
    m_promises = promiseLines(card);
    m_clocks = clockLines(card);
    m_causes.clear();
    for (const CauseHint& hint : card.coaching)
        m_causes.append({static_cast<int>(hint.cause), formats::said(hint.name), formats::said(hint.hint)});
    m_client = card.client.id;
    const auto late = std::ranges::find_if(
        card.items, [](const usecases::ItemLine& line) { return !line.item.residual.isZero() && line.daysLate > 0; });
    m_oldest = late == card.items.end() ? QString() : qt(late->item.number);
    m_unseen.clear();
    for (const usecases::Finding& finding : card.findings) {
        if (finding.unseen && isTold(finding.anomaly))
            m_unseen.push_back(keyOf(finding.anomaly));
    }
    m_contests = contestCount(card);
    m_contacts.clear();
    m_phone.clear();
    for (const Contact& contact : card.contacts) {
        m_contacts.append({qt(contact.name), qt(contact.role), qt(contact.phone), qt(contact.email)});
        if (m_phone.isEmpty())
            m_phone = qt(contact.phone);
    }
    m_card = std::move(card);
    Q_EMIT changed();
}

QString ClientCardModel::asOfName() const
{
    return m_asOf && m_session.get() ? formats::dayNamed(*m_asOf, m_session->today()) : QString();
}

QList<PastDayValue> ClientCardModel::pastDays() const
{
    QList<PastDayValue> days;
    if (!m_session.get())
        return days;
    for (const Day day : encours::app::pastDays(m_session->today()))
        days.append({qt(day.iso()), formats::dayNamed(day, m_session->today())});
    return days;
}

bool ClientCardModel::lookAt(const QString& day)
{
    if (!m_session.get())
        return false;
    std::optional<Day> asked;
    if (!day.trimmed().isEmpty()) {
        asked = parsePastDay(day, m_session->today());
        if (!asked || *asked > m_session->today())
            return false;
        if (*asked == m_session->today())
            asked.reset();
    }
    if (asked != m_asOf) {
        m_asOf = asked;
        Q_EMIT asOfChanged();
        load();
    }
    return true;
}

void ClientCardModel::markSeen()
{
    if (!m_session.isOpen() || m_unseen.empty())
        return;
    const auto mark = [client = m_client, keys = m_unseen](usecases::Field& field) -> Result<void> {
        for (const std::string& key : keys)
            ENCOURS_CHECK(usecases::markSeen(field, client, key));
        return {};
    };
    m_session->run(mark).then(this, [this](const Result<void>& marked) {
        if (marked && m_session.get()) {
            m_session->tellNoted();
        } else if (!marked) {
            m_fault = formats::error(marked.error());
            Q_EMIT changed();
        }
    });
}

} // namespace encours::app
