// SPDX-License-Identifier: Apache-2.0
// A centre without a network: a company in a temporary folder, its people, clients with rows, and devices that synchronise by
// function calls. Preparation that fails ends the program with the error's words.
#pragma once

#include "store/clients.h"
#include "store/company.h"
#include "store/feed.h"
#include "store/people.h"
#include "sync/central/sync_service.h"
#include "sync/protocol/message.h"

#include <QTemporaryDir>

#include <filesystem>

#include <map>

namespace encours::test {

template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", result.error().code.c_str(), result.error().message.c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// What a device would hold: the bundles applied as the protocol says, rows in words (describe.h).
struct Replica {
    struct ClientRows {
        std::string client;
        std::int64_t seq = 0;
        std::map<std::int64_t, std::string> contacts, items, receipts;
        std::map<std::string, std::string> notes, promises, events, disputes;
        friend bool operator==(const ClientRows& a, const ClientRows& b) { return a.words() == b.words(); }
        std::string words() const;
    };
    std::map<std::int64_t, ClientRows> clients;
    std::optional<protocol::Cursor> cursor;

    void apply(const protocol::Bundle& bundle);
    void apply(const protocol::SyncResponse& response);
    std::string words() const;
};

struct TestDevice {
    DeviceId id;
    UserId person;
    Replica replica;
    std::int64_t nextSeq = 1;
};

class Centre {
public:
    Centre();

    store::Connection& store() { return *m_store; }
    store::Tenant tenant;
    Instant now = Instant::fromParis(*Day::fromYmd(2026, 11, 23), 9, 30);
    UserId nadia, karim, odile; ///< two salespeople, one in the office

    /// Another connection to the same data; a writer waits that long for its turn.
    std::unique_ptr<store::Connection> connect(std::chrono::milliseconds patience = std::chrono::seconds(5));
    void reopen(); ///< as after a restart

    /// A client with so many items, each second one paid by a receipt; one commit.
    ClientId addClient(const std::string& key, UserId salesperson, int items = 2);
    ItemId firstItem(ClientId client);
    ItemId addItem(ClientId client, const std::string& number); ///< one commit
    void payItem(ClientId client, ItemId item);                 ///< residual 0 and a receipt; one commit
    void addDispute(ClientId client, const std::string& text);  ///< as from a file; one commit
    void deleteItem(ClientId client, ItemId item);              ///< one commit
    void rename(ClientId client, const std::string& name);
    void assign(ClientId client, UserId salesperson);
    std::int64_t head();

    TestDevice addDevice(UserId person);
    /// One request with these operations; the replica takes the answer.
    protocol::SyncResponse sync(TestDevice& device, std::vector<Operation> operations = {},
                                std::uint32_t maximumBytes = 0);
    Result<protocol::Bytes> trySync(const TestDevice& device, const protocol::SyncRequest& request);
    protocol::SyncRequest request(const TestDevice& device, std::vector<Operation> operations = {},
                                  std::uint32_t maximumBytes = 0);
    protocol::SyncResponse decode(const protocol::Bytes& body);
    /// Until nothing more comes.
    void syncAll(TestDevice& device, std::uint32_t maximumBytes = 0);
    /// What a device of that person must hold, read straight from the tables.
    Replica expected(UserId person);

    Operation note(TestDevice& device, ClientId client, const std::string& text);
    Operation promise(TestDevice& device, ClientId client, std::vector<ItemId> items, std::int64_t amount);
    Operation retract(TestDevice& device, ClientId client, NoteId note);
    Operation withdraw(TestDevice& device, ClientId client, PromiseId promise,
                       PromiseEnding ending = PromiseEnding::WithdrawnByDebtor);
    Operation say(TestDevice& device, ClientId client, const Uuid& object, EventContent content);
    Operation wrap(TestDevice& device, OperationBody body);
    Uuid uuid();

private:
    void commit(store::Transaction& transaction, store::Changes& changes);
    std::filesystem::path file() const { return m_folder.filePath("centre.db").toStdString(); }
    QTemporaryDir m_folder;
    std::unique_ptr<store::Connection> m_store;
    std::uint8_t m_counter = 0;
    std::int64_t m_uuidTime = 1;
};

/// A fresh device key: what enrolment and sessions are proved with.
class DeviceKey {
public:
    explicit DeviceKey(const char* curve = "P-256");
    ~DeviceKey();
    DeviceKey(const DeviceKey&) = delete;
    protocol::Bytes publicKey() const;
    protocol::Bytes sign(protocol::ByteView message) const;

private:
    void* m_key;
};

} // namespace encours::test
