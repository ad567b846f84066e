// SPDX-License-Identifier: Apache-2.0
#include "domain/insight/deadlines.h"

#include <array>

namespace encours {

namespace {

struct Words {
    std::string_view name;
    std::string_view french; ///< %1: the days of the step
    std::string_view english;
    std::string_view frenchDo; ///< what has to be done by that day
    std::string_view englishDo;
    std::string_view frenchSource;
    std::string_view englishSource;
};

constexpr std::array<Words, kDeadlineKinds> kWords{{
    {"d_minus_15", "J−%1", "D−%1", "rappel préventif", "preventive reminder",
     "usage : relance préventive 15 jours avant l’échéance", "trade practice: reminder 15 days before the due day"},
    {"due", "Échéance", "Due", "échéance ; pénalités et 40 € dès le lendemain",
     "due; penalties and €40 from the next day", "C. com. art. L441-10 II et D441-5",
     "Code de commerce art. L441-10 II and D441-5"},
    {"d_plus_60", "J+%1", "D+%1", "mise en demeure", "formal notice", "C. civ. art. 1344", "Code civil art. 1344"},
    {"d_plus_80", "J+%1", "D+%1", "engager une procédure", "begin a procedure", "CPC art. 1405 (injonction de payer)",
     "Code de procédure civile art. 1405 (payment order)"},
    {"d_plus_95", "J+%1", "D+%1", "au-delà 30\u00A0% seulement sont recouvrés", "after it only 30% is recovered",
     "statistique de la profession", "statistics of the trade"},
    {"insurer", "Assureur", "Insurer", "déclarer à l’assureur-crédit", "declare to the credit insurer",
     "contrat d’assurance-crédit", "credit insurance policy"},
    {"claim", "Déclaration de créance", "Claim", "déclarer la créance", "declare the claim",
     "C. com. art. L622-24 et R622-24", "Code de commerce art. L622-24 and R622-24"},
    {"relief", "Relevé de forclusion", "Relief", "demander le relevé de forclusion", "ask for relief from foreclosure",
     "C. com. art. L622-26", "Code de commerce art. L622-26"},
    {"order_service", "Signification", "Service", "faire signifier l’injonction de payer",
     "have the payment order served", "CPC art. 1411, décret 2026-96",
     "Code de procédure civile art. 1411, décret 2026-96"},
    {"limitation_prudent", "Prescription", "Limitation", "dernier jour pour agir, lecture prudente",
     "last day to act, prudent reading", "C. com. art. L110-4, C. civ. art. 2224 ; Cass. com. 26/02/2020",
     "Code de commerce art. L110-4, Code civil art. 2224; Cass. com. 26/02/2020"},
    {"limitation_from_due", "Prescription (échéance)", "Limitation (due day)",
     "dernier jour pour agir, depuis l’échéance", "last day to act, counted from the due day",
     "C. com. art. L110-4, C. civ. art. 2224", "Code de commerce art. L110-4, Code civil art. 2224"},
}};

const Words& wordsOf(DeadlineKind kind)
{
    return kWords.at(static_cast<std::size_t>(kind));
}

} // namespace

std::string_view nameOf(DeadlineKind kind)
{
    return wordsOf(kind).name;
}

Sentence titleOf(const Deadline& deadline, const InsightRules& rules)
{
    const auto days = [&] {
        switch (deadline.kind) {
        case DeadlineKind::Reminder: return rules.preventiveDays;
        case DeadlineKind::Formal: return rules.formalDays;
        case DeadlineKind::Grave: return rules.graveDays;
        default: return rules.lostDays;
        }
    };
    return sentence(wordsOf(deadline.kind).french, wordsOf(deadline.kind).english, days());
}

Sentence sentenceOf(const Deadline& deadline, Day asOf)
{
    const Words& words = wordsOf(deadline.kind);
    const NearDay day{deadline.day, asOf};
    const Sentence what = deadline.number.empty() ? sentence("%1", "%1", deadline.amount)
                                                  : sentence("%1, %2", "%1, %2", deadline.number, deadline.amount);
    const Sentence when = deadline.daysLeft < 0 ? sentence("dépassé de %1", "passed %1 ago", Days{-deadline.daysLeft})
                          : deadline.daysLeft == 0 ? sentence("aujourd’hui", "today")
                                                   : sentence("dans %1", "in %1", Days{deadline.daysLeft});
    const Sentence said = sentence("%1 : le %2 (%3), %4", "%1: %2 (%3), %4", what, day, when,
                                   Sentence{std::string(words.frenchDo), std::string(words.englishDo)});
    return deadline.note.empty() ? sentence("%1.", "%1.", said) : sentence("%1 ; %2.", "%1; %2.", said, deadline.note);
}

Sentence sourceOf(DeadlineKind kind)
{
    return {std::string(wordsOf(kind).frenchSource), std::string(wordsOf(kind).englishSource)};
}

} // namespace encours
