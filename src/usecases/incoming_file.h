// SPDX-License-Identifier: Apache-2.0
// Centre, inside import_ledger: the receivable lines of an accepted FEC, in memory (about 300 bytes each).
#pragma once

#include "domain/ledger/client.h"
#include "domain/ledger/replacement.h"
#include "intake/fec_reader.h"
#include "store/random.h"

#include <unordered_map>

namespace encours::usecases {

struct IncomingLine {
    std::size_t client; ///< index in IncomingFile::clients
    LedgerEntry entry;
    LineFingerprint fingerprint;
};

struct IncomingClient {
    std::string key;
    std::string name; ///< as the latest line gives it
    Day lastDay;
    Client stored; ///< once known or created
};

struct IncomingFile {
    std::vector<IncomingLine> lines;
    std::vector<IncomingClient> clients;
    store::Sha256 hash{}; ///< of the bytes of the file
};

class IncomingFileReader {
public:
    /// The source outlives the reader.
    explicit IncomingFileReader(const intake::ByteSource& source) : m_source(source) {}
    /// Once. A refused file leaves no line.
    Result<intake::FecReport> read(const intake::FecOptions& options);
    IncomingFile take() { return std::move(m_file); }

private:
    void add(const intake::FecLine& line);

    const intake::ByteSource& m_source;
    IncomingFile m_file;
    std::unordered_map<std::string, std::size_t> m_index;
};

} // namespace encours::usecases
