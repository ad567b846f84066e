// SPDX-License-Identifier: Apache-2.0
// The lines of a client's card, already worded.
#pragma once

#include "domain/ledger/item.h"
#include "qml/Bridge/ticks.h"

namespace encours::app {

/// Its due day is worded when it is read: a client may have thousands, of which a screen shows ten.
struct InvoiceValue {
    Q_GADGET
    QML_VALUE_TYPE(invoice)
    Q_PROPERTY(QString number MEMBER number CONSTANT FINAL)
    Q_PROPERTY(QString detail READ detail CONSTANT FINAL) // "échéance 27/08 · 88 j de retard"
    Q_PROPERTY(encours::app::AmountValue residual MEMBER residual CONSTANT FINAL)
    Q_PROPERTY(int bucket MEMBER bucket CONSTANT FINAL)
    Q_PROPERTY(encours::app::BadgeValue badge MEMBER badge CONSTANT FINAL)

public:
    QString detail() const;

    QString number;
    Day due;
    Day asOf;
    DueSource dueSource = DueSource::Given;
    AmountValue residual;
    int bucket = 0;
    BadgeValue badge;
};

/// A finding, a promise, an event of the chronology: an icon, a title, a sentence.
struct SentenceValue {
    Q_GADGET
    QML_VALUE_TYPE(sentence)
    Q_PROPERTY(encours::app::Tone::Kind tone MEMBER tone CONSTANT FINAL)
    Q_PROPERTY(QString id MEMBER id CONSTANT FINAL) // of what can be opened by it; else empty
    Q_PROPERTY(QString icon MEMBER icon CONSTANT FINAL)
    Q_PROPERTY(QString title MEMBER title CONSTANT FINAL)
    Q_PROPERTY(QString text MEMBER text CONSTANT FINAL)
    Q_PROPERTY(QString amount MEMBER amount CONSTANT FINAL)
    Q_PROPERTY(encours::app::BadgeValue badge MEMBER badge CONSTANT FINAL)
    Q_PROPERTY(encours::app::TickValue tick MEMBER tick CONSTANT FINAL) // of what this person said
    Q_PROPERTY(bool unseen MEMBER unseen CONSTANT FINAL)                // a finding this person has not seen yet

public:
    Tone::Kind tone = Tone::Kind::Neutral;
    QString id;
    QString icon;
    QString title;
    QString text;
    QString amount;
    BadgeValue badge;
    TickValue tick;
    bool unseen = false;
};

/// A clock of the strip.
struct ClockValue {
    Q_GADGET
    QML_VALUE_TYPE(clock)
    Q_PROPERTY(encours::app::Tone::Kind tone MEMBER tone CONSTANT FINAL) // neutral: later
    Q_PROPERTY(bool now MEMBER now CONSTANT FINAL)                       // today itself
    Q_PROPERTY(QString title MEMBER title CONSTANT FINAL)                // "J+95"
    Q_PROPERTY(QString text MEMBER text CONSTANT FINAL)                  // "30/11 · 7 j"
    Q_PROPERTY(QString spoken MEMBER spoken CONSTANT FINAL)              // with its source

public:
    Tone::Kind tone = Tone::Kind::Neutral;
    bool now = false;
    QString title;
    QString text;
    QString spoken;
};

/// What to do after a call, by the cause that was heard.
struct CauseValue {
    Q_GADGET
    QML_VALUE_TYPE(cause)
    Q_PROPERTY(int code MEMBER code CONSTANT FINAL) // NoteOutcome
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL)
    Q_PROPERTY(QString hint MEMBER hint CONSTANT FINAL)

public:
    int code = 0;
    QString name;
    QString hint;
};

/// A day to look back at.
struct PastDayValue {
    Q_GADGET
    QML_VALUE_TYPE(pastDay)
    Q_PROPERTY(QString iso MEMBER iso CONSTANT FINAL)
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL) // "31 octobre"

public:
    QString iso;
    QString name;
};

struct ContactValue {
    Q_GADGET
    QML_VALUE_TYPE(contact)
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL)
    Q_PROPERTY(QString role MEMBER role CONSTANT FINAL)
    Q_PROPERTY(QString phone MEMBER phone CONSTANT FINAL)
    Q_PROPERTY(QString email MEMBER email CONSTANT FINAL)

public:
    QString name;
    QString role;
    QString phone;
    QString email;
};

} // namespace encours::app
