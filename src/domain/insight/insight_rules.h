// SPDX-License-Identifier: Apache-2.0
// The thresholds of insight: data, not code. The values here are those of assets/insight/rules.json (a test holds the
// two together); a company may give its own file (intake/insight_rules_file.h). Days are calendar days, amounts minor
// units of the account's currency, shares ten-thousandths.
#pragma once

#include <span>
#include <string_view>

namespace encours {

struct InsightRules {
    // -- age of an item: the steps of the source articles (domain.md rows 15 and 18)
    int preventiveDays = 15;        ///< D−15: the reminder that finds disputes before the due day
    int preventiveMinimum = 100000; ///< D−15 is told from this residual on
    int formalDays = 60;            ///< D+60
    int graveDays = 80;             ///< D+80: still time for a formal procedure before D+95
    int lostDays = 95;              ///< D+95: only 30 % of the debts of that age are recovered

    // -- anomalies of an item
    int shortPayShare = 1000; ///< left to pay ≤ this share of the amount: short pay, else partial payment
    int limitationAlertDays = 180;

    // -- anomalies of a client
    int driftWindowDays = 92;   ///< payments of that long are compared…
    int driftBackDays = 183;    ///< …with those of as long, that much earlier
    int driftLeastPayments = 2; ///< in each of the two
    int driftDays = 7;          ///< told from that many days later on
    int noContactDays = 30;     ///< without visit, call, promise, once something is overdue
    int disputeDays = 30;       ///< a dispute is too long past its own due day, or open that long
    int duplicateDays = 45;     ///< two payments of one amount within
    int unallocatedDays = 7;    ///< a receipt nobody has set against an invoice for that long

    // -- priority: points (the terms of the worklist, design.md picture 11)
    int pointsInsolvency = 60;
    int pointsReturnedPayment = 40;
    int pointsPlanMissed = 40;
    int pointsBrokenPromise = 35;
    int pointsPromiseDue = 30; ///< a promise for today, or in its days of grace
    int pointsLostDays = 35;   ///< D+95 passed; before it, one point less for each day left…
    int clockAlertDays = 15;   ///< …from that many days before
    int pointsOverLimit = 20;
    int amountPerPoint = 100000; ///< of what may be demanded now, each started one
    int pointsAmountMost = 40;
    int driftPointsPerThreeDays = 2;
    int pointsDriftMost = 20;
    int pointsNoContact = 10;
    int pointsDisputeTooLong = 8;
    int pointsUnallocated = 5;
    int pointsMissingDocument = 5;
    int pointsLimitation = 25;

    // -- payer profile and expected payment
    int historyDays = 365;       ///< payments of that long make the statistics
    int fullHistory = 4;         ///< as many payments weigh as much as the whole company's habit
    int newClientPayments = 3;   ///< fewer: a new client
    int goodPayerDays = 5;       ///< median delay up to which a payer is good
    int tacticalSpreadDays = 10; ///< as regular as that, and late: tactical
    int brokenPromisesOfDifficulty = 2;
    int disputesOfDisputing = 2;
    int forecastWeeks = 8;
};

/// Each threshold by the name it has in the file, with the values it may take.
struct InsightRuleField {
    std::string_view section;
    std::string_view name;
    int InsightRules::* field;
    int least;
    int most;
};
std::span<const InsightRuleField> insightRuleFields();

} // namespace encours
