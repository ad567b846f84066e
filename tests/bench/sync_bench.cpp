// SPDX-License-Identifier: Apache-2.0
// The four pieces of work of peers/README.md, by ours: SQLCipher on both ends, TLS, the real programs, the same data.
#include "store/random.h"
#include "tests/bench/bench_device.h"
#include "tests/bench/centre.h"
#include "tests/bench/must.h"
#include "tests/bench/peer_data.h"
#include "tests/bench/relay.h"
#include "usecases/list_clients.h"
#include "usecases/open_client.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace encours::bench {

namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr int kFirstPushSet = 9; ///< the operations of the first push a device ever makes
constexpr int kMaximumPushes = 9;
constexpr int kTogether = 50; ///< devices of W4

std::int64_t sizeOf(const fs::path& directory)
{
    std::int64_t size = 0;
    for (const auto& entry : fs::recursive_directory_iterator(directory))
        size += entry.is_regular_file() ? static_cast<std::int64_t>(entry.file_size()) : 0;
    return size;
}

double median(std::vector<double> values)
{
    std::ranges::nth_element(values, values.begin() + std::ptrdiff_t(values.size() / 2));
    return values[values.size() / 2];
}

class SideBySide {
public:
    explicit SideBySide(const Place& place)
        : m_place(place), m_data(peerData()), m_centre(place, "company"),
          m_label(place.engine == Place::Engine::PostgreSql ? "encours, PostgreSQL" : "encours"),
          m_results(resultsFile(m_label))
    {
        importDelta(); // from nothing to the first state
        m_centre.command({"user", "add", "Office", "--role", "office"});
        m_centre.serve();
        m_relay = std::make_unique<Relay>(m_centre.port());
    }

    void firstSync();
    void pull();
    void pullTogether();
    void push();
    void screens();

private:
    void importDelta();
    fs::path enrol(const std::string& name);
    Json runDevice(const std::string& work, const fs::path& file, const std::vector<fs::path>& devices);
    Json measure(const std::string& work, int round, const std::vector<fs::path>& devices);
    void check(bool holds, const std::string& what, const Json& record);

    const Place& m_place;
    PeerData m_data;
    Centre m_centre;
    std::unique_ptr<Relay> m_relay;
    std::string m_label;
    std::ofstream m_results;
    int m_imported = 0;
    fs::path m_device; ///< the one that pulls and pushes
};

void SideBySide::importDelta()
{
    const std::string ending = "_" + std::to_string(m_imported++) + ".csv";
    for (const char* kind : {"clients", "items", "receipts"})
        m_centre.import(kind, m_data.ours / (kind + ending));
}

fs::path SideBySide::enrol(const std::string& name)
{
    const fs::path place = m_place.directory / name;
    enrolDevice(place, m_centre.invite("Office"), loopbackUrl(m_relay->port()));
    return place;
}

/// What its process printed.
Json SideBySide::runDevice(const std::string& work, const fs::path& file, const std::vector<fs::path>& devices)
{
    const fs::path output = m_place.directory / "device.output";
    std::vector<std::string> arguments{m_place.self, "device", work, loopbackUrl(m_relay->port()), file};
    arguments.insert(arguments.end(), devices.begin(), devices.end());
    run(arguments, output);
    return Json::parse(readAll(output), nullptr, false);
}

Json SideBySide::measure(const std::string& work, int round, const std::vector<fs::path>& devices)
{
    m_centre.letCount();
    m_centre.forgetPeak();
    const double cpuBefore = m_centre.cpuMilliseconds();
    const double databaseBefore = m_centre.databaseCpuMilliseconds();
    const Relay::Bytes before = m_relay->bytes();
    Json record{{"peer", m_label}, {"w", work}, {"run", round}};
    record.update(runDevice("sync", {}, devices));
    record["srv_cpu_ms"] = m_centre.cpuMilliseconds() - cpuBefore;
    record["pg_cpu_ms"] = m_centre.databaseCpuMilliseconds() - databaseBefore;
    record["srv_hwm_kb"] = m_centre.peakKibibytes();
    record["up_bytes"] = m_relay->bytes().up - before.up;
    record["down_bytes"] = m_relay->bytes().down - before.down;
    if (devices.size() == 1)
        record["disk_bytes"] = sizeOf(devices.front());
    m_results << record.dump() << std::endl;
    std::printf("%s\n", record.dump().c_str());
    return record;
}

void SideBySide::check(bool holds, const std::string& what, const Json& record)
{
    if (!holds)
        fail(what + ": " + record.dump());
}

void SideBySide::firstSync()
{
    for (int round = 0; round < m_place.runs; ++round) {
        m_device = enrol("device" + std::to_string(round));
        const Json record = measure("w1", round, {m_device});
        check(record["n"] == kPeerRows, "not every row came", record);
    }
}

void SideBySide::pull()
{
    for (int round = 0; round < m_place.runs; ++round) {
        importDelta();
        measure("w2", round, {m_device});
    }
}

void SideBySide::pullTogether()
{
    std::vector<fs::path> devices;
    for (int i = 0; i < (m_place.devices > 0 ? m_place.devices : kTogether); ++i)
        devices.push_back(enrol("together" + std::to_string(i)));
    runDevice("sync", {}, devices);
    for (int round = 0; round < m_place.runs; ++round) {
        importDelta();
        measure("w4", round, devices);
    }
}

void SideBySide::push()
{
    for (int round = -1; round < std::min(m_place.runs, kMaximumPushes); ++round) {
        runDevice("sync", {}, {m_device});
        const int set = round < 0 ? kFirstPushSet : round;
        runDevice("offline", m_data.ours / ("ops_" + std::to_string(set) + ".tsv"), {m_device});
        const Json record = measure(round < 0 ? "w3first" : "w3", round, {m_device});
        check(record["answered"] == kPeerOperations, "not every operation was answered", record);
    }
}

void SideBySide::screens()
{
    const OpenedDevice device(m_device);
    store::SystemUuidSource uuids(benchClock());
    auto cold = must(device.directory.open(device.key));
    usecases::Field coldField{*cold, benchClock(), uuids};
    const auto pagesBefore = cold->pagesRead();
    double began = now();
    const usecases::ClientList list = must(usecases::listClients(coldField));
    const double firstList = now() - began;
    const auto listPages = cold->pagesRead() - pagesBefore;
    std::vector<double> lists;
    for (int round = 0; round < 5; ++round) {
        began = now();
        must(usecases::listClients(coldField));
        lists.push_back(now() - began);
    }
    auto fresh = must(device.directory.open(device.key));
    usecases::Field field{*fresh, benchClock(), uuids};
    const auto cardBefore = fresh->pagesRead();
    must(usecases::openClient(field, list.clients.front().id));
    const auto cardPages = fresh->pagesRead() - cardBefore;
    std::vector<double> cards;
    for (const auto& client : std::span(list.clients).first(200)) {
        began = now();
        must(usecases::openClient(field, client.id));
        cards.push_back(now() - began);
    }
    std::printf("list of %zu clients: %.1f ms cold (%lld pages read), %.1f ms warm\n", list.clients.size(),
                firstList * 1e3, static_cast<long long>(listPages), median(lists) * 1e3);
    std::printf("card of a client: %lld pages read cold, %.2f ms (median of %zu)\n", static_cast<long long>(cardPages),
                median(cards) * 1e3, cards.size());
}

} // namespace

void syncBench(const Place& place)
{
    setenv("ENCOURS_TODAY", kPeerNow, 1); // for the programs too
    SideBySide work(place);
    work.firstSync();
    work.pull();
    work.pullTogether();
    work.push();
    work.screens();
}

} // namespace encours::bench
