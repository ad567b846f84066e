// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/insight_arguments.h"
#include "usecases/check_order.h"

namespace encours::central {

namespace {

cli::Table recordOf(const usecases::OrderAnswer& answer, const InsightArguments& arguments)
{
    cli::Table record{{{"client", "Client"},
                       {"name", "Name"},
                       {"currency", "Currency"},
                       {"order", "Order"},
                       {"balance", "Balance"},
                       {"after", "Balance with it"},
                       {"credit_limit", "Limit"},
                       {"insured_limit", "Insured"},
                       {"light", "Answer"},
                       {"guarantee", "Guarantee to ask for"}},
                      {},
                      {}};
    std::vector<cli::Cell> row{answer.of.client,
                               answer.of.name,
                               codeOf(answer.of.currency),
                               answer.order,
                               answer.balance,
                               answer.check.after,
                               cli::cellOf(answer.creditLimit),
                               cli::cellOf(answer.insuredLimit),
                               std::string(nameOf(answer.check.light)),
                               answer.check.guarantee};
    addSentenceColumns(record, "equation", "Because", "Calcul", arguments);
    addSentence(row, answer.check.equation);
    addSentenceColumns(record, "why", "Why", "Pourquoi", arguments);
    addSentences(row, answer.check.reasons);
    record.rows.push_back(std::move(row));
    return record;
}

} // namespace

void addOrderCommand(Context& context)
{
    const auto amount = std::make_shared<std::int64_t>(0);
    const auto arguments = std::make_shared<std::shared_ptr<InsightArguments>>();
    CLI::App& order = context.program.command(
        context.program.app(), "order", "Before the sale: may this order be taken on credit, and why (not)",
        [&context, amount, arguments] {
            return context.withOffice([&](usecases::Office& office) -> Result<void> {
                ENCOURS_TRY(const auto request, (*arguments)->request(office));
                ENCOURS_TRY(const auto answer, usecases::checkOrder(office, request, *amount));
                context.program.printRecord(recordOf(answer, **arguments));
                return {};
            });
        });
    *arguments = addInsightArguments(context, order, true);
    order.add_option("CLIENT", (*arguments)->client, "Key of the client")->required();
    order.add_option("--amount", *amount, "Of the order, taxes included, in cents of the client's currency")
        ->required()
        ->type_name("CENTS")
        ->check(CLI::Range(std::int64_t{1}, usecases::kLargestOrder));
}

} // namespace encours::central
