// SPDX-License-Identifier: Apache-2.0
#include "qml/Conflicts/conflict_model.h"

#include "qml/Bridge/formats.h"
#include "qml/Conflicts/conflict_words.h"

#include <algorithm>
#include <utility>

namespace encours::app {

using usecases::OpenContest;

void ConflictModel::setSession(Session* session)
{
    m_session.follow(session, this, &ConflictModel::load);
}

void ConflictModel::setClientKey(const QString& key)
{
    m_clientKey = key;
    m_shown = 0;
    load();
}

void ConflictModel::load()
{
    if (!m_session.isOpen())
        return;
    const auto list = [](usecases::Field& field) { return usecases::listContests(field); };
    m_session->run(list).then(this, [this](Result<std::vector<OpenContest>> contests) {
        if (contests)
            return setContests(std::move(*contests));
        fail(contests.error());
    });
}

void ConflictModel::setContests(std::vector<OpenContest> contests)
{
    const auto same = [](const OpenContest& a, const OpenContest& b) {
        return a.object == b.object && a.field == b.field && a.kind == b.kind;
    };
    std::optional<OpenContest> before;
    if (m_shown < m_contests.size())
        before = m_contests[m_shown];
    std::erase_if(contests, [&](const OpenContest& contest) {
        return !m_clientKey.isEmpty() && m_clientKey.toStdString() != contest.clientKey;
    });
    m_contests = std::move(contests);
    m_loaded = true;
    // The one before the eyes stays there, if it is still contested.
    const auto again = before ? std::ranges::find_if(m_contests, [&](const auto& one) { return same(one, *before); })
                              : m_contests.end();
    if (again != m_contests.end()) {
        m_shown = static_cast<std::size_t>(again - m_contests.begin());
    } else {
        m_shown = m_contests.empty() ? 0 : std::min(m_shown, m_contests.size() - 1);
        m_choice = 0;
    }
    Q_EMIT changed();
}

QString ConflictModel::place() const
{
    //: Which of several contests is shown
    return count() > 1 ? tr("%1 of %2").arg(m_shown + 1).arg(count()) : QString();
}

ConflictValue ConflictModel::current() const
{
    return m_shown < m_contests.size() ? conflictValue(m_contests[m_shown], m_session->today()) : ConflictValue();
}

void ConflictModel::setChoice(int choice)
{
    m_choice = choice;
    Q_EMIT changed();
}

bool ConflictModel::later()
{
    if (m_shown + 1 >= m_contests.size())
        return false;
    ++m_shown;
    m_choice = 0;
    m_fault.clear();
    Q_EMIT changed();
    return true;
}

void ConflictModel::decide()
{
    const ConflictValue shown = current();
    if (!m_session.isOpen() || m_deciding || m_choice < 0 || m_choice >= shown.choices.size())
        return;
    const int kept = shown.choices[m_choice].kept;
    usecases::ContestDecision decision;
    if (kept >= 0)
        decision.kept = static_cast<std::size_t>(kept);
    m_deciding = true;
    const auto work = [contest = m_contests[m_shown], decision](usecases::Field& field) {
        return usecases::decideContest(field, contest, decision);
    };
    m_session->run(work).then(this, [this, client = m_contests[m_shown].client,
                                     title = shown.choices[m_choice].title](Result<OperationId> said) {
        m_deciding = false;
        if (!said)
            return fail(said.error());
        m_fault.clear();
        m_lastSaid = Said{client, *said};
        m_session->tellNoted();
        //: Toast after a decision. %1 is what was chosen: "Keep both"
        Q_EMIT decided(tr("Decided: %1").arg(title));
    });
}

void ConflictModel::undo()
{
    const auto said = std::exchange(m_lastSaid, std::nullopt);
    if (!said || !m_session.isOpen())
        return;
    const auto work = [said](usecases::Field& field) {
        return usecases::takeBackDecision(field, said->client, said->operation);
    };
    m_session->run(work).then(this, [this](Result<bool> done) {
        if (!done)
            return fail(done.error());
        if (!*done)
            Q_EMIT decided(tr("It was sent already: the decision stands."));
        m_session->tellNoted();
    });
}

void ConflictModel::fail(const Error& error)
{
    m_fault = formats::error(error);
    Q_EMIT changed();
}

} // namespace encours::app
