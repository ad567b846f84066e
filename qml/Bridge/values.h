// SPDX-License-Identifier: Apache-2.0
// Domain values as QML reads them: already worded, already spoken. QML computes nothing about amounts.
#pragma once

#include "domain/ledger/balance.h"

#include <QList>
#include <QLocale>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace encours::app {

/// An amount in the two parts of AmountLabel, worded when it is read: a client may have thousands, of which a screen shows ten.
class AmountValue {
    Q_GADGET
    QML_VALUE_TYPE(amount)
    Q_PROPERTY(QString whole READ whole CONSTANT FINAL)       // "28 218"
    Q_PROPERTY(QString decimals READ decimals CONSTANT FINAL) // ",00 €"
    Q_PROPERTY(QString text READ text CONSTANT FINAL)         // "28 218,00 €"
    Q_PROPERTY(QString spoken READ spoken CONSTANT FINAL)
    Q_PROPERTY(bool zero READ isZero CONSTANT FINAL)
    Q_PROPERTY(bool known READ isKnown CONSTANT FINAL) // false: shown as a dash

public:
    AmountValue() = default; ///< nothing: empty words
    static AmountValue of(Money money);
    static AmountValue unknown(Currency currency = {});
    QString whole() const;
    QString decimals() const;
    QString text() const { return whole() + decimals(); }
    QString spoken() const;
    bool isZero() const { return m_money.isZero(); }
    bool isKnown() const { return m_state == State::Known; }
    friend bool operator==(const AmountValue&, const AmountValue&) = default;

private:
    enum class State { Nothing, Unknown, Known };
    AmountValue(State state, Money money) : m_state(state), m_money(money), m_language(QLocale().language()) {}

    State m_state = State::Nothing;
    Money m_money;
    QLocale::Language m_language = QLocale::AnyLanguage; ///< of the words: in another one it is another value
};

/// The five buckets of a balance: the staircase bar and its legend.
struct AgedValue {
    Q_GADGET
    QML_VALUE_TYPE(aged)
    Q_PROPERTY(QList<double> shares MEMBER shares CONSTANT FINAL) // of the debit, 0 to 1; geometry only
    Q_PROPERTY(QStringList names MEMBER names CONSTANT FINAL)     // "Non échu", "1–30 j"…
    Q_PROPERTY(QStringList amounts MEMBER amounts CONSTANT FINAL) // "8 150,00", without the currency
    Q_PROPERTY(QString credits MEMBER credits CONSTANT FINAL)     // "−1 240,00 €", empty when there are none
    Q_PROPERTY(QString spoken MEMBER spoken CONSTANT FINAL)
    Q_PROPERTY(bool inCredit MEMBER inCredit CONSTANT FINAL) // balance ≤ 0: no bar, a word

public:
    static AgedValue of(const AgedBalance& aged);
    friend bool operator==(const AgedValue&, const AgedValue&) = default;

    QList<double> shares{0, 0, 0, 0, 0};
    QStringList names;
    QStringList amounts;
    QString credits;
    QString spoken;
    bool inCredit = false;
};

/// What a colour means (design §2): danger = broken or refused, warning = a clock or a drift, info = someone is already on it,
/// accent = kept, paid, approved, neutral = nothing to do. Always with an icon and a word.
namespace Tone {
Q_NAMESPACE
QML_ELEMENT
enum class Kind { Neutral, Danger, Warning, Info, Accent };
Q_ENUM_NS(Kind)
} // namespace Tone

struct BadgeValue {
    Q_GADGET
    QML_VALUE_TYPE(badge)
    Q_PROPERTY(encours::app::Tone::Kind tone MEMBER tone CONSTANT FINAL)
    Q_PROPERTY(QString icon MEMBER icon CONSTANT FINAL) // a name of Icons; empty: no badge
    Q_PROPERTY(QString text MEMBER text CONSTANT FINAL)

public:
    friend bool operator==(const BadgeValue&, const BadgeValue&) = default;

    Tone::Kind tone = Tone::Kind::Neutral;
    QString icon;
    QString text;
};

/// How fresh the figures are: on every page that shows an amount.
struct StampValue {
    Q_GADGET
    QML_VALUE_TYPE(stamp)
    Q_PROPERTY(Kind kind MEMBER kind CONSTANT FINAL)
    Q_PROPERTY(QString text MEMBER text CONSTANT FINAL)
    Q_PROPERTY(QString spoken MEMBER spoken CONSTANT FINAL)

public:
    enum class Kind { Never, Fresh, Offline, Stale, Refreshing };
    Q_ENUM(Kind)
    friend bool operator==(const StampValue&, const StampValue&) = default;

    Kind kind = Kind::Never;
    QString text;
    QString spoken;
};

/// Gives QML the words of StampValue's enum: Stamp.Fresh.
namespace StampForeign {
Q_NAMESPACE
QML_NAMED_ELEMENT(Stamp)
QML_FOREIGN_NAMESPACE(encours::app::StampValue)
} // namespace StampForeign

} // namespace encours::app
