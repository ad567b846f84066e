// SPDX-License-Identifier: Apache-2.0
// Centre, inside import_ledger: the receivable lines of an accepted FEC.
#pragma once

#include "intake/fec_reader.h"
#include "usecases/incoming_lines.h"

#include <unordered_map>

namespace encours::usecases {

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
