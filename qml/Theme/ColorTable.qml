// SPDX-License-Identifier: Apache-2.0
// The colours of one theme, by their use (tokens.json has the same names).
pragma ComponentBehavior: Bound

import QtQuick

QtObject {
    required property color bg
    required property color surface
    required property color surface2
    required property color sunken
    required property color band
    required property color band2
    required property color bandLine
    required property color onBand
    required property color onBand2
    required property color onBandStamp
    required property color text
    required property color text2
    required property color text3
    required property color line
    required property color lineStrong
    required property color accent
    required property color onAccent
    required property color accentSoft
    required property color onAccentSoft
    required property color markAccent
    required property color markAccentOnBand
    required property color danger
    required property color dangerSoft
    required property color onDangerSoft
    required property color warning
    required property color warningSoft
    required property color onWarningSoft
    required property color info
    required property color infoSoft
    required property color onInfoSoft
    required property color neutralSoft
    required property color onNeutralSoft
    required property color scrim
    required property color focus
    /// By bucket: not due, 1–30, 31–60, 61–90, over 90 days late.
    required property list<color> aging
}
