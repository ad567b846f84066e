// SPDX-License-Identifier: Apache-2.0
#include "usecases/check_order.h"

#include "intake/insight_reader.h"
#include "store/clients.h"
#include "usecases/field_accounts.h"

namespace encours::usecases {

namespace {

Result<void> checkAmount(std::int64_t orderMinor)
{
    if (orderMinor < 1 || orderMinor > kLargestOrder)
        return failure(ErrorKind::InvalidArgument, "order.amount",
                       "An order is worth between 1 and " + std::to_string(kLargestOrder) + " cents.");
    return {};
}

OrderAnswer answerOf(const AccountFigures& figures, std::int64_t orderMinor, const InsightSettings& settings)
{
    const Client& client = figures.account().client;
    const Money order = Money::ofMinor(orderMinor, client.currency);
    return {nameOf(figures.account()), order,
            figures.aged().balance(),  client.creditLimit,
            client.insuredLimit,       encours::checkOrder(figures, order, settings)};
}

} // namespace

Result<OrderAnswer> checkOrder(Office& office, const InsightRequest& request, std::int64_t orderMinor)
{
    ENCOURS_CHECK(checkAmount(orderMinor));
    if (request.clientKey.empty())
        return failure(ErrorKind::InvalidArgument, "order.client", "An order is of one client: give its key.");
    std::optional<OrderAnswer> answer;
    const auto judge = [&](const AccountFigures& figures) { answer = answerOf(figures, orderMinor, request.settings); };
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

Result<OrderAnswer> checkOrder(Field& field, const std::string& clientKey, std::int64_t orderMinor)
{
    ENCOURS_CHECK(checkAmount(orderMinor));
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(field.store));
    ENCOURS_TRY(const InsightSettings settings, intake::builtInInsightSettings());
    ENCOURS_TRY(const auto client, store::findClientByKey(field.store, field.tenant, clientKey));
    if (!client)
        return failure(ErrorKind::NotFound, "client.unknown",
                       "This client is not in the portfolio of this device; synchronise, or check its key.");
    ENCOURS_TRY(const Freshness fresh, freshness(field));
    std::optional<OrderAnswer> answer;
    ENCOURS_CHECK(visitFieldAccounts(field, {&*client, 1}, fresh.coveredThrough.value_or(Day()),
                                     [&](const FieldAccount& read) -> Result<void> {
                                         answer = answerOf(AccountFigures(read.account), orderMinor, settings);
                                         return {};
                                     }));
    return std::move(*answer);
}

} // namespace encours::usecases
