// SPDX-License-Identifier: Apache-2.0
// The SQL layer. A Connection belongs to one thread. Statements are cached by their text: prepare() hands out the cached
// one and takes it back when the Statement goes out of scope (a second one is made while the first is out). Two engines
// stand behind it: SQLCipher (one file, one writer) and PostgreSQL (store/postgres). What a text holds is UTF-8 without
// NUL; after a failure inside a transaction only a rollback, to a savepoint or of the whole, is sure to succeed.
#pragma once

#include "base/day.h"
#include "base/ids.h"
#include "base/instant.h"
#include "base/money.h"
#include "base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace encours::store {

/// Every table starts with it. On a device, and in an embedded centre, it is 1.
struct Tenant {
    std::int64_t id = 1;
};

using Blob = std::span<const std::uint8_t>;

/// How long bound bytes live: Copied by the engine, or kept by the caller until the statement is reset.
enum class Lifetime { Copied, UntilReset };

/// What an engine does for one prepared statement. Parameters and columns count from 0. A mistake in binding (too many, too
/// few) is Internal "store.bind" at the next step.
class StatementEngine {
public:
    virtual ~StatementEngine() = default;
    virtual void bindInteger(int index, std::int64_t value) = 0;
    virtual void bindText(int index, std::string_view value, Lifetime lifetime) = 0;
    virtual void bindBlob(int index, Blob value, Lifetime lifetime) = 0;
    virtual void bindNull(int index) = 0;
    virtual Result<bool> step() = 0; ///< true: a row is there
    /// To the end, ignoring rows, and reset.
    virtual Result<void> run();
    virtual void reset() = 0;   ///< forgets the values too
    virtual void release() = 0; ///< reset, and back to the cache
    virtual bool isNull(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual std::string_view text(int column) const = 0; ///< valid until the next step
    virtual Blob blob(int column) const = 0;             ///< valid until the next step
};

class Statement {
public:
    explicit Statement(StatementEngine* engine) : m_engine(engine) {}
    Statement(Statement&& other) noexcept : m_engine(std::exchange(other.m_engine, nullptr)), m_next(other.m_next) {}
    Statement(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;
    ~Statement()
    {
        if (m_engine)
            m_engine->release();
    }

    /// Binds the next parameters in order.
    template<class... Values>
    Statement& bind(const Values&... values)
    {
        (bindOne(values), ...);
        return *this;
    }
    Result<bool> step() { return m_engine->step(); }
    /// Runs to the end, ignoring rows, and makes the statement ready for other values.
    Result<void> run()
    {
        m_next = 0;
        return m_engine->run();
    }
    /// bind and run without copying: the values live until this returns, and so does the statement's use of them.
    template<class... Values>
    Result<void> runWith(const Values&... values)
    {
        m_lifetime = Lifetime::UntilReset;
        bind(values...);
        m_lifetime = Lifetime::Copied;
        return run();
    }
    /// Ready for other values.
    void reset()
    {
        m_engine->reset();
        m_next = 0;
    }

    bool isNull(int column) const { return m_engine->isNull(column); }
    std::int64_t integer(int column) const { return m_engine->integer(column); }
    std::string text(int column) const { return std::string(m_engine->text(column)); }
    std::string_view textView(int column) const { return m_engine->text(column); }
    Blob blob(int column) const { return m_engine->blob(column); }
    Day day(int column) const { return Day::fromDaysSinceEpoch(static_cast<std::int32_t>(integer(column))); }
    std::optional<Day> optionalDay(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(day(column));
    }
    Instant instant(int column) const { return Instant::fromMicroseconds(integer(column)); }
    Uuid uuid(int column) const { return Uuid::fromSpan(blob(column)).value_or(Uuid()); }

private:
    void bindOne(std::int64_t value) { m_engine->bindInteger(m_next++, value); }
    void bindOne(int value) { m_engine->bindInteger(m_next++, value); }
    void bindOne(bool value) { m_engine->bindInteger(m_next++, value ? 1 : 0); }
    void bindOne(std::string_view value) { m_engine->bindText(m_next++, value, m_lifetime); }
    void bindOne(const std::string& value) { m_engine->bindText(m_next++, value, m_lifetime); }
    void bindOne(const char* value) { m_engine->bindText(m_next++, value, m_lifetime); }
    void bindOne(Blob value) { m_engine->bindBlob(m_next++, value, m_lifetime); }
    void bindOne(Day value) { m_engine->bindInteger(m_next++, value.daysSinceEpoch()); }
    void bindOne(Instant value) { m_engine->bindInteger(m_next++, value.microseconds()); }
    void bindOne(const Uuid& value) { m_engine->bindBlob(m_next++, value.bytes(), m_lifetime); }
    void bindOne(Tenant value) { m_engine->bindInteger(m_next++, value.id); }
    void bindOne(std::nullptr_t) { m_engine->bindNull(m_next++); }
    template<class Tag>
    void bindOne(IntegerId<Tag> value)
    {
        m_engine->bindInteger(m_next++, value.value);
    }
    template<class Tag>
    void bindOne(const UuidId<Tag>& value)
    {
        m_engine->bindBlob(m_next++, value.value.bytes(), m_lifetime);
    }
    template<class Enum>
        requires std::is_enum_v<Enum>
    void bindOne(Enum value)
    {
        m_engine->bindInteger(m_next++, static_cast<std::int64_t>(value));
    }
    template<class T>
    void bindOne(const std::optional<T>& value)
    {
        if (value)
            bindOne(*value);
        else
            m_engine->bindNull(m_next++);
    }

    StatementEngine* m_engine;
    int m_next = 0;
    Lifetime m_lifetime = Lifetime::Copied;
};

class Connection {
public:
    virtual ~Connection() = default;
    virtual Result<Statement> prepare(std::string_view sql) = 0;
    /// For readings as long as the company is large, inside a transaction: never all their rows in memory at once.
    virtual Result<Statement> prepareScan(std::string_view sql) { return prepare(sql); }
    /// A writing transaction, alone in the company from its first statement: what it reads stays true until it commits.
    virtual Result<void> begin() = 0;
    /// A writing transaction beside others of the same kind, on engines that can. What it decides upon it claims
    /// before it reads it, by an UPDATE of that row or of one that stands for it (of a client, that of `client_feed`); none
    /// runs while a begin() does.
    virtual Result<void> beginBeside() { return begin(); }
    /// A writing transaction on tables that may not be there yet.
    virtual Result<void> beginSchemaChange() { return begin(); }
    virtual Result<void> beginRead() = 0; ///< a reading one: every statement sees the same commits
    virtual void setDeferring(bool) {}    ///< see Deferred
    virtual Result<void> commit() = 0;
    virtual void rollback() = 0;
    virtual bool inTransaction() const = 0;
    /// Runs a text of several statements without values: the schema. `sql` is a constant of the program.
    virtual Result<void> executeScript(const char* sql) = 0;
    virtual Result<bool> hasTable(std::string_view name) = 0;
    /// Rows changed by the last statement that changed any.
    virtual std::int64_t changes() const = 0;
    /// Pages read from the file since the connection was opened (cache misses): what performance tests count. 0 on an
    /// engine that reads elsewhere.
    virtual std::int64_t pagesRead() const = 0;

    /// prepare, bind, run.
    template<class... Values>
    Result<void> execute(std::string_view sql, const Values&... values)
    {
        ENCOURS_TRY(Statement statement, prepare(sql));
        return statement.runWith(values...);
    }
};

/// Rolls back unless committed.
class Transaction {
public:
    static Result<Transaction> begin(Connection& connection);
    static Result<Transaction> beginBeside(Connection& connection);
    static Result<Transaction> beginSchemaChange(Connection& connection);
    Transaction(Transaction&& other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction()
    {
        if (m_connection)
            m_connection->rollback();
    }
    Result<void> commit();

private:
    explicit Transaction(Connection& connection) : m_connection(&connection) {}
    Connection* m_connection;
};

/// While it lives, statements that are run() in a transaction, and whose outcome nobody asks for, may wait for one
/// another and travel together: an engine far away is asked once instead of a thousand times. They are done, in their
/// order, before the next one that is stepped and before the commit, which give their errors. changes() says nothing.
class Deferred {
public:
    explicit Deferred(Connection& connection) : m_connection(connection) { m_connection.setDeferring(true); }
    Deferred(const Deferred&) = delete;
    ~Deferred() { m_connection.setDeferring(false); }

private:
    Connection& m_connection;
};

/// While it lives, every read sees the same commits: an answer made of several statements never mixes two states. Inside a
/// transaction that is open already it does nothing. Statements made after it must go before it.
class Snapshot {
public:
    static Result<Snapshot> take(Connection& connection);
    Snapshot(Snapshot&& other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)) {}
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(Snapshot&&) = delete;
    ~Snapshot()
    {
        if (m_connection)
            m_connection->rollback();
    }

private:
    explicit Snapshot(Connection* connection) : m_connection(connection) {}
    Connection* m_connection;
};

} // namespace encours::store
