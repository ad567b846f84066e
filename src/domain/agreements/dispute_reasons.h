// SPDX-License-Identifier: Apache-2.0
// Why an invoice is contested: the reasons of the French e-invoicing reform (MDT-113 of the life cycle messages 206,
// 207, 208 and 210; FNFE-MPE, CDAR schematron V1.4.0 of 30/06/2026), grouped in seven families and "other".
#pragma once

#include "domain/agreements/dispute.h"

namespace encours {

struct DisputeReason {
    std::string_view code; ///< "LIVR_INCOMP"
    DisputeFamily family = DisputeFamily::Other;
    std::string_view english;
    std::string_view french;
};

struct DisputeFamilyRule {
    DisputeFamily family = DisputeFamily::Other;
    int answerDays = 0; ///< civil days to give an answer; the day is moved to a French business day
    std::string_view english;
    std::string_view french;
};

std::span<const DisputeReason> disputeReasons();
/// Nothing for a code that is not in the list.
const DisputeReason* findDisputeReason(std::string_view code);
/// A code that is not in the list is of the family Other.
const DisputeFamilyRule& disputeFamilyOf(std::string_view code);

/// The day given, else the delay of the family of its reason, on a business day.
Day answerDueBy(const Dispute& dispute);

} // namespace encours
