// SPDX-License-Identifier: Apache-2.0
#include "qml/Agreements/dispute_draft.h"

#include "domain/agreements/dispute_reasons.h"
#include "domain/agreements/note.h"
#include "qml/Bridge/pictures.h"
#include "qml/Bridge/texts.h"
#include "usecases/open_dispute.h"

#include <algorithm>
#include <array>
#include <utility>

namespace encours::app {

namespace {

/// What a salesperson hears most; the others are one touch away.
constexpr std::array<std::string_view, 8> kOffered{"QTE_ERR", "LIVR_INCOMP", "QUALITE_ERR", "PU_ERR",
                                                   "REM_ERR", "ART_ERR",     "DOUBLE_FACT", "AUTRE"};

} // namespace

void DisputeDraft::setPictures(PictureSource* pictures)
{
    if (m_pictures == pictures)
        return;
    if (m_pictures)
        m_pictures->disconnect(this);
    m_pictures = pictures;
    if (pictures) {
        connect(pictures, &PictureSource::picked, this, &DisputeDraft::readPhoto);
        connect(pictures, &PictureSource::failed, this, [this] {
            fail(Error{ErrorKind::Unavailable, "picture.unavailable", "No picture can be chosen here."});
        });
    }
    Q_EMIT changed();
}

void DisputeDraft::start(const QString& clientKey, const QString& number)
{
    m_number = number;
    m_lines.clear();
    m_reason.clear();
    m_allReasons = false;
    m_text.clear();
    dropPhoto();
    clearAmount();
    open(clientKey);
}

void DisputeDraft::take(const usecases::ClientCard& card)
{
    m_clientName = qt(card.client.name);
    m_currency = card.client.currency;
    m_today = card.asOf;
    m_lines.clear();
    for (const usecases::ItemLine& item : card.items) {
        const auto contested = [&](const usecases::DisputeLine& line) {
            return line.history.dispute.item == item.item.id && line.status.open;
        };
        if (item.item.residual.sign() > 0)
            m_lines.push_back({item, std::ranges::any_of(card.disputes, contested)});
    }
    const std::string number = m_number.toStdString();
    const auto first = std::ranges::find_if(
        m_lines, [&](const Line& line) { return number.empty() ? !line.disputed : line.item.item.number == number; });
    m_item = first == m_lines.end() ? 0 : static_cast<std::size_t>(first - m_lines.begin());
    takeWhole();
}

Money DisputeDraft::residual() const
{
    return hasItem() ? m_lines[m_item].item.item.residual : Money::ofMinor(0, m_currency);
}

bool DisputeDraft::isAmountGood() const
{
    return hasItem() && m_amount && m_amount->sign() > 0 && *m_amount <= residual();
}

QString DisputeDraft::amountFault() const
{
    if (!hasItem() || !m_amount || *m_amount <= residual())
        return AmountDraft::amountFault();
    //: Under the field of what is contested. %1 what is left to pay
    return tr("More than what is left to pay on this invoice (%1).").arg(formats::amount(residual()));
}

QList<DraftItemValue> DisputeDraft::items() const
{
    QList<DraftItemValue> values;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        values.append(DraftItemValue::of(m_lines[i].item, i == m_item));
        if (m_lines[i].disputed)
            values.last().detail += QStringLiteral(" · ") + tr("in dispute");
    }
    return values;
}

QList<DraftReasonValue> DisputeDraft::reasons() const
{
    QList<DraftReasonValue> values;
    const auto add = [&](const DisputeReason& reason) {
        const QString code = qt(reason.code);
        values.append(
            {code, formats::said({std::string(reason.french), std::string(reason.english)}), code == m_reason});
    };
    if (m_allReasons)
        std::ranges::for_each(disputeReasons(), add);
    else
        for (const std::string_view code : kOffered)
            add(*findDisputeReason(code));
    return values;
}

QString DisputeDraft::residualSentence() const
{
    //: Beside "How much of it?": what is left to pay on the invoice
    return tr("left to pay %1").arg(formats::amount(residual()));
}

int DisputeDraft::longest() const
{
    return static_cast<int>(kMaximumNoteCharacters);
}

QString DisputeDraft::answerSentence() const
{
    if (m_reason.isEmpty())
        return tr("The amount contested leaves what is to be demanded at once.");
    Dispute dispute;
    dispute.reason = m_reason.toStdString();
    dispute.openedOn = m_today;
    //: %1 is "8 décembre"
    return tr("The amount contested leaves what is to be demanded at once; the office answers by %1.")
        .arg(formats::dayNamed(answerDueBy(dispute), m_today));
}

void DisputeDraft::chooseItem(int index)
{
    if (index < 0 || static_cast<std::size_t>(index) >= m_lines.size())
        return;
    m_item = static_cast<std::size_t>(index);
    takeWhole();
}

void DisputeDraft::chooseReason(const QString& code)
{
    m_reason = code;
    Q_EMIT changed();
}

void DisputeDraft::takeWhole()
{
    setAmount(residual());
    Q_EMIT changed();
}

void DisputeDraft::choosePhoto()
{
    if (m_pictures)
        m_pictures->choose();
}

void DisputeDraft::takePhoto()
{
    if (m_pictures)
        m_pictures->takePhoto();
}

void DisputeDraft::dropPhoto()
{
    ++m_photoAsked;
    m_readingPhoto = false;
    setPhoto({});
}

void DisputeDraft::readPhoto(const QByteArray& file)
{
    if (!session())
        return;
    m_readingPhoto = true;
    Q_EMIT changed();
    session()
        ->run([file](usecases::Field&) { return reencodedPicture(file); })
        .then(this, [this, asked = ++m_photoAsked](Result<std::vector<std::uint8_t>> photo) {
            if (asked != m_photoAsked)
                return;
            m_readingPhoto = false;
            if (!photo)
                return fail(photo.error());
            clearFault();
            setPhoto(std::move(*photo));
        });
}

void DisputeDraft::setPhoto(std::vector<std::uint8_t> photo)
{
    m_photo = std::move(photo);
    m_photoShown.clear();
    if (!m_photo.empty()) {
        const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char*>(m_photo.data()), std::ssize(m_photo));
        m_photoShown = QStringLiteral("data:image/jpeg;base64,") + QString::fromLatin1(bytes.toBase64());
    }
    Q_EMIT changed();
}

bool DisputeDraft::canSave() const
{
    return m_client && isAmountGood() && !m_reason.isEmpty() && !m_readingPhoto && !isSaving();
}

QString DisputeDraft::saveLabel() const
{
    if (m_reason.isEmpty())
        return tr("Say why");
    if (!isAmountGood())
        return tr("Say how much");
    //: The button repeats what it does. %1 amount, %2 number of the invoice
    return tr("Contest %1 of %2").arg(formats::amount(*m_amount), qt(m_lines[m_item].item.item.number));
}

void DisputeDraft::save()
{
    if (!canSave() || !session())
        return;
    usecases::DisputeRequest request;
    request.client = *m_client;
    request.item = m_lines[m_item].item.item.id;
    request.amount = *m_amount;
    request.reason = m_reason.toStdString();
    request.text = m_text.toStdString();
    request.photo = m_photo;
    write([request](usecases::Field& field) { return usecases::openDispute(field, request); },
          [this](const Dispute& dispute) {
              m_lastSaved = dispute;
              //: Toast. %1 amount, %2 number of the invoice
              return tr("Dispute noted: %1 of %2")
                  .arg(formats::amount(dispute.amount), qt(m_lines[m_item].item.item.number));
          });
}

void DisputeDraft::undo()
{
    if (!m_lastSaved || !session())
        return;
    takeBack([dispute = *std::exchange(m_lastSaved, std::nullopt)](usecases::Field& field) {
        return usecases::takeBackDispute(field, dispute.id, dispute.client);
    });
}

} // namespace encours::app
