// SPDX-License-Identifier: Apache-2.0
#include "qml/Clients/client_card_model.h"

#include "qml/Bridge/formats.h"
#include "qml/Clients/card_sentences.h"

#include <algorithm>

namespace encours::app {

namespace {

QString qt(const std::string& text)
{
    return QString::fromStdString(text);
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
    Q_EMIT clientKeyChanged();
    Q_EMIT changed();
    load();
}

void ClientCardModel::load()
{
    if (!m_session.isOpen() || m_clientKey.isEmpty())
        return;
    const auto open = [key = m_clientKey.toStdString()](usecases::Field& field) {
        return usecases::openClient(field, key);
    };
    m_session->run(open).then(this, [this, asked = m_clientKey](Result<usecases::ClientCard> card) {
        if (asked != m_clientKey)
            return;
        if (card)
            return setCard(*card);
        m_loaded = false;
        m_fault = formats::error(card.error());
        Q_EMIT changed();
    });
}

void ClientCardModel::setCard(const usecases::ClientCard& card)
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
    m_timeline = timelineLines(card);
    m_contacts.clear();
    m_phone.clear();
    for (const Contact& contact : card.contacts) {
        m_contacts.append({qt(contact.name), qt(contact.role), qt(contact.phone), qt(contact.email)});
        if (m_phone.isEmpty())
            m_phone = qt(contact.phone);
    }
    Q_EMIT changed();
}

} // namespace encours::app
