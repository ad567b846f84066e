// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/runs.h"

namespace encours::simulation {

std::optional<Violation> runPlan(const Plan& plan, const std::filesystem::path& folder, const Templates& templates,
                                 Statistics& statistics, const Told& told)
{
    drawSodiumFrom(plan.seed);
    try {
        World world(plan, folder, templates, told);
        try {
            world.run();
        } catch (const Violation&) {
            statistics = world.statistics();
            throw;
        }
        statistics = world.statistics();
        return std::nullopt;
    } catch (const Violation& violation) {
        return violation;
    }
}

/// Greedy: from halves of the history down to single events, again and again.
Plan shortened(Plan plan, const Violation& violation, const std::filesystem::path& folder, const Templates& templates,
               std::chrono::seconds patience)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    Statistics ignored;
    for (std::size_t part = plan.events.size() / 2; part > 0;) {
        bool removed = false;
        for (std::size_t at = 0; at < plan.events.size();) {
            if (std::chrono::steady_clock::now() > end)
                return plan;
            Plan shorter = plan;
            const auto from = shorter.events.begin() + static_cast<std::ptrdiff_t>(at);
            const auto count = std::min(part, plan.events.size() - at);
            shorter.events.erase(from, from + static_cast<std::ptrdiff_t>(count));
            const auto still = runPlan(shorter, folder, templates, ignored);
            if (still && still->invariant == violation.invariant) {
                plan = std::move(shorter);
                removed = true;
            } else {
                at += part;
            }
        }
        if (!removed || part > 1)
            part /= 2;
    }
    return plan;
}

} // namespace encours::simulation
