// SPDX-License-Identifier: Apache-2.0
#include "usecases/insight_request.h"

#include <algorithm>

namespace encours::usecases {

AccountName nameOf(const ClientAccount& account)
{
    return {account.client.key, account.client.name, account.currency};
}

Result<void> visitFigures(Office& office, const InsightRequest& request,
                          const std::function<Result<void>(const AccountFigures&)>& visit)
{
    return visitAccounts(office, {.asOf = request.asOf, .clientKey = request.clientKey},
                         [&](const ClientAccount& account) { return visit(AccountFigures(account)); });
}

Result<CompanyHabit> companyHabit(Office& office, const InsightRequest& request)
{
    CompanyHabit company;
    InsightRequest everyone = request;
    everyone.clientKey.clear();
    ENCOURS_CHECK(visitFigures(office, everyone, [&](const AccountFigures& figures) -> Result<void> {
        company.add(countedDelays(figures, request.settings.rules));
        return {};
    }));
    return company;
}

std::vector<std::string> evidenceOf(const AccountFigures& figures, const Evidence& evidence)
{
    std::vector<std::string> texts;
    for (const ItemId id : evidence.items)
        if (const auto place = figures.place(id))
            texts.push_back(figures.item(*place).number);
    for (const ReceiptId id : evidence.receipts) {
        const auto receipt = std::ranges::find(figures.account().receipts, id, &Receipt::id);
        if (receipt != figures.account().receipts.end())
            texts.push_back(receipt->number + " (" + receipt->day.iso() + ")");
    }
    const auto add = [&](std::string_view what, const auto& ids) {
        for (const auto& id : ids)
            texts.push_back(std::string(what) + " " + id.value.toString());
    };
    add("promise", evidence.promises);
    add("dispute", evidence.disputes);
    add("plan", evidence.plans);
    add("note", evidence.notes);
    return texts;
}

} // namespace encours::usecases
