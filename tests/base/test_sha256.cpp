// SPDX-License-Identifier: Apache-2.0
#include "base/sha256.h"

#include <QCryptographicHash>
#include <QtTest>
#include <rapidcheck.h>

using namespace encours;

namespace {

QByteArray hexOf(const QByteArray& text)
{
    const Sha256 digest =
        sha256(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), static_cast<std::size_t>(text.size())));
    return QByteArray(reinterpret_cast<const char*>(digest.data()), digest.size()).toHex();
}

} // namespace

class TestSha256 : public QObject {
    Q_OBJECT

private slots:
    // NIST, "Examples with Intermediate Values": SHA-256, one block and two; and the long vector of a million 'a'.
    void vectors_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("digest");
        QTest::newRow("empty") << QByteArray()
                               << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("abc") << QByteArray("abc")
                             << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                    << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        QTest::newRow("a million a") << QByteArray(1'000'000, 'a')
                                     << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }
    void vectors()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, digest);
        QCOMPARE(hexOf(text), digest);
    }

    void everyLengthAroundABlock()
    {
        for (int length = 0; length <= 200; ++length) {
            const QByteArray text(length, '\x80');
            QCOMPARE(hexOf(text), QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
        }
    }

    void asAnotherImplementation()
    {
        QVERIFY(rc::check([](const std::string& text) {
            const QByteArray bytes = QByteArray::fromStdString(text);
            RC_ASSERT(hexOf(bytes) == QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        }));
    }
};

QTEST_APPLESS_MAIN(TestSha256)
#include "test_sha256.moc"
