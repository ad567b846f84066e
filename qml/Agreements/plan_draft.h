// SPDX-License-Identifier: Apache-2.0
// A payment plan being drawn up: invoices, how many instalments, from when, how often, each amount; and whether it may be
// granted at once. Nothing is written before save(). GUI thread.
#pragma once

#include "domain/agreements/plan_schedule.h"
#include "qml/Agreements/amount_draft.h"

namespace encours::app {

struct DraftInstalmentValue {
    Q_GADGET
    QML_VALUE_TYPE(draftInstalment)
    Q_PROPERTY(QString day MEMBER day CONSTANT FINAL) // "lundi 30 novembre"
    Q_PROPERTY(encours::app::AmountValue amount MEMBER amount CONSTANT FINAL)
    Q_PROPERTY(bool rest MEMBER rest CONSTANT FINAL) // the last one: it takes what is left
    Q_PROPERTY(bool selected MEMBER selected CONSTANT FINAL)

public:
    QString day;
    AmountValue amount;
    bool rest = false;
    bool selected = false;
};

class PlanDraft : public AmountDraft {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed FINAL)
    Q_PROPERTY(QList<encours::app::DraftItemValue> items READ items NOTIFY changed FINAL)
    Q_PROPERTY(QString debtSentence READ debtSentence NOTIFY changed FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(bool weekly READ isWeekly NOTIFY changed FINAL)
    Q_PROPERTY(QList<encours::app::DraftDayValue> days READ days NOTIFY changed FINAL)
    Q_PROPERTY(QList<encours::app::DraftInstalmentValue> schedule READ schedule NOTIFY changed FINAL)
    Q_PROPERTY(int chosen READ chosen NOTIFY changed FINAL)    // whose amount is typed; -1 = none
    Q_PROPERTY(bool within READ isWithin NOTIFY changed FINAL) // what this person may grant alone
    Q_PROPERTY(QStringList beyond READ beyond NOTIFY changed FINAL)
    Q_PROPERTY(QString reason READ reason WRITE setReason NOTIFY changed FINAL)
    Q_PROPERTY(QString person READ person WRITE setPerson NOTIFY changed FINAL)
    Q_PROPERTY(QString insurer READ insurer NOTIFY changed FINAL) // to be confirmed; empty = nothing
    Q_PROPERTY(bool confirmed READ isConfirmed WRITE setConfirmed NOTIFY changed FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY changed FINAL)
    Q_PROPERTY(QString saveLabel READ saveLabel NOTIFY changed FINAL)

public:
    static constexpr int kMostOffered = 12;

    explicit PlanDraft(QObject* parent = nullptr) : AmountDraft(parent) {}

    /// All that is overdue in three monthly instalments, from the first business day that is offered.
    Q_INVOKABLE void start(const QString& clientKey);
    Q_INVOKABLE void toggleItem(int index);
    /// 1 to kMostOffered; the amounts are equal again, here and in the two below.
    Q_INVOKABLE void setCount(int count);
    Q_INVOKABLE void setWeekly(bool weekly);
    Q_INVOKABLE void chooseDay(const QString& iso);
    /// Its amount is the one that is typed; the same again: none is.
    Q_INVOKABLE void chooseInstalment(int index);
    Q_INVOKABLE void save();
    /// Never sent, nothing is left; sent, it is cancelled.
    Q_INVOKABLE void undo();

    bool isAmountGood() const override { return AmountDraft::isAmountGood() && !m_schedule.empty(); }
    QString subtitle() const { return m_clientName; }
    QList<DraftItemValue> items() const;
    QString debtSentence() const;
    int count() const { return m_count; }
    bool isWeekly() const { return m_rhythm == PlanRhythm::Weekly; }
    QList<DraftDayValue> days() const;
    QList<DraftInstalmentValue> schedule() const;
    int chosen() const { return m_chosen ? static_cast<int>(*m_chosen) : -1; }
    bool isWithin() const;
    QStringList beyond() const;
    QString reason() const { return m_reason; }
    void setReason(const QString& reason);
    QString person() const { return m_person; }
    void setPerson(const QString& person);
    QString insurer() const;
    bool isConfirmed() const { return m_confirmed; }
    void setConfirmed(bool confirmed);
    bool canSave() const;
    QString saveLabel() const;

private:
    void take(const usecases::ClientCard& card) override;
    void amountEdited() override;
    void spread(); ///< equal again
    void shareOut();
    Money debt() const;
    PlanVersion version() const;
    std::optional<Sentence> insurerToConfirm() const;

    struct Line {
        usecases::ItemLine item;
        bool selected = false;
    };

    QString m_clientName;
    std::optional<Money> m_insuredLimit;
    Day m_today;
    std::vector<Line> m_lines;
    std::vector<Day> m_quickDays;
    Day m_first;
    int m_count = 3;
    PlanRhythm m_rhythm = PlanRhythm::Monthly;
    std::vector<std::optional<Money>> m_given; // as typed
    std::vector<Instalment> m_even;            // without them
    std::vector<Instalment> m_schedule;        // with them; empty = they leave nothing for the others
    std::optional<std::size_t> m_chosen;       // whose amount is typed
    QString m_reason;
    QString m_person;
    bool m_confirmed = false;
    std::optional<PaymentPlan> m_lastSaved;
};

} // namespace encours::app
