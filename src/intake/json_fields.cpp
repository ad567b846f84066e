// SPDX-License-Identifier: Apache-2.0
#include "intake/json_fields.h"

#include "base/text.h"

#include <algorithm>
#include <ranges>

namespace encours::intake {

namespace {

using Kind = JsonNode::Kind;

std::optional<std::int64_t> parseHundredths(std::string_view text)
{
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative ? 1 : 0);
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    const std::string_view rest = point < text.size() ? text.substr(point + 1) : std::string_view("0");
    const auto digits = [](std::string_view part) {
        return std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
    };
    if (whole.empty() || whole.size() > 12 || rest.empty() || rest.size() > 2 || !digits(whole) || !digits(rest))
        return std::nullopt;
    std::int64_t value = 0;
    for (const char c : whole)
        value = value * 10 + (c - '0');
    value = value * 100 + (rest[0] - '0') * 10 + (rest.size() > 1 ? rest[1] - '0' : 0);
    return negative ? -value : value;
}

std::string shown(std::int64_t hundredths)
{
    std::string text = toPlainString(Money::ofMinor(hundredths));
    std::ranges::replace(text, ',', '.');
    return text;
}

} // namespace

void JsonFault::refuse(const std::string& place, const std::string& what)
{
    if (!error)
        error = Error{ErrorKind::Refused, "json.field",
                      file + ": " + (place.empty() ? "" : place + ' ') + what +
                          "; nothing was changed, correct the file and try again."};
}

JsonFields::JsonFields(const JsonNode& node, std::string place, JsonFault& fault)
    : m_node(node), m_place(std::move(place)), m_fault(fault)
{
    if (node.kind != Kind::Object)
        m_fault.refuse(m_place, "must be an object");
}

JsonFields::~JsonFields()
{
    for (const std::string& name : m_node.names) {
        if (!std::ranges::contains(m_asked, std::string_view(name)))
            m_fault.refuse(place(name), "is not a field of this object");
    }
}

std::string JsonFields::place(std::string_view name) const
{
    return (m_place.empty() ? "" : m_place + '.') + std::string(name);
}

const JsonNode* JsonFields::take(std::string_view name, Kind kind, std::string_view what, bool optional)
{
    m_asked.push_back(name);
    const JsonNode* node = m_node.member(name);
    if (!node && !optional)
        m_fault.refuse(place(name), "is missing");
    if (!node)
        return nullptr;
    if (node->kind == kind)
        return node;
    m_fault.refuse(place(name), "must be " + std::string(what));
    return nullptr;
}

std::string JsonFields::text(std::string_view name)
{
    const JsonNode* node = take(name, Kind::Text, "a text");
    if (node && (trimmed(node->text).empty() || node->text.size() > 500))
        refuse(name, "must be a text of 1 to 500 bytes");
    return node ? node->text : std::string();
}

std::string JsonFields::text(std::string_view name, std::string otherwise)
{
    return has(name) ? text(name) : (m_asked.push_back(name), std::move(otherwise));
}

int JsonFields::integer(std::string_view name, int least, int most)
{
    const JsonNode* node = take(name, Kind::Integer, "an integer");
    if (!node)
        return least;
    if (node->integer < least || node->integer > most) {
        refuse(name, "must lie between " + std::to_string(least) + " and " + std::to_string(most));
        return least;
    }
    return static_cast<int>(node->integer);
}

int JsonFields::integer(std::string_view name, int least, int most, int otherwise)
{
    return has(name) ? integer(name, least, most) : (m_asked.push_back(name), otherwise);
}

bool JsonFields::boolean(std::string_view name)
{
    const JsonNode* node = take(name, Kind::Boolean, "true or false");
    return node && node->boolean;
}

bool JsonFields::isNull(std::string_view name) const
{
    const JsonNode* node = m_node.member(name);
    return node && node->kind == Kind::Null;
}

Day JsonFields::day(std::string_view name)
{
    const JsonNode* node = take(name, Kind::Text, "a day like \"2026-11-23\"");
    const auto day = node ? Day::parseIso(node->text) : std::optional<Day>();
    if (node && !day)
        refuse(name, "must be a day that exists, like \"2026-11-23\"");
    return day.value_or(Day());
}

std::int64_t JsonFields::hundredths(std::string_view name, std::int64_t least, std::int64_t most)
{
    const JsonNode* node = take(name, Kind::Text, "a text like \"12.50\"");
    if (!node)
        return least;
    const auto value = parseHundredths(node->text);
    if (!value || *value < least || *value > most) {
        refuse(name, "must be a text like \"12.50\" between " + shown(least) + " and " + shown(most));
        return least;
    }
    return *value;
}

std::int64_t JsonFields::hundredths(std::string_view name, std::int64_t least, std::int64_t most,
                                    std::int64_t otherwise)
{
    return has(name) ? hundredths(name, least, most) : (m_asked.push_back(name), otherwise);
}

std::size_t JsonFields::word(std::string_view name, std::span<const std::string_view> words)
{
    const JsonNode* node = take(name, Kind::Text, "a text");
    if (!node)
        return 0;
    const auto found = std::ranges::find(words, std::string_view(node->text));
    if (found != words.end())
        return static_cast<std::size_t>(found - words.begin());
    std::string all;
    for (const std::string_view word : words)
        all += (all.empty() ? "" : ", ") + std::string(word);
    refuse(name, "is '" + node->text.substr(0, 40) + "' and must be one of " + all);
    return 0;
}

std::size_t JsonFields::word(std::string_view name, std::span<const std::string_view> words, std::size_t otherwise)
{
    return has(name) ? word(name, words) : (m_asked.push_back(name), otherwise);
}

void JsonFields::each(std::string_view name, const std::function<void(const JsonNode&, const std::string&)>& read,
                      bool optional)
{
    const JsonNode* node = take(name, Kind::Array, "an array", optional);
    for (std::size_t i = 0; node && i < node->elements.size(); ++i)
        read(node->elements[i], place(name) + '[' + std::to_string(i) + ']');
}

void JsonFields::objects(std::string_view name, const std::function<void(JsonFields&)>& read, bool optional)
{
    each(
        name,
        [&](const JsonNode& element, const std::string& where) {
            JsonFields fields(element, where, m_fault);
            if (element.kind == Kind::Object)
                read(fields);
        },
        optional);
}

void JsonFields::object(std::string_view name, const std::function<void(JsonFields&)>& read)
{
    if (const JsonNode* node = take(name, Kind::Object, "an object")) {
        JsonFields fields(*node, place(name), m_fault);
        read(fields);
    }
}

void JsonFields::texts(std::string_view name, const std::function<void(const std::string&, const std::string&)>& read)
{
    const JsonNode* node = take(name, Kind::Object, "an object", true);
    if (!node)
        return;
    for (const auto& [key, value] : std::views::zip(node->names, node->elements)) {
        if (value.kind == Kind::Text)
            read(key, value.text);
        else
            m_fault.refuse(place(name) + '.' + key, "must be a text");
    }
}

} // namespace encours::intake
