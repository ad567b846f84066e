// SPDX-License-Identifier: Apache-2.0
// What the tests of the store share: a folder that goes away, a clock that is moved by hand.
#pragma once

#include "store/company.h"
#include "tests/store/engine.h"
#include "tests/store/must.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

namespace encours::store::test {

/// Fails the test with the error's own words. For slots only: it returns.
#define REQUIRE_OK(expression)                                                                                         \
    do {                                                                                                               \
        const auto& required = (expression);                                                                           \
        QVERIFY2(required.has_value(),                                                                                 \
                 required ? "" : (required.error().code + ": " + required.error().message).c_str());                   \
    } while (false)
#define REQUIRE_ERROR(expression, expectedCode)                                                                        \
    do {                                                                                                               \
        const auto& required = (expression);                                                                           \
        QVERIFY2(!required.has_value(), "expected a failure");                                                         \
        QCOMPARE(required.error().code, std::string(expectedCode));                                                    \
        QVERIFY(!required.error().message.empty());                                                                    \
    } while (false)

class Folder {
public:
    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    std::filesystem::path root() const { return m_folder.path().toStdString(); }

private:
    QTemporaryDir m_folder;
};

/// A company on an empty central database.
inline Company company()
{
    return {.id = Uuid::makeV7(1, {1}),
            .name = "Verdon",
            .currency = {},
            .receivables = {"411", "4191"},
            .defaultTerms = 30,
            .ledgerThrough = {},
            .coveredThrough = {},
            .incomplete = false,
            .createdAt = Instant::fromMicroseconds(1)};
}

class HandClock final : public Clock {
public:
    explicit HandClock(Instant now = Instant::fromMicroseconds(1'795'000'000'000'000)) : m_now(now) {}
    Instant now() const override { return m_now; }
    void advance(std::chrono::microseconds by) { m_now = m_now + by; }

private:
    Instant m_now;
};

inline std::vector<std::uint8_t> bytesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void writeBytes(const std::filesystem::path& file, const std::vector<std::uint8_t>& bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

inline bool contains(const std::vector<std::uint8_t>& bytes, std::string_view marker)
{
    return std::ranges::search(bytes, marker).size() > 0;
}

} // namespace encours::store::test
