// SPDX-License-Identifier: Apache-2.0
// The screens as somebody approved them: tests/qml/approved/NAME.png, at 1×, drawn by the software renderer with the fonts
// of this repository, so that every machine draws the same. With ENCOURS_APPROVE set, what is shown becomes what is
// approved.
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>

namespace encours::test {

struct PictureDifference {
    int pixels = 0; ///< that differ by more than a reader could miss
    QRect where;
    QImage marked; ///< the shown picture, what differs in red
};

/// Of pictures of one size.
PictureDifference differenceOf(const QImage& approved, const QImage& shown);
/// A few stray pixels of smoothed edges are forgiven; a line of text, a rule or a badge that moved by a pixel is not.
bool isSamePicture(const QImage& approved, const QImage& shown);

/// Empty when it is as approved; else one sentence: what differs, where, and how to approve it. Leaves NAME.png and
/// NAME.difference.png in build/…/screenshots then.
QString differenceFromApproved(const QImage& shown, const QString& name);

} // namespace encours::test
