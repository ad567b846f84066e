// SPDX-License-Identifier: Apache-2.0
// The hand and the eye of the demonstration: touches the items of the app's window by their objectName, types, and reads
// what is shown, as a person would. Belongs to the GUI thread; each call waits, running events, at most twenty seconds.
#pragma once

#include "base/result.h"

#include <QPointer>
#include <QQuickItem>
#include <QQuickWindow>

#include <memory>

QT_FORWARD_DECLARE_CLASS(QPointingDevice)

namespace encours::demonstration {

class Hand {
public:
    explicit Hand(QQuickWindow& window);

    /// Presses and releases the middle of the shown, enabled item of that name, once it stands still. Scrolls to it first.
    Result<void> tap(const QString& name);
    /// Taps the field, then types over what it held, as an input method does.
    Result<void> type(const QString& name, const QString& text);
    /// Waits until something shown holds the text; no-break and narrow spaces count as spaces.
    Result<void> see(const QString& text);
    /// Waits until nothing holds the text any more, not even faintly.
    Result<void> seeNot(const QString& text);
    /// A picture of the window, as PNG.
    Result<void> shot(const QString& file);

private:
    QQuickItem* find(const QString& name) const;
    Result<QPointF> settle(const QString& name);
    double opacityOf(const QQuickItem& item) const;
    /// Of what is more opaque than that.
    QStringList shownTexts(double opacity = kShown) const;

    static constexpr double kShown = 0.5;

    QQuickWindow& m_window;
    std::unique_ptr<QPointingDevice> m_finger;
};

} // namespace encours::demonstration
