// SPDX-License-Identifier: Apache-2.0
#include "platforms/app/auto_lock.h"

#include <QEvent>
#include <QGuiApplication>

namespace encours::app {

namespace {

constexpr std::chrono::seconds kLookEvery{10};

bool isFromAPerson(QEvent::Type type)
{
    switch (type) {
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::KeyPress: return true;
    default: return false;
    }
}

} // namespace

AutoLock::AutoLock(VaultModel& vault, const LockModel& after, const store::BootClock& boot)
    : m_vault(vault), m_after(after), m_boot(boot)
{
    restart();
    QObject::connect(&m_timer, &QTimer::timeout, this, [this] { lockWhenDue(); });
    m_timer.start(kLookEvery);
    qGuiApp->installEventFilter(this);
}

void AutoLock::setAway(bool away)
{
    if (away == m_away)
        return;
    lockWhenDue(); // no timer runs in an app that was put to sleep
    m_away = away;
    restart();
}

bool AutoLock::eventFilter(QObject*, QEvent* event)
{
    if (!isFromAPerson(event->type()))
        return false;
    const bool locked = lockWhenDue();
    restart();
    return locked;
}

bool AutoLock::lockWhenDue()
{
    using Stage = VaultModel::Stage;
    const bool open = (m_vault.stage() == Stage::Open || m_vault.isChanging()) && !m_vault.isBusy();
    if (!open || m_boot.now().up - m_since < (m_away ? kAway : m_after.idle()))
        return false;
    m_vault.lock();
    return true;
}

} // namespace encours::app
