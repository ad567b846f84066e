// SPDX-License-Identifier: Apache-2.0
// The receipt of a promise: one A5 page in the language of the screen, with what was promised, by whom, and the signature.
#pragma once

#include "base/instant.h"
#include "base/money.h"
#include "qml/Agreements/draft_values.h"

#include <QByteArray>

#include <vector>

namespace encours::app {

struct PromiseReceipt {
    struct Invoice {
        QString number;
        Money residual;
        Money promised; ///< of it
    };
    /// Shares the amount out among them, the one due first before the others: first what is not disputed of each.
    struct Share {
        Day due;
        Money undisputed;
        Money residual;
    };
    static std::vector<Money> sharesOf(Money amount, const std::vector<Share>& invoices);

    QString company; ///< to which it was promised
    QString client;
    QString city;                  ///< may be empty
    std::vector<Invoice> invoices; ///< none = on account
    Money amount;
    Day promisedFor;
    Day windowEnd; ///< it is kept if the money is there by then
    QString method;
    QString person; ///< who promised; may be empty
    SignatureValue signature;
    Instant madeAt;
    QString author;
};

/// PDF/A-1b, its fonts inside, some tens of kilobytes. GUI thread; some 30 ms.
QByteArray receiptPdf(const PromiseReceipt& receipt);
/// What the person who signs reads above the signature: the amount and the day.
QString receiptStatement(Money amount, Day promisedFor);

} // namespace encours::app
