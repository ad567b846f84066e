// SPDX-License-Identifier: Apache-2.0
#include "qml/Agreements/standing_promise.h"

#include "domain/agreements/attached.h"
#include "qml/Agreements/promise_draft.h"
#include "qml/Bridge/promise_words.h"

#include <algorithm>
#include <utility>

namespace encours::app {

void StandingPromise::show(const QString& clientKey, const QString& id)
{
    m_id = id;
    m_line.reset();
    open(clientKey);
}

void StandingPromise::take(const usecases::ClientCard& card)
{
    m_clientName = QString::fromStdString(card.client.name);
    m_today = card.asOf;
    const auto found = std::ranges::find(card.promises, m_id.toStdString(), [](const usecases::PromiseLine& line) {
        return line.promise.id.value.toString();
    });
    m_line = found == card.promises.end() ? std::nullopt : std::optional(*found);
    m_signed = m_line && !attachedTo(m_line->said, m_line->promise.id.value).empty();
}

AmountValue StandingPromise::amount() const
{
    return m_line ? AmountValue::of(m_line->promise.amount) : AmountValue::unknown();
}

QString StandingPromise::forWhen() const
{
    //: The day of a promise. %1 is "Friday 27 November"
    return m_line ? tr("for %1").arg(formats::weekdayNamed(m_line->promise.promisedFor)) : QString();
}

BadgeValue StandingPromise::badge() const
{
    return m_line ? promiseBadge(m_line->promise, m_line->status, m_line->pending, m_today) : BadgeValue();
}

QString StandingPromise::fate() const
{
    return m_line ? promiseFate(m_line->status, m_today) : QString();
}

QString StandingPromise::detail() const
{
    if (!m_line)
        return {};
    QStringList parts;
    for (const std::string& number : m_line->itemNumbers)
        parts.append(QString::fromStdString(number));
    if (m_line->promise.items.empty())
        parts.append(tr("on account"));
    parts.append(QString::fromStdString(m_line->promise.promisedBy));
    if (m_line->promise.method != PaymentMethod::Unknown)
        parts.append(PromiseDraft::nameOf(m_line->promise.method));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString StandingPromise::noted() const
{
    if (!m_line)
        return {};
    //: Of a promise. %1 is "12/11", %2 a person
    const QString noted = tr("noted on %1 by %2")
                              .arg(formats::dayMonth(m_line->promise.madeOn, m_today),
                                   QString::fromStdString(m_line->promise.authorName));
    return m_signed ? noted + QStringLiteral(" · ") + tr("signed receipt in the documents") : noted;
}

bool StandingPromise::canChange() const
{
    return m_line && m_line->status.state == PromiseState::Open && !isSaving();
}

bool StandingPromise::canWithdraw() const
{
    if (!m_line || isSaving() || m_line->promise.ending != PromiseEnding::None)
        return false;
    const PromiseState state = m_line->status.state;
    return state == PromiseState::Open || state == PromiseState::PartiallyKept || state == PromiseState::Broken;
}

void StandingPromise::withdraw(bool byDebtor)
{
    if (!canWithdraw() || !session())
        return;
    const auto ending = byDebtor ? PromiseEnding::WithdrawnByDebtor : PromiseEnding::WithdrawnByUs;
    const auto work = [promise = m_line->promise, ending](usecases::Field& field) -> Result<Promise> {
        ENCOURS_CHECK(usecases::withdrawPromise(field, promise.id, promise.client, ending));
        return promise;
    };
    write(work, [this](const Promise& withdrawn) {
        m_lastWithdrawn = withdrawn;
        m_line.reset();
        //: Toast. %1 amount, %2 "27 novembre"
        return tr("Promise withdrawn: %1 for %2")
            .arg(formats::amount(withdrawn.amount), formats::dayNamed(withdrawn.promisedFor, m_today));
    });
}

void StandingPromise::undo()
{
    if (!m_lastWithdrawn || !session())
        return;
    takeBack([before = *std::exchange(m_lastWithdrawn, std::nullopt)](usecases::Field& field) {
        return usecases::takeBackSaid(field, before);
    });
}

} // namespace encours::app
