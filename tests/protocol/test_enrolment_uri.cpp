// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/enrolment_uri.h"

#include "tests/protocol/arbitrary.h"

#include <QtTest>

using namespace encours;
using namespace encours::protocol;
namespace any = encours::test;

class TestEnrolmentUri : public QObject {
    Q_OBJECT
private slots:
    void comesBack()
    {
        QVERIFY(rc::check("parse(print(uri)) = uri", [] {
            static const std::vector<std::string> hosts{"127.0.0.1", "::1", "fe80::1", "encours.example.fr", "poste-3"};
            EnrolmentUri uri;
            uri.host = hosts[static_cast<std::size_t>(any::number(0, static_cast<std::int64_t>(hosts.size())))];
            uri.port = static_cast<std::uint16_t>(any::number(1, 65536));
            uri.code = "K7Q2MZ4P9X";
            for (auto& byte : uri.spkiSha256)
                byte = static_cast<std::uint8_t>(any::number(0, 256));
            const auto back = parseEnrolmentUri("  " + toString(uri) + "\n");
            RC_ASSERT(back.has_value());
            RC_ASSERT(*back == uri);
        }));
    }

    void refusals()
    {
        const std::string key(43, 'A');
        const std::string good = "encours://127.0.0.1:8443/ABCDEFGH#" + key;
        QVERIFY(parseEnrolmentUri(good));
        for (std::size_t size = 0; size < good.size(); ++size)
            QVERIFY2(!parseEnrolmentUri(good.substr(0, size)), good.substr(0, size).c_str());
        for (const std::string& bad :
             {"https://127.0.0.1:8443/ABCDEFGH#" + key, "encours://:8443/ABCDEFGH#" + key,
              "encours://h:0/ABCDEFGH#" + key, "encours://h:65536/ABCDEFGH#" + key, "encours://h:x/ABCDEFGH#" + key,
              "encours://h:8443/AB/DEFGH#" + key, "encours://h:8443/ABC#" + key, "encours://h/ABCDEFGH#" + key,
              "encours://h:8443/ABCDEFGH#" + key + "A", "encours://h:8443/ABCDEFGH#" + std::string(42, 'A') + "B",
              "encours://[::1/ABCDEFGH#" + key, "encours://::1:8443/ABCDEFGH#" + key,
              "encours://user@h:8443/ABCDEFGH#" + key, "encours://[h]:8443/ABCDEFGH#" + key, std::string(2000, 'a')}) {
            const auto result = parseEnrolmentUri(bad);
            QVERIFY2(!result, bad.c_str());
            QCOMPARE(result.error().code, std::string("uri.invalid"));
        }
    }

    void base64()
    {
        QCOMPARE(toBase64Url(Bytes{}), std::string());
        QCOMPARE(toBase64Url(Bytes{'f', 'o', 'o', 'b'}), std::string("Zm9vYg"));
        QCOMPARE(toBase64Url(Bytes{0xFB, 0xFF}), std::string("-_8"));
        QCOMPARE(*fromBase64Url("Zm9vYg"), (Bytes{'f', 'o', 'o', 'b'}));
        for (const char* bad : {"Z", "Zh", "Zm9vYh", "Zm9v+g", "Zm9vYg=="})
            QVERIFY2(!fromBase64Url(bad), bad);
    }
};

QTEST_APPLESS_MAIN(TestEnrolmentUri)
#include "test_enrolment_uri.moc"
