// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/centre.h"

#include "tests/bench/process.h"

#include <thread>

namespace encours::bench {

namespace {

constexpr const char* kDatabase = "bench";

} // namespace

Centre::Centre(const Place& place, const std::string& name)
    : m_place(place), m_data(place.directory / name), m_output(place.directory / (name + ".output")),
      m_served(place.directory / (name + ".served"))
{
    if (place.engine == Place::Engine::PostgreSql) {
        m_postgres = std::make_unique<test::PostgresServer>(test::PostgresServer::Writes::Durable);
        m_postgres->createDatabase(kDatabase);
    }
    command({"init", "--company", "Bench"});
}

std::vector<std::string> Centre::placed(std::vector<std::string> arguments) const
{
    arguments.insert(arguments.begin(), m_place.central);
    arguments.insert(arguments.end(), {"--data", m_data});
    if (m_postgres)
        arguments.insert(arguments.end(), {"--database", m_postgres->url(kDatabase)});
    return arguments;
}

std::string Centre::command(std::vector<std::string> arguments) const
{
    run(placed(std::move(arguments)), m_output);
    return readAll(m_output);
}

void Centre::serve()
{
    m_child = std::make_unique<Child>(placed({"serve", "--listen", "127.0.0.1:0"}), m_served);
    constexpr std::string_view kAddress = "127.0.0.1:";
    for (int tries = 0; tries < 200; ++tries) {
        const std::string text = readAll(m_served);
        if (const auto at = text.find(kAddress); at != std::string::npos && text.find('\n', at) != std::string::npos) {
            m_port = static_cast<std::uint16_t>(std::stoi(text.substr(at + kAddress.size())));
            return;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    fail("the centre did not start:\n" + readAll(m_served));
}

void Centre::letCount() const
{
    if (m_postgres)
        m_postgres->asSuperuser(kDatabase, "ANALYZE");
}

double Centre::cpuMilliseconds() const
{
    return cpuMillisecondsOf(m_child->pid());
}

double Centre::databaseCpuMilliseconds() const
{
    return m_postgres ? cpuMillisecondsOfFamily(std::stoi(readAll(m_postgres->directory() + "/data/postmaster.pid")))
                      : 0;
}

void Centre::forgetPeak() const
{
    bench::forgetPeak(std::to_string(m_child->pid()));
}

long Centre::peakKibibytes() const
{
    return bench::peakKibibytes(std::to_string(m_child->pid()));
}

std::string Centre::firstWordWith(std::string_view beginning, const std::string& text)
{
    const auto at = text.find(beginning);
    if (at == std::string::npos)
        fail("no " + std::string(beginning) + " in: " + text);
    return text.substr(at, text.find_first_of(" \n", at) - at);
}

} // namespace encours::bench
