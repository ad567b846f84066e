// SPDX-License-Identifier: Apache-2.0
#include "store/company.h"

#include "store/random.h"
#include "store/rows.h"

#include <ranges>

namespace encours::store {

namespace {

std::string joined(const std::vector<std::string>& prefixes)
{
    std::string text;
    for (const auto& prefix : prefixes)
        text += (text.empty() ? "" : ",") + prefix;
    return text;
}

std::vector<std::string> split(std::string_view text)
{
    std::vector<std::string> prefixes;
    for (const auto part : std::views::split(text, ',')) {
        if (!part.empty())
            prefixes.emplace_back(part.begin(), part.end());
    }
    return prefixes;
}

/// On the disk; never renamed.
std::string_view nameOf(Counter counter)
{
    switch (counter) {
    case Counter::Client: return "client";
    case Counter::Contact: return "contact";
    case Counter::Item: return "item";
    case Counter::Receipt: return "receipt";
    case Counter::Note: return "note";
    case Counter::Promise: return "promise";
    case Counter::Person: return "person";
    case Counter::Import: return "import";
    case Counter::Dispute: return "dispute";
    case Counter::Event: return "event";
    case Counter::Line: break;
    }
    return "line";
}

} // namespace

Result<void> insertCompany(Connection& connection, Tenant tenant, const Company& company)
{
    auto saved = connection.execute(R"sql(
        INSERT INTO company (tenant, id, name, currency, receivables, default_terms, ledger_through, covered_through,
            incomplete, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?))sql",
                                    tenant, company.id, company.name, company.currency.code(),
                                    joined(company.receivables), company.defaultTerms, company.ledgerThrough,
                                    company.coveredThrough, company.incomplete, company.createdAt);
    if (!saved && saved.error().code == "store.duplicate")
        return failure(ErrorKind::Refused, "company.exists",
                       "There is already a company in this data; it was left as it is.");
    ENCOURS_CHECK(std::move(saved));
    std::array<std::uint8_t, 16> nonce{};
    fillRandom(nonce);
    return connection.execute("INSERT INTO head (tenant, nonce, seq, chain) VALUES (?, ?, 0, 0)", tenant, Blob(nonce));
}

Result<Company> loadCompany(Connection& connection, Tenant tenant)
{
    ENCOURS_TRY(auto statement, connection.prepare(R"sql(
        SELECT id, name, currency, receivables, default_terms, ledger_through, covered_through, incomplete,
            created_at
        FROM company
        WHERE tenant = ?)sql"));
    ENCOURS_TRY(const bool row, statement.bind(tenant).step());
    if (!row)
        return failure(ErrorKind::NotFound, "company.none", "There is no company in this data: set it up with init.");
    Columns c(statement);
    Company company;
    company.id = c.uuid();
    company.name = c.text();
    company.currency = c.currency();
    company.receivables = split(c.text());
    company.defaultTerms = c.small();
    company.ledgerThrough = c.optionalDay();
    company.coveredThrough = c.optionalDay();
    company.incomplete = c.flag();
    company.createdAt = c.instant();
    return company;
}

Result<void> saveCoverage(Connection& connection, Tenant tenant, std::optional<Day> ledgerThrough,
                          std::optional<Day> coveredThrough, bool incomplete)
{
    return connection.execute(
        "UPDATE company SET ledger_through = ?, covered_through = ?, incomplete = ? WHERE tenant = ?", ledgerThrough,
        coveredThrough, incomplete, tenant);
}

Result<std::int64_t> takeIds(Connection& connection, Tenant tenant, Counter counter, std::int64_t count)
{
    ENCOURS_TRY(auto statement, connection.prepare(R"sql(
        INSERT INTO counter (tenant, name, value)
        VALUES (?, ?, ?)
        ON CONFLICT (tenant, name) DO UPDATE
            SET value = counter.value + excluded.value
        RETURNING value)sql"));
    ENCOURS_TRY(const auto last, firstInteger(statement.bind(tenant, nameOf(counter), count)));
    return last - count + 1;
}

} // namespace encours::store
