// SPDX-License-Identifier: Apache-2.0
#include "platforms/linux/hand.h"

#include <QGuiApplication>
#include <QImage>
#include <QInputMethodEvent>
#include <QMetaProperty>
#include <QPointingDevice>
#include <QTest>

#include <functional>

namespace encours::demonstration {

namespace {

constexpr int kPatienceMs = 20'000;
constexpr int kLookEveryMs = 30;

Error unseen(const QString& what)
{
    return {ErrorKind::NotFound, "hand.unseen", what.toStdString()};
}

void forEach(QQuickItem& root, const std::function<void(QQuickItem&)>& visit)
{
    visit(root);
    for (QQuickItem* child : root.childItems())
        forEach(*child, visit);
}

/// What an item shows: its text, or the text of the value it draws in two sizes.
QStringList textsOf(const QQuickItem& item)
{
    QStringList texts;
    for (const char* name : {"text", "amount", "value"}) {
        const QVariant value = item.property(name);
        if (value.typeId() == QMetaType::QString)
            texts.append(value.toString());
        else if (const QMetaObject* gadget = value.metaType().metaObject();
                 gadget && value.metaType().flags().testFlag(QMetaType::IsGadget)) {
            if (const int text = gadget->indexOfProperty("text"); text >= 0)
                texts.append(gadget->property(text).readOnGadget(value.constData()).toString());
        }
    }
    return texts;
}

QString withPlainSpaces(QString text)
{
    return text.replace(QChar(0x00A0), u' ').replace(QChar(0x202F), u' ');
}

void scrollTo(QQuickItem& item)
{
    for (QQuickItem* parent = item.parentItem(); parent; parent = parent->parentItem()) {
        const QVariant contentY = parent->property("contentY");
        if (!contentY.isValid())
            continue;
        const QRectF at = item.mapRectToItem(parent, item.boundingRect());
        if (at.top() < 0)
            parent->setProperty("contentY", contentY.toReal() + at.top());
        else if (at.bottom() > parent->height())
            parent->setProperty("contentY", contentY.toReal() + at.bottom() - parent->height());
    }
}

} // namespace

Hand::Hand(QQuickWindow& window) : m_window(window), m_finger(QTest::createTouchDevice()) {}

double Hand::opacityOf(const QQuickItem& item) const
{
    if (!item.isVisible() || item.window() != &m_window)
        return 0;
    double opacity = 1;
    for (const QQuickItem* up = &item; up; up = up->parentItem())
        opacity *= up->opacity();
    return opacity;
}

QQuickItem* Hand::find(const QString& name) const
{
    QQuickItem* found = nullptr; // the last one lies on top
    forEach(*m_window.contentItem(), [&](QQuickItem& item) {
        if (item.objectName() == name && item.isEnabled() && opacityOf(item) > kShown)
            found = &item;
    });
    return found;
}

Result<QPointF> Hand::settle(const QString& name)
{
    QPointF last(-1, -1);
    const bool still = QTest::qWaitFor(
        [&] {
            QQuickItem* item = find(name);
            if (!item)
                return false;
            scrollTo(*item);
            const QPointF middle = item->mapToScene(item->boundingRect().center());
            const bool same = middle == last && m_window.contentItem()->contains(middle);
            last = middle;
            QTest::qWait(kLookEveryMs);
            return same;
        },
        kPatienceMs);
    if (!still)
        return std::unexpected(
            unseen("there is no '" + name + "' to touch on the screen; it shows: " + shownTexts().join(" | ")));
    return last;
}

Result<void> Hand::tap(const QString& name)
{
    ENCOURS_TRY(const QPointF at, settle(name));
    QTest::touchEvent(&m_window, m_finger.get()).press(0, at.toPoint());
    QTest::qWait(kLookEveryMs);
    QTest::touchEvent(&m_window, m_finger.get()).release(0, at.toPoint());
    QTest::qWait(kLookEveryMs);
    return {};
}

Result<void> Hand::type(const QString& name, const QString& text)
{
    ENCOURS_CHECK(tap(name));
    QObject* field = nullptr;
    const bool ready = QTest::qWaitFor(
        [&] { return (field = QGuiApplication::focusObject()) && field->property("text").isValid(); }, kPatienceMs);
    if (!ready)
        return std::unexpected(unseen("'" + name + "' takes no text"));
    QInputMethodEvent event;
    event.setCommitString(text, 0, 0);
    QMetaObject::invokeMethod(field, "selectAll");
    QGuiApplication::sendEvent(field, &event);
    return {};
}

Result<void> Hand::see(const QString& text)
{
    const QString wanted = withPlainSpaces(text);
    const auto holds = [&] {
        return std::ranges::any_of(shownTexts(), [&](const QString& shown) { return shown.contains(wanted); });
    };
    if (!QTest::qWaitFor(holds, kPatienceMs))
        return std::unexpected(unseen("'" + wanted + "' is not on the screen; it shows: " + shownTexts().join(" | ")));
    return {};
}

Result<void> Hand::seeNot(const QString& text)
{
    const QString unwanted = withPlainSpaces(text);
    const auto gone = [&] {
        // Also what fades away is still there, and a sheet that closes still takes the finger.
        return std::ranges::none_of(shownTexts(0), [&](const QString& shown) { return shown.contains(unwanted); });
    };
    if (!QTest::qWaitFor(gone, kPatienceMs))
        return std::unexpected(unseen("'" + unwanted + "' is still on the screen"));
    return {};
}

Result<void> Hand::shot(const QString& file)
{
    QTest::qWait(400); // the longest movement is 260 ms
    if (!m_window.grabWindow().save(file, "PNG"))
        return failure(ErrorKind::Unavailable, "hand.shot",
                       "The picture could not be written to " + file.toStdString() + ".");
    return {};
}

QStringList Hand::shownTexts(double opacity) const
{
    QStringList texts;
    const QRectF screen(QPointF(), QSizeF(m_window.size()));
    forEach(*m_window.contentItem(), [&](QQuickItem& item) {
        if (opacityOf(item) <= opacity || !item.mapRectToScene(item.boundingRect()).intersects(screen))
            return;
        for (const QString& text : textsOf(item)) {
            if (!text.isEmpty())
                texts.append(withPlainSpaces(text));
        }
    });
    return texts;
}

} // namespace encours::demonstration
