// SPDX-License-Identifier: Apache-2.0
// document: a file of a client.
#include "platforms/cli/hex.h"
#include "platforms/device/client_command.h"
#include "usecases/add_document.h"

#include <fstream>
#include <iterator>

namespace encours::device {

namespace {

struct Arguments {
    std::string client;
    std::string file;
};

/// One byte more than may be: what is too large is told so, and never read whole.
Result<std::vector<std::uint8_t>> readDocument(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    std::vector<std::uint8_t> content(kMaximumAttachmentBytes + 1);
    in.read(reinterpret_cast<char*>(content.data()), static_cast<std::streamsize>(content.size()));
    if (in.bad() || (in.fail() && !in.eof()))
        return failure(ErrorKind::Unavailable, "document.read",
                       "'" + file + "' cannot be read; nothing was kept. Check its name and its rights.");
    content.resize(static_cast<std::size_t>(in.gcount()));
    return content;
}

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
