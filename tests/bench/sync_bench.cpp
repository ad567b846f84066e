// SPDX-License-Identifier: Apache-2.0
// First synchronisation of 2,000 clients, 40,000 invoices, 30,000 payments over TLS on loopback (target: 1.5 s, 2.7 MB), then
// the list and a card from the device's encrypted replica.
#include "store/random.h"
#include "sync/device/device_directory.h"
#include "sync/device/qt_transport.h"
#include "sync/device/runner.h"
#include "sync/protocol/enrolment_uri.h"
#include "tests/bench/benches.h"
#include "tests/bench/child.h"
#include "tests/support/fec_generator.h"
#include "usecases/list_clients.h"
#include "usecases/open_client.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <thread>

namespace encours::bench {

namespace {

constexpr std::string_view kPin = "271828";

template<class T>
T must(Result<T> result)
{
    if (!result)
        fail(result.error().message);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// What the program printed once it is there: the server needs a moment.
std::string waitForOutput(const std::filesystem::path& output, std::string_view word)
{
    for (int tries = 0; tries < 200; ++tries) {
        if (std::string text = readAll(output); text.find(word) != std::string::npos)
            return text;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    fail("the centre did not start:\n" + readAll(output));
}

double median(std::vector<double> values)
{
    std::ranges::nth_element(values, values.begin() + std::ptrdiff_t(values.size() / 2));
    return values[values.size() / 2];
}

std::unique_ptr<device::Transport> makeTransport(const std::string& url, const std::array<std::uint8_t, 32>& pin)
{
    return std::make_unique<device::QtTransport>(url, pin);
}

void measureScreens(const device::DeviceDirectory& directory, const store::SecretKey& key, const Clock& clock,
                    UuidSource& uuids)
{
    auto cold = must(directory.open(key));
    usecases::Field coldField{*cold, clock, uuids};
    const auto pagesBefore = cold->pagesRead();
    double began = now();
    const usecases::ClientList list = must(usecases::listClients(coldField));
    const double firstList = now() - began;
    const auto listPages = cold->pagesRead() - pagesBefore;
    std::vector<double> lists;
    std::vector<double> cards;
    for (int round = 0; round < 5; ++round) {
        began = now();
        must(usecases::listClients(coldField));
        lists.push_back(now() - began);
    }
    auto fresh = must(directory.open(key));
    usecases::Field field{*fresh, clock, uuids};
    const auto cardBefore = fresh->pagesRead();
    must(usecases::openClient(field, list.clients.front().id));
    const auto cardPages = fresh->pagesRead() - cardBefore;
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
    const auto file = place.directory / "sync.txt";
    const auto output = place.directory / "output";
    const auto served = place.directory / "served";
    const std::string data = place.directory / "sync";
    test::FecStory story;
    story.firstYear = 2025;
    story.clients = 2'000;
    story.invoicesPerYear = 40'000;
    test::FecGenerator generator(story);
    {
        std::ofstream stream(file, std::ios::binary);
        generator.writeYear(
            [&stream](std::string_view piece) { stream.write(piece.data(), std::streamsize(piece.size())); });
    }
    run({place.central, "init", "--data", data, "--company", "Bench"}, output);
    run({place.central, "import", "fec", file, "--data", data}, output);
    run({place.central, "user", "add", "Office", "--role", "office", "--data", data}, output);

    const SystemClock clock(generator.lastDay());
    store::SystemUuidSource uuids(clock);
    std::vector<double> walls;
    std::vector<double> cpus;
    device::SyncReport report;
    const int rounds = 3;
    Child centre({place.central, "serve", "--data", data, "--listen", "127.0.0.1:0"}, served);
    waitForOutput(served, "127.0.0.1:");
    for (int round = 0; round < rounds; ++round) {
        run({place.central, "enrol", "Office", "--data", data}, output);
        const std::string printed = readAll(output);
        const auto at = printed.find("encours://");
        const auto uri = must(protocol::parseEnrolmentUri(printed.substr(at, printed.find_first_of(" \n", at) - at)));
        const auto place2 = place.directory / ("device" + std::to_string(round));
        auto directory = must(device::DeviceDirectory::lock(place2, device::DeviceDirectory::Missing::Make, clock));
        must(directory.enrol(kPin, uri, "bench", makeTransport));
        const store::SecretKey key = must(directory.unlock(kPin));
        auto connection = must(directory.open(key));
        auto transport = makeTransport(device::serverUrl(uri), uri.spkiSha256);
        auto runner = must(device::SyncRunner::create(*connection, {}, clock, uuids, *transport));
        const double cpuBefore = cpu();
        const double began = now();
        report = must(runner.run());
        walls.push_back(now() - began);
        cpus.push_back(cpu() - cpuBefore);
        if (round + 1 == rounds) {
            const double again = now();
            const auto empty = must(runner.run());
            std::printf("synchronisation with nothing new: %.1f ms, %lld bytes down\n", (now() - again) * 1e3,
                        static_cast<long long>(empty.progress.bytesDown));
            measureScreens(directory, key, clock, uuids);
        }
    }
    const Cost server = centre.stop();
    std::printf("first synchronisation of %lld clients from a FEC of %lld lines (%lld receivable): %.2f s (median of "
                "%d), device CPU %.2f s, "
                "centre CPU %.2f s each, %.2f MB down, %d requests\n",
                static_cast<long long>(report.progress.clients), static_cast<long long>(generator.lines()),
                static_cast<long long>(generator.receivableLines()), median(walls), rounds, median(cpus),
                server.cpuSeconds / rounds, double(report.progress.bytesDown) / 1e6, report.rounds);
}

} // namespace encours::bench
