// SPDX-License-Identifier: Apache-2.0
// What may be agreed, by whom, and what has to be confirmed first.
#pragma once

#include "base/sentence.h"
#include "domain/agreements/client_account.h"
#include "domain/ledger/kpi.h"

namespace encours {

/// The pre-authorised allowance (enveloppe): what a salesperson may grant alone. Each company sets its own.
struct PlanEnvelope {
    int maxInstalments = 3;                 ///< the down payment counts
    int maxDays = 90;                       ///< from the proposal to the last instalment
    BasisPoints minDownPayment{2000};       ///< first instalment, of debt and cost, within a week of the proposal
    Money minDownPaymentAmount{};           ///< and at least this much
    Money maxDebt = Money::ofMinor(500000); ///< nothing in another currency may be granted alone
};
inline constexpr int kDownPaymentDays = 7;

/// Why a manager has to approve, one sentence per limit that is passed; empty = within the envelope.
std::vector<Sentence> beyondEnvelope(const PlanVersion& version, const PlanEnvelope& envelope);

/// What is known of the client's credit insurance.
struct Cover {
    std::optional<Money> insuredLimit;
    std::span<const WatchFact> watched;
};

/// Checked before anything else: a plan that was not declared may void the cover. The sentence to confirm when the
/// client is insured or a day to declare is watched for an item of the plan; `items` gives the numbers. None otherwise.
std::optional<Sentence> insurerSentence(const PlanVersion& version, std::span<const Item> items, const Cover& cover);

/// Whether the last version of a plan may be recorded beside `others` of its client. In this order: Refused
/// "plan.insurer" (the sentence above was not confirmed, in either language); what checkVersion says; InvalidArgument
/// "plan.version", "plan.reason", "plan.parties", "plan.past", "plan.businessDay", "plan.guarantee", "plan.kind";
/// NotFound "plan.item"; Refused "plan.residual", "plan.overlap" (an item is in another plan that is not over).
Result<void> checkPlan(const PaymentPlan& plan, std::span<const PaymentPlan> others, const ClientFacts& facts,
                       const Cover& cover, const PromiseRules& rules);

/// An instalment was missed and the clause of acceleration may be used: proposed, never done by itself.
struct AccelerationProposal {
    Money missing; ///< due by now and not paid
    Money whole;   ///< what may be demanded once it is accelerated
    Sentence why;
};
/// None unless the plan is missed on that day and has the clause.
std::optional<AccelerationProposal> proposeAcceleration(const PaymentPlan& plan, const PlanStatus& status, Day day);

} // namespace encours
