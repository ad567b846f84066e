// SPDX-License-Identifier: Apache-2.0
// Fetches the documents of others that a person asked for, one after the other, on the session's sync thread: from the centre
// straight into the encrypted store. What finds no network waits in memory for the next exchange that ends well, over a lock
// too; leaving the program forgets it. GUI thread.
#pragma once

#include "qml/Bridge/document_source.h"
#include "qml/Bridge/session.h"
#include "sync/device/device_directory.h"

#include <stop_token>
#include <vector>

namespace encours::app {

class DocumentFetcher final : public DocumentSource {
    Q_OBJECT

public:
    /// Both must outlive it.
    DocumentFetcher(Session& session, device::TransportFactory transports, QObject* parent = nullptr);
    ~DocumentFetcher() override;

    void fetch(const AttachmentName& document) override;
    State stateOf(const AttachmentName& document) const override;
    /// There is a network again: what waits is asked for.
    void resume();

private:
    struct Wish {
        AttachmentName document;
        State state;
    };
    struct Asked;
    static Result<void> run(usecases::Field& field, const Asked& asked);
    Wish* find(const AttachmentName& document);
    void next();
    void finish(const AttachmentName& document, const Result<void>& kept);
    void close();

    Session& m_session;
    device::TransportFactory m_transports;
    std::vector<Wish> m_wishes; // in the order they were asked for; one that came leaves
    std::stop_source m_stop;
    QFuture<void> m_work;
    bool m_running = false;
    int m_opening = 0; // an answer that comes after a lock belongs to nobody
};

} // namespace encours::app
