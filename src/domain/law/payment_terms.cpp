// SPDX-License-Identifier: Apache-2.0
#include "domain/law/payment_terms.h"

namespace encours {

Day endOfMonthTerm(Day invoice, int days, EndOfMonthReading reading)
{
    return reading == EndOfMonthReading::DaysThenEndOfMonth ? lastDayOfMonth(invoice + days)
                                                            : lastDayOfMonth(invoice) + days;
}

Day latestDue(const TermsCap& cap, const TermsCase& terms)
{
    const Day delivery = terms.delivery.value_or(terms.invoice);
    switch (cap.start) {
    case TermsStart::InvoiceDay: break;
    case TermsStart::Delivery: return delivery + cap.days;
    case TermsStart::EndOfDeliveryDecade: return endOfDecade(delivery) + cap.days;
    case TermsStart::EndOfDeliveryMonth: return lastDayOfMonth(delivery) + cap.days;
    case TermsStart::EndOfMonth: return endOfMonthTerm(terms.invoice, cap.days, terms.reading);
    }
    return terms.invoice + cap.days;
}

namespace {

const TermsCap* inForce(std::span<const TermsCap> caps, std::string_view sector, TermsKind kind, Day day)
{
    const TermsCap* found = nullptr;
    for (const TermsCap& cap : caps) {
        if (cap.sector == sector && cap.kind == kind && cap.from <= day && (!found || cap.from > found->from))
            found = &cap;
    }
    return found;
}

} // namespace

const TermsCap* capFor(std::span<const TermsCap> caps, const TermsCase& terms)
{
    for (const std::string_view sector : {std::string_view(terms.sector), std::string_view("general")}) {
        for (const TermsKind kind : {terms.kind, TermsKind::Agreed}) {
            if (const TermsCap* cap = inForce(caps, sector, kind, terms.invoice))
                return cap;
        }
    }
    return nullptr;
}

std::optional<TermsExcess> termsExcess(std::span<const TermsCap> caps, const TermsCase& terms)
{
    const TermsCap* cap = capFor(caps, terms);
    if (!cap)
        return std::nullopt;
    const Day latest = latestDue(*cap, terms);
    if (terms.due <= latest)
        return std::nullopt;
    const int over = terms.due - latest;
    return TermsExcess{cap, latest, over,
                       sentence("Échéance du %1 au-delà du maximum légal du %2 (%3 j de trop, %4, facture du %5).",
                                "Due on %1, past the legal maximum of %2 (%3 d too many, %4, invoice of %5).",
                                terms.due, latest, over, cap->law, terms.invoice)};
}

} // namespace encours
