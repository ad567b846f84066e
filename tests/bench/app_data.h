// SPDX-License-Identifier: Apache-2.0
// An invented device to start the app on.
#pragma once

#include <filesystem>
#include <string_view>

namespace encours::bench {

inline constexpr std::string_view kAppPin = "271828";
/// The client with `largest` items, and a key of the list that finds it.
inline constexpr std::string_view kLargestClient = "GRANDE";

struct Portfolio {
    int clients = 0;
    int items = 0;       ///< open, of each
    int largest = 2'000; ///< of one client more
};

/// A vault at the cost of the real one, an encrypted replica. The same portfolio gives the same device.
void makeAppDevice(const std::filesystem::path& data, const Portfolio& portfolio);

} // namespace encours::bench
