// SPDX-License-Identifier: Apache-2.0
#include "platforms/device/lookups.h"

#include "domain/agreements/attachment.h"
#include "store/clients.h"
#include "store/items.h"

#include <algorithm>
#include <charconv>
#include <fstream>

namespace encours::device {

using store::Tenant;

Result<Client> findClient(OpenedDevice& device, const std::string& key)
{
    ENCOURS_TRY(std::optional<Client> client, store::findClientByKey(device.connection(), Tenant{}, key));
    if (!client)
        return failure(ErrorKind::NotFound, "client.unknown",
                       "There is no client " + key + " on this device; nothing was written. See 'clients'.");
    return *client;
}

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

Result<std::vector<ItemId>> openItemsNamed(OpenedDevice& device, const Client& client,
                                           const std::vector<std::string>& numbers)
{
    ENCOURS_TRY(const std::vector<Item> open, store::openItemsOf(device.connection(), Tenant{}, client.id));
    std::vector<ItemId> ids;
    for (const std::string& number : numbers) {
        const std::size_t before = ids.size();
        for (const Item& item : open) {
            if (item.number == number && !std::ranges::contains(ids, item.id))
                ids.push_back(item.id);
        }
        if (ids.size() == before)
            return failure(ErrorKind::NotFound, "item.unknown",
                           "Client " + client.key + " has no open invoice " + number +
                               ", or it was named twice; nothing was written. See 'client " + client.key + "'.");
    }
    return ids;
}

std::string whyNotCents(const std::string& text)
{
    std::int64_t cents = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), cents);
    return error == std::errc() && end == text.data() + text.size()
               ? std::string()
               : "'" + text + "' is not a whole number of cents: write 648000 for 6 480,00";
}

} // namespace encours::device
