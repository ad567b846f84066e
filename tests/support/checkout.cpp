// SPDX-License-Identifier: Apache-2.0
#include "tests/support/checkout.h"

namespace encours::test {

std::string inCheckout(const std::string& path)
{
    return ENCOURS_SOURCE_DIR "/" + path;
}

std::string inBuild(const std::string& path)
{
    return ENCOURS_BINARY_DIR "/" + path;
}

} // namespace encours::test
