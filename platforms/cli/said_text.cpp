// SPDX-License-Identifier: Apache-2.0
#include "platforms/cli/said_text.h"

#include "platforms/cli/contest_table.h"
#include "platforms/cli/words.h"

namespace encours::cli {

namespace {

struct Shown {
    std::string operator()(const UnknownContent&) const { return {}; }
    std::string operator()(const PromiseAmended& change) const
    {
        std::string all;
        for (const PromiseField field :
             {PromiseField::Amount, PromiseField::Date, PromiseField::Method, PromiseField::Items}) {
            if (const auto value = valueIn(change, field))
                all += (all.empty() ? "" : ", ") + std::string(nameOf(field)) + ' ' + shown(*value);
        }
        return all;
    }
    std::string operator()(const PromiseEnded& ended) const { return std::string(nameOf(ended.ending)); }
    std::string operator()(const ConflictResolved& resolved) const
    {
        return std::string(nameOf(resolved.field)) + ": " +
               (resolved.kept ? resolved.kept.toString() : std::string("as made"));
    }
    std::string operator()(const NoteRevised& revised) const { return revised.text; }
    std::string operator()(const NoteConcluded& concluded) const
    {
        std::string all;
        for (const std::string& name : namesOf(concluded.outcomes))
            all += (all.empty() ? "" : ", ") + name;
        return all;
    }
    std::string operator()(const VisitPlanned& planned) const
    {
        return planned.on.iso() + (planned.purpose.empty() ? "" : " " + planned.purpose);
    }
    std::string operator()(const VisitReported& reported) const { return reported.note.value.toString(); }
    std::string operator()(const VisitCancelled& cancelled) const { return cancelled.reason; }
    std::string operator()(const PlanProposed& proposed) const
    {
        return shown(PromiseValue(proposed.version.debt)) + " in " + std::to_string(proposed.version.schedule.size());
    }
    std::string operator()(const PlanDecided& decided) const
    {
        return std::string(nameOf(decided.step)) + " version " + std::to_string(decided.version) +
               (decided.person.empty() ? "" : " " + decided.person);
    }
    std::string operator()(const DisputeOpened& opened) const
    {
        return shown(PromiseValue(opened.amount)) + ' ' + opened.reason;
    }
    std::string operator()(const DisputeStepped& stepped) const
    {
        return std::string(nameOf(stepped.step)) +
               (stepped.amount.isZero() ? "" : " " + shown(PromiseValue(stepped.amount)));
    }
    std::string operator()(const ContactSuggested& suggested) const
    {
        const ContactValues& after = suggested.after;
        std::string all;
        for (const std::string* value : {&after.name, &after.role, &after.phone, &after.email})
            all += value->empty() ? "" : (all.empty() ? "" : ", ") + *value;
        return all;
    }
    std::string operator()(const SuggestionSettled& settled) const { return settled.accepted ? "accepted" : "refused"; }
    std::string operator()(const AnomalySeen& seen) const { return seen.key; }
    std::string operator()(const Attached& attached) const { return hexOf(attached.document); }
};

} // namespace

std::string_view nameOf(EventKind kind)
{
    switch (kind) {
    case EventKind::PromiseAmended: return "amend";
    case EventKind::PromiseEnded: return "withdraw";
    case EventKind::ConflictResolved: return "resolve";
    case EventKind::NoteRevised: return "revise_note";
    case EventKind::NoteConcluded: return "conclude_note";
    case EventKind::VisitPlanned: return "plan_visit";
    case EventKind::VisitReported: return "report_visit";
    case EventKind::VisitCancelled: return "cancel_visit";
    case EventKind::PlanProposed: return "propose_plan";
    case EventKind::PlanDecided: return "decide_plan";
    case EventKind::DisputeOpened: return "dispute";
    case EventKind::DisputeStepped: return "dispute_step";
    case EventKind::ContactSuggested: return "suggest_contact";
    case EventKind::SuggestionSettled: return "settle_suggestion";
    case EventKind::AnomalySeen: return "seen";
    case EventKind::Attached: return "attach";
    }
    return "newer";
}

std::string hexOf(const ContentHash& hash)
{
    std::string text;
    for (const std::uint8_t byte : hash) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

std::string shown(const EventContent& content)
{
    return std::visit(Shown{}, content);
}

} // namespace encours::cli
