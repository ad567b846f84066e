// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/draw.h"

#include <sodium.h>

#include <cstring>

namespace encours::simulation {

namespace {

Draw& sodiumDraw()
{
    static Draw draw(0);
    return draw;
}

void fill(void* buffer, std::size_t size)
{
    auto* out = static_cast<unsigned char*>(buffer);
    while (size > 0) {
        const std::uint64_t word = sodiumDraw().next();
        const std::size_t part = std::min(size, sizeof word);
        std::memcpy(out, &word, part);
        out += part;
        size -= part;
    }
}

randombytes_implementation implementation()
{
    randombytes_implementation drawn{};
    drawn.implementation_name = [] { return "simulation"; };
    drawn.random = [] { return static_cast<std::uint32_t>(sodiumDraw().next()); };
    drawn.buf = fill;
    return drawn;
}

} // namespace

std::uint64_t Draw::next()
{
    m_state += 0x9e3779b97f4a7c15u;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

Uuid DrawnUuids::next()
{
    std::array<std::uint8_t, 10> random{};
    for (std::uint8_t& byte : random)
        byte = static_cast<std::uint8_t>(m_draw.next());
    return Uuid::makeV7(++m_milliseconds, random);
}

void drawSodiumFrom(std::uint64_t seed)
{
    static randombytes_implementation drawn = implementation();
    static const bool set = randombytes_set_implementation(&drawn) == 0;
    static_cast<void>(set);
    sodiumDraw() = Draw(seed);
}

} // namespace encours::simulation
