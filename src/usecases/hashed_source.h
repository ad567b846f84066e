// SPDX-License-Identifier: Apache-2.0
// Centre, inside the imports: the hash of a file, taken while it is read.
#pragma once

#include "intake/byte_source.h"
#include "store/random.h"

namespace encours::usecases {

/// Both outlive what is returned.
inline intake::ByteSource hashed(const intake::ByteSource& source, store::Sha256Stream& hash)
{
    return [&source, &hash](std::span<char> into) -> Result<std::size_t> {
        ENCOURS_TRY(const std::size_t count, source(into));
        hash.add({reinterpret_cast<const std::uint8_t*>(into.data()), count});
        return count;
    };
}

} // namespace encours::usecases
