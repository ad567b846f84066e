// SPDX-License-Identifier: Apache-2.0
// A centre and one device with a short history, each on a machine of its own (tests/simulation/machine.h), so that each call
// of its disk can be made to fail. Every act may be tried again, as a person would.
#pragma once

#include "store/secret.h"
#include "sync/device/engine.h"
#include "tests/simulation/centre.h"
#include "tests/simulation/machine.h"
#include "usecases/office.h"

#include <optional>

namespace encours::crash {

store::SecretKey keyOfAll();

/// Both databases, made once: a company with three clients that owe, in the portfolio of one salesperson, whose device has
/// synchronised and noted something since.
class Prepared {
public:
    explicit Prepared(const std::filesystem::path& folder);
    std::filesystem::path central;
    std::filesystem::path device;
    DeviceId id;
};

class Pair {
public:
    /// On copies in `folder`, which are closed. `seed`: of what the disks keep when the power goes.
    Pair(const Prepared& prepared, const std::filesystem::path& folder, std::uint64_t seed);

    struct Act {
        const char* name;
        Result<void> (Pair::*perform)();
    };
    /// Device: open, note, promise, synchronise. Office: open, import receipts, move a client. Both synchronise again.
    static const std::vector<Act>& history();

    Result<void> openDevice();
    Result<void> openCentre();
    Result<void> note();
    Result<void> promise();
    Result<void> synchronise();
    Result<void> importReceipts();
    Result<void> rename();

    /// As at the end of a program, however it ended; open again by openDevice(), openCentre().
    void close();

    int notes() const { return m_notes; } ///< acknowledged, those of Prepared included
    int promises() const { return m_promises; }

    /// Nothing, or what is wrong: both files verify, both ends hold the same, and each note and promise acknowledged once.
    /// `unknown`: so many acts failed whose commit may have been reached. Opens what is closed.
    std::string verify(int unknown = 0);

    simulation::Machine deviceMachine;
    simulation::Machine centreMachine;

private:
    std::filesystem::path m_central;
    std::filesystem::path m_device;
    DeviceId m_id;
    simulation::WorldClock m_clock;
    simulation::DrawnUuids m_uuids;
    std::unique_ptr<store::Connection> m_centre;
    std::unique_ptr<store::Connection> m_field;
    std::unique_ptr<device::SyncEngine> m_engine;
    int m_notes = 1;
    int m_promises = 0;
};

/// All that the screens and lists of a device show, or the first error.
Result<std::string> shownOnDevice(store::Connection& connection);
/// The same of the centre.
Result<std::string> shownAtCentre(store::Connection& connection);

} // namespace encours::crash
