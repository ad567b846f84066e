// SPDX-License-Identifier: Apache-2.0
#include "qml/Clients/brief_model.h"

#include "qml/Bridge/formats.h"

namespace encours::app {

namespace {

constexpr std::int64_t kWholeMargin = 100'00; // hundredths of a per cent

QStringList allSaid(const std::vector<Sentence>& sentences)
{
    QStringList said;
    for (const Sentence& sentence : sentences)
        said.append(formats::said(sentence));
    return said;
}

/// "22", "22,5": none outside ]0, 100].
std::optional<BasisPoints> marginOf(QString percent)
{
    const auto amount = formats::parseAmount(percent.remove(QLatin1Char('%')).trimmed(), {});
    const bool good = amount && amount->minor() > 0 && amount->minor() <= kWholeMargin;
    return good ? std::optional(BasisPoints{amount->minor()}) : std::nullopt;
}

} // namespace

void BriefModel::setSession(Session* session)
{
    m_session.follow(session, this, &BriefModel::load);
}

void BriefModel::setClientKey(const QString& key)
{
    if (m_clientKey == key)
        return;
    m_clientKey = key;
    m_loaded = false;
    m_brief = {};
    Q_EMIT clientKeyChanged();
    Q_EMIT changed();
    load();
}

void BriefModel::load()
{
    if (!m_session.isOpen() || m_clientKey.isEmpty())
        return;
    const auto brief = [key = m_clientKey.toStdString(), margin = marginOf(m_margin)](usecases::Field& field) {
        return usecases::briefClient(field, key, margin);
    };
    m_session->run(brief).then(this, [this, asked = m_clientKey](Result<usecases::ClientBrief> brief) {
        if (asked != m_clientKey)
            return;
        m_loaded = brief.has_value();
        m_fault = brief ? QString() : formats::error(brief.error());
        if (brief)
            m_brief = std::move(*brief);
        Q_EMIT changed();
    });
}

QString BriefModel::who() const
{
    QStringList who{QString::fromStdString(m_brief.client.name), QString::fromStdString(m_brief.person)};
    who.removeAll(QString());
    return who.join(QStringLiteral(" · "));
}

QString BriefModel::equation() const
{
    return formats::said(m_brief.brief.why);
}

QString BriefModel::lastPromise() const
{
    const auto& last = m_brief.brief.lastPromise;
    //: %1 is "6,480.00 € for 16/11, broken"
    return last ? tr("Last promise: %1").arg(formats::said(last->sentence)) : QString();
}

QString BriefModel::lastPromiseIcon() const
{
    const bool broken =
        m_brief.lastPromise == PromiseState::Broken || m_brief.lastPromise == PromiseState::PartiallyKept;
    return broken ? QStringLiteral("broken") : QStringLiteral("promise");
}

QStringList BriefModel::say() const
{
    return allSaid(m_brief.brief.say);
}

QStringList BriefModel::dontRaise() const
{
    return allSaid(m_brief.brief.dontRaise);
}

QList<GrantFigureValue> BriefModel::grant() const
{
    const VisitGrant& grant = m_brief.brief.grant;
    if (grant.instalments == 0)
        return {};
    //: Under the number of instalments one may grant
    return {
        {QString::number(grant.instalments), tr("instalment(s) at most", nullptr, grant.instalments)},
        //: Under "90 d". %1 is "21/02/2027"
        {formats::days(grant.until - m_brief.asOf), tr("until %1").arg(formats::dayMonth(grant.until, m_brief.asOf))},
        //: Under an amount
        {formats::amount(grant.downPayment), tr("down payment at least, within %n day(s)", nullptr, kDownPaymentDays)}};
}

QString BriefModel::grantSentence() const
{
    const VisitGrant& grant = m_brief.brief.grant;
    if (grant.instalments == 0)
        return formats::said(grant.sentence);
    //: %1 amount: what may be spread without asking
    return tr("For at most %1 of the invoices. Beyond it, a manager agrees.").arg(formats::amount(grant.amount));
}

void BriefModel::setMargin(const QString& percent)
{
    if (m_margin == percent)
        return;
    m_margin = percent;
    Q_EMIT marginChanged();
    load();
}

QString BriefModel::cost() const
{
    return m_brief.brief.cost.empty() ? QString() : formats::said(m_brief.brief.cost);
}

QString BriefModel::known() const
{
    return formats::said(m_brief.brief.freshness);
}

} // namespace encours::app
