// SPDX-License-Identifier: Apache-2.0
#include "store/secret.h"

#include "store/random.h"

#include <sodium.h>

#include <new>
#include <utility>

namespace encours::store {

// sodium_malloc gives locked pages between guard pages, left out of core dumps; sodium_free wipes them.
SecretBytes::SecretBytes(std::size_t size) : m_size(size)
{
    if (size == 0)
        return;
    ensureCrypto();
    m_data = static_cast<std::uint8_t*>(sodium_malloc(size));
    if (!m_data)
        throw std::bad_alloc();
    sodium_memzero(m_data, size);
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

SecretBytes::~SecretBytes()
{
    sodium_free(m_data);
}

SecretKey SecretKey::random()
{
    SecretKey key;
    fillRandom(key.bytes());
    return key;
}

} // namespace encours::store
