// SPDX-License-Identifier: Apache-2.0
#include "qml/Settings/look_model.h"

#include <QSettings>

#include <algorithm>

namespace encours::app {

namespace {

constexpr const char* kColors = "colors";
constexpr const char* kTextScale = "text_scale";
constexpr const char* kLanguage = "language";

QString languageOr(const QString& language, const QString& fallback)
{
    return language == QStringLiteral("fr") || language == QStringLiteral("en") ? language : fallback;
}

} // namespace

LookModel::LookModel(const std::filesystem::path& directory, QObject* parent)
    : QObject(parent), m_file(QString::fromStdString((directory / "look.ini").string()))
{
    const QSettings kept(m_file, QSettings::IniFormat);
    m_colors = static_cast<Colors>(std::clamp(kept.value(kColors, 0).toInt(), 0, static_cast<int>(Colors::Dark)));
    m_textScale = std::clamp(kept.value(kTextScale, kLeastScale).toInt(), kLeastScale, kMostScale);
    m_language = languageOr(kept.value(kLanguage).toString(), {});
}

void LookModel::start(Colors colors, int textScale, const QString& language)
{
    if (colors != Colors::System)
        m_colors = colors;
    if (textScale > kLeastScale)
        m_textScale = std::min(textScale, kMostScale);
    m_language = languageOr(language, m_language);
}

void LookModel::keep() const
{
    QSettings kept(m_file, QSettings::IniFormat);
    kept.setValue(kColors, static_cast<int>(m_colors));
    kept.setValue(kTextScale, m_textScale);
    kept.setValue(kLanguage, m_language);
}

void LookModel::setColors(Colors colors)
{
    m_colors = colors;
    keep();
    Q_EMIT changed();
}

void LookModel::setTextScale(int percent)
{
    m_textScale = std::clamp(percent, kLeastScale, kMostScale);
    keep();
    Q_EMIT changed();
}

void LookModel::setLanguage(const QString& language)
{
    m_language = languageOr(language, {});
    keep();
    Q_EMIT languageChanged();
    Q_EMIT changed();
}

QString LookModel::summary() const
{
    const QString colors = m_colors == Colors::System  ? tr("as the system")
                           : m_colors == Colors::Light ? tr("light")
                                                       : tr("dark");
    //: How the app looks. %1 "light", %2 a size of text in percent; the blank before the sign is U+00A0 in French
    return tr("%1, text %2%").arg(colors).arg(m_textScale);
}

} // namespace encours::app
