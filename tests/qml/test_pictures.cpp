// SPDX-License-Identifier: Apache-2.0
// What a camera says beside the picture (place, time, maker, comments) must not leave the phone: a photo with all of it goes
// in, and the bytes that come out are searched.
#include "domain/agreements/attachment.h"
#include "qml/Bridge/pictures.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>
#include <QRandomGenerator>
#include <QTest>

using namespace encours;
using namespace encours::app;

namespace {

QImage drawn(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.fillRect(0, 0, size.width() / 2, size.height() / 2, Qt::red); // top left
    painter.fillRect(size.width() / 2, 0, size.width() / 2, size.height() / 2, Qt::blue);
    return image;
}

QByteArray written(const QImage& image, const char* format, int quality = -1)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    if (!writer.write(image))
        qFatal("cannot write %s", format);
    return bytes;
}

void append16(QByteArray& bytes, int value)
{
    bytes.append(static_cast<char>(value)).append(static_cast<char>(value >> 8));
}
void append32(QByteArray& bytes, int value)
{
    append16(bytes, value & 0xffff);
    append16(bytes, value >> 16);
}
void appendEntry(QByteArray& bytes, int tag, int type, int count, int value)
{
    append16(bytes, tag);
    append16(bytes, type);
    append32(bytes, count);
    append32(bytes, value);
}

/// An EXIF segment (CIPA DC-008) as a phone writes it: maker, orientation (6: turn right) and a GPS latitude.
QByteArray exif()
{
    QByteArray tiff("II*\0\x08\0\0\0", 8);
    append16(tiff, 3);
    appendEntry(tiff, 0x010f, 2, 11, 50); // maker, at 50
    appendEntry(tiff, 0x0112, 3, 1, 6);   // orientation
    appendEntry(tiff, 0x8825, 4, 1, 62);  // GPS directory, at 62
    append32(tiff, 0);
    tiff.append("PhoneMaker\0\0", 12);
    append16(tiff, 2);
    appendEntry(tiff, 0x0001, 2, 2, 'N');
    appendEntry(tiff, 0x0002, 5, 3, 92); // latitude, at 92
    append32(tiff, 0);
    for (const int part : {47, 1, 13, 1, 7, 1})
        append32(tiff, part);
    QByteArray segment("Exif\0\0", 6);
    segment.append(tiff);
    const qsizetype length = segment.size() + 2;
    QByteArray marker("\xff\xe1", 2);
    marker.append(static_cast<char>(length >> 8)).append(static_cast<char>(length));
    return marker + segment;
}

/// A photo with EXIF, XMP and a comment.
QByteArray photo(QSize size)
{
    QImage image = drawn(size);
    image.setText(QStringLiteral("Comment"), QStringLiteral("GPS 47.1340"));
    image.setColorSpace(QColorSpace(QColorSpace::DisplayP3));
    image.setDotsPerMeterX(4321);
    QByteArray bytes = written(image, "jpeg", 90);
    QByteArray xmp("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>geo 47.1340</x:xmpmeta>", 62);
    QByteArray marker("\xff\xe1", 2);
    marker.append('\0').append(static_cast<char>(xmp.size() + 2));
    return bytes.insert(2, exif() + marker + xmp);
}

/// The segments of a JPEG before its picture: only those that a picture needs.
QList<int> segments(const QByteArray& jpeg)
{
    QList<int> markers;
    for (qsizetype at = 2; at + 4 <= jpeg.size();) {
        const int marker = static_cast<std::uint8_t>(jpeg[at + 1]);
        markers.append(marker);
        if (marker == 0xda)
            break;
        at += 2 + (static_cast<std::uint8_t>(jpeg[at + 2]) << 8) + static_cast<std::uint8_t>(jpeg[at + 3]);
    }
    return markers;
}

QByteArray kept(const QByteArray& file)
{
    const auto picture = reencodedPicture(file);
    return picture ? QByteArray(reinterpret_cast<const char*>(picture->data()), std::ssize(*picture)) : QByteArray();
}

} // namespace

class TestPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingButThePictureIsKept()
    {
        const QByteArray before = photo(QSize(800, 600));
        for (const char* said : {"Exif", "PhoneMaker", "xmpmeta", "GPS", "ICC_PROFILE"})
            QVERIFY2(before.contains(said), said);
        const QByteArray after = kept(before);
        QVERIFY(!after.isEmpty());
        for (const char* said : {"Exif", "PhoneMaker", "xmp", "GPS", "47.1340", "ICC_PROFILE"})
            QVERIFY2(!after.contains(said), said);
        for (const int marker : segments(after)) // JFIF, tables, frame, scan: no APP1 to APP15, no comment
            QVERIFY2((marker < 0xe1 || marker > 0xef) && marker != 0xfe, qPrintable(QString::number(marker, 16)));
    }

    // Told by the metadata that goes: the picture is turned first.
    void thePictureIsUpright()
    {
        const QImage image = QImage::fromData(kept(photo(QSize(800, 600))), "jpeg");
        QCOMPARE(image.size(), QSize(600, 800));
        QVERIFY(image.pixelColor(550, 50).red() > 200 && image.pixelColor(550, 50).blue() < 60); // was top left
        QVERIFY(image.pixelColor(550, 750).blue() > 200);
    }

    void itIsSmallWhateverItWas_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("a photo of 12 million pixels") << photo(QSize(4000, 3000));
        QImage noise(2000, 2000, QImage::Format_RGB32);
        QRandomGenerator(20'261'123).fillRange(reinterpret_cast<quint32*>(noise.bits()), noise.sizeInBytes() / 4);
        QTest::newRow("noise") << written(noise, "jpeg", 95);
        QTest::newRow("a drawing") << written(drawn(QSize(300, 200)), "png");
        QTest::newRow("one line") << written(drawn(QSize(20'000, 2)), "png");
    }
    void itIsSmallWhateverItWas()
    {
        QFETCH(QByteArray, file);
        const QByteArray after = kept(file);
        QVERIFY(!after.isEmpty());
        QVERIFY(after.size() <= static_cast<qsizetype>(kMaximumAttachmentBytes));
        const QImage image = QImage::fromData(after, "jpeg");
        QVERIFY(!image.isNull() && std::max(image.width(), image.height()) <= kLongestPictureSide);
    }

    void whatIsNoPictureIsToldSo()
    {
        QCOMPARE(reencodedPicture(QByteArray()).error().code, std::string("picture.unreadable"));
        QCOMPARE(reencodedPicture("%PDF-1.4").error().code, std::string("picture.unreadable"));
        QCOMPARE(reencodedPicture(photo(QSize(40, 30)).first(100)).error().code, std::string("picture.unreadable"));
        QCOMPARE(reencodedPicture(QByteArray(kLargestPictureBytes + 1, 'x')).error().code, std::string("picture.size"));
        QByteArray bomb = written(drawn(QSize(60, 50)), "png"); // says 60,000 × 50,000 in its head
        bomb.replace(16, 8, QByteArray("\0\0\xea\x60\0\0\xc3\x50", 8));
        QVERIFY(!reencodedPicture(bomb));
    }
};

QTEST_GUILESS_MAIN(TestPictures)
#include "test_pictures.moc"
