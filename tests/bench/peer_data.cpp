// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/peer_data.h"

#include "tests/bench/child.h"
#include "tests/support/checkout.h"

namespace encours::bench {

namespace fs = std::filesystem;

namespace {

constexpr const char* kPython = "/usr/bin/python3";

fs::path benchDirectory()
{
    return test::inCheckout("build/bench");
}

} // namespace

PeerData peerData()
{
    const fs::path directory = benchDirectory();
    const fs::path data = directory / "data";
    const PeerData made{directory / "ours"};
    if (fs::exists(directory / "made"))
        return made;
    fs::create_directories(directory);
    run({kPython, "-B", test::inCheckout("tests/bench/peers/gen.py"), data}, directory / "output");
    run({kPython, "-B", test::inCheckout("tests/bench/peers/ours.py"), data, made.ours}, directory / "output");
    std::ofstream(directory / "made") << '\n';
    return made;
}

std::ofstream resultsFile(const std::string& name)
{
    const fs::path results = benchDirectory() / "results";
    fs::create_directories(results);
    return std::ofstream(results / (name + ".jsonl"));
}

} // namespace encours::bench
