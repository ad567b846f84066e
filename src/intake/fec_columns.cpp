// SPDX-License-Identifier: Apache-2.0
#include "intake/fec_columns.h"

#include "base/text.h"
#include "intake/line_reader.h"

#include <algorithm>

namespace encours::intake {

namespace {

constexpr std::array<std::string_view, kFecColumns> kNames{
    "JournalCode", "JournalLib", "EcritureNum",   "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum",
    "CompAuxLib",  "PieceRef",   "PieceDate",     "EcritureLib",  "Debit",     "Credit",    "EcritureLet",
    "DateLet",     "ValidDate",  "Montantdevise", "Idevise",      "Montant",   "Sens"};

// Without these no balance or no open item can be told.
constexpr FecColumn kNeeded[]{FecColumn::JournalCode, FecColumn::EcritureNum, FecColumn::EcritureDate,
                              FecColumn::CompteNum,   FecColumn::CompAuxNum,  FecColumn::PieceRef,
                              FecColumn::PieceDate,   FecColumn::EcritureLib, FecColumn::EcritureLet,
                              FecColumn::DateLet};
constexpr FecColumn kUseful[]{FecColumn::JournalLib, FecColumn::CompteLib,     FecColumn::CompAuxLib,
                              FecColumn::ValidDate,  FecColumn::Montantdevise, FecColumn::Idevise};

constexpr std::string_view kMissing = "This required column is missing.";
constexpr std::string_view kTwice = "This column appears twice.";
constexpr std::string_view kNoHeader = "The first line does not name the columns of a FEC.";
constexpr std::string_view kTooMany = "The file has more than 64 columns.";

std::size_t known(std::string_view name)
{
    const std::string folded = foldedColumnName(name);
    const auto found =
        std::ranges::find_if(kNames, [&](std::string_view column) { return foldedColumnName(column) == folded; });
    return found == kNames.end() ? kNoColumn : static_cast<std::size_t>(found - kNames.begin());
}

} // namespace

std::string_view columnName(FecColumn column)
{
    return kNames[static_cast<std::size_t>(column)];
}

std::string foldedColumnName(std::string_view name)
{
    std::string folded = foldForSearch(name);
    std::erase_if(folded, [](char c) { return !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9'); });
    return folded;
}

bool FecHeader::isAmount(std::size_t position) const
{
    for (const FecColumn column : {FecColumn::Debit, FecColumn::Credit, FecColumn::Montant, FecColumn::Sens})
        if (position == this->position(column))
            return true;
    return false;
}

bool FecHeader::isUsed(std::size_t position) const
{
    return isAmount(position) || position == this->position(FecColumn::CompAuxLib) ||
           std::ranges::any_of(kNeeded, [&](FecColumn column) { return position == this->position(column); });
}

std::expected<FecHeader, std::vector<HeaderProblem>> parseFecHeader(std::string_view line)
{
    // The separator is the one that makes most of the names known.
    FieldSplitter splitter;
    FecHeader header;
    long best = 0;
    for (const char separator : {'\t', '|', ';', ','}) {
        const auto& names = splitter.split(line, separator);
        const auto count = std::ranges::count_if(names, [](std::string_view name) { return known(name) != kNoColumn; });
        if (count <= best)
            continue;
        best = count;
        header.separator = separator;
        header.names.assign(names.begin(), names.end());
    }
    if (best < 3)
        return std::unexpected(std::vector<HeaderProblem>{{{}, kNoHeader}});
    if (header.names.size() > kMaxColumns)
        return std::unexpected(std::vector<HeaderProblem>{{{}, kTooMany}});
    header.written = header.names.size();
    while (header.names.back().empty())
        header.names.pop_back();

    std::vector<HeaderProblem> problems;
    header.positions.fill(kNoColumn);
    for (std::size_t i = 0; i < header.names.size(); ++i) {
        const std::size_t column = known(header.names[i]);
        if (column == kNoColumn)
            continue;
        if (header.positions[column] != kNoColumn)
            problems.push_back({std::string(kNames[column]), kTwice});
        header.positions[column] = i;
    }
    for (const FecColumn column : kNeeded)
        if (!header.has(column))
            problems.push_back({std::string(columnName(column)), kMissing});
    // Debit and Credit, or Montant and Sens in their place.
    const bool direction = header.has(FecColumn::Montant) || header.has(FecColumn::Sens);
    const bool sides = header.has(FecColumn::Debit) || header.has(FecColumn::Credit);
    for (const FecColumn column : {FecColumn::Debit, FecColumn::Credit})
        if (!header.has(column) && (sides || !direction))
            problems.push_back({std::string(columnName(column)), kMissing});
    for (const FecColumn column : {FecColumn::Montant, FecColumn::Sens})
        if (!header.has(column) && direction && !sides)
            problems.push_back({std::string(columnName(column)), kMissing});
    if (!problems.empty())
        return std::unexpected(std::move(problems));
    return header;
}

std::vector<FecColumn> absentColumns(const FecHeader& header)
{
    std::vector<FecColumn> absent;
    std::ranges::copy_if(kUseful, std::back_inserter(absent), [&](FecColumn column) { return !header.has(column); });
    return absent;
}

} // namespace encours::intake
