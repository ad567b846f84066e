// SPDX-License-Identifier: Apache-2.0
#include "sync/central/signature.h"

#include "sync/central/openssl_handles.h"

#include <openssl/err.h>

#include <string_view>

namespace encours::central {

namespace {

KeyHandle readKey(std::span<const std::uint8_t> spki)
{
    const unsigned char* from = spki.data();
    KeyHandle key(d2i_PUBKEY(nullptr, &from, static_cast<long>(spki.size())));
    char curve[32] = {};
    const bool good = key && from == spki.data() + spki.size() && EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_EC &&
                      EVP_PKEY_get_group_name(key.get(), curve, sizeof curve, nullptr) == 1 &&
                      std::string_view(curve) == "prime256v1";
    if (!good)
        key.reset();
    ERR_clear_error(); // a stranger's bytes leave nothing for the next caller of this thread
    return key;
}

} // namespace

bool isP256PublicKey(std::span<const std::uint8_t> spki)
{
    return readKey(spki) != nullptr;
}

bool verifyP256(std::span<const std::uint8_t> spki, std::span<const std::uint8_t> message,
                std::span<const std::uint8_t> signature)
{
    const KeyHandle key = readKey(spki);
    const DigestHandle digest(EVP_MD_CTX_new());
    const bool good =
        key && digest && EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
        EVP_DigestVerify(digest.get(), signature.data(), signature.size(), message.data(), message.size()) == 1;
    ERR_clear_error();
    return good;
}

} // namespace encours::central
