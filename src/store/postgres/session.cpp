// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/session.h"

#include "store/postgres/error.h"
#include "store/postgres/result_columns.h"

#include <libpq-fe.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace encours::store::postgres {

namespace {

constexpr Oid kInteger = 20; // int8
constexpr Oid kText = 25;
constexpr Oid kBytes = 17;
constexpr int kBinary = 1;
constexpr int kOldestServer = 150000;

std::string_view field(const PGresult* result, int code)
{
    const char* text = PQresultErrorField(result, code);
    return text ? text : "";
}

/// On this machine nobody listens in between.
bool staysHere(PGconn* connection)
{
    const std::string_view host = PQhost(connection) ? PQhost(connection) : "";
    const std::string_view address = PQhostaddr(connection) ? PQhostaddr(connection) : "";
    return host.starts_with('/') || host.starts_with('@') || address.starts_with("127.") || address == "::1";
}

/// Its sentences are not passed on, they may quote the URL.
Error openingError(PGconn* connection)
{
    // Nor is there a SQLSTATE: that the server has answered and refused is all that can be told.
    const std::string_view words = PQerrorMessage(connection);
    const auto says = [&](std::string_view word) { return words.find(word) != std::string_view::npos; };
    const bool later = says("starting up") || says("shutting down") || says("recovery") || says("too many");
    const bool refused = (says("FATAL") && !later) || PQconnectionNeedsPassword(connection);
    return refused ? errorOf("28000", {}, {}) : goneError();
}

bool isUrl(const std::string& url)
{
    char* complaint = nullptr;
    PQconninfoOption* options = PQconninfoParse(url.c_str(), &complaint);
    PQconninfoFree(options);
    PQfreemem(complaint);
    return options != nullptr;
}

} // namespace

void FreeResult::operator()(pg_result* result) const
{
    PQclear(result);
}

Value Value::integer(std::int64_t value)
{
    Value out;
    out.m_type = kInteger;
    out.m_held = Held::Here;
    out.m_size = 8;
    if constexpr (std::endian::native == std::endian::little)
        value = std::byteswap(value);
    std::memcpy(out.m_integer.data(), &value, 8);
    return out;
}

Value Value::text(std::string_view value, bool copied)
{
    Value out = bytes({reinterpret_cast<const std::uint8_t*>(value.data()), value.size()}, copied);
    out.m_type = kText;
    return out;
}

Value Value::bytes(std::span<const std::uint8_t> value, bool copied)
{
    Value out;
    out.m_type = kBytes;
    out.m_size = value.size();
    const auto* data = reinterpret_cast<const char*>(value.data());
    if (copied) {
        out.m_held = Held::Copied;
        out.m_copy.assign(value.empty() ? "" : data, value.size());
    } else {
        out.m_held = Held::Elsewhere;
        out.m_elsewhere = value.empty() ? "" : data; // a null pointer would be NULL
    }
    return out;
}

void Value::keep()
{
    if (m_held != Held::Elsewhere)
        return;
    m_copy.assign(m_elsewhere, m_size);
    m_held = Held::Copied;
}

const char* Value::data() const
{
    switch (m_held) {
    case Held::Here: return m_integer.data();
    case Held::Copied: return m_copy.data();
    case Held::Elsewhere: return m_elsewhere;
    case Held::Nothing: break;
    }
    return nullptr;
}

Result<std::unique_ptr<Session>> Session::open(const std::string& url)
{
    if (!url.starts_with("postgres") || !isUrl(url))
        return failure(ErrorKind::InvalidArgument, "store.url",
                       "The address of the database cannot be read: write postgresql://USER@HOST:PORT/DATABASE; what "
                       "stands in a password besides letters and digits is written as %XX.");
    // The first are what the URL may say otherwise, the last what it may not.
    const char* keys[] = {"connect_timeout",
                          "keepalives_idle",
                          "tcp_user_timeout",
                          "dbname",
                          "client_encoding",
                          "application_name",
                          nullptr};
    const char* values[] = {"5", "30", "15000", url.c_str(), "UTF8", "encours", nullptr};
    std::unique_ptr<Session> session(new Session(PQconnectdbParams(keys, values, 1)));
    PGconn* connection = session->m_connection;
    if (!connection)
        throw std::bad_alloc();
    PQsetNoticeReceiver(
        connection,
        [](void* warned, const PGresult* notice) {
            if (field(notice, PG_DIAG_SEVERITY_NONLOCALIZED) == "WARNING")
                *static_cast<bool*>(warned) = true;
        },
        &session->m_warned);
    if (PQstatus(connection) != CONNECTION_OK)
        return std::unexpected(openingError(connection));
    if (!PQsslInUse(connection) && !staysHere(connection))
        return failure(ErrorKind::Denied, "store.plaintext",
                       "The database would be reached over the network without encryption: nothing was sent; add "
                       "?sslmode=verify-full to its address.");
    if (!PQenterPipelineMode(connection))
        return std::unexpected(goneError());
    ENCOURS_CHECK(session->checkServer());
    return session;
}

Result<void> Session::checkServer()
{
    const Request question{"SELECT current_setting('server_version_num')::bigint, "
                           "CASE WHEN current_setting('server_encoding') = 'UTF8' THEN 1 ELSE 0 END, "
                           "CASE WHEN rolsuper OR rolbypassrls THEN 1 ELSE 0 END "
                           "FROM pg_catalog.pg_roles WHERE rolname = current_user",
                           {}};
    ENCOURS_TRY(const Rows rows, run({&question, 1}));
    if (PQntuples(rows.get()) != 1 || integerAt(rows.get(), 0, 0) < kOldestServer || integerAt(rows.get(), 0, 1) != 1)
        return failure(ErrorKind::Unavailable, "store.version",
                       "This program needs PostgreSQL 15 or newer and a database in UTF-8; nothing was opened.");
    if (integerAt(rows.get(), 0, 2) != 0)
        return failure(ErrorKind::Denied, "store.role",
                       "The walls between companies do not hold for this user of the database (superuser or "
                       "BYPASSRLS): nothing was opened; use an ordinary one that owns the tables.");
    return {};
}

Session::~Session()
{
    PQfinish(m_connection);
}

bool Session::broken() const
{
    return PQstatus(m_connection) != CONNECTION_OK;
}

bool Session::inTransaction() const
{
    const auto status = PQtransactionStatus(m_connection);
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

Error Session::errorOfResult(const pg_result* result, std::string_view statement) const
{
    const auto state = field(result, PG_DIAG_SQLSTATE);
    return state.empty() ? goneError() : errorOf(state, field(result, PG_DIAG_SCHEMA_NAME), statement);
}

Result<Rows> Session::run(std::span<const Request> requests)
{
    if (!inTransaction())
        m_parsed.clear(); // another process may answer from here on
    bool sent = std::ranges::all_of(requests, [&](const Request& request) { return send(request); });
    sent = sent && PQpipelineSync(m_connection);
    auto rows = sent ? collect(requests) : std::unexpected(goneError());
    if (!rows)
        m_parsed.clear();
    return rows;
}

bool Session::send(const Request& request)
{
    const auto count = static_cast<int>(request.values.size());
    std::vector<Oid> types;
    std::vector<const char*> data;
    std::vector<int> sizes;
    for (const Value& value : request.values) {
        types.push_back(value.type());
        data.push_back(value.data());
        sizes.push_back(value.size());
    }
    const std::vector<int> formats(request.values.size(), kBinary);
    if (request.sql == m_parsed && types == m_parsedTypes)
        return PQsendQueryPrepared(m_connection, "", count, data.data(), sizes.data(), formats.data(), kBinary) != 0;
    m_parsed = request.sql;
    m_parsedTypes = std::move(types);
    return PQsendQueryParams(m_connection, m_parsed.c_str(), count, m_parsedTypes.data(), data.data(), sizes.data(),
                             formats.data(), kBinary) != 0;
}

/// Reads all there is to read: after a failure the server skips to the end of the batch.
Result<Rows> Session::collect(std::span<const Request> requests)
{
    Rows last;
    std::optional<Error> failed;
    for (const Request& request : requests) {
        while (Rows result{PQgetResult(m_connection)}) {
            switch (PQresultStatus(result.get())) {
            case PGRES_COMMAND_OK:
            case PGRES_TUPLES_OK: last = std::move(result); break;
            case PGRES_PIPELINE_ABORTED: break;
            default:
                if (!failed)
                    failed = errorOfResult(result.get(), request.sql);
            }
        }
        if (broken())
            return std::unexpected(goneError());
    }
    const Rows end(PQgetResult(m_connection));
    if (broken() || PQresultStatus(end.get()) != PGRES_PIPELINE_SYNC)
        return std::unexpected(goneError());
    if (failed)
        return std::unexpected(*std::move(failed));
    return last;
}

Result<void> Session::commit(std::vector<Request> requests)
{
    requests.push_back({"COMMIT", {}});
    m_warned = false;
    const auto answer = run(requests);
    if (!answer)
        return std::unexpected(answer.error().code == "store.gone" ? unknownError() : answer.error());
    // Of a transaction that had failed PostgreSQL says it so; and it warns where the copies that must confirm have not.
    if (std::string_view(PQcmdStatus(answer->get())) != "COMMIT")
        return failure(ErrorKind::Internal, "store.internal",
                       "A transaction that had failed was about to be saved; nothing of it was.");
    if (m_warned)
        return std::unexpected(unknownError());
    return {};
}

Result<void> Session::runScript(const char* sql)
{
    m_parsed.clear();
    if (!PQexitPipelineMode(m_connection))
        return std::unexpected(goneError());
    const Rows result(PQexec(m_connection, sql));
    const bool good =
        PQresultStatus(result.get()) == PGRES_COMMAND_OK || PQresultStatus(result.get()) == PGRES_TUPLES_OK;
    auto failed = good ? std::optional<Error>() : errorOfResult(result.get(), "(the schema)");
    if (!PQenterPipelineMode(m_connection))
        return std::unexpected(goneError());
    return failed ? Result<void>(std::unexpected(*std::move(failed))) : Result<void>();
}

} // namespace encours::store::postgres
