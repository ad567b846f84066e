// SPDX-License-Identifier: Apache-2.0
// Ids that cannot be confused with one another. Ledger objects have integers given by the centre; objects born on a
// device have UUIDv7 (RFC 9562 §5.7).
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace encours {

template<class Tag>
struct IntegerId {
    std::int64_t value = 0; ///< 0 = none
    explicit operator bool() const { return value != 0; }
    friend constexpr auto operator<=>(IntegerId, IntegerId) = default;
};

class Uuid {
public:
    using Bytes = std::array<std::uint8_t, 16>;
    constexpr Uuid() = default; ///< all zeros = none
    static constexpr Uuid fromBytes(const Bytes& bytes) { return Uuid(bytes); }
    static std::optional<Uuid> fromSpan(std::span<const std::uint8_t> bytes);
    static std::optional<Uuid> parse(std::string_view text);
    /// Version 7: 48 bits of Unix milliseconds, then the given random bytes.
    static Uuid makeV7(std::int64_t unixMilliseconds, const std::array<std::uint8_t, 10>& random);

    const Bytes& bytes() const { return m_bytes; }
    std::string toString() const; ///< lower case, 8-4-4-4-12
    explicit operator bool() const { return *this != Uuid(); }
    friend constexpr auto operator<=>(const Uuid&, const Uuid&) = default;

private:
    constexpr explicit Uuid(const Bytes& bytes) : m_bytes(bytes) {}
    Bytes m_bytes{};
};

template<class Tag>
struct UuidId {
    Uuid value;
    explicit operator bool() const { return static_cast<bool>(value); }
    friend constexpr auto operator<=>(const UuidId&, const UuidId&) = default;
};

using UserId = IntegerId<struct UserTag>;
using ClientId = IntegerId<struct ClientTag>;
using ContactId = IntegerId<struct ContactTag>;
using ItemId = IntegerId<struct ItemTag>;
using ReceiptId = IntegerId<struct ReceiptTag>;
using NoteId = UuidId<struct NoteTag>;
using PromiseId = UuidId<struct PromiseTag>;
using OperationId = UuidId<struct OperationTag>;
using DisputeId = UuidId<struct DisputeTag>;
using PlanId = UuidId<struct PlanTag>;
using DeviceId = UuidId<struct DeviceTag>;

/// Where new UUIDs come from: two implementations, the system's generator and the tests' (seeded).
class UuidSource {
public:
    virtual ~UuidSource() = default;
    virtual Uuid next() = 0; ///< version 7
};

} // namespace encours

template<class Tag>
struct std::hash<encours::IntegerId<Tag>> {
    std::size_t operator()(encours::IntegerId<Tag> id) const noexcept { return std::hash<std::int64_t>()(id.value); }
};
