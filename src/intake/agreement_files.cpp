// SPDX-License-Identifier: Apache-2.0
#include "intake/agreement_files.h"

#include "base/text.h"
#include "intake/amount_text.h"
#include "intake/row_cells.h"

#include <algorithm>
#include <array>
#include <map>
#include <ranges>
#include <set>

namespace encours::intake {

namespace {

constexpr std::string_view kFuture = "The day is still to come.";
constexpr std::string_view kNumberTwice = "An invoice is named twice.";
constexpr std::string_view kBeforeMade = "The payment is promised for a day before it was promised.";
static_assert(kLongestPromiseDays == 90); // said below
constexpr std::string_view kTooFar =
    "The payment is promised for more than 90 days after it was promised: a payment plan.";
constexpr std::string_view kReferenceTwice = "This reference stands for another promise on an earlier line.";
constexpr std::string_view kDueByBefore = "The answer is due before the dispute was opened.";
constexpr std::string_view kStepBefore = "The step lies before the day the dispute was opened.";
constexpr std::string_view kStepWithoutDay = "The step has no day.";
constexpr std::string_view kDayWithoutStep = "There is a day and no step.";
constexpr std::string_view kNoInvoice = "A missing document is that of an invoice: name its number.";
constexpr std::string_view kNegative = "The amount is negative.";

// Required ones first.
enum PromiseColumn : std::size_t {
    Client,
    Amount,
    MadeOn,
    PromisedFor,
    Numbers,
    CurrencyCode,
    Method,
    By,
    Author,
    Reference
};
const std::vector<std::string> kPromiseColumns{"client",   "amount", "made_on", "promised_for", "numbers",
                                               "currency", "method", "by",      "author",       "reference"};
enum DisputeColumn : std::size_t { OfClient, Number, Contested, Opened, Reason, Text, Owner, DueBy, Step, StepDay };
const std::vector<std::string> kDisputeColumns{"client", "number", "amount", "opened", "reason",
                                               "text",   "owner",  "due_by", "step",   "step_day"};
enum WatchColumn : std::size_t { Watched, Kind, OnDay, InvoiceNumber, Cover, Label };
const std::vector<std::string> kWatchColumns{"client", "kind", "day", "number", "amount", "label"};

using enum PaymentMethod;
constexpr std::array<std::pair<std::string_view, PaymentMethod>, 14> kMethods{{{"transfer", Transfer},
                                                                               {"virement", Transfer},
                                                                               {"cheque", Cheque},
                                                                               {"bill_of_exchange", BillOfExchange},
                                                                               {"traite", BillOfExchange},
                                                                               {"lcr", BillOfExchange},
                                                                               {"direct_debit", DirectDebit},
                                                                               {"prelevement", DirectDebit},
                                                                               {"card", Card},
                                                                               {"carte", Card},
                                                                               {"cash", Cash},
                                                                               {"especes", Cash},
                                                                               {"unknown", Unknown},
                                                                               {"inconnu", Unknown}}};

constexpr std::array<std::pair<std::string_view, DisputeStep>, 6> kSteps{{{"qualified", DisputeStep::Qualified},
                                                                          {"started", DisputeStep::Started},
                                                                          {"proposed", DisputeStep::Proposed},
                                                                          {"accepted", DisputeStep::Accepted},
                                                                          {"rejected", DisputeStep::Rejected},
                                                                          {"withdrawn", DisputeStep::Withdrawn}}};

constexpr std::array<std::pair<std::string_view, WatchKind>, 5> kKinds{
    {{"insolvency", WatchKind::Insolvency},
     {"guarantee", WatchKind::Guarantee},
     {"review", WatchKind::Review},
     {"missing_document", WatchKind::MissingDocument},
     {"insurer_deadline", WatchKind::InsurerDeadline}}};

std::vector<std::string> numbersOf(RowCells& cells)
{
    std::vector<std::string> numbers;
    for (const auto part : std::views::split(cells.text(Numbers), ',')) {
        const std::string number(trimmed(std::string_view(part.begin(), part.end())));
        if (number.empty())
            continue;
        if (std::ranges::contains(numbers, number))
            cells.refuse(Numbers, kNumberTwice);
        else
            numbers.push_back(number);
    }
    return numbers;
}

auto contentOf(const PromiseRow& row)
{
    return std::tuple(row.client, row.numbers, row.amount.minor(), row.amount.currency(), row.madeOn, row.promisedFor);
}

} // namespace

Result<RowsReport<PromiseRow>> readPromises(const ByteSource& source, Currency currency, Day today)
{
    ENCOURS_TRY(CsvTable table, readCsv(source, kPromiseColumns, Numbers));
    DayParser days;
    std::map<std::string, decltype(contentOf({}))> references;
    return reportRows<PromiseRow>(std::move(table), kPromiseColumns, "promises", [&](RowCells& cells) {
        PromiseRow row;
        row.line = cells.line();
        row.client = cells.required(Client);
        row.numbers = numbersOf(cells);
        row.amount = cells.positiveAmount(Amount, cells.currency(CurrencyCode, currency));
        row.madeOn = cells.day(MadeOn, days);
        row.promisedFor = cells.day(PromisedFor, days);
        row.method = cells.oneOf<PaymentMethod>(Method, kMethods, Unknown);
        row.by = cells.text(By);
        row.author = cells.text(Author);
        row.reference = cells.text(Reference);
        if (row.madeOn > today)
            cells.refuse(MadeOn, kFuture);
        if (row.promisedFor < row.madeOn)
            cells.refuse(PromisedFor, kBeforeMade);
        else if (row.promisedFor - row.madeOn > kLongestPromiseDays)
            cells.refuse(PromisedFor, kTooFar);
        if (!row.reference.empty()) {
            const auto [known, isNew] = references.try_emplace(row.reference, contentOf(row));
            if (!isNew && known->second != contentOf(row))
                cells.refuse(Reference, kReferenceTwice);
        }
        return row;
    });
}

Result<RowsReport<DisputeRow>> readDisputes(const ByteSource& source, Day today)
{
    ENCOURS_TRY(CsvTable table, readCsv(source, kDisputeColumns, Reason));
    DayParser days;
    return reportRows<DisputeRow>(std::move(table), kDisputeColumns, "disputes", [&](RowCells& cells) {
        DisputeRow row;
        row.line = cells.line();
        row.client = cells.required(OfClient);
        row.number = cells.required(Number);
        row.amountMinor = cells.positiveAmount(Contested, encours::Currency()).minor();
        row.reason = cells.text(Reason).empty() ? "AUTRE" : cells.text(Reason);
        row.text = cells.text(Text);
        row.owner = cells.text(Owner);
        row.openedOn = cells.day(Opened, days);
        row.dueBy = cells.optionalDay(DueBy, days);
        if (!cells.text(Step).empty())
            row.step = cells.oneOf<DisputeStep>(Step, kSteps, DisputeStep::Qualified);
        row.stepDay = cells.optionalDay(StepDay, days).value_or(row.openedOn);
        if (row.openedOn > today)
            cells.refuse(Opened, kFuture);
        if (row.stepDay > today)
            cells.refuse(StepDay, kFuture);
        if (row.dueBy && *row.dueBy < row.openedOn)
            cells.refuse(DueBy, kDueByBefore);
        if (row.stepDay < row.openedOn)
            cells.refuse(StepDay, kStepBefore);
        if (row.step.has_value() == cells.text(StepDay).empty())
            cells.refuse(row.step ? Step : StepDay, row.step ? kStepWithoutDay : kDayWithoutStep);
        return row;
    });
}

Result<RowsReport<WatchRow>> readWatchFacts(const ByteSource& source)
{
    ENCOURS_TRY(CsvTable table, readCsv(source, kWatchColumns, InvoiceNumber));
    DayParser days;
    return reportRows<WatchRow>(std::move(table), kWatchColumns, "watched facts", [&](RowCells& cells) {
        WatchRow row;
        row.line = cells.line();
        row.client = cells.required(Watched);
        cells.required(Kind);
        row.kind = cells.oneOf<WatchKind>(Kind, kKinds, WatchKind::Review);
        row.number = cells.text(InvoiceNumber);
        row.day = cells.day(OnDay, days);
        row.label = cells.text(Label);
        if (!cells.text(Cover).empty()) {
            const auto amount = parseAmount(cells.text(Cover));
            if (!amount || amount->minor < 0)
                cells.refuse(Cover, amount ? kNegative : amount.error());
            else
                row.amountMinor = amount->minor;
        }
        if (row.kind == WatchKind::MissingDocument && row.number.empty())
            cells.refuse(InvoiceNumber, kNoInvoice);
        return row;
    });
}

} // namespace encours::intake
