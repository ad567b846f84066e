// SPDX-License-Identifier: Apache-2.0
// Reads a JSON object field by field, strictly: a missing field, one of another kind, out of its range or unknown is
// Refused "json.field", naming the file and the place ("scenarios[1].steps[0].days"). The first fault is kept, later
// reads give defaults: a reader reads everything, then asks once.
#pragma once

#include "base/day.h"
#include "base/money.h"
#include "intake/json_tree.h"

#include <functional>
#include <optional>
#include <span>

namespace encours::intake {

/// Shared by all the objects of one file.
struct JsonFault {
    std::string file;
    std::optional<Error> error;
    void refuse(const std::string& place, const std::string& what);
};

class JsonFields {
public:
    /// `node` and `fault` outlive the reader; `place` is empty for the whole file.
    JsonFields(const JsonNode& node, std::string place, JsonFault& fault);
    JsonFields(const JsonFields&) = delete;
    /// Refuses the fields nobody asked for.
    ~JsonFields();

    bool has(std::string_view name) const { return m_node.member(name) != nullptr; }
    std::string text(std::string_view name); ///< not blank, at most 500 bytes
    std::string text(std::string_view name, std::string otherwise);
    int integer(std::string_view name, int least, int most);
    int integer(std::string_view name, int least, int most, int otherwise);
    bool boolean(std::string_view name);
    bool isNull(std::string_view name) const;
    void nothing(std::string_view name) { m_asked.push_back(name); } ///< the null is meant
    Day day(std::string_view name);                                  ///< "2026-11-23"
    /// Hundredths of a text such as "1234.50" or "-1.5": at most two decimals, a point, no other sign.
    std::int64_t hundredths(std::string_view name, std::int64_t least, std::int64_t most);
    std::int64_t hundredths(std::string_view name, std::int64_t least, std::int64_t most, std::int64_t otherwise);
    /// The place of the text among `words`, one of which it must be.
    std::size_t word(std::string_view name, std::span<const std::string_view> words);
    std::size_t word(std::string_view name, std::span<const std::string_view> words, std::size_t otherwise);
    /// Each element; the array may be missing only when `optional`.
    void each(std::string_view name, const std::function<void(const JsonNode&, const std::string& place)>& read,
              bool optional = false);
    /// Each element of an array of objects.
    void objects(std::string_view name, const std::function<void(JsonFields&)>& read, bool optional = false);
    void object(std::string_view name, const std::function<void(JsonFields&)>& read);
    /// Each member of an object: its name and its text.
    void texts(std::string_view name, const std::function<void(const std::string& key, const std::string& text)>& read);

    std::string place(std::string_view name) const;
    void refuse(std::string_view name, const std::string& what) { m_fault.refuse(place(name), what); }

private:
    const JsonNode* take(std::string_view name, JsonNode::Kind kind, std::string_view what, bool optional = false);

    const JsonNode& m_node;
    std::string m_place;
    JsonFault& m_fault;
    std::vector<std::string_view> m_asked;
};

} // namespace encours::intake
