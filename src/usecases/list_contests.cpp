// SPDX-License-Identifier: Apache-2.0
#include "usecases/list_contests.h"

#include "domain/agreements/collided_receipt.h"
#include "domain/agreements/note_history.h"
#include "store/clients.h"
#include "store/device_state.h"
#include "store/events.h"
#include "store/notes.h"
#include "store/promises.h"
#include "usecases/field_accounts.h"

#include <algorithm>
#include <set>

namespace encours::usecases {

namespace {

/// The clients of which two things can stand side by side.
Result<std::vector<Client>> clientsToLookAt(Field& field, ClientId only)
{
    std::set<ClientId> ids{only};
    if (!only) {
        ids.clear();
        ENCOURS_TRY(const auto events, store::listEvents(field.store, field.tenant));
        for (const Event& event : events)
            ids.insert(event.saying.client);
        ENCOURS_TRY(const auto promises, store::listPromises(field.store, field.tenant)); // by client
        for (std::size_t i = 1; i < promises.size(); ++i) {
            if (promises[i].client == promises[i - 1].client)
                ids.insert(promises[i].client);
        }
    }
    std::vector<Client> clients;
    for (const ClientId id : ids) {
        ENCOURS_TRY(auto client, store::findClient(field.store, field.tenant, id));
        if (client)
            clients.push_back(std::move(*client));
    }
    return clients;
}

class Finder {
public:
    Finder(const store::Enrolment& self, const FieldAccount& read) : m_self(self), m_read(read) {}

    std::vector<OpenContest> find()
    {
        for (const PromiseHistory& history : m_read.promises)
            addValues(history);
        const auto promises = m_read.account.promises;
        for (std::size_t i = 0; i < promises.size(); ++i) {
            for (std::size_t j = i + 1; j < promises.size(); ++j)
                addPair(i, j);
        }
        return std::move(m_found);
    }

    void addNote(const Note& written)
    {
        const NoteHistory history = noteHistory(written, m_read.events);
        if (!history.isContested())
            return;
        OpenContest& contest = add(ContestKind::NoteTexts, written.id.value);
        for (const NoteText& text : history.texts) {
            ContestVersion& version = addVersion(contest, text.event.value, text.author, text.authorName);
            version.text = text.text;
            version.taken = !text.pending;
            const auto event = std::ranges::find(m_read.events, text.event, &Event::id);
            version.madeAt = event == m_read.events.end() ? written.madeAt : event->madeAt;
        }
        contest.mayDecide = ofTheOffice() || written.author == m_self.person;
    }

private:
    bool ofTheOffice() const { return m_self.role != store::Role::Salesperson; }

    OpenContest& add(ContestKind kind, const Uuid& object)
    {
        OpenContest& contest = m_found.emplace_back();
        contest.kind = kind;
        contest.client = m_read.account.client.id;
        contest.clientKey = m_read.account.client.key;
        contest.clientName = m_read.account.client.name;
        contest.object = object;
        contest.residual = Money::ofMinor(0, m_read.account.currency);
        return contest;
    }

    ContestVersion& addVersion(OpenContest& contest, const Uuid& id, UserId author, const std::string& authorName)
    {
        ContestVersion& version = contest.versions.emplace_back();
        version.id = id;
        version.author = author;
        version.authorName = authorName;
        version.own = author == m_self.person;
        return version;
    }

    void addValues(const PromiseHistory& history)
    {
        for (const Contest& contested : history.contests) {
            OpenContest& contest = add(ContestKind::Value, history.current.id.value);
            contest.field = contested.field;
            for (const GivenValue& value : contested.values) {
                ContestVersion& version = addVersion(contest, value.event.value, value.author, value.authorName);
                version.madeAt = value.madeAt;
                version.taken = value.serverSeq != 0;
                version.promise = history.current;
                give(version.promise, contested.field, value.value);
            }
            contest.mayDecide = ofTheOffice() || history.current.author == m_self.person || hasOwn(contest);
            tellMoney(contest, contestedSince(history));
        }
    }

    /// Two promises on one item, both open, of which nobody has said that both count.
    void addPair(std::size_t i, std::size_t j)
    {
        const auto promises = m_read.account.promises;
        const auto statuses = m_read.account.statuses;
        const Promise& first = promises[i];
        const Promise& second = promises[j];
        const bool beside =
            std::ranges::contains(first.beside, second.id) || std::ranges::contains(second.beside, first.id);
        const auto shared = [&](ItemId item) { return std::ranges::contains(second.items, item); };
        if (!statuses[i].concurrent || !statuses[j].concurrent || beside || std::ranges::none_of(first.items, shared))
            return;
        OpenContest& contest = add(ContestKind::TwoPromises, first.id.value);
        contest.field = PromiseField::OtherPromise;
        for (const Promise* promise : {&first, &second}) {
            ContestVersion& version = addVersion(contest, promise->id.value, promise->author, promise->authorName);
            version.madeAt = promise->madeAt;
            version.taken = promise->serverSeq != 0;
            version.promise = *promise;
        }
        contest.mayDecide = ofTheOffice() || hasOwn(contest);
        tellMoney(contest, std::min(first.madeOn, second.madeOn));
    }

    static bool hasOwn(const OpenContest& contest)
    {
        return std::ranges::any_of(contest.versions, &ContestVersion::own);
    }

    static void give(Promise& promise, PromiseField field, const PromiseValue& value)
    {
        switch (field) {
        case PromiseField::Amount: promise.amount = std::get<Money>(value); break;
        case PromiseField::Date: promise.promisedFor = std::get<Day>(value); break;
        case PromiseField::Method: promise.method = std::get<PaymentMethod>(value); break;
        case PromiseField::Items: promise.items = std::get<std::vector<ItemId>>(value); break;
        case PromiseField::Ending: promise.ending = std::get<PromiseEnding>(value); break;
        case PromiseField::OtherPromise: break;
        }
    }

    void tellMoney(OpenContest& contest, Day since)
    {
        const ClientAccount& account = m_read.account;
        for (const Item& item : account.items) {
            const bool about = std::ranges::any_of(contest.versions, [&](const ContestVersion& version) {
                return std::ranges::contains(version.promise.items, item.id);
            });
            if (!about)
                continue;
            contest.itemNumbers.push_back(item.number);
            contest.residual += item.residual;
            contest.daysLate = std::max(contest.daysLate, account.asOf - item.due);
        }
        const ClientFacts facts{account.items, account.receipts, account.allocations, account.coveredThrough};
        contest.collided = collidedReceipt(contest.versions.front().promise, since, facts);
    }

    const store::Enrolment& m_self;
    const FieldAccount& m_read;
    std::vector<OpenContest> m_found;
};

} // namespace

Result<std::vector<OpenContest>> listContests(Field& field, ClientId client)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(field.store));
    ENCOURS_TRY(const auto self, store::loadEnrolment(field.store, field.tenant));
    ENCOURS_TRY(const auto fresh, freshness(field));
    ENCOURS_TRY(const auto clients, clientsToLookAt(field, client));
    std::vector<OpenContest> list;
    ENCOURS_CHECK(visitFieldAccounts(
        field, clients, fresh.coveredThrough.value_or(Day()), [&](const FieldAccount& read) -> Result<void> {
            Finder finder(self, read);
            ENCOURS_TRY(const auto notes, store::notesOf(field.store, field.tenant, read.account.client.id));
            for (const Note& note : notes) {
                if (!note.retracted)
                    finder.addNote(note);
            }
            std::ranges::move(finder.find(), std::back_inserter(list));
            return {};
        }));
    return list;
}

} // namespace encours::usecases
