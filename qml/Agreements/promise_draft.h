// SPDX-License-Identifier: Apache-2.0
// A promise being noted: the invoices, the day, the amount; nothing is written before save(). GUI thread.
#pragma once

#include "qml/Agreements/amount_draft.h"
#include "qml/Agreements/day_pick.h"
#include "usecases/amend_promise.h"
#include "usecases/promise_payment.h"

namespace encours::app {

class PromiseDraft : public AmountDraft {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed FINAL)
    Q_PROPERTY(QList<encours::app::DraftItemValue> items READ items NOTIFY changed FINAL)
    Q_PROPERTY(bool amending READ isAmending NOTIFY changed FINAL)
    Q_PROPERTY(QString overdueCount READ overdueCount NOTIFY changed FINAL)
    Q_PROPERTY(encours::app::DayPick* day READ day CONSTANT FINAL)
    Q_PROPERTY(QString windowSentence READ windowSentence NOTIFY changed FINAL)
    Q_PROPERTY(QString residualSentence READ residualSentence NOTIFY changed FINAL)
    Q_PROPERTY(
        QString aboveSentence READ aboveSentence NOTIFY changed FINAL) // more is promised than is owed; else empty
    Q_PROPERTY(bool whole READ isWhole NOTIFY changed FINAL)
    Q_PROPERTY(bool half READ isHalf NOTIFY changed FINAL)
    Q_PROPERTY(QString methodName READ methodName NOTIFY changed FINAL)
    Q_PROPERTY(QString person READ person WRITE setPerson NOTIFY changed FINAL)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY changed FINAL) // optional, of a new promise
    Q_PROPERTY(int longestNote READ longestNote CONSTANT FINAL)
    /// Optional, of a new promise: it makes a receipt. What is changed after it asks for another one.
    Q_PROPERTY(encours::app::SignatureValue signature READ signature WRITE setSignature NOTIFY changed FINAL)
    Q_PROPERTY(bool canSign READ canSign NOTIFY changed FINAL)
    Q_PROPERTY(bool signatureVoid READ isSignatureVoid NOTIFY changed FINAL) // it was signed before the last change
    Q_PROPERTY(QString statement READ statement NOTIFY changed FINAL)        // what is signed
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    Q_PROPERTY(QString saveLabel READ saveLabel NOTIFY changed FINAL)

public:
    explicit PromiseDraft(QObject* parent = nullptr);

    /// A new draft for that client: the oldest invoice that may be demanded is selected, what is left to pay of it outside its
    /// disputes is the amount.
    Q_INVOKABLE void start(const QString& clientKey);
    /// The same, with that invoice selected.
    Q_INVOKABLE void startFor(const QString& clientKey, const QString& number);
    /// That promise, to be changed.
    Q_INVOKABLE void amend(const QString& clientKey, const QString& id);
    Q_INVOKABLE void toggleItem(int index);
    Q_INVOKABLE void takeWhole();
    Q_INVOKABLE void takeHalf();
    Q_INVOKABLE void nextMethod();
    Q_INVOKABLE void clearSignature();
    Q_INVOKABLE void save();
    /// Takes the promise just saved back: never sent, nothing is left; sent, it is withdrawn by us. Of a change: it stands as
    /// it stood.
    Q_INVOKABLE void undo();

    QList<DraftItemValue> items() const;
    QString overdueCount() const;
    DayPick* day() { return &m_day; }
    QString windowSentence() const;
    QString residualSentence() const;
    QString aboveSentence() const;
    bool isWhole() const { return m_amount && *m_amount == proposed(); }
    bool isHalf() const { return m_amount && *m_amount == halfOf(proposed()); }
    bool isAmending() const { return m_amended.has_value(); }
    QString methodName() const { return nameOf(m_method); }
    static QString nameOf(PaymentMethod method);
    QString person() const { return m_person; }
    void setPerson(const QString& person);
    QString note() const { return m_note; }
    void setNote(const QString& note);
    int longestNote() const { return static_cast<int>(kMaximumNoteCharacters); }
    SignatureValue signature() const { return m_signature; }
    void setSignature(const SignatureValue& signature);
    bool canSign() const { return !m_amended && m_day.day() && isAmountGood(); }
    bool isSignatureVoid() const { return m_signatureVoid; }
    QString statement() const;
    bool canSave() const;
    QString saveLabel() const;
    QString subtitle() const { return m_subtitle; }

private:
    void take(const usecases::ClientCard& card) override;
    void amountEdited() override { edited(); }
    /// By a person: it is kept, and what was signed is not what stands any more.
    void edited();
    std::vector<std::uint8_t> receipt() const;
    void takeToAmend(const usecases::ClientCard& card);
    std::vector<ItemId> selectedItems() const;
    /// Of what it says now.
    PromiseAmended change() const;
    bool changesSomething() const;
    void saveChange();
    void begin(const QString& clientKey, const QString& number, const QString& amended);
    std::optional<usecases::DraftKind> keptAs() const override
    {
        return m_amendedId.isEmpty() ? std::optional(usecases::DraftKind::Promise) : std::nullopt;
    }
    QJsonObject words() const override;
    void resume(const QJsonObject& words) override;
    void fill(const OperationBody& refused) override;
    void reset() override;
    struct Line {
        usecases::ItemLine item;
        bool selected = false;
    };
    bool isDisputed() const; ///< one of the selected invoices
    Money proposed() const;  ///< of the selected invoices: what is left to pay, their disputes taken off
    static Money halfOf(Money money);

    QString m_subtitle;
    QString m_number; // of the invoice asked for; empty = the oldest one
    Day m_today;
    std::vector<Line> m_lines;
    DayPick m_day{this};
    PaymentMethod m_method = PaymentMethod::Transfer;
    QString m_person;
    QString m_note;
    QString m_clientName;
    QString m_city;
    SignatureValue m_signature;
    bool m_signatureVoid = false;
    QString m_amendedId;              // of the promise to be changed; empty = a new one
    std::optional<Promise> m_amended; // as it stands, once it is there
    std::optional<usecases::PromiseMadeResult> m_lastSaved;
    std::optional<Promise> m_lastAmended; // as it stood
};

} // namespace encours::app
