// SPDX-License-Identifier: Apache-2.0
#include "intake/json_tree.h"

#include "intake/byte_source.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace encours::intake {

const JsonNode* JsonNode::member(std::string_view name) const
{
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? nullptr : &elements[static_cast<std::size_t>(found - names.begin())];
}

namespace {

constexpr std::size_t kMaximumDepth = 32;
constexpr std::size_t kMaximumBytes = 8'000'000;

using Number = nlohmann::json;

/// Builds the tree as the text is read. The names are those nlohmann calls.
class Builder {
public:
    Builder(std::string_view file, std::string_view bytes) : m_file(file), m_bytes(bytes) {}

    bool null() { return put({}); }
    bool boolean(bool value) { return put({.kind = JsonNode::Kind::Boolean, .boolean = value}); }
    bool number_integer(std::int64_t value) { return put({.kind = JsonNode::Kind::Integer, .integer = value}); }
    bool number_unsigned(std::uint64_t value)
    {
        return value <= INT64_MAX ? number_integer(static_cast<std::int64_t>(value))
                                  : refuseNumber(std::to_string(value));
    }
    bool number_float(Number::number_float_t, const std::string& text) { return refuseNumber(text); }
    bool string(std::string& value) { return put({.kind = JsonNode::Kind::Text, .text = std::move(value)}); }
    bool binary(Number::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(JsonNode::Kind::Object); }
    bool start_array(std::size_t) { return open(JsonNode::Kind::Array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& name)
    {
        if (std::ranges::contains(m_open.back().names, name))
            return refuse("json.duplicate", "'" + name + "' stands twice in the same object" + after());
        m_open.back().names.push_back(name); // its value comes next
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&)
    {
        const auto before = m_bytes.substr(0, std::min(position, m_bytes.size()));
        const auto line = 1 + std::ranges::count(before, '\n');
        return refuse("json.syntax", "line " + std::to_string(line) + " is not valid JSON");
    }

    Result<JsonNode> taken()
    {
        if (m_error)
            return std::unexpected(std::move(*m_error));
        return std::move(m_root);
    }

private:
    bool put(JsonNode node)
    {
        if (m_open.empty())
            m_root = std::move(node);
        else
            m_open.back().elements.push_back(std::move(node));
        return true;
    }
    bool open(JsonNode::Kind kind)
    {
        if (m_open.size() == kMaximumDepth)
            return refuse("json.depth", "it nests more than " + std::to_string(kMaximumDepth) + " levels deep");
        m_open.push_back({.kind = kind});
        return true;
    }
    bool close()
    {
        JsonNode node = std::move(m_open.back());
        m_open.pop_back();
        return put(std::move(node));
    }
    /// The member being read, to say where.
    std::string after() const
    {
        std::string path;
        for (const JsonNode& node : m_open) {
            if (node.kind == JsonNode::Kind::Array)
                path += '[' + std::to_string(node.elements.size()) + ']';
            else if (&node != &m_open.back() && !node.names.empty())
                path += (path.empty() ? "" : ".") + node.names.back();
        }
        return path.empty() ? "" : " (in " + path + ')';
    }
    bool refuseNumber(const std::string& text)
    {
        return refuse("json.number",
                      "the number " + text + " is not an integer; amounts and rates are texts like \"12.50\"");
    }
    bool refuse(std::string code, const std::string& what)
    {
        m_error = Error{ErrorKind::Refused, std::move(code),
                        m_file + ": " + what + "; nothing was changed, correct the file and try again."};
        return false;
    }

    std::string m_file;
    std::string_view m_bytes;
    JsonNode m_root;
    std::vector<JsonNode> m_open;
    std::optional<Error> m_error;
};

} // namespace

Result<JsonNode> readJson(std::string_view bytes, std::string_view file)
{
    if (bytes.size() > kMaximumBytes)
        return failure(ErrorKind::Refused, "json.size",
                       std::string(file) + " is larger than 8 MB; nothing was changed.");
    Builder builder(file, bytes);
    nlohmann::json::sax_parse(bytes, &builder);
    return builder.taken();
}

Result<std::string> readSettingsFile(const std::filesystem::path& path)
{
    ENCOURS_TRY(const auto source, fileSource(path));
    std::string text;
    std::array<char, 65536> buffer;
    while (text.size() <= kMaximumBytes) {
        ENCOURS_TRY(const std::size_t count, source(buffer));
        if (count == 0)
            break;
        text.append(buffer.data(), count);
    }
    return text;
}

} // namespace encours::intake
