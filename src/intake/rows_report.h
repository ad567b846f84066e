// SPDX-License-Identifier: Apache-2.0
// What reading a small CSV file gave.
#pragma once

#include "intake/findings.h"

#include <string>
#include <vector>

namespace encours::intake {

template<class Row>
struct RowsReport {
    IntakeStatus status = IntakeStatus::Refused;
    std::string message;   ///< one sentence
    std::vector<Row> rows; ///< empty when refused
    Findings errors;
    Findings warnings;
};

} // namespace encours::intake
