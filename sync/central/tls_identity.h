// SPDX-License-Identifier: Apache-2.0
// The key a company's devices trust: P-256, in a self-signed certificate. Devices hold the hash of the public key (from the
// enrolment address) and trust nothing else, so that names and dates in the certificate mean nothing.
#pragma once

#include "base/result.h"
#include "store/secret.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

namespace encours::central {

using SpkiHash = std::array<std::uint8_t, 32>; ///< SHA-256 of the SubjectPublicKeyInfo

struct TlsIdentity {
    std::string certificatePem;
    store::SecretBytes privateKeyPem;
    SpkiHash spkiSha256{};
};

/// Without files: what tests use.
Result<TlsIdentity> makeTlsIdentity();
/// Makes one in `directory` (which exists): tls.crt, and tls.key that its owner alone may read. Refused "tls.exists" when
/// there is one: a key is never overwritten, because every enrolled device would lose its centre. A key without a certificate
/// (a creation interrupted, a file lost) gets one: devices trust the key.
Result<TlsIdentity> createTlsIdentity(const std::filesystem::path& directory);
/// NotFound "tls.missing"; Denied "tls.permissions" when others may read the key; Corrupt "tls.invalid" when it does not
/// parse or key and certificate do not belong together.
Result<TlsIdentity> loadTlsIdentity(const std::filesystem::path& directory);

} // namespace encours::central
