// SPDX-License-Identifier: Apache-2.0
// A promise that was made, looked at: what it says, how it stands, and what can still be said of it. GUI thread.
#pragma once

#include "qml/Agreements/draft.h"
#include "usecases/promise_payment.h"

namespace encours::app {

class StandingPromise : public Draft {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString id READ id NOTIFY changed FINAL)
    Q_PROPERTY(QString clientName READ clientName NOTIFY changed FINAL)
    Q_PROPERTY(encours::app::AmountValue amount READ amount NOTIFY changed FINAL)
    Q_PROPERTY(QString forWhen READ forWhen NOTIFY changed FINAL) // "pour le vendredi 27 novembre"
    Q_PROPERTY(encours::app::BadgeValue badge READ badge NOTIFY changed FINAL)
    Q_PROPERTY(QString fate READ fate NOTIFY changed FINAL)     // beside the badge
    Q_PROPERTY(QString detail READ detail NOTIFY changed FINAL) // "FA-2608-0142 · Paul Tréval · virement"
    Q_PROPERTY(QString noted READ noted NOTIFY changed FINAL)   // "notée le 12/11 par Nadia Ferrand"
    Q_PROPERTY(bool canChange READ canChange NOTIFY changed FINAL)
    Q_PROPERTY(bool canWithdraw READ canWithdraw NOTIFY changed FINAL)

public:
    explicit StandingPromise(QObject* parent = nullptr) : Draft(parent) {}

    Q_INVOKABLE void show(const QString& clientKey, const QString& id);
    /// By the debtor, or by us: it should not have been noted.
    Q_INVOKABLE void withdraw(bool byDebtor);
    /// It stands again, unless the centre knows already: that is told.
    Q_INVOKABLE void undo();

    QString id() const { return m_id; }
    QString clientName() const { return m_clientName; }
    AmountValue amount() const;
    QString forWhen() const;
    BadgeValue badge() const;
    QString fate() const;
    QString detail() const;
    QString noted() const;
    /// While it is awaited: what was not kept is promised anew, not changed.
    bool canChange() const;
    bool canWithdraw() const;

private:
    void take(const usecases::ClientCard& card) override;

    QString m_id;
    QString m_clientName;
    Day m_today;
    std::optional<usecases::PromiseLine> m_line;
    bool m_signed = false;
    std::optional<Promise> m_lastWithdrawn; // as it stood
};

} // namespace encours::app
