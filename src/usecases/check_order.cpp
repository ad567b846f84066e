// SPDX-License-Identifier: Apache-2.0
#include "usecases/check_order.h"

namespace encours::usecases {

Result<OrderAnswer> checkOrder(Office& office, const InsightRequest& request, std::int64_t orderMinor)
{
    if (orderMinor < 1 || orderMinor > kLargestOrder)
        return failure(ErrorKind::InvalidArgument, "order.amount",
                       "An order is worth between 1 and " + std::to_string(kLargestOrder) + " cents.");
    if (request.clientKey.empty())
        return failure(ErrorKind::InvalidArgument, "order.client", "An order is of one client: give its key.");
    std::optional<OrderAnswer> answer;
    const auto judge = [&](const AccountFigures& figures) {
        const Client& client = figures.account().client;
        const Money order = Money::ofMinor(orderMinor, client.currency);
        answer = OrderAnswer{nameOf(figures.account()), order,
                             figures.aged().balance(),  client.creditLimit,
                             client.insuredLimit,       encours::checkOrder(figures, order, request.settings)};
    };
    ENCOURS_CHECK(visitFigures(office, request, [&](const AccountFigures& figures) -> Result<void> {
        const ClientAccount& account = figures.account();
        if (account.currency == account.client.currency) {
            judge(figures);
        } else if (!answer) { // nothing is owed in its own currency, and what is watched is known all the same
            const ClientAccount own{.client = account.client,
                                    .currency = account.client.currency,
                                    .asOf = account.asOf,
                                    .coveredThrough = account.coveredThrough,
                                    .items = {},
                                    .receipts = {},
                                    .allocations = {},
                                    .promises = {},
                                    .statuses = {},
                                    .disputes = {},
                                    .disputeStatuses = {},
                                    .plans = {},
                                    .planStatuses = {},
                                    .notes = account.notes,
                                    .watched = account.watched};
            judge(AccountFigures(own));
        }
        return {};
    }));
    return std::move(*answer);
}

} // namespace encours::usecases
