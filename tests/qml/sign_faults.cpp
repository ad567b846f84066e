// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/sign_faults.h"

#include <QQuickItem>
#include <QQuickWindow>

#include <algorithm>
#include <vector>

namespace encours::test {

namespace {

constexpr int kMostGrowth = 150;
constexpr qreal kLargest = 24;
constexpr qreal kEdge = 7;
constexpr qreal kLeading = 3; // of a line of text, above and below its letters

struct Seen {
    std::vector<const QQuickItem*> signs;
    std::vector<const QQuickItem*> texts;
};

void collect(const QQuickItem* item, Seen& seen)
{
    if (!item->isVisible() || item->opacity() < 0.01)
        return;
    if (item->inherits("encours::app::IconDrawing"))
        seen.signs.push_back(item);
    if (item->inherits("QQuickText") && !item->property("text").toString().isEmpty())
        seen.texts.push_back(item);
    for (const QQuickItem* child : item->childItems())
        collect(child, seen);
}

QRectF inWindow(const QQuickItem* item)
{
    return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
}

/// In a strip that scrolls sideways, being cut is how one sees that there is more.
bool scrollsSideways(const QQuickItem* item)
{
    for (const QQuickItem* up = item->parentItem(); up; up = up->parentItem()) {
        if (up->inherits("QQuickFlickable"))
            return up->property("contentWidth").toReal() > up->width() + 1;
    }
    return false;
}

/// The nearest thing around it that may lie over others: words of one thing are not those of another.
const QQuickItem* around(const QQuickItem* item)
{
    for (const QQuickItem* up = item->parentItem(); up; up = up->parentItem()) {
        if (up->inherits("QQuickAbstractButton") || up->inherits("QQuickFlickable") || up->inherits("QQuickPopupItem"))
            return up;
    }
    return nullptr;
}

QRectF lettersOf(const QQuickItem* text)
{
    const QRectF rect = inWindow(text);
    const qreal width = text->property("contentWidth").toReal();
    const int align = text->property("effectiveHorizontalAlignment").toInt();
    const qreal x = align & Qt::AlignHCenter ? (rect.width() - width) / 2
                    : align & Qt::AlignRight ? rect.width() - width
                                             : 0;
    return QRectF(rect.x() + x, rect.y(), width, rect.height()).adjusted(1, kLeading, -1, -kLeading);
}

} // namespace

QStringList signFaults(const QQuickWindow& window, int textScalePercent)
{
    Seen seen;
    collect(window.contentItem(), seen);
    QStringList faults;
    const qreal growth = std::min(textScalePercent, kMostGrowth) / 100.0;
    for (const QQuickItem* sign : seen.signs) {
        const QRectF rect = inWindow(sign);
        const auto fault = [&](const QString& what) {
            faults.append(QStringLiteral("%1: a sign in '%2' at %3,%4 of %5")
                              .arg(what, sign->parentItem()->parentItem()->objectName())
                              .arg(rect.x())
                              .arg(rect.y())
                              .arg(rect.width()));
        };
        // That of the key that erases is large from the start, and as high as its key lets it.
        const qreal size = sign->property("size").toReal();
        if (rect.width() < (size > kLargest ? size : size * growth) - 0.6)
            fault(QStringLiteral("as small as beside a small text"));
        if (!scrollsSideways(sign) && (rect.left() < 0 || rect.right() > window.width()))
            fault(QStringLiteral("out of the window"));
        for (const QQuickItem* text : seen.texts) {
            if (around(text) == around(sign) && !sign->isAncestorOf(text) &&
                lettersOf(text).intersects(rect.adjusted(1, 1, -1, -1)))
                fault(QStringLiteral("over '%1'").arg(text->property("text").toString()));
        }
    }
    for (const QQuickItem* text : seen.texts) {
        const QQuickItem* button = around(text);
        if (!button || !QByteArrayView(button->metaObject()->className()).startsWith("ActionButton"))
            continue;
        const QRectF edge = inWindow(button);
        const QRectF words = inWindow(text);
        if (words.top() - edge.top() < kEdge || edge.bottom() - words.bottom() < kEdge)
            faults.append(
                QStringLiteral("words at the edge of their button: '%1'").arg(text->property("text").toString()));
    }
    return faults;
}

} // namespace encours::test
