// SPDX-License-Identifier: Apache-2.0
#include "usecases/pause_dunning.h"

#include "base/text.h"
#include "store/clients.h"
#include "store/feed.h"
#include "store/items.h"
#include "store/office_decisions.h"
#include "usecases/find_client.h"

#include <algorithm>

namespace encours::usecases {

namespace {

std::unexpected<Error> invalid(const char* code, std::string message)
{
    return failure(ErrorKind::InvalidArgument, code, std::move(message));
}

Result<void> checkAuthor(const std::string& author)
{
    if (isName(author))
        return {};
    return invalid("pause.author", "Say who decides it, in 1 to 200 visible characters; nothing was "
                                   "changed.");
}

Result<void> checkDays(const DunningPause& pause, Day today)
{
    if (pause.from < today)
        return invalid("pause.days", "A pause begins today, " + today.iso() + ", or later, and not on " +
                                         pause.from.iso() + "; nothing was changed.");
    if (pause.until < pause.from)
        return invalid("pause.days", "The pause would end on " + pause.until.iso() + ", before it begins on " +
                                         pause.from.iso() + "; nothing was changed.");
    if (pause.until - pause.from >= kLongestPauseDays)
        return invalid("pause.days", "A pause lasts " + std::to_string(kLongestPauseDays) +
                                         " days at most, and this one would end on " + pause.until.iso() +
                                         "; nothing was changed.");
    return {};
}

Result<void> checkNumber(Office& office, const Client& client, const std::string& number)
{
    if (number.empty())
        return {};
    ENCOURS_TRY(const auto items, store::itemsOf(office.store, office.tenant, client.id));
    if (std::ranges::contains(items, number, &Item::number))
        return {};
    return failure(ErrorKind::NotFound, "item.unknown",
                   "The client " + client.key + " has no invoice '" + number +
                       "'; nothing was changed. 'items' lists "
                       "the numbers.");
}

/// Still says something about today or a later day.
bool matters(const DunningPause& pause, Day today)
{
    return pause.until >= today && (!pause.endedOn || *pause.endedOn > std::max(pause.from, today));
}

} // namespace

Result<PauseLine> pauseDunning(Office& office, const PauseRequest& request)
{
    const Day today = office.clock.today();
    if (!request.until)
        return invalid("pause.end", "A pause needs the last day it holds; nothing was changed: give it "
                                    "with --until.");
    if (!isName(request.reason))
        return invalid("pause.reason", "Say why the reminders rest, in 1 to 200 visible characters; "
                                       "nothing was changed.");
    ENCOURS_CHECK(checkAuthor(request.author));
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    ENCOURS_TRY(const Client client, clientOfKey(office, request.client));
    const DunningPause pause{client.id,
                             request.number,
                             request.from.value_or(today),
                             *request.until,
                             request.reason,
                             request.author,
                             std::nullopt,
                             {}};
    ENCOURS_CHECK(checkDays(pause, today));
    ENCOURS_CHECK(checkNumber(office, client, request.number));
    ENCOURS_TRY(const auto known, store::pausesOf(office.store, office.tenant, client.id));
    for (const DunningPause& other : known) {
        if (other.number == pause.number && matters(other, today) && other.from <= pause.until &&
            pause.from <= other.until)
            return failure(ErrorKind::Refused, "pause.overlap",
                           "The reminders rest already from " + other.from.iso() + " through " + other.until.iso() +
                               " (" + other.author + ": " + other.reason +
                               "); nothing was changed: end that pause first with 'dunning resume'.");
    }
    ENCOURS_CHECK(store::upsertPause(office.store, office.tenant, pause));
    store::Changes changes(office.store, office.tenant);
    ENCOURS_CHECK(changes.commit(transaction, "pause", request.author, office.clock.now()));
    return PauseLine{client.key, client.name, pause};
}

Result<PauseLine> resumeDunning(Office& office, const std::string& key, const std::string& number,
                                const std::string& author)
{
    const Day today = office.clock.today();
    ENCOURS_CHECK(checkAuthor(author));
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    ENCOURS_TRY(const Client client, clientOfKey(office, key));
    ENCOURS_TRY(const auto known, store::pausesOf(office.store, office.tenant, client.id));
    const auto found = std::ranges::find_if(
        known, [&](const DunningPause& pause) { return pause.number == number && matters(pause, today); });
    if (found == known.end())
        return failure(ErrorKind::NotFound, "pause.unknown",
                       "No pause of " + key + (number.empty() ? "" : ", invoice " + number) +
                           " holds today or is to come; nothing was changed. 'dunning pauses' lists them.");
    DunningPause ended = *found;
    ended.endedOn = std::max(ended.from, today);
    ended.endedBy = author;
    ENCOURS_CHECK(store::upsertPause(office.store, office.tenant, ended));
    store::Changes changes(office.store, office.tenant);
    ENCOURS_CHECK(changes.commit(transaction, "resume", author, office.clock.now()));
    return PauseLine{client.key, client.name, ended};
}

Result<std::vector<PauseLine>> listPauses(Office& office, const std::string& key)
{
    ENCOURS_TRY(const auto snapshot, store::Snapshot::take(office.store));
    ClientId only;
    if (!key.empty()) {
        ENCOURS_TRY(const Client client, clientOfKey(office, key));
        only = client.id;
    }
    ENCOURS_TRY(const auto pauses, store::pausesOf(office.store, office.tenant, only));
    std::vector<PauseLine> lines;
    for (const DunningPause& pause : pauses) {
        ENCOURS_TRY(const auto client, store::findClient(office.store, office.tenant, pause.client));
        if (client)
            lines.push_back({client->key, client->name, pause});
    }
    std::ranges::stable_sort(lines, {}, &PauseLine::client);
    return lines;
}

} // namespace encours::usecases
