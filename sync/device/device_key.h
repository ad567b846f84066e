// SPDX-License-Identifier: Apache-2.0
// The key pair that is the device for the centre: P-256, made at enrolment, its private half kept inside the encrypted
// database and nowhere else (security.md §B2). Signs the challenge of each session.
#pragma once

#include "base/result.h"
#include "store/secret.h"

#include <cstdint>
#include <span>
#include <vector>

namespace encours::device {

class DeviceKey {
public:
    static Result<DeviceKey> generate();
    /// Corrupt "device.key" when the bytes are not a P-256 private key.
    static Result<DeviceKey> fromPrivateBytes(std::span<const std::uint8_t> pkcs8);

    std::vector<std::uint8_t> publicKey() const { return m_public; }                 ///< SubjectPublicKeyInfo, DER
    std::span<const std::uint8_t> privateBytes() const { return m_private.bytes(); } ///< PKCS#8, DER: a secret
    /// ECDSA with SHA-256, DER.
    Result<std::vector<std::uint8_t>> sign(std::span<const std::uint8_t> message) const;

private:
    DeviceKey(store::SecretBytes privateBytes, std::vector<std::uint8_t> publicKey);
    store::SecretBytes m_private;
    std::vector<std::uint8_t> m_public;
};

} // namespace encours::device
