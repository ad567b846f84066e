// SPDX-License-Identifier: Apache-2.0
// One session of libpq. Statements travel in batches, each answered in one round trip and, outside a transaction, run as
// one. They are unnamed, so that a pooler may give each transaction to another server process: PostgreSQL parses each, but
// for one that follows itself in a transaction.
#pragma once

#include "base/result.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct pg_conn;
struct pg_result;

namespace encours::store::postgres {

struct FreeResult {
    void operator()(pg_result* result) const;
};
using Rows = std::unique_ptr<pg_result, FreeResult>;

/// A value as it travels: an integer (8 bytes, most significant first), a text, some bytes, or nothing.
class Value {
public:
    static Value integer(std::int64_t value);
    /// `copied` false: the bytes live as long as the value is used.
    static Value text(std::string_view value, bool copied);
    static Value bytes(std::span<const std::uint8_t> value, bool copied);
    static Value nothing() { return {}; }

    unsigned type() const { return m_type; }
    const char* data() const;
    /// From now on its bytes are its own.
    void keep();
    int size() const { return static_cast<int>(m_size); }

private:
    enum class Held { Nothing, Here, Copied, Elsewhere };
    unsigned m_type = 0;
    Held m_held = Held::Nothing;
    std::array<char, 8> m_integer{};
    std::string m_copy;
    const char* m_elsewhere = nullptr;
    std::size_t m_size = 0;
};

struct Request {
    std::string_view sql; ///< $1, $2…
    std::span<const Value> values;
};

class Session {
public:
    /// The errors of openPostgres().
    static Result<std::unique_ptr<Session>> open(const std::string& url);
    Session(const Session&) = delete;
    ~Session();

    /// Runs them in order until one fails. The rows are those of the last.
    Result<Rows> run(std::span<const Request> requests);
    /// The requests, then COMMIT. Only when this succeeds is the transaction saved; "store.unknown" when it may be.
    Result<void> commit(std::vector<Request> requests);
    /// Several statements without values, in one transaction if none is open.
    Result<void> runScript(const char* sql);
    bool broken() const;
    bool inTransaction() const; ///< also in one that has failed

private:
    explicit Session(pg_conn* connection) : m_connection(connection) {}
    Result<void> checkServer();
    bool send(const Request& request);
    Result<Rows> collect(std::span<const Request> requests);
    Error errorOfResult(const pg_result* result, std::string_view statement) const;

    pg_conn* m_connection;
    std::string m_parsed; ///< what the server holds as its unnamed statement; "" = who knows
    std::vector<unsigned> m_parsedTypes;
    bool m_warned = false; ///< the server has said something worth a warning since this was last set
};

} // namespace encours::store::postgres
