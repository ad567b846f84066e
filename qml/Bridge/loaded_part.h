// SPDX-License-Identifier: Apache-2.0
// One of the parts of a first loading (picture 08): what it is, how much of it has come.
#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace encours::app {

struct LoadedPartValue {
    Q_GADGET
    QML_VALUE_TYPE(loadedPart)
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL)
    Q_PROPERTY(QString standing MEMBER standing CONSTANT FINAL) // "61 factures"; empty: nobody has counted yet
    Q_PROPERTY(bool done MEMBER done CONSTANT FINAL)

public:
    friend bool operator==(const LoadedPartValue&, const LoadedPartValue&) = default;

    QString name;
    QString standing;
    bool done = false;
};

} // namespace encours::app
