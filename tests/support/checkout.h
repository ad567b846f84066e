// SPDX-License-Identifier: Apache-2.0
// Where the tests find what they read. The paths stand in one object file: in every command line, they would keep the
// compiler's cache from serving a second checkout.
#pragma once

#include <string>

namespace encours::test {

/// `path` from the top of the repository, as an absolute one.
std::string inCheckout(const std::string& path);
/// `path` from the top of the build.
std::string inBuild(const std::string& path);

} // namespace encours::test
