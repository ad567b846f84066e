// SPDX-License-Identifier: Apache-2.0
// encours-hand: the app in one process with a hand that obeys. One command a line on standard input, one answer a line on
// standard output: "ok", or "failed: " and a sentence. In French, light, at the size of a phone.
//
//   encours-hand DIR DAYThh:mm
//   tap NAME · type NAME TEXT · see TEXT · see-not TEXT · shot FILE · quit
#include "platforms/app/application.h"
#include "platforms/cli/program_clock.h"
#include "platforms/linux/hand.h"

#include <QGuiApplication>
#include <QQuickStyle>
#include <QSocketNotifier>

#include <iostream>
#include <string>

#include <unistd.h>

namespace {

using encours::Result;
using encours::demonstration::Hand;

Result<void> obey(Hand& hand, const QString& line)
{
    const QString verb = line.section(u' ', 0, 0);
    const QString rest = line.section(u' ', 1);
    if (verb == u"tap")
        return hand.tap(rest);
    if (verb == u"type")
        return hand.type(rest.section(u' ', 0, 0), rest.section(u' ', 1));
    if (verb == u"see")
        return hand.see(rest);
    if (verb == u"see-not")
        return hand.seeNot(rest);
    if (verb == u"shot")
        return hand.shot(rest);
    return encours::failure(encours::ErrorKind::InvalidArgument, "hand.verb",
                            "'" + verb.toStdString() + "' is no command of the hand.");
}

/// Reads whole lines; the commands of one line are over before the next is read.
class Orders {
public:
    explicit Orders(Hand& hand) : m_hand(hand), m_notifier(STDIN_FILENO, QSocketNotifier::Read)
    {
        QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { read(); });
    }

private:
    void read()
    {
        char buffer[4096];
        const ssize_t size = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (size <= 0)
            return QCoreApplication::quit(); // who commanded us is gone
        m_bytes.append(buffer, size);
        m_notifier.setEnabled(false); // acting runs events
        for (qsizetype end = m_bytes.indexOf('\n'); end >= 0; end = m_bytes.indexOf('\n')) {
            const QString line = QString::fromUtf8(m_bytes.first(end));
            m_bytes.remove(0, end + 1);
            if (line == u"quit")
                return QCoreApplication::quit();
            const Result<void> done = obey(m_hand, line);
            std::cout << (done ? std::string("ok") : "failed: " + done.error().message) << std::endl;
        }
        m_notifier.setEnabled(true);
    }

    Hand& m_hand;
    QSocketNotifier m_notifier;
    QByteArray m_bytes;
};

} // namespace

int main(int argc, char** argv)
{
    const auto clock = argc == 3 ? encours::cli::ProgramClock::parse(argv[2]) : std::nullopt;
    if (!clock) {
        std::cerr << "encours-hand: called as: encours-hand DIR DAYThh:mm; nothing was opened.\n";
        return 2;
    }
    QGuiApplication qt(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("encours"));
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    encours::app::ApplicationOptions options;
    options.data = argv[1];
    options.language = QStringLiteral("fr");
    options.colors = encours::app::ColorChoice::Light;
    const encours::app::Application app(options, *clock);
    if (!app.window()) {
        std::cerr << "encours-hand: the window could not be made.\n";
        return 4;
    }
    Hand hand(*app.window());
    const Orders orders(hand);
    return QGuiApplication::exec();
}
