// SPDX-License-Identifier: Apache-2.0
#include "usecases/explain_amount.h"

#include "intake/built_in.h"
#include "intake/legal_reader.h"
#include "store/clients.h"
#include "usecases/field_accounts.h"
#include "usecases/field_facts.h"

namespace encours::usecases {

namespace {

void addPenalties(ExplainedAmount& explained, const ClientAccount& account, const LegalRates& rates)
{
    const PenaltyTerms byLaw;
    explained.penalties = penaltiesOf(account, byLaw, rates, false);
    std::vector<PenaltyLine> lines;
    for (const ItemPenalty& one : explained.penalties) {
        explained.interest += one.penalty.interest;
        explained.fees += one.penalty.fee;
        explained.everyRateKnown = explained.everyRateKnown && one.penalty.unknown.empty();
        lines.insert(lines.end(), one.penalty.lines.begin(), one.penalty.lines.end());
    }
    explained.rateSources = rateSources(lines, byLaw, rates);
}

} // namespace

Result<ExplainedAmount> explainAmount(Field& field, const std::string& key, std::optional<Day> asOf)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(field.store));
    ENCOURS_TRY(const LegalRates rates, intake::readLegalRates(intake::built_in::legalRates(), "rates.json"));
    ENCOURS_TRY(auto client, store::findClientByKey(field.store, field.tenant, key));
    if (!client)
        return failure(ErrorKind::NotFound, "client.unknown",
                       "This client is not in the portfolio of this device; synchronise, or check its key.");
    ENCOURS_TRY(const Freshness fresh, freshness(field));
    ExplainedAmount explained;
    ENCOURS_TRY(explained.asOf, dayAsked(field, asOf));
    explained.coveredThrough = fresh.coveredThrough;
    explained.amount = explained.interest = Money::ofMinor(0, client->currency);
    ENCOURS_CHECK(visitFieldAccounts(
        field, {&*client, 1}, fresh.coveredThrough.value_or(Day()),
        [&](const FieldAccount& read) -> Result<void> {
            explained.terms = explainedTerms(AccountFigures(read.account));
            addPenalties(explained, read.account, rates);
            return {};
        },
        explained.asOf));
    for (const ExplainedTerm& term : explained.terms)
        explained.amount += term.amount;
    explained.client = std::move(*client);
    return explained;
}

} // namespace encours::usecases
