// SPDX-License-Identifier: Apache-2.0
// The promise sheet under a person's fingers: an amount typed key by key, by a keyboard and by an input method, in both
// languages; another day than those offered.
#include "domain/agreements/attachment.h"
#include "qml/Agreements/receipt_pdf.h"
#include "qml/Bridge/formats.h"
#include "tests/qml/app_driver.h"

#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QProcess>
#include <QQuickItem>
#include <QQuickStyle>
#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <memory>
#include <utility>

using namespace encours;
using namespace encours::test;

class TestPromiseSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_warnings = std::make_unique<WarningCatcher>(); }
    void cleanupTestCase() { m_warnings.reset(); }
    void init() { m_warnings->take(); }
    void cleanup()
    {
        const QStringList said = m_warnings->take();
        QVERIFY2(said.isEmpty(), qPrintable(said.join(u'\n')));
    }

    void anAmountIsTyped_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("inputMethod"); // a touch keyboard composes and commits; a keyboard sends keys
        QTest::addColumn<QString>("typed");    // "<" rubs out
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("saves");
        const auto row = [](const char* language, const char* typed, const char* saves, const char* shown = nullptr) {
            QString left = fr(shown ? shown : typed);
            for (const bool method : {false, true})
                QTest::addRow("%s %s %s", language, typed, method ? "touch" : "keys")
                    << fr(language) << method << fr(typed) << left << fr(saves);
        };
        row("fr", "6480,5", "6\u202F480,50\u00A0€");
        row("fr", "6480.5", "6\u202F480,50\u00A0€");
        row("fr", "6480", "6\u202F480,00\u00A0€");
        row("fr", "1 234,56", "1\u202F234,56\u00A0€");
        row("fr", "99999", "99\u202F999,00\u00A0€");
        row("fr", "99<<6480,57<", "6\u202F480,50\u00A0€", "6480,5");
        row("en", "1234.5", "1,234.50\u00A0€");
        row("en", "1234,5", "1,234.50\u00A0€");
        row("en", "1,234.56", "1,234.56\u00A0€");
        row("en", "7<648", "648.00\u00A0€", "648");
    }
    void anAmountIsTyped()
    {
        QFETCH(QString, language);
        QFETCH(bool, inputMethod);
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        QFETCH(QString, saves);
        AppDriver driver(kPhone, false, 100, true, language);
        QVERIFY(open(driver));
        QVERIFY(driver.tap(fr("date-2026-11-27")));
        QQuickItem* field = focusAmount(driver);
        QVERIFY(field);
        for (const QChar letter : typed)
            press(driver, field, letter, inputMethod);
        QCOMPARE(field->property("text").toString(), shown);
        const QString day = language == fr("fr") ? fr(" pour le 27\u00A0novembre") : fr(" for 27\u00A0November");
        QVERIFY2(driver.waitForText(saves + day), qPrintable(driver.texts().join(u'\n')));
        // Left alone it is drawn as amounts are, and saved as it was typed.
        QTest::keyClick(driver.window(), Qt::Key_Return);
        QCOMPARE(field->property("text").toString(), saves.chopped(2));
        QVERIFY(driver.tap(fr("savePromise")));
        QVERIFY(driver.waitForText(saves));
        QVERIFY(QTest::qWaitFor([&] { return !driver.find(fr("savePromise")); }, 5000));
    }

    void whatIsNoAmountCannotBeSaved()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(open(driver));
        QVERIFY(driver.tap(fr("date-2026-11-27")));
        QQuickItem* field = focusAmount(driver);
        for (int i = 0; i < 14; ++i)
            QTest::keyClick(driver.window(), Qt::Key_Backspace);
        QCOMPARE(field->property("text").toString(), QString());
        QVERIFY(driver.waitForText(fr("Dites combien, plus que zéro.")));
        for (const char letter : QByteArray("12,345"))
            QTest::keyClick(driver.window(), letter);
        QCOMPARE(field->property("text").toString(), fr("12,345"));
        QVERIFY(driver.waitForText(fr("Dites combien")));
        // Beside the button, a sentence under the field says what is wrong.
        QVERIFY(driver.waitForText(fr("deux décimales au plus, comme 1\u202F234,56")));
        driver.screenshot(fr("promise_no_amount")); // once it is laid out
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        QVERIFY(!driver.find(fr("savePromise"))->isEnabled());
        // What was typed is not thrown away, and the ready amounts are still there.
        QTest::keyClick(driver.window(), Qt::Key_Return);
        QCOMPARE(field->property("text").toString(), fr("12,345"));
        QVERIFY(driver.tap(fr("half")));
        QVERIFY(driver.waitForText(fr("Enregistrer 3\u202F240,00\u00A0€")));
        QCOMPARE(field->property("text").toString(), fr("3\u202F240,00"));
        QVERIFY(!driver.find(fr("amountFault")));
        QVERIFY(focusAmount(driver));
        QTest::keyClick(driver.window(), Qt::Key_0);
        QVERIFY(driver.waitForText(fr("Un montant est plus grand que zéro.")));
    }

    // Said in one line, and not in the way: a client may promise what it owes elsewhere.
    void moreThanIsOwedIsSaid()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(open(driver));
        QVERIFY(driver.tap(fr("date-2026-11-27")));
        QVERIFY(!driver.find(fr("amountAbove")));
        QVERIFY(focusAmount(driver));
        for (const char letter : QByteArray("6480,01"))
            QTest::keyClick(driver.window(), letter);
        QVERIFY(driver.waitForText(fr("Plus que le reste dû des factures choisies (6\u202F480,00\u00A0€).")));
        QVERIFY(driver.find(fr("savePromise"))->isEnabled());
        driver.screenshot(fr("promise_above"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        // The touch that ends the typing counts: 7 452,40 € outside its dispute.
        QVERIFY(driver.tap(fr("item-1")));
        QVERIFY(QTest::qWaitFor([&] { return !driver.find(fr("amountAbove")); }, 5000));
        QVERIFY(driver.tap(fr("item-0")));
        QVERIFY(focusAmount(driver));
        for (const char letter : QByteArray("9000"))
            QTest::keyClick(driver.window(), letter);
        QVERIFY(driver.waitForText(fr("hors litige (7\u202F452,40\u00A0€).")));
    }

    void anotherDayIsOneThatCanBePromised()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(open(driver));
        QVERIFY(driver.tap(fr("date-other")));
        QVERIFY(driver.waitFor(fr("day-2026-11-23")));
        for (const char* weekday : {"lun.", "mer.", "dim."})
            QVERIFY2(driver.texts().contains(fr(weekday)), weekday);
        const auto offered = [&](const char* name) { return driver.find(fr(name))->isEnabled(); };
        QVERIFY(!offered("day-2026-11-20")); // past
        QVERIFY(offered("day-2026-11-23"));
        QVERIFY(offered("day-2026-11-28")); // a Saturday: the Monday is taken
        QVERIFY(!offered("previousMonth"));
        const auto edge = [&](const char* name, qreal side) {
            const QQuickItem* item = driver.find(fr(name));
            return item->mapToScene(QPointF(0, side * item->height())).y();
        };
        QVERIFY(edge("day-2026-11-30", 1) <= edge("savePromise", 0)); // the last week is in sight
        driver.screenshot(fr("promise_calendar"));
        QVERIFY(driver.faults().isEmpty());
        const Day longest = *Day::parseIso("2026-11-23") + kLongestPromiseDays;
        while (offered("nextMonth"))
            QVERIFY(driver.tap(fr("nextMonth")));
        for (int beyond = 1; beyond < 8; ++beyond) {
            const QQuickItem* cell = driver.find(fr("day-") + QString::fromStdString((longest + beyond).iso()));
            QVERIFY(!cell || !cell->isEnabled());
        }
        while (!driver.find(fr("day-2027-02-19")))
            QVERIFY(driver.tap(fr("previousMonth")));
        QVERIFY(driver.tap(fr("day-2027-02-19")));
        QVERIFY(driver.waitForText(fr("Enregistrer 6\u202F480,00\u00A0€ pour le 19\u00A0février\u00A02027")));
        QVERIFY(driver.texts().contains(fr("2027")));
    }

    // Who means a Saturday gets the Monday, and is told so.
    void aWeekendIsNoBusinessDay()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(open(driver));
        QVERIFY(driver.tap(fr("date-other")));
        QVERIFY(driver.tap(fr("day-2026-11-28")));
        QVERIFY(driver.waitForText(fr("Le 28\u00A0novembre est un samedi\u00A0: lundi 30\u00A0novembre")));
        QVERIFY(driver.waitForText(fr("Enregistrer 6\u202F480,00\u00A0€ pour le 30\u00A0novembre")));
        QVERIFY(driver.find(fr("date-2026-11-30"))->property("checked").toBool());
        driver.screenshot(fr("promise_shifted"));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
        QVERIFY(driver.tap(fr("date-2026-11-27")));
        QVERIFY(QTest::qWaitFor([&] { return !driver.texts().join(u' ').contains(fr("samedi")); }, 5000));
    }

    // Christmas falls on the Friday that would be offered.
    void aHolidayIsNamed()
    {
        AppDriver driver(kPhone, false);
        driver.clock().set(Instant::fromParis(*Day::parseIso("2026-12-21"), 9, 0));
        QVERIFY(driver.unlock()); // not before: an unused month locks
        QVERIFY(driver.tap(fr("client-411TREVAL")) && driver.tap(fr("notePromise")));
        QVERIFY(driver.waitForText(fr("Le 25\u00A0décembre est férié (Noël)\u00A0: lundi 28\u00A0décembre")));
        QVERIFY(driver.find(fr("date-2026-12-28")) && !driver.find(fr("date-2026-12-25")));
        QVERIFY2(driver.faults().isEmpty(), qPrintable(driver.faults().join(u'\n')));
    }

    // Whatever is promised, whoever signs and how: one page, small enough to be sent, which says what it leaves out.
    // The page names what is promised of each invoice: the one due first before the others, what is disputed of them last.
    void aReceiptSharesThePromiseOut()
    {
        AppDriver driver(kPhone, false); // its fonts
        using Share = app::PromiseReceipt::Share;
        const Day first = *Day::parseIso("2026-08-27");
        const std::vector<Share> invoices{{first + 30, Money::ofMinor(900'00), Money::ofMinor(900'00)},
                                          {first, Money::ofMinor(400'00), Money::ofMinor(600'00)}};
        const auto shares = [&](std::int64_t cents) {
            std::vector<std::int64_t> shared;
            for (const Money& part : app::PromiseReceipt::sharesOf(Money::ofMinor(cents), invoices))
                shared.push_back(part.minor());
            return shared;
        };
        using Shares = std::vector<std::int64_t>;
        QCOMPARE(shares(300'00), Shares({0, 300'00}));
        QCOMPARE(shares(1000'00), Shares({600'00, 400'00}));
        QCOMPARE(shares(1400'00), Shares({900'00, 500'00}));
        QCOMPARE(shares(2000'00), Shares({900'00, 600'00}));
        app::PromiseReceipt receipt;
        receipt.invoices = {{fr("FA-1"), Money::ofMinor(900'00), Money::ofMinor(600'00)},
                            {fr("FA-2"), Money::ofMinor(400'00), Money::ofMinor(400'00)}};
        receipt.amount = Money::ofMinor(1010'00);
        receipt.promisedFor = receipt.windowEnd = first;
        receipt.signature.strokes.emplace_back().append({0.1, 0.1});
        QString words = readBack(app::receiptPdf(receipt), {}).simplified();
        words.replace(QChar(0x202F), u' ').replace(QChar(0x00A0), u' ');
        QVERIFY2(words.contains(fr("FA-1 : 600,00 € sur 900,00 €")), qPrintable(words));
        QVERIFY2(words.contains(fr("FA-2 : 400,00 € en acompte : 10,00 €")), qPrintable(words));
    }

    void aReceiptIsOnePage()
    {
        AppDriver driver(kPhone, false); // its fonts
        app::PromiseReceipt receipt;
        receipt.company = receipt.client = receipt.city = receipt.person = receipt.author = QString(200, u'É');
        receipt.invoices.assign(1000, {fr("FA-2608-0142"), Money::ofMinor(648'000), Money::ofMinor(648'000)});
        receipt.amount = Money::ofMinor(kMaximumPromiseMinor);
        receipt.promisedFor = receipt.windowEnd = *Day::parseIso("2026-11-27");
        for (int stroke = 0; stroke < 100; ++stroke) {
            QPolygonF& line = receipt.signature.strokes.emplace_back();
            for (int point = 0; point < 40; ++point)
                line.append(
                    {std::sin(stroke * 41.3 + point * 1.7) + 1, std::cos(stroke * 17.9 + point * 2.3) / 2 + 0.5});
        }
        const QByteArray pdf = app::receiptPdf(receipt);
        QVERIFY2(std::cmp_less(pdf.size(), kMaximumAttachmentBytes), qPrintable(QString::number(pdf.size())));
        const QString words = readBack(pdf, {});
        QCOMPARE(words.count(u'\f'), 1); // after each page
        QVERIFY(words.contains(fr("et 990\u00A0autres factures")) || words.contains(fr("et 990 autres factures")));
        QVERIFY(words.simplified().contains(fr("rien n’a été reçu avec cette page.")));
        QVERIFY2(words.simplified().contains(app::formats::amount(receipt.amount).simplified()), qPrintable(words));
        // No name runs out of the page.
        const QString places = readBack(pdf, {fr("-bbox")});
        const QRegularExpression page(fr("<page width=\"([\\d.]+)\" height=\"([\\d.]+)\""));
        const QRegularExpression word(
            fr("<word xMin=\"([-\\d.]+)\" yMin=\"([-\\d.]+)\" xMax=\"([-\\d.]+)\" yMax=\"([-\\d.]+)\""));
        const QRegularExpressionMatch size = page.match(places);
        QVERIFY(size.hasMatch());
        int found = 0;
        for (const QRegularExpressionMatch& match : word.globalMatch(places)) {
            ++found;
            QVERIFY2(match.captured(1).toDouble() > 0 && match.captured(2).toDouble() > 0 &&
                         match.captured(3).toDouble() < size.captured(1).toDouble() &&
                         match.captured(4).toDouble() < size.captured(2).toDouble(),
                     qPrintable(match.captured()));
        }
        QVERIFY(found > 50);
    }

private:
    /// What another program reads in a PDF.
    static QString readBack(const QByteArray& pdf, const QStringList& options)
    {
        QProcess reader;
        reader.start(fr("pdftotext"), options + QStringList{fr("-"), fr("-")});
        reader.write(pdf);
        reader.closeWriteChannel();
        return reader.waitForFinished(10'000) ? QString::fromUtf8(reader.readAllStandardOutput()) : QString();
    }
    static bool open(AppDriver& driver)
    {
        return driver.unlock() && driver.tap(fr("client-411TREVAL")) && driver.tap(fr("notePromise")) &&
               driver.waitFor(fr("savePromise"));
    }
    /// The field once it has the focus and what it holds is selected.
    static QQuickItem* focusAmount(AppDriver& driver)
    {
        if (!driver.tap(fr("amount")))
            return nullptr;
        QQuickItem* field = driver.find(fr("amount"));
        const bool selected = QTest::qWaitFor(
            [&] { return field->hasActiveFocus() && !field->property("selectedText").toString().isEmpty(); }, 5000);
        return selected ? field : nullptr;
    }
    static void press(AppDriver& driver, QQuickItem* field, QChar letter, bool inputMethod)
    {
        if (letter == u'<')
            return QTest::keyClick(driver.window(), Qt::Key_Backspace);
        if (!inputMethod)
            return QTest::keyClick(driver.window(), letter.toLatin1());
        QInputMethodEvent composing(QString(letter), {});
        QGuiApplication::sendEvent(field, &composing);
        QInputMethodEvent committed;
        committed.setCommitString(QString(letter));
        QGuiApplication::sendEvent(field, &committed);
        QTest::qWait(1);
    }

    std::unique_ptr<WarningCatcher> m_warnings;
};

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    TestPromiseSheet sheet;
    return QTest::qExec(&sheet, argc, argv);
}
#include "test_promise_sheet.moc"
