// SPDX-License-Identifier: Apache-2.0
// What screen 07 shows of one contest, already worded.
#pragma once

#include "qml/Bridge/values.h"

namespace encours::app {

/// One of the things that stand side by side.
struct ConflictVersionValue {
    Q_GADGET
    QML_VALUE_TYPE(conflictVersion)
    Q_PROPERTY(bool own MEMBER own CONSTANT FINAL)
    Q_PROPERTY(QString icon MEMBER icon CONSTANT FINAL)
    Q_PROPERTY(QString title MEMBER title CONSTANT FINAL)    // "La vôtre", "Celle de Julien"
    Q_PROPERTY(bool promised MEMBER promised CONSTANT FINAL) // amount, day and weekday say something
    Q_PROPERTY(encours::app::AmountValue amount MEMBER amount CONSTANT FINAL)
    Q_PROPERTY(QString day MEMBER day CONSTANT FINAL)         // "27/11/2026"
    Q_PROPERTY(QString weekday MEMBER weekday CONSTANT FINAL) // "vendredi"
    Q_PROPERTY(QString detail MEMBER detail CONSTANT FINAL)   // what else is contested; the text of a note
    Q_PROPERTY(QString author MEMBER author CONSTANT FINAL)
    Q_PROPERTY(QString said MEMBER said CONSTANT FINAL)   // "23/11 à 11:22"
    Q_PROPERTY(QString taken MEMBER taken CONSTANT FINAL) // "reçue au siège"
    Q_PROPERTY(QString how MEMBER how CONSTANT FINAL)     // "en visite, avec Mme Pellarin"
    Q_PROPERTY(QString spoken MEMBER spoken CONSTANT FINAL)

public:
    bool own = false;
    QString icon;
    QString title;
    bool promised = false;
    AmountValue amount;
    QString day;
    QString weekday;
    QString detail;
    QString author;
    QString said;
    QString taken;
    QString how;
    QString spoken;
};

/// What may be decided, and what becomes of the other one.
struct ConflictChoiceValue {
    Q_GADGET
    QML_VALUE_TYPE(conflictChoice)
    Q_PROPERTY(QString title MEMBER title CONSTANT FINAL)
    Q_PROPERTY(QString consequence MEMBER consequence CONSTANT FINAL)

public:
    QString title;
    QString consequence;
    int kept = -1; ///< a version of the contest; -1 = both
};

struct ConflictValue {
    Q_GADGET
    QML_VALUE_TYPE(conflict)
    Q_PROPERTY(QString headline MEMBER headline CONSTANT FINAL) // "Deux promesses pour la même facture"
    Q_PROPERTY(QString sentence MEMBER sentence CONSTANT FINAL)
    Q_PROPERTY(QString client MEMBER client CONSTANT FINAL)
    Q_PROPERTY(QString subject MEMBER subject CONSTANT FINAL) // "FA-2610-0052 · 26 j de retard"
    Q_PROPERTY(bool owed MEMBER owed CONSTANT FINAL)          // `residual` says something
    Q_PROPERTY(encours::app::AmountValue residual MEMBER residual CONSTANT FINAL)
    Q_PROPERTY(QString collided MEMBER collided CONSTANT FINAL) // what the ledger says meanwhile; empty: nothing
    Q_PROPERTY(QList<encours::app::ConflictVersionValue> versions MEMBER versions CONSTANT FINAL)
    Q_PROPERTY(QList<encours::app::ConflictChoiceValue> choices MEMBER choices CONSTANT FINAL) // none: others decide

public:
    QString headline;
    QString sentence;
    QString client;
    QString subject;
    bool owed = false;
    AmountValue residual;
    QString collided;
    QList<ConflictVersionValue> versions;
    QList<ConflictChoiceValue> choices;
};

} // namespace encours::app
