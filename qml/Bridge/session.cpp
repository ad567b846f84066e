// SPDX-License-Identifier: Apache-2.0
#include "qml/Bridge/session.h"

#include "qml/Bridge/formats.h"
#include "store/device_state.h"

#include <QCoreApplication>

namespace encours::app {

namespace {

constexpr std::chrono::hours kStaleAfter{24};

struct Identity {
    QString person;
    QString company;
};

Result<Identity> loadIdentity(usecases::Field& field)
{
    ENCOURS_TRY(const store::Enrolment enrolment, store::loadEnrolment(field.store, field.tenant));
    return Identity{QString::fromStdString(enrolment.personName), QString::fromStdString(enrolment.companyName)};
}

} // namespace

Session::Session(const Clock& clock, QObject* parent) : QObject(parent), m_clock(clock), m_pages(clock), m_sync(clock)
{
    updateStamp();
}

Session::~Session() = default;

void Session::open(std::unique_ptr<store::Connection> pages, std::unique_ptr<store::Connection> sync)
{
    m_pages.open(std::move(pages));
    m_sync.open(std::move(sync));
    run(loadIdentity).then(this, [this](Result<Identity> identity) {
        if (identity)
            setIdentity(identity->person, identity->company);
    });
    loadFreshness();
    Q_EMIT openChanged();
}

void Session::close()
{
    Q_EMIT closing();
    m_sync.close();
    m_pages.close();
    m_link = Link::Unknown;
    m_freshness = {}; // nothing of it stays in sight
    updateStamp();
    Q_EMIT openChanged();
}

void Session::setIdentity(const QString& person, const QString& company)
{
    m_person = person;
    m_company = company;
    Q_EMIT identityChanged();
}

void Session::setLink(Link link)
{
    m_link = link;
    updateStamp();
}

void Session::setFreshness(const usecases::Freshness& freshness)
{
    m_freshness = freshness;
    updateStamp();
}

void Session::notifyChanged()
{
    loadFreshness();
    Q_EMIT dataChanged();
}

void Session::tellNoted()
{
    notifyChanged();
    Q_EMIT noted();
}

void Session::loadFreshness()
{
    run(usecases::freshness).then(this, [this](Result<usecases::Freshness> freshness) {
        if (freshness)
            setFreshness(*freshness);
    });
}

void Session::updateStamp()
{
    StampValue stamp;
    const auto& last = m_freshness.lastSync;
    if (m_link == Link::Busy) {
        stamp.kind = StampValue::Kind::Refreshing;
        //: Stamp while the device exchanges with the centre
        stamp.text = stamp.spoken = tr("updating…");
    } else if (!last) {
        //: Stamp of a device that has no figures yet
        stamp.text = stamp.spoken = tr("never synchronised");
    } else {
        const QString day = formats::dayMonth(parisDay(*last), today());
        const auto age = m_clock.now() - *last;
        //: Stamp: how fresh the figures are. %1 is "23/11", %2 is "08:14"; all blanks are U+00A0 but one
        stamp.text = tr("%1 at %2").arg(day, formats::timeOfDay(*last));
        //: Spoken stamp. %1 is "23 November", %2 is "08:14"
        stamp.spoken = tr("figures of %1 at %2").arg(formats::dayNamed(parisDay(*last)), formats::timeOfDay(*last));
        stamp.kind = StampValue::Kind::Fresh;
        if (age > kStaleAfter) {
            stamp.kind = StampValue::Kind::Stale;
            const int days = today() - parisDay(*last);
            //: Stamp of old figures. %1 is "20/11"
            stamp.text = tr("%1 · %n day(s)", nullptr, days).arg(day);
        } else if (m_link == Link::Offline) {
            stamp.kind = StampValue::Kind::Offline;
            //: Appended to the stamp. Offline is normal, not an error
            stamp.text += tr(" · offline");
            stamp.spoken += tr(", offline");
        }
    }
    if (stamp != m_stamp) {
        m_stamp = stamp;
        Q_EMIT stampChanged();
    }
}

} // namespace encours::app
