// SPDX-License-Identifier: Apache-2.0
// Opens the device: takes an invitation and a new code on a first run, the code afterwards, and hands the connections to the
// session. Costly work runs on a thread of its own. Belongs to the GUI thread.
#pragma once

#include "qml/Bridge/session.h"
#include "sync/device/device_directory.h"

#include <QTimer>

#include <filesystem>
#include <optional>
#include <stop_token>

namespace encours::app {

class VaultModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The program makes the vault")
    Q_PROPERTY(Stage stage READ stage NOTIFY changed FINAL)
    Q_PROPERTY(int digits READ digits NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(bool changing READ isChanging NOTIFY changed FINAL) // the code, of an open device
    Q_PROPERTY(bool wrong READ isWrong NOTIFY changed FINAL)
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    Q_PROPERTY(QString invitation READ invitation NOTIFY changed FINAL) // as it was pasted, until it has served
    Q_PROPERTY(bool renewable READ isRenewable NOTIFY changed FINAL)    // locked, and only a new invitation leads on
    Q_PROPERTY(bool renewing READ isRenewing NOTIFY changed FINAL)      // that invitation is asked for, or its code
    Q_PROPERTY(QString kept READ kept NOTIFY changed FINAL)             // what becomes of what was noted and not sent
    Q_PROPERTY(QString amounts READ amounts NOTIFY changed FINAL)       // where they would show: why they do not yet
    Q_PROPERTY(int waitSeconds READ waitSeconds NOTIFY changed FINAL)
    Q_PROPERTY(int pinLength READ pinLength CONSTANT FINAL)

public:
    enum class Stage {
        Unavailable, ///< another program has the directory: retry
        Invitation,  ///< nobody is enrolled here
        NewPin,
        RepeatPin,
        Locked,
        FirstLoading, ///< open, just enrolled: nothing loaded yet
        Open,
        RenewalPin, ///< the code of this device, for a new invitation
        CurrentPin, ///< open, about to choose another code: NewPin and RepeatPin follow
    };
    Q_ENUM(Stage)
    static constexpr int kPinLength = 6;

    /// Both must outlive it. `transports` makes the way to the centre.
    VaultModel(Session& session, std::filesystem::path directory, device::TransportFactory transports,
               store::VaultCost cost = {}, const store::BootClock& boot = store::systemBootClock(),
               QObject* parent = nullptr);
    ~VaultModel() override;

    Stage stage() const { return m_stage; }
    int digits() const { return m_digits; }
    bool isBusy() const { return m_busy; }
    bool isChanging() const { return m_changing || m_stage == Stage::CurrentPin; }
    bool isWrong() const { return m_wrong; }
    QString message() const { return m_message; }
    QString invitation() const { return m_invitationText; }
    bool isRenewable() const { return m_stage == Stage::Locked && m_lost != Lost::Nothing; }
    bool isRenewing() const { return m_renewing; }
    QString kept() const;
    QString amounts() const;
    int waitSeconds() const;
    int pinLength() const { return kPinLength; }

    /// Takes the lock of the directory again.
    Q_INVOKABLE void retry();
    Q_INVOKABLE void takeInvitation(const QString& uri);
    Q_INVOKABLE void typeDigit(int digit);
    Q_INVOKABLE void eraseDigit();
    /// Asks for a new invitation, when nothing else leads on; goBack() leads back to the code.
    Q_INVOKABLE void renew();
    /// From an open device that the centre listens to no more: locks, and asks for a new invitation. `unsent` waits here.
    Q_INVOKABLE void linkAgain(int unsent);
    /// One step back while choosing a code, or renewing.
    Q_INVOKABLE void goBack();
    /// Asks for the code, then for another one, twice. The vault stays open; going back leaves the old code.
    Q_INVOKABLE void changePin();
    /// What just ended well, to be told once; empty when there is nothing.
    Q_INVOKABLE QString takeNotice();
    /// The file of this device was damaged and made anew: told until remadeRead().
    Q_INVOKABLE bool isRemade() const { return m_directory && m_directory->isRemade(); }
    Q_INVOKABLE void remadeRead();
    /// The first loading is done, or will go on behind.
    Q_INVOKABLE void finishFirstLoading();
    /// Forgets the key. What was noted is safe.
    Q_INVOKABLE void lock();
    /// A page of the file cannot be read: locks, and the next code makes the file anew (device_directory.h).
    void suspectDamage();

Q_SIGNALS:
    void changed();

private:
    /// What a locked device has lost, as its last opening said.
    enum class Lost {
        Nothing,
        Access, ///< the office ended it, or the centre has met a copy
        Name,   ///< what identifies it was damaged; what could be read of the rest is kept
        Key,    ///< the vault: nothing can be read
    };
    static Lost lostBy(const Error& error);
    struct Opened;
    void enterStage(Stage stage);
    void forgetDigits();
    void tellWrong(const Error& error);
    void pinComplete();
    void enrol();
    void unlock(Stage next);
    void checkCurrentPin();
    void replacePin();
    static Result<Opened> openDirectory(const device::DeviceDirectory& directory, const store::SecretBytes& pin,
                                        const Clock& clock, const device::TransportFactory& transports,
                                        std::stop_token stop);

    Session& m_session;
    std::filesystem::path m_path;
    device::TransportFactory m_transports;
    store::VaultCost m_cost;
    const store::BootClock& m_boot;
    std::optional<device::DeviceDirectory> m_directory;
    protocol::EnrolmentUri m_invitation;
    QString m_invitationText;
    store::SecretBytes m_pin;
    store::SecretBytes m_chosenPin;
    store::SecretBytes m_currentPin; // while it is being changed
    bool m_changing = false;
    bool m_renewing = false;
    bool m_known = false; // linked again, and what it knew is still there
    Lost m_lost = Lost::Nothing;
    int m_unsent = 0; // when the ledger could be read
    QString m_notice;
    std::stop_source m_stop;
    QFuture<void> m_work;
    QTimer m_waitTimer;
    std::optional<Instant> m_waitUntil;
    Stage m_stage = Stage::Invitation;
    int m_digits = 0;
    bool m_busy = false;
    bool m_wrong = false;
    QString m_message;
};

} // namespace encours::app
