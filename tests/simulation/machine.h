// SPDX-License-Identifier: Apache-2.0
// A machine whose power can go and whose disk can fail, under the real SQLCipher: a VFS of SQLite, the default one of this
// process, passes every call on to the system's and keeps apart what no sync has made safe. When the power goes, the disk
// holds what was synced and any part of the rest: nothing, all, as far as it came, or sector by sector, some torn.
//
// What an honest disk may do, no more: a sync that returned is kept; bytes outside what was being written are not touched
// (SQLite's POWERSAFE_OVERWRITE, which it assumes of every disk today); a name made or removed is safe after a sync of its
// folder, and names become safe in their order. One thread.
#pragma once

#include "tests/simulation/draw.h"

#include <filesystem>
#include <list>
#include <map>
#include <string>
#include <vector>

namespace encours::simulation {

enum class Fault {
    Io,   ///< EIO, of any call
    Full, ///< ENOSPC, of a call that wants room: half of what was to be written is
    Sync, ///< EIO, of a sync
};

class Machine {
public:
    /// The disk of one database: `file` with its journals. What is there now is safe. `file` is an absolute path.
    Machine(std::filesystem::path file, std::uint64_t seed);
    ~Machine();
    Machine(const Machine&) = delete;

    /// The power goes at the `call`-th write, truncation, sync, creation or removal from now on (0 = not at all): the call
    /// may still have reached the disk. Until powerOn() every call fails and nothing is written.
    void cutPowerIn(int call) { m_cutIn = call; }
    void cutPowerNow() { m_off = true; }
    bool isOff() const { return m_off; }
    /// Whether the last call was the one in which the power went.
    bool wentJustNow() const { return m_wentJustNow; }
    /// Only when every connection is closed. What the disk holds then is safe. The power may go again soon.
    void powerOn();
    /// The files were replaced by others meanwhile: these are safe.
    void adopt();

    /// The `call`-th call that can meet it fails, once or from then on until heal().
    void failIn(int call, Fault fault, bool forGood);
    void heal();
    /// Faults met since the last failIn().
    int faultsMet() const { return m_faultsMet; }

    // For the VFS.
    enum class Call { Read, Write, Truncate, Sync, Size, Lock, Open, Create, Delete, Access, Map };
    struct Change {
        std::int64_t at = 0;
        std::vector<std::uint8_t> bytes;
        bool truncates = false; ///< to `at`
    };
    struct Inode {
        std::vector<std::uint8_t> synced;
        std::vector<Change> unsynced;
        bool syncsFolder = false; ///< at its first sync, as SQLite does for new journals
    };
    static Machine* of(const char* name);
    /// 0, or what the call returns; `full` tells a call whose fault is ENOSPC.
    int meet(Call call);
    bool lastFaultWasFull() const { return m_fault == Fault::Full; }
    Inode* opened(const std::string& name, bool isNewJournal);
    void deleted(const std::string& name, bool syncsFolder);
    void synced(Inode& inode);

private:
    std::vector<std::string> names() const;
    void writeBack();
    void dropIndex();

    std::filesystem::path m_file;
    Draw m_draw;
    std::list<Inode> m_inodes;
    std::map<std::string, Inode*> m_names;
    std::map<std::string, Inode*> m_syncedNames;
    std::vector<std::pair<std::string, Inode*>> m_unsyncedNames; ///< nullptr: removed
    int m_cutIn = 0;
    bool m_off = false;
    bool m_wentJustNow = false;
    int m_failIn = 0;
    bool m_failForGood = false;
    Fault m_fault = Fault::Io;
    int m_faultsMet = 0;
};

/// Makes the VFS the default of this process, once.
void installMachines();

} // namespace encours::simulation
