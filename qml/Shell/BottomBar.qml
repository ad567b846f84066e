// SPDX-License-Identifier: Apache-2.0
// Where one can go, on a phone.
pragma ComponentBehavior: Bound

import QtQuick
import Encours.Theme
import Encours.Controls
import Encours.Settings

Rectangle {
    id: bar

    required property int place
    required property SyncModel sync
    required property int broken

    signal chosen(place: int)

    implicitHeight: places.implicitHeight + 20
    color: Theme.color.surface

    Separator { width: parent.width }
    Navigation { id: places; width: parent.width; place: bar.place; sync: bar.sync; broken: bar.broken; onChosen: place => bar.chosen(place) }
}
