// SPDX-License-Identifier: Apache-2.0
// The look, and nothing else: colours by their use, type, measures in dp, motion. Source: tokens.json. Two values are
// written, by the window and only there: `dark` and `textScale`.
pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

QtObject {
    id: theme

    property bool dark: Application.styleHints.colorScheme === Qt.ColorScheme.Dark
    /// 1 to 2: the text size people chose in their system.
    property real textScale: 1

    readonly property ColorTable light: LightColors {}
    readonly property ColorTable night: DarkColors {}
    readonly property ColorTable color: dark ? night : light
    /// Bars on the band, the rail and the sidebar: they sit on dark green in both themes.
    readonly property list<color> agingOnBand: night.aging

    readonly property TypeStyle amountHero: TypeStyle { size: 40; line: 44; weight: Font.DemiBold; decimalSize: 25 }
    readonly property TypeStyle amountXL: TypeStyle { size: 30; line: 36; weight: Font.DemiBold; decimalSize: 19 }
    readonly property TypeStyle amountL: TypeStyle { size: 22; line: 28; weight: Font.DemiBold; decimalSize: 16 }
    readonly property TypeStyle amountM: TypeStyle { size: 17; line: 22; weight: Font.DemiBold; decimalSize: 12 }
    readonly property TypeStyle h1: TypeStyle { size: 24; line: 30; weight: Font.DemiBold; spacing: -0.24 }
    readonly property TypeStyle sheetTitle: TypeStyle { size: 20; line: 26; weight: Font.DemiBold }
    readonly property TypeStyle h2: TypeStyle { size: 17; line: 22; weight: Font.DemiBold }
    readonly property TypeStyle rowTitle: TypeStyle { size: 16; line: 22; weight: Font.DemiBold }
    readonly property TypeStyle h3: TypeStyle { size: 15; line: 20; weight: Font.DemiBold }
    readonly property TypeStyle body: TypeStyle { size: 15; line: 20 }
    readonly property TypeStyle bodyDense: TypeStyle { size: 14; line: 20 }
    readonly property TypeStyle label: TypeStyle { size: 13; line: 18; weight: Font.Medium }
    readonly property TypeStyle reason: TypeStyle { size: 13; line: 18 }
    readonly property TypeStyle caption: TypeStyle { size: 12; line: 16 }
    readonly property TypeStyle badge: TypeStyle { size: 12; line: 16; weight: Font.Medium }
    readonly property TypeStyle nav: TypeStyle { size: 12; line: 16; weight: Font.Medium }
    readonly property TypeStyle kbd: TypeStyle { size: 11; line: 16; weight: Font.Medium; condensed: true }
    readonly property TypeStyle key: TypeStyle { size: 28; line: 34; weight: Font.Medium }
    readonly property TypeStyle wordmark: TypeStyle { size: 30; line: 36; weight: Font.DemiBold; spacing: -0.75 }
    readonly property TypeStyle tab: TypeStyle { size: 14; line: 18; weight: Font.Medium; condensed: true }
    readonly property TypeStyle legend: TypeStyle { size: 12; line: 14; weight: Font.Medium; condensed: true }
    readonly property TypeStyle legendAmount: TypeStyle { size: 14; line: 18; weight: Font.Medium; condensed: true }
    readonly property TypeStyle condensedDay: TypeStyle { size: 15; line: 20; weight: Font.DemiBold; condensed: true }
    readonly property TypeStyle condensedCaption: TypeStyle { size: 12; line: 16; condensed: true }

    readonly property string family: regular.name
    readonly property string condensedFamily: condensedRegular.name

    readonly property int pageMargin: 16
    readonly property int radiusBadge: 6
    readonly property int radiusControl: 8
    readonly property int radiusButton: 10
    readonly property int radiusCard: 12
    readonly property int radiusKey: 14
    readonly property int radiusSheet: 20
    readonly property real radiusBar: 1.5

    readonly property int touch: 48
    readonly property int buttonPrimary: 52
    readonly property int chip: 36
    readonly property int bottomBar: 84
    readonly property int rail: 88
    readonly property int sidebar: 208
    readonly property int listPane: 352
    readonly property int dialog: 560

    readonly property list<real> agingHeights: [0.4, 0.55, 0.7, 0.85, 1.0]
    readonly property int agingGap: 2
    readonly property int agingMinimum: 4

    readonly property int fast: 120
    readonly property int base: 200
    readonly property int sheet: 260

    readonly property int tabletWidth: 600
    readonly property int desktopWidth: 1100

    readonly property FontLoader regular: FontLoader { source: "fonts/EncoursSans-Regular.ttf" }
    readonly property FontLoader medium: FontLoader { source: "fonts/EncoursSans-Medium.ttf" }
    readonly property FontLoader semiBold: FontLoader { source: "fonts/EncoursSans-SemiBold.ttf" }
    readonly property FontLoader condensedRegular: FontLoader { source: "fonts/EncoursSansCondensed-Regular.ttf" }
    readonly property FontLoader condensedMedium: FontLoader { source: "fonts/EncoursSansCondensed-Medium.ttf" }
    readonly property FontLoader condensedSemiBold: FontLoader { source: "fonts/EncoursSansCondensed-SemiBold.ttf" }

    function scaled(pixels: real): int { return Math.round(pixels * textScale) }
    /// Signs grow with the text beside them, by half at most: a sign of 24 has its place in a target of 48.
    function sign(pixels: real): int { return Math.round(pixels * Math.min(textScale, 1.5)) }
}
