// SPDX-License-Identifier: Apache-2.0
#include "usecases/hear_cause.h"

#include "store/clients.h"
#include "usecases/keep_draft.h"

namespace encours::usecases {

namespace {

Result<ClientId> idOf(Field& field, const std::string& clientKey)
{
    ENCOURS_TRY(const auto client, store::findClientByKey(field.store, field.tenant, clientKey));
    if (!client)
        return failure(ErrorKind::NotFound, "client.unknown",
                       "This client is not in the portfolio of this device; nothing was noted.");
    return client->id;
}

/// The day of the call is all there is to keep.
DraftContent contentOf(Day day)
{
    const std::string iso = day.iso();
    return {iso.begin(), iso.end()};
}

} // namespace

Result<void> beginCall(Field& field, const std::string& clientKey)
{
    ENCOURS_TRY(const ClientId client, idOf(field, clientKey));
    return keepDraft(field, client, DraftKind::Call, contentOf(field.clock.today()));
}

Result<bool> callWaits(Field& field, const std::string& clientKey)
{
    ENCOURS_TRY(const ClientId client, idOf(field, clientKey));
    ENCOURS_TRY(const DraftContent content, findDraft(field, client, DraftKind::Call));
    return content == contentOf(field.clock.today());
}

Result<void> dropCall(Field& field, const std::string& clientKey)
{
    ENCOURS_TRY(const ClientId client, idOf(field, clientKey));
    return keepDraft(field, client, DraftKind::Call, {});
}

Result<Note> hearCause(Field& field, const std::string& clientKey, NoteOutcome cause, const std::string& text)
{
    ENCOURS_TRY(const ClientId client, idOf(field, clientKey));
    return recordNote(
        field,
        {.client = client, .kind = NoteKind::Call, .text = text, .person = {}, .callBackOn = {}, .outcomes = {cause}});
}

} // namespace encours::usecases
