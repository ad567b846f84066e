// SPDX-License-Identifier: Apache-2.0
// Drives the real window by touch and keys, looks at every item in it, and collects what Qt complains about.
#pragma once

#include "platforms/app/application.h"
#include "tests/qml/verdon_device.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace encours::test {

inline constexpr QSize kPhone{390, 844};

inline QString fr(const char* text)
{
    return QString::fromUtf8(text);
}

/// Every warning of Qt and QML while it lives. One at a time.
class WarningCatcher {
public:
    WarningCatcher();
    ~WarningCatcher();
    QStringList take();
};

/// A test in which nothing may warn: what was said during a case fails it.
class QuietTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // After QtTest has put its own handler in place.
    void initTestCase() { m_warnings = std::make_unique<WarningCatcher>(); }
    void cleanupTestCase() { m_warnings.reset(); }
    void init() { m_warnings->take(); }
    void cleanup();

private:
    std::unique_ptr<WarningCatcher> m_warnings;
};

/// Gives the picture it was told to, as a camera or a gallery would.
class HandPictures final : public app::PictureSource {
public:
    bool hasCamera() const override { return true; }
    void choose() override { Q_EMIT picked(next); }
    void takePhoto() override { Q_EMIT picked(next); }
    QByteArray next; ///< a file
};

/// Keeps what was given away, as a disk that has room, or has none.
class HandDocuments final : public app::DocumentTarget {
public:
    void give(const QString& name, const QByteArray& file) override
    {
        if (full)
            return Q_EMIT failed();
        last = file;
        lastName = name;
        Q_EMIT given();
    }
    bool full = false;
    QString lastName;
    QByteArray last;
};

class AppDriver {
public:
    /// On a Verdon device in a directory that goes away; `enrolled` false: an empty one. `transports`: the way to its centre.
    AppDriver(QSize size, bool dark, int textScalePercent = 100, bool enrolled = true,
              const QString& language = QStringLiteral("fr"), device::TransportFactory transports = {});

    app::Application& application() { return *m_application; }
    /// Leaves the program and starts it again on the same data.
    void restart();
    /// As the program does once it was asked for: ends, and starts again on the demonstration.
    void demonstrate();
    /// How often the demonstration was asked for, or left.
    int switched() const { return m_switched; }
    StillClock& clock() { return m_clock; }
    HandPictures& pictures() { return *m_pictures; }
    HandDocuments& documents() { return *m_documents; }
    std::filesystem::path directory() const { return m_directory.path().toStdString(); }
    QQuickWindow* window() { return m_application->window(); }

    /// A visible item by its objectName, in the window or its sheets; null when there is none.
    QQuickItem* find(const QString& objectName) const;
    /// Waits up to five seconds for it, and for it to stand still.
    QQuickItem* waitFor(const QString& objectName) const;
    /// Touches its middle, scrolling to it first. False when it does not come.
    bool tap(const QString& objectName);
    /// The same, with something that happens while the finger lies on it.
    bool tapWhile(const QString& objectName, const std::function<void()>& meanwhile);
    /// Walks there by the tab key, as one does without a pointer. False when a round does not meet it.
    bool reach(const QString& objectName);
    /// How often it has touched something.
    int taps() const { return m_taps; }
    /// Draws a stroke across it, from left to right.
    bool stroke(const QString& objectName);
    bool typePin(const char* pin = kPin);
    /// Key by key, where the cursor is. ASCII.
    void type(const char* text);
    /// On an empty device: from the invitation, through a code of its own, to the first loading that has begun.
    bool enrol(const QString& invitation);
    /// To the day.
    bool unlockToday();
    /// To the list of clients.
    bool unlock();
    /// All visible texts, in the order of the tree.
    QStringList texts() const;
    bool waitForText(const QString& part) const;
    /// Whether a text with that part lies in the window whole, not scrolled away.
    bool isInSight(const QString& part) const;

    /// Faults of what is visible, once its texts stand still: text cut, over another one or out of the window; targets
    /// under 48, without a name or a role, out of reach of the keys. Empty is right.
    QStringList faults() const;
    /// Writes build/screenshots/NAME.png.
    void screenshot(const QString& name);
    /// What is shown once it stands still, held against tests/qml/approved/NAME.png: empty is right (approved_pictures.h).
    QString differenceFromApproved(const QString& name);

private:
    QTemporaryDir m_directory;
    StillClock m_clock;
    StillBootClock m_bootClock{m_clock};
    int m_taps = 0;
    int m_switched = 0;
    QTemporaryDir m_demonstration;
    HandPictures* m_pictures = nullptr; // the application's, as the next one
    HandDocuments* m_documents = nullptr;
    app::ApplicationOptions m_options;
    std::unique_ptr<app::Application> m_application;
};

} // namespace encours::test
