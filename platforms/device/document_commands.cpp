// SPDX-License-Identifier: Apache-2.0
// document: a file of a client.
#include "platforms/cli/hex.h"
#include "platforms/device/client_command.h"
#include "platforms/device/lookups.h"
#include "usecases/add_document.h"

namespace encours::device {

namespace {

struct Arguments {
    std::string client;
    std::string file;
};

Result<void> add(const Context& context, OpenedDevice& device, const Client& client, const Arguments& arguments)
{
    ENCOURS_TRY(const auto content, readDocument(arguments.file));
    usecases::Field field = device.field();
    ENCOURS_TRY(const AttachmentName name, usecases::addDocument(field, client.id, content));
    context.program.printRecord(
        {{{"client", "Client"}, {"name", "Name"}, {"document", "Document"}, {"bytes", "Bytes"}},
         {{client.key, client.name, cli::toHex(name.hash), static_cast<std::int64_t>(content.size())}},
         {}});
    return {};
}

} // namespace

void addDocumentCommands(Context& context)
{
    const auto arguments = std::make_shared<Arguments>();
    CLI::App& command =
        addClientCommand(context, context.program.app(), "document",
                         "Keep a picture or a PDF of a client; it goes to the centre by itself", arguments, add);
    command.add_option("file", arguments->file, "JPEG, PNG or PDF of at most 200 KiB")->required()->type_name("FILE");
}

} // namespace encours::device
