// SPDX-License-Identifier: Apache-2.0
// The body of an operation as it lies in the outbox.
#include "store/operation_codec.h"
#include "tests/fuzz/target.h"

using namespace encours;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Result<OperationBody> body = store::decodeBody({data, size});
    if (fuzz::acceptedOrExplained(body)) {
        const auto written = store::encodeBody(*body);
        const auto again = store::decodeBody(written);
        fuzz::require(again && store::encodeBody(*again) == written, "an operation survives being written");
    }
    return 0;
}
