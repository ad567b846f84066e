// SPDX-License-Identifier: Apache-2.0
#include "usecases/list_priorities.h"

#include <algorithm>

namespace encours::usecases {

Result<std::vector<ClientPriority>> listPriorities(Office& office, const InsightRequest& request)
{
    std::vector<ClientPriority> list;
    ENCOURS_CHECK(visitFigures(office, request, [&](const AccountFigures& figures) -> Result<void> {
        Priority priority = priorityOf(figures, findAnomalies(figures, request.settings), request.settings.rules);
        if (!priority.terms.empty())
            list.push_back({nameOf(figures.account()), std::move(priority),
                            assignProfile(figures, request.settings.rules), figures.aged()});
        return {};
    }));
    std::ranges::stable_sort(
        list, [](const ClientPriority& a, const ClientPriority& b) { return comesBefore(a.priority, b.priority); });
    return list;
}

} // namespace encours::usecases
