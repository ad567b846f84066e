// SPDX-License-Identifier: Apache-2.0
// What the tests of this folder share: a device with an encrypted replica in a folder that goes away, notes and
// promises made on it as the use-cases make them, and everything it holds as text.
#pragma once

#include "domain/agreements/operation.h"
#include "store/device_state.h"
#include "store/outbox.h"
#include "store/secret.h"
#include "sync/device/engine.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <memory>
#include <random>

namespace encours::test {

/// Fails the test with the error's own words. For slots only: it returns.
#define REQUIRE_OK(expression)                                                                                         \
    do {                                                                                                               \
        const auto& required = (expression);                                                                           \
        QVERIFY2(required.has_value(),                                                                                 \
                 required ? "" : (required.error().code + ": " + required.error().message).c_str());                   \
    } while (false)
#define REQUIRE_ERROR(expression, expectedCode)                                                                        \
    do {                                                                                                               \
        const auto& required = (expression);                                                                           \
        QVERIFY2(!required.has_value(), "expected a failure");                                                         \
        QCOMPARE(QString::fromStdString(required.error().code), QString(expectedCode));                                \
        QVERIFY(!required.error().message.empty());                                                                    \
    } while (false)

/// The value, or the end of the program with the error's words: for preparation and inside properties.
template<class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", result.error().code.c_str(), result.error().message.c_str());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

class HandClock final : public Clock {
public:
    explicit HandClock(Instant now = Instant::fromParis(*Day::parseIso("2026-11-23"), 9, 0)) : m_now(now) {}
    Instant now() const override { return m_now; }
    void advance(std::chrono::microseconds by) { m_now = m_now + by; }

private:
    Instant m_now;
};

class SeededUuids final : public UuidSource {
public:
    explicit SeededUuids(std::uint64_t seed) : m_random(seed) {}
    Uuid next() override;

private:
    std::mt19937_64 m_random;
    std::int64_t m_milliseconds = 1'795'000'000'000;
};

inline constexpr store::Tenant kTenant{};

store::SecretKey testKey();

/// Of Nadia Ferrand, person 1, at a centre that does not exist.
store::Enrolment invented(DeviceId id);

class FieldDevice {
public:
    /// Enrolled so, nothing synchronised yet.
    FieldDevice(const std::filesystem::path& file, const store::Enrolment& enrolment, const Clock& clock,
                std::uint64_t seed);

    store::Connection& connection() { return *m_connection; }
    DeviceId id() const { return m_id; }
    UuidSource& uuids() { return m_uuids; }
    /// As after the end of the program, however it ended.
    void reopen();
    void close() { m_connection.reset(); }

    NoteId note(ClientId client, const std::string& text);
    void retract(ClientId client, NoteId note);
    PromiseId promise(ClientId client, std::vector<ItemId> items, std::int64_t cents);
    void withdraw(ClientId client, PromiseId promise);
    /// Says something of the promise, with everything seen that this device shows of it.
    OperationId say(ClientId client, PromiseId promise, EventContent content);

    std::vector<OutboxEntry> outbox() { return must(store::listOutbox(*m_connection, kTenant)); }
    store::OutboxCounts counts() { return must(store::countOutbox(*m_connection, kTenant)); }
    std::vector<Note> notes(ClientId client);
    std::vector<Promise> promises(ClientId client);

private:
    void append(OperationBody body);

    std::filesystem::path m_file;
    DeviceId m_id;
    const Clock& m_clock;
    UserId m_person;
    SeededUuids m_uuids;
    std::unique_ptr<store::Connection> m_connection;
};

/// Every row of the ledger, one a line, in order: two databases with the same text hold the same. What each end numbers
/// for itself (row ids, seq of clients) is left out. `portfolio`: of that portfolio only.
std::string dumpLedger(store::Connection& connection, std::optional<UserId> portfolio = std::nullopt);

} // namespace encours::test
