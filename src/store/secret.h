// SPDX-License-Identifier: Apache-2.0
// Bytes that must not outlive their use: locked in memory and wiped when released (libsodium). Never logged, never in a
// std::string.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace encours::store {

class SecretBytes {
public:
    explicit SecretBytes(std::size_t size); ///< zeros
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    ~SecretBytes();

    std::span<std::uint8_t> bytes() { return {m_data, m_size}; }
    std::span<const std::uint8_t> bytes() const { return {m_data, m_size}; }

private:
    std::uint8_t* m_data = nullptr;
    std::size_t m_size = 0;
};

/// 32 bytes of key and 16 of salt, as SQLCipher's raw form wants them.
class SecretKey {
public:
    static constexpr std::size_t kSize = 48;
    static SecretKey random();
    SecretKey() : m_bytes(kSize) {}
    std::span<std::uint8_t> bytes() { return m_bytes.bytes(); }
    std::span<const std::uint8_t> bytes() const { return m_bytes.bytes(); }

private:
    SecretBytes m_bytes;
};

} // namespace encours::store
