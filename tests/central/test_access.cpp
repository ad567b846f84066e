// SPDX-License-Identifier: Apache-2.0
// Enrolment, sessions and rates, through the bytes of the API but without a socket.
#include "tests/central/centre.h"

#include "store/devices.h"
#include "store/random.h"
#include "sync/central/api.h"
#include "sync/central/signature.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/enrolment_uri.h"
#include "sync/protocol/limits.h"

#include <QtTest>

using namespace encours;
using namespace encours::central;
using namespace encours::test;
using namespace encours::protocol;

namespace {

struct Fixture {
    Centre centre;
    Api api{centre.tenant};
    DeviceKey key;

    void addCode(const std::string& code, UserId person)
    {
        auto transaction = must(store::Transaction::begin(centre.store()));
        must(
            store::insertEnrolmentCode(centre.store(), centre.tenant,
                                       store::sha256({reinterpret_cast<const std::uint8_t*>(code.data()), code.size()}),
                                       person, centre.now + std::chrono::minutes(10)));
        must(transaction.commit());
    }
    ApiResponse post(std::string_view path, const Bytes& body, const std::string& bearer = {},
                     std::string_view address = "192.0.2.1")
    {
        return api.handle(centre.store(), {path, bearer, path == kSyncPath ? kSyncEncoding : "", address, body},
                          centre.now);
    }
    ApiResponse enrol(const std::string& code, std::string_view address = "192.0.2.1")
    {
        return post(kEnrolPath, encode(EnrolRequest{code, key.publicKey(), "phone"}), {}, address);
    }
    DeviceId enrolled()
    {
        addCode("ABCDEFGH", centre.nadia);
        return must(decodeEnrolResponse(enrol("ABCDEFGH").body)).device;
    }
    Bytes challenge(DeviceId device)
    {
        return must(decodeChallengeResponse(post(kChallengePath, encode(ChallengeRequest{device})).body)).challenge;
    }
    ApiResponse session(DeviceId device, const Bytes& challenge, const DeviceKey& signer)
    {
        return post(kSessionPath, encode(SessionRequest{device, challenge, signer.sign(challenge)}));
    }
    std::string bearer(DeviceId device)
    {
        return "Bearer " +
               toBase64Url(must(decodeSessionResponse(session(device, challenge(device), key).body)).bearer);
    }
    ApiResponse sync(DeviceId device, const std::string& bearer)
    {
        SyncRequest request;
        request.device = device;
        request.requestId = centre.uuid();
        return post(kSyncPath, compress(encode(request), kCompressionUp), bearer);
    }
};

/// A database that no longer lets the centre in.
class ShutDatabase final : public store::Connection {
public:
    Result<store::Statement> prepare(std::string_view) override { return shut(); }
    Result<void> begin() override { return shut(); }
    Result<void> beginRead() override { return shut(); }
    Result<void> commit() override { return shut(); }
    void rollback() override {}
    bool inTransaction() const override { return false; }
    Result<void> executeScript(const char*) override { return shut(); }
    Result<bool> hasTable(std::string_view) override { return shut(); }
    std::int64_t changes() const override { return 0; }
    std::int64_t pagesRead() const override { return 0; }

private:
    static std::unexpected<Error> shut() { return failure(ErrorKind::Denied, "store.access", "Shut."); }
};

std::string codeOf(const ApiResponse& response)
{
    return must(decodeProblem(response.body)).code;
}

} // namespace

class TestAccess : public QObject {
    Q_OBJECT
private slots:
    void aDatabaseThatRefusesTheCentreShutsNoDeviceOut()
    {
        Fixture f;
        const DeviceId device = f.enrolled();
        const Bytes challenge = f.challenge(device);
        const Bytes body = encode(SessionRequest{device, challenge, f.key.sign(challenge)});
        ShutDatabase shut;
        const ApiResponse refused = f.api.handle(shut, {kSessionPath, {}, {}, "192.0.2.1", body}, f.centre.now);
        QCOMPARE(refused.status, 500);
        QCOMPARE(codeOf(refused), std::string("central.failed"));
    }

    void aDeviceEnrolsAndSynchronises()
    {
        Fixture f;
        f.centre.addClient("TREVAL", f.centre.nadia);
        f.addCode("ABCDEFGH", f.centre.nadia);
        const auto answer = must(decodeEnrolResponse(f.enrol("abcdefgh").body)); // typed by hand
        QCOMPARE(answer.personName, std::string("Nadia Ferrand"));
        QCOMPARE(answer.companyName, std::string("Verdon"));
        QCOMPARE(answer.role, static_cast<int>(store::Role::Salesperson));
        const auto session =
            must(decodeSessionResponse(f.session(answer.device, f.challenge(answer.device), f.key).body));
        QCOMPARE(session.bearer.size(), std::size_t{32});
        QVERIFY(session.expiresAt == f.centre.now + std::chrono::minutes(15));
        QVERIFY(session.leaseUntil == f.centre.now + std::chrono::days(7));
        const auto response = f.sync(answer.device, "Bearer " + toBase64Url(session.bearer));
        QCOMPARE(response.status, 200);
        QVERIFY(response.compressed);
        QCOMPARE(f.centre.decode(response.body).checkpoint->clientsTotal, 1);
        const auto lastSeen = [&] {
            return must(store::findDevice(f.centre.store(), f.centre.tenant, answer.device))->lastSeenAt;
        };
        QVERIFY(lastSeen() == f.centre.now);
        // Within one session too: of a lost phone it is the first question. Not more than once a minute.
        const Instant first = f.centre.now;
        f.centre.now = first + std::chrono::seconds(59);
        QCOMPARE(f.sync(answer.device, "Bearer " + toBase64Url(session.bearer)).status, 200);
        QVERIFY(lastSeen() == first);
        f.centre.now = first + std::chrono::minutes(5);
        QCOMPARE(f.sync(answer.device, "Bearer " + toBase64Url(session.bearer)).status, 200);
        QVERIFY(lastSeen() == f.centre.now);
    }

    void aCodeWorksOnceForTenMinutes()
    {
        Fixture f;
        f.addCode("USEDUSED", f.centre.nadia);
        QCOMPARE(f.enrol("USEDUSED").status, 200);
        f.addCode("LATELATE", f.centre.nadia);
        const auto used = f.enrol("USEDUSED");
        const auto unknown = f.enrol("NONENONE");
        f.centre.now = f.centre.now + std::chrono::minutes(10) + std::chrono::microseconds(1);
        const auto late = f.enrol("LATELATE");
        QCOMPARE(used.status, 403);
        // One answer for all three: it tells nobody which codes exist.
        QCOMPARE(unknown.body, used.body);
        QCOMPARE(late.body, used.body);
        QCOMPARE(codeOf(used), std::string("enrol.code"));
        QCOMPARE(must(store::listDevices(f.centre.store(), f.centre.tenant)).size(), std::size_t{1});
    }

    void aWrongKeyLeavesTheCodeUsable()
    {
        Fixture f;
        f.addCode("ABCDEFGH", f.centre.nadia);
        const DeviceKey other("P-384");
        Bytes trailing = f.key.publicKey();
        trailing.push_back(0);
        for (const Bytes& bad : {Bytes{1, 2, 3}, other.publicKey(), trailing}) {
            const auto answer = f.post(kEnrolPath, encode(EnrolRequest{"ABCDEFGH", bad, ""}));
            QCOMPARE(answer.status, 400);
            QCOMPARE(codeOf(answer), std::string("enrol.key"));
        }
        QCOMPARE(f.enrol("ABCDEFGH").status, 200);
    }

    void aWrongSignature()
    {
        Fixture f;
        const DeviceId device = f.enrolled();
        const DeviceKey thief;
        const auto wrongKey = f.session(device, f.challenge(device), thief);
        QCOMPARE(wrongKey.status, 401);
        const DeviceId stranger{f.centre.uuid()};
        QCOMPARE(f.session(stranger, f.challenge(stranger), thief).body,
                 wrongKey.body); // does not tell which devices exist
        // A challenge of another device, one of ours changed, one used, one too old.
        QCOMPARE(f.session(device, f.challenge(stranger), f.key).status, 401);
        Bytes changed = f.challenge(device);
        changed[20] ^= 1;
        QCOMPARE(codeOf(f.session(device, changed, f.key)), std::string("session.challenge"));
        const Bytes once = f.challenge(device);
        QCOMPARE(f.session(device, once, f.key).status, 200);
        QCOMPARE(codeOf(f.session(device, once, f.key)), std::string("session.challenge"));
        const Bytes old = f.challenge(device);
        f.centre.now = f.centre.now + std::chrono::seconds(61);
        QCOMPARE(codeOf(f.session(device, old, f.key)), std::string("session.challenge"));
    }

    void aBearerEnds()
    {
        Fixture f;
        const DeviceId device = f.enrolled();
        const std::string bearer = f.bearer(device);
        QCOMPARE(f.sync(device, bearer).status, 200);
        for (const std::string& bad : {std::string(), std::string("Bearer "), std::string("Bearer AAAA"), bearer + "A",
                                       "Basic " + bearer.substr(7)})
            QCOMPARE(f.sync(device, bad).status, 401);
        f.centre.now = f.centre.now + (std::chrono::minutes(15) - std::chrono::microseconds(1));
        QCOMPARE(f.sync(device, bearer).status, 200);
        f.centre.now = f.centre.now + std::chrono::microseconds(1);
        QCOMPARE(f.sync(device, bearer).status, 401);
        const std::string second = f.bearer(device);
        const std::string third = f.bearer(device);
        QCOMPARE(f.sync(device, second).status, 401); // one session per device
        QCOMPARE(f.sync(device, third).status, 200);
        Api restarted{f.centre.tenant};
        QCOMPARE(restarted.handle(f.centre.store(), {kSyncPath, third, kSyncEncoding, "", {}}, f.centre.now).status,
                 401);
    }

    void aRevokedDeviceIsRefusedAtOnce()
    {
        Fixture f;
        const DeviceId device = f.enrolled();
        const std::string bearer = f.bearer(device);
        QCOMPARE(f.sync(device, bearer).status, 200);
        auto transaction = must(store::Transaction::begin(f.centre.store()));
        QVERIFY(must(store::revokeDevice(f.centre.store(), f.centre.tenant, device, f.centre.now)));
        must(transaction.commit());
        const auto answer = f.sync(device, bearer);
        QCOMPARE(answer.status, 403);
        QCOMPARE(codeOf(answer), std::string("device.revoked"));
        QCOMPARE(f.session(device, f.challenge(device), f.key).status, 403);
        const DeviceKey thief;
        QCOMPARE(f.session(device, f.challenge(device), thief).status, 401); // only the holder of the key is told
    }

    void enrolmentsAreLimitedByAddress()
    {
        Fixture f;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(f.enrol("NONENONE").status, 403);
        const auto over = f.enrol("NONENONE");
        QCOMPARE(over.status, 429);
        QVERIFY(over.retryAfterSeconds >= 1 && over.retryAfterSeconds <= 12);
        QCOMPARE(f.enrol("NONENONE", "192.0.2.2").status, 403); // others are not touched
        f.centre.now = f.centre.now + std::chrono::seconds(over.retryAfterSeconds);
        QCOMPARE(f.enrol("NONENONE").status, 403);
        QCOMPARE(f.enrol("NONENONE").status, 429);
    }

    void requestsAreLimitedByDevice()
    {
        Fixture f;
        const DeviceId device = f.enrolled();
        const std::string bearer = f.bearer(device);
        f.centre.now = f.centre.now + std::chrono::seconds(10);
        for (int i = 0; i < 20; ++i)
            QCOMPARE(f.sync(device, bearer).status, 200);
        const auto over = f.sync(device, bearer);
        QCOMPARE(over.status, 429);
        QCOMPARE(over.retryAfterSeconds, 1);
        f.centre.now = f.centre.now + std::chrono::milliseconds(200);
        QCOMPARE(f.sync(device, bearer).status, 200);
        QCOMPARE(f.sync(device, bearer).status, 429);
    }

    void limiterKeepsLittleAndForgivesClocks()
    {
        RateLimiter limiter(2, std::chrono::seconds(1), 100);
        const Instant start = Instant::fromMicroseconds(1'000'000'000);
        for (int i = 0; i < 10'000; ++i) // as many strangers as one likes
            limiter.take(std::to_string(i), start);
        QVERIFY(!limiter.take("a", start) && !limiter.take("a", start) && limiter.take("a", start));
        const Instant back = start + (-std::chrono::hours(24 * 365)); // the clock was set back by a year
        QVERIFY(limiter.take("a", back).value_or(0) <= 2);
        QVERIFY(!limiter.take("a", back + std::chrono::seconds(2)));
    }

    void badBodies()
    {
        Fixture f;
        const DeviceId device = f.enrolled();
        const std::string bearer = f.bearer(device);
        QCOMPARE(f.post(kSyncPath, {1, 2, 3}, bearer).status, 400);
        QCOMPARE(f.post(kSyncPath, compress(Bytes{1, 2, 3}, 1), bearer).status, 400);
        QCOMPARE(f.post(kSyncPath, compress(Bytes(2 << 20, 0), 1), bearer).status, 413);
        QCOMPARE(f.post(kEnrolPath, {0xFF}).status, 400);
        QCOMPARE(f.api.handle(f.centre.store(), {kSyncPath, bearer, "", "", {}}, f.centre.now).status, 415);
        SyncRequest request;
        request.device = {f.centre.uuid()};
        request.requestId = f.centre.uuid();
        const auto mismatch = f.post(kSyncPath, compress(encode(request), 1), bearer);
        QCOMPARE(mismatch.status, 403);
        QCOMPARE(codeOf(mismatch), std::string("device.mismatch"));
    }
};

QTEST_GUILESS_MAIN(TestAccess)
#include "test_access.moc"
