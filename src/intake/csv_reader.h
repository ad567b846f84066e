// SPDX-License-Identifier: Apache-2.0
// A small CSV file with a header: separator ; , or TAB, quotes with line ends inside, encodings and line ends as in a
// FEC.
#pragma once

#include "intake/byte_source.h"
#include "intake/findings.h"

#include <string>
#include <vector>

namespace encours::intake {

struct CsvRow {
    std::int64_t line = 0;
    std::vector<std::string>
        cells; ///< trimmed UTF-8, in the order of the columns asked for; empty when the file lacks the column
};
struct CsvTable {
    std::vector<CsvRow> rows;
    Findings errors; ///< the file must not be taken: a column is missing, none beside the required ones is known though
                     ///< others are there, a line has too many or too few fields
    Findings warnings; ///< unknown columns
};

/// Lines without a value (";;") are passed over. `columns` as they are named in the header (case, accents and blanks do not matter); the first `required` must be
/// there. At most `kMaxCsvRows` rows. An error only when the source fails.
inline constexpr std::size_t kMaxCsvRows = 1'000'000;
Result<CsvTable> readCsv(const ByteSource& source, const std::vector<std::string>& columns, std::size_t required);

} // namespace encours::intake
