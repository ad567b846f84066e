// SPDX-License-Identifier: Apache-2.0
#include "qml/Settings/document_fetcher.h"

#include "qml/Bridge/formats.h"
#include "sync/device/runner.h"
#include "usecases/keep_document.h"

#include <algorithm>
#include <utility>

namespace encours::app {

struct DocumentFetcher::Asked {
    AttachmentName document;
    device::TransportFactory transports;
    std::function<void(double)> onProgress;
    std::stop_token stop;
};

Result<void> DocumentFetcher::run(usecases::Field& field, const Asked& asked)
{
    ENCOURS_TRY(const store::Enrolment enrolment, store::loadEnrolment(field.store, field.tenant));
    const auto transport = asked.transports(enrolment.serverUrl, enrolment.serverPin);
    ENCOURS_TRY(device::Session session, device::openSession(field.store, field.tenant, field.clock, *transport));
    const auto onPart = [&](std::int64_t held, std::int64_t size) {
        if (size > 0)
            asked.onProgress(static_cast<double>(held) / static_cast<double>(size));
    };
    const auto content = device::fetchAttachment(session, asked.document, asked.stop, onPart);
    if (const auto grant = device::takeGrant(session, field.clock))
        ENCOURS_CHECK(store::saveGrant(field.store, field.tenant, *grant));
    if (!content)
        return std::unexpected(content.error());
    return usecases::keepDocument(field, asked.document, *content);
}

DocumentFetcher::DocumentFetcher(Session& session, device::TransportFactory transports, QObject* parent)
    : DocumentSource(parent), m_session(session), m_transports(std::move(transports))
{
    connect(&session, &Session::closing, this, &DocumentFetcher::close);
}

DocumentFetcher::~DocumentFetcher()
{
    m_stop.request_stop();
    m_work.waitForFinished();
}

DocumentFetcher::Wish* DocumentFetcher::find(const AttachmentName& document)
{
    const auto found = std::ranges::find(m_wishes, document, &Wish::document);
    return found == m_wishes.end() ? nullptr : &*found;
}

DocumentSource::State DocumentFetcher::stateOf(const AttachmentName& document) const
{
    const auto found = std::ranges::find(m_wishes, document, &Wish::document);
    return found == m_wishes.end() ? State() : found->state;
}

void DocumentFetcher::fetch(const AttachmentName& document)
{
    if (Wish* known = find(document); !known)
        m_wishes.push_back({document, {Stage::Coming}});
    else if (known->state.stage != Stage::Coming)
        known->state = {Stage::Coming};
    Q_EMIT changed();
    next();
}

void DocumentFetcher::resume()
{
    for (Wish& wish : m_wishes) {
        if (wish.state.stage == Stage::Waits)
            wish.state = {Stage::Coming};
    }
    Q_EMIT changed();
    next();
}

void DocumentFetcher::close()
{
    m_stop.request_stop(); // or the lock would wait for the network
    ++m_opening;
    m_running = false;
    for (Wish& wish : m_wishes) {
        if (wish.state.stage == Stage::Coming)
            wish.state = {Stage::Waits};
    }
}

void DocumentFetcher::next()
{
    const auto wish = std::ranges::find(m_wishes, Stage::Coming, [](const Wish& one) { return one.state.stage; });
    if (m_running || wish == m_wishes.end() || !m_session.isOpen())
        return;
    m_running = true;
    m_stop = std::stop_source();
    const auto onProgress = [this, document = wish->document](double progress) {
        QMetaObject::invokeMethod(this, [this, document, progress] {
            if (Wish* one = find(document))
                one->state.progress = progress;
            Q_EMIT changed();
        });
    };
    const Asked asked{wish->document, m_transports, onProgress, m_stop.get_token()};
    auto work = m_session.runSync([asked](usecases::Field& field) { return run(field, asked); });
    m_work = QFuture<void>(work);
    work.then(this, [this, document = wish->document, opening = m_opening](const Result<void>& kept) {
        if (opening == m_opening)
            finish(document, kept);
    });
}

void DocumentFetcher::finish(const AttachmentName& document, const Result<void>& kept)
{
    m_running = false;
    if (kept) {
        std::erase_if(m_wishes, [&](const Wish& wish) { return wish.document == document; });
        m_session.notifyChanged();
    } else if (kept.error().kind == ErrorKind::Unavailable) {
        for (Wish& wish : m_wishes) { // what one does not get through no other does
            if (wish.state.stage == Stage::Coming)
                wish.state = {Stage::Waits};
        }
    } else if (Wish* wish = find(document)) {
        wish->state = {Stage::Failed, 0, formats::error(kept.error())};
    }
    Q_EMIT changed();
    next();
}

} // namespace encours::app
