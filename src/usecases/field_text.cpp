// SPDX-License-Identifier: Apache-2.0
#include "usecases/field_text.h"

#include "base/text.h"
#include "store/clients.h"

namespace encours::usecases {

Result<void> checkPerson(std::string_view name)
{
    const auto characters = countCharacters(name);
    if (!characters || *characters > kMaximumNameCharacters)
        return failure(ErrorKind::InvalidArgument, "person.name",
                       "The name of the person is at most 200 characters; nothing was noted.");
    return {};
}

Result<void> checkClient(Field& field, ClientId client)
{
    ENCOURS_TRY(const auto stored, store::findClient(field.store, field.tenant, client));
    if (!stored)
        return failure(ErrorKind::NotFound, "client.unknown",
                       "This client is not in the portfolio of this device any more; nothing was noted.");
    return {};
}

} // namespace encours::usecases
