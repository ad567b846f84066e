// SPDX-License-Identifier: Apache-2.0
// Keys are kept out of core dumps (store/secret.h); what they open is not: pages in clear, names, amounts.
#pragma once

namespace encours::cli {

/// First thing in a program: this process, and what it starts, leave no core dump on the disk.
void forbidCoreDumps();

} // namespace encours::cli
