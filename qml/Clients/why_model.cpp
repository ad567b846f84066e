// SPDX-License-Identifier: Apache-2.0
#include "qml/Clients/why_model.h"

#include "qml/Bridge/formats.h"

namespace encours::app {

namespace {

WhyLineValue lineOf(const std::string& number, const QString& text, const AmountValue& amount)
{
    WhyLineValue line;
    line.number = QString::fromStdString(number);
    line.text = text;
    line.amount = amount.text();
    QStringList spoken{line.number, amount.spoken(), text};
    spoken.removeAll(QString());
    line.spoken = spoken.join(QStringLiteral(", "));
    return line;
}

WhyTermValue termOf(const ExplainedTerm& term)
{
    WhyTermValue value;
    value.name = QString::fromUtf8(term.name);
    value.title = formats::said(term.title);
    value.amount = AmountValue::of(term.amount);
    value.rule = formats::said(term.rule);
    for (const TermLine& line : term.lines)
        value.lines.append(lineOf(line.number, formats::said(line.sentence), AmountValue::of(line.amount)));
    return value;
}

/// Nothing counted because no rate is entered is not nothing owed.
AmountValue told(Money interest, bool everyRateKnown)
{
    return everyRateKnown || !interest.isZero() ? AmountValue::of(interest) : AmountValue::unknown(interest.currency());
}

QString calculation(const Penalty& penalty)
{
    QStringList parts;
    for (const PenaltyLine& line : penalty.lines)
        parts.append(formats::said(sentenceOf(line)));
    return parts.join(QStringLiteral(" + "));
}

} // namespace

void WhyModel::setSession(Session* session)
{
    m_session.follow(session, this, &WhyModel::load);
}

void WhyModel::setClientKey(const QString& key)
{
    if (m_clientKey == key)
        return;
    m_clientKey = key;
    m_loaded = false;
    m_explained = {};
    Q_EMIT clientKeyChanged();
    Q_EMIT changed();
    load();
}

void WhyModel::setAsOf(const QString& iso)
{
    const std::optional<Day> day = Day::parseIso(iso.toStdString());
    if (day == m_asOf)
        return;
    m_asOf = day;
    m_loaded = false;
    Q_EMIT asOfChanged();
    Q_EMIT changed();
    load();
}

QString WhyModel::asOfName() const
{
    return m_asOf && m_session.get() ? formats::dayNamed(*m_asOf, m_session->today()) : QString();
}

void WhyModel::load()
{
    if (!m_session.isOpen() || m_clientKey.isEmpty())
        return;
    const auto explain = [key = m_clientKey.toStdString(), day = m_asOf](usecases::Field& field) {
        return usecases::explainAmount(field, key, day);
    };
    m_session->run(explain).then(
        this, [this, asked = m_clientKey, day = m_asOf](Result<usecases::ExplainedAmount> explained) {
            if (asked != m_clientKey || day != m_asOf)
                return;
            m_loaded = explained.has_value();
            m_fault = explained ? QString() : formats::error(explained.error());
            if (explained)
                m_explained = std::move(*explained);
            Q_EMIT changed();
        });
}

QList<WhyTermValue> WhyModel::terms() const
{
    QList<WhyTermValue> values;
    for (const ExplainedTerm& term : m_explained.terms)
        values.append(termOf(term));
    return values;
}

QList<WhyTermValue> WhyModel::beside() const
{
    if (m_explained.penalties.empty())
        return {};
    WhyTermValue interest;
    interest.name = QStringLiteral("interest");
    const bool atLeast = !m_explained.everyRateKnown && !m_explained.interest.isZero();
    interest.title = atLeast ? tr("Interest for late payment, at least") : tr("Interest for late payment");
    interest.amount = told(m_explained.interest, m_explained.everyRateKnown);
    interest.rule =
        tr("From the day after the due day to the day the money is there, at the rate of the ECB plus ten points "
           "unless your terms say another (Code de commerce art. L441-10 II).");
    for (const Sentence& source : m_explained.rateSources)
        interest.sources.append(formats::said(source));
    WhyTermValue fees;
    fees.name = QStringLiteral("fees");
    fees.title = tr("Fixed recovery indemnity");
    fees.amount = AmountValue::of(m_explained.fees);
    fees.rule = tr("Once for each invoice paid late (Code de commerce art. D441-5).");
    for (const usecases::ItemPenalty& one : m_explained.penalties) {
        interest.lines.append(
            lineOf(one.item.number, calculation(one.penalty), told(one.penalty.interest, one.penalty.unknown.empty())));
        if (!one.penalty.fee.isZero())
            fees.lines.append(lineOf(one.item.number, {}, AmountValue::of(one.penalty.fee)));
    }
    return {interest, fees};
}

QString WhyModel::known() const
{
    //: %1 is "20/11"
    return m_explained.coveredThrough
               ? tr("Receipts known through %1.").arg(formats::dayMonth(*m_explained.coveredThrough, m_explained.asOf))
               : QString();
}

} // namespace encours::app
