// SPDX-License-Identifier: Apache-2.0
#include "qml/Settings/lock_model.h"

#include <QSettings>

namespace encours::app {

namespace {

constexpr const char* kMinutes = "minutes";

} // namespace

LockModel::LockModel(const std::filesystem::path& directory, QObject* parent)
    : QObject(parent), m_file(QString::fromStdString((directory / "lock.ini").string()))
{
    const int kept = QSettings(m_file, QSettings::IniFormat).value(kMinutes, kLongest).toInt();
    if (choices().contains(kept))
        m_minutes = kept;
}

void LockModel::setMinutes(int minutes)
{
    if (m_minutes == minutes || !choices().contains(minutes))
        return;
    m_minutes = minutes;
    QSettings(m_file, QSettings::IniFormat).setValue(kMinutes, minutes);
    Q_EMIT changed();
}

QString LockModel::summary() const
{
    //: When the device locks itself
    return tr("after %n minute(s) without a touch", nullptr, m_minutes);
}

} // namespace encours::app
