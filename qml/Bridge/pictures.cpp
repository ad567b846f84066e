// SPDX-License-Identifier: Apache-2.0
#include "qml/Bridge/pictures.h"

#include "domain/agreements/attachment.h"

#include <QBuffer>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>

#include <array>

namespace encours::app {

namespace {

std::unexpected<Error> tooLarge()
{
    return failure(ErrorKind::InvalidArgument, "picture.size",
                   "This picture is too large to be opened; nothing was kept. Take a smaller one.");
}

/// Pixels alone, on white.
QImage onAPage(const QImage& picture, QSize size)
{
    QImage page(size, QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRect(QPoint(), size), picture);
    return page;
}

QByteArray jpeg(const QImage& page, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    writer.setOptimizedWrite(true);
    return writer.write(page) ? bytes : QByteArray();
}

} // namespace

Result<std::vector<std::uint8_t>> reencodedPicture(const QByteArray& file)
{
    if (file.size() > kLargestPictureBytes)
        return tooLarge();
    QBuffer buffer;
    buffer.setData(file);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize whole = reader.size();
    if (!whole.isEmpty() && qint64{whole.width()} * whole.height() > kLargestPicturePixels)
        return tooLarge();
    if (std::max(whole.width(), whole.height()) > kLongestPictureSide)
        reader.setScaledSize(
            whole.scaled(kLongestPictureSide, kLongestPictureSide, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    const QImage picture = reader.read();
    if (picture.isNull())
        return failure(ErrorKind::InvalidArgument, "picture.unreadable",
                       "This file is not a picture that can be read here; nothing was kept. Choose a JPEG or a PNG.");
    // Less sharp first, then smaller: words on a paper survive the first longer.
    for (QSize size = picture.size(); !size.isEmpty(); size = size * 3 / 4) {
        const QImage page = onAPage(picture, size);
        for (const int quality : std::array{82, 65, 45}) {
            const QByteArray bytes = jpeg(page, quality);
            if (!bytes.isEmpty() && bytes.size() <= static_cast<qsizetype>(kMaximumAttachmentBytes))
                return std::vector<std::uint8_t>(bytes.begin(), bytes.end());
        }
    }
    return tooLarge();
}

} // namespace encours::app
