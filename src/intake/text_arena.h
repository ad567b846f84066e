// SPDX-License-Identifier: Apache-2.0
// Text kept for the length of one reading: millions of short texts without one allocation each.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace encours::intake {

/// Keeps copies; the views it returns stay good as long as it lives.
class TextArena {
public:
    std::string_view keep(std::string_view text) { return keep(text, {}, {}); }
    /// The three texts one after the other.
    std::string_view keep(std::string_view first, std::string_view second, std::string_view third);

private:
    std::vector<std::unique_ptr<char[]>> m_blocks;
    std::size_t m_used = 0, m_size = 0; ///< of the last block
};

/// Small numbers for texts that come again and again, from 0 in the order they appear.
class TextIds {
public:
    std::uint32_t id(std::string_view text);
    std::string_view text(std::uint32_t id) const { return m_texts[id]; }
    std::size_t size() const { return m_texts.size(); }

private:
    TextArena m_arena;
    std::unordered_map<std::string_view, std::uint32_t> m_ids;
    std::vector<std::string_view> m_texts;
    std::uint32_t m_last = 0; ///< lines of one entry follow each other
};

} // namespace encours::intake
