// SPDX-License-Identifier: Apache-2.0
// The files of one device, for the app and the command alike:
//
//   DIR/lock             held by the one process that uses the directory
//   DIR/device/vault     the database key, wrapped by the PIN (store/vault.h)
//   DIR/device/ledger.db the encrypted database
//   DIR/device/suspect   a page of it could not be read: the next opening looks through all of it
//   DIR/device/remade    it was made anew, and nobody has been told yet
//   DIR/device.aside-N   a device whose vault was damaged, put aside whole when another took its place
//
// Enrolling makes DIR/device whole or not at all. A damaged database is made anew when it is opened: what waits for the centre
// is taken over as far as it can be read (store/salvage.h), everything else comes with the next synchronisation.
#pragma once

#include "store/connection.h"
#include "store/vault.h"
#include "sync/device/transport.h"
#include "sync/protocol/enrolment_uri.h"
#include "sync/protocol/message.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace encours::device {

/// Makes the way to the centre of an enrolment.
using TransportFactory =
    std::function<std::unique_ptr<Transport>(const std::string& url, const std::array<std::uint8_t, 32>& pin)>;
/// "https://HOST:PORT", with the brackets of an IPv6 address.
std::string serverUrl(const protocol::EnrolmentUri& uri);

class DeviceDirectory {
public:
    enum class Missing { Fail, Make };
    /// Takes the lock until destroyed. NotFound "device.not_enrolled" when there is no directory and none is to be
    /// made. Unavailable "device.locked" when another process has it, "device.directory" when it cannot be made. The
    /// clocks must outlive it.
    static Result<DeviceDirectory> lock(std::filesystem::path directory, Missing missing, const Clock& clock,
                                        store::VaultCost cost = {},
                                        const store::BootClock& boot = store::systemBootClock());
    DeviceDirectory(DeviceDirectory&& other) noexcept;
    DeviceDirectory(const DeviceDirectory&) = delete;
    ~DeviceDirectory();

    bool isEnrolled() const;
    /// Spends the code of the URI and stores who this device is. On a directory that is enrolled already, the same
    /// person gets a new device identity and everything noted and not sent is kept. Fails as checkPin, Vault, enrol()
    /// and the store do, or Refused "device.other_person"; the directory is then as it was.
    Result<protocol::EnrolResponse> enrol(std::string_view pin, const protocol::EnrolmentUri& uri,
                                          std::string_view deviceName, const TransportFactory& makeTransport,
                                          std::stop_token stop = {});

    /// For a device whose vault does not open any more: a new one takes its place, once it is whole, and it is put aside.
    /// Fails as enrol() of an empty directory does, or Refused "vault.sound" when the vault can be read: enrol() keeps what
    /// was noted; the directory is then as it was.
    Result<protocol::EnrolResponse> enrolAnew(std::string_view pin, const protocol::EnrolmentUri& uri,
                                              std::string_view deviceName, const TransportFactory& makeTransport,
                                              std::stop_token stop = {});

    /// The database key. NotFound "device.not_enrolled"; Denied "pin.wrong", "pin.wait"; Unavailable "vault.memory".
    Result<store::SecretKey> unlock(std::string_view pin) const;
    /// Checks the old PIN as unlock() does. InvalidArgument "pin.weak"; after any failure the old one still opens.
    Result<void> changePin(std::string_view oldPin, std::string_view newPin) const;
    /// What is left before a wait, without a try. NotFound "device.not_enrolled".
    Result<store::VaultTries> tries() const;
    /// A connection; the app has one for each of its threads. On a full disk it reads, and writing fails with Full
    /// "store.reading". Of a database made anew without its identity, NotFound "device.not_enrolled" comes from whoever asks
    /// for it: enrolling again keeps what was taken over.
    Result<std::unique_ptr<store::Connection>> open(const store::SecretKey& key) const;
    /// Somebody was told "store.corrupt" while reading.
    void suspect() const;
    /// An opening made the database anew, now or before, and its owner has not been told.
    bool isRemade() const;
    /// They have.
    void forgetRemade() const;

private:
    DeviceDirectory(std::filesystem::path directory, int lockFile, const Clock& clock, store::VaultCost cost,
                    const store::BootClock& boot);
    std::filesystem::path device() const { return m_directory / "device"; }
    Result<void> putAside() const;
    Result<protocol::EnrolResponse> enrolFirst(std::string_view pin, const protocol::EnrolmentUri& uri,
                                               std::string_view deviceName, Transport& transport, std::stop_token stop);
    Result<protocol::EnrolResponse> enrolAgain(std::string_view pin, const protocol::EnrolmentUri& uri,
                                               std::string_view deviceName, Transport& transport, std::stop_token stop);

    std::filesystem::path m_directory;
    int m_lockFile;
    const Clock& m_clock;
    store::VaultCost m_cost;
    const store::BootClock& m_boot;
};

} // namespace encours::device
