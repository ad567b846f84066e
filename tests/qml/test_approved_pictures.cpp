// SPDX-License-Identifier: Apache-2.0
// What the comparison with an approved picture sees, and what it forgives; and that what is kept stays small.
#include "tests/qml/approved_pictures.h"
#include "tests/support/checkout.h"

#include <QDirIterator>
#include <QGuiApplication>
#include <QPainter>
#include <QTest>

using namespace encours::test;

namespace {

constexpr qint64 kMostBytes = 15 * 1024 * 1024;

/// A page of the design's palest colours: a rule of 36 pixels and a block.
QImage page(int ruleAt)
{
    QImage picture(390, 844, QImage::Format_RGB32);
    picture.fill(QColor(0xF1, 0xF4, 0xF2));
    QPainter painter(&picture);
    painter.fillRect(16, ruleAt, 36, 1, QColor(0xDB, 0xE3, 0xDF));
    painter.fillRect(200, 200, 80, 20, QColor(0x11, 0x21, 0x1D));
    return picture;
}

QImage screen()
{
    return QImage(QString::fromStdString(inCheckout("tests/qml/approved/04_card_phone_light.png")));
}

/// The rows of `from` moved down by one pixel, from `top` on.
QImage movedByOnePixel(const QImage& from, int top, int height)
{
    QImage moved = from.copy();
    QPainter painter(&moved);
    painter.drawImage(0, top + 1, from, 0, top, from.width(), height);
    return moved;
}

} // namespace

class TestApprovedPictures : public QObject {
    Q_OBJECT

private slots:
    void theSamePicture() { QVERIFY(isSamePicture(page(100), page(100))); }

    void aShortPaleRuleThatMovesByOnePixel()
    {
        QVERIFY(!isSamePicture(page(100), page(101)));
        QCOMPARE(differenceOf(page(100), page(101)).where, QRect(16, 100, 36, 2));
    }

    void aLineOfARealScreenThatMovesByOnePixel()
    {
        const QImage card = screen();
        QVERIFY(!card.isNull());
        QVERIFY(isSamePicture(card, card.copy()));
        int caught = 0;
        int lines = 0;
        for (int top = 0; top + 20 < card.height(); top += 20) {
            const QImage moved = movedByOnePixel(card, top, 18);
            if (moved == card)
                continue; // nothing is drawn there
            ++lines;
            caught += isSamePicture(card, moved) ? 0 : 1;
        }
        QVERIFY(lines > 20);
        QVERIFY2(caught >= lines - 2, qPrintable(QStringLiteral("%1 of %2").arg(caught).arg(lines)));
    }

    // Another version of the font renderer smooths an edge a little differently.
    void strayPixelsAreForgiven()
    {
        QImage other = page(100);
        for (int x = 0; x < other.width(); ++x)
            other.setPixel(x, 210, qRgb(qRed(other.pixel(x, 210)) ^ 7, 0x21, 0x1D));
        QImage from = page(100);
        for (int x = 0; x < from.width(); ++x)
            from.setPixel(x, 210, qRgb(qRed(from.pixel(x, 210)), 0x21, 0x1D));
        QVERIFY(isSamePicture(from, other));
    }

    void anotherSizeIsAnotherPicture() { QVERIFY(!isSamePicture(page(100), page(100).copy(0, 0, 390, 843))); }

    void whatIsKeptIsSmall()
    {
        qint64 bytes = 0;
        QDirIterator files(QString::fromStdString(inCheckout("tests/qml/approved")), QDir::Files);
        while (files.hasNext())
            bytes += files.nextFileInfo().size();
        QVERIFY(bytes > 0);
        QVERIFY2(bytes <= kMostBytes, qPrintable(QString::number(bytes)));
    }
};

QTEST_MAIN(TestApprovedPictures)
#include "test_approved_pictures.moc"
