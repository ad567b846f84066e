// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/commands.h"
#include "platforms/central/listen_address.h"
#include "platforms/central/serve_lock.h"
#include "sync/central/http_server.h"
#include "sync/protocol/enrolment_uri.h"
#include "usecases/people.h"

#include <iostream>

namespace encours::central {

namespace {

void addEnrol(Context& context)
{
    struct Arguments {
        std::string user;
        std::string address;
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App& enrol = context.program.command(
        context.program.app(), "enrol", "Invite a device of that person: once, within ten minutes",
        [&context, arguments] {
            return context.withOffice([&](usecases::Office& office) -> Result<void> {
                ENCOURS_TRY(const DataDirectory where, context.directory());
                ENCOURS_TRY(const ListenAddress address, arguments->address.empty()
                                                             ? readServeAddress(where.path)
                                                             : parseListenAddress(arguments->address));
                ENCOURS_CHECK(checkReachable(address));
                ENCOURS_TRY(const TlsIdentity identity, loadTlsIdentity(where.path));
                ENCOURS_TRY(const usecases::Invitation invitation, usecases::enrolUser(office, arguments->user));
                const std::string uri =
                    protocol::toString({address.host, address.port, invitation.code, identity.spkiSha256});
                if (context.program.format() == cli::Format::Text) {
                    std::cout << uri << '\n';
                } else {
                    cli::Table table{{{"uri", "Address"}, {"user", "User"}, {"expires_at", "Until"}},
                                     {{uri, arguments->user, invitation.expiresAt.iso()}},
                                     {}};
                    context.program.printRecord(table);
                }
                return {};
            });
        });
    enrol.add_option("user", arguments->user, "Name of the person")->required()->type_name("USER");
    enrol
        .add_option("--address", arguments->address,
                    "HOST:PORT where devices reach the server (where 'serve' last listened)")
        ->type_name("HOST:PORT");
}

Result<void> serve(Context& context, const std::string& listen)
{
    ENCOURS_TRY(const ListenAddress address, parseListenAddress(listen));
    ENCOURS_CHECK(checkNumeric(address));
    ENCOURS_TRY(const DataDirectory where, context.directory());
    ENCOURS_TRY(const auto probe, openData(where)); // a wrong key is told before the port is taken
    ENCOURS_TRY(const ServeLock lock, ServeLock::take(where.path));
    ENCOURS_TRY(TlsIdentity identity, loadTlsIdentity(where.path));
    HttpServerOptions options;
    options.address = address.host;
    options.port = address.port;
    options.stopOnSignals = true;
    options.log = [](const std::string& line) { std::cerr << line + '\n'; };
    const Clock& clock = context.program.clock();
    ENCOURS_TRY(const auto server,
                HttpServer::start(options, std::move(identity), [&where] { return openData(where); }, clock));
    const ListenAddress listening{address.host, server->port()};
    ENCOURS_CHECK(writeServeAddress(where.path, listening));
    std::cout << "listening on " << toString(listening) << std::endl; // at once: who started us waits for it
    server->wait();
    return {};
}

} // namespace

void addServeCommands(Context& context)
{
    addEnrol(context);
    auto listen = std::make_shared<std::string>();
    CLI::App& command =
        context.program.command(context.program.app(), "serve", "Serve the devices until stopped (SIGTERM, Ctrl+C)",
                                [&context, listen] { return serve(context, *listen); });
    command.add_option("--listen", *listen, "Address and port to listen on, as 127.0.0.1:8443; port 0 = any free one")
        ->required()
        ->type_name("ADDR");
}

} // namespace encours::central
