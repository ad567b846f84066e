// SPDX-License-Identifier: Apache-2.0
// Centre: promises, disputes and watched facts that another system knows (intake/agreement_files.h). A file is taken
// whole or not at all; what is known already is not written again. A client that is not known refuses the file.
#pragma once

#include "intake/agreement_files.h"
#include "usecases/office.h"

#include <map>
#include <set>

namespace encours::usecases {

struct AgreementsImportReport {
    struct Total {
        std::int64_t lines = 0;
        Money amount;
    };

    intake::IntakeStatus status = intake::IntakeStatus::Refused; ///< Refused: nothing was written
    std::string message;
    intake::Findings errors;
    intake::Findings warnings;
    bool changed = false; ///< false: all this was known already
    std::int64_t rows = 0;
    int added = 0;
    int updated = 0;
    Currency currency; ///< of the company
    std::map<Currency, Total> totals;
    std::set<std::string> clients; ///< keys
};

/// A promise without a reference is known by what it says. One imported again keeps how it ended.
Result<AgreementsImportReport> importPromises(Office& office, const intake::ByteSource& source,
                                              const std::string& fileName, bool dryRun = false);
/// A dispute imported again gets the steps it did not have. What the rules of disputes refuse (domain/agreements)
/// refuses the file; an invoice paid or disputed already is a warning.
Result<AgreementsImportReport> importDisputes(Office& office, const intake::ByteSource& source,
                                              const std::string& fileName, bool dryRun = false);
Result<AgreementsImportReport> importWatchFacts(Office& office, const intake::ByteSource& source,
                                                const std::string& fileName, bool dryRun = false);

} // namespace encours::usecases
