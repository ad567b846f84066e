// SPDX-License-Identifier: Apache-2.0
// Keeps the device and the centre together: soon after something is noted, every few minutes while somebody looks, and when
// asked; after a failure by the backoff; with the manners of sync/device/manners.h. Tells what waits. GUI thread; the
// exchange itself runs on the session's sync thread.
#pragma once

#include "qml/Bridge/loaded_part.h"
#include "qml/Bridge/session.h"
#include "qml/Settings/outbox_rows.h"
#include "sync/device/backoff.h"
#include "sync/device/device_directory.h"
#include "sync/device/manners.h"
#include "sync/device/runner.h"
#include "usecases/first_load.h"

#include <QTimer>

#include <random>
#include <stop_token>

namespace encours::app {

class SyncModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The program makes the synchronisation")
    Q_PROPERTY(bool running READ isRunning NOTIFY changed FINAL)
    Q_PROPERTY(bool loadedOnce READ isLoadedOnce NOTIFY changed FINAL)
    Q_PROPERTY(encours::app::Tone::Kind tone READ tone NOTIFY changed FINAL)
    Q_PROPERTY(QString icon READ icon NOTIFY changed FINAL)
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(QString explanation READ explanation NOTIFY changed FINAL)
    Q_PROPERTY(QString coverage READ coverage NOTIFY changed FINAL)
    Q_PROPERTY(QString clockDoubt READ clockDoubt NOTIFY changed FINAL) // empty when there is none
    Q_PROPERTY(QString nextTry READ nextTry NOTIFY changed FINAL)       // after a failure; empty when there was none
    Q_PROPERTY(QString fault READ fault NOTIFY changed FINAL)
    Q_PROPERTY(bool refusedForGood READ isRefusedForGood NOTIFY changed FINAL) // only a new invitation leads on
    Q_PROPERTY(QList<encours::app::OutboxRowValue> outbox READ outbox NOTIFY changed FINAL)
    Q_PROPERTY(QList<encours::app::OutboxRowValue> tray READ tray NOTIFY changed FINAL) // waits for a person
    Q_PROPERTY(QList<encours::app::OutboxRowValue> log READ log NOTIFY changed FINAL)   // answered, latest first
    Q_PROPERTY(QString outboxCount READ outboxCount NOTIFY changed FINAL)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed FINAL)
    Q_PROPERTY(int refused READ refused NOTIFY changed FINAL)
    Q_PROPERTY(int toDecide READ toDecide NOTIFY changed FINAL) // contests (screen 07)
    Q_PROPERTY(QString toDecideText READ toDecideText NOTIFY changed FINAL)
    Q_PROPERTY(int toLookAt READ toLookAt NOTIFY changed FINAL)    // what wants a person: contests and what was refused
    Q_PROPERTY(double progress READ progress NOTIFY changed FINAL) // 0 to 1, of the clients
    Q_PROPERTY(QString progressText READ progressText NOTIFY changed FINAL)
    Q_PROPERTY(
        QList<encours::app::LoadedPartValue> parts READ parts NOTIFY changed FINAL) // of the first loading; empty later
    Q_PROPERTY(QString heldDocuments READ heldDocuments NOTIFY changed FINAL) // empty when the network holds none back

public:
    /// Both must outlive it.
    SyncModel(Session& session, device::TransportFactory transports, QObject* parent = nullptr);
    ~SyncModel() override;

    /// Harmless at any time: one exchange at once.
    Q_INVOKABLE void synchronise();
    /// With the documents, this once, whatever the network costs.
    Q_INVOKABLE void sendDocuments();
    /// Out of the tray, for good eight seconds later: what was refused is not sent again, what the centre holds was read.
    Q_INVOKABLE void layAside(const QString& operation);
    /// The last one back into the tray.
    Q_INVOKABLE void undo();
    /// A network came back or the person did: what failed before says nothing any more.
    void tryAgain();
    /// Whether it starts by itself. Off until the first loading was asked for.
    void setAutomatic(bool automatic);
    /// What the system says of the app and of the network.
    void setForeground(bool foreground);
    void setMetered(bool metered);
    /// Until it starts by itself; nothing: it sleeps.
    std::optional<std::chrono::milliseconds> nextWake() const;

    bool isRunning() const { return m_running; }
    bool isLoadedOnce() const { return m_session.freshness().lastSync.has_value(); }
    Tone::Kind tone() const;
    QString icon() const;
    QString headline() const;
    QString explanation() const;
    QString coverage() const;
    QString clockDoubt() const;
    QString nextTry() const;
    QString fault() const { return m_fault; }
    bool isRefusedForGood() const { return m_refusedForGood; }
    QList<OutboxRowValue> outbox() const { return m_outbox; }
    QList<OutboxRowValue> tray() const { return m_tray; }
    QList<OutboxRowValue> log() const { return m_log; }
    QString outboxCount() const;
    int waiting() const { return m_session.freshness().waiting; }
    int refused() const { return m_session.freshness().refused; }
    int toDecide() const { return m_toDecide; }
    QString toDecideText() const;
    int toLookAt() const { return m_toDecide + m_refused; }
    double progress() const;
    QString progressText() const;
    QList<LoadedPartValue> parts() const;
    QString heldDocuments() const;

    /// What the use-case gave; also how tests fill it.
    void setOutbox(const std::vector<usecases::OutboxLine>& lines);

Q_SIGNALS:
    void changed();
    /// An exchange ended well: the first loading may close.
    void synchronised();
    /// Out of the tray; undo() brings it back.
    void laidAside(const QString& sentence);
    /// A page of this device's file cannot be read.
    void damaged();

private:
    void load();
    void countLoaded();
    struct Exchanged;
    void finish(Exchanged exchanged);
    void scheduleAfter(std::optional<std::chrono::milliseconds> delay);
    bool hasSomethingToSend() const;

    Session& m_session;
    device::TransportFactory m_transports;
    device::Backoff m_backoff;
    device::Surroundings m_surroundings;
    std::mt19937 m_random;
    std::stop_source m_stop;
    QFuture<void> m_work;
    QTimer m_timer;
    bool m_automatic = false;
    bool m_running = false;
    bool m_again = false;
    bool m_withDocuments = false;
    int m_documentsWaiting = 0; // as of the last exchange
    int m_opening = 0;          // an answer that comes after a lock belongs to nobody
    std::optional<Instant> m_offlineSince;
    device::SyncProgress m_progress;
    std::optional<usecases::LoadedParts> m_loaded; // none: not counted yet
    store::Progress m_lastContact;
    QString m_fault;
    bool m_refusedForGood = false;
    QList<OutboxRowValue> m_outbox;
    QList<OutboxRowValue> m_tray;
    QList<OutboxRowValue> m_log;
    std::optional<OutboxEntry> m_laidAside; // last
    int m_refused = 0;                      // refused, and nothing that is contested: that counts once
    int m_toDecide = 0;
};

} // namespace encours::app
