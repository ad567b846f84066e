// SPDX-License-Identifier: Apache-2.0
#include "qml/Settings/sync_model.h"

#include "qml/Bridge/formats.h"
#include "qml/Settings/outbox_rows.h"
#include "usecases/list_contests.h"
#include "usecases/tray.h"

#include <algorithm>
#include <climits>

namespace encours::app {

using namespace std::chrono_literals;

namespace {

constexpr auto kAfterNote = 10s; // the eight seconds of the undo, and a little
constexpr auto kNetworkSettles = 1s;
constexpr qsizetype kLongestLog = 100; // of thirty days
constexpr auto kBetweenCounts = 300ms; // of the parts of a first loading

} // namespace

struct SyncModel::Exchanged {
    Result<device::SyncReport> report;
    std::optional<std::chrono::seconds> retryAfter{};

    struct Asked {
        device::TransportFactory transports;
        device::Documents documents;
        std::function<void(const device::SyncProgress&, std::optional<usecases::LoadedParts>)> onProgress;
        std::stop_token stop;
    };
    static Exchanged run(usecases::Field& field, const Asked& asked);
};

SyncModel::Exchanged SyncModel::Exchanged::run(usecases::Field& field, const Asked& asked)
{
    const auto enrolment = store::loadEnrolment(field.store, field.tenant);
    if (!enrolment)
        return {std::unexpected(enrolment.error())};
    const auto transport = asked.transports(enrolment->serverUrl, enrolment->serverPin);
    auto runner = device::SyncRunner::create(field.store, field.tenant, field.clock, field.uuids, *transport);
    if (!runner)
        return {std::unexpected(runner.error())};
    const auto progress = store::loadProgress(field.store, field.tenant);
    const bool first = progress && !progress->lastSyncAt;
    std::optional<std::chrono::steady_clock::time_point> counted;
    const auto onProgress = [&](const device::SyncProgress& now) {
        std::optional<usecases::LoadedParts> parts;
        if (first && (!counted || std::chrono::steady_clock::now() - *counted >= kBetweenCounts)) {
            if (const auto loaded = usecases::countLoaded(field))
                parts = *loaded;
            counted = std::chrono::steady_clock::now();
        }
        asked.onProgress(now, parts);
    };
    auto report = runner->run(onProgress, asked.stop, asked.documents);
    return {std::move(report), runner->retryAfter()};
}

SyncModel::SyncModel(Session& session, device::TransportFactory transports, QObject* parent)
    : QObject(parent), m_session(session), m_transports(std::move(transports)), m_random(std::random_device()())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SyncModel::synchronise);
    connect(&session, &Session::noted, this, [this] {
        load();
        scheduleAfter(kAfterNote);
    });
    connect(&session, &Session::stampChanged, this, &SyncModel::changed);
    connect(&session, &Session::closing, this, [this] {
        m_timer.stop();
        m_stop.request_stop(); // or the lock would wait for the network
        ++m_opening;
        m_running = false;
        m_refusedForGood = false; // the next exchange says it again
    });
    connect(&session, &Session::openChanged, this, [this] {
        if (!m_session.isOpen())
            return;
        load();
        scheduleAfter(0ms);
    });
}

SyncModel::~SyncModel()
{
    m_stop.request_stop();
    m_work.waitForFinished();
}

void SyncModel::setAutomatic(bool automatic)
{
    if (m_automatic == automatic)
        return;
    m_automatic = automatic;
    scheduleAfter(0ms);
}

void SyncModel::tryAgain()
{
    if (m_running || (m_session.link() != Session::Link::Offline && waiting() == 0))
        return;
    m_backoff.reset();
    scheduleAfter(kNetworkSettles);
}

void SyncModel::setForeground(bool foreground)
{
    if (std::exchange(m_surroundings.foreground, foreground) == foreground || m_running)
        return;
    if (foreground)
        scheduleAfter(kNetworkSettles);
    else if (!hasSomethingToSend())
        m_timer.stop();
}

void SyncModel::setMetered(bool metered)
{
    if (std::exchange(m_surroundings.metered, metered) == metered)
        return;
    if (!metered && m_documentsWaiting > 0)
        scheduleAfter(kNetworkSettles);
    Q_EMIT changed();
}

std::optional<std::chrono::milliseconds> SyncModel::nextWake() const
{
    return m_timer.isActive() ? std::optional(m_timer.remainingTimeAsDuration()) : std::nullopt;
}

void SyncModel::scheduleAfter(std::optional<std::chrono::milliseconds> delay)
{
    if (delay && m_automatic && m_session.isOpen())
        m_timer.start(*delay);
}

bool SyncModel::hasSomethingToSend() const
{
    return waiting() > 0 || (m_documentsWaiting > 0 && device::sendsDocuments(m_surroundings));
}

void SyncModel::sendDocuments()
{
    m_withDocuments = true;
    synchronise();
}

void SyncModel::synchronise()
{
    if (!m_session.isOpen())
        return;
    if (m_running) {
        m_again = true;
        return;
    }
    m_timer.stop();
    m_running = true;
    m_stop = std::stop_source();
    m_fault.clear();
    m_session.setLink(Session::Link::Busy);
    const auto onProgress = [this](const device::SyncProgress& progress, std::optional<usecases::LoadedParts> parts) {
        QMetaObject::invokeMethod(this, [this, progress, parts] {
            m_progress = progress;
            if (parts)
                m_loaded = parts;
            Q_EMIT changed();
        });
    };
    const bool withDocuments = std::exchange(m_withDocuments, false) || device::sendsDocuments(m_surroundings);
    const Exchanged::Asked asked{m_transports, withDocuments ? device::Documents::Send : device::Documents::Wait,
                                 onProgress, m_stop.get_token()};
    auto work = m_session.runSync([asked](usecases::Field& field) { return Exchanged::run(field, asked); });
    m_work = QFuture<void>(work);
    work.then(this, [this, opening = m_opening](Exchanged exchanged) {
        if (opening == m_opening)
            finish(std::move(exchanged));
    });
    Q_EMIT changed();
}

void SyncModel::finish(Exchanged exchanged)
{
    m_running = false;
    const auto& report = exchanged.report;
    m_refusedForGood = !report && device::wantsInvitation(report.error());
    if (report) {
        m_backoff.reset();
        m_offlineSince.reset();
        m_progress = report->progress;
        m_session.setLink(Session::Link::Online);
        m_documentsWaiting = report->attachments.waiting;
        const bool somethingToSend =
            report->outbox.waiting > 0 || (m_documentsWaiting > 0 && device::sendsDocuments(m_surroundings));
        scheduleAfter(std::exchange(m_again, false) ? 0ms : device::pauseBetween(m_surroundings, somethingToSend));
    } else {
        const bool unreachable = report.error().kind == ErrorKind::Unavailable;
        if (unreachable && !m_offlineSince)
            m_offlineSince = m_session.clock().now();
        m_fault = formats::error(report.error());
        m_session.setLink(unreachable ? Session::Link::Offline : Session::Link::Refused);
        m_again = false;
        const auto delay = m_backoff.failed(static_cast<std::uint32_t>(m_random()), exchanged.retryAfter);
        // What waits is said to go out when the network is back, which not every system tells.
        if (unreachable)
            scheduleAfter(m_backoff.circuitOpen()
                              ? device::pauseBetween(m_surroundings, hasSomethingToSend())
                              : device::pauseAfterFailure(m_surroundings, hasSomethingToSend(), delay));
    }
    m_session.notifyChanged();
    load();
    Q_EMIT changed();
    if (report)
        Q_EMIT synchronised();
    else if (report.error().code == "store.corrupt")
        Q_EMIT damaged();
}

void SyncModel::load()
{
    if (!m_session.isOpen())
        return;
    const auto lastContact = [](usecases::Field& field) { return store::loadProgress(field.store, field.tenant); };
    m_session.run(lastContact).then(this, [this](Result<store::Progress> progress) {
        m_lastContact = progress.value_or(store::Progress());
        Q_EMIT changed();
        if (!m_lastContact.lastSyncAt) // only now is it known
            countLoaded();
    });
    m_session.run(usecases::listOutbox).then(this, [this](Result<std::vector<usecases::OutboxLine>> lines) {
        if (lines)
            setOutbox(*lines);
    });
    const auto contests = [](usecases::Field& field) { return usecases::listContests(field); };
    m_session.run(contests).then(this, [this](Result<std::vector<usecases::OpenContest>> open) {
        m_toDecide = open ? static_cast<int>(open->size()) : 0;
        Q_EMIT changed();
    });
}

/// Reads every row: while the first loading lasts.
void SyncModel::countLoaded()
{
    m_session.run(usecases::firstLoad).then(this, [this](Result<usecases::FirstLoad> load) {
        if (load) {
            m_loaded = load->parts;
            // What an earlier program was told: it may have grown since, so that all of it is not said to be the end.
            if (m_progress.clientsTotal == 0 && load->clients < load->clientsTotal) {
                m_progress.clients = load->clients;
                m_progress.clientsTotal = load->clientsTotal;
            }
        }
        Q_EMIT changed();
    });
}

void SyncModel::setOutbox(const std::vector<usecases::OutboxLine>& lines)
{
    m_outbox.clear();
    m_tray.clear();
    m_log.clear();
    m_refused = 0;
    for (const usecases::OutboxLine& line : lines) {
        const OutboxRowValue row = outboxRow(line, m_session.today());
        if (line.toLookAt()) {
            m_tray.append(row);
            m_refused += line.entry.status != OperationStatus::Conflict;
        } else if (line.tick == usecases::Tick::Recorded) {
            m_outbox.append(row);
        } else {
            m_log.prepend(row);
        }
    }
    m_log.resize(std::min(m_log.size(), kLongestLog));
    Q_EMIT changed();
}

void SyncModel::layAside(const QString& operation)
{
    const auto id = Uuid::parse(operation.toStdString());
    if (!id || !m_session.isOpen())
        return;
    const auto work = [id = OperationId{*id}](usecases::Field& field) { return usecases::layAside(field, id); };
    m_session.run(work).then(this, [this](Result<OutboxEntry> before) {
        load();
        m_session.notifyChanged();
        if (!before) {
            m_fault = formats::error(before.error());
            Q_EMIT changed();
            return;
        }
        m_laidAside = std::move(*before);
        Q_EMIT laidAside(m_laidAside->state == OutboxState::Refused ? tr("Withdrawn: it will not be sent.")
                                                                    : tr("Read: the centre keeps it."));
    });
}

void SyncModel::undo()
{
    if (!m_laidAside || !m_session.isOpen())
        return;
    const auto work = [before = *std::exchange(m_laidAside, std::nullopt)](usecases::Field& field) {
        return usecases::bringBack(field, before);
    };
    m_session.run(work).then(this, [this](Result<void> done) {
        if (!done)
            m_fault = formats::error(done.error());
        load();
        m_session.notifyChanged();
    });
}

QString SyncModel::toDecideText() const
{
    //: How many pairs of values wait for somebody to say which one counts
    return m_toDecide > 0 ? tr("%n contest(s): both versions are kept", nullptr, m_toDecide) : tr("Nothing to decide");
}

Tone::Kind SyncModel::tone() const
{
    if (m_running)
        return Tone::Kind::Info;
    switch (m_session.link()) {
    case Session::Link::Online: return Tone::Kind::Accent;
    case Session::Link::Refused: return Tone::Kind::Danger;
    default: return Tone::Kind::Warning;
    }
}

QString SyncModel::icon() const
{
    if (m_running)
        return QStringLiteral("sync");
    return m_session.link() == Session::Link::Online ? QStringLiteral("cloudok") : QStringLiteral("cloudoff");
}

QString SyncModel::headline() const
{
    if (m_running)
        return tr("Synchronising…");
    if (m_session.link() == Session::Link::Online)
        return tr("Up to date");
    if (m_session.link() == Session::Link::Refused)
        return tr("The centre refuses this device");
    if (m_offlineSince) {
        //: %1 is "08:31"
        return tr("Offline since %1").arg(formats::timeOfDay(*m_offlineSince));
    }
    return isLoadedOnce() ? tr("Not connected yet") : tr("Never synchronised");
}

QString SyncModel::explanation() const
{
    const auto& last = m_session.freshness().lastSync;
    if (!last)
        return m_loaded && m_loaded->openItems + m_loaded->said + m_loaded->settled > 0
                   ? tr("Part of your clients is on this device; the others come with the rest of the first loading.")
                   : tr("No amount is on this device yet.");
    //: %1 is "23/11", %2 is "08:14"
    const QString dated = tr("Your amounts are of %1 at %2.")
                              .arg(formats::dayMonth(parisDay(*last), m_session.today()), formats::timeOfDay(*last));
    if (m_session.link() != Session::Link::Online)
        return dated + u' ' + tr("Everything stays usable.");
    return m_outbox.isEmpty() ? dated + u' ' + tr("Everything is sent.") : dated;
}

QString SyncModel::coverage() const
{
    const auto& freshness = m_session.freshness();
    if (!freshness.ledgerThrough || !freshness.coveredThrough)
        return {};
    //: %1 and %2 are days: how far the accounting and the bank are known
    return tr("Accounting through %1, bank through %2.")
        .arg(formats::dayMonth(*freshness.ledgerThrough, m_session.today()),
             formats::dayMonth(*freshness.coveredThrough, m_session.today()));
}

QString SyncModel::nextTry() const
{
    if (m_running || m_fault.isEmpty())
        return {};
    if (const auto wake = nextWake()) {
        //: After a failure. %1 is "10:42"
        return tr("Next try at %1.").arg(formats::timeOfDay(m_session.clock().now() + *wake));
    }
    return m_automatic ? tr("It does not try again by itself. Nothing is lost.") : QString();
}

QString SyncModel::clockDoubt() const
{
    const auto doubt = device::clockDoubt(m_lastContact, m_session.clock().now());
    if (!doubt)
        return {};
    const auto told = [](Instant at, Instant beside) {
        return formats::dayMonth(parisDay(at), parisDay(beside)) + u' ' + formats::timeOfDay(at);
    };
    const QString now = told(doubt->now, doubt->lastContact);
    const QString contact = told(doubt->lastContact, doubt->now);
    //: %1 and %2 are "23/11 08:14" or "23/11/2027 08:14"
    return doubt->ahead ? tr("This device's clock is ahead: it says %1, the centre's said %2 at the last contact. "
                             "Nothing is lost, but days late may be wrong: set the clock.")
                              .arg(now, contact)
                        : tr("This device's clock is behind: it says %1, the centre's said %2 at the last contact. "
                             "Nothing is lost, but days late may be wrong: set the clock.")
                              .arg(now, contact);
}

QString SyncModel::outboxCount() const
{
    return m_outbox.isEmpty() ? tr("nothing waits")
                              : tr("%n operation(s), in this order", nullptr, static_cast<int>(m_outbox.size()));
}

double SyncModel::progress() const
{
    if (m_progress.clientsTotal <= 0)
        return isLoadedOnce() ? 1.0 : 0.0;
    return std::min(1.0, static_cast<double>(m_progress.clients) / static_cast<double>(m_progress.clientsTotal));
}

QString SyncModel::progressText() const
{
    if (!m_running && !isLoadedOnce() && m_session.link() == Session::Link::Offline) {
        //: Of the first loading
        return tr("paused, offline");
    }
    if (m_progress.clientsTotal <= 0)
        return {};
    //: First loading: %L1 clients of %L2, with their separators of thousands
    return tr("%L1 clients of %L2").arg(m_progress.clients).arg(m_progress.clientsTotal);
}

QList<LoadedPartValue> SyncModel::parts() const
{
    if (isLoadedOnce())
        return {};
    const auto so = [this](int count, const QString& words) { return m_loaded && count > 0 ? words : QString(); };
    const auto small = [](std::int64_t count) { return static_cast<int>(std::min<std::int64_t>(count, INT_MAX)); };
    const usecases::LoadedParts loaded = m_loaded.value_or(usecases::LoadedParts());
    const int open = small(loaded.openItems);
    const int said = small(loaded.said);
    const int settled = small(loaded.settled);
    // Each client comes whole: no part is complete before the last one is there.
    const bool done = m_progress.clientsTotal > 0 && m_progress.clients >= m_progress.clientsTotal;
    return {
        //: Part of the first loading
        {tr("Balance, open invoices"), so(open, tr("%Ln invoice(s)", nullptr, open)), done},
        //: Part of the first loading
        {tr("Contacts, promises, disputes"),
         //: How many contacts, promises and disputes have come
         done ? tr("complete") : so(said, tr("%Ln so far", nullptr, said)), done},
        //: Part of the first loading: settled invoices and receipts
        {tr("History of payments"), so(settled, tr("%Ln document(s)", nullptr, settled)), done},
    };
}

QString SyncModel::heldDocuments() const
{
    if (m_documentsWaiting == 0 || device::sendsDocuments(m_surroundings))
        return {};
    //: The network of a mobile data plan holds them back
    return tr("%n document(s) wait for a network without charge. What you noted is not held back.", nullptr,
              m_documentsWaiting);
}

} // namespace encours::app
