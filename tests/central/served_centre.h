// SPDX-License-Identifier: Apache-2.0
// A centre on the loopback, with times short enough to wait for.
#pragma once

#include "sync/central/http_server.h"
#include "tests/central/centre.h"
#include "tests/central/raw_client.h"

#include <mutex>

namespace encours::test {

class ServedCentre {
public:
    explicit ServedCentre(central::HttpServerOptions options = quick())
    {
        options.log = [this](const std::string& line) {
            const std::lock_guard lock(m_mutex);
            m_log.push_back(line);
        };
        central::TlsIdentity identity = must(central::makeTlsIdentity());
        pin = identity.spkiSha256;
        server = must(central::HttpServer::start(
            std::move(options), std::move(identity),
            [this]() -> Result<std::unique_ptr<store::Connection>> { return centre.connect(); }, m_clock));
    }

    static central::HttpServerOptions quick()
    {
        central::HttpServerOptions options;
        options.workers = 2;
        options.headTimeout = std::chrono::milliseconds(400);
        options.bodyTimeout = std::chrono::milliseconds(600);
        options.idleTimeout = std::chrono::milliseconds(800);
        return options;
    }
    HttpAnswer exchange(const QByteArray& request)
    {
        RawClient client(server->port());
        client.send(request);
        return client.answer();
    }
    bool alive() { return exchange("GET / HTTP/1.1\r\nHost: centre\r\n\r\n").status == 404; }
    std::vector<std::string> log()
    {
        const std::lock_guard lock(m_mutex);
        return m_log;
    }

    Centre centre;
    central::SpkiHash pin{};

private:
    class CentreClock final : public Clock {
    public:
        explicit CentreClock(const Centre& centre) : m_now(centre.now) {}
        Instant now() const override { return m_now; }

    private:
        Instant m_now;
    };
    std::mutex m_mutex;
    std::vector<std::string> m_log;
    CentreClock m_clock{centre};

public:
    std::unique_ptr<central::HttpServer> server; ///< ends before what it uses
};

} // namespace encours::test
