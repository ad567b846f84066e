// SPDX-License-Identifier: Apache-2.0
#include "usecases/field_text.h"

#include "base/text.h"
#include "store/clients.h"

#include <algorithm>

namespace encours::usecases {

std::optional<std::size_t> countCharacters(std::string_view text)
{
    if (!isValidUtf8(text) || text.contains('\0'))
        return std::nullopt;
    const auto startsOne = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
    return static_cast<std::size_t>(std::ranges::count_if(text, startsOne));
}

Result<void> checkPerson(std::string_view name)
{
    const auto characters = countCharacters(name);
    if (!characters || *characters > kMaximumPersonCharacters)
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
