// SPDX-License-Identifier: Apache-2.0
// Little-endian fields in a buffer, for the store's own small formats. The reader never passes the end: after one
// failed read it stays failed and gives zeros.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace encours::store {

class ByteWriter {
public:
    void byte(std::uint8_t value) { m_bytes.push_back(value); }
    void integer(std::int64_t value)
    {
        for (int shift = 0; shift < 64; shift += 8)
            m_bytes.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> shift));
    }
    void raw(std::span<const std::uint8_t> bytes) { m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end()); }
    void text(std::string_view value)
    {
        integer(static_cast<std::int64_t>(value.size()));
        m_bytes.insert(m_bytes.end(), value.begin(), value.end());
    }
    const std::vector<std::uint8_t>& bytes() const { return m_bytes; }
    std::vector<std::uint8_t> take() { return std::move(m_bytes); }

private:
    std::vector<std::uint8_t> m_bytes;
};

class ByteReader {
public:
    explicit ByteReader(std::span<const std::uint8_t> bytes) : m_left(bytes) {}
    std::uint8_t byte()
    {
        const auto one = part(1);
        return one.empty() ? std::uint8_t{0} : one[0];
    }
    std::int64_t integer()
    {
        std::uint64_t value = 0;
        const auto eight = part(8);
        for (std::size_t i = 0; i < eight.size(); ++i)
            value |= std::uint64_t{eight[i]} << (8 * i);
        return static_cast<std::int64_t>(value);
    }
    void raw(std::span<std::uint8_t> out) { std::ranges::copy(part(out.size()), out.begin()); }
    std::string text()
    {
        const auto size = integer();
        if (size < 0 || static_cast<std::uint64_t>(size) > m_left.size()) {
            m_ok = false;
            return {};
        }
        const auto bytes = part(static_cast<std::size_t>(size));
        return {bytes.begin(), bytes.end()};
    }
    std::size_t left() const { return m_left.size(); }
    bool ok() const { return m_ok; }
    bool finished() const { return m_ok && m_left.empty(); }
    void fail() { m_ok = false; }

private:
    /// The next bytes, or none at all.
    std::span<const std::uint8_t> part(std::size_t size)
    {
        if (!m_ok || size > m_left.size()) {
            m_ok = false;
            return {};
        }
        const auto bytes = m_left.first(size);
        m_left = m_left.subspan(size);
        return bytes;
    }
    std::span<const std::uint8_t> m_left;
    bool m_ok = true;
};

} // namespace encours::store
