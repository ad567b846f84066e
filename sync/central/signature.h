// SPDX-License-Identifier: Apache-2.0
// ECDSA on P-256 with SHA-256, through OpenSSL: how a device proves that it holds its key. Any thread.
#pragma once

#include <cstdint>
#include <span>

namespace encours::central {

/// A SubjectPublicKeyInfo in DER, of a point on P-256, with nothing after it.
bool isP256PublicKey(std::span<const std::uint8_t> spki);
/// `signature` in DER.
bool verifyP256(std::span<const std::uint8_t> spki, std::span<const std::uint8_t> message,
                std::span<const std::uint8_t> signature);

} // namespace encours::central
