// SPDX-License-Identifier: Apache-2.0
#include "codec/fields.h"

#include "base/text.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/stubs/logging.h>

#include <algorithm>

namespace encours::codec {

namespace {

const Day kFirstDay = *Day::fromYmd(1900, 1, 1);
const Day kLastDay = *Day::fromYmd(2199, 12, 31);
const std::int64_t kLastInstant = kLastDay.daysSinceEpoch() * 86'400'000'000LL;

/// protobuf writes what it refuses to stderr; a refusal is our Error, and a stranger's bytes stay out of every log.
void silenceProtobuf()
{
    static const auto before = google::protobuf::SetLogHandler(nullptr);
    static_cast<void>(before);
}

} // namespace

Bytes serialize(const google::protobuf::MessageLite& message)
{
    silenceProtobuf();
    Bytes bytes(message.ByteSizeLong());
    message.SerializeWithCachedSizesToArray(bytes.data());
    return bytes;
}

Result<void> parse(ByteView bytes, google::protobuf::MessageLite& message, const char* name)
{
    silenceProtobuf();
    bool good = bytes.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max());
    if (good) {
        google::protobuf::io::CodedInputStream input(bytes.data(), static_cast<int>(bytes.size()));
        input.SetRecursionLimit(kMaximumNesting);
        good = message.ParseFromCodedStream(&input) && input.ConsumedEntireMessage();
    }
    if (!good)
        return failure(ErrorKind::Refused, "protocol.malformed",
                       std::string("The message ") + name + " cannot be read; nothing of it was taken.");
    return {};
}

std::unexpected<Error> badField(const std::string& field, const char* what)
{
    return failure(ErrorKind::Refused, "protocol." + field,
                   "The field " + field + " " + what + "; nothing of its message was taken.");
}

void FieldReader::check(const char* field, bool good, const char* what)
{
    if (!good && !m_error)
        m_error = badField(std::string(m_message) + "." + field, what).error();
}

std::string FieldReader::text(const char* field, std::string&& value, std::size_t maximumCharacters)
{
    check(field, isValidUtf8(value), "is not valid UTF-8");
    check(field, value.find('\0') == std::string::npos, "holds a NUL character");
    check(field,
          value.size() <= maximumCharacters || countCharacters(value).value_or(value.size()) <= maximumCharacters,
          "is too long");
    return std::move(value);
}

std::string FieldReader::requiredText(const char* field, std::string&& value, std::size_t maximumCharacters)
{
    check(field, !trimmed(value).empty(), "is empty");
    return text(field, std::move(value), maximumCharacters);
}

Bytes FieldReader::bytes(const char* field, const std::string& value, std::size_t minimum, std::size_t maximum)
{
    check(field, value.size() >= minimum && value.size() <= maximum, "has a wrong length");
    return {value.begin(), value.end()};
}

Uuid FieldReader::uuid(const char* field, const std::string& value)
{
    const Uuid id = optionalUuid(field, value);
    check(field, static_cast<bool>(id), "is missing");
    return id;
}

Uuid FieldReader::optionalUuid(const char* field, const std::string& value)
{
    if (value.empty())
        return {};
    const auto id = Uuid::fromSpan(view(value));
    check(field, id && *id, "is not an id");
    return id.value_or(Uuid());
}

Day FieldReader::day(const char* field, std::int32_t value)
{
    const Day day = Day::fromDaysSinceEpoch(value);
    check(field, day >= kFirstDay && day <= kLastDay, "is outside the years 1900 to 2199");
    return day;
}

Instant FieldReader::instant(std::int64_t value)
{
    return Instant::fromMicroseconds(std::clamp<std::int64_t>(value, 0, kLastInstant));
}

Currency FieldReader::currency(const char* field, const std::string& value)
{
    const auto currency = Currency::parse(value);
    check(field, currency.has_value(), "is not a currency");
    return currency.value_or(Currency());
}

Currency FieldReader::currencyOr(const char* field, const std::string& value, Currency fallback)
{
    return value.empty() ? fallback : currency(field, value);
}

Money FieldReader::amount(const char* field, std::int64_t value, Currency currency)
{
    check(field, value >= -kMaximumAmountMinor && value <= kMaximumAmountMinor, "is too large");
    return Money::ofMinor(value, currency);
}

Money FieldReader::positiveAmount(const char* field, std::int64_t value, Currency currency)
{
    check(field, value > 0, "is not above zero");
    return amount(field, value, currency);
}

std::int64_t FieldReader::sequence(const char* field, std::uint64_t value)
{
    check(field, value <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()), "is too large");
    return static_cast<std::int64_t>(value);
}

int FieldReader::smallNumber(const char* field, std::uint32_t value, int maximum)
{
    check(field, value <= static_cast<std::uint32_t>(maximum), "is too large");
    return static_cast<int>(value);
}

} // namespace encours::codec
