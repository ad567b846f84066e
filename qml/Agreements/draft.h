// SPDX-License-Identifier: Apache-2.0
// What the drafts of what people say share: the client they are about, saving, and the way back. GUI thread.
#pragma once

#include "qml/Agreements/draft_values.h"
#include "qml/Bridge/session.h"
#include "usecases/keep_draft.h"
#include "usecases/open_client.h"
#include "usecases/take_back.h"
#include "usecases/tray.h"

#include <QJsonObject>
#include <QPointer>
#include <QTimer>

namespace encours::app {

class Draft : public QObject {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(encours::app::Session* session READ session WRITE setSession NOTIFY sessionChanged FINAL REQUIRED)
    Q_PROPERTY(QString clientKey READ clientKey NOTIFY changed FINAL)
    Q_PROPERTY(QString fault READ fault NOTIFY changed FINAL)
    Q_PROPERTY(bool correcting READ isCorrecting NOTIFY changed FINAL) // says otherwise what the centre refused
    Q_PROPERTY(bool resumed READ isResumed NOTIFY changed FINAL)       // begun another time

public:
    Session* session() const { return m_session; }
    void setSession(Session* session);
    QString clientKey() const { return m_clientKey; }
    QString fault() const { return m_fault; }
    bool isResumed() const { return m_resumed; }
    bool isCorrecting() const { return m_corrects.has_value(); }
    /// Filled with what was refused, to be said otherwise: saved, it takes its place in the tray; taken back, the tray has it
    /// again. Such a draft is kept nowhere, the tray has the words.
    Q_INVOKABLE void correct(const QString& clientKey, const QString& operation);
    /// Leaves what was begun another time, for a new draft of the same client.
    Q_INVOKABLE void startAgain();

    /// What the use-case gave; also how tests fill it.
    void setCard(const usecases::ClientCard& card);

Q_SIGNALS:
    void sessionChanged();
    void changed();
    void saved(const QString& sentence);

protected:
    explicit Draft(QObject* parent);
    virtual void take(const usecases::ClientCard& card) = 0;
    /// Drafts that outlive the program: under which kind, what is in them (empty = nothing is kept), and back. None by
    /// default.
    virtual std::optional<usecases::DraftKind> keptAs() const { return std::nullopt; }
    virtual QJsonObject words() const { return {}; }
    virtual void resume(const QJsonObject&) {}
    /// What was refused, as it was written.
    virtual void fill(const OperationBody&) {}
    /// Forgets what take() does not set.
    virtual void reset() {}
    /// Somebody changed something: it is kept within a second, and before a lock.
    void touch();
    /// What waits for its second is kept now: before another draft is begun.
    void flush();

    /// Asks for the card of that client; take() follows, unless another client was opened meanwhile.
    void open(const QString& clientKey);
    bool isSaving() const { return m_saving; }
    std::optional<OperationId> corrects() const { return m_corrects; }
    /// Runs `work` (usecases::Field& → Result<T>) off this thread; `done` takes the T and gives the sentence of saved().
    template<class Work, class Done>
    void write(Work work, Done done)
    {
        m_saving = true;
        Q_EMIT changed();
        using Written = std::invoke_result_t<Work, usecases::Field&>;
        m_keeping.stop();
        const auto noted = [work = std::move(work), client = *m_client, kind = keptHere()](usecases::Field& field) {
            Written result = work(field);
            if (result && kind) // what is left of it would be offered again: no harm
                static_cast<void>(usecases::keepDraft(field, client, *kind, {}));
            return result;
        };
        m_session->run(noted).then(this, [this, done = std::move(done)](Written result) {
            m_saving = false;
            m_undone = result ? std::exchange(m_refused, std::nullopt) : std::nullopt;
            if (!result)
                return fail(result.error());
            const QString sentence = done(*result);
            Q_EMIT changed();
            m_session->tellNoted();
            Q_EMIT saved(sentence);
        });
    }
    /// Runs `work` (usecases::Field& → Result<TakenBack>).
    template<class Work>
    void takeBack(Work work)
    {
        const auto undo = [work = std::move(work), refused = std::exchange(m_undone, std::nullopt)](
                              usecases::Field& field) -> Result<usecases::TakenBack> {
            ENCOURS_TRY(const usecases::TakenBack done, work(field));
            if (refused)
                ENCOURS_CHECK(usecases::bringBack(field, *refused));
            return done;
        };
        m_session->run(undo).then(this, [this](Result<usecases::TakenBack> done) {
            m_session->tellNoted();
            if (!done)
                return fail(done.error());
            Q_EMIT changed();
        });
    }

    /// A day among the words that were kept.
    static std::optional<Day> dayIn(const QJsonValue& iso);
    void fail(const Error& error);
    void clearFault() { m_fault.clear(); }

    std::optional<ClientId> m_client; ///< none until its card is there

private:
    void load(const QString& clientKey);
    void keep();
    std::optional<usecases::DraftKind> keptHere() const { return m_corrects ? std::nullopt : keptAs(); }

    QPointer<Session> m_session;
    QString m_clientKey;
    QString m_fault;
    bool m_saving = false;
    bool m_resumed = false;
    std::optional<OperationId> m_corrects;
    std::optional<OutboxEntry> m_refused; // as it is in the tray
    std::optional<OutboxEntry> m_undone;  // what the draft saved last has replaced
    QTimer m_keeping;
};

} // namespace encours::app
