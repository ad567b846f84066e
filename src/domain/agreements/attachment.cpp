// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/attachment.h"

#include <algorithm>
#include <array>

namespace encours {

namespace {

constexpr std::array<std::uint8_t, 3> kJpeg{0xff, 0xd8, 0xff};
constexpr std::array<std::uint8_t, 8> kPng{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
constexpr std::array<std::uint8_t, 5> kPdf{'%', 'P', 'D', 'F', '-'};

bool begins(std::span<const std::uint8_t> content, std::span<const std::uint8_t> with)
{
    return content.size() >= with.size() && std::ranges::equal(content.first(with.size()), with);
}

} // namespace

std::optional<MediaType> mediaTypeOf(std::span<const std::uint8_t> content)
{
    if (begins(content, kJpeg))
        return MediaType::Jpeg;
    if (begins(content, kPng))
        return MediaType::Png;
    if (begins(content, kPdf))
        return MediaType::Pdf;
    return std::nullopt;
}

std::string_view nameOf(MediaType type)
{
    switch (type) {
    case MediaType::Jpeg: return "image/jpeg";
    case MediaType::Png: return "image/png";
    case MediaType::Pdf: return "application/pdf";
    }
    return {};
}

} // namespace encours
