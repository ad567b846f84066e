// SPDX-License-Identifier: Apache-2.0
// A device: the real engine and use-cases over a replica of its own, and what the onlooker knows of it.
#pragma once

#include "store/outbox.h"
#include "store/people.h"
#include "sync/device/engine.h"
#include "tests/simulation/centre.h"
#include "tests/simulation/plan.h"
#include "usecases/field.h"

#include <set>

namespace encours::simulation {

/// Years off, by the person or by an empty battery.
class WrongClock final : public Clock {
public:
    explicit WrongClock(const Clock& right) : m_right(right) {}
    Instant now() const override { return m_right.now() + m_offset; }
    void setOff(std::chrono::microseconds by) { m_offset = by; }

private:
    const Clock& m_right;
    std::chrono::microseconds m_offset{0};
};

struct Person {
    UserId id;
    std::string name;
    store::Role role = store::Role::Salesperson;
};

/// An operation somebody's edit committed.
struct Made {
    OperationId id;
    OperationBody body;
    std::string clientKey;
    int device = 0;
    std::optional<Instant> answeredAt; ///< first, on any device that holds it
    bool takenBack = false;            ///< before it was ever sent: it must not reach the centre
    bool lost = false;                 ///< the only database that held it was replaced by an older copy
};

class Field {
public:
    Field(int number, const Person& person, DeviceId id, const std::filesystem::path& folder,
          const Templates& templates, const Clock& clock, std::uint64_t seed, const Swarm& swarm);
    /// A second device with the file of another.
    Field(int number, const Field& other, const std::filesystem::path& folder, std::uint64_t seed);

    /// Something a person does, drawn. What it was, for the history. Throws Crashed.
    std::string edit(const Swarm& swarm, Draw& draw);
    Result<protocol::Bytes> buildRequest() { return m_engine->buildRequest(); }
    /// Throws Crashed.
    Result<device::Outcome> apply(protocol::ByteView answer) { return m_engine->applyResponse(answer); }
    /// Whatever was stored of an answer came from that life of the centre, read at `head`. After apply(), unless it
    /// dropped the answer.
    void noteOrigin(int life, std::int64_t head);

    void restart();
    void copy();
    bool hasCopy() const { return m_copy.has_value(); }
    void restoreCopy();
    void enrolAgain(DeviceId id);
    /// Changes one value of the replica behind everybody's back. What it was; empty when there is nothing to change.
    std::string alter(Draw& draw);

    /// The onlooker's: nothing happens to it.
    store::Connection& connection() { return m_connection->real(); }
    bool sees(const Version& version) const
    {
        return version.present && (person.role != store::Role::Salesperson || version.owner == person.id);
    }

    /// Throws unless what this device holds is what the centre had, as of the commits it says it has seen (I-4 … I-12).
    void check(const Centre& centre);

    int number;
    Person person;
    DeviceId id;
    Disk disk;
    WrongClock clock;
    bool forked = false;
    bool unknown = false; ///< to a restored centre
    bool revoked = false;
    bool wasCopied = false;          ///< so that the centre may meet the copy
    bool replaced = false;           ///< its file, by an older copy, just now
    bool altered = false;            ///< a row of its replica, by nobody who may
    std::set<OperationId> takenBack; ///< by the last edit

    // The exchange in flight.
    std::uint64_t awaited = 0; ///< number of the request; 0 = none
    Instant deadline;
    enum class Line { Good, Dead, DeafCentre, DeafDevice } line = Line::Good;
    Instant lineUntil;

private:
    /// What is known of the replica's origin; goes with its file.
    struct Origin {
        std::vector<std::uint8_t> cursor;
        int life = 0;                            ///< of the centre that wrote the cursor
        std::int64_t newestHead = 0;             ///< read so far in that life
        std::map<ClientId, std::set<int>> lives; ///< that may have written the client
        std::map<ClientId, std::int64_t> seqs;
    };
    void plugIn(bool power, std::uint64_t seed);
    void open();
    void close();
    std::string changePromise(ClientId client, PromiseId promise, Draw& draw);
    std::string saySomething(const Client& client, Draw& draw);
    std::string editClient(const Client& client, const Swarm& swarm, Draw& draw);
    void checkClients(const Centre& centre, const LedgerText& ledger);
    void checkCursor(const Centre& centre);
    void checkOutbox(const LedgerText& ledger);
    [[noreturn]] void fail(const char* invariant, const std::string& text) const;

    std::filesystem::path m_file;
    std::chrono::hours m_digestEvery{24};
    DrawnUuids m_uuids;
    std::unique_ptr<SimulatedConnection> m_connection;
    std::unique_ptr<device::SyncEngine> m_engine;
    Origin m_origin;
    std::optional<Origin> m_copy;
    int m_notes = 0;
};

/// What became of an edit, for the history; throws when it is no answer a person could get.
template<class T>
std::string toldOf(const Result<T>& result)
{
    if (result)
        return {};
    if (result.error().kind == ErrorKind::Corrupt || result.error().kind == ErrorKind::Internal)
        throw Violation{"edit", result.error().code + ": " + result.error().message};
    return " (" + result.error().code + ")";
}

/// Clients of the replica and the newest commit applied to them.
std::map<ClientId, std::int64_t> clientSeqs(store::Connection& connection);

} // namespace encours::simulation
