// SPDX-License-Identifier: Apache-2.0
#include "sync/device/device_directory.h"

#include "store/salvage.h"
#include "store/schema.h"
#include "store/sqlcipher.h"
#include "store/standing.h"
#include "sync/device/session.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace encours::device {

namespace fs = std::filesystem;
using store::Connection;
using store::Tenant;

namespace {

constexpr auto kOwnerOnly = fs::perms::owner_all;
constexpr const char* kDatabase = "ledger.db";
constexpr const char* kRebuilt = "ledger.rebuilt";
constexpr const char* kSuspect = "suspect";
constexpr const char* kRemade = "remade";

/// An empty file that says something of those beside it. Without it, somebody is told less: no failure.
void mark(const fs::path& path)
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (file >= 0)
        ::close(file);
}

std::unexpected<Error> unusable(const fs::path& directory)
{
    return failure(
        ErrorKind::Unavailable, "device.directory",
        "The directory " + directory.string() +
            " cannot be made or written; nothing was changed. Check the path, its rights and the room on the disk.");
}

std::unexpected<Error> notEnrolled(const fs::path& directory)
{
    return failure(ErrorKind::NotFound, "device.not_enrolled",
                   "No device is enrolled in " + directory.string() +
                       ". Ask the office for an enrolment code and enrol first.");
}

Result<std::unique_ptr<Connection>> openIn(const fs::path& device, const store::SecretKey& key, store::OpenMode mode)
{
    ENCOURS_TRY(std::unique_ptr<Connection> connection,
                store::openSqlcipher(device / kDatabase, key, {.mode = mode, .whenFull = store::WhenFull::Read}));
    ENCOURS_CHECK(store::migrate(*connection, store::DatabaseKind::Device));
    return connection;
}

/// The vault vouches for the key: what does not open with it is damaged at its very beginning.
bool isDamage(const Error& error)
{
    return error.code == "store.corrupt" || error.code == "store.key";
}

bool syncDirectory(const fs::path& directory)
{
    const int file = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool synced = ::fsync(file) == 0;
    ::close(file);
    return synced;
}

/// The log of the old database must be gone before the new one takes its name.
Result<void> replaceByRebuilt(const fs::path& device)
{
    std::error_code error;
    mark(device / kRemade);
    for (const char* beside : {"-wal", "-shm"}) {
        fs::remove((device / kDatabase).string() + beside, error);
        if (error)
            return unusable(device);
    }
    fs::rename(device / kRebuilt, device / kDatabase, error);
    if (error || !syncDirectory(device))
        return unusable(device);
    return {};
}

Result<void> rebuild(const fs::path& device, const store::SecretKey& key)
{
    const fs::path unfinished = device / "ledger.unfinished";
    std::error_code error;
    for (const char* part : {"", "-wal", "-shm"})
        fs::remove(unfinished.string() + part, error);
    {
        ENCOURS_TRY(const auto fresh, store::openSqlcipher(unfinished, key, {.mode = store::OpenMode::Create}));
        ENCOURS_CHECK(store::migrate(*fresh, store::DatabaseKind::Device));
        if (const auto damaged = store::openSqlcipher(device / kDatabase, key)) {
            static_cast<void>(store::migrate(**damaged, store::DatabaseKind::Device)); // as far as it goes
            ENCOURS_CHECK(store::salvage(**damaged, *fresh, Tenant{}));
        }
        ENCOURS_TRY(const bool whole, store::emptyLog(*fresh));
        if (!whole)
            return unusable(device);
    }
    fs::rename(unfinished, device / kRebuilt, error);
    if (error || !syncDirectory(device))
        return unusable(device);
    return replaceByRebuilt(device);
}

/// Spends the code; from here on a failure costs the user another code.
Result<protocol::EnrolResponse> spendCode(Connection& connection, const protocol::EnrolmentUri& uri,
                                          std::string_view deviceName, Transport& transport, std::stop_token stop,
                                          const std::function<Result<void>(const store::Enrolment&)>& save)
{
    ENCOURS_TRY(const DeviceKey key, DeviceKey::generate());
    ENCOURS_TRY(protocol::EnrolResponse response, enrol(transport, uri.code, key, deviceName, stop));
    store::Enrolment enrolment;
    enrolment.device = response.device;
    enrolment.serverUrl = serverUrl(uri);
    enrolment.serverPin = uri.spkiSha256;
    enrolment.privateKey = store::SecretBytes(key.privateBytes().size());
    std::ranges::copy(key.privateBytes(), enrolment.privateKey.bytes().begin());
    enrolment.person = response.person;
    enrolment.personName = response.personName;
    enrolment.role = static_cast<store::Role>(response.role);
    enrolment.companyName = response.companyName;
    enrolment.currency = response.currency;
    ENCOURS_TRY(store::Transaction transaction, store::Transaction::begin(connection));
    ENCOURS_CHECK(save(enrolment));
    ENCOURS_CHECK(transaction.commit());
    return response;
}

/// Removes what was half made: by an interrupted enrolment before, and by this one unless it was renamed.
class Unfinished {
public:
    explicit Unfinished(fs::path path) : m_path(std::move(path)) { remove(); }
    Unfinished(const Unfinished&) = delete;
    ~Unfinished() { remove(); }
    const fs::path& path() const { return m_path; }

private:
    void remove()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    fs::path m_path;
};

} // namespace

std::string serverUrl(const protocol::EnrolmentUri& uri)
{
    const bool isIpv6 = uri.host.contains(':');
    return "https://" + (isIpv6 ? '[' + uri.host + ']' : uri.host) + ':' + std::to_string(uri.port);
}

Result<DeviceDirectory> DeviceDirectory::lock(fs::path directory, Missing missing, const Clock& clock,
                                              store::VaultCost cost, const store::BootClock& boot)
{
    std::error_code error;
    if (missing == Missing::Fail && !fs::exists(directory, error))
        return notEnrolled(directory);
    if (fs::create_directories(directory, error))
        fs::permissions(directory, kOwnerOnly, error);
    if (error)
        return unusable(directory);
    const int file = ::open((directory / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return unusable(directory);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return failure(ErrorKind::Unavailable, "device.locked",
                       "Another program is using " + directory.string() +
                           "; nothing was changed. Close it, or wait for it to end, and try again.");
    }
    return DeviceDirectory(std::move(directory), file, clock, cost, boot);
}

DeviceDirectory::DeviceDirectory(fs::path directory, int lockFile, const Clock& clock, store::VaultCost cost,
                                 const store::BootClock& boot)
    : m_directory(std::move(directory)), m_lockFile(lockFile), m_clock(clock), m_cost(cost), m_boot(boot)
{
}

DeviceDirectory::DeviceDirectory(DeviceDirectory&& other) noexcept
    : m_directory(std::move(other.m_directory)), m_lockFile(std::exchange(other.m_lockFile, -1)),
      m_clock(other.m_clock), m_cost(other.m_cost), m_boot(other.m_boot)
{
}

DeviceDirectory::~DeviceDirectory()
{
    if (m_lockFile >= 0)
        ::close(m_lockFile);
}

bool DeviceDirectory::isEnrolled() const
{
    std::error_code ignored;
    return fs::exists(device(), ignored);
}

Result<protocol::EnrolResponse> DeviceDirectory::enrol(std::string_view pin, const protocol::EnrolmentUri& uri,
                                                       std::string_view deviceName,
                                                       const TransportFactory& makeTransport, std::stop_token stop)
{
    const std::unique_ptr<Transport> transport = makeTransport(serverUrl(uri), uri.spkiSha256);
    return isEnrolled() ? enrolAgain(pin, uri, deviceName, *transport, stop)
                        : enrolFirst(pin, uri, deviceName, *transport, stop);
}

Result<protocol::EnrolResponse> DeviceDirectory::enrolFirst(std::string_view pin, const protocol::EnrolmentUri& uri,
                                                            std::string_view deviceName, Transport& transport,
                                                            std::stop_token stop)
{
    ENCOURS_CHECK(store::checkPin(pin));
    const Unfinished unfinished(m_directory / "device.unfinished");
    std::error_code error;
    fs::create_directory(unfinished.path(), error);
    if (!error)
        fs::permissions(unfinished.path(), kOwnerOnly, error);
    if (error)
        return unusable(m_directory);
    ENCOURS_TRY(const store::SecretKey key,
                store::Vault(unfinished.path() / "vault", m_clock, m_cost, m_boot).create(pin));
    ENCOURS_TRY(std::unique_ptr<Connection> connection, openIn(unfinished.path(), key, store::OpenMode::Create));
    const auto save = [&](const store::Enrolment& enrolment) {
        return store::saveEnrolment(*connection, Tenant{}, enrolment);
    };
    ENCOURS_TRY(protocol::EnrolResponse response, spendCode(*connection, uri, deviceName, transport, stop, save));
    connection.reset(); // its write-ahead log goes into the file
    if (isEnrolled())   // enrolAnew
        ENCOURS_CHECK(putAside());
    fs::rename(unfinished.path(), device(), error);
    if (error || !syncDirectory(m_directory))
        return unusable(m_directory);
    return response;
}

Result<protocol::EnrolResponse> DeviceDirectory::enrolAnew(std::string_view pin, const protocol::EnrolmentUri& uri,
                                                           std::string_view deviceName,
                                                           const TransportFactory& makeTransport, std::stop_token stop)
{
    const auto tries = this->tries();
    if (tries || (tries.error().code != "vault.missing" && tries.error().code != "vault.corrupt"))
        return failure(ErrorKind::Refused, "vault.sound",
                       "The vault of this device can be read, so nothing is put aside. Enrol again with its PIN.");
    const std::unique_ptr<Transport> transport = makeTransport(serverUrl(uri), uri.spkiSha256);
    return enrolFirst(pin, uri, deviceName, *transport, stop);
}

Result<void> DeviceDirectory::putAside() const
{
    std::error_code error;
    fs::path aside;
    for (int i = 1; aside.empty() || fs::exists(aside, error); ++i)
        aside = m_directory / ("device.aside-" + std::to_string(i));
    fs::rename(device(), aside, error);
    return error ? Result<void>(unusable(m_directory)) : Result<void>();
}

Result<protocol::EnrolResponse> DeviceDirectory::enrolAgain(std::string_view pin, const protocol::EnrolmentUri& uri,
                                                            std::string_view deviceName, Transport& transport,
                                                            std::stop_token stop)
{
    ENCOURS_TRY(const store::SecretKey key, unlock(pin));
    ENCOURS_TRY(const std::unique_ptr<Connection> connection, open(key));
    const auto save = [&](const store::Enrolment& enrolment) -> Result<void> {
        const auto known = store::loadEnrolment(*connection, Tenant{});
        if (!known && known.error().code == "device.not_enrolled") // lost with a damaged file
            ENCOURS_CHECK(store::saveEnrolment(*connection, Tenant{}, enrolment));
        return store::replaceEnrolment(*connection, Tenant{}, enrolment);
    };
    return spendCode(*connection, uri, deviceName, transport, stop, save);
}

Result<store::SecretKey> DeviceDirectory::unlock(std::string_view pin) const
{
    if (!isEnrolled())
        return notEnrolled(m_directory);
    return store::Vault(device() / "vault", m_clock, m_cost, m_boot).unlock(pin);
}

Result<void> DeviceDirectory::changePin(std::string_view oldPin, std::string_view newPin) const
{
    if (!isEnrolled())
        return notEnrolled(m_directory);
    return store::Vault(device() / "vault", m_clock, m_cost, m_boot).changePin(oldPin, newPin);
}

Result<store::VaultTries> DeviceDirectory::tries() const
{
    if (!isEnrolled())
        return notEnrolled(m_directory);
    return store::Vault(device() / "vault", m_clock, m_cost, m_boot).tries();
}

Result<std::unique_ptr<Connection>> DeviceDirectory::open(const store::SecretKey& key) const
{
    std::error_code error;
    const fs::path suspected = device() / kSuspect;
    if (fs::exists(device() / kRebuilt, error)) // the program ended in the middle of what follows
        ENCOURS_CHECK(replaceByRebuilt(device()));
    auto opened = openIn(device(), key, store::OpenMode::Existing);
    bool damaged = !opened && isDamage(opened.error());
    if (opened && fs::exists(suspected, error)) {
        ENCOURS_TRY(const bool sound, store::isSound(**opened));
        damaged = !sound;
    }
    if (damaged) {
        opened = failure(ErrorKind::Unavailable, "device.directory", "It is closed.");
        ENCOURS_CHECK(rebuild(device(), key));
        opened = openIn(device(), key, store::OpenMode::Existing);
    }
    if (opened)
        fs::remove(suspected, error);
    return opened;
}

void DeviceDirectory::suspect() const
{
    mark(device() / kSuspect);
}

bool DeviceDirectory::isRemade() const
{
    std::error_code ignored;
    return fs::exists(device() / kRemade, ignored);
}

void DeviceDirectory::forgetRemade() const
{
    std::error_code ignored;
    fs::remove(device() / kRemade, ignored);
}

} // namespace encours::device
