// SPDX-License-Identifier: Apache-2.0
#include "usecases/find_invoice.h"

#include "base/text.h"
#include "store/items.h"

namespace encours::usecases {

namespace {

constexpr std::size_t kShortestPart = 3;

} // namespace

Result<std::vector<ClientId>> clientsWithInvoice(Field& field, std::string_view part)
{
    part = trimmed(part);
    if (part.size() < kShortestPart)
        return std::vector<ClientId>();
    return store::clientsWithItemNumber(field.store, field.tenant, part);
}

} // namespace encours::usecases
