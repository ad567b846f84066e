// SPDX-License-Identifier: Apache-2.0
// For codecs: parsing with bounds, and the checks of single fields. The first that fails is remembered under its name, so
// that a decoder reads straight down and asks once at the end. Protobuf comes with it: include it from .cpp files only.
#pragma once

#include "base/day.h"
#include "base/ids.h"
#include "base/instant.h"
#include "base/money.h"
#include "base/result.h"
#include "codec/limits.h"

#include <google/protobuf/message_lite.h>

#include <limits>
#include <optional>
#include <string>

namespace encours::codec {

inline constexpr std::size_t kAnyLength = std::numeric_limits<std::size_t>::max();

Bytes serialize(const google::protobuf::MessageLite& message);
/// Refused "protocol.malformed" naming the message.
Result<void> parse(ByteView bytes, google::protobuf::MessageLite& message, const char* name);
/// Refused "protocol.FIELD".
std::unexpected<Error> badField(const std::string& field, const char* what);

class FieldReader {
public:
    explicit FieldReader(const char* message) : m_message(message) {}

    /// Valid UTF-8 without NUL, at most so many characters.
    std::string text(const char* field, std::string&& value, std::size_t maximumCharacters = kAnyLength);
    std::string requiredText(const char* field, std::string&& value, std::size_t maximumCharacters);
    Bytes bytes(const char* field, const std::string& value, std::size_t minimum, std::size_t maximum);
    Uuid uuid(const char* field, const std::string& value);
    Uuid optionalUuid(const char* field, const std::string& value); ///< empty = none
    Day day(const char* field, std::int32_t value);
    /// The clock of a device may be wrong: brought inside 1970–2199, never refused.
    Instant instant(std::int64_t value);
    Currency currency(const char* field, const std::string& value);
    Currency currencyOr(const char* field, const std::string& value, Currency fallback); ///< empty = the fallback
    Money amount(const char* field, std::int64_t value, Currency currency);
    Money positiveAmount(const char* field, std::int64_t value, Currency currency);
    std::int64_t sequence(const char* field, std::uint64_t value); ///< fits in an int64
    int smallNumber(const char* field, std::uint32_t value, int maximum);
    void check(const char* field, bool good, const char* what);
    template<class Id>
    Id id(const char* field, std::int64_t value)
    {
        check(field, value > 0, "is not an id");
        return Id{value};
    }

    template<class T>
    Result<T> result(T&& value)
    {
        if (m_error)
            return std::unexpected(std::move(*m_error));
        return std::forward<T>(value);
    }
    bool good() const { return !m_error; }

private:
    const char* m_message;
    std::optional<Error> m_error;
};

/// A value from a newer version becomes the neutral one.
template<class Enum>
Enum known(std::uint32_t value, Enum last, Enum neutral)
{
    return value <= static_cast<std::uint32_t>(last) ? static_cast<Enum>(value) : neutral;
}

inline std::string wireBytes(const Uuid& id)
{
    return id ? std::string(id.bytes().begin(), id.bytes().end()) : std::string();
}
inline std::string wireBytes(ByteView bytes)
{
    return {bytes.begin(), bytes.end()};
}
inline ByteView view(const std::string& bytes)
{
    return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}
/// Empty when it is what the reader falls back to.
inline std::string wireCurrency(Currency currency, Currency fallback)
{
    return currency == fallback ? std::string() : std::string(currency.code());
}

} // namespace encours::codec
