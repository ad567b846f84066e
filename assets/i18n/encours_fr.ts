<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
    <context>
        <name>AboutPage</name>
        <message>
            <source>About encours</source>
            <translation>À propos d’encours</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>Programme</translation>
        </message>
        <message>
            <source>encours, version %1</source>
            <translation>encours, version %1</translation>
        </message>
        <message>
            <source>This device</source>
            <translation>Cet appareil</translation>
        </message>
        <message>
            <source>Protection</source>
            <translation>Protection</translation>
        </message>
        <message>
            <source>The figures are encrypted on this device, under a key that your code opens. They are sent to the centre of your company and to nobody else.</source>
            <translation>Les chiffres sont chiffrés sur cet appareil, sous une clé que votre code ouvre. Ils ne vont qu’au centre de votre entreprise, à personne d’autre.</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>Licence</translation>
        </message>
        <message>
            <source>Apache-2.0. Made with Qt (LGPL 3), SQLCipher, protobuf, OpenSSL, zstd and libsodium. Typeface: IBM Plex Sans, renamed (OFL 1.1).</source>
            <translation>Apache-2.0. Fait avec Qt (LGPL 3), SQLCipher, protobuf, OpenSSL, zstd et libsodium. Caractères : IBM Plex Sans, renommés (OFL 1.1).</translation>
        </message>
    </context>
    <context>
        <name>AgingBar</name>
        <message>
            <source>In credit</source>
            <extracomment>In place of the staircase bar, when we owe the client</extracomment>
            <translation>Créditeur</translation>
        </message>
    </context>
    <context>
        <name>AppShell</name>
        <message>
            <source>Choose a client</source>
            <translation>Choisissez un client</translation>
        </message>
        <message>
            <source>Its balance, what is wrong and what was promised show here.</source>
            <translation>Son encours, ce qui ne va pas et ce qui est promis s’affichent ici.</translation>
        </message>
    </context>
    <context>
        <name>BriefSheet</name>
        <message>
            <source>Visit brief</source>
            <translation>Fiche de visite</translation>
        </message>
        <message>
            <source>To demand now</source>
            <translation>À réclamer maintenant</translation>
        </message>
        <message>
            <source>To say</source>
            <translation>À dire</translation>
        </message>
        <message>
            <source>Not to raise</source>
            <translation>À ne pas aborder</translation>
        </message>
        <message>
            <source>Note this visit</source>
            <extracomment>Opens the note of this visit</extracomment>
            <translation>Noter cette visite</translation>
        </message>
        <message>
            <source>What would losing this money cost in sales? Give the margin of yours, in per cent: the office has not set one.</source>
            <translation>Que coûterait cette somme perdue, en ventes à refaire ? Donnez la marge des vôtres, en pour cent : le bureau n’en a pas fixé.</translation>
        </message>
        <message>
            <source>Margin, in %</source>
            <translation>Marge, en %</translation>
        </message>
        <message>
            <source>Postpone</source>
            <extracomment>Of the planned visit: another day</extracomment>
            <translation>Reporter</translation>
        </message>
        <message>
            <source>Plan a visit</source>
            <translation>Prévoir une visite</translation>
        </message>
    </context>
    <context>
        <name>Card</name>
        <message>
            <source>bank transfer</source>
            <translation>virement</translation>
        </message>
        <message>
            <source>cheque</source>
            <translation>chèque</translation>
        </message>
        <message>
            <source>bill of exchange</source>
            <translation>effet de commerce</translation>
        </message>
        <message>
            <source>direct debit</source>
            <translation>prélèvement</translation>
        </message>
        <message>
            <source>card</source>
            <translation>carte</translation>
        </message>
        <message>
            <source>cash</source>
            <translation>espèces</translation>
        </message>
        <message>
            <source>%1 at %2</source>
            <extracomment>A moment of the chronology: "23/11 at 09:52"</extracomment>
            <translation>%1 à %2</translation>
        </message>
        <message>
            <source>Invoice %1</source>
            <translation>Facture %1</translation>
        </message>
        <message>
            <source>%1 · due %2</source>
            <translation>%1 · échéance %2</translation>
        </message>
        <message>
            <source>Credit note</source>
            <translation>Avoir</translation>
        </message>
        <message>
            <source>Payment received</source>
            <translation>Règlement reçu</translation>
        </message>
        <message>
            <source>Visit report</source>
            <translation>Compte rendu de visite</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Appel</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Call back on %1</source>
            <translation>Rappeler le %1</translation>
        </message>
        <message>
            <source>To be sent</source>
            <translation>À envoyer</translation>
        </message>
        <message>
            <source>Promise ended</source>
            <translation>Promesse terminée</translation>
        </message>
        <message>
            <source>Promise for %1</source>
            <translation>Promesse pour le %1</translation>
        </message>
        <message>
            <source>due %1 · %2</source>
            <extracomment>Under an invoice number. %1 "27/08", %2 "88 d late" or "due in 25 d"</extracomment>
            <translation>échéance %1 · %2</translation>
        </message>
        <message>
            <source> · computed</source>
            <extracomment>The due day is not written anywhere: it comes from the terms of payment</extracomment>
            <translation> · calculée</translation>
        </message>
        <message>
            <source> · opening</source>
            <extracomment>An amount carried forward from the year before, without its invoices</extracomment>
            <translation> · report</translation>
        </message>
        <message>
            <source>Promise broken on %1</source>
            <translation>Promesse rompue le %1</translation>
        </message>
        <message>
            <source>%1 promised for %2</source>
            <translation>%1 promis pour le %2</translation>
        </message>
        <message>
            <source>Figures incomplete</source>
            <translation>Chiffres incomplets</translation>
        </message>
        <message>
            <source>The last accounting file had lines that could not be read; ask the office.</source>
            <translation>Le dernier fichier comptable avait des lignes illisibles ; demandez au bureau.</translation>
        </message>
        <message>
            <source>overdue %1</source>
            <extracomment>First term of the amount to demand now</extracomment>
            <translation>échu %1</translation>
        </message>
        <message>
            <source>− dispute %1</source>
            <translation>− litige %1</translation>
        </message>
        <message>
            <source>− promised %1</source>
            <translation>− promis %1</translation>
        </message>
        <message>
            <source>− credits %1</source>
            <translation>− avoirs %1</translation>
        </message>
        <message>
            <source>Promise kept</source>
            <translation>Promesse tenue</translation>
        </message>
        <message>
            <source>%1 for %2, received on %3.</source>
            <extracomment>A promise that was kept. %1 amount, %2 and %3 days</extracomment>
            <translation>%1 pour le %2, reçus le %3.</translation>
        </message>
        <message>
            <source>%1 · passed by %2</source>
            <extracomment>A deadline that has passed. %1 "27/08", %2 "3 d"</extracomment>
            <translation>%1 · dépassé de %2</translation>
        </message>
        <message>
            <source>Today</source>
            <extracomment>First dot of the strip of deadlines</extracomment>
            <translation>Aujourd’hui</translation>
        </message>
        <message>
            <source>Dispute %1</source>
            <extracomment>An invoice of which a part is in dispute. %1 amount</extracomment>
            <translation>Litige %1</translation>
        </message>
        <message>
            <source>Dispute opened</source>
            <translation>Litige ouvert</translation>
        </message>
        <message>
            <source>Dispute confirmed</source>
            <translation>Litige confirmé</translation>
        </message>
        <message>
            <source>Dispute being looked into</source>
            <translation>Litige à l’étude</translation>
        </message>
        <message>
            <source>Answer proposed to the client</source>
            <translation>Réponse proposée au client</translation>
        </message>
        <message>
            <source>Dispute granted</source>
            <translation>Litige accordé</translation>
        </message>
        <message>
            <source>Dispute rejected</source>
            <translation>Litige rejeté</translation>
        </message>
        <message>
            <source>Dispute withdrawn</source>
            <translation>Litige retiré</translation>
        </message>
        <message>
            <source>Payment plan approved</source>
            <translation>Échéancier approuvé</translation>
        </message>
        <message>
            <source>Payment plan refused</source>
            <translation>Échéancier refusé</translation>
        </message>
        <message>
            <source>Payment plan signed</source>
            <translation>Échéancier signé</translation>
        </message>
        <message>
            <source>Payment plan cancelled</source>
            <translation>Échéancier annulé</translation>
        </message>
        <message>
            <source>Payment plan: the whole is demanded</source>
            <translation>Échéancier : le tout est exigé</translation>
        </message>
        <message>
            <source>Payment plan granted</source>
            <translation>Échéancier accordé</translation>
        </message>
        <message>
            <source>for %1</source>
            <translation>pour le %1</translation>
        </message>
        <message numerus="yes">
            <source>%n invoice(s)</source>
            <translation>
                <numerusform>%n facture</numerusform>
                <numerusform>%n factures</numerusform>
            </translation>
        </message>
        <message>
            <source>Promise changed</source>
            <translation>Promesse modifiée</translation>
        </message>
        <message>
            <source>Two versions of a promise settled</source>
            <translation>Deux versions d’une promesse départagées</translation>
        </message>
        <message>
            <source>Note corrected</source>
            <translation>Note corrigée</translation>
        </message>
        <message>
            <source>Visit planned for %1</source>
            <translation>Visite prévue le %1</translation>
        </message>
        <message>
            <source>Visit cancelled</source>
            <translation>Visite annulée</translation>
        </message>
        <message>
            <source>Payment plan proposed</source>
            <translation>Échéancier proposé</translation>
        </message>
        <message numerus="yes">
            <source>%n instalment(s)</source>
            <translation>
                <numerusform>%n échéance</numerusform>
                <numerusform>%n échéances</numerusform>
            </translation>
        </message>
        <message>
            <source>Contact suggested to the office</source>
            <translation>Contact suggéré au bureau</translation>
        </message>
        <message>
            <source>Suggested contact taken over</source>
            <translation>Contact suggéré repris</translation>
        </message>
        <message>
            <source>Suggested contact left aside</source>
            <translation>Contact suggéré écarté</translation>
        </message>
        <message>
            <source>Anomaly seen</source>
            <translation>Anomalie vue</translation>
        </message>
        <message>
            <source>Document attached</source>
            <translation>Document joint</translation>
        </message>
    </context>
    <context>
        <name>CardActions</name>
        <message>
            <source>Note a dispute</source>
            <translation>Noter un litige</translation>
        </message>
        <message>
            <source>Propose a payment plan</source>
            <translation>Proposer un échéancier</translation>
        </message>
        <message>
            <source>Try an order</source>
            <translation>Simuler une commande</translation>
        </message>
    </context>
    <context>
        <name>CardBand</name>
        <message>
            <source>Back to the clients</source>
            <translation>Retour aux clients</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>Encours</translation>
        </message>
        <message>
            <source>Credits to set off %1</source>
            <extracomment>Under the five amounts. %1 is negative</extracomment>
            <translation>Avoirs à imputer %1</translation>
        </message>
        <message>
            <source>The card on a past day</source>
            <translation>La fiche à une date passée</translation>
        </message>
        <message>
            <source>Balance on %1</source>
            <extracomment>%1 is "31 octobre"</extracomment>
            <translation>Encours au %1</translation>
        </message>
    </context>
    <context>
        <name>CardBar</name>
        <message>
            <source>Call</source>
            <translation>Appeler</translation>
        </message>
        <message>
            <source>Write a note</source>
            <translation>Écrire une note</translation>
        </message>
        <message>
            <source>Note a promise</source>
            <translation>Noter une promesse</translation>
        </message>
    </context>
    <context>
        <name>CardTabs</name>
        <message>
            <source>Invoices %1</source>
            <translation>Factures %1</translation>
        </message>
        <message>
            <source>Chronology</source>
            <translation>Chronologie</translation>
        </message>
        <message>
            <source>Promises %1</source>
            <translation>Promesses %1</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Contacts</translation>
        </message>
        <message>
            <source>Documents %1</source>
            <translation>Documents %1</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>Documents</translation>
        </message>
        <message>
            <source>Nothing has happened yet.</source>
            <translation>Rien ne s’est encore passé.</translation>
        </message>
        <message>
            <source>No promise yet. Note the first one below.</source>
            <translation>Pas encore de promesse. Notez la première ci-dessous.</translation>
        </message>
        <message>
            <source>The office has given no contact for this client.</source>
            <translation>Le bureau n’a donné aucun contact pour ce client.</translation>
        </message>
        <message>
            <source>No document of this client on this device yet. What this device adds shows here, and what others attached to what they said; and whether the office has it.</source>
            <translation>Aucun document de ce client sur cet appareil. Ce que vous ajoutez et ce que d’autres joignent s’affichent ici, avec leur état.</translation>
        </message>
    </context>
    <context>
        <name>ClientCardPage</name>
        <message>
            <source>To demand now</source>
            <translation>À réclamer maintenant</translation>
        </message>
        <message>
            <source>Opening the client…</source>
            <translation>Ouverture de la fiche…</translation>
        </message>
        <message>
            <source>This client cannot be shown</source>
            <translation>Ce client ne peut pas être affiché</translation>
        </message>
        <message>
            <source>Back to the clients</source>
            <translation>Retour aux clients</translation>
        </message>
        <message>
            <source>Visit brief</source>
            <extracomment>Opens what to say, and what not, before a visit</extracomment>
            <translation>Fiche de visite</translation>
        </message>
        <message>
            <source>Why this amount?</source>
            <translation>Pourquoi ce montant ?</translation>
        </message>
        <message>
            <source>To demand that day</source>
            <translation>À réclamer ce jour-là</translation>
        </message>
        <message numerus="yes">
            <source>Mark %n as seen</source>
            <extracomment>Tells the office that this person has seen what is wrong</extracomment>
            <translation>
                <numerusform>Marquer %n comme vue</numerusform>
                <numerusform>Marquer %n comme vues</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n contest(s) to decide</source>
            <extracomment>On the card of a client: values given by people who did not know of each other</extracomment>
            <translation>
                <numerusform>%n valeur à trancher</numerusform>
                <numerusform>%n valeurs à trancher</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ClientsPage</name>
        <message>
            <source>Clients</source>
            <translation>Clients</translation>
        </message>
        <message>
            <source>Name, city, invoice no.</source>
            <translation>Nom, ville, n° de facture</translation>
        </message>
        <message>
            <source>Overdue · %1</source>
            <extracomment>Filter of the list: clients who owe something overdue</extracomment>
            <translation>Échus · %1</translation>
        </message>
        <message>
            <source>Broken · %1</source>
            <extracomment>Filter: clients with a broken promise</extracomment>
            <translation>Rompues · %1</translation>
        </message>
        <message>
            <source>&gt; 60 d · %1</source>
            <extracomment>Filter: something more than 60 days late</extracomment>
            <translation>&gt; 60 j · %1</translation>
        </message>
        <message>
            <source>Promised · %1</source>
            <extracomment>Filter: clients with an open promise</extracomment>
            <translation>Promis · %1</translation>
        </message>
        <message>
            <source>Order: %1</source>
            <extracomment>Spoken. %1 is the current order</extracomment>
            <translation>Tri : %1</translation>
        </message>
        <message>
            <source>The list cannot be read</source>
            <translation>La liste ne peut pas être lue</translation>
        </message>
        <message>
            <source>No client yet</source>
            <translation>Pas encore de client</translation>
        </message>
        <message>
            <source>No client here</source>
            <translation>Aucun client ici</translation>
        </message>
        <message>
            <source>Your clients come with the first synchronisation.</source>
            <translation>Vos clients arrivent avec la première synchronisation.</translation>
        </message>
        <message>
            <source>Nothing matches “%1”: neither a name, nor a city, nor an invoice number.</source>
            <translation>Rien ne correspond à « %1 » : ni nom, ni ville, ni numéro de facture.</translation>
        </message>
        <message>
            <source>No client is in this filter today.</source>
            <translation>Aucun client n’est dans ce filtre aujourd’hui.</translation>
        </message>
        <message>
            <source>Synchronise</source>
            <translation>Synchroniser</translation>
        </message>
        <message>
            <source>Show all clients</source>
            <translation>Voir tous les clients</translation>
        </message>
    </context>
    <context>
        <name>ClockStrip</name>
        <message>
            <source>Deadlines that run</source>
            <translation>Délais qui courent</translation>
        </message>
        <message>
            <source>%1 the oldest</source>
            <extracomment>Beside the deadlines. %1 is an invoice number</extracomment>
            <translation>%1 la plus ancienne</translation>
        </message>
    </context>
    <context>
        <name>CoachCard</name>
        <message>
            <source>What did you hear?</source>
            <translation>Qu’avez-vous entendu ?</translation>
        </message>
        <message>
            <source>Heard: %1</source>
            <extracomment>Above the hint. %1 is a cause, "Oubli"</extracomment>
            <translation>Entendu : %1</translation>
        </message>
        <message>
            <source>Close the hint</source>
            <extracomment>Spoken names of the cross of what is asked after a call, and of its hint</extracomment>
            <translation>Fermer le conseil</translation>
        </message>
        <message>
            <source>Nothing to note</source>
            <translation>Rien à noter</translation>
        </message>
        <message>
            <source>One tap notes the call and its cause.</source>
            <translation>Un toucher note l’appel et sa cause.</translation>
        </message>
    </context>
    <context>
        <name>Conflict</name>
        <message>
            <source>Two promises for the same invoice</source>
            <translation>Deux promesses pour la même facture</translation>
        </message>
        <message>
            <source>Two texts of one note</source>
            <translation>Deux textes d’une même note</translation>
        </message>
        <message>
            <source>Two amounts of one promise</source>
            <translation>Deux montants pour une même promesse</translation>
        </message>
        <message>
            <source>Two days of one promise</source>
            <translation>Deux dates pour une même promesse</translation>
        </message>
        <message>
            <source>Two ways to pay one promise</source>
            <translation>Deux moyens de paiement pour une même promesse</translation>
        </message>
        <message>
            <source>Two lists of invoices of one promise</source>
            <translation>Deux listes de factures pour une même promesse</translation>
        </message>
        <message>
            <source>A promise changed and withdrawn</source>
            <translation>Une promesse modifiée et retirée</translation>
        </message>
        <message>
            <source>Both are kept. %1 or the office decides; you will see the outcome here.</source>
            <extracomment>%1 names the authors: "Nadia, Julien". Both values stay until one of them decides</extracomment>
            <translation>Les deux sont gardées. %1 ou le bureau tranche ; vous verrez la suite ici.</translation>
        </message>
        <message>
            <source>Bank transfer</source>
            <translation>Virement</translation>
        </message>
        <message>
            <source>Cheque</source>
            <translation>Chèque</translation>
        </message>
        <message>
            <source>Bill of exchange</source>
            <translation>Lettre de change</translation>
        </message>
        <message>
            <source>Direct debit</source>
            <translation>Prélèvement</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>Carte</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>Espèces</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Inconnu</translation>
        </message>
        <message>
            <source>On account</source>
            <translation>En acompte</translation>
        </message>
        <message numerus="yes">
            <source>%n invoice(s)</source>
            <translation>
                <numerusform>%n facture</numerusform>
                <numerusform>%n factures</numerusform>
            </translation>
        </message>
        <message>
            <source>It stands</source>
            <translation>Elle tient</translation>
        </message>
        <message>
            <source>Withdrawn by the debtor</source>
            <translation>Retirée par le débiteur</translation>
        </message>
        <message>
            <source>Withdrawn by us</source>
            <translation>Retirée par nous</translation>
        </message>
        <message>
            <source>Superseded</source>
            <translation>Remplacée</translation>
        </message>
        <message>
            <source>on a visit</source>
            <translation>en visite</translation>
        </message>
        <message>
            <source>on the phone</source>
            <translation>au téléphone</translation>
        </message>
        <message>
            <source>with %1</source>
            <extracomment>Who promised it. %1 is a person of the client</extracomment>
            <translation>avec %1</translation>
        </message>
        <message>
            <source>Yours</source>
            <extracomment>Above a version. %1 is a first name</extracomment>
            <translation>La vôtre</translation>
        </message>
        <message>
            <source>%1’s</source>
            <translation>Celle de %1</translation>
        </message>
        <message>
            <source>%1 at %2</source>
            <extracomment>When something was said. %1 is "23/11", %2 is "11:22"</extracomment>
            <translation>%1 à %2</translation>
        </message>
        <message>
            <source>received at the centre</source>
            <translation>reçue au siège</translation>
        </message>
        <message>
            <source>not sent yet</source>
            <translation>pas encore envoyée</translation>
        </message>
        <message>
            <source>Keep %1</source>
            <extracomment>A choice. %1 is what counts then: an amount, a day, a way to pay</extracomment>
            <translation>Garder %1</translation>
        </message>
        <message>
            <source>Keep “%1”</source>
            <translation>Garder « %1 »</translation>
        </message>
        <message>
            <source>Keep yours</source>
            <extracomment>A choice. %1 is a first name</extracomment>
            <translation>Garder la vôtre</translation>
        </message>
        <message>
            <source>Keep %1’s</source>
            <translation>Garder celle de %1</translation>
        </message>
        <message>
            <source>Yours becomes “superseded”</source>
            <translation>La vôtre passe en « remplacée »</translation>
        </message>
        <message>
            <source>The other one becomes “superseded”, %1 is told</source>
            <extracomment>%1 is a first name</extracomment>
            <translation>L’autre passe en « remplacée », %1 le saura</translation>
        </message>
        <message>
            <source>Yours stays in the chronology, without effect</source>
            <translation>La vôtre reste dans la chronologie, sans effet</translation>
        </message>
        <message>
            <source>The other one stays in the chronology, %1 is told</source>
            <translation>L’autre reste dans la chronologie, %1 le saura</translation>
        </message>
        <message>
            <source>Keep both texts</source>
            <translation>Garder les deux textes</translation>
        </message>
        <message>
            <source>One below the other, in one note</source>
            <translation>L’un sous l’autre, dans une seule note</translation>
        </message>
        <message>
            <source>%1 then %2, what is left to pay</source>
            <translation>%1 puis %2, soit le reste dû</translation>
        </message>
        <message>
            <source>%1 and %2 both count</source>
            <translation>%1 et %2 comptent toutes deux</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translation>Garder les deux</translation>
        </message>
        <message>
            <source>Both are kept. You say which one counts.</source>
            <translation>Les deux sont gardées. À vous de dire laquelle compte.</translation>
        </message>
        <message>
            <source>Since then, a payment of %1 came in on %2.</source>
            <extracomment>What the accounting says since. %1 amount, %2 "20/11"</extracomment>
            <translation>Depuis, un règlement de %1 est arrivé le %2.</translation>
        </message>
    </context>
    <context>
        <name>ConflictsPage</name>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Nothing is lost</source>
            <translation>Rien ne se perd</translation>
        </message>
        <message>
            <source>What is to be decided cannot be read</source>
            <translation>Ce qui est à trancher ne peut pas être lu</translation>
        </message>
        <message>
            <source>Nothing to decide</source>
            <extracomment>No two versions of anything wait for somebody to say which one counts</extracomment>
            <translation>Rien à trancher</translation>
        </message>
        <message>
            <source>When two people say different things of one promise or note, both are kept and shown here.</source>
            <translation>Quand deux personnes disent autre chose d’une promesse ou d’une note, les deux sont gardées et montrées ici.</translation>
        </message>
        <message>
            <source>left to pay</source>
            <extracomment>Above an amount: of the invoices the promises are about</extracomment>
            <translation>reste dû</translation>
        </message>
        <message>
            <source>No version is erased: the chronology shows both.</source>
            <translation>Aucune version n’est effacée : la chronologie montre les deux.</translation>
        </message>
        <message>
            <source>Later</source>
            <extracomment>Leaves both versions as they are, for now</extracomment>
            <translation>Plus tard</translation>
        </message>
    </context>
    <context>
        <name>ContactRow</name>
        <message>
            <source>Call %1</source>
            <extracomment>%1 is a person</extracomment>
            <translation>Appeler %1</translation>
        </message>
    </context>
    <context>
        <name>Day</name>
        <message>
            <source>Noted at %1</source>
            <extracomment>A client already dealt with today. %1 is "09:55"</extracomment>
            <translation>Noté à %1</translation>
        </message>
        <message>
            <source>To call back today</source>
            <extracomment>%1 is "20/11"</extracomment>
            <translation>À rappeler aujourd’hui</translation>
        </message>
        <message>
            <source>To call back since %1</source>
            <translation>À rappeler depuis le %1</translation>
        </message>
        <message>
            <source>%1 expected on %2</source>
            <extracomment>A broken promise. %1 is what is still missing, %2 "16/11"</extracomment>
            <translation>%1 attendus le %2</translation>
        </message>
        <message>
            <source>Call if nothing has come</source>
            <translation>Appeler si rien n’est reçu</translation>
        </message>
        <message>
            <source>oldest invoice %1</source>
            <extracomment>%1 is "42 d late"</extracomment>
            <translation>plus ancienne facture, %1</translation>
        </message>
        <message>
            <source>promised</source>
            <extracomment>Under an amount of the day: what it is</extracomment>
            <translation>promis</translation>
        </message>
        <message>
            <source>to demand</source>
            <translation>à réclamer</translation>
        </message>
        <message>
            <source>Rank %1, %2, %3 %4. %5</source>
            <extracomment>Spoken row of the day. %1 rank, %2 client, %3 amount, %4 "to demand", %5 what to do and why</extracomment>
            <translation>Rang %1, %2, %3 %4. %5</translation>
        </message>
        <message>
            <source>Done, %1, %2 %3. %4</source>
            <extracomment>Spoken row of a client already dealt with. %1 client, %2 amount, %3 "to demand", %4 "Noted at 09:55"</extracomment>
            <translation>Traité, %1, %2 %3. %4</translation>
        </message>
        <message numerus="yes">
            <source>%n point(s)</source>
            <translation>
                <numerusform>%n point</numerusform>
                <numerusform>%n points</numerusform>
            </translation>
        </message>
        <message>
            <source>Next: %1 to call back on %2.</source>
            <extracomment>Once nothing is left to do. %1 client, %2 "Friday 27 November"</extracomment>
            <translation>Ensuite : %1 à rappeler %2.</translation>
        </message>
        <message>
            <source>Next: a visit to %1 on %2.</source>
            <extracomment>Once nothing is left to do. %1 client, %2 "Friday 27 November"</extracomment>
            <translation>Ensuite : visite chez %1 %2.</translation>
        </message>
        <message>
            <source>Next: %1 from %2, promised for %3.</source>
            <extracomment>Once nothing is left to do. %1 amount, %2 client, %3 "Friday 27 November"</extracomment>
            <translation>Ensuite : %1 de %2, promis pour %3.</translation>
        </message>
        <message>
            <source>Visit today</source>
            <extracomment>%1 is "20/11"</extracomment>
            <translation>Visite aujourd’hui</translation>
        </message>
        <message>
            <source>Visit since %1</source>
            <translation>Visite à faire depuis le %1</translation>
        </message>
        <message numerus="yes">
            <source>%n new anomaly(ies)</source>
            <extracomment>Spoken in a row of the day: anomalies this person has not seen yet</extracomment>
            <translation>
                <numerusform>%n anomalie nouvelle</numerusform>
                <numerusform>%n anomalies nouvelles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DayPick</name>
        <message>
            <source>%1 is a public holiday (%2): %3</source>
            <extracomment>Why a day is not offered. %1 "11 November", %2 the holiday, %3 the day in its place</extracomment>
            <translation>Le %1 est férié (%2) : %3</translation>
        </message>
        <message>
            <source>%1 is a %2: %3</source>
            <extracomment>Why a day is not offered. %1 "28 November", %2 "Saturday", %3 the day in its place</extracomment>
            <translation>Le %1 est un %2 : %3</translation>
        </message>
    </context>
    <context>
        <name>DayPicker</name>
        <message>
            <source>other</source>
            <extracomment>Another day than those offered</extracomment>
            <translation>autre</translation>
        </message>
    </context>
    <context>
        <name>DisplayPage</name>
        <message>
            <source>Language and display</source>
            <translation>Langue et affichage</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>Comme le système</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Couleurs</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Clair</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Sombre</translation>
        </message>
        <message>
            <source>Size of the text</source>
            <translation>Taille du texte</translation>
        </message>
        <message>
            <source>%1%</source>
            <extracomment>A size of the text; the blank before the sign is U+00A0 in French</extracomment>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>This is how a sentence reads.</source>
            <translation>Voici comment se lit une phrase.</translation>
        </message>
    </context>
    <context>
        <name>DisputeSheet</name>
        <message>
            <source>Dispute</source>
            <extracomment>Title of the sheet</extracomment>
            <translation>Litige</translation>
        </message>
        <message>
            <source>Which invoice?</source>
            <translation>Quelle facture ?</translation>
        </message>
        <message>
            <source>No open invoice: there is nothing to contest.</source>
            <translation>Aucune facture ouverte : il n’y a rien à contester.</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>Pourquoi ?</translation>
        </message>
        <message>
            <source>How much of it?</source>
            <translation>Combien est contesté ?</translation>
        </message>
        <message>
            <source>Amount contested</source>
            <extracomment>Spoken name of the field of the amount</extracomment>
            <translation>Montant contesté</translation>
        </message>
        <message>
            <source>All</source>
            <extracomment>The whole of what is left to pay</extracomment>
            <translation>Tout</translation>
        </message>
        <message>
            <source>In their words (optional)</source>
            <translation>Avec ses mots (facultatif)</translation>
        </message>
        <message>
            <source>Take a photo</source>
            <translation>Prendre une photo</translation>
        </message>
        <message>
            <source>made smaller; place and time are removed</source>
            <extracomment>Under "Take a photo" and "Add a picture"</extracomment>
            <translation>réduite ; lieu et heure en sont retirés</translation>
        </message>
        <message>
            <source>Reading the picture…</source>
            <translation>Lecture de l’image…</translation>
        </message>
        <message>
            <source>Add a picture</source>
            <translation>Ajouter une image</translation>
        </message>
        <message>
            <source>Photo of the dispute</source>
            <translation>Photo du litige</translation>
        </message>
        <message>
            <source>Remove the photo</source>
            <translation>Retirer la photo</translation>
        </message>
        <message>
            <source>See all the reasons</source>
            <extracomment>Shows the other reasons of a dispute</extracomment>
            <translation>Voir tous les motifs</translation>
        </message>
    </context>
    <context>
        <name>DocumentRow</name>
        <message>
            <source>%1. Open</source>
            <extracomment>Spoken. %1 a document with its day and its state</extracomment>
            <translation>%1. Ouvrir</translation>
        </message>
    </context>
    <context>
        <name>DocumentSheet</name>
        <message>
            <source>This picture cannot be read. The file is kept as it is; the office can look at it.</source>
            <translation>Cette image est illisible. Le fichier est gardé tel quel ; le bureau peut le regarder.</translation>
        </message>
        <message>
            <source>Give a copy away…</source>
            <extracomment>Saves or shares a copy of a document, for the client</extracomment>
            <translation>Remettre une copie…</translation>
        </message>
        <message>
            <source>A copy leaves the vault: whoever gets it can read it.</source>
            <translation>Une copie sort du coffre : qui la reçoit peut la lire.</translation>
        </message>
        <message>
            <source>The document arrives</source>
            <extracomment>Spoken: how much of a document has arrived</extracomment>
            <translation>Le document arrive</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
    </context>
    <context>
        <name>DraftLine</name>
        <message>
            <source>Your draft, as you left it.</source>
            <extracomment>A draft begun another time, found again as it was left</extracomment>
            <translation>Votre brouillon, tel que vous l’avez laissé.</translation>
        </message>
        <message>
            <source>Start again</source>
            <extracomment>Leaves a draft that was found again</extracomment>
            <translation>Recommencer</translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>This code is among the first that anyone would try. Choose another.</source>
            <translation>Ce code est parmi les premiers que l’on essaierait. Choisissez-en un autre.</translation>
        </message>
        <message>
            <source>There is not enough free memory to check the code. Close other apps, then try again; your work is safe.</source>
            <translation>Il n’y a pas assez de mémoire libre pour vérifier le code. Fermez d’autres applications, puis réessayez ; votre travail est à l’abri.</translation>
        </message>
        <message>
            <source>This is not an invitation. Copy the whole line that the office gave you, from encours:// on.</source>
            <translation>Ce n’est pas une invitation. Copiez toute la ligne donnée par le bureau, à partir de encours://.</translation>
        </message>
        <message>
            <source>This invitation does not work any more: it serves once, for ten minutes. Ask the office for another.</source>
            <translation>Cette invitation ne marche plus : elle sert une fois, pendant dix minutes. Demandez-en une autre au bureau.</translation>
        </message>
        <message>
            <source>The centre cannot be reached. What you note is kept here and goes out when the network is back.</source>
            <translation>Le centre est hors d’atteinte. Ce que vous notez est gardé ici et partira au retour du réseau.</translation>
        </message>
        <message>
            <source>The centre does not answer. What you note is kept here and goes out later.</source>
            <translation>Le centre ne répond pas. Ce que vous notez est gardé ici et partira plus tard.</translation>
        </message>
        <message>
            <source>The connection was cut. Nothing is lost; it will be tried again.</source>
            <translation>La connexion a été coupée. Rien n’est perdu ; un autre essai suivra.</translation>
        </message>
        <message>
            <source>Another machine answers in place of the centre, so nothing was sent. Tell the office.</source>
            <translation>Une autre machine répond à la place du centre : rien n’a été envoyé. Prévenez le bureau.</translation>
        </message>
        <message>
            <source>What answers is not the centre: perhaps the page of a public Wi-Fi. Sign in there, or change networks.</source>
            <translation>Ce qui répond n’est pas le centre : peut-être la page d’un Wi-Fi public. Connectez-vous-y, ou changez de réseau.</translation>
        </message>
        <message>
            <source>The centre is busy. Nothing is lost; it will be tried again.</source>
            <translation>Le centre est occupé. Rien n’est perdu ; un autre essai suivra.</translation>
        </message>
        <message>
            <source>This version is too old for the centre. What you noted is kept; install the new version.</source>
            <translation>Cette version est trop ancienne pour le centre. Ce que vous avez noté est gardé ; installez la nouvelle version.</translation>
        </message>
        <message>
            <source>The office has ended the access of this device. What you noted is kept; ask the office.</source>
            <translation>Le bureau a mis fin à l’accès de cet appareil. Ce que vous avez noté est gardé ; demandez au bureau.</translation>
        </message>
        <message>
            <source>The centre has met a copy of this device. What you noted is kept; ask the office for a new invitation.</source>
            <translation>Le centre a rencontré une copie de cet appareil. Ce que vous avez noté est gardé ; demandez une nouvelle invitation au bureau.</translation>
        </message>
        <message>
            <source>This device has not met the centre for too long. Connect to the network and synchronise.</source>
            <translation>Cet appareil n’a pas rencontré le centre depuis trop longtemps. Connectez-vous au réseau et synchronisez.</translation>
        </message>
        <message>
            <source>Encours is already open with these data. Close the other window, then try again.</source>
            <translation>Encours est déjà ouvert avec ces données. Fermez l’autre fenêtre, puis réessayez.</translation>
        </message>
        <message>
            <source>This invitation is for someone else. Nothing was changed; ask the office for yours.</source>
            <translation>Cette invitation est pour quelqu’un d’autre. Rien n’a changé ; demandez la vôtre au bureau.</translation>
        </message>
        <message>
            <source>There is no room left on this device, so nothing was noted. Free some room, then try again.</source>
            <translation>Il n’y a plus de place sur cet appareil : rien n’a été noté. Libérez de la place, puis réessayez.</translation>
        </message>
        <message>
            <source>There was no room left on this device when it was opened, so nothing was noted. Free some room, lock Encours and open it again.</source>
            <translation>Il n’y avait plus de place sur cet appareil à l’ouverture : rien n’a été noté. Libérez de la place, verrouillez Encours et rouvrez-le.</translation>
        </message>
        <message>
            <source>The data on this device are damaged. Tell the office before anything else.</source>
            <translation>Les données de cet appareil sont abîmées. Prévenez le bureau avant toute autre chose.</translation>
        </message>
        <message>
            <source>A note has between 1 and 4,000 characters. Nothing was noted.</source>
            <translation>Une note a de 1 à 4 000 caractères. Rien n’a été noté.</translation>
        </message>
        <message>
            <source>This client is no longer in your portfolio.</source>
            <translation>Ce client n’est plus dans votre portefeuille.</translation>
        </message>
        <message>
            <source>This promise has ended already. Nothing was changed.</source>
            <translation>Cette promesse est déjà terminée. Rien n’a changé.</translation>
        </message>
        <message>
            <source>A payment is promised only so far ahead; what is longer is a payment plan. Nothing was noted; choose an earlier day.</source>
            <translation>Ce jour est trop loin pour une promesse : au-delà, c’est un échéancier. Rien n’a été noté ; choisissez un jour plus proche.</translation>
        </message>
        <message>
            <source>A payment is promised for today or later. Nothing was noted; choose another day.</source>
            <translation>Un règlement se promet pour aujourd’hui ou plus tard. Rien n’a été noté ; choisissez un autre jour.</translation>
        </message>
        <message>
            <source>An amount promised is more than zero, and not beyond measure. Nothing was noted.</source>
            <translation>Un montant promis dépasse zéro, sans être démesuré. Rien n’a été noté.</translation>
        </message>
        <message>
            <source>An invoice has changed since. Nothing was noted; open the client again.</source>
            <translation>Une facture a changé depuis. Rien n’a été noté ; rouvrez la fiche du client.</translation>
        </message>
        <message>
            <source>This invoice is in dispute already. Nothing was noted; what is contested of it is answered first.</source>
            <translation>Cette facture est déjà en litige. Rien n’a été noté ; ce qui en est contesté attend d’abord sa réponse.</translation>
        </message>
        <message>
            <source>More is contested than is left to pay on this invoice. Nothing was noted; name a smaller amount.</source>
            <translation>Le montant contesté dépasse ce qui reste dû sur cette facture. Rien n’a été noté ; indiquez un montant plus petit.</translation>
        </message>
        <message>
            <source>This picture is too large to be opened here. What you wrote stays; choose a smaller one.</source>
            <translation>Cette image est trop grande pour être ouverte ici. Ce que vous avez écrit reste ; choisissez-en une plus petite.</translation>
        </message>
        <message>
            <source>This file is not a picture that can be read here. What you wrote stays; choose a JPEG or a PNG.</source>
            <translation>Ce fichier n’est pas une image lisible ici. Ce que vous avez écrit reste ; choisissez un JPEG ou un PNG.</translation>
        </message>
        <message>
            <source>No picture can be chosen on this device. What you wrote stays; note the dispute without one.</source>
            <translation>Aucune image ne peut être choisie sur cet appareil. Ce que vous avez écrit reste ; notez le litige sans elle.</translation>
        </message>
        <message>
            <source>The withdrawal was sent already: it stands. Note the promise again if it holds.</source>
            <translation>Le retrait est déjà envoyé : il tient. Notez de nouveau la promesse si elle vaut encore.</translation>
        </message>
        <message>
            <source>Only who noted this promise, the salesperson of the client or the office can change it. Nothing was changed.</source>
            <translation>Seuls l’auteur de cette promesse, le commercial du client et le bureau peuvent la changer. Rien n’a été changé.</translation>
        </message>
        <message>
            <source>The centre does not have this document yet: the device of its author has not sent it. Nothing is lost; try again later.</source>
            <translation>Le centre n’a pas encore ce document : l’appareil de son auteur ne l’a pas envoyé. Rien n’est perdu ; réessayez plus tard.</translation>
        </message>
        <message>
            <source>The document did not arrive as the centre holds it, so nothing of it was kept. Try again.</source>
            <translation>Le document n’est pas arrivé tel que le centre l’a ; rien n’en a été gardé. Réessayez.</translation>
        </message>
        <message>
            <source>This is the demonstration: no centre is called, and nothing leaves this device.</source>
            <translation>C’est la démonstration : aucun centre n’est appelé, rien ne quitte cet appareil.</translation>
        </message>
        <message>
            <source>The file that keeps the key of this device is damaged, so nothing can be opened. Change nothing; tell the office.</source>
            <translation>Le fichier qui garde la clé de cet appareil est endommagé : rien ne peut s’ouvrir. Ne changez rien ; prévenez le bureau.</translation>
        </message>
        <message>
            <source>The file that keeps the key of this device is not there, so nothing can be opened. Change nothing; tell the office.</source>
            <translation>Le fichier qui garde la clé de cet appareil n’est plus là : rien ne peut s’ouvrir. Ne changez rien ; prévenez le bureau.</translation>
        </message>
        <message>
            <source>What identifies this device was damaged. What could be read of what you noted is kept; ask the office for a new invitation.</source>
            <translation>Ce qui identifie cet appareil a été endommagé. Ce qui a pu être lu de vos notes est gardé ; demandez une nouvelle invitation au bureau.</translation>
        </message>
        <message>
            <source>The data of this device cannot be reached. Nothing was changed; tell the office if it stays so.</source>
            <translation>Les données de cet appareil sont hors d’atteinte. Rien n’a changé ; prévenez le bureau si cela dure.</translation>
        </message>
        <message>
            <source>The exchange with the centre was stopped. Nothing is lost; it will be tried again.</source>
            <translation>L’échange avec le centre a été arrêté. Rien n’est perdu ; un nouvel essai aura lieu.</translation>
        </message>
        <message>
            <source>The centre cannot answer now. Nothing is lost; it will be tried again.</source>
            <translation>Le centre ne peut pas répondre pour l’instant. Rien n’est perdu ; un nouvel essai aura lieu.</translation>
        </message>
        <message>
            <source>The centre sent more than this device takes at once, so nothing of it was taken. Tell the office.</source>
            <translation>Le centre a envoyé plus que cet appareil n’accepte en une fois : rien n’a été pris. Prévenez le bureau.</translation>
        </message>
        <message>
            <source>The answer of the centre arrived damaged, so nothing of it was taken. Nothing is lost; try again.</source>
            <translation>La réponse du centre est arrivée abîmée : rien n’en a été pris. Rien n’est perdu ; réessayez.</translation>
        </message>
        <message>
            <source>The answer of the centre arrived damaged. What came before is kept, nothing is lost; try again.</source>
            <translation>La réponse du centre est arrivée abîmée. Ce qui était arrivé avant est gardé, rien n’est perdu ; réessayez.</translation>
        </message>
        <message>
            <source>The answer of the centre stopped in the middle. What came before is kept; try again.</source>
            <translation>La réponse du centre s’est interrompue. Ce qui était arrivé avant est gardé ; réessayez.</translation>
        </message>
        <message>
            <source>The centre sent figures that do not fit those of this device, so they were not taken. Nothing is lost; tell the office.</source>
            <translation>Le centre a envoyé des chiffres qui ne s’accordent pas avec ceux de cet appareil : ils n’ont pas été pris. Rien n’est perdu ; prévenez le bureau.</translation>
        </message>
        <message>
            <source>The answer of the centre was meant for an earlier request and was not used. Nothing is lost; try again.</source>
            <translation>La réponse du centre répondait à une demande plus ancienne : elle n’a pas servi. Rien n’est perdu ; réessayez.</translation>
        </message>
        <message>
            <source>The centre asks again and again to start anew. What you noted is kept; tell the office.</source>
            <translation>Le centre demande sans cesse de tout recommencer. Ce que vous avez noté est gardé ; prévenez le bureau.</translation>
        </message>
        <message>
            <source>The centre wants this device to sign in again. Nothing is lost; try again.</source>
            <translation>Le centre veut que cet appareil se présente de nouveau. Rien n’est perdu ; réessayez.</translation>
        </message>
        <message>
            <source>The centre announced more and sent nothing. What you noted is kept; try again later.</source>
            <translation>Le centre a annoncé une suite et n’a rien envoyé. Ce que vous avez noté est gardé ; réessayez plus tard.</translation>
        </message>
        <message>
            <source>The centre does not recognise this device. What you noted is kept; ask the office for a new invitation.</source>
            <translation>Le centre ne reconnaît pas cet appareil. Ce que vous avez noté est gardé ; demandez une nouvelle invitation au bureau.</translation>
        </message>
        <message>
            <source>The key of this device is damaged. What you noted is kept; ask the office for a new invitation.</source>
            <translation>La clé de cet appareil est endommagée. Ce que vous avez noté est gardé ; demandez une nouvelle invitation au bureau.</translation>
        </message>
        <message>
            <source>The centre does not take the key of this device, and the invitation has not served. Install the new version.</source>
            <translation>Le centre n’accepte pas la clé de cet appareil, et l’invitation n’a pas servi. Installez la nouvelle version.</translation>
        </message>
        <message>
            <source>The centre has a problem of its own. Nothing is lost; tell the office if it stays so.</source>
            <translation>Le centre a un problème de son côté. Rien n’est perdu ; prévenez le bureau si cela dure.</translation>
        </message>
        <message>
            <source>The centre asks again and again for the same document. It is kept on this device; tell the office.</source>
            <translation>Le centre redemande sans cesse le même document. Il est gardé sur cet appareil ; prévenez le bureau.</translation>
        </message>
        <message>
            <source>The key of this device is sound, so nothing was put aside. Go back and type your code.</source>
            <translation>La clé de cet appareil est bonne : rien n’a été mis de côté. Revenez et saisissez votre code.</translation>
        </message>
        <message>
            <source>The centre does not take this document. It is kept on this device; tell the office.</source>
            <translation>Le centre ne prend pas ce document. Il est gardé sur cet appareil ; prévenez le bureau.</translation>
        </message>
        <message>
            <source>The centre does not read the language of this version. Nothing is lost; install the new version.</source>
            <translation>Le centre ne lit pas la langue de cette version. Rien n’est perdu ; installez la nouvelle version.</translation>
        </message>
        <message>
            <source>The storage of this device failed: what was being saved may be there or not. Look before you do it again.</source>
            <translation>La mémoire de cet appareil a failli : ce qui s’enregistrait y est peut-être, ou non. Regardez avant de recommencer.</translation>
        </message>
        <message>
            <source>This cannot be done as things stand; nothing was changed. Open the client again; if it stays so, tell the office (%1).</source>
            <translation>Ce n’est pas possible en l’état ; rien n’a été changé. Rouvrez la fiche du client ; si cela persiste, dites-le au bureau (%1).</translation>
        </message>
        <message>
            <source>What this is about is no longer on this device; nothing was changed. Open the client again (%1).</source>
            <translation>Ce dont il s’agit n’est plus sur cet appareil ; rien n’a été changé. Rouvrez la fiche du client (%1).</translation>
        </message>
        <message>
            <source>This is not open to you; nothing was changed. Ask the office (%1).</source>
            <translation>Vous n’y avez pas accès ; rien n’a été changé. Demandez au bureau (%1).</translation>
        </message>
        <message>
            <source>This does not work now; what was saved before is safe. Try again; if it stays so, tell the office (%1).</source>
            <translation>Cela ne fonctionne pas pour l’instant ; ce qui était enregistré est à l’abri. Réessayez ; si cela persiste, dites-le au bureau (%1).</translation>
        </message>
        <message>
            <source>There is no room left on this device; what was saved before is safe. Free some space, then try again (%1).</source>
            <translation>Il n’y a plus de place sur cet appareil ; ce qui était enregistré est à l’abri. Libérez de la place, puis réessayez (%1).</translation>
        </message>
        <message>
            <source>What is stored here is damaged; nothing was changed. Close the app and open it again: it mends what it can (%1).</source>
            <translation>Ce qui est enregistré ici est endommagé ; rien n’a été changé. Fermez l’application et rouvrez-la : elle répare ce qu’elle peut (%1).</translation>
        </message>
        <message>
            <source>A fault of this app; nothing was changed. Tell the office (%1).</source>
            <translation>Un défaut de l’application ; rien n’a été changé. Dites-le au bureau (%1).</translation>
        </message>
    </context>
    <context>
        <name>Formats</name>
        <message>
            <source>%1 d</source>
            <extracomment>A number of days, abbreviated: "88 d". The blank is U+00A0</extracomment>
            <translation>%1 j</translation>
        </message>
        <message>
            <source>%1 late</source>
            <extracomment>%1 is "88 d"</extracomment>
            <translation>%1 de retard</translation>
        </message>
        <message>
            <source>due today</source>
            <translation>échoit aujourd’hui</translation>
        </message>
        <message>
            <source>due in %1</source>
            <extracomment>%1 is "25 d"</extracomment>
            <translation>échoit dans %1</translation>
        </message>
    </context>
    <context>
        <name>FreshnessStamp</name>
        <message>
            <source>%1. Open the synchronisation</source>
            <extracomment>Spoken. %1 says how fresh the figures are</extracomment>
            <translation>%1. Ouvrir la synchronisation</translation>
        </message>
    </context>
    <context>
        <name>GrantCard</name>
        <message>
            <source>You may grant, without asking</source>
            <extracomment>Over the limits of a payment plan that a salesperson grants alone</extracomment>
            <translation>Vous pouvez accorder, sans validation</translation>
        </message>
    </context>
    <context>
        <name>GrowingRows</name>
        <message numerus="yes">
            <source>Show %n more</source>
            <extracomment>Below the first rows of a long list</extracomment>
            <translation>
                <numerusform>En montrer %n de plus</numerusform>
                <numerusform>En montrer %n de plus</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>InvoiceSheet</name>
        <message>
            <source>Note a promise</source>
            <translation>Noter une promesse</translation>
        </message>
        <message>
            <source>for this invoice</source>
            <extracomment>Under "Note a promise", of one invoice</extracomment>
            <translation>pour cette facture</translation>
        </message>
        <message>
            <source>Note a dispute</source>
            <translation>Noter un litige</translation>
        </message>
        <message>
            <source>reason, amount, photo</source>
            <extracomment>Under "Note a dispute", of one invoice</extracomment>
            <translation>motif, montant, photo</translation>
        </message>
    </context>
    <context>
        <name>Keypad</name>
        <message>
            <source>Erase</source>
            <extracomment>Key that takes the last digit of the code away</extracomment>
            <translation>Effacer</translation>
        </message>
    </context>
    <context>
        <name>LockPage</name>
        <message>
            <source>Automatic lock</source>
            <extracomment>Row of "More", and its page: when the device locks itself</extracomment>
            <translation>Verrouillage automatique</translation>
        </message>
        <message>
            <source>Without a touch for</source>
            <extracomment>Above "1 minute", "2 minutes", "5 minutes"</extracomment>
            <translation>Sans un geste pendant</translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message>
            <source>Behind other apps, the device locks itself after one minute in any case. What you were writing is kept as a draft.</source>
            <translation>Derrière d’autres applications, l’appareil se verrouille de toute façon au bout d’une minute. Ce que vous écriviez est gardé en brouillon.</translation>
        </message>
    </context>
    <context>
        <name>MonthCalendar</name>
        <message>
            <source>Previous month</source>
            <translation>Mois précédent</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>Mois suivant</translation>
        </message>
        <message>
            <source>open</source>
            <extracomment>Legend of the month: promises still awaited</extracomment>
            <translation>ouverte</translation>
        </message>
        <message>
            <source>kept</source>
            <extracomment>Legend of the month</extracomment>
            <translation>tenue</translation>
        </message>
        <message>
            <source>broken</source>
            <extracomment>Legend of the month</extracomment>
            <translation>rompue</translation>
        </message>
    </context>
    <context>
        <name>MonthPick</name>
        <message>
            <source>Previous month</source>
            <translation>Mois précédent</translation>
        </message>
        <message>
            <source>Next month</source>
            <translation>Mois suivant</translation>
        </message>
    </context>
    <context>
        <name>MorePage</name>
        <message>
            <source>More</source>
            <extracomment>Title of the page of the last tab: what is not daily work</extracomment>
            <translation>Plus</translation>
        </message>
        <message>
            <source>Synchronisation</source>
            <translation>Synchronisation</translation>
        </message>
        <message>
            <source>Lock this device</source>
            <extracomment>Hides everything until the code is typed</extracomment>
            <translation>Verrouiller cet appareil</translation>
        </message>
        <message>
            <source>Language and display</source>
            <translation>Langue et affichage</translation>
        </message>
        <message>
            <source>Change the code</source>
            <translation>Changer le code</translation>
        </message>
        <message>
            <source>Six digits open this device; the current one is asked first.</source>
            <translation>Six chiffres ouvrent cet appareil ; le code actuel est demandé d’abord.</translation>
        </message>
        <message>
            <source>About encours</source>
            <extracomment>The version, who made it, under which licence</extracomment>
            <translation>À propos d’encours</translation>
        </message>
        <message>
            <source>Version %1</source>
            <translation>Version %1</translation>
        </message>
        <message>
            <source>To be decided</source>
            <extracomment>Row of "More": values given by people who did not know of each other</extracomment>
            <translation>À trancher</translation>
        </message>
        <message>
            <source>Automatic lock</source>
            <extracomment>Row of "More", and its page: when the device locks itself</extracomment>
            <translation>Verrouillage automatique</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>Today</source>
            <translation>Aujourd’hui</translation>
        </message>
        <message>
            <source>Clients</source>
            <translation>Clients</translation>
        </message>
        <message>
            <source>Promises</source>
            <translation>Promesses</translation>
        </message>
        <message>
            <source>More</source>
            <extracomment>Last place of the navigation: synchronisation, settings, lock</extracomment>
            <translation>Plus</translation>
        </message>
    </context>
    <context>
        <name>NoteSheet</name>
        <message>
            <source>What happened?</source>
            <translation>Que s’est-il passé ?</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>Visite</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Appel</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>What was said, what comes next</source>
            <translation>Ce qui s’est dit, la suite</translation>
        </message>
        <message>
            <source>Who was spoken to</source>
            <translation>À qui vous avez parlé</translation>
        </message>
        <message>
            <source>Call back?</source>
            <extracomment>Optional: a day to call the client again</extracomment>
            <translation>Rappeler ?</translation>
        </message>
        <message>
            <source>Save the note</source>
            <extracomment>The button of the note sheet</extracomment>
            <translation>Enregistrer la note</translation>
        </message>
        <message>
            <source>With whom?</source>
            <translation>Avec qui ?</translation>
        </message>
        <message>
            <source>What came of it?</source>
            <extracomment>Optional: chips, what a visit or a call gave</extracomment>
            <translation>Qu’en est-il sorti ?</translation>
        </message>
    </context>
    <context>
        <name>OrderSheet</name>
        <message>
            <source>Order of the list</source>
            <translation>Tri de la liste</translation>
        </message>
    </context>
    <context>
        <name>Outbox</name>
        <message>
            <source>Visit report</source>
            <translation>Compte rendu de visite</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Compte rendu d’appel</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message numerus="yes">
            <source>%n line(s)</source>
            <translation>
                <numerusform>%n ligne</numerusform>
                <numerusform>%n lignes</numerusform>
            </translation>
        </message>
        <message>
            <source>Note taken back</source>
            <translation>Note retirée</translation>
        </message>
        <message>
            <source>Promise</source>
            <translation>Promesse</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <extracomment>Object of a waiting promise. %1 client, %2 "27/11"</extracomment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Promise withdrawn</source>
            <translation>Promesse retirée</translation>
        </message>
        <message>
            <source>Promise changed</source>
            <translation>Promesse modifiée</translation>
        </message>
        <message>
            <source>Note changed</source>
            <translation>Note modifiée</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>Visite</translation>
        </message>
        <message>
            <source>Payment plan</source>
            <translation>Plan de paiement</translation>
        </message>
        <message>
            <source>Dispute</source>
            <translation>Litige</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>Seen</source>
            <translation>Vu</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>Décision</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>Outcome of a visit or call</source>
            <translation>Suite d’une visite ou d’un appel</translation>
        </message>
    </context>
    <context>
        <name>Outcomes</name>
        <message>
            <source>Promise</source>
            <translation>Promesse</translation>
        </message>
        <message>
            <source>Dispute</source>
            <translation>Litige</translation>
        </message>
        <message>
            <source>Payment in hand</source>
            <extracomment>What a visit gave: money or a cheque in hand</extracomment>
            <translation>Règlement remis</translation>
        </message>
        <message>
            <source>To call back</source>
            <translation>À rappeler</translation>
        </message>
        <message>
            <source>Absent</source>
            <extracomment>What a visit gave: nobody was there</extracomment>
            <translation>Absent</translation>
        </message>
        <message>
            <source>Refuses to pay</source>
            <translation>Refus de payer</translation>
        </message>
        <message>
            <source>Forgotten</source>
            <extracomment>Why the client has not paid, as they say: it was forgotten</extracomment>
            <translation>Oubli</translation>
        </message>
        <message>
            <source>In difficulty</source>
            <extracomment>Why the client has not paid, as they say: the money is not there</extracomment>
            <translation>Difficulté</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>Autre chose</translation>
        </message>
    </context>
    <context>
        <name>PastBanner</name>
        <message>
            <source>You see the card as of %1, by what is known today. Nothing can be noted on a past day.</source>
            <extracomment>%1 is "31 octobre". Notes and promises are dated the day they are made</extracomment>
            <translation>Vous voyez la fiche au %1, d’après ce qui est connu aujourd’hui. Rien ne se note à une date passée.</translation>
        </message>
        <message>
            <source>Back to today</source>
            <translation>Revenir à aujourd’hui</translation>
        </message>
    </context>
    <context>
        <name>PastDaySheet</name>
        <message>
            <source>The card on a past day</source>
            <translation>La fiche à une date passée</translation>
        </message>
        <message>
            <source>As it stood that evening, by what is known today.</source>
            <translation>Telle qu’elle était ce soir-là, d’après ce qui est connu aujourd’hui.</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Aujourd’hui</translation>
        </message>
        <message>
            <source>Another day</source>
            <translation>Un autre jour</translation>
        </message>
        <message>
            <source>dd/mm/yyyy</source>
            <extracomment>How a day is typed</extracomment>
            <translation>jj/mm/aaaa</translation>
        </message>
        <message>
            <source>This is no day that has come. Write it like 31/10/2026.</source>
            <translation>Ce n’est pas un jour passé. Écrivez-le comme 31/10/2026.</translation>
        </message>
        <message>
            <source>Look at this day</source>
            <translation>Voir ce jour</translation>
        </message>
    </context>
    <context>
        <name>PinDots</name>
        <message>
            <source>%1 digits of %2</source>
            <extracomment>Spoken: digits of the code typed so far</extracomment>
            <translation>%1 chiffres saisis sur %2</translation>
        </message>
    </context>
    <context>
        <name>PinPage</name>
        <message>
            <source>Choose a code of 6 digits</source>
            <extracomment>First run: the person chooses a code of six digits</extracomment>
            <translation>Choisissez un code de 6 chiffres</translation>
        </message>
        <message>
            <source>Type the same code again</source>
            <translation>Saisissez le même code une seconde fois</translation>
        </message>
        <message>
            <source>Type your code</source>
            <translation>Saisissez votre code</translation>
        </message>
        <message>
            <source>Linking this device…</source>
            <translation>Liaison de cet appareil…</translation>
        </message>
        <message>
            <source>Opening…</source>
            <translation>Ouverture…</translation>
        </message>
        <message numerus="yes">
            <source>%1 Try again in %n second(s)</source>
            <extracomment>%1 is "Too many wrong codes. Your work is safe."</extracomment>
            <translation>
                <numerusform>%1 Réessayez dans %n seconde</numerusform>
                <numerusform>%1 Réessayez dans %n secondes</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 digits of %2</source>
            <extracomment>Digits of the code typed so far</extracomment>
            <translation>%1 chiffres saisis sur %2</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Data encrypted on this device, readable without a network. Nothing can be seen before the code.</source>
            <translation>Données chiffrées sur cet appareil, lisibles sans réseau. Rien n’est visible avant le code.</translation>
        </message>
        <message>
            <source>Type your current code</source>
            <translation>Saisissez votre code actuel</translation>
        </message>
        <message>
            <source>Changing the code…</source>
            <translation>Changement du code…</translation>
        </message>
        <message>
            <source>Type the code of this device</source>
            <extracomment>A device that lost its access has a new invitation; its code stays the same</extracomment>
            <translation>Saisissez le code de cet appareil</translation>
        </message>
        <message>
            <source>I have a new invitation</source>
            <extracomment>On the page of the code: nothing else leads on</extracomment>
            <translation>J’ai une nouvelle invitation</translation>
        </message>
    </context>
    <context>
        <name>PlanSheet</name>
        <message>
            <source>Payment plan</source>
            <extracomment>Title of the sheet</extracomment>
            <translation>Échéancier</translation>
        </message>
        <message>
            <source>Which invoices?</source>
            <translation>Quelles factures ?</translation>
        </message>
        <message>
            <source>How many instalments?</source>
            <translation>Combien d’échéances ?</translation>
        </message>
        <message>
            <source>One instalment less</source>
            <translation>Une échéance de moins</translation>
        </message>
        <message>
            <source>One instalment more</source>
            <translation>Une échéance de plus</translation>
        </message>
        <message>
            <source>each month</source>
            <extracomment>How often an instalment is due</extracomment>
            <translation>par mois</translation>
        </message>
        <message>
            <source>each week</source>
            <translation>par semaine</translation>
        </message>
        <message>
            <source>The first one when?</source>
            <translation>La première quand ?</translation>
        </message>
        <message>
            <source>business days</source>
            <extracomment>Only business days are offered</extracomment>
            <translation>jours ouvrés</translation>
        </message>
        <message>
            <source>How much each time?</source>
            <translation>Combien à chaque fois ?</translation>
        </message>
        <message>
            <source>the last takes the rest</source>
            <extracomment>The last instalment takes what is left of the sum</extracomment>
            <translation>la dernière prend le reste</translation>
        </message>
        <message>
            <source>Amount of this instalment</source>
            <extracomment>Spoken name of the field of the amount</extracomment>
            <translation>Montant de cette échéance</translation>
        </message>
        <message>
            <source>Why, and who signs?</source>
            <translation>Pourquoi, et qui signe ?</translation>
        </message>
        <message>
            <source>Why the client asks for it</source>
            <translation>Pourquoi le client le demande</translation>
        </message>
        <message>
            <source>Who signs for the client</source>
            <translation>Qui signe pour le client</translation>
        </message>
        <message>
            <source>Within what you may grant: agreed at once.</source>
            <translation>Dans ce que vous pouvez accorder : accordé aussitôt.</translation>
        </message>
        <message>
            <source>A manager has to approve it:</source>
            <translation>Un responsable doit l’approuver :</translation>
        </message>
        <message>
            <source>Instalment %1</source>
            <extracomment>Above the field of an amount. %1 is its number</extracomment>
            <translation>Échéance %1</translation>
        </message>
    </context>
    <context>
        <name>PromiseCalendar</name>
        <message numerus="yes">
            <source>%n open promise(s)</source>
            <translation>
                <numerusform>%n promesse ouverte</numerusform>
                <numerusform>%n promesses ouvertes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n kept promise(s)</source>
            <translation>
                <numerusform>%n promesse tenue</numerusform>
                <numerusform>%n promesses tenues</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n broken promise(s)</source>
            <translation>
                <numerusform>%n promesse rompue</numerusform>
                <numerusform>%n promesses rompues</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PromiseSheet</name>
        <message>
            <source>Promise to pay</source>
            <translation>Promesse de règlement</translation>
        </message>
        <message>
            <source>Which invoices?</source>
            <translation>Quelles factures ?</translation>
        </message>
        <message>
            <source>No open invoice: the promise will be on account.</source>
            <translation>Aucune facture ouverte : la promesse sera un acompte sur le compte.</translation>
        </message>
        <message>
            <source>For when?</source>
            <translation>Pour quand ?</translation>
        </message>
        <message>
            <source>business days</source>
            <extracomment>Only business days are offered</extracomment>
            <translation>jours ouvrés</translation>
        </message>
        <message>
            <source>How much?</source>
            <translation>Combien ?</translation>
        </message>
        <message>
            <source>All</source>
            <extracomment>The whole of what is left to pay</extracomment>
            <translation>Tout</translation>
        </message>
        <message>
            <source>Half</source>
            <extracomment>Half of what is left to pay</extracomment>
            <translation>La moitié</translation>
        </message>
        <message>
            <source>Kept encrypted here, sent when the network is back</source>
            <translation>Gardée chiffrée ici, envoyée au retour du réseau</translation>
        </message>
        <message>
            <source>Amount promised</source>
            <extracomment>Spoken name of the field of the amount</extracomment>
            <translation>Montant promis</translation>
        </message>
        <message>
            <source>Change the promise</source>
            <translation>Changer la promesse</translation>
        </message>
        <message>
            <source>means, tap to change</source>
            <translation>moyen, toucher pour changer</translation>
        </message>
        <message>
            <source>means</source>
            <extracomment>Under the means of payment of a promise</extracomment>
            <translation>moyen</translation>
        </message>
        <message>
            <source>Sign</source>
            <extracomment>A promise is signed on the screen, if the client agrees</extracomment>
            <translation>Signer</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>Signée</translation>
        </message>
        <message>
            <source>amount and day first</source>
            <translation>d’abord le montant et le jour</translation>
        </message>
        <message>
            <source>optional, gives a receipt</source>
            <translation>facultatif, donne un reçu</translation>
        </message>
        <message>
            <source>optional</source>
            <extracomment>Under "Sign", once it is</extracomment>
            <translation>facultatif</translation>
        </message>
        <message>
            <source>with a receipt</source>
            <translation>avec un reçu</translation>
        </message>
        <message>
            <source>The promise has changed: its signature was removed. Have it signed again.</source>
            <extracomment>What was signed has changed since</extracomment>
            <translation>La promesse a changé : sa signature a été effacée. Faites-la signer de nouveau.</translation>
        </message>
        <message>
            <source>Note</source>
            <extracomment>A note beside the promise, in the author's words</extracomment>
            <translation>Note</translation>
        </message>
        <message>
            <source>added</source>
            <extracomment>Under "Note", once there is one</extracomment>
            <translation>ajoutée</translation>
        </message>
        <message>
            <source>What was said besides</source>
            <translation>Ce qui a été dit en plus</translation>
        </message>
    </context>
    <context>
        <name>PromiseWords</name>
        <message>
            <source>To be sent</source>
            <translation>À envoyer</translation>
        </message>
        <message>
            <source>Promised today</source>
            <translation>Promis ce jour</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Ouverte</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>Tenue</translation>
        </message>
        <message>
            <source>Partially kept</source>
            <translation>Tenue en partie</translation>
        </message>
        <message>
            <source>Broken</source>
            <translation>Rompue</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>Retirée</translation>
        </message>
        <message>
            <source>Superseded</source>
            <translation>Remplacée</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>Sans objet</translation>
        </message>
        <message>
            <source>until %1</source>
            <extracomment>A promise is kept when the money is there by then. %1 is "01/12"</extracomment>
            <translation>jusqu’au %1</translation>
        </message>
        <message>
            <source>received on %1</source>
            <extracomment>%1 is the day the money came</extracomment>
            <translation>reçu le %1</translation>
        </message>
        <message>
            <source>paid late, on %1</source>
            <translation>payée en retard, le %1</translation>
        </message>
        <message>
            <source>nothing received</source>
            <translation>rien reçu</translation>
        </message>
        <message>
            <source>%1 received</source>
            <translation>%1 reçus</translation>
        </message>
    </context>
    <context>
        <name>PromisesPage</name>
        <message>
            <source>Promises</source>
            <translation>Promesses</translation>
        </message>
        <message>
            <source>Due · %1</source>
            <extracomment>Filter: promises for today, or before it and still awaited</extracomment>
            <translation>À recevoir · %1</translation>
        </message>
        <message>
            <source>Open · %1</source>
            <extracomment>Filter: promises still awaited</extracomment>
            <translation>Ouvertes · %1</translation>
        </message>
        <message>
            <source>Broken · %1</source>
            <extracomment>Filter: broken promises</extracomment>
            <translation>Rompues · %1</translation>
        </message>
        <message>
            <source>Kept · %1</source>
            <extracomment>Filter: promises that were kept</extracomment>
            <translation>Tenues · %1</translation>
        </message>
        <message>
            <source>The promises cannot be read</source>
            <translation>Les promesses ne peuvent pas être lues</translation>
        </message>
        <message>
            <source>No promise yet</source>
            <translation>Pas encore de promesse</translation>
        </message>
        <message>
            <source>No promise here</source>
            <translation>Aucune promesse ici</translation>
        </message>
        <message>
            <source>A promise is noted on the card of a client, in three taps.</source>
            <translation>Une promesse se note sur la fiche d’un client, en trois touches.</translation>
        </message>
        <message>
            <source>None is in this state today.</source>
            <translation>Aucune n’est dans cet état aujourd’hui.</translation>
        </message>
        <message>
            <source>Show all promises</source>
            <translation>Montrer toutes les promesses</translation>
        </message>
    </context>
    <context>
        <name>RankSheet</name>
        <message>
            <source>Why this order?</source>
            <translation>Pourquoi cet ordre ?</translation>
        </message>
        <message>
            <source>Each fact counts for points. The most points come first, then the greater amount to demand.</source>
            <translation>Chaque fait compte pour des points. Le plus de points vient d’abord, puis le montant à réclamer le plus élevé.</translation>
        </message>
        <message>
            <source>%1: %2 points</source>
            <extracomment>Spoken. %1 a fact about a client, %2 its points</extracomment>
            <translation>%1 : %2 points</translation>
        </message>
        <message>
            <source>A call back was agreed; nothing else counts.</source>
            <translation>Un rappel est convenu, rien d’autre ne compte.</translation>
        </message>
    </context>
    <context>
        <name>Receipt</name>
        <message>
            <source>On account: no invoice is named.</source>
            <translation>En acompte : aucune facture n’est nommée.</translation>
        </message>
        <message numerus="yes">
            <source>and %n other invoice(s)</source>
            <translation>
                <numerusform>et %n autre facture</numerusform>
                <numerusform>et %n autres factures</numerusform>
            </translation>
        </message>
        <message>
            <source>Receipt of a promise to pay</source>
            <extracomment>Title of the page a client receives</extracomment>
            <translation>Reçu de promesse de règlement</translation>
        </message>
        <message>
            <source>to be paid on %1, by this means: %2</source>
            <extracomment>On the receipt. %1 "Friday 27 November 2026", %2 "bank transfer"</extracomment>
            <translation>à régler le %1, par ce moyen : %2</translation>
        </message>
        <message>
            <source>Kept if the money is there on %1 in the evening.</source>
            <extracomment>On the receipt. %1 "1 December 2026"</extracomment>
            <translation>Tenue si l’argent est là le %1 au soir.</translation>
        </message>
        <message>
            <source>Signature of the client</source>
            <extracomment>On the receipt, above the signature. %1 a person</extracomment>
            <translation>Signature du client</translation>
        </message>
        <message>
            <source>Promised by %1</source>
            <translation>Promis par %1</translation>
        </message>
        <message>
            <source>Made on %1 at %2 by %3, %4.</source>
            <extracomment>On the receipt. %1 "23 November 2026", %2 "08:54", %3 who noted it, %4 their company</extracomment>
            <translation>Fait le %1 à %2 par %3, %4.</translation>
        </message>
        <message>
            <source>Signed by hand on the screen of the device (simple electronic signature). A promise is no payment: nothing was received with this page.</source>
            <extracomment>On the receipt, at its foot</extracomment>
            <translation>Signé à la main sur l’écran de l’appareil (signature électronique simple). Une promesse n’est pas un règlement : rien n’a été reçu avec cette page.</translation>
        </message>
        <message>
            <source>I promise to pay %1 on %2.</source>
            <extracomment>Read by the person who signs. %1 amount, %2 "27 November 2026"</extracomment>
            <translation>Je promets de régler %1 le %2.</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <extracomment>On the receipt of a promise. %1 an invoice, %2 what is promised for it: all of it</extracomment>
            <translation>%1 : %2</translation>
        </message>
        <message>
            <source>%1: %2 of %3</source>
            <extracomment>On the receipt of a promise. %1 an invoice, %2 what is promised for it, %3 what is left to pay</extracomment>
            <translation>%1 : %2 sur %3</translation>
        </message>
        <message>
            <source>on account: %1</source>
            <extracomment>On the receipt of a promise that is above what its invoices are worth. %1 amount</extracomment>
            <translation>en acompte : %1</translation>
        </message>
    </context>
    <context>
        <name>RemadeSheet</name>
        <message>
            <source>This file was damaged</source>
            <translation>Ce fichier était abîmé</translation>
        </message>
        <message>
            <source>The file in which this device keeps its data could not be read whole any more. It was made anew by itself.</source>
            <translation>Le fichier où cet appareil garde ses données ne se lisait plus en entier. Il a été refait tout seul.</translation>
        </message>
        <message numerus="yes">
            <source>Safe: what the centre had already, and what could be read of what you had noted: %n operation(s) wait to be sent.</source>
            <extracomment>What was noted and not sent when the file of the device was damaged</extracomment>
            <translation>
                <numerusform>À l’abri : ce que le centre avait déjà, et ce qui se lisait de vos notes : %n opération attend d’être envoyée.</numerusform>
                <numerusform>À l’abri : ce que le centre avait déjà, et ce qui se lisait de vos notes : %n opérations attendent d’être envoyées.</numerusform>
            </translation>
        </message>
        <message>
            <source>To do: synchronise, the amounts come back from the centre. Then look at what you noted since the last synchronisation: note again what is missing, and tell the office.</source>
            <translation>À faire : synchronisez, les montants reviennent du centre. Relisez ensuite ce que vous avez noté depuis la dernière synchronisation : notez de nouveau ce qui manque, et dites-le au bureau.</translation>
        </message>
        <message>
            <source>Understood</source>
            <translation>Compris</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Clear the search</source>
            <translation>Effacer la recherche</translation>
        </message>
    </context>
    <context>
        <name>SentenceRow</name>
        <message>
            <source>new</source>
            <extracomment>Spoken before a finding that has not been seen yet</extracomment>
            <translation>nouveau</translation>
        </message>
    </context>
    <context>
        <name>Sheet</name>
        <message>
            <source>Close</source>
            <extracomment>Spoken name of the cross of a sheet</extracomment>
            <translation>Fermer</translation>
        </message>
    </context>
    <context>
        <name>SignatureBox</name>
        <message>
            <source>Signature, empty</source>
            <extracomment>Spoken name of the place where one signs with a finger</extracomment>
            <translation>Signature, vide</translation>
        </message>
        <message>
            <source>Signature, drawn</source>
            <translation>Signature, tracée</translation>
        </message>
        <message>
            <source>Sign again</source>
            <extracomment>Rubs the signature out</extracomment>
            <translation>Signer de nouveau</translation>
        </message>
    </context>
    <context>
        <name>StandingPromiseSheet</name>
        <message>
            <source>Promise to pay</source>
            <translation>Promesse de règlement</translation>
        </message>
        <message>
            <source>Change the promise</source>
            <translation>Changer la promesse</translation>
        </message>
        <message>
            <source>amount, day, invoices, means</source>
            <extracomment>Under "Change the promise": what of it</extracomment>
            <translation>montant, jour, factures, moyen</translation>
        </message>
        <message>
            <source>Withdraw the promise</source>
            <translation>Retirer la promesse</translation>
        </message>
        <message>
            <source>it stays in the chronology</source>
            <extracomment>Under "Withdraw the promise"</extracomment>
            <translation>elle reste dans la chronologie</translation>
        </message>
        <message>
            <source>Withdrawn, it no longer counts: its amount may be demanded again. Why?</source>
            <extracomment>Before a promise is withdrawn: what that does</extracomment>
            <translation>Retirée, elle ne compte plus : son montant peut être réclamé de nouveau. Pourquoi ?</translation>
        </message>
        <message>
            <source>The client goes back on it</source>
            <extracomment>Why a promise is withdrawn</extracomment>
            <translation>Le client se dédit</translation>
        </message>
        <message>
            <source>It was noted by mistake</source>
            <extracomment>Why a promise is withdrawn</extracomment>
            <translation>Notée par erreur</translation>
        </message>
        <message>
            <source>Card of the client</source>
            <translation>Fiche du client</translation>
        </message>
    </context>
    <context>
        <name>SubPageBand</name>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
    </context>
    <context>
        <name>SyncBody</name>
        <message>
            <source>I have a new invitation</source>
            <extracomment>Nothing else makes the centre listen to this device again</extracomment>
            <translation>J’ai une nouvelle invitation</translation>
        </message>
        <message>
            <source>To be sent</source>
            <extracomment>What was noted on this device and has not reached the centre</extracomment>
            <translation>À envoyer</translation>
        </message>
        <message>
            <source>Send the documents now</source>
            <extracomment>Over a network that costs, because the person says so</extracomment>
            <translation>Envoyer les documents maintenant</translation>
        </message>
        <message>
            <source>What you note is encrypted on this device, never lost, sent once.</source>
            <translation>Ce que vous notez est chiffré sur cet appareil, jamais perdu, envoyé une seule fois.</translation>
        </message>
        <message>
            <source>Loading</source>
            <translation>Chargement</translation>
        </message>
        <message>
            <source>%1%</source>
            <extracomment>Progress; the blank before the sign is U+00A0 in French</extracomment>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>To be decided</source>
            <translation>À trancher</translation>
        </message>
        <message>
            <source>Waits for you</source>
            <extracomment>What the centre did not take as it was said</extracomment>
            <translation>À voir par vous</translation>
        </message>
        <message>
            <source>First loading</source>
            <translation>Premier chargement</translation>
        </message>
    </context>
    <context>
        <name>SyncButtons</name>
        <message>
            <source>Leave the log</source>
            <translation>Quitter le journal</translation>
        </message>
        <message>
            <source>See the log</source>
            <translation>Voir le journal</translation>
        </message>
        <message>
            <source>Synchronising…</source>
            <translation>Synchronisation…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>Synchronise now</source>
            <translation>Synchroniser maintenant</translation>
        </message>
    </context>
    <context>
        <name>SyncLog</name>
        <message>
            <source>Log</source>
            <extracomment>What was noted on this device and what became of it</extracomment>
            <translation>Journal</translation>
        </message>
        <message>
            <source>What you noted in the last thirty days and what became of it.</source>
            <translation>Ce que vous avez noté ces trente derniers jours, et ce qu’il en est.</translation>
        </message>
        <message>
            <source>What you note is listed here once it has an answer.</source>
            <translation>Ce que vous notez se lit ici une fois la réponse reçue.</translation>
        </message>
    </context>
    <context>
        <name>SyncPage</name>
        <message>
            <source>Synchronisation</source>
            <translation>Synchronisation</translation>
        </message>
    </context>
    <context>
        <name>SyncSheet</name>
        <message>
            <source>Synchronisation</source>
            <translation>Synchronisation</translation>
        </message>
    </context>
    <context>
        <name>Tick</name>
        <message>
            <source>Recorded here, to be sent</source>
            <extracomment>How far what somebody noted has come: on this device only</extracomment>
            <translation>Enregistré ici, à envoyer</translation>
        </message>
        <message>
            <source>Received by the centre</source>
            <translation>Reçu par le centre</translation>
        </message>
        <message>
            <source>In the file</source>
            <extracomment>Everybody who has the client sees it</extracomment>
            <translation>Intégré au dossier</translation>
        </message>
        <message>
            <source>To be looked at</source>
            <translation>À trancher</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>Refusé</translation>
        </message>
        <message>
            <source>Refused, then withdrawn</source>
            <translation>Refusé, puis retiré</translation>
        </message>
    </context>
    <context>
        <name>Toast</name>
        <message>
            <source>Undo</source>
            <extracomment>Button of a toast: takes back what was just done</extracomment>
            <translation>Annuler</translation>
        </message>
    </context>
    <context>
        <name>TodayBand</name>
        <message>
            <source>Overdue</source>
            <translation>Échu</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>To deal with, in this order</source>
            <translation>À traiter, dans cet ordre</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Pourquoi</translation>
        </message>
        <message>
            <source>Why this order?</source>
            <extracomment>Spoken, for "Why": opens the points of each rank</extracomment>
            <translation>Pourquoi cet ordre ?</translation>
        </message>
        <message>
            <source>The day cannot be read</source>
            <translation>La journée ne peut pas être lue</translation>
        </message>
        <message>
            <source>No client yet</source>
            <translation>Pas encore de client</translation>
        </message>
        <message>
            <source>Nothing left to deal with today</source>
            <translation>Plus rien à traiter aujourd’hui</translation>
        </message>
        <message>
            <source>Your clients come with the first synchronisation.</source>
            <translation>Vos clients arrivent avec la première synchronisation.</translation>
        </message>
        <message>
            <source>Synchronise</source>
            <translation>Synchroniser</translation>
        </message>
        <message>
            <source>Nobody here today</source>
            <translation>Personne ici aujourd’hui</translation>
        </message>
        <message>
            <source>No client of the day is in this count.</source>
            <translation>Aucun client du jour n’est dans ce compte.</translation>
        </message>
        <message>
            <source>Show the whole day</source>
            <translation>Montrer toute la journée</translation>
        </message>
        <message>
            <source>Visit brief</source>
            <translation>Fiche de visite</translation>
        </message>
        <message>
            <source>Visit brief of %1</source>
            <extracomment>Spoken. %1 is a client</extracomment>
            <translation>Fiche de visite de %1</translation>
        </message>
    </context>
    <context>
        <name>TrayRow</name>
        <message>
            <source>Correct</source>
            <extracomment>Opens the note or promise again as it was written, to be said otherwise</extracomment>
            <translation>Corriger</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>Trancher</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <extracomment>Of what was refused: it is not sent any more. And of what the office looks at: its author has read that</extracomment>
            <translation>Retirer</translation>
        </message>
        <message>
            <source>Understood</source>
            <translation>Compris</translation>
        </message>
    </context>
    <context>
        <name>TrialSheet</name>
        <message>
            <source>Try an order</source>
            <extracomment>Title of the sheet</extracomment>
            <translation>Simuler une commande</translation>
        </message>
        <message>
            <source>Amount of the order</source>
            <extracomment>Spoken name of the field of the amount</extracomment>
            <translation>Montant de la commande</translation>
        </message>
        <message>
            <source>Nothing is noted: this is a question.</source>
            <translation>Rien n’est noté : c’est une question.</translation>
        </message>
    </context>
    <context>
        <name>UnavailablePage</name>
        <message>
            <source>Encours cannot open</source>
            <translation>Encours ne peut pas s’ouvrir</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
    </context>
    <context>
        <name>Values</name>
        <message>
            <source>Not due</source>
            <extracomment>Legend of the staircase bar: amounts whose due day has not passed</extracomment>
            <translation>Non échu</translation>
        </message>
        <message>
            <source>1–30 d</source>
            <translation>1–30 j</translation>
        </message>
        <message>
            <source>31–60 d</source>
            <translation>31–60 j</translation>
        </message>
        <message>
            <source>61–90 d</source>
            <translation>61–90 j</translation>
        </message>
        <message>
            <source>&gt; 90 d</source>
            <translation>&gt; 90 j</translation>
        </message>
        <message>
            <source>unknown amount</source>
            <translation>montant inconnu</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <extracomment>Spoken: "1–30 d: 4275.60 euros"</extracomment>
            <translation>%1 : %2</translation>
        </message>
        <message>
            <source>credits to set off: %1</source>
            <translation>avoirs à imputer : %1</translation>
        </message>
    </context>
    <context>
        <name>VersionCard</name>
        <message>
            <source>Amount</source>
            <translation>Montant</translation>
        </message>
        <message>
            <source>For</source>
            <extracomment>Above the day of a promise</extracomment>
            <translation>Pour le</translation>
        </message>
    </context>
    <context>
        <name>VisitSheet</name>
        <message>
            <source>Postpone the visit</source>
            <extracomment>Title of the sheet: another day for a visit, or a day for a new one</extracomment>
            <translation>Reporter la visite</translation>
        </message>
        <message>
            <source>Plan a visit</source>
            <translation>Prévoir une visite</translation>
        </message>
        <message>
            <source>Which day?</source>
            <extracomment>Above the days one may choose for a visit</extracomment>
            <translation>Quel jour ?</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>My balance</source>
            <extracomment>Over the total of all clients of this person</extracomment>
            <translation>Mon encours</translation>
        </message>
        <message>
            <source>Welcome, %1</source>
            <extracomment>%1 is a first name</extracomment>
            <translation>Bienvenue, %1</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>Bienvenue</translation>
        </message>
        <message>
            <source>One minute on Wi-Fi, and your clients follow you everywhere, even without a network.</source>
            <translation>Une minute en Wi-Fi, et vos clients vous suivent partout, même sans réseau.</translation>
        </message>
        <message>
            <source>Account linked</source>
            <translation>Compte relié</translation>
        </message>
        <message>
            <source>Link this device</source>
            <translation>Relier cet appareil</translation>
        </message>
        <message>
            <source>With the invitation that the office gave you</source>
            <translation>Avec l’invitation donnée par le bureau</translation>
        </message>
        <message>
            <source>Code chosen</source>
            <translation>Code choisi</translation>
        </message>
        <message>
            <source>Choose a code</source>
            <translation>Choisir un code</translation>
        </message>
        <message>
            <source>The key stays on this device</source>
            <translation>La clé de chiffrement reste sur cet appareil</translation>
        </message>
        <message>
            <source>Load my clients</source>
            <translation>Charger mon portefeuille</translation>
        </message>
        <message>
            <source>Your clients, their invoices, your promises</source>
            <translation>Vos clients, leurs factures, vos promesses</translation>
        </message>
        <message>
            <source>encours://… invitation</source>
            <translation>invitation encours://…</translation>
        </message>
        <message>
            <source>%1%</source>
            <extracomment>Progress; the blank before the sign is U+00A0 in French</extracomment>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>Load now</source>
            <translation>Charger maintenant</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>Continuer</translation>
        </message>
        <message>
            <source>You receive your own clients only. The office sees what you note, never where you are.</source>
            <translation>Vous ne recevez que vos clients. Le bureau voit ce que vous notez, jamais où vous êtes.</translation>
        </message>
        <message>
            <source>Try with invented data</source>
            <translation>Essayer avec des données inventées</translation>
        </message>
        <message>
            <source>A firm that does not exist, apart from your own data. Nothing of it stays when you leave it.</source>
            <translation>Une entreprise qui n’existe pas, à part de vos données. Rien n’en reste quand vous la quittez.</translation>
        </message>
        <message>
            <source>Link this device again</source>
            <translation>Relier de nouveau cet appareil</translation>
        </message>
        <message>
            <source>Type a code</source>
            <translation>Saisir un code</translation>
        </message>
        <message>
            <source>Back to the code</source>
            <translation>Revenir au code</translation>
        </message>
    </context>
    <context>
        <name>WhySheet</name>
        <message>
            <source>Why this amount?</source>
            <translation>Pourquoi ce montant ?</translation>
        </message>
        <message>
            <source>To demand now</source>
            <translation>À réclamer maintenant</translation>
        </message>
        <message>
            <source>Beside it, for the delay</source>
            <translation>À côté, au titre du retard</translation>
        </message>
        <message>
            <source>The law grants it without any reminder; it is not in the amount above.</source>
            <translation>La loi les accorde sans aucun rappel ; le montant ci-dessus ne les contient pas.</translation>
        </message>
        <message>
            <source>To demand that day</source>
            <translation>À réclamer ce jour-là</translation>
        </message>
    </context>
    <context>
        <name>encours::app::BriefModel</name>
        <message>
            <source>Last promise: %1</source>
            <extracomment>%1 is "6,480.00 € for 16/11, broken"</extracomment>
            <translation>Dernière promesse : %1</translation>
        </message>
        <message numerus="yes">
            <source>instalment(s) at most</source>
            <extracomment>Under the number of instalments one may grant</extracomment>
            <translation>
                <numerusform>échéance au plus</numerusform>
                <numerusform>échéances au plus</numerusform>
            </translation>
        </message>
        <message>
            <source>until %1</source>
            <extracomment>Under "90 d". %1 is "21/02/2027"</extracomment>
            <translation>jusqu’au %1</translation>
        </message>
        <message numerus="yes">
            <source>down payment at least, within %n day(s)</source>
            <extracomment>Under an amount</extracomment>
            <translation>
                <numerusform>d’acompte au moins, sous %n jour</numerusform>
                <numerusform>d’acompte au moins, sous %n jours</numerusform>
            </translation>
        </message>
        <message>
            <source>For at most %1 of the invoices. Beyond it, a manager agrees.</source>
            <extracomment>%1 amount: what may be spread without asking</extracomment>
            <translation>Pour %1 de factures au plus. Au-delà : accord d’un responsable.</translation>
        </message>
    </context>
    <context>
        <name>encours::app::CallModel</name>
        <message>
            <source>Heard: %1</source>
            <extracomment>A note made in one tap after a call. %1 the cause heard, "oubli"</extracomment>
            <translation>Entendu : %1</translation>
        </message>
        <message>
            <source>Call noted. %1</source>
            <extracomment>Toast. %1 "Entendu : oubli"</extracomment>
            <translation>Appel noté. %1</translation>
        </message>
    </context>
    <context>
        <name>encours::app::ClientListModel</name>
        <message>
            <source>Promise broken</source>
            <translation>Promesse rompue</translation>
        </message>
        <message>
            <source>Promised today</source>
            <translation>Promis ce jour</translation>
        </message>
        <message>
            <source>Promised for %1</source>
            <extracomment>%1 is "27/11"</extracomment>
            <translation>Promis pour le %1</translation>
        </message>
        <message>
            <source>of %1</source>
            <extracomment>Under the overdue amount: of the whole balance</extracomment>
            <translation>sur %1</translation>
        </message>
        <message>
            <source>max. delay %1</source>
            <extracomment>The longest delay of this client. %1 is "88 d"</extracomment>
            <translation>retard max. %1</translation>
        </message>
        <message>
            <source>%1, %2, overdue %3 of %4. %5</source>
            <extracomment>Spoken row. %1 name, %2 city, %3 overdue, %4 balance, %5 badge and delay</extracomment>
            <translation>%1, %2, échu %3 sur %4. %5</translation>
        </message>
        <message numerus="yes">
            <source>%n client(s)</source>
            <translation>
                <numerusform>%n client</numerusform>
                <numerusform>%n clients</numerusform>
            </translation>
        </message>
        <message>
            <source>balance</source>
            <extracomment>Before a sum: of all balances, or of what is overdue</extracomment>
            <translation>encours</translation>
        </message>
        <message>
            <source>overdue</source>
            <translation>échu</translation>
        </message>
        <message>
            <source>Overdue, greatest first</source>
            <translation>Échu décroissant</translation>
        </message>
        <message>
            <source>Balance, greatest first</source>
            <translation>Encours décroissant</translation>
        </message>
        <message>
            <source>Longest delay first</source>
            <translation>Retard décroissant</translation>
        </message>
        <message>
            <source>By name</source>
            <translation>Par nom</translation>
        </message>
    </context>
    <context>
        <name>encours::app::ConflictModel</name>
        <message>
            <source>%1 of %2</source>
            <extracomment>Which of several contests is shown</extracomment>
            <translation>%1 sur %2</translation>
        </message>
        <message>
            <source>Decided: %1</source>
            <extracomment>Toast after a decision. %1 is what was chosen: "Keep both"</extracomment>
            <translation>Tranché : %1</translation>
        </message>
        <message>
            <source>It was sent already: the decision stands.</source>
            <translation>C’était déjà parti : la décision tient.</translation>
        </message>
    </context>
    <context>
        <name>encours::app::DisputeDraft</name>
        <message>
            <source>in dispute</source>
            <translation>en litige</translation>
        </message>
        <message>
            <source>left to pay %1</source>
            <extracomment>Beside "How much of it?": what is left to pay on the invoice</extracomment>
            <translation>reste dû %1</translation>
        </message>
        <message>
            <source>The amount contested leaves what is to be demanded at once.</source>
            <translation>Le montant contesté sort aussitôt de ce qui est à réclamer.</translation>
        </message>
        <message>
            <source>The amount contested leaves what is to be demanded at once; the office answers by %1.</source>
            <extracomment>%1 is "8 décembre"</extracomment>
            <translation>Le montant contesté sort aussitôt de ce qui est à réclamer ; le service y répond d’ici au %1.</translation>
        </message>
        <message>
            <source>Say why</source>
            <translation>Dites pourquoi</translation>
        </message>
        <message>
            <source>Say how much</source>
            <translation>Dites combien</translation>
        </message>
        <message>
            <source>Contest %1 of %2</source>
            <extracomment>The button repeats what it does. %1 amount, %2 number of the invoice</extracomment>
            <translation>Contester %1 de %2</translation>
        </message>
        <message>
            <source>Dispute noted: %1 of %2</source>
            <extracomment>Toast. %1 amount, %2 number of the invoice</extracomment>
            <translation>Litige noté : %1 de %2</translation>
        </message>
        <message>
            <source>More than what is left to pay on this invoice (%1).</source>
            <extracomment>Under the field of what is contested. %1 what is left to pay</extracomment>
            <translation>Plus que le reste dû de cette facture (%1).</translation>
        </message>
    </context>
    <context>
        <name>encours::app::DocumentsModel</name>
        <message>
            <source>PDF document</source>
            <translation>Document PDF</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Image</translation>
        </message>
        <message>
            <source>To be sent</source>
            <translation>À envoyer</translation>
        </message>
        <message>
            <source>At the office</source>
            <translation>Au bureau</translation>
        </message>
        <message>
            <source>added on %1 at %2 · %3 kB</source>
            <extracomment>A document. %1 "23/11", %2 "09:52", %3 kilobytes</extracomment>
            <translation>ajouté le %1 à %2 · %3 Ko</translation>
        </message>
        <message>
            <source>document_%1.%2</source>
            <extracomment>Name of the file of a copy; no blanks. %1 "2026-11-23", %2 its ending</extracomment>
            <translation>document_%1.%2</translation>
        </message>
        <message>
            <source>The copy is saved.</source>
            <translation>La copie est enregistrée.</translation>
        </message>
        <message>
            <source>The copy could not be made. The document is still here.</source>
            <translation>La copie n’a pas pu être faite. Le document est toujours ici.</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>added on %1 at %2 by %3</source>
            <extracomment>A document of another device. %1 "23/11", %2 "09:52", %3 a person</extracomment>
            <translation>ajouté le %1 à %2 par %3</translation>
        </message>
        <message>
            <source>A PDF is not shown here. Save a copy to open it; the office has it once it is sent.</source>
            <translation>Un PDF ne s’affiche pas ici. Enregistrez-en une copie pour l’ouvrir ; le bureau l’a dès qu’il est envoyé.</translation>
        </message>
        <message>
            <source>On its way</source>
            <extracomment>Of a document of somebody else, which this device is receiving</extracomment>
            <translation>En chemin</translation>
        </message>
        <message>
            <source>Comes with the network</source>
            <extracomment>Of a document of somebody else that was asked for without a network</extracomment>
            <translation>Arrive au retour du réseau</translation>
        </message>
        <message>
            <source>Did not arrive</source>
            <extracomment>Of a document of somebody else that could not be had</extracomment>
            <translation>Pas arrivé</translation>
        </message>
        <message>
            <source>To be fetched</source>
            <extracomment>Of a document of somebody else: it is not on this device, opening it fetches it</extracomment>
            <translation>À récupérer</translation>
        </message>
        <message>
            <source>The document is on its way from the centre into the vault of this device.</source>
            <translation>Le document est en chemin, du centre vers le coffre de cet appareil.</translation>
        </message>
        <message>
            <source>Offline: the document arrives by itself when the network is back. Everything else stays usable.</source>
            <translation>Hors ligne : le document arrivera tout seul au retour du réseau. Tout le reste est utilisable.</translation>
        </message>
    </context>
    <context>
        <name>encours::app::LockModel</name>
        <message numerus="yes">
            <source>after %n minute(s) without a touch</source>
            <extracomment>When the device locks itself</extracomment>
            <translation>
                <numerusform>après %n minute sans un geste</numerusform>
                <numerusform>après %n minutes sans un geste</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>encours::app::LookModel</name>
        <message>
            <source>as the system</source>
            <translation>comme le système</translation>
        </message>
        <message>
            <source>light</source>
            <translation>clair</translation>
        </message>
        <message>
            <source>dark</source>
            <translation>sombre</translation>
        </message>
        <message>
            <source>%1, text %2%</source>
            <extracomment>How the app looks. %1 "light", %2 a size of text in percent; the blank before the sign is U+00A0 in French</extracomment>
            <translation>%1, texte à %2 %</translation>
        </message>
    </context>
    <context>
        <name>encours::app::NoteDraft</name>
        <message>
            <source>Noted for %1</source>
            <translation>Noté pour %1</translation>
        </message>
        <message>
            <source>Reports the visit planned for %1.</source>
            <extracomment>This note reports a visit that was planned. %1 is "23/11"</extracomment>
            <translation>Rend compte de la visite prévue pour le %1.</translation>
        </message>
    </context>
    <context>
        <name>encours::app::OrderDraft</name>
        <message>
            <source>Write the amount of the order.</source>
            <translation>Indiquez le montant de la commande.</translation>
        </message>
        <message>
            <source>Yes: an order of %1 may be taken on credit.</source>
            <extracomment>Answer to an order on credit. %1 amount</extracomment>
            <translation>Oui : une commande de %1 peut être prise à crédit.</translation>
        </message>
        <message>
            <source>An order of %1 only with %2 paid in advance or guaranteed.</source>
            <extracomment>%1 amount, %2 amount</extracomment>
            <translation>Une commande de %1 seulement avec %2 d’acompte ou de garantie.</translation>
        </message>
        <message>
            <source>An order of %1 may be taken, with care.</source>
            <translation>Une commande de %1 peut être prise, avec prudence.</translation>
        </message>
        <message>
            <source>No: an order of %1 is not to be taken on credit.</source>
            <translation>Non : une commande de %1 n’est pas à prendre à crédit.</translation>
        </message>
    </context>
    <context>
        <name>encours::app::PlanDraft</name>
        <message>
            <source>Short of cash for a time</source>
            <extracomment>Why a payment plan is asked for, as offered; it can be written otherwise</extracomment>
            <translation>Difficulté de trésorerie passagère</translation>
        </message>
        <message>
            <source>%1 to spread</source>
            <extracomment>Beside "How many instalments?": what the plan spreads</extracomment>
            <translation>%1 à étaler</translation>
        </message>
        <message>
            <source>Choose invoices</source>
            <translation>Choisissez des factures</translation>
        </message>
        <message>
            <source>Say how much</source>
            <translation>Dites combien</translation>
        </message>
        <message numerus="yes">
            <source>Grant %1 in %n instalment(s)</source>
            <extracomment>The button repeats what it does. %1 amount, %n instalments</extracomment>
            <translation>
                <numerusform>Accorder %1 en %n échéance</numerusform>
                <numerusform>Accorder %1 en %n échéances</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Ask for %1 in %n instalment(s)</source>
            <extracomment>As above; a manager has to approve it</extracomment>
            <translation>
                <numerusform>Demander %1 en %n échéance</numerusform>
                <numerusform>Demander %1 en %n échéances</numerusform>
            </translation>
        </message>
        <message>
            <source>Plan of %1 sent for approval</source>
            <extracomment>Toast. %1 amount</extracomment>
            <translation>Échéancier de %1 envoyé pour accord</translation>
        </message>
        <message>
            <source>Plan of %1 granted; %2 has to sign it</source>
            <translation>Échéancier de %1 accordé ; %2 doit le signer</translation>
        </message>
    </context>
    <context>
        <name>encours::app::PromiseDraft</name>
        <message>
            <source>%1 · said by %2</source>
            <extracomment>Subtitle of the promise. %1 client, %2 person with role</extracomment>
            <translation>%1 · dit par %2</translation>
        </message>
        <message>
            <source>promise no. %1</source>
            <extracomment>This would be the Nth promise on this invoice. In French "2e promesse"</extracomment>
            <translation>promesse n° %1</translation>
        </message>
        <message>
            <source>%1 · %2 in dispute taken off</source>
            <extracomment>Of an invoice. %1 "40 j", %2 the amount in dispute, which is not asked for</extracomment>
            <translation>%1 · litige de %2 déduit</translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <extracomment>Beside "Which invoices?"</extracomment>
            <translation>
                <numerusform>%n échue</numerusform>
                <numerusform>%n échues</numerusform>
            </translation>
        </message>
        <message>
            <source>Two business days of grace are added to the day.</source>
            <translation>Deux jours ouvrés de tolérance s’ajoutent au jour.</translation>
        </message>
        <message>
            <source>Kept if the money is there on %1 in the evening</source>
            <extracomment>The rule of the grace as a date. %1 is "1er décembre"</extracomment>
            <translation>Tenue si l’argent est là le %1 au soir</translation>
        </message>
        <message>
            <source>left to pay %1</source>
            <extracomment>Beside "How much?": what is left to pay on the chosen invoices</extracomment>
            <translation>reste dû %1</translation>
        </message>
        <message>
            <source>undisputed %1</source>
            <extracomment>Beside "How much?": what is left to pay on the chosen invoices, what is in dispute taken off</extracomment>
            <translation>hors litige %1</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>Inconnu</translation>
        </message>
        <message>
            <source>Bank transfer</source>
            <translation>Virement</translation>
        </message>
        <message>
            <source>Cheque</source>
            <translation>Chèque</translation>
        </message>
        <message>
            <source>Bill of exchange</source>
            <translation>Effet de commerce</translation>
        </message>
        <message>
            <source>Direct debit</source>
            <translation>Prélèvement</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>Carte</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>Espèces</translation>
        </message>
        <message>
            <source>Say how much</source>
            <translation>Dites combien</translation>
        </message>
        <message>
            <source>Choose a day</source>
            <translation>Choisissez un jour</translation>
        </message>
        <message>
            <source>Save %1 for %2</source>
            <extracomment>The button repeats what it does. %1 amount, %2 "27 novembre"</extracomment>
            <translation>Enregistrer %1 pour le %2</translation>
        </message>
        <message>
            <source>Promise noted: %1 for %2</source>
            <extracomment>Toast. %1 amount, %2 "27 novembre"</extracomment>
            <translation>Promesse notée : %1 pour le %2</translation>
        </message>
        <message>
            <source>Change to %1 for %2</source>
            <extracomment>The button repeats what it does. %1 amount, %2 "27 novembre"</extracomment>
            <translation>Changer : %1 pour le %2</translation>
        </message>
        <message>
            <source>Promise changed: %1 for %2</source>
            <extracomment>Toast. %1 amount, %2 "27 novembre"</extracomment>
            <translation>Promesse changée : %1 pour le %2</translation>
        </message>
        <message>
            <source>Promise noted and signed: %1 for %2</source>
            <extracomment>Toast. %1 amount, %2 "27 novembre"</extracomment>
            <translation>Promesse notée et signée : %1 pour le %2</translation>
        </message>
        <message>
            <source>More than what is left to pay on the chosen invoices outside their disputes (%1).</source>
            <translation>Plus que le reste dû des factures choisies, hors litige (%1).</translation>
        </message>
        <message>
            <source>More than what is left to pay on the chosen invoices (%1).</source>
            <extracomment>Under the amount of a promise, which may be saved all the same. %1 what is left to pay on the chosen invoices</extracomment>
            <translation>Plus que le reste dû des factures choisies (%1).</translation>
        </message>
    </context>
    <context>
        <name>encours::app::PromiseListModel</name>
        <message>
            <source>for %1</source>
            <extracomment>The day of a promise. %1 is "27/11"</extracomment>
            <translation>pour le %1</translation>
        </message>
        <message>
            <source>%1, %2 for %3. %4</source>
            <extracomment>Spoken promise. %1 client, %2 amount, %3 "Friday 27 November", %4 its state and detail</extracomment>
            <translation>%1, %2 pour %3. %4</translation>
        </message>
        <message numerus="yes">
            <source>%n promise(s)</source>
            <translation>
                <numerusform>%n promesse</numerusform>
                <numerusform>%n promesses</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>encours::app::Session</name>
        <message>
            <source>updating…</source>
            <extracomment>Stamp while the device exchanges with the centre</extracomment>
            <translation>mise à jour…</translation>
        </message>
        <message>
            <source>never synchronised</source>
            <extracomment>Stamp of a device that has no figures yet</extracomment>
            <translation>jamais synchronisé</translation>
        </message>
        <message>
            <source>%1 at %2</source>
            <extracomment>Stamp: how fresh the figures are. %1 is "23/11", %2 is "08:14"; all blanks are U+00A0 but one</extracomment>
            <translation>au %1 à %2</translation>
        </message>
        <message>
            <source>figures of %1 at %2</source>
            <extracomment>Spoken stamp. %1 is "23 November", %2 is "08:14"</extracomment>
            <translation>données du %1 à %2</translation>
        </message>
        <message numerus="yes">
            <source>%1 · %n day(s)</source>
            <extracomment>Stamp of old figures. %1 is "20/11"</extracomment>
            <translation>
                <numerusform>au %1 · %n jour</numerusform>
                <numerusform>au %1 · %n jours</numerusform>
            </translation>
        </message>
        <message>
            <source> · offline</source>
            <extracomment>Appended to the stamp. Offline is normal, not an error</extracomment>
            <translation> · hors ligne</translation>
        </message>
        <message>
            <source>, offline</source>
            <translation>, hors ligne</translation>
        </message>
    </context>
    <context>
        <name>encours::app::StandingPromise</name>
        <message>
            <source>for %1</source>
            <extracomment>The day of a promise. %1 is "Friday 27 November"</extracomment>
            <translation>pour le %1</translation>
        </message>
        <message>
            <source>on account</source>
            <translation>en acompte</translation>
        </message>
        <message>
            <source>noted on %1 by %2</source>
            <extracomment>Of a promise. %1 is "12/11", %2 a person</extracomment>
            <translation>notée le %1 par %2</translation>
        </message>
        <message>
            <source>Promise withdrawn: %1 for %2</source>
            <extracomment>Toast. %1 amount, %2 "27 novembre"</extracomment>
            <translation>Promesse retirée : %1 pour le %2</translation>
        </message>
        <message>
            <source>signed receipt in the documents</source>
            <translation>reçu signé dans les documents</translation>
        </message>
    </context>
    <context>
        <name>encours::app::SyncModel</name>
        <message>
            <source>This device's clock is ahead: it says %1, the centre's said %2 at the last contact. Nothing is lost, but days late may be wrong: set the clock.</source>
            <extracomment>%1 and %2 are "23/11 08:14" or "23/11/2027 08:14"</extracomment>
            <translation>L’horloge de cet appareil avance : elle dit %1, celle du centre disait %2 au dernier contact. Rien n’est perdu, mais les retards peuvent être faux : mettez-la à l’heure.</translation>
        </message>
        <message>
            <source>This device's clock is behind: it says %1, the centre's said %2 at the last contact. Nothing is lost, but days late may be wrong: set the clock.</source>
            <translation>L’horloge de cet appareil retarde : elle dit %1, celle du centre disait %2 au dernier contact. Rien n’est perdu, mais les retards peuvent être faux : mettez-la à l’heure.</translation>
        </message>
        <message>
            <source>The centre refuses this device</source>
            <translation>Le centre refuse cet appareil</translation>
        </message>
        <message>
            <source>Everything is sent.</source>
            <translation>Tout est envoyé.</translation>
        </message>
        <message>
            <source>Synchronising…</source>
            <translation>Synchronisation…</translation>
        </message>
        <message>
            <source>Up to date</source>
            <translation>À jour</translation>
        </message>
        <message>
            <source>Offline since %1</source>
            <extracomment>%1 is "08:31"</extracomment>
            <translation>Hors ligne depuis %1</translation>
        </message>
        <message>
            <source>Not connected yet</source>
            <translation>Pas encore connecté</translation>
        </message>
        <message>
            <source>Never synchronised</source>
            <translation>Jamais synchronisé</translation>
        </message>
        <message>
            <source>Part of your clients is on this device; the others come with the rest of the first loading.</source>
            <translation>Une partie de vos clients est sur cet appareil ; les autres viennent avec la suite du premier chargement.</translation>
        </message>
        <message>
            <source>No amount is on this device yet.</source>
            <translation>Aucun montant n’est encore sur cet appareil.</translation>
        </message>
        <message>
            <source>Your amounts are of %1 at %2.</source>
            <extracomment>%1 is "23/11", %2 is "08:14"</extracomment>
            <translation>Vos montants datent du %1 à %2.</translation>
        </message>
        <message>
            <source>Everything stays usable.</source>
            <translation>Tout reste utilisable.</translation>
        </message>
        <message>
            <source>Accounting through %1, bank through %2.</source>
            <extracomment>%1 and %2 are days: how far the accounting and the bank are known</extracomment>
            <translation>Comptabilité jusqu’au %1, banque jusqu’au %2.</translation>
        </message>
        <message>
            <source>nothing waits</source>
            <translation>rien n’attend</translation>
        </message>
        <message numerus="yes">
            <source>%n operation(s), in this order</source>
            <translation>
                <numerusform>%n opération</numerusform>
                <numerusform>%n opérations, dans cet ordre</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) wait for a network without charge. What you noted is not held back.</source>
            <extracomment>The network of a mobile data plan holds them back</extracomment>
            <translation>
                <numerusform>%n document attend un réseau sans surcoût. Ce que vous avez noté n’est pas retenu.</numerusform>
                <numerusform>%n documents attendent un réseau sans surcoût. Ce que vous avez noté n’est pas retenu.</numerusform>
            </translation>
        </message>
        <message>
            <source>%L1 clients of %L2</source>
            <extracomment>First loading: %L1 clients of %L2, with their separators of thousands</extracomment>
            <translation>%L1 clients sur %L2</translation>
        </message>
        <message numerus="yes">
            <source>%n contest(s): both versions are kept</source>
            <extracomment>How many pairs of values wait for somebody to say which one counts</extracomment>
            <translation>
                <numerusform>%n à trancher, les deux versions sont gardées</numerusform>
                <numerusform>%n à trancher, les deux versions sont gardées</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing to decide</source>
            <translation>Rien à trancher</translation>
        </message>
        <message>
            <source>Withdrawn: it will not be sent.</source>
            <translation>Retiré : ce ne sera pas envoyé.</translation>
        </message>
        <message>
            <source>Read: the centre keeps it.</source>
            <translation>Lu : le centre le garde.</translation>
        </message>
        <message>
            <source>Next try at %1.</source>
            <extracomment>After a failure. %1 is &quot;10:42&quot;</extracomment>
            <translation>Prochain essai à %1.</translation>
        </message>
        <message>
            <source>paused, offline</source>
            <extracomment>Of the first loading</extracomment>
            <translation>en pause, hors ligne</translation>
        </message>
        <message>
            <source>It does not try again by itself. Nothing is lost.</source>
            <translation>Plus d’essai automatique. Rien n’est perdu.</translation>
        </message>
        <message>
            <source>Balance, open invoices</source>
            <extracomment>Part of the first loading</extracomment>
            <translation>Encours, factures ouvertes</translation>
        </message>
        <message numerus="yes">
            <source>%Ln invoice(s)</source>
            <translation>
                <numerusform>%Ln facture</numerusform>
                <numerusform>%Ln factures</numerusform>
            </translation>
        </message>
        <message>
            <source>Contacts, promises, disputes</source>
            <extracomment>Part of the first loading</extracomment>
            <translation>Contacts, promesses, litiges</translation>
        </message>
        <message>
            <source>complete</source>
            <extracomment>How many contacts, promises and disputes have come</extracomment>
            <translation>complet</translation>
        </message>
        <message numerus="yes">
            <source>%Ln so far</source>
            <translation>
                <numerusform>%Ln jusqu’ici</numerusform>
                <numerusform>%Ln jusqu’ici</numerusform>
            </translation>
        </message>
        <message>
            <source>History of payments</source>
            <extracomment>Part of the first loading: settled invoices and receipts</extracomment>
            <translation>Historique des paiements</translation>
        </message>
        <message numerus="yes">
            <source>%Ln document(s)</source>
            <translation>
                <numerusform>%Ln pièce</numerusform>
                <numerusform>%Ln pièces</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>encours::app::TodayModel</name>
        <message numerus="yes">
            <source>My balance, %n client(s)</source>
            <extracomment>Above the balance of the portfolio of a salesperson</extracomment>
            <translation>
                <numerusform>Mon encours, %n client</numerusform>
                <numerusform>Mon encours, %n clients</numerusform>
            </translation>
        </message>
        <message>
            <source>My balance</source>
            <translation>Mon encours</translation>
        </message>
        <message>
            <source>%1%</source>
            <extracomment>Share of the balance that is overdue; the blank before the sign is U+00A0 in French</extracomment>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>&gt; 90 d %1</source>
            <extracomment>What is more than 90 days late</extracomment>
            <translation>&gt; 90 j %1</translation>
        </message>
        <message>
            <source>%1 %2 %3</source>
            <extracomment>Spoken counter of the day. %1 count, %2 and %3 its two lines</extracomment>
            <translation>%1 %2 %3</translation>
        </message>
        <message numerus="yes">
            <source>call(s)</source>
            <extracomment>Counter of the day, first line; the second is "to return"</extracomment>
            <translation>
                <numerusform>rappel</numerusform>
                <numerusform>rappels</numerusform>
            </translation>
        </message>
        <message>
            <source>to return</source>
            <extracomment>Counter of the day, second line, after "calls"</extracomment>
            <translation>à faire</translation>
        </message>
        <message>
            <source>expected</source>
            <extracomment>Counter of the day: promises for today; their sum follows</extracomment>
            <translation>à recevoir</translation>
        </message>
        <message numerus="yes">
            <source>broken (promises)</source>
            <extracomment>Counter of the day: broken promises; what they lack follows</extracomment>
            <translation>
                <numerusform>rompue</numerusform>
                <numerusform>rompues</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>anomaly(ies)</source>
            <extracomment>Counter of the day, first line; the second is "new"</extracomment>
            <translation>
                <numerusform>anomalie</numerusform>
                <numerusform>anomalies</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>visit(s)</source>
            <extracomment>Counter of the day, first line; the second is "planned"</extracomment>
            <translation>
                <numerusform>visite</numerusform>
                <numerusform>visites</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>planned (visits)</source>
            <extracomment>Counter of the day, second line, after "visits"</extracomment>
            <translation>
                <numerusform>prévue</numerusform>
                <numerusform>prévues</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>new (anomalies)</source>
            <extracomment>Counter of the day, second line, after "anomalies"</extracomment>
            <translation>
                <numerusform>nouvelle</numerusform>
                <numerusform>nouvelles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Then %Ln more client(s): all of them are under Clients.</source>
            <extracomment>At the end of a long list of the day</extracomment>
            <translation>
                <numerusform>Puis %Ln autre client : tous sont sous Clients.</numerusform>
                <numerusform>Puis %Ln autres clients : tous sont sous Clients.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>encours::app::VaultModel</name>
        <message>
            <source>No amount is on this device yet.</source>
            <translation>Aucun montant n’est encore sur cet appareil.</translation>
        </message>
        <message>
            <source>The amounts of this device are being brought up to date.</source>
            <translation>Les montants de cet appareil sont mis à jour.</translation>
        </message>
        <message>
            <source>The amounts on this device cannot be read without its key.</source>
            <translation>Les montants de cet appareil ne peuvent pas être lus sans sa clé.</translation>
        </message>
        <message>
            <source>Your amounts are kept on this device. They show again once it is linked.</source>
            <translation>Vos montants sont gardés sur cet appareil. Ils s’affichent de nouveau une fois qu’il est relié.</translation>
        </message>
        <message>
            <source>The two codes are not the same. Choose again.</source>
            <translation>Les deux codes ne sont pas les mêmes. Choisissez de nouveau.</translation>
        </message>
        <message>
            <source>Too many wrong codes. Your work is safe.</source>
            <extracomment>After a wrong code. %n tries are left before a wait</extracomment>
            <translation>Trop de codes faux. Votre travail est à l’abri.</translation>
        </message>
        <message numerus="yes">
            <source>Wrong code, %n try(s) left</source>
            <translation>
                <numerusform>Code faux, %n essai restant</numerusform>
                <numerusform>Code faux, %n essais restants</numerusform>
            </translation>
        </message>
        <message>
            <source>The centre cannot be reached, and this device is not linked yet. Your invitation has not served: find the network, then continue.</source>
            <translation>Le centre est injoignable, et cet appareil n’est pas encore relié. Votre invitation n’a pas servi : retrouvez le réseau, puis continuez.</translation>
        </message>
        <message>
            <source>Your code is changed.</source>
            <extracomment>After the code of the device was changed</extracomment>
            <translation>Votre code est changé.</translation>
        </message>
        <message>
            <source>Everything you noted here was sent.</source>
            <translation>Tout ce que vous avez noté ici a été envoyé.</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) that you noted wait here. They are kept, and go to the centre when this device is linked again.</source>
            <translation>
                <numerusform>%n chose que vous avez notée attend ici. Elle est gardée et partira au centre quand cet appareil sera de nouveau relié.</numerusform>
                <numerusform>%n choses que vous avez notées attendent ici. Elles sont gardées et partiront au centre quand cet appareil sera de nouveau relié.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing that was not sent could be read on this device any more.</source>
            <translation>Rien de ce qui n’était pas envoyé n’a pu être lu sur cet appareil.</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) that you noted could be read and wait here. They are kept, and go to the centre when this device is linked again.</source>
            <translation>
                <numerusform>%n chose que vous avez notée a pu être lue et attend ici. Elle est gardée et partira au centre quand cet appareil sera de nouveau relié.</numerusform>
                <numerusform>%n choses que vous avez notées ont pu être lues et attendent ici. Elles sont gardées et partiront au centre quand cet appareil sera de nouveau relié.</numerusform>
            </translation>
        </message>
        <message>
            <source>What was noted here and not sent yet cannot be read without its key. Nothing is erased: the old files are put aside on this device. Ask the office before you go on.</source>
            <translation>Ce qui était noté ici sans être encore envoyé ne peut pas être lu sans sa clé. Rien n’est effacé : les anciens fichiers sont mis de côté sur cet appareil. Demandez au bureau avant de continuer.</translation>
        </message>
    </context>
    <context>
        <name>encours::app::VisitDraft</name>
        <message>
            <source>Planned for %1.</source>
            <extracomment>Of a visit. %1 is "23/11"</extracomment>
            <translation>Prévue pour le %1.</translation>
        </message>
        <message>
            <source>Choose a day</source>
            <translation>Choisissez un jour</translation>
        </message>
        <message>
            <source>Choose another day</source>
            <translation>Choisissez un autre jour</translation>
        </message>
        <message>
            <source>Plan for %1</source>
            <extracomment>The button repeats what it does. %1 is "Friday 27 November"</extracomment>
            <translation>Prévoir pour le %1</translation>
        </message>
        <message>
            <source>Postpone to %1</source>
            <extracomment>The button repeats what it does: a visit. %1 is "Friday 27 November"</extracomment>
            <translation>Reporter au %1</translation>
        </message>
        <message>
            <source>Visit to %1 postponed to %2</source>
            <extracomment>Toast. %1 client, %2 is "27/11"</extracomment>
            <translation>Visite chez %1 reportée au %2</translation>
        </message>
        <message>
            <source>Visit to %1 planned for %2</source>
            <extracomment>Toast. %1 client, %2 is "27/11"</extracomment>
            <translation>Visite chez %1 prévue pour le %2</translation>
        </message>
    </context>
    <context>
        <name>encours::app::WhyModel</name>
        <message>
            <source>Interest for late payment</source>
            <translation>Intérêts de retard</translation>
        </message>
        <message>
            <source>Interest for late payment, at least</source>
            <translation>Intérêts de retard, au moins</translation>
        </message>
        <message>
            <source>From the day after the due day to the day the money is there, at the rate of the ECB plus ten points unless your terms say another (Code de commerce art. L441-10 II).</source>
            <translation>Du lendemain de l’échéance au jour du paiement, au taux de la BCE plus dix points si vos conditions n’en disent pas un autre (C. com. art. L441-10 II).</translation>
        </message>
        <message>
            <source>Fixed recovery indemnity</source>
            <translation>Indemnité forfaitaire de recouvrement</translation>
        </message>
        <message>
            <source>Once for each invoice paid late (Code de commerce art. D441-5).</source>
            <translation>Une fois par facture payée en retard (C. com. art. D441-5).</translation>
        </message>
        <message>
            <source>Receipts known through %1.</source>
            <extracomment>%1 is "20/11"</extracomment>
            <translation>Règlements connus jusqu’au %1.</translation>
        </message>
    </context>
    <context>
        <name>encours::app::AmountDraft</name>
        <message>
            <source>Say how much, more than zero.</source>
            <translation>Dites combien, plus que zéro.</translation>
        </message>
        <message>
            <source>An amount is more than zero.</source>
            <translation>Un montant est plus grand que zéro.</translation>
        </message>
        <message>
            <source>This is no amount. Write it with two decimals at most, as %1.</source>
            <extracomment>Under the field of an amount that cannot be read. %1 is an example, "1 234,56"</extracomment>
            <translation>Ce n’est pas un montant. Écrivez-le avec deux décimales au plus, comme %1.</translation>
        </message>
    </context>
    <context>
        <name>CompactBand</name>
        <message>
            <source>Back to the clients</source>
            <translation>Retour aux clients</translation>
        </message>
    </context>
    <context>
        <name>DemonstrationBanner</name>
        <message>
            <source>Demonstration: all is invented, nothing is sent. Code %1</source>
            <extracomment>Above every page of the demonstration. %1 is its code, which is no secret</extracomment>
            <translation>Démonstration : tout est inventé, rien n’est envoyé. Code %1</translation>
        </message>
        <message>
            <source>Leave and erase</source>
            <extracomment>Leaves the demonstration; nothing of it stays</extracomment>
            <translation>Quitter et effacer</translation>
        </message>
    </context>
</TS>
