// SPDX-License-Identifier: Apache-2.0
#include "qml/Agreements/promise_draft.h"

#include "qml/Agreements/receipt_pdf.h"
#include "qml/Bridge/texts.h"

#include <QJsonArray>

#include <algorithm>
#include <ranges>
#include <utility>

namespace encours::app {

PromiseDraft::PromiseDraft(QObject* parent) : AmountDraft(parent)
{
    connect(&m_day, &DayPick::changed, this, &Draft::changed);
    connect(&m_day, &DayPick::chosen, this, &PromiseDraft::edited);
}

void PromiseDraft::start(const QString& clientKey)
{
    startFor(clientKey, {});
}

void PromiseDraft::startFor(const QString& clientKey, const QString& number)
{
    begin(clientKey, number, {});
}

void PromiseDraft::amend(const QString& clientKey, const QString& id)
{
    begin(clientKey, {}, id);
}

void PromiseDraft::begin(const QString& clientKey, const QString& number, const QString& amended)
{
    flush();
    m_number = number;
    m_amendedId = amended;
    m_amended.reset();
    m_signature = {};
    m_signatureVoid = false;
    m_note.clear();
    open(clientKey);
}

void PromiseDraft::reset()
{
    m_amendedId.clear();
    m_amended.reset();
    m_signature = {};
    m_signatureVoid = false;
    m_note.clear();
}

void PromiseDraft::take(const usecases::ClientCard& card)
{
    m_currency = card.client.currency;
    m_today = card.asOf;
    m_lines.clear();
    // What can be promised: open invoices, overdue first since they come oldest due first.
    for (const usecases::ItemLine& item : card.items) {
        if (!item.item.residual.isZero())
            m_lines.push_back({item, false});
    }
    auto asked =
        std::ranges::find(m_lines, m_number.toStdString(), [](const Line& line) { return line.item.item.number; });
    if (asked == m_lines.end()) // what is promised already, or in dispute, is not what a person has come for
        asked = std::ranges::find_if(m_lines, [](const Line& line) { return line.item.collectible.sign() > 0; });
    if (asked == m_lines.end())
        asked = std::ranges::find_if(m_lines, [](const Line& line) { return line.item.undisputed.sign() > 0; });
    if (asked != m_lines.end())
        asked->selected = true;
    m_day.start(m_today, kLongestPromiseDays);
    m_clientName = qt(card.client.name);
    m_city = qt(card.client.city);
    setAmount(proposed());
    m_method = PaymentMethod::Transfer;
    m_person = card.contacts.empty() ? QString() : qt(card.contacts.front().name);
    const QString role = card.contacts.empty() || card.contacts.front().role.empty()
                             ? QString()
                             : QStringLiteral(", ") + qt(card.contacts.front().role);
    //: Subtitle of the promise. %1 client, %2 person with role
    m_subtitle =
        m_person.isEmpty() ? qt(card.client.name) : tr("%1 · said by %2").arg(qt(card.client.name), m_person + role);
    if (!m_amendedId.isEmpty())
        takeToAmend(card);
}

void PromiseDraft::takeToAmend(const usecases::ClientCard& card)
{
    const auto found = std::ranges::find(card.promises, m_amendedId.toStdString(),
                                         [](const auto& line) { return line.promise.id.value.toString(); });
    if (found == card.promises.end())
        return;
    m_amended = found->promise;
    m_lines.clear();
    for (const usecases::ItemLine& item : card.items) {
        const bool named = std::ranges::contains(m_amended->items, item.item.id);
        if (named || !item.item.residual.isZero())
            m_lines.push_back({item, named});
    }
    m_day.resume(m_amended->promisedFor);
    setAmount(m_amended->amount);
    m_method = m_amended->method;
    m_person = qt(m_amended->promisedBy);
    m_subtitle = m_person.isEmpty() ? qt(card.client.name) : tr("%1 · said by %2").arg(qt(card.client.name), m_person);
}

std::vector<ItemId> PromiseDraft::selectedItems() const
{
    std::vector<ItemId> items;
    for (const Line& line : m_lines) {
        if (line.selected)
            items.push_back(line.item.item.id);
    }
    return items;
}

PromiseAmended PromiseDraft::change() const
{
    return {m_amount, m_day.day(), m_method, true, selectedItems()};
}

bool PromiseDraft::changesSomething() const
{
    std::vector<ItemId> items = selectedItems();
    std::ranges::sort(items);
    std::vector<ItemId> before = m_amended->items;
    std::ranges::sort(before);
    return m_amount != m_amended->amount || m_day.day() != m_amended->promisedFor || m_method != m_amended->method ||
           items != before;
}

QJsonObject PromiseDraft::words() const
{
    QJsonArray items;
    for (const Line& line : m_lines) {
        if (line.selected)
            items.append(static_cast<qint64>(line.item.item.id.value));
    }
    return {{QStringLiteral("items"), items},
            {QStringLiteral("day"), m_day.chosenDay()},
            // The whole stays the whole when money comes in meanwhile.
            {QStringLiteral("amount"), isWhole() ? QString() : amountText()},
            {QStringLiteral("method"), static_cast<int>(m_method)},
            {QStringLiteral("person"), m_person},
            {QStringLiteral("note"), m_note}};
}

void PromiseDraft::resume(const QJsonObject& words)
{
    const QJsonArray items = words[QStringLiteral("items")].toArray();
    for (Line& line : m_lines)
        line.selected = items.contains(static_cast<qint64>(line.item.item.id.value));
    m_day.resume(dayIn(words[QStringLiteral("day")]));
    const QString typed = words[QStringLiteral("amount")].toString();
    setAmount(proposed());
    if (!typed.isEmpty()) {
        editAmount(typed);
        settleAmount();
    }
    m_method = static_cast<PaymentMethod>(
        std::clamp(words[QStringLiteral("method")].toInt(), 1, static_cast<int>(PaymentMethod::Cash)));
    m_person = words[QStringLiteral("person")].toString();
    m_note = words[QStringLiteral("note")].toString();
}

void PromiseDraft::fill(const OperationBody& refused)
{
    const auto* made = std::get_if<PromiseMade>(&refused);
    if (!made)
        return;
    const Promise& promise = made->promise;
    for (Line& line : m_lines)
        line.selected = std::ranges::contains(promise.items, line.item.item.id);
    m_day.resume(promise.promisedFor); // not one that has passed
    setAmount(promise.amount);
    m_method = promise.method;
    m_person = qt(promise.promisedBy);
}

Money PromiseDraft::proposed() const
{
    Money sum = Money::ofMinor(0, m_currency);
    for (const Line& line : m_lines) {
        if (line.selected)
            sum += line.item.undisputed;
    }
    return sum;
}

Money PromiseDraft::halfOf(Money money)
{
    return Money::ofMinor(money.minor() / 2 + money.minor() % 2, money.currency()); // the odd cent is asked for
}

QList<DraftItemValue> PromiseDraft::items() const
{
    QList<DraftItemValue> values;
    for (const Line& line : m_lines) {
        DraftItemValue& value = values.emplaceBack(DraftItemValue::of(line.item, line.selected));
        value.amount = AmountValue::of(line.item.undisputed);
        if (!line.item.disputed.isZero()) {
            const QString late = line.item.daysLate > 0 ? formats::days(line.item.daysLate) : value.detail;
            //: Of an invoice. %1 "40 j", %2 the amount in dispute, which is not asked for
            value.detail = tr("%1 · %2 in dispute taken off").arg(late, formats::amount(line.item.disputed));
        }
        if (line.item.nextLevel > 1 && !m_amended) {
            //: This would be the Nth promise on this invoice. In French "2e promesse"
            value.detail += QStringLiteral(" · ") + tr("promise no. %1").arg(line.item.nextLevel);
        }
    }
    return values;
}

QString PromiseDraft::overdueCount() const
{
    const auto overdue = std::ranges::count_if(m_lines, [](const Line& line) { return line.item.daysLate > 0; });
    //: Beside "Which invoices?"
    return tr("%n overdue", nullptr, static_cast<int>(overdue));
}

QString PromiseDraft::windowSentence() const
{
    if (!m_day.day())
        return tr("Two business days of grace are added to the day.");
    //: The rule of the grace as a date. %1 is "1er décembre"
    return tr("Kept if the money is there on %1 in the evening")
        .arg(formats::dayNamed(windowEnd(*m_day.day(), usecases::promiseRules()), m_today));
}

bool PromiseDraft::isDisputed() const
{
    return std::ranges::any_of(m_lines, [](const Line& line) { return line.selected && !line.item.disputed.isZero(); });
}

QString PromiseDraft::residualSentence() const
{
    //: Beside "How much?": what is left to pay on the chosen invoices, what is in dispute taken off
    return (isDisputed() ? tr("undisputed %1") : tr("left to pay %1")).arg(formats::amount(proposed()));
}

QString PromiseDraft::aboveSentence() const
{
    if (!isAmountGood() || selectedItems().empty() || *m_amount <= proposed())
        return {};
    const QString owed = formats::amount(proposed());
    //: Under the amount of a promise, which may be saved all the same. %1 what is left to pay on the chosen invoices
    return isDisputed()
               ? tr("More than what is left to pay on the chosen invoices outside their disputes (%1).").arg(owed)
               : tr("More than what is left to pay on the chosen invoices (%1).").arg(owed);
}

QString PromiseDraft::nameOf(PaymentMethod method)
{
    switch (method) {
    case PaymentMethod::Unknown: return tr("Unknown");
    case PaymentMethod::Transfer: return tr("Bank transfer");
    case PaymentMethod::Cheque: return tr("Cheque");
    case PaymentMethod::BillOfExchange: return tr("Bill of exchange");
    case PaymentMethod::DirectDebit: return tr("Direct debit");
    case PaymentMethod::Card: return tr("Card");
    case PaymentMethod::Cash: return tr("Cash");
    }
    return {};
}

void PromiseDraft::edited()
{
    m_signatureVoid = m_signatureVoid || !m_signature.isEmpty();
    m_signature = {};
    touch();
}

void PromiseDraft::setSignature(const SignatureValue& signature)
{
    m_signature = signature;
    m_signatureVoid = m_signatureVoid && signature.isEmpty();
    Q_EMIT changed();
}

void PromiseDraft::clearSignature()
{
    setSignature({});
}

QString PromiseDraft::statement() const
{
    return canSign() ? receiptStatement(*m_amount, *m_day.day()) : QString();
}

std::vector<std::uint8_t> PromiseDraft::receipt() const
{
    if (m_signature.isEmpty())
        return {};
    PromiseReceipt receipt;
    receipt.company = session()->company();
    receipt.client = m_clientName;
    receipt.city = m_city;
    std::vector<PromiseReceipt::Share> invoices;
    for (const Line& line : m_lines) {
        const Item& item = line.item.item;
        if (!line.selected)
            continue;
        receipt.invoices.push_back({qt(item.number), item.residual, {}});
        invoices.push_back({item.due, line.item.undisputed, item.residual});
    }
    receipt.amount = *m_amount;
    const std::vector<Money> shares = PromiseReceipt::sharesOf(receipt.amount, invoices);
    for (std::size_t i = 0; i < shares.size(); ++i)
        receipt.invoices[i].promised = shares[i];
    receipt.promisedFor = *m_day.day();
    receipt.windowEnd = windowEnd(*m_day.day(), usecases::promiseRules());
    receipt.method = methodName();
    receipt.person = m_person;
    receipt.signature = m_signature;
    receipt.madeAt = session()->clock().now();
    receipt.author = session()->person();
    const QByteArray pdf = receiptPdf(receipt);
    return {pdf.begin(), pdf.end()};
}

void PromiseDraft::setPerson(const QString& person)
{
    m_person = person;
    edited();
    Q_EMIT changed();
}

void PromiseDraft::setNote(const QString& note)
{
    m_note = note; // it is no part of what was signed
    touch();
    Q_EMIT changed();
}

bool PromiseDraft::canSave() const
{
    const bool said = m_amendedId.isEmpty() || (m_amended && changesSomething());
    return m_client && m_day.day() && isAmountGood() && said && !isSaving();
}

QString PromiseDraft::saveLabel() const
{
    if (!isAmountGood())
        return tr("Say how much");
    if (!m_day.day())
        return tr("Choose a day");
    const QString amount = formats::amount(*m_amount);
    if (m_amended) {
        //: The button repeats what it does. %1 amount, %2 "27 novembre"
        return tr("Change to %1 for %2").arg(amount, formats::dayNamed(*m_day.day(), m_today));
    }
    //: The button repeats what it does. %1 amount, %2 "27 novembre"
    return tr("Save %1 for %2").arg(amount, formats::dayNamed(*m_day.day(), m_today));
}

void PromiseDraft::toggleItem(int index)
{
    if (index < 0 || static_cast<std::size_t>(index) >= m_lines.size())
        return;
    const bool followed = isWhole();
    m_lines[static_cast<std::size_t>(index)].selected ^= true;
    if (followed || !m_amount)
        setAmount(proposed());
    edited();
    Q_EMIT changed();
}

void PromiseDraft::takeWhole()
{
    setAmount(proposed());
    edited();
    Q_EMIT changed();
}

void PromiseDraft::takeHalf()
{
    setAmount(halfOf(proposed()));
    edited();
    Q_EMIT changed();
}

void PromiseDraft::nextMethod()
{
    const int last = static_cast<int>(PaymentMethod::Cash);
    m_method = static_cast<PaymentMethod>(static_cast<int>(m_method) % last + 1); // Unknown is not offered
    edited();
    Q_EMIT changed();
}

void PromiseDraft::save()
{
    if (!canSave() || !session())
        return;
    if (m_amended)
        return saveChange();
    usecases::PromiseRequest request;
    request.client = *m_client;
    request.items = selectedItems();
    request.amount = *m_amount;
    request.promisedFor = *m_day.day();
    request.method = m_method;
    request.channel = PromiseChannel::Visit;
    request.promisedBy = m_person.toStdString();
    request.receipt = receipt();
    request.note = m_note.toStdString();
    write(
        [request, refused = corrects()](usecases::Field& field) {
            return refused ? usecases::correctPromise(field, *refused, request)
                           : usecases::promisePayment(field, request);
        },
        [this](const usecases::PromiseMadeResult& made) {
            m_lastAmended.reset();
            m_lastSaved = made;
            const QString amount = formats::amount(made.promise.amount);
            const QString day = formats::dayNamed(made.promise.promisedFor, m_today);
            if (!m_signature.isEmpty()) {
                //: Toast. %1 amount, %2 "27 novembre"
                return tr("Promise noted and signed: %1 for %2").arg(amount, day);
            }
            //: Toast. %1 amount, %2 "27 novembre"
            return tr("Promise noted: %1 for %2").arg(amount, day);
        });
}

void PromiseDraft::saveChange()
{
    const auto work = [before = *m_amended, change = change()](usecases::Field& field) -> Result<Promise> {
        ENCOURS_CHECK(usecases::amendPromise(field, {before.client, before.id}, change));
        return before;
    };
    write(work, [this, amount = *m_amount, day = *m_day.day()](const Promise& before) {
        m_lastSaved.reset();
        m_lastAmended = before;
        //: Toast. %1 amount, %2 "27 novembre"
        return tr("Promise changed: %1 for %2").arg(formats::amount(amount), formats::dayNamed(day, m_today));
    });
}

void PromiseDraft::undo()
{
    if (!session())
        return;
    if (m_lastAmended)
        return takeBack([before = *std::exchange(m_lastAmended, std::nullopt)](usecases::Field& field) {
            return usecases::takeBackSaid(field, before);
        });
    if (!m_lastSaved)
        return;
    const auto work =
        [made = *std::exchange(m_lastSaved, std::nullopt)](usecases::Field& field) -> Result<usecases::TakenBack> {
        if (made.note)
            ENCOURS_CHECK(usecases::takeBackNote(field, made.note->id, made.note->client));
        return usecases::takeBackPromise(field, made.promise.id, made.promise.client);
    };
    takeBack(work);
}

} // namespace encours::app
