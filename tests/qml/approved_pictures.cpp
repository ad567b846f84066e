// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/approved_pictures.h"

#include "tests/support/checkout.h"

#include <QDir>
#include <QImageWriter>

#include <algorithm>
#include <cstdlib>

namespace encours::test {

namespace {

// The palest line of the design (line on bg) differs by 22 in its strongest channel; smoothing differs by a few.
constexpr int kVisible = 12;
// The corners of a sheet that faded in are drawn over themselves, as often as there was time for: up to 51 pixels were seen.
constexpr int kStrayPixels = 64; // a line of 33 pixels that moves is more

QString pathOf(const QString& name)
{
    return QString::fromStdString(inCheckout("tests/qml/approved/")) + name + QStringLiteral(".png");
}

QString write(const QImage& picture, const QString& path)
{
    QDir().mkpath(QFileInfo(path).path());
    QImageWriter writer(path, "png");
    writer.setCompression(100); // the smallest file
    return writer.write(picture) ? QString()
                                 : QStringLiteral("%1 cannot be written: %2").arg(path, writer.errorString());
}

int strongest(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

} // namespace

PictureDifference differenceOf(const QImage& approved, const QImage& shown)
{
    PictureDifference difference;
    difference.marked = shown.convertToFormat(QImage::Format_RGB32);
    const QImage before = approved.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < before.height(); ++y) {
        const auto* wanted = reinterpret_cast<const QRgb*>(before.constScanLine(y));
        auto* seen = reinterpret_cast<QRgb*>(difference.marked.scanLine(y));
        for (int x = 0; x < before.width(); ++x) {
            if (strongest(wanted[x], seen[x]) <= kVisible)
                continue;
            seen[x] = qRgb(255, 0, 0);
            ++difference.pixels;
            difference.where |= QRect(x, y, 1, 1);
        }
    }
    return difference;
}

bool isSamePicture(const QImage& approved, const QImage& shown)
{
    return approved.size() == shown.size() && differenceOf(approved, shown).pixels <= kStrayPixels;
}

QString differenceFromApproved(const QImage& shown, const QString& name)
{
    const QImage picture = shown.convertToFormat(QImage::Format_RGB32);
    const QImage approved(pathOf(name));
    if (!approved.isNull() && isSamePicture(approved, picture))
        return {};
    if (qEnvironmentVariableIsSet("ENCOURS_APPROVE"))
        return write(picture, pathOf(name));
    const QString kept = QString::fromStdString(inBuild("screenshots/")) + name;
    const QString how = QStringLiteral("look at %1.png and, if it is right, run ./dev approve").arg(kept);
    write(picture, kept + QStringLiteral(".png"));
    if (approved.isNull())
        return QStringLiteral("nobody has approved %1: %2").arg(name, how);
    if (approved.size() != picture.size())
        return QStringLiteral("%1 is no longer %2×%3: %4")
            .arg(name)
            .arg(approved.width())
            .arg(approved.height())
            .arg(how);
    const PictureDifference difference = differenceOf(approved, picture);
    write(difference.marked, kept + QStringLiteral(".difference.png"));
    return QStringLiteral("%1 differs in %2 pixels, within %3,%4 %5×%6 (red in %7.difference.png): %8")
        .arg(name)
        .arg(difference.pixels)
        .arg(difference.where.x())
        .arg(difference.where.y())
        .arg(difference.where.width())
        .arg(difference.where.height())
        .arg(kept, how);
}

} // namespace encours::test
