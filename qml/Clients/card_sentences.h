// SPDX-License-Identifier: Apache-2.0
// From the card of a client to the lines of its screen. Pure.
#pragma once

#include "qml/Clients/card_values.h"
#include "usecases/open_client.h"

#include <QList>
#include <QString>

namespace encours::app {

QList<InvoiceValue> invoiceLines(const usecases::ClientCard& card); ///< open ones, oldest due first
bool isTold(const Anomaly& anomaly);                                ///< has a line among the findings
QList<SentenceValue> findings(const usecases::ClientCard& card);    ///< what is wrong, gravest first, then what is good
QList<ClockValue> clockLines(const usecases::ClientCard& card);     ///< today, then the nearest ones, by day
QList<SentenceValue> promiseLines(const usecases::ClientCard& card);
QList<SentenceValue> timelineLines(const usecases::ClientCard& card);
/// "échu 20 068,00 €", "− promis 6 480,00 €": the terms of the amount to demand that are not zero.
QStringList equationTerms(const Collectible& collectible);
QString methodName(PaymentMethod method); ///< empty when unknown

} // namespace encours::app
