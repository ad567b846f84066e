// SPDX-License-Identifier: Apache-2.0
// The entries of a FEC: lines of one journal, number and day. They tell whether debit and credit agree, and by their
// accounts what a receivable line is.
#pragma once

#include "intake/fec_line.h"
#include "intake/text_arena.h"

#include <unordered_map>

namespace encours::intake {

class FecEntries {
public:
    explicit FecEntries(const FecOptions& options) : m_options(options) {}

    /// Index of the line's entry, made when new.
    std::uint32_t add(const ParsedLine& line);

    EntryKind kind(std::uint32_t entry, std::int64_t amount) const;
    std::string_view journal(std::uint32_t entry) const { return m_journals.text(m_entries[entry].journal); }
    std::string_view number(std::uint32_t entry) const { return m_entries[entry].number; }
    /// A warning for each entry whose debit and credit differ, as far as its number is one.
    void reportUnbalanced(Findings& warnings) const;

private:
    /// What accounts an entry, or a journal, holds.
    struct Accounts {
        bool treasury = false; ///< class 5
        bool income = false;   ///< class 7
        bool charges = false;  ///< class 6
    };
    struct Entry {
        std::string_view number;
        std::uint32_t journal = 0;
        bool numbered = false; ///< by something else than zeros
        Accounts accounts;
        std::int64_t balance = 0;
        std::int64_t firstLine = 0;
    };
    struct Journal {
        bool opening = false;
        Accounts accounts;
    };
    struct Key {
        std::string_view number;
        std::uint32_t journal = 0;
        std::int32_t day = 0;
        bool operator==(const Key&) const = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const;
    };
    static void note(Accounts& accounts, std::string_view account);
    bool opensBooks(const ParsedLine& line) const;

    const FecOptions& m_options;
    TextArena m_arena;
    TextIds m_journals;
    std::vector<Journal> m_journalFacts; ///< by id
    std::vector<Entry> m_entries;
    std::unordered_map<Key, std::uint32_t, KeyHash> m_index;
    Key m_lastKey;
    std::uint32_t m_lastEntry = 0;
};

} // namespace encours::intake
