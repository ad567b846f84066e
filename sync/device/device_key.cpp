// SPDX-License-Identifier: Apache-2.0
#include "sync/device/device_key.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <algorithm>
#include <memory>

namespace encours::device {

namespace {

template<auto release>
struct Release {
    template<class T>
    void operator()(T* object) const
    {
        release(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using PrivateInfo = std::unique_ptr<PKCS8_PRIV_KEY_INFO, Release<PKCS8_PRIV_KEY_INFO_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;

std::unexpected<Error> keyFailure(ErrorKind kind, std::string message)
{
    return failure(kind, "device.key", std::move(message));
}

std::unexpected<Error> unusableKey()
{
    return keyFailure(ErrorKind::Corrupt,
                      "The key of this device cannot be read; what was noted here is still in its queue. "
                      "Ask the office for a new enrolment code and enrol again in the same place.");
}

Key readPrivateKey(std::span<const std::uint8_t> pkcs8)
{
    const std::uint8_t* at = pkcs8.data();
    const PrivateInfo info(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &at, static_cast<long>(pkcs8.size())));
    return Key(info ? EVP_PKCS82PKEY(info.get()) : nullptr);
}

std::vector<std::uint8_t> publicBytes(const EVP_PKEY* key)
{
    std::uint8_t* der = nullptr;
    const int size = i2d_PUBKEY(key, &der);
    const std::unique_ptr<std::uint8_t, Release<[](std::uint8_t* p) { OPENSSL_free(p); }>> owner(der);
    return size > 0 ? std::vector<std::uint8_t>(der, der + size) : std::vector<std::uint8_t>();
}

} // namespace

DeviceKey::DeviceKey(store::SecretBytes privateBytes, std::vector<std::uint8_t> publicKey)
    : m_private(std::move(privateBytes)), m_public(std::move(publicKey))
{
}

Result<DeviceKey> DeviceKey::generate()
{
    const Key key(EVP_EC_gen("P-256"));
    const PrivateInfo info(key ? EVP_PKEY2PKCS8(key.get()) : nullptr);
    const int size = info ? i2d_PKCS8_PRIV_KEY_INFO(info.get(), nullptr) : 0;
    if (size <= 0)
        return keyFailure(ErrorKind::Internal,
                          "A key for this device could not be made; nothing was written. Try again.");
    store::SecretBytes bytes(static_cast<std::size_t>(size));
    std::uint8_t* at = bytes.bytes().data();
    i2d_PKCS8_PRIV_KEY_INFO(info.get(), &at);
    return DeviceKey(std::move(bytes), publicBytes(key.get()));
}

Result<DeviceKey> DeviceKey::fromPrivateBytes(std::span<const std::uint8_t> pkcs8)
{
    const Key key = readPrivateKey(pkcs8);
    if (!key || EVP_PKEY_get_bits(key.get()) != 256 || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_EC)
        return unusableKey();
    store::SecretBytes bytes(pkcs8.size());
    std::ranges::copy(pkcs8, bytes.bytes().begin());
    return DeviceKey(std::move(bytes), publicBytes(key.get()));
}

Result<std::vector<std::uint8_t>> DeviceKey::sign(std::span<const std::uint8_t> message) const
{
    const Key key = readPrivateKey(m_private.bytes());
    const DigestContext context(EVP_MD_CTX_new());
    if (!key || !context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) != 1)
        return unusableKey();
    std::size_t size = 0;
    if (EVP_DigestSign(context.get(), nullptr, &size, message.data(), message.size()) != 1)
        return unusableKey();
    std::vector<std::uint8_t> signature(size);
    if (EVP_DigestSign(context.get(), signature.data(), &size, message.data(), message.size()) != 1)
        return unusableKey();
    signature.resize(size);
    return signature;
}

} // namespace encours::device
