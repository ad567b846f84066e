// SPDX-License-Identifier: Apache-2.0
// What is done before the card of a client of two thousand invoices shows: work counted, not seconds.
#include "qml/Clients/client_card_model.h"
#include "tests/qml/app_driver.h"

#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickStyle>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace encours;
using namespace encours::test;

namespace {

constexpr int kMany = 2'000;
constexpr int kAtOnce = 10;
constexpr int kStep = 50;

/// Counts how often a sentence is asked for; says nothing itself.
class CountedWords final : public QTranslator {
public:
    explicit CountedWords(QByteArray beginning) : m_beginning(std::move(beginning))
    {
        QCoreApplication::installTranslator(this);
    }
    ~CountedWords() override { QCoreApplication::removeTranslator(this); }
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override
    {
        m_count += QByteArrayView(source).startsWith(m_beginning) ? 1 : 0;
        return {};
    }
    int count() const { return m_count; }

private:
    QByteArray m_beginning;
    mutable int m_count = 0;
};

} // namespace

class TestCardWork : public QuietTest {
    Q_OBJECT

    static qsizetype named(const QQuickItem* item, const QString& beginning)
    {
        qsizetype count = item->objectName().startsWith(beginning) ? 1 : 0;
        for (const QQuickItem* child : item->childItems())
            count += named(child, beginning);
        return count;
    }

private Q_SLOTS:
    void onlyWhatShowsIsMade()
    {
        AppDriver driver(kPhone, false);
        QVERIFY(driver.unlock());
        QVERIFY(driver.tap(fr("client-411TREVAL")));
        QVERIFY(driver.waitFor(fr("notePromise")));
        const auto opened = driver.application().session().run(
            [](usecases::Field& field) { return usecases::openClient(field, "411TREVAL"); });
        QTRY_VERIFY(opened.isFinished());
        usecases::ClientCard card = opened.result().value();
        const usecases::ItemLine line = card.items.front();
        card.items.clear();
        for (int i = 0; i < kMany; ++i) {
            card.items.push_back(line);
            card.items.back().item.number = "FA-" + std::to_string(i);
        }
        auto* model = driver.window()->findChild<app::ClientCardModel*>();
        QVERIFY(model);
        const QQuickItem* page = driver.window()->contentItem();

        const CountedWords dues("due %1");
        model->setCard(std::move(card));
        QCOMPARE(named(page, fr("invoice-")), kAtOnce);
        QVERIFY2(dues.count() <= 6 * kAtOnce, qPrintable(QString::number(dues.count())));
        // The rest of the first step comes while one looks, then on demand.
        QTRY_COMPARE(named(page, fr("invoice-")), kStep);
        QVERIFY(driver.waitFor(fr("showMore")));
        QCOMPARE(named(page, fr("invoice-")), kStep);
        QVERIFY(dues.count() <= 6 * kStep);

        QCOMPARE(named(page, fr("cause-")), 0); // nobody has called
        QVERIFY(!driver.window()->findChild<QObject*>(fr("pastLook")));
        QVERIFY(!driver.window()->findChild<QObject*>(fr("documentPicture")));
        QVERIFY(driver.tap(fr("pastDay")));
        QVERIFY(driver.waitFor(fr("pastLook")));
    }
};

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    TestCardWork work;
    return QTest::qExec(&work, argc, argv);
}
#include "test_card_work.moc"
