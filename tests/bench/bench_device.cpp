// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/bench_device.h"

#include "platforms/cli/program_clock.h"
#include "store/clients.h"
#include "store/device_state.h"
#include "store/items.h"
#include "store/random.h"
#include "sync/device/qt_transport.h"
#include "sync/device/runner.h"
#include "tests/bench/child.h"
#include "tests/bench/must.h"
#include "tests/bench/process.h"
#include "usecases/promise_payment.h"
#include "usecases/record_note.h"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <thread>

namespace encours::bench {

namespace {

using store::Tenant;

/// Requests, as the peers' servers count theirs.
class CountingTransport final : public device::Transport {
public:
    CountingTransport(const std::string& url, const std::array<std::uint8_t, 32>& pin, std::atomic<int>& requests)
        : m_transport(url, pin), m_requests(requests)
    {
    }
    Result<device::HttpResponse> post(const device::HttpRequest& request, std::stop_token stop) override
    {
        ++m_requests;
        return m_transport.post(request, stop);
    }

private:
    device::QtTransport m_transport;
    std::atomic<int>& m_requests;
};

struct Synchronised {
    int answered;
    double committed; ///< when everything was, by now(); closing the store comes after it
};

Synchronised synchronise(const OpenedDevice& device, const std::string& url, std::atomic<int>& requests)
{
    store::SystemUuidSource uuids(benchClock());
    const auto connection = must(device.directory.open(device.key));
    CountingTransport transport(url, device.pin, requests);
    auto runner = must(device::SyncRunner::create(*connection, {}, benchClock(), uuids, transport));
    const device::SyncReport report = must(runner.run());
    return {report.answered, now()};
}

std::int64_t rowsOf(const OpenedDevice& device)
{
    const auto connection = must(device.directory.open(device.key));
    auto count = must(connection->prepare("SELECT (SELECT count(*) FROM client) + (SELECT count(*) FROM item) + "
                                          "(SELECT count(*) FROM receipt)"));
    must(count.step());
    return count.integer(0);
}

std::vector<std::string> cellsOf(const std::string& line)
{
    std::vector<std::string> cells;
    for (std::size_t from = 0; from <= line.size();) {
        const std::size_t to = std::min(line.find('\t', from), line.size());
        cells.push_back(line.substr(from, to - from));
        from = to + 1;
    }
    return cells;
}

NoteKind noteKind(const std::string& word)
{
    return word == "visit" ? NoteKind::Visit : word == "call" ? NoteKind::Call : NoteKind::Note;
}

void promise(usecases::Field& field, ClientId client, const std::vector<std::string>& cells)
{
    usecases::PromiseRequest request;
    request.client = client;
    for (const Item& item : must(store::itemsOf(field.store, field.tenant, client)))
        if (item.number == cells[2])
            request.items.push_back(item.id);
    request.amount =
        Money::ofMinor(std::stoll(cells[4]), must(store::loadProgress(field.store, field.tenant)).currency);
    request.promisedFor = *Day::parseIso(cells[3]);
    request.method = cells[5] == "CHQ" ? PaymentMethod::Cheque : PaymentMethod::Transfer;
    request.promisedBy = cells[6];
    must(usecases::promisePayment(field, request));
}

} // namespace

const Clock& benchClock()
{
    static const cli::ProgramClock clock = cli::ProgramClock::parse(std::getenv("ENCOURS_TODAY")).value();
    return clock;
}

std::string loopbackUrl(std::uint16_t port)
{
    return "https://127.0.0.1:" + std::to_string(port);
}

void enrolDevice(const std::filesystem::path& place, const std::string& invitation, const std::string& url)
{
    const auto uri = must(protocol::parseEnrolmentUri(invitation));
    auto directory =
        must(device::DeviceDirectory::lock(place, device::DeviceDirectory::Missing::Make, benchClock(), kCheapVault));
    must(directory.enrol(kPin, uri, "bench", [&](const std::string&, const auto& pin) {
        return std::make_unique<device::QtTransport>(url, pin);
    }));
}

OpenedDevice::OpenedDevice(const std::filesystem::path& place)
    : directory(must(
          device::DeviceDirectory::lock(place, device::DeviceDirectory::Missing::Fail, benchClock(), kCheapVault))),
      key(must(directory.unlock(kPin)))
{
    pin = must(store::loadEnrolment(*must(directory.open(key)), Tenant{})).serverPin;
}

void writeOffline(const OpenedDevice& device, const std::filesystem::path& file)
{
    const auto connection = must(device.directory.open(device.key));
    store::SystemUuidSource uuids(benchClock());
    usecases::Field field{*connection, benchClock(), uuids};
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);) {
        const auto cells = cellsOf(line);
        const auto client = must(store::findClientByKey(*connection, Tenant{}, cells[1]));
        if (!client)
            fail("no client " + cells[1] + " on the device");
        if (cells[0] == "note")
            must(usecases::recordNote(field, {client->id, noteKind(cells[2]), cells[3], {}, {}}));
        else
            promise(field, client->id, cells);
    }
}

int deviceMain(std::span<char* const> arguments)
{
    if (arguments.size() < 4)
        fail("device wants: WORK URL FILE DIR…");
    const std::string work = arguments[0];
    const std::string url = arguments[1];
    std::vector<std::unique_ptr<OpenedDevice>> devices;
    for (const char* place : arguments.subspan(3))
        devices.push_back(std::make_unique<OpenedDevice>(place));
    if (work == "offline") {
        writeOffline(*devices.front(), arguments[2]);
        return 0;
    }
    device::prepareTls(); // as the app does while the PIN is typed
    forgetPeak("self");
    const long base = residentKibibytes("self");
    std::atomic<int> requests = 0;
    std::vector<Synchronised> done(devices.size());
    const double cpuBefore = cpu();
    const double began = now();
    if (devices.size() == 1) {
        done.front() = synchronise(*devices.front(), url, requests);
    } else {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < devices.size(); ++i)
            threads.emplace_back([&, i] { done[i] = synchronise(*devices[i], url, requests); });
    }
    const double closed = now() - began;
    const double wall = std::ranges::max(done, {}, &Synchronised::committed).committed - began;
    const double spent = cpu() - cpuBefore;
    const int answered = std::ranges::fold_left(done, 0, [](int sum, const auto& one) { return sum + one.answered; });
    const long peak = peakKibibytes("self");
    std::printf("{\"wall_ms\": %.2f, \"closed_ms\": %.2f, \"cpu_ms\": %.2f, \"rss_base_kb\": %ld, \"rss_peak_kb\": "
                "%ld, \"n\": %lld, "
                "\"reqs\": %d, \"answered\": %d}\n",
                wall * 1e3, closed * 1e3, spent * 1e3, base, peak, static_cast<long long>(rowsOf(*devices.front())),
                requests.load(), answered);
    return 0;
}

} // namespace encours::bench
