// SPDX-License-Identifier: Apache-2.0
#include "usecases/list_documents.h"

#include "store/attachments.h"
#include "store/clients.h"
#include "store/events.h"
#include "usecases/find_client.h"

#include <utility>

namespace encours::usecases {

namespace {

/// What says that it belongs to it.
std::vector<Uuid> objectsOf(const Sha256& document, std::span<const Event> events)
{
    std::vector<Uuid> objects;
    for (const Event& event : events) {
        const auto* attached = std::get_if<Attached>(&event.saying.content);
        if (attached && attached->document == document && !std::ranges::contains(objects, event.saying.object))
            objects.push_back(event.saying.object);
    }
    return objects;
}

} // namespace

Result<std::vector<Document>> listDocuments(Office& office, const std::string& clientKey)
{
    ClientId only{};
    if (!clientKey.empty()) {
        ENCOURS_TRY(const Client client, clientOfKey(office, clientKey));
        only = client.id;
    }
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(office.store));
    ENCOURS_TRY(const auto stored, store::listAttachments(office.store, office.tenant, only));
    std::vector<Document> list;
    list.reserve(stored.size());
    ClientId read; // they come by client
    std::optional<Client> client;
    std::vector<Event> events;
    for (const store::StoredAttachment& one : stored) {
        if (std::exchange(read, one.name.client) != one.name.client) {
            ENCOURS_TRY(client, store::findClient(office.store, office.tenant, one.name.client));
            ENCOURS_TRY(events, store::eventsOf(office.store, office.tenant, one.name.client));
        }
        list.push_back({client ? client->key : std::string(), client ? client->name : std::string(), one.name.hash,
                        objectsOf(one.name.hash, events), one.size, one.addedAt});
    }
    return list;
}

Result<std::vector<std::uint8_t>> documentContent(Office& office, const std::string& clientKey, const Sha256& hash)
{
    ENCOURS_TRY(const Client client, clientOfKey(office, clientKey));
    ENCOURS_TRY(auto content, store::attachmentContent(office.store, office.tenant, {client.id, hash}));
    if (!content)
        return failure(ErrorKind::NotFound, "document.unknown",
                       "There is no such document of this client. 'documents' lists them.");
    return *std::move(content);
}

} // namespace encours::usecases
