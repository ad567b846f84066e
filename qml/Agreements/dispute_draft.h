// SPDX-License-Identifier: Apache-2.0
// What a client contests, being noted: one invoice, why, how much of it, in their words, a photo. Nothing is written before
// save(). GUI thread.
#pragma once

#include "domain/agreements/dispute.h"
#include "qml/Agreements/amount_draft.h"
#include "qml/Bridge/picture_source.h"

namespace encours::app {

struct DraftReasonValue {
    Q_GADGET
    QML_VALUE_TYPE(draftReason)
    Q_PROPERTY(QString code MEMBER code CONSTANT FINAL)
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL)
    Q_PROPERTY(bool selected MEMBER selected CONSTANT FINAL)

public:
    QString code;
    QString name;
    bool selected = false;
};

class DisputeDraft : public AmountDraft {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(encours::app::PictureSource* pictures READ pictures WRITE setPictures NOTIFY changed FINAL REQUIRED)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed FINAL)
    Q_PROPERTY(QList<encours::app::DraftItemValue> items READ items NOTIFY changed FINAL)
    Q_PROPERTY(QList<encours::app::DraftReasonValue> reasons READ reasons NOTIFY changed FINAL)
    Q_PROPERTY(bool allReasons MEMBER m_allReasons NOTIFY changed FINAL)
    Q_PROPERTY(QString residualSentence READ residualSentence NOTIFY changed FINAL)
    Q_PROPERTY(bool whole READ isWhole NOTIFY changed FINAL)
    Q_PROPERTY(QString text MEMBER m_text NOTIFY changed FINAL)
    Q_PROPERTY(int longest READ longest CONSTANT FINAL)
    Q_PROPERTY(QString photo READ photo NOTIFY changed FINAL) // a data: address; empty = none
    Q_PROPERTY(bool readingPhoto READ isReadingPhoto NOTIFY changed FINAL)
    Q_PROPERTY(QString answerSentence READ answerSentence NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    Q_PROPERTY(QString saveLabel READ saveLabel NOTIFY changed FINAL)

public:
    explicit DisputeDraft(QObject* parent = nullptr) : AmountDraft(parent) {}

    PictureSource* pictures() const { return m_pictures; }
    void setPictures(PictureSource* pictures);

    /// Of that invoice, or of the oldest one that is not in dispute; the whole of it until something else is typed.
    Q_INVOKABLE void start(const QString& clientKey, const QString& number);
    Q_INVOKABLE void chooseItem(int index);
    Q_INVOKABLE void chooseReason(const QString& code);
    Q_INVOKABLE void takeWhole();
    Q_INVOKABLE void choosePhoto();
    Q_INVOKABLE void takePhoto();
    Q_INVOKABLE void dropPhoto();
    Q_INVOKABLE void save();
    /// Never sent, nothing is left; sent, it is withdrawn.
    Q_INVOKABLE void undo();

    bool isAmountGood() const override;
    QString amountFault() const override;
    QString subtitle() const { return m_clientName; }
    QList<DraftItemValue> items() const;
    QList<DraftReasonValue> reasons() const;
    QString residualSentence() const;
    bool isWhole() const { return m_amount && *m_amount == residual(); }
    int longest() const;
    QString photo() const { return m_photoShown; }
    bool isReadingPhoto() const { return m_readingPhoto; }
    QString answerSentence() const;
    bool canSave() const;
    QString saveLabel() const;

private:
    void take(const usecases::ClientCard& card) override;
    void readPhoto(const QByteArray& file);
    void setPhoto(std::vector<std::uint8_t> photo);
    bool hasItem() const { return m_item < m_lines.size(); }
    Money residual() const;

    QPointer<PictureSource> m_pictures;
    QString m_clientName;
    Day m_today;
    QString m_number; // asked for
    struct Line {
        usecases::ItemLine item;
        bool disputed = false; // already
    };
    std::vector<Line> m_lines;
    std::size_t m_item = 0;
    QString m_reason;
    bool m_allReasons = false;
    QString m_text;
    std::vector<std::uint8_t> m_photo;
    QString m_photoShown;
    bool m_readingPhoto = false;
    int m_photoAsked = 0; // the last one asked for is the one that counts
    std::optional<Dispute> m_lastSaved;
};

} // namespace encours::app
