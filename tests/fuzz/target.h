// SPDX-License-Identifier: Apache-2.0
// What the targets share. A target gives its inputs to the decoders and returns; what must hold and does not ends the
// program, which is how both drivers notice.
#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace encours::fuzz {

inline void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "what must hold does not: %s\n", what);
    std::abort();
}

/// A refusal is a sentence.
template<class T>
bool acceptedOrExplained(const Result<T>& result)
{
    if (!result)
        require(!result.error().code.empty() && result.error().message.size() > 10, "an error says what happened");
    return result.has_value();
}

/// The first byte chooses, the others are the input.
class Chosen {
public:
    Chosen(const std::uint8_t* data, std::size_t size)
        : m_choice(size == 0 ? 0 : data[0]), m_rest(size == 0 ? std::span(data, 0) : std::span(data + 1, size - 1))
    {
    }
    int of(int count) const { return m_choice % count; }
    std::span<const std::uint8_t> bytes() const { return m_rest; }
    std::string_view text() const { return {reinterpret_cast<const char*>(m_rest.data()), m_rest.size()}; }

private:
    std::uint8_t m_choice;
    std::span<const std::uint8_t> m_rest;
};

} // namespace encours::fuzz
