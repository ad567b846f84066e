// SPDX-License-Identifier: Apache-2.0
// What the FEC reader says in words: other sorts of files, names that lie, the format found, the sentence of the
// report.
#pragma once

#include "intake/fec_columns.h"
#include "intake/fec_report.h"
#include "intake/line_reader.h"

namespace encours::intake {

/// What a file is when it is plainly no FEC in text form, as a reason; empty when it may be one.
std::string_view otherFileKind(std::string_view firstLine);
/// Why SIRENFECAAAAMMJJ does not agree with the days of the file; empty when it does, or when the name has another
/// form.
std::string_view fileNameLie(std::string_view fileName, Day first, Day last);
FecFormat describeFormat(const FecHeader& header, const LineReader& lines, const EncodingTally& encoding);
/// `fatal`: allowing skipped lines would not help.
std::string reportMessage(const FecReport& report, bool fatal);

} // namespace encours::intake
