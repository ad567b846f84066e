// SPDX-License-Identifier: Apache-2.0
// Locks a device that nobody looks at: after the minutes that were chosen without a touch, key or click, after one minute behind
// other apps (ux.md S11). What was being written is kept as a draft. Time asleep counts. Belongs to the GUI thread.
#pragma once

#include "qml/Settings/lock_model.h"
#include "qml/Vault/vault_model.h"

#include <QTimer>

namespace encours::app {

class AutoLock : public QObject {
public:
    static constexpr std::chrono::minutes kAway{1};

    /// All must outlive it. Watches the events of the whole application.
    AutoLock(VaultModel& vault, const LockModel& after, const store::BootClock& boot);

    /// The app went behind others, or came back.
    void setAway(bool away);

protected:
    /// The touch that wakes a device left alone for too long only shows that it is locked.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool lockWhenDue();
    void restart() { m_since = m_boot.now().up; }

    VaultModel& m_vault;
    const LockModel& m_after;
    const store::BootClock& m_boot;
    std::chrono::microseconds m_since{};
    bool m_away = false;
    QTimer m_timer;
};

} // namespace encours::app
