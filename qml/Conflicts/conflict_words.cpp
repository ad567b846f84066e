// SPDX-License-Identifier: Apache-2.0
#include "qml/Conflicts/conflict_words.h"

#include "qml/Bridge/formats.h"
#include "qml/Bridge/texts.h"

#include <QCoreApplication>

#include <algorithm>

namespace encours::app {

using usecases::ContestKind;
using usecases::ContestVersion;
using usecases::OpenContest;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Conflict)
};

/// "Julien" of "Julien Marchetti": in a sentence people are called by their first name.
QString called(const ContestVersion& version)
{
    return qt(version.authorName).section(u' ', 0, 0);
}

QString headlineOf(const OpenContest& contest)
{
    switch (contest.kind) {
    case ContestKind::TwoPromises: return Words::tr("Two promises for the same invoice");
    case ContestKind::NoteTexts: return Words::tr("Two texts of one note");
    case ContestKind::Value: break;
    }
    switch (contest.field) {
    case PromiseField::Amount: return Words::tr("Two amounts of one promise");
    case PromiseField::Date: return Words::tr("Two days of one promise");
    case PromiseField::Method: return Words::tr("Two ways to pay one promise");
    case PromiseField::Items: return Words::tr("Two lists of invoices of one promise");
    case PromiseField::Ending:
    case PromiseField::OtherPromise: break;
    }
    return Words::tr("A promise changed and withdrawn");
}

/// Whose word it is to decide, when it is not this person's.
QString decider(const OpenContest& contest)
{
    QStringList names;
    for (const ContestVersion& version : contest.versions) {
        if (!version.own && !names.contains(called(version)))
            names.append(called(version));
    }
    //: %1 names the authors: "Nadia, Julien". Both values stay until one of them decides
    return Words::tr("Both are kept. %1 or the office decides; you will see the outcome here.")
        .arg(names.join(QStringLiteral(", ")));
}

QString methodName(PaymentMethod method)
{
    switch (method) {
    case PaymentMethod::Unknown: break;
    case PaymentMethod::Transfer: return Words::tr("Bank transfer");
    case PaymentMethod::Cheque: return Words::tr("Cheque");
    case PaymentMethod::BillOfExchange: return Words::tr("Bill of exchange");
    case PaymentMethod::DirectDebit: return Words::tr("Direct debit");
    case PaymentMethod::Card: return Words::tr("Card");
    case PaymentMethod::Cash: return Words::tr("Cash");
    }
    return Words::tr("Unknown");
}

/// What a version says besides its amount and its day.
QString detailOf(const OpenContest& contest, const ContestVersion& version)
{
    if (contest.kind == ContestKind::NoteTexts)
        return qt(version.text);
    switch (contest.field) {
    case PromiseField::Method: return methodName(version.promise.method);
    case PromiseField::Items:
        return version.promise.items.empty()
                   ? Words::tr("On account")
                   : Words::tr("%n invoice(s)", nullptr, static_cast<int>(version.promise.items.size()));
    case PromiseField::Ending:
        switch (version.promise.ending) {
        case PromiseEnding::None: return Words::tr("It stands");
        case PromiseEnding::WithdrawnByDebtor: return Words::tr("Withdrawn by the debtor");
        case PromiseEnding::WithdrawnByUs: return Words::tr("Withdrawn by us");
        case PromiseEnding::Superseded: return Words::tr("Superseded");
        }
        break;
    default: break;
    }
    return {};
}

QString howOf(const Promise& promise)
{
    QStringList parts;
    if (promise.channel == PromiseChannel::Visit)
        parts.append(Words::tr("on a visit"));
    if (promise.channel == PromiseChannel::Call)
        parts.append(Words::tr("on the phone"));
    if (!promise.promisedBy.empty()) {
        //: Who promised it. %1 is a person of the client
        parts.append(Words::tr("with %1").arg(qt(promise.promisedBy)));
    }
    return parts.join(QStringLiteral(", "));
}

ConflictVersionValue versionValue(const OpenContest& contest, const ContestVersion& version, Day today)
{
    ConflictVersionValue value;
    value.own = version.own;
    value.icon = version.own ? QStringLiteral("mobile") : QStringLiteral("user");
    //: Above a version. %1 is a first name
    value.title = version.own ? Words::tr("Yours") : Words::tr("%1’s").arg(called(version));
    value.promised = contest.kind != ContestKind::NoteTexts;
    if (value.promised) {
        value.amount = AmountValue::of(version.promise.amount);
        value.day = formats::toDate(version.promise.promisedFor).toString(QStringLiteral("dd/MM/yyyy"));
        value.weekday = formats::weekday(version.promise.promisedFor);
        value.how = howOf(version.promise);
    }
    value.detail = detailOf(contest, version);
    value.author = qt(version.authorName);
    //: When something was said. %1 is "23/11", %2 is "11:22"
    value.said = Words::tr("%1 at %2")
                     .arg(formats::dayMonth(parisDay(version.madeAt), today), formats::timeOfDay(version.madeAt));
    value.taken = version.taken ? Words::tr("received at the centre") : Words::tr("not sent yet");
    QStringList spoken{value.title};
    if (value.promised)
        spoken += {value.amount.spoken(), formats::weekdayNamed(version.promise.promisedFor)};
    spoken += {value.detail, value.author, value.said, value.taken, value.how};
    spoken.removeAll(QString());
    value.spoken = spoken.join(QStringLiteral(", "));
    return value;
}

/// What one keeps, in the words of a button.
QString keepTitle(const OpenContest& contest, const ContestVersion& version)
{
    if (contest.kind == ContestKind::Value) {
        switch (contest.field) {
        //: A choice. %1 is what counts then: an amount, a day, a way to pay
        case PromiseField::Amount: return Words::tr("Keep %1").arg(formats::amount(version.promise.amount));
        case PromiseField::Date: return Words::tr("Keep %1").arg(formats::weekdayNamed(version.promise.promisedFor));
        default: return Words::tr("Keep “%1”").arg(detailOf(contest, version));
        }
    }
    //: A choice. %1 is a first name
    return version.own ? Words::tr("Keep yours") : Words::tr("Keep %1’s").arg(called(version));
}

QString consequenceOf(const OpenContest& contest, std::size_t kept)
{
    QStringList told;
    bool own = false;
    for (std::size_t i = 0; i < contest.versions.size(); ++i) {
        const ContestVersion& version = contest.versions[i];
        own = own || (i != kept && version.own);
        if (!version.own && !told.contains(called(version)))
            told.append(called(version));
    }
    const QString names = told.join(QStringLiteral(", "));
    if (contest.kind == ContestKind::TwoPromises) {
        if (own)
            return Words::tr("Yours becomes “superseded”");
        //: %1 is a first name
        return Words::tr("The other one becomes “superseded”, %1 is told").arg(names);
    }
    return own ? Words::tr("Yours stays in the chronology, without effect")
               : Words::tr("The other one stays in the chronology, %1 is told").arg(names);
}

/// Both promises count only as long as they are not more than what is left to pay (picture 07).
void addBoth(ConflictValue& value, const OpenContest& contest)
{
    if (contest.kind == ContestKind::NoteTexts) {
        value.choices.append({Words::tr("Keep both texts"), Words::tr("One below the other, in one note"), -1});
        return;
    }
    const Money first = contest.versions[0].promise.amount;
    const Money second = contest.versions[1].promise.amount;
    if (contest.kind != ContestKind::TwoPromises || first.currency() != second.currency())
        return;
    const Money sum = first + second;
    if (sum > contest.residual)
        return;
    const QString both = sum == contest.residual
                             //: %1 and %2 amounts that make up what is left to pay
                             ? Words::tr("%1 then %2, what is left to pay")
                             //: %1 and %2 amounts, less than what is left to pay
                             : Words::tr("%1 and %2 both count");
    value.choices.append({Words::tr("Keep both"), both.arg(formats::amount(first), formats::amount(second)), -1});
}

void addChoices(ConflictValue& value, const OpenContest& contest)
{
    addBoth(value, contest);
    for (const bool own : {true, false}) {
        for (std::size_t i = 0; i < contest.versions.size(); ++i) {
            if (contest.versions[i].own == own)
                value.choices.append(
                    {keepTitle(contest, contest.versions[i]), consequenceOf(contest, i), static_cast<int>(i)});
        }
    }
}

QString subjectOf(const OpenContest& contest)
{
    QStringList parts;
    for (const std::string& number : contest.itemNumbers)
        parts.append(qt(number));
    if (contest.daysLate > 0)
        parts.append(formats::daysLate(contest.daysLate));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

ConflictValue conflictValue(const OpenContest& contest, Day today)
{
    ConflictValue value;
    value.headline = headlineOf(contest);
    value.sentence = contest.mayDecide ? Words::tr("Both are kept. You say which one counts.") : decider(contest);
    value.client = qt(contest.clientName);
    value.subject = subjectOf(contest);
    value.owed = !contest.itemNumbers.empty();
    value.residual = AmountValue::of(contest.residual);
    if (contest.collided) {
        //: What the accounting says since. %1 amount, %2 "20/11"
        value.collided =
            Words::tr("Since then, a payment of %1 came in on %2.")
                .arg(formats::amount(contest.collided->amount), formats::dayMonth(contest.collided->day, today));
    }
    for (const bool own : {true, false}) {
        for (const ContestVersion& version : contest.versions) {
            if (version.own == own)
                value.versions.append(versionValue(contest, version, today));
        }
    }
    if (contest.mayDecide)
        addChoices(value, contest);
    return value;
}

} // namespace encours::app
