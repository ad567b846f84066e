// SPDX-License-Identifier: Apache-2.0
// Owners for OpenSSL's objects; private to this folder.
#pragma once

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

namespace encours::central {

template<auto free>
struct FreeWith {
    void operator()(auto* object) const { free(object); }
};
using KeyHandle = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;
using DigestHandle = std::unique_ptr<EVP_MD_CTX, FreeWith<EVP_MD_CTX_free>>;
using CertificateHandle = std::unique_ptr<X509, FreeWith<X509_free>>;
using BioHandle = std::unique_ptr<BIO, FreeWith<BIO_free_all>>;

} // namespace encours::central
