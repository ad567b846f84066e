// SPDX-License-Identifier: Apache-2.0
// How this person wants to read: theme, size of the text, language. Kept in a small file beside the device's own, which holds
// nothing of the ledger. What the program was started with wins for its run. GUI thread.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <filesystem>

namespace encours::app {

class LookModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The program makes the look")
    Q_PROPERTY(Colors colors READ colors WRITE setColors NOTIFY changed FINAL)
    Q_PROPERTY(int textScale READ textScale WRITE setTextScale NOTIFY changed FINAL)  // per cent, 100 to 200
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed FINAL) // "fr", "en"; empty: the system's
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)                     // "Clair · 125 % · Français"

public:
    enum class Colors { System, Light, Dark };
    Q_ENUM(Colors)
    static constexpr int kLeastScale = 100;
    static constexpr int kMostScale = 200;

    /// `directory`: of the device. What cannot be read there is as if never chosen.
    explicit LookModel(const std::filesystem::path& directory, QObject* parent = nullptr);

    Colors colors() const { return m_colors; }
    void setColors(Colors colors);
    int textScale() const { return m_textScale; }
    void setTextScale(int percent);
    QString language() const { return m_language; }
    void setLanguage(const QString& language);
    QString summary() const;

    /// For this run only, nothing is kept.
    void start(Colors colors, int textScale, const QString& language);

Q_SIGNALS:
    void changed();
    void languageChanged();

private:
    void keep() const;

    QString m_file;
    Colors m_colors = Colors::System;
    int m_textScale = kLeastScale;
    QString m_language;
};

} // namespace encours::app
