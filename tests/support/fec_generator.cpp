// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fec_generator.h"

#include <algorithm>
#include <cstdio>
#include <numeric>

namespace encours::test {

namespace {

constexpr const char* kColumns[]{"JournalCode", "JournalLib",    "EcritureNum", "EcritureDate", "CompteNum",
                                 "CompteLib",   "CompAuxNum",    "CompAuxLib",  "PieceRef",     "PieceDate",
                                 "EcritureLib", "Debit",         "Credit",      "EcritureLet",  "DateLet",
                                 "ValidDate",   "Montantdevise", "Idevise"};
constexpr std::size_t kDebit = 11, kCredit = 12;
constexpr const char* kTrades[]{"Éts Lœuillet", "Çà et Là",        "Café à 10 €", "Garage",
                                "Noël Frères",  "Ateliers d'Août", "Maïs & Blés"};

std::string padNumber(std::int64_t number, int width)
{
    char text[32];
    std::snprintf(text, sizeof text, "%0*lld", width, static_cast<long long>(number));
    return text;
}

std::string letterCode(int index)
{
    return {static_cast<char>('A' + index / 676 % 26), static_cast<char>('A' + index / 26 % 26),
            static_cast<char>('A' + index % 26)};
}

Day startOf(int year)
{
    return Day::fromYmd(year, 1, 1).value();
}

} // namespace

FecGenerator::FecGenerator(const FecStory& story, const FecShape& shape)
    : m_story(story), m_shape(shape), m_random(story.seed), m_year(story.firstYear - 1)
{
    m_order.resize(std::size(kColumns));
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    if (shape.order != 0) {
        std::mt19937_64 random(shape.order);
        for (std::size_t i = m_order.size(); i > 1; --i) // std::shuffle is not the same everywhere
            std::swap(m_order[i - 1], m_order[random() % i]);
    }
}

std::int64_t FecGenerator::below(std::int64_t limit)
{
    return static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(limit));
}

Day FecGenerator::lastDay() const
{
    return startOf(m_year + 1) - 1;
}

std::string FecGenerator::clientKey(int client) const
{
    return (m_story.clientInAccount ? "411C" : "C") + padNumber(client, 4);
}

std::string FecGenerator::clientName(int client) const
{
    return std::string(kTrades[static_cast<std::size_t>(client) % std::size(kTrades)]) + " " + std::to_string(client);
}

FecGenerator::Invoice FecGenerator::newInvoice(Day day)
{
    Invoice invoice{static_cast<int>(below(m_story.clients)),
                    "FA-" + std::to_string(m_year % 100) + "-" + padNumber(++m_sequence, 6),
                    day,
                    100 + below(500'000),
                    0,
                    {}};
    invoice.open = invoice.cents;
    const Day paid = day + 5 + static_cast<int>(below(70));
    switch (below(10)) {
    case 0: break; // never paid
    case 1: invoice.payments = {{paid, 1 + below(invoice.cents)}}; break;
    case 2: {
        const std::int64_t first = 1 + below(invoice.cents - 1);
        invoice.payments = {{paid, first}, {paid + 20, invoice.cents - first}};
        break;
    }
    default: invoice.payments = {{paid, invoice.cents}};
    }
    return invoice;
}

std::pair<std::string, std::optional<Day>> FecGenerator::letter(std::size_t index,
                                                                std::map<int, std::vector<Receipt>>& receipts)
{
    const Invoice& invoice = m_invoices[index];
    std::optional<Day> last;
    for (const Payment& payment : invoice.payments)
        if (payment.day <= lastDay())
            last = payment.day;
    if (!last)
        return {};
    const std::string code = letterCode(m_letters[static_cast<std::size_t>(invoice.client)]++);
    const std::optional<Day> day = m_story.datedLetters ? last : std::nullopt;
    for (const Payment& payment : invoice.payments)
        if (payment.day <= lastDay())
            receipts[payment.day.daysSinceEpoch()].push_back({index, payment.cents, code, day});
    return {code, day};
}

void FecGenerator::writeYear(const Write& write)
{
    ++m_year;
    m_write = write;
    m_lines = m_receivableLines = 0;
    m_entry = 0;
    m_letters.assign(static_cast<std::size_t>(m_story.clients), 0);
    std::erase_if(m_invoices, [](const Invoice& invoice) { return invoice.open == 0; });
    putHeader();

    std::map<int, std::vector<Receipt>> receipts; // by day
    const Day first = startOf(m_year);
    std::vector<Line> carried;
    std::map<int, std::int64_t> totals;
    for (std::size_t i = 0; i < m_invoices.size(); ++i) {
        const Invoice& invoice = m_invoices[i];
        const auto [code, day] = letter(i, receipts);
        totals[invoice.client] += invoice.open;
        if (m_story.detailedOpenings)
            carried.push_back({.account = "411000",
                               .accountName = "Clients",
                               .client = invoice.client,
                               .piece = invoice.number,
                               .pieceDay = invoice.day,
                               .label = "Report " + invoice.number,
                               .cents = invoice.open,
                               .letter = code,
                               .letterDay = day});
    }
    if (!m_story.detailedOpenings)
        for (const auto& [client, cents] : totals)
            carried.push_back({.account = "411000",
                               .accountName = "Clients",
                               .client = client,
                               .piece = "-",
                               .pieceDay = first,
                               .label = "Report",
                               .cents = cents});
    if (!carried.empty()) {
        const std::int64_t sum = std::accumulate(carried.begin(), carried.end(), std::int64_t{0},
                                                 [](auto s, const Line& line) { return s + line.cents; });
        carried.push_back({.account = "110000",
                           .accountName = "Report à nouveau",
                           .piece = "-",
                           .pieceDay = first,
                           .label = "Report",
                           .cents = -sum});
        put("AN", "À nouveaux", first, carried);
    }

    const int days = lastDay() - first + 1;
    int made = 0;
    for (int d = 0; d < days; ++d) {
        const Day day = first + d;
        for (; made * static_cast<std::int64_t>(days) < static_cast<std::int64_t>(d + 1) * m_story.invoicesPerYear;
             ++made) {
            m_invoices.push_back(newInvoice(day));
            const auto [code, letterDay] = letter(m_invoices.size() - 1, receipts);
            const Invoice& invoice = m_invoices.back();
            const std::int64_t vat = invoice.cents / 6;
            const std::string label = "Facture " + invoice.number;
            put("VE", "Ventes", day,
                {{.account = "411000",
                  .accountName = "Clients",
                  .client = invoice.client,
                  .piece = invoice.number,
                  .pieceDay = day,
                  .label = label,
                  .cents = invoice.cents,
                  .letter = code,
                  .letterDay = letterDay},
                 {.account = "707000",
                  .accountName = "Ventes",
                  .piece = invoice.number,
                  .pieceDay = day,
                  .label = label,
                  .cents = vat - invoice.cents},
                 {.account = "445710",
                  .accountName = "TVA collectée",
                  .piece = invoice.number,
                  .pieceDay = day,
                  .label = label,
                  .cents = -vat}});
        }
        for (const Receipt& receipt : receipts[day.daysSinceEpoch()]) {
            Invoice& invoice = m_invoices[receipt.invoice];
            invoice.open -= receipt.cents;
            invoice.payments.erase(invoice.payments.begin());
            const std::string piece = "VIR" + padNumber(m_entry, 6), label = "Virement " + invoice.number;
            put("BQ", "Banque", day,
                {{.account = "512000",
                  .accountName = "Banque",
                  .piece = piece,
                  .pieceDay = day,
                  .label = label,
                  .cents = receipt.cents},
                 {.account = "411000",
                  .accountName = "Clients",
                  .client = invoice.client,
                  .piece = piece,
                  .pieceDay = day,
                  .label = label,
                  .cents = -receipt.cents,
                  .letter = receipt.letter,
                  .letterDay = receipt.letterDay}});
        }
    }
    // The bank is known through the last day: the file covers its whole year.
    put("BQ", "Banque", lastDay(),
        {{.account = "512000",
          .accountName = "Banque",
          .piece = "FRAIS",
          .pieceDay = lastDay(),
          .label = "Frais de banque",
          .cents = -1'000},
         {.account = "627000",
          .accountName = "Services bancaires",
          .piece = "FRAIS",
          .pieceDay = lastDay(),
          .label = "Frais de banque",
          .cents = 1'000}});
    if (!m_shape.lastLineEnds)
        m_text.resize(m_text.size() - encoded(m_shape.lineEnd).size());
    flush(true);
}

std::string FecGenerator::year()
{
    std::string text;
    writeYear([&](std::string_view piece) { text += piece; });
    return text;
}

void FecGenerator::put(std::string journal, std::string journalName, Day day, const std::vector<Line>& lines)
{
    ++m_entry;
    for (Line line : lines) {
        line.journal = journal;
        line.journalName = journalName;
        line.number = m_shape.entryNumberZero ? "0" : journal + padNumber(m_entry, 7);
        line.day = day;
        putLine(line);
    }
}

void FecGenerator::putLine(const Line& line)
{
    ++m_lines;
    m_receivableLines += line.client >= 0;
    const bool hasClient = line.client >= 0, inAccount = hasClient && m_story.clientInAccount;
    const std::string key = hasClient && !inAccount ? clientKey(line.client) : "";
    const std::string name = hasClient ? clientName(line.client) : "";
    std::string debit = line.cents > 0 ? amount(line.cents) : amount(0),
                credit = line.cents < 0 ? amount(-line.cents) : amount(0);
    if (m_shape.signs != FecShape::Signs::None && line.cents < 0) {
        debit = m_shape.signs == FecShape::Signs::InFront ? "-" + credit : credit + "-";
        credit = amount(0);
    }
    if (m_shape.amounts != FecShape::Amounts::DebitCredit) {
        debit = amount(line.cents < 0 ? -line.cents : line.cents);
        const bool letters = m_shape.amounts == FecShape::Amounts::DirectionLetter;
        credit = line.cents < 0 ? (letters ? "C" : "-1") : letters ? "D" : "+1";
    }
    const auto pad = [&](std::string text) { return m_shape.padded ? "   " + text + "  " : text; };
    putFields({line.journal, line.journalName, line.number, date(line.day),
               pad(inAccount ? clientKey(line.client) : line.account), inAccount ? name : line.accountName, pad(key),
               key.empty() ? "" : name, pad(line.piece), date(line.pieceDay), line.label, debit, credit, line.letter,
               date(line.letterDay), date(lastDay()), "", ""});
}

void FecGenerator::putHeader()
{
    if (m_shape.encoding == FecShape::Encoding::Utf8Bom)
        m_text += "\xef\xbb\xbf";
    else if (m_shape.encoding == FecShape::Encoding::Utf16Le)
        m_text += "\xff\xfe";
    else if (m_shape.encoding == FecShape::Encoding::Utf16Be)
        m_text += "\xfe\xff";
    std::vector<std::string> names(std::begin(kColumns), std::end(kColumns));
    if (m_shape.amounts != FecShape::Amounts::DebitCredit) {
        names[kDebit] = "Montant";
        names[kCredit] = "Sens";
    }
    if (m_shape.header == FecShape::Header::Upper)
        for (std::string& name : names)
            std::ranges::transform(name, name.begin(),
                                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    if (m_shape.header == FecShape::Header::AccentsAndBlanks) {
        names[3] = " Écriture Date ";
        names[8] = "Pièce_Ref";
        names[kDebit] = m_shape.amounts == FecShape::Amounts::DebitCredit ? "Débit " : "MONTANT";
    }
    putFields(names);
}

void FecGenerator::putFields(std::vector<std::string> fields)
{
    const bool header = m_lines == 0;
    std::string line;
    bool first = true;
    const auto add = [&](const std::string& field) {
        if (!first)
            line += m_shape.separator;
        first = false;
        line += m_shape.quoted ? '"' + field + '"' : field;
    };
    for (const std::size_t column : m_order)
        add(fields[column]);
    if (m_shape.extraColumns) {
        add(header ? "CodeAnalytique" : "ANA1");
        add(header ? "DateEcheance" : "");
    }
    if (m_shape.cashBasisColumns) {
        add(header ? "DateRglt" : "");
        add(header ? "ModeRglt" : "VIR");
        add(header ? "NatOp" : "");
    }
    if (m_shape.trailingSeparator)
        line += m_shape.separator;
    m_text += encoded(line + m_shape.lineEnd);
    flush(false);
}

std::string FecGenerator::amount(std::int64_t cents) const
{
    const std::string whole = std::to_string(cents / 100), decimals = padNumber(cents % 100, 2);
    std::string grouped;
    const bool nbsp = m_shape.numbers == FecShape::Numbers::NbspThousands;
    if (nbsp || m_shape.numbers == FecShape::Numbers::SpaceThousands) {
        for (std::size_t i = 0; i < whole.size(); ++i) {
            if (i != 0 && (whole.size() - i) % 3 == 0)
                grouped += nbsp ? "\xc2\xa0" : " ";
            grouped += whole[i];
        }
        return grouped + "," + decimals;
    }
    switch (m_shape.numbers) {
    case FecShape::Numbers::Point: return whole + "." + decimals;
    case FecShape::Numbers::BareComma: return (cents < 100 ? "" : whole) + "," + decimals + "0";
    case FecShape::Numbers::Scientific: return std::to_string(cents) + "E-2";
    default: return whole + "," + decimals;
    }
}

std::string FecGenerator::date(std::optional<Day> day) const
{
    if (!day)
        switch (m_shape.blankDates) {
        case FecShape::BlankDates::Empty: return "";
        case FecShape::BlankDates::Zeros: return "00000000";
        case FecShape::BlankDates::Blanks: return "        ";
        }
    const std::string iso = day->iso(), y = iso.substr(0, 4), m = iso.substr(5, 2), d = iso.substr(8, 2);
    switch (m_shape.dates) {
    case FecShape::Dates::Compact: return y + m + d;
    case FecShape::Dates::Dashes: return iso;
    case FecShape::Dates::DayFirstSlashes: return d + "/" + m + "/" + y;
    case FecShape::Dates::WithTime: return y + "/" + m + "/" + d + " 00:00:00";
    case FecShape::Dates::CompactDayFirst: return d + m + y;
    }
    return {};
}

// Only what the generator writes: ASCII, Latin-1 letters, NBSP, œ and €.
std::string FecGenerator::encoded(std::string_view utf8) const
{
    using enum FecShape::Encoding;
    if (m_shape.encoding == Utf8 || m_shape.encoding == Utf8Bom)
        return std::string(utf8);
    const bool windows = m_shape.encoding == Windows1252;
    std::string bytes;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(utf8[at]); };
        char32_t c = byte(i);
        const std::size_t length = c < 0x80 ? 1 : c < 0xe0 ? 2 : 3;
        if (length == 2)
            c = (c & 0x1f) << 6 | (byte(i + 1) & 0x3f);
        else if (length == 3)
            c = (c & 0x0f) << 12 | (byte(i + 1) & 0x3f) << 6 | (byte(i + 2) & 0x3f);
        i += length;
        if (m_shape.encoding == Utf16Le || m_shape.encoding == Utf16Be) {
            const char low = static_cast<char>(c & 0xff), high = static_cast<char>(c >> 8);
            bytes += m_shape.encoding == Utf16Le ? low : high;
            bytes += m_shape.encoding == Utf16Le ? high : low;
        } else if (c == 0x20ac) {
            bytes += windows ? '\x80' : '\xa4';
        } else if (c == 0x153) {
            bytes += windows ? '\x9c' : '\xbd';
        } else {
            bytes += static_cast<char>(c);
        }
    }
    return bytes;
}

void FecGenerator::flush(bool all)
{
    constexpr std::size_t kPiece = 64 * 1024;
    if (!all && m_text.size() < kPiece)
        return;
    // A last line without its end is made by cutting it off: it has to be still here.
    const std::size_t kept = all ? 0 : std::min(encoded(m_shape.lineEnd).size(), m_text.size());
    m_write(std::string_view(m_text).substr(0, m_text.size() - kept));
    m_text.erase(0, m_text.size() - kept);
}

std::map<std::string, std::int64_t> FecGenerator::balances() const
{
    std::map<std::string, std::int64_t> balances;
    for (const Invoice& invoice : m_invoices)
        balances[clientKey(invoice.client)] += invoice.open;
    return balances;
}

std::map<std::pair<std::string, std::string>, std::int64_t> FecGenerator::openInvoices() const
{
    std::map<std::pair<std::string, std::string>, std::int64_t> open;
    for (const Invoice& invoice : m_invoices)
        if (invoice.open != 0)
            open[{clientKey(invoice.client), invoice.number}] += invoice.open;
    return open;
}

} // namespace encours::test
