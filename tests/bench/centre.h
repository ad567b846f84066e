// SPDX-License-Identifier: Apache-2.0
// The real encours-central with a company of its own: commands beside a running `serve`, and what that one costs.
#pragma once

#include "tests/bench/benches.h"
#include "tests/bench/child.h"
#include "tests/support/postgres_server.h"

#include <memory>

namespace encours::bench {

class Centre {
public:
    /// Makes the company in place.directory/name. Any failure ends the bench.
    Centre(const Place& place, const std::string& name);

    /// `encours-central ARGUMENTS --data …`, to its end; what it printed.
    std::string command(std::vector<std::string> arguments) const;
    void import(const std::string& kind, const std::filesystem::path& file) const { command({"import", kind, file}); }
    /// The invitation of one device of that person.
    std::string invite(const std::string& person) const
    {
        return firstWordWith("encours://", command({"enrol", person}));
    }

    void serve(); ///< until the end
    std::uint16_t port() const { return m_port; }
    /// What PostgreSQL does by itself within the minute: it counts what its tables hold.
    void letCount() const;
    double cpuMilliseconds() const;         ///< of the serving program so far
    double databaseCpuMilliseconds() const; ///< of PostgreSQL, when that is the engine
    void forgetPeak() const;                ///< of memory
    long peakKibibytes() const;
    std::string log() const { return readAll(m_served); }

private:
    std::vector<std::string> placed(std::vector<std::string> arguments) const;
    static std::string firstWordWith(std::string_view beginning, const std::string& text);

    const Place& m_place;
    std::string m_data;
    std::filesystem::path m_output;
    std::filesystem::path m_served;
    std::unique_ptr<test::PostgresServer> m_postgres;
    std::unique_ptr<Child> m_child;
    std::uint16_t m_port = 0;
};

} // namespace encours::bench
