// SPDX-License-Identifier: Apache-2.0
// The real centre without its socket, and what an onlooker who misses nothing knows of it: how each client stood after
// each commit, in each of its lives (a restore from a copy begins another).
#pragma once

#include "sync/protocol/message.h"
#include "tests/simulation/disk.h"
#include "tests/simulation/ledger_text.h"
#include "usecases/office.h"

#include <filesystem>

namespace encours::simulation {

class WorldClock final : public Clock {
public:
    Instant now() const override { return m_now; }
    void moveTo(Instant at) { m_now = at; }

private:
    Instant m_now = Instant::fromParis(*Day::parseIso("2026-11-23"), 9, 0);
};

/// Migrated, empty databases, made once: making one costs more than a run.
struct Templates {
    explicit Templates(const std::filesystem::path& folder);
    std::filesystem::path central;
    std::filesystem::path device;
};
/// Nothing is flushed: the folder lies in memory. Of a machine: as in production, and after a power cut, or another one
/// while it opens, what it holds is checked. Beside a program that runs there a power cut ends that one too: throws Crashed.
std::unique_ptr<store::Connection> openDatabase(const std::filesystem::path& file, Powered* powered = nullptr,
                                                bool isBeside = false);

/// A client after a commit.
struct Version {
    std::int64_t seq = 0;
    bool present = false;
    UserId owner;
    ClientText text;
};
struct Life {
    std::int64_t head = 0;
    std::map<ClientId, std::vector<Version>> clients;
    /// The newest of the client at or before `seq`; nothing when it was not there yet.
    const Version* at(ClientId client, std::int64_t seq) const;
};

class Centre {
public:
    /// `power`: on a machine whose power can go.
    Centre(const std::filesystem::path& folder, const Templates& templates, const WorldClock& clock, std::uint64_t seed,
           bool power);

    struct Limits {
        std::uint32_t bytes = 0;
        std::vector<ClientId> priority;
    };
    /// From the bytes of a request to those of its answer. Throws Crashed. What became of a digest in it is in `compared`.
    Result<protocol::Bytes> serve(DeviceId device, protocol::ByteView request, const Limits& limits);
    enum class Compared { No, Equal, Differs } compared = Compared::No;
    /// What the office does meanwhile, in another program on the same data.
    void meanwhile(const std::function<void()>& act);
    usecases::Office& office() { return m_meanwhile ? m_beside->office : m_program->office; }
    store::Connection& reader() { return (m_meanwhile ? m_beside : m_program)->connection.real(); }
    DeviceId admit(UserId person, UuidSource& uuids);

    void restart();
    void backUp();
    bool hasBackup() const { return m_backup.has_value(); }
    enum class Restore { ByCommand, PlainCopy };
    void restore(Restore how);

    /// After each act: what its commit changed. Throws when numbers are skipped (I-4).
    void observe();
    int life() const { return static_cast<int>(m_lives.size()) - 1; }
    const Life& lifeOf(int life) const { return m_lives[static_cast<std::size_t>(life)]; }

    Disk disk; ///< of the program that serves

private:
    struct Program {
        Program(std::unique_ptr<store::Connection> real, Disk& disk, const Clock& clock)
            : connection(std::move(real), disk),
              office{disk.powered() ? static_cast<store::Connection&>(connection) : connection.real(), clock}
        {
        }
        SimulatedConnection connection;
        usecases::Office office; ///< nothing but a power cut happens to it
    };
    void open();
    void close();

    std::filesystem::path m_file;
    const WorldClock& m_clock;
    Disk m_soundDisk;
    std::unique_ptr<Program> m_program;
    std::unique_ptr<Program> m_beside; ///< opened when it is first needed
    bool m_meanwhile = false;
    std::vector<Life> m_lives{1};
    std::optional<Life> m_backup;
};

} // namespace encours::simulation
