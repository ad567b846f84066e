// SPDX-License-Identifier: Apache-2.0
// What every page shares once the vault is open: a way to run use-cases off the GUI thread, how fresh the figures are, and
// the word that something has changed. Belongs to the GUI thread.
#pragma once

#include "qml/Bridge/store_thread.h"
#include "qml/Bridge/values.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace encours::app {

class Session : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The program makes the session")
    Q_PROPERTY(bool open READ isOpen NOTIFY openChanged FINAL)
    Q_PROPERTY(QString person READ person NOTIFY identityChanged FINAL)
    Q_PROPERTY(QString company READ company NOTIFY identityChanged FINAL)
    Q_PROPERTY(encours::app::StampValue stamp READ stamp NOTIFY stampChanged FINAL)

public:
    enum class Link { Unknown, Online, Offline, Refused, Busy };

    /// The clock must outlive it.
    explicit Session(const Clock& clock, QObject* parent = nullptr);
    ~Session() override;

    /// One connection for the pages, one for synchronising, so that pages never wait for the network.
    void open(std::unique_ptr<store::Connection> pages, std::unique_ptr<store::Connection> sync);
    void close();
    bool isOpen() const { return m_pages.isOpen(); }

    template<class Work>
    auto run(Work work)
    {
        return m_pages.run(std::move(work));
    }
    template<class Work>
    auto runSync(Work work)
    {
        return m_sync.run(std::move(work));
    }

    const Clock& clock() const { return m_clock; }
    Day today() const { return m_clock.today(); }
    QString person() const { return m_person; }
    QString company() const { return m_company; }
    StampValue stamp() const { return m_stamp; }
    Link link() const { return m_link; }
    const usecases::Freshness& freshness() const { return m_freshness; }

    void setIdentity(const QString& person, const QString& company);
    void setLink(Link link);
    void setFreshness(const usecases::Freshness& freshness);
    /// Something was written here, or came from the centre: pages load again, the stamp too.
    void notifyChanged();
    /// Something was noted on this device: pages load again, and it wants to go out.
    void tellNoted();

Q_SIGNALS:
    void openChanged();
    /// About to close: whoever runs something long stops it.
    void closing();
    void identityChanged();
    void stampChanged();
    void dataChanged();
    /// It wants to go out.
    void noted();

private:
    void loadFreshness();
    void updateStamp();

    const Clock& m_clock;
    StoreThread m_pages;
    StoreThread m_sync;
    QString m_person;
    QString m_company;
    usecases::Freshness m_freshness;
    Link m_link = Link::Unknown;
    StampValue m_stamp;
};

} // namespace encours::app
