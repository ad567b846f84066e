// SPDX-License-Identifier: Apache-2.0
// Scenarios, thresholds and dated law that an office gives as JSON.
#include "intake/insight_reader.h"
#include "intake/kpi_reader.h"
#include "intake/legal_reader.h"
#include "intake/scenario_reader.h"
#include "tests/fuzz/target.h"

using namespace encours;
using fuzz::acceptedOrExplained;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const fuzz::Chosen input(data, size);
    const std::string_view json = input.text();
    switch (input.of(8)) {
    case 0: acceptedOrExplained(intake::readDunningRules(json, "given.json")); break;
    case 1: acceptedOrExplained(intake::readInsightRules(json, "given.json")); break;
    case 2: acceptedOrExplained(intake::readLegalRates(json, "given.json")); break;
    case 3: acceptedOrExplained(intake::readLegalProcedures(json, "given.json")); break;
    case 4: acceptedOrExplained(intake::readTermsCaps(json, "given.json")); break;
    case 5: acceptedOrExplained(intake::readSectorReferences(json, "given.json")); break;
    case 6: acceptedOrExplained(intake::readActionCosts(json, "given.json")); break;
    default: acceptedOrExplained(intake::readSignalThresholds(json, "given.json"));
    }
    return 0;
}
