// SPDX-License-Identifier: Apache-2.0
// Many devices, each of a salesperson with a portfolio: quiet hours, then Monday morning. One process, a thread for each
// device with the real core, its encrypted replica and Qt's transport, so that both ends share the machine.
#include "store/random.h"
#include "sync/device/backoff.h"
#include "sync/device/qt_transport.h"
#include "sync/device/runner.h"
#include "tests/bench/bench_device.h"
#include "tests/bench/centre.h"
#include "tests/bench/must.h"
#include "tests/bench/peer_data.h"
#include "tests/bench/relay.h"

#include <algorithm>
#include <barrier>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <mutex>
#include <random>
#include <sys/resource.h>

namespace encours::bench {

namespace {

namespace fs = std::filesystem;

constexpr int kQuietRounds = 10;
constexpr std::chrono::milliseconds kBetweenQuietRounds{2'000};
constexpr double kLongestMonday = 300; ///< seconds: then the bench says who was not served

/// What everybody saw of the centre.
class Seen {
public:
    void add(int status, double seconds)
    {
        const std::lock_guard lock(m_mutex);
        ++m_statuses[status];
        m_seconds.push_back(seconds);
    }
    double percentile(int percent)
    {
        if (m_seconds.empty())
            return 0;
        std::ranges::sort(m_seconds);
        return m_seconds[std::min(m_seconds.size() - 1, m_seconds.size() * std::size_t(percent) / 100)];
    }
    /// "600 × 200, 12 × 503"; 0 is a connection cut.
    std::string statuses() const
    {
        std::string text;
        for (const auto& [status, count] : m_statuses)
            text += (text.empty() ? "" : ", ") + std::to_string(count) + " × " + std::to_string(status);
        return text;
    }

private:
    std::mutex m_mutex;
    std::map<int, int> m_statuses;
    std::vector<double> m_seconds;
};

class WatchedTransport final : public device::Transport {
public:
    WatchedTransport(const std::string& url, const std::array<std::uint8_t, 32>& pin, Seen& seen)
        : m_transport(url, pin), m_seen(seen)
    {
    }
    Result<device::HttpResponse> post(const device::HttpRequest& request, std::stop_token stop) override
    {
        const double began = now();
        auto response = m_transport.post(request, stop);
        m_seen.add(response ? response->status : 0, now() - began);
        return response;
    }

private:
    device::QtTransport m_transport;
    Seen& m_seen;
};

struct Portfolio {
    int clients;
    int invoices;   ///< of each client
    int operations; ///< of each device on Monday
};

std::string clientKey(int device, int client)
{
    return "C" + std::to_string(device) + "-" + std::to_string(client);
}

class Load {
public:
    Load(const Place& place, Portfolio portfolio)
        : m_place(place), m_portfolio(portfolio), m_centre(place, "load" + std::to_string(place.devices))
    {
        m_centre.import("clients", writeClients());
        m_centre.import("items", writeItems(15));
        m_centre.serve();
        m_url = loopbackUrl(m_centre.port());
    }

    void enrolAll();
    void quietHours();
    void mondayMorning();

private:
    fs::path writeClients() const;
    fs::path writeItems(int dueDay) const;
    fs::path writeOperations(int device) const;
    void everyDevice(const std::function<void(int)>& work) const;
    void quietDevice(int index, std::barrier<>& start, Seen& requests, Seen& runs);
    void mondayDevice(int index, std::barrier<>& start, Seen& requests);

    const Place& m_place;
    Portfolio m_portfolio;
    Centre m_centre;
    std::string m_url;
    std::vector<std::unique_ptr<OpenedDevice>> m_devices;
    std::mutex m_mutex;
    int m_served = 0;
    int m_answered = 0;
    std::string m_lastFailure;
};

fs::path Load::writeClients() const
{
    const fs::path file = m_place.directory / "clients.csv";
    std::ofstream stream(file);
    stream << "client;name;salesperson\n";
    for (int device = 0; device < m_place.devices; ++device)
        for (int client = 0; client < m_portfolio.clients; ++client)
            stream << clientKey(device, client) << ";Client " << client << ";Salesperson " << device << '\n';
    return file;
}

/// All invoices, due on that day of July.
fs::path Load::writeItems(int dueDay) const
{
    const fs::path file = m_place.directory / "items.csv";
    std::ofstream stream(file);
    stream << "client;number;date;due;amount\n";
    for (int device = 0; device < m_place.devices; ++device)
        for (int client = 0; client < m_portfolio.clients; ++client)
            for (int invoice = 0; invoice < m_portfolio.invoices; ++invoice)
                stream << clientKey(device, client) << ";F" << device << '-' << client << '-' << invoice
                       << ";2026-06-10;2026-07-" << dueDay << ';' << 100 + invoice << ".50\n";
    return file;
}

fs::path Load::writeOperations(int device) const
{
    const fs::path file = m_place.directory / "operations.tsv";
    std::ofstream stream(file);
    for (int i = 0; i < m_portfolio.operations; ++i) {
        const int client = i % m_portfolio.clients;
        if (i % 5 < 3)
            stream << "note\t" << clientKey(device, client) << "\tvisit\tSaw the manager, asks for time. Ref " << i
                   << '\n';
        else
            stream << "promise\t" << clientKey(device, client) << "\tF" << device << '-' << client
                   << "-0\t2026-07-24\t10050\tVIR\tThe manager\n";
    }
    return file;
}

void Load::everyDevice(const std::function<void(int)>& work) const
{
    std::vector<std::jthread> threads;
    for (int i = 0; i < m_place.devices; ++i)
        threads.emplace_back([&work, i] { work(i); });
}

void Load::enrolAll()
{
    Relay relay(m_centre.port()); // each device from another address
    Seen seen;
    for (int i = 0; i < m_place.devices; ++i) {
        const fs::path place = m_place.directory / ("device" + std::to_string(i));
        enrolDevice(place, m_centre.invite("Salesperson " + std::to_string(i)), loopbackUrl(relay.port()));
        m_devices.push_back(std::make_unique<OpenedDevice>(place));
        store::SystemUuidSource uuids(benchClock());
        const auto connection = must(m_devices.back()->directory.open(m_devices.back()->key));
        WatchedTransport transport(m_url, m_devices.back()->pin, seen);
        must(must(device::SyncRunner::create(*connection, {}, benchClock(), uuids, transport)).run());
    }
    std::printf("%d devices of %d clients and %d invoices: enrolled, synchronised\n", m_place.devices,
                m_portfolio.clients, m_portfolio.clients * m_portfolio.invoices);
}

void Load::quietDevice(int index, std::barrier<>& start, Seen& requests, Seen& runs)
{
    OpenedDevice& device = *m_devices[std::size_t(index)];
    std::mt19937 random(static_cast<std::uint32_t>(index));
    store::SystemUuidSource uuids(benchClock());
    const auto connection = must(device.directory.open(device.key));
    WatchedTransport transport(m_url, device.pin, requests);
    auto runner = must(device::SyncRunner::create(*connection, {}, benchClock(), uuids, transport));
    const auto pause = [&] {
        std::this_thread::sleep_for(kBetweenQuietRounds / 2 +
                                    std::chrono::milliseconds(random() % kBetweenQuietRounds.count()));
    };
    start.arrive_and_wait();
    pause();
    must(runner.run()); // signs in
    for (int round = 0; round < kQuietRounds; ++round) {
        pause();
        const double began = now();
        must(runner.run());
        runs.add(200, now() - began);
    }
}

void Load::quietHours()
{
    std::barrier start(m_place.devices);
    Seen requests;
    Seen runs;
    const double cpuBefore = m_centre.cpuMilliseconds();
    everyDevice([&](int i) { quietDevice(i, start, requests, runs); });
    std::printf(
        "%d devices, each synchronising with nothing new every %.0f s: median %.1f ms, p99 %.1f ms from the device's "
        "call to its last commit; %s; centre %.2f ms CPU each\n",
        m_place.devices, double(kBetweenQuietRounds.count()) / 1e3, runs.percentile(50) * 1e3,
        runs.percentile(99) * 1e3, requests.statuses().c_str(),
        (m_centre.cpuMilliseconds() - cpuBefore) / (m_place.devices * (kQuietRounds + 1)));
}

/// As the app: tries again as Backoff says, until everything is there.
void Load::mondayDevice(int index, std::barrier<>& start, Seen& requests)
{
    OpenedDevice& device = *m_devices[std::size_t(index)];
    std::mt19937 random(static_cast<std::uint32_t>(index));
    store::SystemUuidSource uuids(benchClock());
    device::Backoff backoff;
    start.arrive_and_wait();
    const double began = now();
    while (now() - began < kLongestMonday) {
        const auto connection = must(device.directory.open(device.key));
        WatchedTransport transport(m_url, device.pin, requests);
        auto runner = must(device::SyncRunner::create(*connection, {}, benchClock(), uuids, transport));
        const auto report = runner.run();
        if (report) {
            const auto answered =
                m_portfolio.operations - static_cast<int>(report->outbox.waiting + report->outbox.tray);
            const std::lock_guard lock(m_mutex);
            ++m_served;
            m_answered += answered;
            return;
        }
        {
            const std::lock_guard lock(m_mutex);
            m_lastFailure = report.error().message;
        }
        if (backoff.circuitOpen())
            backoff.reset(); // a person tries again
        std::this_thread::sleep_for(backoff.failed(random(), runner.retryAfter()));
    }
}

void Load::mondayMorning()
{
    for (int i = 0; i < m_place.devices; ++i)
        writeOffline(*m_devices[std::size_t(i)], writeOperations(i));
    m_centre.import("items", writeItems(16));
    std::barrier start(m_place.devices);
    Seen requests;
    m_centre.forgetPeak();
    const double cpuBefore = m_centre.cpuMilliseconds();
    const double began = now();
    everyDevice([&](int i) { mondayDevice(i, start, requests); });
    const double wall = now() - began;
    const int expected = m_place.devices * m_portfolio.operations;
    std::printf(
        "Monday morning, %d devices at once, each %d operations and %d changes: %.1f s, request p99 %.2f s, %s; centre "
        "CPU %.1f s, peak %ld MB; served %d of %d, operations answered %d of %d\n",
        m_place.devices, m_portfolio.operations, m_portfolio.clients * m_portfolio.invoices, wall,
        requests.percentile(99), requests.statuses().c_str(), (m_centre.cpuMilliseconds() - cpuBefore) / 1e3,
        m_centre.peakKibibytes() / 1024, m_served, m_place.devices, m_answered, expected);
    const std::string notes = m_centre.command({"notes", "--format", "csv"});
    const std::string promises = m_centre.command({"promises", "--format", "csv"});
    const auto rows =
        std::ranges::count(notes, '\n') + std::ranges::count(promises, '\n') - 2; // without their headings
    std::printf("in the ledger of the centre: %td of %d\n", rows, expected);
    if (m_served != m_place.devices || m_answered != expected || rows != expected)
        fail("not everybody was served; the last failure: " + m_lastFailure);
}

/// Replicas, sockets and the notifiers of two thousand devices.
void allowManyFiles()
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

void loadBench(const Place& place)
{
    setenv("ENCOURS_TODAY", kPeerNow, 1);
    allowManyFiles();
    Place morning = place;
    if (place.devices == 0)
        morning.devices = 200;
    // A salesperson's portfolio; with thousands of devices a small one, because what is then measured is the crowd.
    const bool crowd = morning.devices > 500;
    const Portfolio portfolio = crowd ? Portfolio{5, 4, 5} : Portfolio{25, 20, 50};
    Load load(morning, portfolio);
    load.enrolAll();
    if (!crowd) // which is never quiet: some are asked to come back later
        load.quietHours();
    load.mondayMorning();
}

} // namespace encours::bench
