// SPDX-License-Identifier: Apache-2.0
// The process of one look at the app: `encours-app-bench DATA STARTED`, the real window without a screen, on the device of
// app_data.h. STARTED: when its parent began it, seconds of the steady clock. Prints one line of JSON: times in ms, from
// what a person does to the end of the first frame that shows it.
#include "platforms/app/application.h"
#include "tests/bench/app_data.h"
#include "tests/bench/bench_device.h"
#include "tests/bench/child.h"
#include "tests/bench/process.h"

#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickStyle>
#include <QTest>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

namespace {

using namespace encours;
using namespace encours::bench;
using Json = nlohmann::ordered_json;

constexpr double kPatience = 60;
constexpr int kFlings = 10;

double threadCpu()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

/// The last visible item whose objectName begins so.
QQuickItem* find(QQuickItem* item, const QString& beginning)
{
    if (!item->isVisible())
        return nullptr;
    QQuickItem* found = item->objectName().startsWith(beginning) ? item : nullptr;
    for (QQuickItem* child : item->childItems())
        if (QQuickItem* inside = find(child, beginning))
            found = inside;
    return found;
}

class Look {
public:
    explicit Look(app::Application& application) : m_window(application.window())
    {
        QObject::connect(m_window, &QQuickWindow::beforeRendering, [this] { m_renderBegan = threadCpu(); });
        QObject::connect(m_window, &QQuickWindow::afterRendering,
                         [this] { m_rendering = threadCpu() - m_renderBegan; });
        QObject::connect(m_window, &QQuickWindow::frameSwapped, [this] { endFrame(); });
    }

    /// Milliseconds from the act to the end of the first frame that shows the item; without one, of the first frame.
    double after(const std::function<void()>& act, const QString& beginning = {})
    {
        const int before = m_frames;
        const double began = now();
        act();
        wait([&] { return m_frames > before && (beginning.isEmpty() || find(m_window->contentItem(), beginning)); },
             beginning);
        return (now() - began) * 1e3;
    }
    void click(const QString& beginning)
    {
        const QQuickItem* item = find(m_window->contentItem(), beginning);
        if (!item)
            fail("not on the screen: " + beginning.toStdString());
        QTest::mouseClick(m_window, Qt::LeftButton, {},
                          item->mapRectToScene({0, 0, item->width(), item->height()}).center().toPoint());
    }
    void type(char key) { QTest::keyClick(m_window, key); }

    struct Frames {
        int count = 0;
        double longest = 0;        ///< ms of this thread: moving, making rows, drawing
        double longestUndrawn = 0; ///< without the drawing, which a phone's graphics processor does
        int over32 = 0;
    };
    Frames fling(const QString& row)
    {
        QQuickItem* list = find(m_window->contentItem(), row);
        while (list && !list->inherits("QQuickListView"))
            list = list->parentItem();
        if (!list)
            fail("no list on the screen");
        m_fling = Frames();
        m_flinging = true;
        for (int i = 0; i < kFlings; ++i) {
            m_frameBegan = threadCpu();
            QMetaObject::invokeMethod(list, "flick", Q_ARG(double, 0), Q_ARG(double, i % 4 == 3 ? 6000 : -6000));
            wait([&] { return !list->property("flicking").toBool(); }, QStringLiteral("the end of a fling"));
        }
        m_flinging = false;
        return m_fling;
    }

private:
    void endFrame()
    {
        ++m_frames;
        const double ended = threadCpu();
        if (m_flinging) {
            const double whole = (ended - m_frameBegan) * 1e3;
            const double undrawn = whole - m_rendering * 1e3;
            ++m_fling.count;
            m_fling.longest = std::max(m_fling.longest, whole);
            m_fling.longestUndrawn = std::max(m_fling.longestUndrawn, undrawn);
            m_fling.over32 += undrawn > 32 ? 1 : 0;
        }
        m_frameBegan = ended;
    }
    static void wait(const std::function<bool()>& until, const QString& what)
    {
        const double began = now();
        while (!until()) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            if (now() - began > kPatience)
                fail("did not come in a minute: " + what.toStdString());
        }
    }

    QQuickWindow* m_window;
    int m_frames = 0;
    bool m_flinging = false;
    double m_frameBegan = 0;
    double m_renderBegan = 0;
    double m_rendering = 0;
    Frames m_fling;
};

Json lookAt(app::Application& application, double started)
{
    Look look(application);
    Json record;
    look.after([] {}, QStringLiteral("key1"));
    record["start"] = (now() - started) * 1e3;

    for (const char digit : kAppPin.substr(0, kAppPin.size() - 1))
        look.type(digit);
    record["unlock"] = look.after([&] { look.type(kAppPin.back()); }, QStringLiteral("today-"));
    record["list"] = look.after([&] { look.click(QStringLiteral("nav-clients")); }, QStringLiteral("client-"));
    const Look::Frames frames = look.fling(QStringLiteral("client-"));
    record["frames"] = frames.count;
    record["longest_frame"] = frames.longest;
    record["longest_undrawn"] = frames.longestUndrawn;
    record["over_32"] = frames.over32;

    look.click(QStringLiteral("search"));
    double longest = 0;
    for (const char key : std::string_view("grande"))
        longest = std::max(longest, look.after([&] { look.type(key); }));
    record["key"] = longest;
    const QString largest = QStringLiteral("client-") + QLatin1StringView(kLargestClient);
    look.after([] {}, largest);
    record["rss_mb"] = double(residentKibibytes("self")) / 1024;
    record["card"] = look.after([&] { look.click(largest); }, QStringLiteral("tab-invoices"));
    record["rss_card_mb"] = double(residentKibibytes("self")) / 1024;
    record["peak_mb"] = double(peakKibibytes("self")) / 1024;
    return record;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        fail("encours-app-bench DATA STARTED");
    int one = 1;
    QGuiApplication application(one, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    app::ApplicationOptions options;
    options.data = argv[1];
    options.language = QStringLiteral("fr");
    options.automaticSync = false;
    app::Application app(options, benchClock());
    if (!app.window())
        fail("the window could not be made");
    std::printf("%s\n", lookAt(app, std::strtod(argv[2], nullptr)).dump().c_str());
    return 0;
}
