// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/result_columns.h"

#include <libpq-fe.h>

namespace encours::store::postgres {

Blob bytesAt(const pg_result* rows, int row, int column)
{
    return {reinterpret_cast<const std::uint8_t*>(PQgetvalue(rows, row, column)),
            static_cast<std::size_t>(PQgetlength(rows, row, column))};
}

std::int64_t integerAt(const pg_result* rows, int row, int column)
{
    const Blob bytes = bytesAt(rows, row, column);
    if (bytes.empty() || bytes.size() > 8)
        return 0;
    // The first byte carries the sign; a boolean is 0 or 1.
    std::int64_t value = static_cast<std::int8_t>(bytes[0]);
    for (const std::uint8_t byte : bytes.subspan(1))
        value = static_cast<std::int64_t>(static_cast<std::uint64_t>(value) << 8 | byte);
    return value;
}

} // namespace encours::store::postgres
