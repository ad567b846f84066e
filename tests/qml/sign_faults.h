// SPDX-License-Identifier: Apache-2.0
// What AppDriver::faults does not look at: signs beside the words, and words within their buttons.
#pragma once

#include <QStringList>

class QQuickWindow;

namespace encours::test {

/// Of what is visible: signs that did not grow with the text (by half at most), that leave the window or lie over a text;
/// words nearer than 7 to the upper or lower edge of their button. Empty is right.
QStringList signFaults(const QQuickWindow& window, int textScalePercent);

} // namespace encours::test
