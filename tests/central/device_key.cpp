// SPDX-License-Identifier: Apache-2.0
#include "tests/central/centre.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

namespace encours::test {

DeviceKey::DeviceKey(const char* curve) : m_key(EVP_EC_gen(curve)) {}

DeviceKey::~DeviceKey()
{
    EVP_PKEY_free(static_cast<EVP_PKEY*>(m_key));
}

protocol::Bytes DeviceKey::publicKey() const
{
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(static_cast<EVP_PKEY*>(m_key), &der);
    protocol::Bytes bytes(der, der + size);
    OPENSSL_free(der);
    return bytes;
}

protocol::Bytes DeviceKey::sign(protocol::ByteView message) const
{
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, static_cast<EVP_PKEY*>(m_key));
    std::size_t size = 0;
    EVP_DigestSign(context, nullptr, &size, message.data(), message.size());
    protocol::Bytes signature(size);
    EVP_DigestSign(context, signature.data(), &size, message.data(), message.size());
    EVP_MD_CTX_free(context);
    signature.resize(size);
    return signature;
}

} // namespace encours::test
