// SPDX-License-Identifier: Apache-2.0
#include "platforms/cli/table.h"

#include "platforms/cli/text_width.h"

#include <nlohmann/json.hpp>

#include <cassert>
#include <ostream>

namespace encours::cli {

namespace {

using Json = nlohmann::ordered_json;

template<class... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};

std::string joined(const std::vector<std::string>& texts)
{
    std::string all;
    for (const std::string& text : texts)
        all += all.empty() ? text : ", " + text;
    return all;
}

// ---- JSON

Json toJson(const Cell& cell)
{
    return std::visit(Overloaded{
                          [](std::monostate) { return Json(nullptr); },
                          [](const Money& amount) { return Json(amount.minor()); },
                          [](Day day) { return Json(day.iso()); },
                          [](const auto& value) { return Json(value); },
                      },
                      cell);
}

Json objectOf(const Table& table, const std::vector<Cell>& row)
{
    Json object = Json::object();
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        object[table.columns[i].name] = toJson(row[i]);
    return object;
}

std::string dumped(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// One object a line: the listing of a million items never stands in memory as a tree.
void writeJson(std::ostream& out, const Table& table)
{
    const char* separator = "\n";
    out << '[';
    for (const auto& row : table.rows) {
        out << separator << dumped(objectOf(table, row));
        separator = ",\n";
    }
    out << (table.rows.empty() ? "]\n" : "\n]\n");
}

// ---- CSV

std::string quoted(std::string text)
{
    if (text.find_first_of(";\"\r\n") == std::string::npos)
        return text;
    for (std::size_t at = 0; (at = text.find('"', at)) != std::string::npos; at += 2)
        text.insert(at, 1, '"');
    return '"' + text + '"';
}

std::string neutralised(const std::string& raw)
{
    const std::string text = withoutEscapes(raw);
    const bool formula = !text.empty() && std::string_view("=+-@\t\r").contains(text.front());
    return quoted(formula ? "'" + text : text);
}

std::string toCsv(const Cell& cell)
{
    return std::visit(Overloaded{
                          [](std::monostate) { return std::string(); },
                          [](const std::string& text) { return neutralised(text); },
                          [](std::int64_t number) { return std::to_string(number); },
                          [](bool flag) { return std::string(flag ? "1" : "0"); },
                          [](const Money& amount) { return toPlainString(amount); },
                          [](Day day) { return day.iso(); },
                          [](const std::vector<std::string>& texts) { return neutralised(joined(texts)); },
                      },
                      cell);
}

void writeCsv(std::ostream& out, const Table& table)
{
    const char* separator = "";
    for (const Column& column : table.columns) {
        out << separator << column.name;
        separator = ";";
    }
    out << '\n';
    for (const auto& row : table.rows) {
        separator = "";
        for (const Cell& cell : row) {
            out << separator << toCsv(cell);
            separator = ";";
        }
        out << '\n';
    }
}

// ---- Text

std::string toText(const Cell& cell)
{
    return std::visit(Overloaded{
                          [](std::monostate) { return std::string(); },
                          [](const std::string& text) { return withoutControls(text); },
                          [](std::int64_t number) { return std::to_string(number); },
                          [](bool flag) { return std::string(flag ? "yes" : ""); },
                          [](const Money& amount) { return frenchAmount(amount); },
                          [](Day day) { return frenchDay(day); },
                          [](const std::vector<std::string>& texts) { return withoutControls(joined(texts)); },
                      },
                      cell);
}

bool alignsRight(const Cell& cell)
{
    return std::holds_alternative<Money>(cell) || std::holds_alternative<std::int64_t>(cell);
}

struct TextLine {
    std::vector<std::string> cells;
    std::vector<bool> right;
};

void writeText(std::ostream& out, const Table& table)
{
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!table.columns[i].title.empty())
            shown.push_back(i);
    }
    std::vector<TextLine> lines(1);
    for (std::size_t i : shown) {
        lines[0].cells.push_back(table.columns[i].title);
        lines[0].right.push_back(!table.rows.empty() && alignsRight(table.rows.front()[i]));
    }
    const auto addLine = [&](const std::vector<Cell>& row) {
        TextLine& line = lines.emplace_back();
        for (std::size_t i : shown) {
            line.cells.push_back(toText(row[i]));
            line.right.push_back(alignsRight(row[i]));
        }
    };
    for (const auto& row : table.rows)
        addLine(row);
    for (const std::vector<Cell>& footer : table.footers)
        addLine(footer);

    std::vector<std::size_t> widths(shown.size(), 0);
    for (const TextLine& line : lines) {
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], displayWidth(line.cells[i]));
    }
    for (const TextLine& line : lines) {
        std::string text;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const std::string blank(widths[i] - displayWidth(line.cells[i]), ' ');
            text += (i ? "  " : "") + (line.right[i] ? blank + line.cells[i] : line.cells[i] + blank);
        }
        text.erase(text.find_last_not_of(' ') + 1);
        out << text << '\n';
    }
}

} // namespace

void write(std::ostream& out, const Table& table, Format format)
{
    switch (format) {
    case Format::Text: return writeText(out, table);
    case Format::Json: return writeJson(out, table);
    case Format::Csv: return writeCsv(out, table);
    }
}

void writeRecord(std::ostream& out, const Table& table, Format format)
{
    assert(table.rows.size() == 1);
    if (format == Format::Json) {
        out << dumped(objectOf(table, table.rows.front())) << '\n';
    } else if (format == Format::Csv) {
        writeCsv(out, table);
    } else {
        std::size_t widest = 0;
        for (const Column& column : table.columns)
            widest = std::max(widest, displayWidth(column.title));
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const std::string& title = table.columns[i].title;
            if (!title.empty())
                out << title << std::string(widest - displayWidth(title) + 2, ' ') << toText(table.rows.front()[i])
                    << '\n';
        }
    }
}

void writeDocument(std::ostream& out, const Table& record, const std::vector<Part>& parts, Format format)
{
    if (format == Format::Json) {
        Json document = objectOf(record, record.rows.front());
        for (const Part& part : parts) {
            Json& rows = document[part.name] = Json::array();
            for (const auto& row : part.table.rows)
                rows.push_back(objectOf(part.table, row));
        }
        out << dumped(document) << '\n';
        return;
    }
    writeRecord(out, record, format);
    for (const Part& part : parts) {
        if (format == Format::Text && part.table.rows.empty())
            continue;
        out << '\n';
        if (format == Format::Text)
            out << part.title << '\n';
        write(out, part.table, format);
    }
}

std::string frenchAmount(Money amount)
{
    std::string text = toPlainString(amount);
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    for (std::size_t at = text.find(','); at > first + 3;) {
        at -= 3;
        text.insert(at, "\u202F");
    }
    return text;
}

std::string frenchDay(Day day)
{
    const std::string iso = day.iso();
    return iso.substr(8, 2) + '/' + iso.substr(5, 2) + '/' + iso.substr(0, 4);
}

} // namespace encours::cli
