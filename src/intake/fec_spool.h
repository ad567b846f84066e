// SPDX-License-Identifier: Apache-2.0
// The receivable lines of a FEC between the reading of a line and the end of the file, when its encoding, the kind of
// each entry and whether the file is accepted at all are known. About 60 bytes and its own text per line.
#pragma once

#include "intake/fec_entries.h"
#include "intake/fec_line.h"
#include "intake/text_encoding.h"

namespace encours::intake {

class FecSpool {
public:
    explicit FecSpool(const FecOptions& options) : m_options(options), m_entries(options) {}

    /// Every line that can be counted goes through here; receivable ones are kept.
    void add(const ParsedLine& line);
    std::size_t receivableLines() const { return m_lines.size(); }
    const FecEntries& entries() const { return m_entries; }

    /// Totals by account and client, with their keys as text; a warning for each client without a name.
    void putTotals(FecReport& report, const EncodingTally& encoding) const;
    /// The lines in the order of the file; stops at the first error of the sink.
    Result<void> deliver(const FecSink& sink, const EncodingTally& encoding) const;

private:
    struct Total {
        std::int64_t lines = 0, debit = 0, credit = 0;
        void add(const ParsedLine& line);
    };
    struct SpooledLine {
        std::int64_t amount = 0;
        const char* text = nullptr; ///< piece reference, label and letter, one after the other
        std::uint32_t number = 0, entry = 0, account = 0, client = 0;
        std::int32_t day = 0, pieceDay = 0, letterDay = 0;
        std::uint16_t pieceRef = 0, label = 0, letter = 0; ///< lengths
    };
    ControlTotal controlTotal(const Total& total) const;

    const FecOptions& m_options;
    FecEntries m_entries;
    TextArena m_arena;
    TextIds m_accounts, m_clients, m_names;
    std::vector<Total> m_accountTotals, m_clientTotals; ///< by id
    std::vector<std::uint32_t> m_clientNames;           ///< id in m_names, by client id: the last one that is not empty
    std::vector<SpooledLine> m_lines;
};

} // namespace encours::intake
