// SPDX-License-Identifier: Apache-2.0
// One run: a company for some hours or months, its line, its accidents; then the faults stop, and everything is checked.
#pragma once

#include "store/operation_log.h"
#include "tests/simulation/field.h"
#include "tests/simulation/plan.h"

#include <queue>

namespace encours::simulation {

struct Statistics {
    std::int64_t events = 0;
    std::int64_t requests = 0;
    std::int64_t crashes = 0;
    std::int64_t resets = 0;
    std::int64_t operations = 0;
    std::int64_t commits = 0;
    std::int64_t digests = 0;
};

class World {
public:
    /// `told` is given the history, line by line, when somebody wants it.
    World(const Plan& plan, const std::filesystem::path& folder, const Templates& templates,
          std::function<void(const std::string&)> told = {});
    /// Throws Violation.
    void run();
    const Statistics& statistics() const { return m_statistics; }

private:
    struct Message {
        Instant at;
        std::uint64_t order = 0; ///< of sending: what arrives at the same moment arrives in it
        bool up = false;
        std::size_t device = 0;
        DeviceId as;
        std::uint64_t request = 0;
        protocol::Bytes body;
        std::string error; ///< of an answer without a body
        int life = 0;      ///< of the centre that answered
        std::int64_t head = 0;
        std::uint64_t draw = 0;
    };
    struct Later {
        bool operator()(const Message& a, const Message& b) const
        {
            return a.at != b.at ? a.at > b.at : a.order > b.order;
        }
    };

    void tell(const std::string& line);
    void perform(const Event& event);
    void performOnDevice(EventKind kind, Field& field, Draw& draw);
    void performAtCentre(EventKind kind, Draw& draw);
    void restoreCentre(Centre::Restore how);
    /// Runs `act`; when the device's program ends in it, starts it again. False then.
    bool onDevice(Field& field, const std::function<void()>& act);
    /// The same of the centre's.
    bool atCentre(const std::function<void()>& act);
    static bool ends(const Disk& disk, const std::function<void()>& act);
    void edit(Field& field, Draw& draw);
    void enrolAgain(Field& field);
    void cloneDevice(const Field& field);

    // The line (world_line.cpp)
    void send(Message message);
    void advanceTo(Instant at);
    void startSync(Field& field, std::uint64_t draw);
    void deliverRequest(Message message);
    void deliverAnswer(const Message& message);
    void follow(Field& field, const device::Outcome& outcome);

    // The checks (world_checks.cpp)
    void noteOperations(Field& field);
    void afterCentreRestore();
    void settle();
    void syncToTheEnd(Field& field);
    void checkEverything();
    void judgeDigest(Field& field);
    void checkAlterationIsFound();
    void checkConverged(const Field& field);
    void checkOperations();
    void checkRefusal(const Made& made, const store::LoggedOperation& logged);
    void checkOrder();
    // (said_checks.cpp)
    void checkNothingReplacedUnseen();
    void checkDecisionsBound();
    void checkOutcomesTold();
    void checkCounters();
    void checkScopes();

    const Plan& m_plan;
    std::filesystem::path m_folder;
    const Templates& m_templates;
    std::function<void(const std::string&)> m_told;
    WorldClock m_clock;
    DrawnUuids m_uuids;
    Swarm m_swarm; ///< of now: harmless once the faults stop
    Centre m_centre;
    std::vector<Person> m_people;
    std::vector<std::unique_ptr<Field>> m_fields;
    std::priority_queue<Message, std::vector<Message>, Later> m_line;
    std::uint64_t m_sent = 0;
    std::uint64_t m_requests = 0;
    std::map<OperationId, Made> m_made;
    std::vector<std::set<OperationId>> m_held; ///< by device: its outbox
    bool m_copied = false;                     ///< the centre was restored from a plain copy
    int m_again = -1;                          ///< the device that was told to ask at once
    Statistics m_statistics;
};

} // namespace encours::simulation
