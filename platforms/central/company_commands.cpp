// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/commands.h"
#include "store/random.h"
#include "usecases/init_company.h"
#include "usecases/people.h"

namespace encours::central {

namespace {

void addInit(Context& context)
{
    auto request = std::make_shared<usecases::CompanyRequest>();
    CLI::App& init = context.program.command(
        context.program.app(), "init", "Make the data of a company in a new directory",
        [&context, request]() -> Result<void> {
            ENCOURS_TRY(const DataDirectory where, context.directory());
            ENCOURS_CHECK(usecases::checkCompany(*request));
            const Clock& clock = context.program.clock();
            ENCOURS_CHECK(createData(where, [&](store::Connection& connection) {
                usecases::Office office{connection, clock};
                store::SystemUuidSource uuids(clock);
                return usecases::initCompany(office, uuids, *request);
            }));
            cli::Table table{{{"company", "Company"}, {"data", "Data"}, {"key_file", "Key"}},
                             {{request->name, where.path.string(), where.key().string()}},
                             {}};
            if (!where.postgresUrl.empty()) // it has a place instead of a key
                table = {{{"company", "Company"}, {"data", "Data"}, {"database", "Database"}},
                         {{request->name, where.path.string(), nameOf(DataDirectory{{}, {}, where.postgresUrl})}},
                         {}};
            context.program.printRecord(table);
            return {};
        });
    init.add_option("--company", request->name, "Name of the company")->required()->type_name("NAME");
    context.program.addList(init, "--receivables", request->receivables, "Prefixes of the receivable accounts")
        .default_str("411,413,416,4191");
    init.add_option("--default-terms", request->defaultTerms,
                    "Days from an invoice to its due day, when nothing says otherwise")
        ->type_name("DAYS")
        ->check(cli::whyEmpty)
        ->capture_default_str();
}

using SetUser = Result<bool> (*)(usecases::Office&, const std::string&);

void addUserSwitch(Context& context, CLI::App& group, const char* verb, const char* description, SetUser set)
{
    auto name = std::make_shared<std::string>();
    CLI::App& command = context.program.command(group, verb, description, [&context, name, set] {
        return context.withOffice([&](usecases::Office& office) -> Result<void> {
            ENCOURS_TRY(const bool changed, set(office, *name));
            context.program.printRecord({{{"name", "Name"}, {"changed", "Changed"}}, {{*name, changed}}, {}});
            return {};
        });
    });
    command.add_option("name", *name, "Name of the person; case and accents do not matter")
        ->required()
        ->type_name("NAME");
}

Result<void> listUsers(Context& context)
{
    return context.withOffice([&](usecases::Office& office) -> Result<void> {
        ENCOURS_TRY(const auto people, usecases::listUsers(office));
        cli::Table table{{{"id", "Id"}, {"name", "Name"}, {"role", "Role"}, {"disabled", "Disabled"}}, {}, {}};
        for (const store::Person& person : people)
            table.rows.push_back(
                {person.id.value, person.name, std::string(store::toString(person.role)), person.disabled});
        context.program.print(table);
        return {};
    });
}

void addUser(Context& context)
{
    struct Arguments {
        std::string name;
        store::Role role = store::Role::Salesperson;
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App& group = context.program.group("user", "People of the company");
    CLI::App& add = context.program.command(group, "add", "Add a person", [&context, arguments] {
        return context.withOffice([&](usecases::Office& office) -> Result<void> {
            ENCOURS_TRY(const UserId id, usecases::addUser(office, arguments->name, arguments->role));
            cli::Table table{{{"id", "Id"}, {"name", "Name"}, {"role", "Role"}},
                             {{id.value, arguments->name, std::string(store::toString(arguments->role))}},
                             {}};
            context.program.printRecord(table);
            return {};
        });
    });
    add.add_option("name", arguments->name, "Name of the person")->required()->type_name("NAME");
    const auto readRole = [arguments](const std::string& text) { arguments->role = *store::parseRole(text); };
    add.add_option_function<std::string>("--role", readRole, "salesperson, office or manager")
        ->required()
        ->type_name("ROLE")
        ->check([](const std::string& text) {
            return store::parseRole(text) ? std::string()
                                          : "'" + text + "' is not a role: write salesperson, office or manager";
        });
    addUserSwitch(context, group, "disable", "Shut out all the devices of a person who has left",
                  usecases::disableUser);
    addUserSwitch(context, group, "enable", "Let a disabled person and its devices in again", usecases::enableUser);
    context.program.command(group, "list", "Everybody, with role; disabled people too",
                            [&context] { return listUsers(context); });
}

void addClient(Context& context)
{
    struct Arguments {
        std::string client;
        std::string salesperson;
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App& group = context.program.group("client", "Clients of the company");
    CLI::App& assign =
        context.program.command(group, "assign", "Put a client in a salesperson's portfolio", [&context, arguments] {
            return context.withOffice([&](usecases::Office& office) -> Result<void> {
                ENCOURS_TRY(const bool changed,
                            usecases::assignClient(office, arguments->client, arguments->salesperson));
                cli::Table table{{{"client", "Client"}, {"salesperson", "Salesperson"}, {"changed", "Changed"}},
                                 {{arguments->client, arguments->salesperson, changed}},
                                 {}};
                context.program.printRecord(table);
                return {};
            });
        });
    assign.add_option("client", arguments->client, "Key of the client")->required()->type_name("KEY");
    assign.add_option("salesperson", arguments->salesperson, "Name of the person; \"\" = nobody's")
        ->required()
        ->type_name("SALESPERSON");
}

} // namespace

void addCompanyCommands(Context& context)
{
    addInit(context);
    addUser(context);
    addClient(context);
}

} // namespace encours::central
