// SPDX-License-Identifier: Apache-2.0
#include "sync/device/qt_transport.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>

#include <openssl/sha.h>
#include <openssl/x509.h>

#include <memory>

namespace encours::device {

namespace {

enum class Ending { None, OtherKey, Silence, TooLong, TooLarge, Cancelled };

/// Of the bytes in the certificate itself, so that no library re-encodes them.
bool hasKey(const QSslCertificate& certificate, const std::array<std::uint8_t, 32>& pin)
{
    const QByteArray der = certificate.toDer();
    const auto* at = reinterpret_cast<const unsigned char*>(der.constData());
    const std::unique_ptr<X509, decltype(&X509_free)> parsed(d2i_X509(nullptr, &at, der.size()), X509_free);
    std::uint8_t* spki = nullptr;
    const int size = parsed ? i2d_X509_PUBKEY(X509_get_X509_PUBKEY(parsed.get()), &spki) : 0;
    if (size <= 0)
        return false;
    std::array<std::uint8_t, 32> hash{};
    SHA256(spki, static_cast<std::size_t>(size), hash.data());
    OPENSSL_free(spki);
    return hash == pin;
}

QNetworkRequest toQt(const QUrl& base, const HttpRequest& request)
{
    QUrl url = base;
    url.setPath(QString::fromStdString(request.path));
    QNetworkRequest result(url);
    result.setRawHeader("Content-Type", "application/x-protobuf");
    // Said by us, so that Qt hands over the bytes as they came: our own limits apply to what they become.
    result.setRawHeader("Accept-Encoding", request.compressed ? "zstd" : "identity");
    if (request.compressed)
        result.setRawHeader("Content-Encoding", "zstd");
    if (!request.bearer.empty())
        result.setRawHeader("Authorization", QByteArray("Bearer ") + QByteArray::fromStdString(request.bearer));
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    QSslConfiguration tls; // not the default one, which reads every authority of the system
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setCaCertificates({}); // no authority: every certificate is an error, forgiven only for the pinned key
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    result.setSslConfiguration(tls);
    return result;
}

/// Qt's errors that only say what the status says (400 is "invalid operation").
bool isHttpAnswer(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::NoError || error == QNetworkReply::ProtocolInvalidOperationError ||
           (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError) ||
           (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

std::optional<std::chrono::seconds> retryAfter(const QNetworkReply& reply)
{
    bool isNumber = false;
    const int seconds = reply.rawHeader("Retry-After").trimmed().toInt(&isNumber);
    return isNumber && seconds >= 0 ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
}

} // namespace

void prepareTls()
{
    const QSslConfiguration reads; // its constructor reads them
}

struct QtTransport::Private {
    QUrl base;
    std::array<std::uint8_t, 32> pin;
    Limits limits;
    QNetworkAccessManager manager{};

    std::string place() const { return (base.host() + u':' + QString::number(base.port())).toStdString(); }
    Error describe(Ending ending, const QNetworkReply& reply) const;
};

Error QtTransport::Private::describe(Ending ending, const QNetworkReply& reply) const
{
    const auto unavailable = [](std::string code, std::string message) {
        return Error{ErrorKind::Unavailable, std::move(code), std::move(message)};
    };
    switch (ending) {
    case Ending::OtherKey:
        return {ErrorKind::Denied, "net.pin",
                "The server at " + place() +
                    " shows another key than the one this device trusts, so nothing was sent. "
                    "Check the network; if the office has changed its server, ask it for a new enrolment code."};
    case Ending::Silence:
    case Ending::TooLong:
        return unavailable("net.timeout", "The centre at " + place() +
                                              " did not finish answering in time; nothing is lost. Try again later.");
    case Ending::TooLarge:
        return {ErrorKind::Refused, "net.too_large",
                "The centre at " + place() +
                    " sent more than this device takes at once, so the answer was dropped. Tell the office."};
    case Ending::Cancelled:
        return unavailable("net.cancelled", "The exchange with the centre was stopped; nothing is lost.");
    case Ending::None: break;
    }
    switch (reply.error()) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::UnknownNetworkError:
        return unavailable("net.unreachable",
                           "The centre at " + place() +
                               " cannot be reached; nothing is lost. Check the network and try again.");
    case QNetworkReply::SslHandshakeFailedError:
        return unavailable("net.cut", "No secure connection to " + place() +
                                          " could be made; nothing was sent. Check the address and try again.");
    default:
        return unavailable("net.cut",
                           "The exchange with the centre at " + place() + " broke off; nothing is lost. Try again.");
    }
}

QtTransport::QtTransport(const std::string& url, const std::array<std::uint8_t, 32>& pin)
    : QtTransport(url, pin, Limits{})
{
}

QtTransport::QtTransport(const std::string& url, const std::array<std::uint8_t, 32>& pin, const Limits& limits)
    : d(new Private{QUrl(QString::fromStdString(url)), pin, limits})
{
}

QtTransport::~QtTransport() = default;

Result<HttpResponse> QtTransport::post(const HttpRequest& request, std::stop_token stop)
{
    QEventLoop loop;
    Ending ending = Ending::None;
    const auto sent = QByteArray::fromRawData(reinterpret_cast<const char*>(request.body.data()),
                                              static_cast<qsizetype>(request.body.size()));
    const std::unique_ptr<QNetworkReply> reply(d->manager.post(toQt(d->base, request), sent));
    const auto end = [&](Ending why) {
        if (ending == Ending::None)
            ending = why;
        reply->abort();
    };

    const auto keyIsRight = [&] { return hasKey(reply->sslConfiguration().peerCertificate(), d->pin); };
    QObject::connect(reply.get(), &QNetworkReply::sslErrors, &loop,
                     [&] { keyIsRight() ? reply->ignoreSslErrors() : void(ending = Ending::OtherKey); });
    QObject::connect(reply.get(), &QNetworkReply::encrypted, &loop, [&] {
        if (!keyIsRight())
            end(Ending::OtherKey);
    });

    QTimer silence, total;
    silence.setSingleShot(true);
    total.setSingleShot(true);
    QObject::connect(&silence, &QTimer::timeout, &loop, [&] { end(Ending::Silence); });
    QObject::connect(&total, &QTimer::timeout, &loop, [&] { end(Ending::TooLong); });
    silence.start(d->limits.silence);
    total.start(d->limits.total);

    HttpResponse response;
    const auto take = [&] {
        silence.start(d->limits.silence);
        const QByteArray bytes = reply->readAll();
        if (response.body.size() + static_cast<std::size_t>(bytes.size()) > d->limits.answerBytes)
            return end(Ending::TooLarge);
        response.body.insert(response.body.end(), bytes.begin(), bytes.end());
    };
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, take);
    QObject::connect(reply.get(), &QNetworkReply::uploadProgress, &loop, [&] { silence.start(d->limits.silence); });
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    {
        const std::stop_callback onStop(
            stop, [&] { QMetaObject::invokeMethod(&loop, [&] { end(Ending::Cancelled); }, Qt::QueuedConnection); });
        if (!reply->isFinished())
            loop.exec();
    }
    if (ending == Ending::None)
        take();
    response.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (ending != Ending::None || response.status == 0 || !isHttpAnswer(reply->error()))
        return std::unexpected(d->describe(ending, *reply));
    response.retryAfter = retryAfter(*reply);
    return response;
}

} // namespace encours::device
