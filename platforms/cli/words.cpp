// SPDX-License-Identifier: Apache-2.0
#include "platforms/cli/words.h"

#include <array>

namespace encours::cli {

namespace {

// A value that a newer program wrote has no word here yet.
template<class Enum, std::size_t count>
std::string_view word(const std::array<std::string_view, count>& words, Enum value)
{
    const auto index = static_cast<std::size_t>(value);
    return index < count ? words[index] : "other";
}

} // namespace

std::string_view nameOf(AgingBucket bucket)
{
    return word(std::to_array<std::string_view>({"not_due", "days_1_30", "days_31_60", "days_61_90", "days_over_90"}),
                bucket);
}

std::string_view nameOf(ItemKind kind)
{
    return word(std::to_array<std::string_view>({"invoice", "opening", "returned_payment", "opening_difference"}),
                kind);
}

std::string_view nameOf(DueSource source)
{
    return word(std::to_array<std::string_view>({"given", "computed", "opening"}), source);
}

std::string_view nameOf(NoteKind kind)
{
    return word(std::to_array<std::string_view>({"note", "visit", "call"}), kind);
}

std::string_view nameOf(NoteOutcome outcome)
{
    return word(std::to_array<std::string_view>({"other", "promise", "dispute", "payment", "call_back", "absent",
                                                 "refusal", "forgotten", "difficulty"}),
                outcome);
}

std::vector<std::string> namesOf(std::span<const NoteOutcome> outcomes)
{
    std::vector<std::string> names;
    for (const NoteOutcome outcome : outcomes)
        names.emplace_back(nameOf(outcome));
    return names;
}

std::string_view nameOf(PaymentMethod method)
{
    return word(std::to_array<std::string_view>(
                    {"unknown", "transfer", "cheque", "bill_of_exchange", "direct_debit", "card", "cash"}),
                method);
}

std::string_view nameOf(PromiseChannel channel)
{
    return word(std::to_array<std::string_view>({"unknown", "visit", "call", "mail", "portal"}), channel);
}

std::string_view nameOf(PromiseState state)
{
    return word(std::to_array<std::string_view>({"open", "kept", "partially_kept", "broken", "withdrawn_by_debtor",
                                                 "withdrawn_by_us", "superseded", "void"}),
                state);
}

std::string_view nameOf(PromiseEnding ending)
{
    return word(std::to_array<std::string_view>({"stands", "withdrawn_by_debtor", "withdrawn_by_us", "superseded"}),
                ending);
}

std::string_view nameOf(PromiseField field)
{
    return word(std::to_array<std::string_view>({"", "amount", "date", "method", "items", "ending", "other_promise"}),
                field);
}

std::string_view nameOf(DisputeStep step)
{
    return word(
        std::to_array<std::string_view>({"", "qualified", "started", "proposed", "accepted", "rejected", "withdrawn"}),
        step);
}

std::string_view nameOf(PlanStep step)
{
    return word(std::to_array<std::string_view>(
                    {"", "approved", "refused", "signed", "cancelled", "accelerated", "granted_alone"}),
                step);
}

std::string_view nameOf(PlanState state)
{
    return word(std::to_array<std::string_view>(
                    {"proposed", "approved", "active", "kept", "missed", "accelerated", "refused", "cancelled"}),
                state);
}

std::string_view nameOf(VisitState state)
{
    return word(std::to_array<std::string_view>({"planned", "reported", "cancelled"}), state);
}

std::string_view nameOf(DisputeState state)
{
    return word(std::to_array<std::string_view>({"new", "qualified", "in_progress", "proposed", "resolved_in_full",
                                                 "resolved_in_part", "rejected", "withdrawn", "settled", "refused"}),
                state);
}

std::string_view nameOf(DisputeFamily family)
{
    return word(std::to_array<std::string_view>({"other", "price", "quantity", "quality", "delivery", "order_reference",
                                                 "tax_or_totals", "address_or_duplicate"}),
                family);
}

std::string_view nameOf(AllocationRule rule)
{
    return word(std::to_array<std::string_view>(
                    {"debtors_choice", "due_first", "most_interest", "oldest", "in_proportion", "only_one_left"}),
                rule);
}

} // namespace encours::cli
