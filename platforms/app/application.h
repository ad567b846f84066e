// SPDX-License-Identifier: Apache-2.0
// The app, wired: session, vault, synchronisation, translations, window. The program and its tests make one. A
// QGuiApplication must exist; the clock must outlive it. GUI thread.
#pragma once

#include "platforms/app/auto_lock.h"
#include "qml/Bridge/document_target.h"
#include "qml/Bridge/picture_source.h"
#include "qml/Settings/document_fetcher.h"
#include "qml/Settings/look_model.h"
#include "qml/Settings/sync_model.h"
#include "qml/Vault/demonstration_model.h"
#include "qml/Vault/vault_model.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTranslator>

#include <filesystem>
#include <functional>
#include <memory>

namespace encours::app {

using ColorChoice = LookModel::Colors;

struct ApplicationOptions {
    std::filesystem::path data;
    QString language; ///< "fr", "en"; empty: as chosen in the app, else French on a French system, else English
    ColorChoice colors = ColorChoice::System;
    int textScalePercent = 100; ///< 100 to 200
    QSize size{390, 844};       ///< at first
    store::VaultCost vaultCost{};
    const store::BootClock* bootClock = &store::systemBootClock();       ///< outlives the application
    device::TransportFactory transports;                                 ///< empty: HTTPS
    std::function<std::unique_ptr<PictureSource>(QQmlEngine&)> pictures; ///< empty: files, by the dialog of the system
    std::function<std::unique_ptr<DocumentTarget>(QQmlEngine&)>
        documents;                  ///< empty: files, by the dialog of the system
    bool automaticSync = true;      ///< by itself, besides when asked
    QString demonstrationCode;      ///< of the demonstration, which opens itself by it; empty: a firm's own data
    std::function<void()> onSwitch; ///< to the demonstration or back: end this and make the other; empty: not offered
};

/// The words, before anything says one.
class Translation {
public:
    explicit Translation(const QString& language);
    ~Translation();
    Translation(const Translation&) = delete;
    /// Other words from now on: whoever shows some asks for them again.
    void use(const QString& language);

private:
    QTranslator m_translator;
};

class Application {
public:
    Application(const ApplicationOptions& options, const Clock& clock);
    Application(const Application&) = delete;

    /// Nothing when the window could not be made: a fault of the build.
    QQuickWindow* window() const;
    Session& session() { return m_session; }
    VaultModel& vault() { return m_vault; }
    AutoLock& autoLock() { return m_autoLock; }
    SyncModel& sync() { return m_sync; }
    LookModel& look() { return m_look; }

private:
    void connectSync();
    void showLook();
    void changeLanguage();

    LookModel m_look;
    LockModel m_lockAfter;
    Translation m_translation;
    Session m_session;
    VaultModel m_vault;
    AutoLock m_autoLock;
    SyncModel m_sync;
    DocumentFetcher m_fetcher;
    DemonstrationModel m_demonstration;
    std::unique_ptr<PictureSource> m_pictures;
    std::unique_ptr<DocumentTarget> m_documents;
    QQmlApplicationEngine m_engine; // last: the window goes first
};

} // namespace encours::app
