// SPDX-License-Identifier: Apache-2.0
#include "platforms/app/application.h"

#include "sync/device/qt_transport.h"

#include <QGuiApplication>
#include <QLocale>
#include <QNetworkInformation>

#include <algorithm>

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

} // namespace

Translation::Translation(const QString& language)
{
    const bool french =
        language.isEmpty() ? QLocale::system().language() == QLocale::French : language == QStringLiteral("fr");
    QLocale::setDefault(french ? QLocale(QLocale::French, QLocale::France)
                               : QLocale(QLocale::English, QLocale::UnitedKingdom));
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
    : m_translation(options.language), m_session(clock),
      m_vault(m_session, options.data, transportsOf(options), options.vaultCost, *options.bootClock),
      m_sync(m_session, transportsOf(options))
{
    chooseLook(options);
    // On a first run the person asks for the first loading; afterwards it starts by itself.
    if (options.automaticSync) {
        QObject::connect(&m_vault, &VaultModel::changed, &m_sync,
                         [this] { m_sync.setAutomatic(m_vault.stage() == VaultModel::Stage::Open); });
        QObject::connect(qGuiApp, &QGuiApplication::applicationStateChanged, &m_sync,
                         [this](Qt::ApplicationState state) {
                             if (state == Qt::ApplicationActive)
                                 m_sync.tryAgain();
                         });
        if (QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
            QObject::connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, &m_sync,
                             [this](QNetworkInformation::Reachability reachability) {
                                 if (reachability > QNetworkInformation::Reachability::Disconnected)
                                     m_sync.tryAgain();
                             });
        }
    }
    m_engine.setInitialProperties({{"session", QVariant::fromValue(&m_session)},
                                   {"vault", QVariant::fromValue(&m_vault)},
                                   {"sync", QVariant::fromValue(&m_sync)},
                                   {"unknownAmount", QVariant::fromValue(AmountValue::unknown())},
                                   {"width", options.size.width()},
                                   {"height", options.size.height()}});
    m_engine.loadFromModule("Encours.Shell", "Main");
}

QQuickWindow* Application::window() const
{
    return m_engine.rootObjects().isEmpty() ? nullptr
                                            : qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
}

void Application::chooseLook(const ApplicationOptions& options)
{
    QObject* theme = m_engine.singletonInstance<QObject*>("Encours.Theme", "Theme");
    if (!theme)
        return;
    if (options.colors != ColorChoice::System)
        theme->setProperty("dark", options.colors == ColorChoice::Dark);
    theme->setProperty("textScale", std::clamp(options.textScalePercent, 100, 200) / 100.0);
}

} // namespace encours::app
