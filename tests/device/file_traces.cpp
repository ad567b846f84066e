// SPDX-License-Identifier: Apache-2.0
#include "tests/device/file_traces.h"

#include <openssl/evp.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <memory>
#include <vector>

namespace encours::test {

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t kPage = 4096;
constexpr std::size_t kReserve = 48; ///< the vector, then the authentication code (SHA-256)
constexpr std::size_t kSalt = 16;    ///< in clear at the beginning of the first page
constexpr std::size_t kLogHeader = 32;
constexpr std::size_t kFrameHeader = 24;

Bytes contentOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

int count(std::string_view text, const Bytes& bytes)
{
    int found = 0;
    for (auto at = bytes.begin();; ++at, ++found) {
        at = std::search(at, bytes.end(), text.begin(), text.end(),
                         [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); });
        if (at == bytes.end())
            return found;
    }
}

Bytes decrypted(const std::uint8_t* page, std::size_t from, const store::SecretKey& key)
{
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(),
                                                                                  &EVP_CIPHER_CTX_free);
    EVP_DecryptInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, key.bytes().data(), page + kPage - kReserve);
    EVP_CIPHER_CTX_set_padding(context.get(), 0);
    Bytes clear(kPage);
    int size = 0;
    EVP_DecryptUpdate(context.get(), clear.data(), &size, page + from, static_cast<int>(kPage - kReserve - from));
    clear.resize(static_cast<std::size_t>(size));
    return clear;
}

} // namespace

int tracesOf(std::string_view text, const std::filesystem::path& folder, const store::SecretKey& key)
{
    int found = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        const Bytes bytes = contentOf(entry.path());
        found += count(text, bytes);
        const bool isLog = entry.path().string().ends_with("-wal");
        const std::size_t step = kPage + (isLog ? kFrameHeader : 0);
        for (std::size_t at = isLog ? kLogHeader + kFrameHeader : 0; at + kPage <= bytes.size(); at += step) {
            // The first page of the database has the salt in clear before it: tried both ways, what is not it is noise.
            for (const std::size_t from : {std::size_t{0}, kSalt})
                found += count(text, decrypted(bytes.data() + at, from, key));
        }
    }
    return found;
}

} // namespace encours::test
