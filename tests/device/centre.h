// SPDX-License-Identifier: Apache-2.0
// The real centre in this process: its database in a file, its API called without a socket. And the transports that
// lead to it, the good one and the one of the field.
#pragma once

#include "sync/central/api.h"
#include "sync/device/transport.h"
#include "tests/device/field_device.h"

namespace encours::test {

class Centre {
public:
    Centre(const std::filesystem::path& file, const Clock& clock);

    store::Connection& connection() { return *m_connection; }
    const Clock& clock() const { return m_clock; }
    central::ApiResponse handle(const central::ApiRequest& request)
    {
        return m_api->handle(m_served ? *m_served : *m_connection, request, m_clock.now());
    }
    /// Requests are served on this connection instead.
    void serveOn(store::Connection& connection) { m_served = &connection; }
    /// As after the end of the program: bearers and challenges are gone too.
    void reopen();
    void close();
    /// One more connection to its database, as each worker of the program has.
    std::unique_ptr<store::Connection> connect() const;
    /// A copy of the file as it stands, and back to it.
    void backUp();
    void restore();

    UserId addPerson(const std::string& name, store::Role role);
    /// Prints no URI: the code itself.
    std::string enrolmentCode(UserId person, std::chrono::minutes lifetime = std::chrono::minutes(10));

    ClientId addClient(const std::string& key, UserId salesperson);
    ItemId addItem(ClientId client, std::int64_t cents);
    /// Pays a part of an item, adds an invoice, a contact or a note of the office, removes a settled invoice.
    void changeSomething(std::mt19937_64& random, ClientId client);
    void move(ClientId client, UserId to);

private:
    void pay(std::mt19937_64& random, const Client& client);
    void noteOfTheOffice(const Client& client);
    Client find(ClientId id);

    std::filesystem::path m_file;
    const Clock& m_clock;
    std::unique_ptr<store::Connection> m_connection;
    store::Connection* m_served = nullptr;
    std::unique_ptr<central::Api> m_api;
    SeededUuids m_uuids{99};
};

class DirectTransport final : public device::Transport {
public:
    explicit DirectTransport(Centre& centre) : m_centre(centre) {}
    Result<device::HttpResponse> post(const device::HttpRequest& request, std::stop_token stop) override;
    int requests = 0;

private:
    Centre& m_centre;
};

/// Loses requests and answers, doubles, delays, cuts at any byte, says 503: by the seed.
class FaultyTransport final : public device::Transport {
public:
    FaultyTransport(device::Transport& good, std::uint64_t seed) : m_good(good), m_random(seed) {}
    Result<device::HttpResponse> post(const device::HttpRequest& request, std::stop_token stop) override;
    int faultsPercent = 40;

private:
    device::Transport& m_good;
    std::mt19937_64 m_random;
    std::optional<device::HttpResponse> m_earlier; ///< an answer of sync that has not arrived yet
};

/// A device of that person, enrolled at the centre.
std::unique_ptr<FieldDevice> enrolDevice(Centre& centre, UserId person, const std::filesystem::path& file,
                                         std::uint64_t seed);

} // namespace encours::test
