// SPDX-License-Identifier: Apache-2.0
#include "qml/Vault/vault_model.h"

#include "qml/Bridge/formats.h"
#include "sync/device/runner.h"

#include <QSysInfo>
#include <QtConcurrent>

#include <algorithm>

namespace encours::app {

using device::DeviceDirectory;

struct VaultModel::Opened {
    std::unique_ptr<store::Connection> pages;
    std::unique_ptr<store::Connection> sync;
    std::optional<Error> refused{}; ///< the key is right, and the device must stay closed
    int unsent = 0;                 ///< then
};

namespace {

std::string_view textOf(const store::SecretBytes& pin)
{
    return {reinterpret_cast<const char*>(pin.bytes().data()), pin.bytes().size()};
}

std::shared_ptr<store::SecretBytes> copyOf(const store::SecretBytes& pin)
{
    auto copy = std::make_shared<store::SecretBytes>(pin.bytes().size());
    std::ranges::copy(pin.bytes(), copy->bytes().begin());
    return copy;
}

/// Memory that runs out there is an error like another: an exception would leave the page busy for ever.
template<class Work>
QFuture<std::invoke_result_t<Work>> inBackground(Work work)
{
    return QtConcurrent::run([work = std::move(work)]() -> std::invoke_result_t<Work> {
        try {
            return work();
        } catch (const std::bad_alloc&) {
            return failure(ErrorKind::Unavailable, "vault.memory",
                           "There is not enough free memory: close other programs, then try again; your work is safe.");
        }
    });
}

/// A device that has been away too long asks the centre once, here and now.
Result<void> renewLease(store::Connection& connection, const Clock& clock, const device::TransportFactory& transports,
                        std::stop_token stop)
{
    store::SystemUuidSource uuids(clock);
    ENCOURS_TRY(const store::Enrolment enrolment, store::loadEnrolment(connection, {}));
    const auto transport = transports(enrolment.serverUrl, enrolment.serverPin);
    ENCOURS_TRY(device::SyncRunner runner, device::SyncRunner::create(connection, {}, clock, uuids, *transport));
    ENCOURS_TRY(const device::SyncReport report, runner.run({}, stop));
    static_cast<void>(report);
    return {};
}

/// Whether it may be opened; NotFound "device.not_enrolled" when it has lost what identifies it.
Result<void> checkStanding(store::Connection& connection, const Clock& clock,
                           const device::TransportFactory& transports, std::stop_token stop)
{
    ENCOURS_TRY(const store::Standing standing, store::loadStanding(connection, {}));
    if (device::checkOpening(standing, clock.now()))
        return {};
    ENCOURS_CHECK(renewLease(connection, clock, transports, stop));
    ENCOURS_TRY(const store::Standing renewed, store::loadStanding(connection, {}));
    return device::checkOpening(renewed, clock.now());
}

} // namespace

VaultModel::Lost VaultModel::lostBy(const Error& error)
{
    if (device::wantsInvitation(error))
        return Lost::Access;
    if (error.code == "device.not_enrolled")
        return Lost::Name;
    return error.code == "vault.corrupt" || error.code == "vault.missing" ? Lost::Key : Lost::Nothing;
}

VaultModel::VaultModel(Session& session, std::filesystem::path directory, device::TransportFactory transports,
                       store::VaultCost cost, const store::BootClock& boot, QObject* parent)
    : QObject(parent), m_session(session), m_path(std::move(directory)), m_transports(std::move(transports)),
      m_cost(cost), m_boot(boot), m_pin(kPinLength), m_chosenPin(kPinLength), m_currentPin(kPinLength)
{
    m_waitTimer.setInterval(1000);
    connect(&m_waitTimer, &QTimer::timeout, this, [this] {
        if (waitSeconds() == 0) {
            m_waitTimer.stop();
            m_message.clear();
        }
        Q_EMIT changed();
    });
    retry();
}

VaultModel::~VaultModel()
{
    m_stop.request_stop();
    m_work.waitForFinished();
}

int VaultModel::waitSeconds() const
{
    if (!m_waitUntil)
        return 0;
    const auto left = std::chrono::ceil<std::chrono::seconds>(*m_waitUntil - m_session.clock().now());
    return static_cast<int>(std::max<std::int64_t>(0, left.count()));
}

void VaultModel::retry()
{
    m_directory.reset();
    auto directory = DeviceDirectory::lock(m_path, DeviceDirectory::Missing::Make, m_session.clock(), m_cost, m_boot);
    if (!directory) {
        enterStage(Stage::Unavailable);
        m_message = formats::error(directory.error());
        Q_EMIT changed();
        return;
    }
    m_directory.emplace(std::move(*directory));
    enterStage(m_directory->isEnrolled() ? Stage::Locked : Stage::Invitation);
}

void VaultModel::enterStage(Stage stage)
{
    m_stage = stage;
    if (stage == Stage::Locked || stage == Stage::Open)
        m_renewing = m_known = false;
    m_wrong = false;
    m_message.clear();
    forgetDigits();
    if (stage != Stage::RepeatPin)
        std::ranges::fill(m_chosenPin.bytes(), std::uint8_t{0});
    if (stage != Stage::NewPin && stage != Stage::RepeatPin) {
        m_changing = false;
        std::ranges::fill(m_currentPin.bytes(), std::uint8_t{0});
    }
    Q_EMIT changed();
}

void VaultModel::forgetDigits()
{
    std::ranges::fill(m_pin.bytes(), std::uint8_t{0});
    m_digits = 0;
}

void VaultModel::takeInvitation(const QString& uri)
{
    auto parsed = protocol::parseEnrolmentUri(uri.toStdString());
    if (!parsed) {
        m_wrong = true;
        m_message = formats::error(parsed.error());
        Q_EMIT changed();
        return;
    }
    m_invitation = std::move(*parsed);
    m_invitationText = uri;
    enterStage(m_renewing && m_lost != Lost::Key ? Stage::RenewalPin : Stage::NewPin);
}

void VaultModel::typeDigit(int digit)
{
    const bool takesDigits = m_stage == Stage::Locked || m_stage == Stage::NewPin || m_stage == Stage::RepeatPin ||
                             m_stage == Stage::RenewalPin || m_stage == Stage::CurrentPin;
    if (m_busy || !takesDigits || waitSeconds() > 0 || m_digits >= kPinLength || digit < 0 || digit > 9)
        return;
    if (m_digits == 0) {
        m_wrong = false;
        m_message.clear();
    }
    m_pin.bytes()[static_cast<std::size_t>(m_digits++)] = static_cast<std::uint8_t>('0' + digit);
    Q_EMIT changed();
    if (m_digits == kPinLength)
        pinComplete();
}

void VaultModel::eraseDigit()
{
    if (m_busy || m_digits == 0)
        return;
    m_pin.bytes()[static_cast<std::size_t>(--m_digits)] = 0;
    Q_EMIT changed();
}

void VaultModel::goBack()
{
    if (m_busy)
        return;
    if (m_stage == Stage::RepeatPin)
        enterStage(Stage::NewPin);
    else if (m_stage == Stage::CurrentPin || (m_stage == Stage::NewPin && m_changing))
        enterStage(Stage::Open);
    else if (m_stage == Stage::NewPin || m_stage == Stage::RenewalPin)
        enterStage(Stage::Invitation);
    else if (m_stage == Stage::Invitation && m_renewing)
        enterStage(Stage::Locked);
}

void VaultModel::renew()
{
    if (m_busy || !isRenewable())
        return;
    m_renewing = true;
    enterStage(Stage::Invitation);
}

void VaultModel::linkAgain(int unsent)
{
    if (m_stage != Stage::Open)
        return;
    m_session.close();
    m_lost = Lost::Access;
    m_unsent = unsent;
    m_renewing = true;
    enterStage(Stage::Invitation);
}

QString VaultModel::amounts() const
{
    if (m_known)
        return tr("The amounts of this device are being brought up to date.");
    if (!m_renewing)
        return tr("No amount is on this device yet.");
    return m_lost == Lost::Key ? tr("The amounts on this device cannot be read without its key.")
                               : tr("Your amounts are kept on this device. They show again once it is linked.");
}

QString VaultModel::kept() const
{
    if (!m_renewing)
        return {};
    switch (m_lost) {
    case Lost::Access:
        return m_unsent == 0 ? tr("Everything you noted here was sent.")
                             : tr("%n thing(s) that you noted wait here. They are kept, and go to the centre when this "
                                  "device is linked again.",
                                  nullptr, m_unsent);
    case Lost::Name:
        return m_unsent == 0
                   ? tr("Nothing that was not sent could be read on this device any more.")
                   : tr("%n thing(s) that you noted could be read and wait here. They are kept, and go to the "
                        "centre when this device is linked again.",
                        nullptr, m_unsent);
    case Lost::Key:
        return tr(
            "What was noted here and not sent yet cannot be read without its key. Nothing is erased: the old files "
            "are put aside on this device. Ask the office before you go on.");
    case Lost::Nothing: break;
    }
    return {};
}

void VaultModel::changePin()
{
    if (m_stage == Stage::Open)
        enterStage(Stage::CurrentPin);
}

QString VaultModel::takeNotice()
{
    return std::exchange(m_notice, {});
}

void VaultModel::remadeRead()
{
    if (m_directory)
        m_directory->forgetRemade();
}

void VaultModel::pinComplete()
{
    if (m_stage == Stage::Locked) {
        unlock(Stage::Open);
    } else if (m_stage == Stage::CurrentPin) {
        checkCurrentPin();
    } else if (m_stage == Stage::RenewalPin) {
        enrol();
    } else if (m_stage == Stage::NewPin) {
        if (const auto good = store::checkPin(textOf(m_pin)); !good)
            return tellWrong(good.error());
        std::ranges::copy(m_pin.bytes(), m_chosenPin.bytes().begin());
        enterStage(Stage::RepeatPin);
    } else if (std::ranges::equal(m_pin.bytes(), m_chosenPin.bytes())) {
        m_changing ? replacePin() : enrol();
    } else {
        enterStage(Stage::NewPin);
        m_wrong = true;
        m_message = tr("The two codes are not the same. Choose again.");
        Q_EMIT changed();
    }
}

void VaultModel::enrol()
{
    m_busy = true;
    Q_EMIT changed();
    const bool anew = m_renewing && m_lost == Lost::Key;
    auto work = inBackground([this, anew, pin = copyOf(m_pin), stop = m_stop.get_token()]() -> Result<void> {
        const std::string name = QSysInfo::machineHostName().toStdString();
        const auto enrolled = anew ? m_directory->enrolAnew(textOf(*pin), m_invitation, name, m_transports, stop)
                                   : m_directory->enrol(textOf(*pin), m_invitation, name, m_transports, stop);
        return enrolled ? Result<void>() : std::unexpected(enrolled.error());
    });
    m_work = QFuture<void>(work);
    const auto finish = [this](Result<void> enrolled) {
        m_busy = false;
        if (enrolled) {
            m_invitationText.clear();
            m_known = m_renewing && m_lost == Lost::Access;
            m_renewing = false;
            m_lost = Lost::Nothing;
            return unlock(Stage::FirstLoading);
        }
        const bool wrongPin = enrolled.error().code == "pin.wrong" || enrolled.error().code == "pin.wait";
        enterStage(wrongPin ? Stage::RenewalPin : Stage::Invitation);
        tellWrong(enrolled.error());
        // The sentences of the network speak of what was noted: here nothing was yet.
        if (const std::string& code = enrolled.error().code;
            code == "net.unreachable" || code == "net.timeout" || code == "net.cut") {
            m_message = tr("The centre cannot be reached, and this device is not linked yet. Your invitation has not "
                           "served: find the network, then continue.");
            Q_EMIT changed();
        }
    };
    work.then(this, finish);
}

Result<VaultModel::Opened> VaultModel::openDirectory(const DeviceDirectory& directory, const store::SecretBytes& pin,
                                                     const Clock& clock, const device::TransportFactory& transports,
                                                     std::stop_token stop)
{
    ENCOURS_TRY(const store::SecretKey key, directory.unlock(textOf(pin)));
    Opened opened;
    ENCOURS_TRY(opened.pages, directory.open(key));
    ENCOURS_TRY(opened.sync, directory.open(key));
    if (const auto allowed = checkStanding(*opened.sync, clock, transports, stop); !allowed) {
        const auto outbox = store::countOutbox(*opened.sync, {});
        return Opened{nullptr, nullptr, allowed.error(), outbox ? static_cast<int>(outbox->waiting) : 0};
    }
    return opened;
}

void VaultModel::unlock(Stage next)
{
    m_busy = true;
    Q_EMIT changed();
    auto work = inBackground([this, pin = copyOf(m_pin), stop = m_stop.get_token()] {
        return openDirectory(*m_directory, *pin, m_session.clock(), m_transports, stop);
    });
    m_work = QFuture<void>(work);
    const auto finish = [this, next](Result<Opened> result) {
        m_busy = false;
        if (result && !result->refused) {
            m_session.open(std::move(result->pages), std::move(result->sync));
            return enterStage(next);
        }
        const Error error = result ? *result->refused : result.error();
        m_unsent = result ? result->unsent : 0;
        m_lost = lostBy(error);
        enterStage(Stage::Locked);
        tellWrong(error);
    };
    work.then(this, finish);
}

void VaultModel::checkCurrentPin()
{
    m_busy = true;
    Q_EMIT changed();
    auto work = inBackground([this, pin = copyOf(m_pin)]() -> Result<void> {
        ENCOURS_TRY(const store::SecretKey key, m_directory->unlock(textOf(*pin)));
        static_cast<void>(key);
        return {};
    });
    m_work = QFuture<void>(work);
    work.then(this, [this](Result<void> right) {
        m_busy = false;
        if (!right)
            return tellWrong(right.error());
        std::ranges::copy(m_pin.bytes(), m_currentPin.bytes().begin());
        m_changing = true;
        enterStage(Stage::NewPin);
    });
}

void VaultModel::replacePin()
{
    m_busy = true;
    Q_EMIT changed();
    auto work = inBackground([this, current = copyOf(m_currentPin), pin = copyOf(m_pin)] {
        return m_directory->changePin(textOf(*current), textOf(*pin));
    });
    m_work = QFuture<void>(work);
    work.then(this, [this](Result<void> replaced) {
        m_busy = false;
        if (replaced) {
            //: After the code of the device was changed
            m_notice = tr("Your code is changed.");
            enterStage(Stage::Open);
        } else {
            enterStage(Stage::CurrentPin); // the old code still opens
            tellWrong(replaced.error());
        }
    });
}

void VaultModel::tellWrong(const Error& error)
{
    forgetDigits();
    m_wrong = true;
    m_message = formats::error(error);
    if (error.code == "pin.wrong" || error.code == "pin.wait") {
        const auto tries = m_directory->tries();
        m_waitUntil = tries ? tries->waitUntil : std::nullopt;
        if (m_waitUntil)
            m_waitTimer.start();
        //: After a wrong code. %n tries are left before a wait
        m_message = m_waitUntil ? tr("Too many wrong codes. Your work is safe.")
                                : tr("Wrong code, %n try(s) left", nullptr, tries ? tries->left : 0);
    }
    Q_EMIT changed();
}

void VaultModel::finishFirstLoading()
{
    if (m_stage == Stage::FirstLoading)
        enterStage(Stage::Open);
}

void VaultModel::suspectDamage()
{
    if (m_directory)
        m_directory->suspect();
    lock();
}

void VaultModel::lock()
{
    m_session.close();
    enterStage(Stage::Locked);
}

} // namespace encours::app
