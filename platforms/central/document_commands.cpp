// SPDX-License-Identifier: Apache-2.0
// documents, document: the files devices have brought.
#include "platforms/central/commands.h"
#include "platforms/cli/hex.h"
#include "store/file_write.h"
#include "usecases/list_documents.h"

namespace encours::central {

namespace {

struct Arguments {
    std::string client;
    std::string hash;
    std::string file;
};

std::vector<std::string> namesOf(const std::vector<Uuid>& ids)
{
    std::vector<std::string> names;
    for (const Uuid& id : ids)
        names.push_back(id.toString());
    return names;
}

Result<void> list(const Context& context, usecases::Office& office, const Arguments& arguments)
{
    ENCOURS_TRY(const auto documents, usecases::listDocuments(office, arguments.client));
    cli::Table table{{{"client", "Client"},
                      {"name", "Name"},
                      {"document", "Document"},
                      {"of", "Of"},
                      {"bytes", "Bytes"},
                      {"received_at", "Received"}},
                     {},
                     {}};
    for (const usecases::Document& one : documents)
        table.rows.push_back(
            {one.client, one.clientName, cli::toHex(one.hash), namesOf(one.of), one.size, one.receivedAt.iso()});
    context.program.print(table);
    return {};
}

Result<void> save(const Context& context, usecases::Office& office, const Arguments& arguments)
{
    const auto hash = cli::hashOf(arguments.hash);
    if (!hash)
        return failure(ErrorKind::InvalidArgument, "arguments.document",
                       "'" + arguments.hash +
                           "' is not the name of a document; nothing was written. Take it from "
                           "'documents'.");
    ENCOURS_TRY(const auto content, usecases::documentContent(office, arguments.client, *hash));
    ENCOURS_CHECK(store::writeFileSynced(arguments.file, content, store::WhenThere::Refuse));
    const auto media = mediaTypeOf(content);
    context.program.printRecord(
        {{{"file", "File"}, {"bytes", "Bytes"}, {"media", "What it is"}},
         {{arguments.file, static_cast<std::int64_t>(content.size()), std::string(media ? nameOf(*media) : "")}},
         {}});
    return {};
}

} // namespace

void addDocumentCommands(Context& context)
{
    const auto listed = std::make_shared<Arguments>();
    CLI::App& documents = context.program.command(
        context.program.app(), "documents", "Pictures and PDFs devices have brought", [&context, listed] {
            return context.withOffice([&](usecases::Office& office) { return list(context, office, *listed); });
        });
    documents.add_option("--client", listed->client, "Of this client only")->type_name("KEY")->check(cli::whyEmpty);

    const auto saved = std::make_shared<Arguments>();
    CLI::App& document =
        context.program.command(context.program.app(), "document", "Write one of them to a file", [&context, saved] {
            return context.withOffice([&](usecases::Office& office) { return save(context, office, *saved); });
        });
    document.add_option("client", saved->client, "Key of the client")->required()->type_name("KEY");
    document.add_option("document", saved->hash, "Its name, as 'documents' shows it")->required()->type_name("HASH");
    document.add_option("file", saved->file, "A file that is not there yet")->required()->type_name("FILE");
}

} // namespace encours::central
