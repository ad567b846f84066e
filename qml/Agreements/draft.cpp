// SPDX-License-Identifier: Apache-2.0
#include "qml/Agreements/draft.h"

#include <QJsonDocument>

namespace encours::app {

QList<DraftDayValue> DraftDayValue::of(const std::vector<Day>& days, std::optional<Day> selected)
{
    QList<DraftDayValue> values;
    for (const Day day : days)
        values.append(
            {formats::shortDay(day), formats::weekday(day), QString::fromStdString(day.iso()), selected == day});
    return values;
}

DraftItemValue DraftItemValue::of(const usecases::ItemLine& line, bool selected)
{
    DraftItemValue value;
    value.number = QString::fromStdString(line.item.number);
    value.detail = line.daysLate > 0 ? formats::daysLate(line.daysLate) : formats::dueIn(-line.daysLate);
    value.amount = AmountValue::of(line.item.residual);
    value.bucket = static_cast<int>(line.bucket);
    value.selected = selected;
    return value;
}

Draft::Draft(QObject* parent) : QObject(parent)
{
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(std::chrono::seconds(1));
    connect(&m_keeping, &QTimer::timeout, this, &Draft::keep);
}

void Draft::touch()
{
    if (keptHere() && m_client)
        m_keeping.start();
}

void Draft::flush()
{
    if (!m_keeping.isActive())
        return;
    m_keeping.stop();
    keep();
}

void Draft::keep()
{
    if (!m_session || !m_session->isOpen() || !m_client || !keptHere())
        return;
    const QJsonObject words = this->words();
    const QByteArray json = words.isEmpty() ? QByteArray() : QJsonDocument(words).toJson(QJsonDocument::Compact);
    const usecases::DraftContent content(json.begin(), json.end());
    const auto work = [content, client = *m_client, kind = *keptHere()](usecases::Field& field) {
        return usecases::keepDraft(field, client, kind, content);
    };
    m_session->run(work).then(this, [this, client = m_client](const Result<void>& kept) {
        if (!kept && client == m_client) // the words are still on the screen
            fail(kept.error());
    });
}

void Draft::startAgain()
{
    if (!m_session || !m_client || !keptHere())
        return;
    m_keeping.stop();
    m_session->run([client = *m_client, kind = *keptHere()](usecases::Field& field) {
        return usecases::keepDraft(field, client, kind, {});
    });
    reset();
    open(m_clientKey);
}

void Draft::setSession(Session* session)
{
    m_session = session;
    // A lock does not wait for the next second.
    if (session)
        connect(session, &Session::closing, this, [this] {
            if (!m_keeping.isActive())
                return;
            flush();
            m_session->run([](usecases::Field&) { return true; }).waitForFinished();
        });
    Q_EMIT sessionChanged();
}

void Draft::open(const QString& clientKey)
{
    flush();
    m_corrects.reset();
    load(clientKey);
}

void Draft::correct(const QString& clientKey, const QString& operation)
{
    flush();
    reset();
    const auto id = Uuid::parse(operation.toStdString());
    m_corrects = OperationId{id ? *id : Uuid()};
    load(clientKey);
}

void Draft::load(const QString& clientKey)
{
    m_clientKey = clientKey;
    m_refused.reset();
    m_client.reset();
    m_resumed = false;
    m_fault.clear();
    Q_EMIT changed();
    if (!m_session)
        return;
    struct Opened {
        Result<usecases::ClientCard> card;
        QJsonObject kept{};
        std::optional<Result<OutboxEntry>> refused{};
    };
    const auto work = [key = clientKey.toStdString(), kind = keptHere(),
                       corrects = m_corrects](usecases::Field& field) {
        Opened opened{usecases::openClient(field, key)};
        if (opened.card && corrects)
            opened.refused = usecases::findRefused(field, *corrects);
        if (opened.card && kind) {
            const auto kept = usecases::findDraft(field, opened.card->client.id, *kind);
            if (kept)
                opened.kept =
                    QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char*>(kept->data()), std::ssize(*kept)))
                        .object();
        }
        return opened;
    };
    m_session->run(work).then(this, [this, asked = clientKey, corrects = m_corrects](const Opened& opened) {
        if (asked != m_clientKey || corrects != m_corrects)
            return;
        if (!opened.card)
            return fail(opened.card.error());
        setCard(*opened.card);
        if (opened.refused) {
            if (!*opened.refused)
                return fail(opened.refused->error());
            m_refused = **opened.refused;
            fill(m_refused->operation.body);
            Q_EMIT changed();
        }
        if (opened.kept.isEmpty())
            return;
        resume(opened.kept);
        m_resumed = true;
        Q_EMIT changed();
    });
}

void Draft::setCard(const usecases::ClientCard& card)
{
    m_client = card.client.id;
    take(card);
    Q_EMIT changed();
}

std::optional<Day> Draft::dayIn(const QJsonValue& iso)
{
    const auto day = Day::parseIso(iso.toString().toStdString());
    return day ? std::optional(*day) : std::nullopt;
}

void Draft::fail(const Error& error)
{
    m_fault = formats::error(error);
    Q_EMIT changed();
}

} // namespace encours::app
