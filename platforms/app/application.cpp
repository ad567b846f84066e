// SPDX-License-Identifier: Apache-2.0
#include "platforms/app/application.h"

#include "platforms/app/file_documents.h"
#include "platforms/app/file_pictures.h"
#include "sync/device/qt_transport.h"

#include <QGuiApplication>
#include <QLocale>
#include <QNetworkInformation>
#include <QStyleHints>
#include <QThreadPool>
#include <QTimer>

namespace encours::app {

namespace {

device::TransportFactory transportsOf(const ApplicationOptions& options)
{
    if (options.transports)
        return options.transports;
    return [](const std::string& url, const std::array<std::uint8_t, 32>& pin) {
        return std::make_unique<device::QtTransport>(url, pin);
    };
}

/// A window that only lost the focus is still looked at.
bool isAway(Qt::ApplicationState state)
{
    return state != Qt::ApplicationActive && state != Qt::ApplicationInactive;
}

/// What was kept, and above it what the program was started with.
LookModel& started(LookModel& look, const ApplicationOptions& options)
{
    look.start(options.colors, options.textScalePercent, options.language);
    return look;
}

} // namespace

Translation::Translation(const QString& language)
{
    use(language);
}

void Translation::use(const QString& language)
{
    const bool french =
        language.isEmpty() ? QLocale::system().language() == QLocale::French : language == QStringLiteral("fr");
    QLocale::setDefault(french ? QLocale(QLocale::French, QLocale::France)
                               : QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCoreApplication::removeTranslator(&m_translator);
    // English needs its plurals too; without the file the source words show.
    if (m_translator.load(
            QStringLiteral(":/i18n/encours_%1.qm").arg(french ? QStringLiteral("fr") : QStringLiteral("en"))))
        QCoreApplication::installTranslator(&m_translator);
}

Translation::~Translation()
{
    QCoreApplication::removeTranslator(&m_translator);
}

Application::Application(const ApplicationOptions& options, const Clock& clock)
    : m_look(options.data), m_lockAfter(options.data), m_translation(started(m_look, options).language()),
      m_session(clock), m_vault(m_session, options.data, transportsOf(options), options.vaultCost, *options.bootClock),
      m_autoLock(m_vault, m_lockAfter, *options.bootClock), m_sync(m_session, transportsOf(options)),
      m_fetcher(m_session, transportsOf(options)),
      m_demonstration(options.demonstrationCode, static_cast<bool>(options.onSwitch))
{
    QCoreApplication::setApplicationVersion(QStringLiteral(ENCOURS_VERSION));
    showLook();
    QObject::connect(&m_sync, &SyncModel::damaged, &m_vault, &VaultModel::suspectDamage);
    QObject::connect(&m_sync, &SyncModel::synchronised, &m_fetcher, &DocumentFetcher::resume);
    QObject::connect(&m_look, &LookModel::changed, &m_engine, [this] { showLook(); });
    QObject::connect(&m_look, &LookModel::languageChanged, &m_engine, [this] { changeLanguage(); });
    QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, &m_engine,
                     [this] { showLook(); });
    QObject::connect(qGuiApp, &QGuiApplication::applicationStateChanged, &m_autoLock,
                     [this](Qt::ApplicationState state) { m_autoLock.setAway(isAway(state)); });
    if (options.onSwitch)
        QObject::connect(&m_demonstration, &DemonstrationModel::switched, &m_engine, options.onSwitch);
    m_pictures = options.pictures ? options.pictures(m_engine) : std::make_unique<FilePictures>(m_engine);
    m_documents = options.documents ? options.documents(m_engine) : std::make_unique<FileDocuments>(m_engine);
    if (options.automaticSync)
        connectSync();
    m_engine.setInitialProperties({{"session", QVariant::fromValue(&m_session)},
                                   {"vault", QVariant::fromValue(&m_vault)},
                                   {"sync", QVariant::fromValue(&m_sync)},
                                   {"look", QVariant::fromValue(&m_look)},
                                   {"autoLock", QVariant::fromValue(&m_lockAfter)},
                                   {"pictures", QVariant::fromValue(m_pictures.get())},
                                   {"target", QVariant::fromValue(m_documents.get())},
                                   {"source", QVariant::fromValue<DocumentSource*>(&m_fetcher)},
                                   {"demonstration", QVariant::fromValue(&m_demonstration)},
                                   {"unknownAmount", QVariant::fromValue(AmountValue::unknown())},
                                   {"width", options.size.width()},
                                   {"height", options.size.height()}});
    m_engine.loadFromModule("Encours.Shell", "Main");
    for (const QChar digit : options.demonstrationCode)
        m_vault.typeDigit(digit.digitValue());
    // While the code is typed.
    if (!options.transports)
        QTimer::singleShot(0, &m_engine, [] { QThreadPool::globalInstance()->start(device::prepareTls); });
}

// On a first run the person asks for the first loading; afterwards it starts by itself.
void Application::connectSync()
{
    QObject::connect(&m_vault, &VaultModel::changed, &m_sync,
                     [this] { m_sync.setAutomatic(m_vault.stage() == VaultModel::Stage::Open); });
    QObject::connect(qGuiApp, &QGuiApplication::applicationStateChanged, &m_sync, [this](Qt::ApplicationState state) {
        m_sync.setForeground(!isAway(state));
        if (state == Qt::ApplicationActive)
            m_sync.tryAgain();
    });
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    QNetworkInformation* network = QNetworkInformation::instance();
    QObject::connect(network, &QNetworkInformation::reachabilityChanged, &m_sync,
                     [this](QNetworkInformation::Reachability reachability) {
                         if (reachability > QNetworkInformation::Reachability::Disconnected)
                             m_sync.tryAgain();
                     });
    QObject::connect(network, &QNetworkInformation::isMeteredChanged, &m_sync, &SyncModel::setMetered);
    m_sync.setMetered(network->isMetered());
}

QQuickWindow* Application::window() const
{
    return m_engine.rootObjects().isEmpty() ? nullptr
                                            : qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
}

void Application::showLook()
{
    QObject* theme = m_engine.singletonInstance<QObject*>("Encours.Theme", "Theme");
    if (!theme)
        return;
    const bool dark = m_look.colors() == ColorChoice::System
                          ? QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark
                          : m_look.colors() == ColorChoice::Dark;
    theme->setProperty("dark", dark);
    theme->setProperty("textScale", m_look.textScale() / 100.0);
}

void Application::changeLanguage()
{
    m_translation.use(m_look.language());
    m_engine.retranslate();
    // Values are worded when they are read.
    m_session.notifyChanged();
    Q_EMIT m_sync.changed();
}

} // namespace encours::app
