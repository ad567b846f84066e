// SPDX-License-Identifier: Apache-2.0
// Centre, inside the imports that bring lines: the lines of an accepted file, in memory (about 300 bytes each).
#pragma once

#include "domain/ledger/client.h"
#include "domain/ledger/replacement.h"
#include "store/random.h"

#include <string>
#include <vector>

namespace encours::usecases {

struct IncomingLine {
    std::size_t client; ///< index in IncomingFile::clients
    LedgerEntry entry;
    LineFingerprint fingerprint;
};

struct IncomingClient {
    std::string key;
    std::string name; ///< as the latest line gives it; empty = the file does not say
    Day lastDay;
    Currency currency; ///< its main one, when it is new
    Client stored;     ///< once known or created
};

struct IncomingFile {
    std::vector<IncomingLine> lines;
    std::vector<IncomingClient> clients;
    store::Sha256 hash{}; ///< of the bytes of the file
};

} // namespace encours::usecases
