// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/commands.h"
#include "platforms/central/serve_lock.h"

namespace encours::central {

namespace {

std::string hex(std::span<const std::uint8_t> bytes)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : bytes) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

void print(Context& context, const DataDirectory& from, const DataDirectory& to, const store::CompanyDigest& digest)
{
    context.program.printRecord({{{"from", "From"}, {"to", "To"}, {"rows", "Rows"}, {"digest", "Digest"}},
                                 {{nameOf(from), nameOf(to), digest.rows, hex(digest.hash)}},
                                 {}});
}

/// The company of `source`, written to a place that has none.
Result<store::CompanyDigest> copyTo(const DataDirectory& to, store::Connection& source,
                                    std::optional<Instant> restoredAt = {})
{
    store::CompanyDigest digest;
    ENCOURS_CHECK(createData(to, [&](store::Connection& target) -> Result<void> {
        ENCOURS_TRY(digest, store::copyCompany(source, target, {}, restoredAt));
        return {};
    }));
    return digest;
}

Result<std::optional<ServeLock>> lockOutServers(const DataDirectory& place)
{
    if (!place.postgresUrl.empty())
        return std::nullopt;
    auto lock = ServeLock::take(place.path);
    if (!lock && lock.error().code == "serve.running")
        return failure(ErrorKind::Unavailable, "serve.running",
                       "A server is running on " + place.path.string() + ": stop it first; nothing was moved.");
    if (!lock)
        return std::unexpected(std::move(lock).error());
    return std::optional(std::move(*lock));
}

Result<void> migrateCompany(Context& context, const DataDirectory& from, const DataDirectory& to)
{
    store::CompanyDigest digest;
    ENCOURS_TRY(const auto lock, lockOutServers(from));
    {
        ENCOURS_TRY(const auto source, openData(from));
        ENCOURS_TRY(const auto alone, store::Transaction::begin(*source)); // nobody writes while it is read
        ENCOURS_CHECK(copyTlsIdentity(from, to));
        ENCOURS_TRY(digest, copyTo(to, *source));
    }
    if (from.postgresUrl.empty())
        ENCOURS_CHECK(retireDatabase(from, digest));
    print(context, from, to, digest);
    return {};
}

void addMigrate(Context& context)
{
    struct Arguments {
        std::string from;
        std::string to;
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App& migrate = context.program.command(
        context.program.app(), "migrate", "Move a company from a directory to PostgreSQL, or back",
        [&context, arguments] {
            return migrateCompany(context, placeFrom(arguments->from), placeFrom(arguments->to));
        });
    migrate
        .add_option("--from", arguments->from, "Where the company is: a directory, or postgresql://USER@HOST/DATABASE")
        ->required()
        ->check(cli::whyEmpty)
        ->type_name("PLACE");
    migrate.add_option("--to", arguments->to, "Where it shall be; there must be no company yet")
        ->required()
        ->check(cli::whyEmpty)
        ->type_name("PLACE");
}

Result<void> backUp(Context& context, const DataDirectory& to)
{
    ENCOURS_TRY(const DataDirectory from, context.ledger());
    ENCOURS_TRY(const auto source, openData(from));
    ENCOURS_CHECK(copyTlsIdentity(from, to));
    ENCOURS_TRY(const store::CompanyDigest digest, copyTo(to, *source));
    print(context, from, to, digest);
    return {};
}

void addBackup(Context& context)
{
    auto to = std::make_shared<std::string>();
    CLI::App& backup = context.program.command(context.program.app(), "backup",
                                               "Copy the company to a new directory, beside whatever runs",
                                               [&context, to] { return backUp(context, {*to, {}, {}}); });
    backup.add_option("--to", *to, "New directory: an encrypted database, its key, and what devices trust")
        ->required()
        ->check(cli::whyEmpty)
        ->type_name("DIR");
}

Result<void> restore(Context& context, const DataDirectory& from)
{
    ENCOURS_TRY(const DataDirectory to, context.directory());
    ENCOURS_TRY(const auto source, openData(from));
    ENCOURS_CHECK(copyTlsIdentity(from, to));
    ENCOURS_TRY(const store::CompanyDigest digest, copyTo(to, *source, context.program.clock().now()));
    print(context, from, to, digest);
    return {};
}

void addRestore(Context& context)
{
    auto from = std::make_shared<std::string>();
    CLI::App& command = context.program.command(context.program.app(), "restore",
                                                "Make the company anew from a backup; devices send what it lacks",
                                                [&context, from] { return restore(context, {*from, {}, {}}); });
    command.add_option("--from", *from, "Directory that 'backup' has made")
        ->required()
        ->check(cli::whyEmpty)
        ->type_name("DIR");
}

} // namespace

void addCopyCommands(Context& context)
{
    addMigrate(context);
    addBackup(context);
    addRestore(context);
}

} // namespace encours::central
