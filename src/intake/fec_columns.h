// SPDX-License-Identifier: Apache-2.0
// The header of a FEC: which column is where. Case, accents, blanks and signs in the names do not matter, nor does the
// order; columns the arrêté does not name are left alone.
#pragma once

#include <array>
#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace encours::intake {

enum class FecColumn {
    JournalCode,
    JournalLib,
    EcritureNum,
    EcritureDate,
    CompteNum,
    CompteLib,
    CompAuxNum,
    CompAuxLib,
    PieceRef,
    PieceDate,
    EcritureLib,
    Debit,
    Credit,
    EcritureLet,
    DateLet,
    ValidDate,
    Montantdevise,
    Idevise,
    Montant,
    Sens,
};
inline constexpr std::size_t kFecColumns = 20;
std::string_view columnName(FecColumn column);

inline constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

struct FecHeader {
    char separator = '\t';
    std::vector<std::string> names; ///< as written, without empty ones at the end
    std::size_t written = 0;        ///< fields of the header line, empty ones at the end counted
    std::array<std::size_t, kFecColumns> positions{};

    std::size_t position(FecColumn column) const { return positions[static_cast<std::size_t>(column)]; }
    bool has(FecColumn column) const { return position(column) != kNoColumn; }
    bool amountAndDirection() const { return has(FecColumn::Montant) && !has(FecColumn::Debit); }
    /// A value of this field goes into the ledger.
    bool isUsed(std::size_t position) const;
    bool isAmount(std::size_t position) const;
};

struct HeaderProblem {
    std::string column; ///< the name in the arrêté
    std::string_view reason;
};
/// `line`: the header as UTF-8. All the problems that make the file unreadable, or the header.
std::expected<FecHeader, std::vector<HeaderProblem>> parseFecHeader(std::string_view line);
/// Columns of the arrêté that are absent and that the ledger can do without.
std::vector<FecColumn> absentColumns(const FecHeader& header);

/// A column name reduced to what distinguishes it: lower case, no accents, letters and digits only.
std::string foldedColumnName(std::string_view name);

} // namespace encours::intake
