// SPDX-License-Identifier: Apache-2.0
#include "platforms/cli/core_dumps.h"

#include <sys/resource.h>

namespace encours::cli {

void forbidCoreDumps()
{
    const rlimit none{0, 0};
    static_cast<void>(::setrlimit(RLIMIT_CORE, &none)); // lowering a limit is always allowed
}

} // namespace encours::cli
