// SPDX-License-Identifier: Apache-2.0
// Where the content of a document comes from that somebody else attached: the synchronisation fetches it into the vault. What
// shows documents asks here, and never meets the network. GUI thread.
#pragma once

#include "domain/agreements/attachment.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace encours::app {

class DocumentSource : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The program makes it")

public:
    enum class Stage {
        None,   ///< nobody asked for it, or it is here
        Coming, ///< on its way
        Waits,  ///< for the network, by itself
        Failed  ///< `fault` says why; asking again is harmless
    };
    Q_ENUM(Stage)
    struct State {
        Stage stage = Stage::None;
        double progress = 0; ///< 0 to 1
        QString fault{};
    };

    /// Once it is in the store of this device the session says that data have changed.
    virtual void fetch(const AttachmentName& document) = 0;
    virtual State stateOf(const AttachmentName& document) const = 0;

Q_SIGNALS:
    /// The state of one of them.
    void changed();

protected:
    explicit DocumentSource(QObject* parent = nullptr) : QObject(parent) {}
};

} // namespace encours::app
