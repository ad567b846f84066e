// SPDX-License-Identifier: Apache-2.0
#include "intake/text_arena.h"

#include <algorithm>

namespace encours::intake {

std::string_view TextArena::keep(std::string_view first, std::string_view second, std::string_view third)
{
    const std::size_t size = first.size() + second.size() + third.size();
    if (size == 0)
        return {};
    if (m_size - m_used < size) {
        // Several arenas live at once: the first block is small, later ones grow.
        const std::size_t usual =
            std::min<std::size_t>(std::size_t{4096} << std::min<std::size_t>(m_blocks.size(), 8), 1 << 20);
        m_size = std::max(size, usual);
        m_blocks.push_back(std::make_unique_for_overwrite<char[]>(m_size));
        m_used = 0;
    }
    char* const at = m_blocks.back().get() + m_used;
    std::ranges::copy(third, std::ranges::copy(second, std::ranges::copy(first, at).out).out);
    m_used += size;
    return {at, size};
}

std::uint32_t TextIds::id(std::string_view text)
{
    if (m_last < m_texts.size() && m_texts[m_last] == text)
        return m_last;
    if (const auto found = m_ids.find(text); found != m_ids.end())
        return m_last = found->second;
    m_last = static_cast<std::uint32_t>(m_texts.size());
    m_texts.push_back(m_arena.keep(text));
    m_ids.emplace(m_texts.back(), m_last);
    return m_last;
}

} // namespace encours::intake
