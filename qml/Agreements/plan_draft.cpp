// SPDX-License-Identifier: Apache-2.0
#include "qml/Agreements/plan_draft.h"

#include "domain/agreements/plan_terms.h"
#include "qml/Agreements/day_choices.h"
#include "qml/Bridge/texts.h"
#include "usecases/propose_plan.h"

#include <algorithm>
#include <utility>

namespace encours::app {

namespace {

constexpr int kFirstCount = 3;

} // namespace

void PlanDraft::start(const QString& clientKey)
{
    m_lines.clear();
    m_even.clear();
    m_schedule.clear();
    m_count = kFirstCount;
    m_rhythm = PlanRhythm::Monthly;
    m_confirmed = false;
    //: Why a payment plan is asked for, as offered; it can be written otherwise
    m_reason = tr("Short of cash for a time");
    open(clientKey);
}

void PlanDraft::take(const usecases::ClientCard& card)
{
    m_clientName = qt(card.client.name);
    m_insuredLimit = card.client.insuredLimit;
    m_currency = card.client.currency;
    m_today = card.asOf;
    m_person = card.contacts.empty() ? QString() : qt(card.contacts.front().name);
    m_lines.clear();
    for (const usecases::ItemLine& item : card.items) {
        if (item.item.residual.sign() > 0)
            m_lines.push_back({item, item.daysLate > 0});
    }
    m_quickDays = quickDays(m_today);
    m_first = m_quickDays.front();
    spread();
}

Money PlanDraft::debt() const
{
    Money sum = Money::ofMinor(0, m_currency);
    for (const Line& line : m_lines) {
        if (line.selected)
            sum += line.item.item.residual;
    }
    return sum;
}

void PlanDraft::spread()
{
    m_given.assign(static_cast<std::size_t>(m_count), std::nullopt);
    m_chosen.reset();
    clearAmount();
    ScheduleRequest request;
    request.debt = debt();
    request.downPayment = Money::ofMinor(0, m_currency);
    request.proposedOn = request.downPaymentOn = m_today;
    request.firstDue = m_first;
    request.instalments = m_count;
    request.rhythm = m_rhythm;
    auto made = makeSchedule(request);
    m_even = made ? std::move(made->instalments) : std::vector<Instalment>();
    shareOut();
}

void PlanDraft::shareOut()
{
    auto shared = withGivenAmounts(m_even, m_given);
    m_schedule = shared ? std::move(*shared) : std::vector<Instalment>();
    Q_EMIT changed();
}

void PlanDraft::amountEdited()
{
    if (!m_chosen)
        return;
    m_given[*m_chosen] = m_amount;
    auto shared = withGivenAmounts(m_even, m_given);
    m_schedule = shared && m_amount ? std::move(*shared) : std::vector<Instalment>();
}

QList<DraftItemValue> PlanDraft::items() const
{
    QList<DraftItemValue> values;
    for (const Line& line : m_lines)
        values.append(DraftItemValue::of(line.item, line.selected));
    return values;
}

QString PlanDraft::debtSentence() const
{
    //: Beside "How many instalments?": what the plan spreads
    return tr("%1 to spread").arg(formats::amount(debt()));
}

QList<DraftDayValue> PlanDraft::days() const
{
    return DraftDayValue::of(m_quickDays, m_first);
}

QList<DraftInstalmentValue> PlanDraft::schedule() const
{
    QList<DraftInstalmentValue> values;
    for (std::size_t i = 0; i < m_even.size(); ++i)
        values.append({formats::weekdayNamed(m_even[i].due),
                       m_schedule.empty() ? AmountValue::unknown(m_currency) : AmountValue::of(m_schedule[i].amount),
                       i + 1 == m_even.size(), m_chosen == i});
    return values;
}

PlanVersion PlanDraft::version() const
{
    PlanVersion version;
    for (const Line& line : m_lines) {
        if (line.selected)
            version.items.push_back(line.item.item.id);
    }
    version.debt = debt();
    version.carryingCost = Money::ofMinor(0, m_currency);
    version.schedule = m_schedule;
    version.reason = m_reason.trimmed().toStdString();
    version.proposedOn = m_today;
    return version;
}

QStringList PlanDraft::beyond() const
{
    QStringList sentences;
    if (m_schedule.empty())
        return sentences;
    for (const Sentence& reason : beyondEnvelope(version(), PlanEnvelope()))
        sentences.append(formats::said(reason));
    return sentences;
}

bool PlanDraft::isWithin() const
{
    return !m_schedule.empty() && beyond().isEmpty();
}

std::optional<Sentence> PlanDraft::insurerToConfirm() const
{
    std::vector<Item> items;
    for (const Line& line : m_lines)
        items.push_back(line.item.item);
    return insurerSentence(version(), items, {m_insuredLimit, {}});
}

QString PlanDraft::insurer() const
{
    const auto sentence = insurerToConfirm();
    return sentence ? formats::said(*sentence) : QString();
}

void PlanDraft::setConfirmed(bool confirmed)
{
    m_confirmed = confirmed;
    Q_EMIT changed();
}

void PlanDraft::setReason(const QString& reason)
{
    m_reason = reason;
    Q_EMIT changed();
}

void PlanDraft::setPerson(const QString& person)
{
    m_person = person;
    Q_EMIT changed();
}

void PlanDraft::toggleItem(int index)
{
    if (index < 0 || static_cast<std::size_t>(index) >= m_lines.size())
        return;
    m_lines[static_cast<std::size_t>(index)].selected ^= true;
    spread();
}

void PlanDraft::setCount(int count)
{
    m_count = std::clamp(count, 1, kMostOffered);
    spread();
}

void PlanDraft::setWeekly(bool weekly)
{
    m_rhythm = weekly ? PlanRhythm::Weekly : PlanRhythm::Monthly;
    spread();
}

void PlanDraft::chooseDay(const QString& iso)
{
    if (const auto day = Day::parseIso(iso.toStdString()); day && std::ranges::contains(m_quickDays, *day))
        m_first = *day;
    spread();
}

void PlanDraft::chooseInstalment(int index)
{
    const auto place = static_cast<std::size_t>(index);
    if (index < 0 || place + 1 >= m_even.size() || m_chosen == place) {
        m_chosen.reset();
    } else {
        m_chosen = place;
        setAmount(m_schedule.empty() ? m_even[place].amount : m_schedule[place].amount);
    }
    Q_EMIT changed();
}

bool PlanDraft::canSave() const
{
    const bool confirmed = m_confirmed || insurer().isEmpty();
    return m_client && !m_schedule.empty() && !m_reason.trimmed().isEmpty() && !m_person.trimmed().isEmpty() &&
           confirmed && !isSaving();
}

QString PlanDraft::saveLabel() const
{
    if (debt().isZero())
        return tr("Choose invoices");
    if (m_schedule.empty())
        return tr("Say how much");
    const QString sum = formats::amount(debt());
    //: The button repeats what it does. %1 amount, %n instalments
    return isWithin() ? tr("Grant %1 in %n instalment(s)", nullptr, m_count).arg(sum)
                      //: As above; a manager has to approve it
                      : tr("Ask for %1 in %n instalment(s)", nullptr, m_count).arg(sum);
}

void PlanDraft::save()
{
    if (!canSave() || !session())
        return;
    usecases::PlanRequest request;
    request.client = *m_client;
    request.version = version();
    request.parties = {m_person.trimmed().toStdString()};
    request.grantWithinEnvelope = true;
    if (const auto sentence = insurerToConfirm())
        request.version.insurerConfirmed = sentence->fr;
    write([request](usecases::Field& field) { return usecases::proposePlan(field, request); },
          [this](const PlanHistory& history) {
              m_lastSaved = history.plan;
              const QString sum = formats::amount(history.plan.versions.back().debt);
              //: Toast. %1 amount
              return history.plan.events.empty() ? tr("Plan of %1 sent for approval").arg(sum)
                                                 //: Toast. %1 amount, %2 who has to sign
                                                 : tr("Plan of %1 granted; %2 has to sign it").arg(sum, m_person);
          });
}

void PlanDraft::undo()
{
    if (!m_lastSaved || !session())
        return;
    takeBack([plan = *std::exchange(m_lastSaved, std::nullopt)](usecases::Field& field) {
        return usecases::takeBackPlan(field, plan.id, contentHash(plan, plan.versions.back()), plan.client);
    });
}

} // namespace encours::app
