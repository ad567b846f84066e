// SPDX-License-Identifier: Apache-2.0
// A promise being noted: the invoices, the day, the amount; nothing is written before save(). GUI thread.
#pragma once

#include "qml/Agreements/draft.h"
#include "usecases/promise_payment.h"

namespace encours::app {

struct DraftItemValue {
    Q_GADGET
    QML_VALUE_TYPE(draftItem)
    Q_PROPERTY(QString number MEMBER number CONSTANT FINAL)
    Q_PROPERTY(QString detail MEMBER detail CONSTANT FINAL) // "88 j de retard · 2e promesse"
    Q_PROPERTY(encours::app::AmountValue amount MEMBER amount CONSTANT FINAL)
    Q_PROPERTY(int bucket MEMBER bucket CONSTANT FINAL)
    Q_PROPERTY(bool selected MEMBER selected CONSTANT FINAL)

public:
    QString number;
    QString detail;
    AmountValue amount;
    int bucket = 0;
    bool selected = false;
};

class PromiseDraft : public Draft {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool ready READ isReady NOTIFY changed FINAL)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed FINAL)
    Q_PROPERTY(QList<encours::app::DraftItemValue> items READ items NOTIFY changed FINAL)
    Q_PROPERTY(QString overdueCount READ overdueCount NOTIFY changed FINAL)
    Q_PROPERTY(QList<encours::app::DraftDayValue> days READ days NOTIFY changed FINAL)
    Q_PROPERTY(QString otherDay READ otherDay NOTIFY changed FINAL)   // a chosen day that is not among `days`
    Q_PROPERTY(QString otherYear READ otherYear NOTIFY changed FINAL) // its year, when it is not this one
    Q_PROPERTY(QString today READ today NOTIFY changed FINAL)         // ISO, as the next one
    Q_PROPERTY(QString chosenDay READ chosenDay NOTIFY changed FINAL)
    Q_PROPERTY(
        int firstMonth READ firstMonth NOTIFY changed FINAL) // of the days that can be promised: year × 12 + month
    Q_PROPERTY(int lastMonth READ lastMonth NOTIFY changed FINAL)
    Q_PROPERTY(QString windowSentence READ windowSentence NOTIFY changed FINAL)
    Q_PROPERTY(QString residualSentence READ residualSentence NOTIFY changed FINAL)
    Q_PROPERTY(encours::app::AmountValue amount READ amount NOTIFY changed FINAL)
    Q_PROPERTY(QString amountText READ amountText NOTIFY changed FINAL) // as a person edits it
    Q_PROPERTY(bool amountGood READ isAmountGood NOTIFY changed FINAL)
    Q_PROPERTY(bool whole READ isWhole NOTIFY changed FINAL)
    Q_PROPERTY(bool half READ isHalf NOTIFY changed FINAL)
    Q_PROPERTY(QString methodName READ methodName NOTIFY changed FINAL)
    Q_PROPERTY(QString person READ person WRITE setPerson NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    Q_PROPERTY(QString saveLabel READ saveLabel NOTIFY changed FINAL)

public:
    explicit PromiseDraft(QObject* parent = nullptr) : Draft(parent) {}

    /// A new draft for that client: the oldest overdue invoice is selected, its residual is the amount.
    Q_INVOKABLE void start(const QString& clientKey);
    Q_INVOKABLE void toggleItem(int index);
    Q_INVOKABLE void chooseDay(const QString& iso);
    /// A business day from today to the longest a promise may run.
    Q_INVOKABLE bool canPromiseFor(const QString& iso) const;
    /// At each key: what is typed stays as it is, also when it is no amount yet.
    Q_INVOKABLE void editAmount(const QString& text);
    /// When the typing is over: a good amount is written as amounts are.
    Q_INVOKABLE void settleAmount();
    Q_INVOKABLE void takeWhole();
    Q_INVOKABLE void takeHalf();
    Q_INVOKABLE void nextMethod();
    Q_INVOKABLE void save();
    /// Takes the promise just saved back: never sent, nothing is left; sent, it is withdrawn by us.
    Q_INVOKABLE void undo();

    bool isReady() const { return m_client.has_value(); }
    QList<DraftItemValue> items() const;
    QString overdueCount() const;
    QList<DraftDayValue> days() const;
    QString otherDay() const;
    QString otherYear() const;
    QString today() const;
    QString chosenDay() const;
    int firstMonth() const;
    int lastMonth() const;
    QString windowSentence() const;
    QString residualSentence() const;
    AmountValue amount() const { return m_amount ? AmountValue::of(*m_amount) : AmountValue::unknown(); }
    QString amountText() const { return m_amountText; }
    bool isAmountGood() const { return m_amount && m_amount->sign() > 0; }
    bool isWhole() const { return m_amount && *m_amount == residual(); }
    bool isHalf() const { return m_amount && *m_amount == halfOf(residual()); }
    QString methodName() const;
    QString person() const { return m_person; }
    void setPerson(const QString& person);
    bool canSave() const;
    QString saveLabel() const;
    QString subtitle() const { return m_subtitle; }

private:
    void take(const usecases::ClientCard& card) override;
    struct Line {
        usecases::ItemLine item;
        bool selected = false;
    };
    Money residual() const; ///< of the selected invoices
    static Money halfOf(Money money);
    bool isOtherDay() const;
    void setAmount(Money amount);

    QString m_subtitle;
    Currency m_currency;
    Day m_today;
    std::vector<Line> m_lines;
    std::vector<Day> m_quickDays;
    std::optional<Day> m_day;
    std::optional<Money> m_amount;
    QString m_amountText;
    PaymentMethod m_method = PaymentMethod::Transfer;
    QString m_person;
    std::optional<Promise> m_lastSaved;
};

} // namespace encours::app
