// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/app_driver.h"

#include "tests/qml/approved_pictures.h"
#include "tests/support/checkout.h"

#include <QAccessible>
#include <QDir>
#include <QElapsedTimer>
#include <QFont>
#include <QMutex>
#include <QQuickItem>
#include <QTest>

namespace encours::test {

namespace {

constexpr int kPatience = 5000;
constexpr int kRound = 100; // more than a page has
constexpr qreal kTouch = 48;
constexpr qreal kToastRoom = 96;
constexpr qreal kLeading = 3; // of a line of text, above and below its letters
constexpr int kMoved = 30;    // milliseconds
constexpr int kStill = 150;   // longer than any fade

QMutex mutex;
QStringList warnings;
QtMessageHandler previous = nullptr;

void collect(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    // The offscreen plug-in says this once for every window; it is not about us.
    const bool ours = !message.contains(QStringLiteral("This plugin does not support"));
    if (type != QtDebugMsg && type != QtInfoMsg && ours) {
        const QMutexLocker lock(&mutex);
        warnings.append(message);
    }
    previous(type, context, message);
}

void visit(QQuickItem* item, const std::function<void(QQuickItem*)>& look)
{
    if (!item->isVisible() || item->opacity() < 0.01)
        return;
    look(item);
    for (QQuickItem* child : item->childItems())
        visit(child, look);
}

QRectF inWindow(const QQuickItem* item)
{
    return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
}

/// What of it is not hidden by a clipping ancestor.
QRectF shown(const QQuickItem* item)
{
    QRectF rect = inWindow(item);
    for (const QQuickItem* up = item->parentItem(); up; up = up->parentItem()) {
        if (up->clip())
            rect = rect.intersected(inWindow(up));
    }
    return rect;
}

QQuickItem* flickableAround(const QQuickItem* item)
{
    for (QQuickItem* up = item->parentItem(); up; up = up->parentItem()) {
        if (up->inherits("QQuickFlickable"))
            return up;
    }
    return nullptr;
}

/// In a strip that scrolls sideways, being cut is how one sees that there is more.
bool scrollsSideways(const QQuickItem* item)
{
    const QQuickItem* flickable = flickableAround(item);
    return flickable && flickable->property("contentWidth").toReal() > flickable->width() + 1;
}

/// Where the words of a text are drawn, without the space between its lines.
QRectF drawn(const QQuickItem* text)
{
    const qreal width = text->property("contentWidth").toReal();
    const qreal height = text->property("contentHeight").toReal();
    const int align = text->property("effectiveHorizontalAlignment").toInt();
    const int valign = text->property("verticalAlignment").toInt();
    const qreal x = align & Qt::AlignRight     ? text->width() - width
                    : align & Qt::AlignHCenter ? (text->width() - width) / 2
                                               : text->property("leftPadding").toReal();
    const qreal y = valign & Qt::AlignBottom    ? text->height() - height
                    : valign & Qt::AlignVCenter ? (text->height() - height) / 2
                                                : text->property("topPadding").toReal();
    return text->mapRectToScene(QRectF(x, y, width, height)).adjusted(1, kLeading, -1, -kLeading);
}

/// Pages lie below sheets, and what scrolls below what stands: only texts of one layer must keep clear of each other.
const QQuickItem* layerOf(const QQuickItem* item)
{
    for (const QQuickItem* up = item->parentItem(); up; up = up->parentItem()) {
        if (up->inherits("QQuickFlickable") || up->inherits("QQuickPopupItem"))
            return up;
    }
    return nullptr;
}

/// What a finger or a key acts on.
bool isInteractive(const QQuickItem* item)
{
    return item->isEnabled() && (item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextField") ||
                                 item->inherits("QQuickTextArea"));
}

QPointingDevice* finger()
{
    static QPointingDevice* device = QTest::createTouchDevice();
    return device;
}

/// A sheet that is still going away takes the touches meant for what is below it.
bool isCovered(const QQuickWindow* window, const QQuickItem* item)
{
    for (const QQuickItem* layer : window->contentItem()->childItems()) {
        if (layer->inherits("QQuickOverlay") && layer->isVisible())
            return !layer->isAncestorOf(item);
    }
    return false;
}

/// The first sample that is the same as the one before it.
template<class Sample>
auto atRest(int apart, const Sample& sample)
{
    auto now = sample();
    auto last = decltype(now)();
    QElapsedTimer timer;
    for (timer.start(); now != last && timer.elapsed() < kPatience;) {
        QTest::qWait(apart);
        last = std::exchange(now, sample());
    }
    return now;
}

/// What is drawn anew is laid out before it is drawn, not when it changes: a picture is asked for, and left.
QList<QRectF> placesOfTexts(QQuickWindow* window)
{
    (void)window->grabWindow();
    QList<QRectF> places;
    visit(window->contentItem(), [&](QQuickItem* item) {
        if (item->inherits("QQuickText"))
            places.append(inWindow(item));
    });
    return places;
}

} // namespace

WarningCatcher::WarningCatcher()
{
    previous = qInstallMessageHandler(collect);
}
WarningCatcher::~WarningCatcher()
{
    qInstallMessageHandler(previous);
}

QStringList WarningCatcher::take()
{
    const QMutexLocker lock(&mutex);
    return std::exchange(warnings, {});
}

void QuietTest::cleanup()
{
    const QStringList said = m_warnings->take();
    QVERIFY2(said.isEmpty(), qPrintable(said.join(u'\n')));
}

AppDriver::AppDriver(QSize size, bool dark, int textScalePercent, bool enrolled, const QString& language,
                     device::TransportFactory transports)
{
    const auto directory = std::filesystem::path(m_directory.path().toStdString());
    if (enrolled) {
        if (const auto made = app::makeDemonstration(directory, m_clock, kQuickVault); !made)
            qFatal("%s", made.error().message.c_str());
    }
    m_options.data = directory;
    m_options.language = language;
    m_options.colors = dark ? app::ColorChoice::Dark : app::ColorChoice::Light;
    m_options.textScalePercent = textScalePercent;
    m_options.size = size;
    m_options.vaultCost = kQuickVault;
    m_options.bootClock = &m_bootClock;
    m_options.automaticSync = false;
    m_options.onSwitch = [this] { ++m_switched; };
    m_options.transports = std::move(transports);
    m_options.pictures = [this](QQmlEngine&) {
        auto pictures = std::make_unique<HandPictures>();
        m_pictures = pictures.get();
        return pictures;
    };
    m_options.documents = [this](QQmlEngine&) {
        auto documents = std::make_unique<HandDocuments>();
        m_documents = documents.get();
        return documents;
    };
    restart();
}

void AppDriver::restart()
{
    m_application.reset();
    m_application = std::make_unique<app::Application>(m_options, m_clock);
    if (window() && !QTest::qWaitForWindowExposed(window()))
        qFatal("the window does not show");
}

void AppDriver::demonstrate()
{
    m_application.reset();
    const std::filesystem::path directory = m_demonstration.path().toStdString();
    if (const auto made = app::makeDemonstration(directory, m_clock, kQuickVault); !made)
        qFatal("%s", made.error().message.c_str());
    m_application = std::make_unique<app::Application>(app::demonstrationOf(m_options, directory), m_clock);
    if (window() && !QTest::qWaitForWindowExposed(window()))
        qFatal("the window does not show");
}

QQuickItem* AppDriver::find(const QString& objectName) const
{
    QQuickItem* found = nullptr;
    visit(m_application->window()->contentItem(), [&](QQuickItem* item) {
        if (item->objectName() == objectName)
            found = item; // the last one is the topmost
    });
    return found;
}

QQuickItem* AppDriver::waitFor(const QString& objectName) const
{
    QRectF last;
    const bool still = QTest::qWaitFor(
        [&] {
            const QQuickItem* item = find(objectName);
            const QRectF now = item ? inWindow(item) : QRectF();
            QTest::qWait(30);
            return std::exchange(last, now) == now && item && !isCovered(m_application->window(), item);
        },
        kPatience);
    return still ? find(objectName) : nullptr;
}

bool AppDriver::tap(const QString& objectName)
{
    return tapWhile(objectName, [] {});
}

bool AppDriver::tapWhile(const QString& objectName, const std::function<void()>& meanwhile)
{
    QQuickItem* item = waitFor(objectName);
    if (!item)
        return false;
    // Every one around it: a tab lies in the list of its strip, and the strip in the page.
    for (QQuickItem* flickable = flickableAround(item); flickable; flickable = flickableAround(flickable)) {
        const qreal beyond = inWindow(item).right() - inWindow(flickable).right();
        if (beyond > 0)
            flickable->setProperty("contentX", flickable->property("contentX").toReal() + beyond);
        const qreal y = flickable->property("contentY").toReal();
        // What is pinned over its top takes the touches there.
        const qreal pinned = flickable->property("pinned").toReal();
        const qreal above = inWindow(flickable).top() + pinned - inWindow(item).top();
        const qreal below = inWindow(item).bottom() - inWindow(flickable).bottom();
        // What was just said covers the bottom of the page for a while.
        if (below > 0 || (below > -kToastRoom && find(QStringLiteral("undo")))) {
            const qreal lowest = flickable->property("contentHeight").toReal() - flickable->height();
            flickable->setProperty("contentY", std::max(y + below, std::min(y + below + kToastRoom, lowest)));
        } else if (above > 0) {
            flickable->setProperty("contentY", y - above);
        }
    }
    const QPoint middle = inWindow(item).center().toPoint();
    ++m_taps;
    QTest::touchEvent(window(), finger()).press(0, middle, window());
    meanwhile();
    QTest::touchEvent(window(), finger()).release(0, middle, window());
    QTest::qWait(20);
    return true;
}

bool AppDriver::reach(const QString& objectName)
{
    for (int step = 0; step < kRound; ++step) {
        const QQuickItem* focus = window()->activeFocusItem();
        if (focus && focus->objectName() == objectName)
            return true;
        QTest::keyClick(window(), Qt::Key_Tab);
    }
    return false;
}

bool AppDriver::stroke(const QString& objectName)
{
    QQuickItem* item = waitFor(objectName);
    if (!item)
        return false;
    const QRectF rect = inWindow(item);
    const auto at = [&](int step) {
        return QPointF(rect.x() + rect.width() * (step + 1) / 12, rect.center().y() + (step % 2 == 0 ? 20 : -20))
            .toPoint();
    };
    QTest::touchEvent(window(), finger()).press(0, at(0), window());
    for (int step = 1; step < 10; ++step)
        QTest::touchEvent(window(), finger()).move(0, at(step), window());
    QTest::touchEvent(window(), finger()).release(0, at(10), window());
    QTest::qWait(20);
    return true;
}

bool AppDriver::typePin(const char* pin)
{
    for (const char* digit = pin; *digit; ++digit) {
        if (!tap(QStringLiteral("key") + QLatin1Char(*digit)))
            return false;
    }
    return true;
}

void AppDriver::type(const char* text)
{
    for (; *text; ++text)
        QTest::keyClick(window(), *text);
}

bool AppDriver::enrol(const QString& invitation)
{
    window()->requestActivate(); // keys go to one window
    if (!QTest::qWaitForWindowActive(window()) || !tap(QStringLiteral("address")))
        return false;
    type(qPrintable(invitation));
    return tap(QStringLiteral("enrol")) && waitForText(QStringLiteral("Choisissez un code")) && typePin() &&
           waitForText(QStringLiteral("Saisissez le même code une seconde fois")) && typePin() &&
           tap(QStringLiteral("load"));
}

bool AppDriver::unlockToday()
{
    return typePin() && waitFor(QStringLiteral("today-411TREVAL"));
}

bool AppDriver::unlock()
{
    return unlockToday() && tap(QStringLiteral("nav-clients")) && waitFor(QStringLiteral("client-411TREVAL"));
}

QStringList AppDriver::texts() const
{
    QStringList texts;
    visit(m_application->window()->contentItem(), [&](QQuickItem* item) {
        if (item->inherits("QQuickText"))
            texts.append(item->property("text").toString());
    });
    return texts;
}

bool AppDriver::waitForText(const QString& part) const
{
    return QTest::qWaitFor([&] { return texts().join(u'\n').contains(part); }, kPatience);
}

bool AppDriver::isInSight(const QString& part) const
{
    const QRectF whole(QPointF(0, 0), QSizeF(m_application->window()->size()));
    bool inSight = false;
    visit(m_application->window()->contentItem(), [&](QQuickItem* item) {
        inSight |= item->inherits("QQuickText") && item->property("text").toString().contains(part) &&
                   shown(item).intersected(whole).height() > item->height() - 1;
    });
    return inSight;
}

QStringList AppDriver::faults() const
{
    (void)atRest(kMoved, [this] { return placesOfTexts(m_application->window()); });
    QStringList faults;
    const QRectF whole(QPointF(0, 0), QSizeF(m_application->window()->size()));
    std::vector<QQuickItem*> written;
    visit(m_application->window()->contentItem(), [&](QQuickItem* item) {
        const QRectF rect = inWindow(item);
        if (shown(item).isEmpty() || scrollsSideways(item))
            return;
        const auto fault = [&](const QString& what, const QString& name) {
            faults.append(QStringLiteral("%1: '%2' at %3,%4 %5×%6")
                              .arg(what, name)
                              .arg(rect.x())
                              .arg(rect.y())
                              .arg(rect.width())
                              .arg(rect.height()));
        };
        if (item->inherits("QQuickText")) {
            const QString text = item->property("text").toString();
            // A hint that does not fit is elided; its field speaks it in full.
            if (text.isEmpty() || item->inherits("QQuickPlaceholderText"))
                return;
            if (item->property("truncated").toBool() || item->property("paintedWidth").toReal() > item->width() + 1)
                fault(QStringLiteral("text wider than its place"), text);
            if (rect.left() < -1 || rect.right() > whole.right() + 1)
                fault(QStringLiteral("text out of the window"), text);
            const QRectF letters = drawn(item);
            const QRectF seen = shown(item);
            if (letters.left() < seen.left() - 1 || letters.right() > seen.right() + 1)
                fault(QStringLiteral("text cut at its side"), text);
            for (const QQuickItem* other : written) {
                if (layerOf(other) == layerOf(item) && drawn(other).intersects(letters))
                    fault(QStringLiteral("text over '%1'").arg(other->property("text").toString()), text);
            }
            written.push_back(item);
        }
        if (isInteractive(item)) {
            const QString name = item->objectName();
            if (item->width() < kTouch - 0.5 || item->height() < kTouch - 0.5)
                fault(QStringLiteral("target under 48"), name);
            QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(item);
            if (!spoken || spoken->text(QAccessible::Name).isEmpty())
                fault(QStringLiteral("target without a spoken name"), name);
            if (!spoken || spoken->role() == QAccessible::NoRole || spoken->role() == QAccessible::Client)
                fault(QStringLiteral("target without a role"), name);
            if (!item->activeFocusOnTab())
                fault(QStringLiteral("target that keys do not reach"), name);
        }
    });
    return faults;
}

void AppDriver::screenshot(const QString& name)
{
    const QDir directory(QString::fromStdString(inBuild("screenshots")));
    directory.mkpath(QStringLiteral("."));
    QTest::qWait(50);
    window()->grabWindow().save(directory.filePath(name + QStringLiteral(".png")));
}

QString AppDriver::differenceFromApproved(const QString& name)
{
    // A bar that says where one has scrolled to goes away after a while.
    visit(window()->contentItem(), [](QQuickItem* item) {
        if (item->inherits("QQuickScrollBar"))
            item->setVisible(false);
    });
    const QImage shown = atRest(kStill, [this] { return window()->grabWindow(); });
    return encours::test::differenceFromApproved(shown, name);
}

} // namespace encours::test
