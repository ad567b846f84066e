// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/plan.h"

namespace encours::simulation {

namespace {

struct Kind {
    const char* name;
    int weight;
    bool always; ///< else switched off in half of the runs: a run with few faults goes deeper
};

constexpr Kind kKinds[kEventKinds] = {
    {"edit", 300, true},
    {"sync", 260, true},
    {"import items", 60, true},
    {"import receipts", 40, true},
    {"assign", 50, false},
    {"rename", 15, false},
    {"undo import", 12, false},
    {"office promises", 20, false},
    {"partition", 20, false},
    {"crash device", 50, false},
    {"crash centre", 25, false},
    {"fill device disk", 12, false},
    {"fill centre disk", 8, false},
    {"busy centre", 20, false},
    {"jump clock", 12, false},
    {"long pause", 8, false},
    {"back up centre", 14, false},
    {"restore centre", 10, false},
    {"copy device", 12, false},
    {"restore device", 8, false},
    {"clone device", 4, false},
    {"revoke device", 2, false},
    {"enrol again", 12, true},
};

constexpr int kCutsOfDevices = 200;
constexpr int kCutsOfCentre = 100;

int sometimes(Draw& draw, int most)
{
    return draw.chance(500) ? 0 : static_cast<int>(draw.below(static_cast<std::uint64_t>(most)));
}

EventKind kindOf(const Swarm& swarm, std::uint64_t drawn)
{
    for (int kind = 0; kind < kEventKinds; ++kind) {
        const auto weight = static_cast<std::uint64_t>(swarm.weights[static_cast<std::size_t>(kind)]);
        if (drawn < weight)
            return static_cast<EventKind>(kind);
        drawn -= weight;
    }
    return EventKind::Sync;
}

Swarm swarmOf(Draw& draw)
{
    Swarm swarm;
    swarm.salespeople = static_cast<int>(draw.between(1, 3));
    swarm.devices = static_cast<int>(draw.between(3, 8));
    swarm.clients = static_cast<int>(draw.between(2, 9));
    swarm.loss = sometimes(draw, 300);
    swarm.duplication = sometimes(draw, 300);
    swarm.truncation = sometimes(draw, 200);
    swarm.slowness = sometimes(draw, 400);
    swarm.tinyAnswers = sometimes(draw, 1000);
    swarm.interleaving = sometimes(draw, 500);
    swarm.bigNotes = draw.chance(60) ? 300 : 0;
    for (const Kind& kind : kKinds)
        swarm.weights.push_back(kind.always || draw.chance(500) ? kind.weight : 0);
    // And a few that come again and again.
    for (int& weight : swarm.weights)
        if (draw.chance(100))
            weight *= 6;
    return swarm;
}

} // namespace

const char* nameOf(EventKind kind)
{
    return kKinds[static_cast<std::size_t>(kind)].name;
}

Plan planOf(std::uint64_t seed, const Mode& mode)
{
    Draw draw(seed);
    Plan plan{seed, swarmOf(draw), {}};
    plan.swarm.digests = mode.digests;
    if (mode.power) {
        plan.swarm.power = true;
        plan.swarm.weights[static_cast<std::size_t>(EventKind::CrashDevice)] = kCutsOfDevices;
        plan.swarm.weights[static_cast<std::size_t>(EventKind::CrashCentre)] = kCutsOfCentre;
    }
    std::uint64_t total = 0;
    for (const int weight : plan.swarm.weights)
        total += static_cast<std::uint64_t>(weight);
    const auto count = draw.between(60, 200);
    for (std::int64_t i = 0; i < count; ++i) {
        const EventKind kind = kindOf(plan.swarm, draw.below(total));
        const int seconds = static_cast<int>(draw.chance(100) ? draw.below(4 * 3600) : draw.below(40));
        plan.events.push_back({kind, seconds, draw.next()});
    }
    return plan;
}

std::string describe(const Swarm& swarm)
{
    std::string text = std::to_string(swarm.devices) + " devices, " + std::to_string(swarm.salespeople) +
                       " salespeople and the office, " + std::to_string(swarm.clients) + " clients; per mille: loss " +
                       std::to_string(swarm.loss) + ", duplication " + std::to_string(swarm.duplication) +
                       ", truncation " + std::to_string(swarm.truncation) + ", slowness " +
                       std::to_string(swarm.slowness) + ", tiny answers " + std::to_string(swarm.tinyAnswers) +
                       ", interleaving " + std::to_string(swarm.interleaving) + ", big notes " +
                       std::to_string(swarm.bigNotes) + (swarm.power ? "; power cuts" : "") +
                       (swarm.digests ? "; digests" : "") + "; without";
    for (std::size_t kind = 0; kind < kEventKinds; ++kind)
        if (swarm.weights[kind] == 0)
            text += std::string(" ‹") + kKinds[kind].name + "›";
    return text;
}

} // namespace encours::simulation
