// SPDX-License-Identifier: Apache-2.0
#include "base/ids.h"

#include <QUuid>
#include <QtTest>
#include <rapidcheck.h>

using namespace encours;

namespace {

Uuid anyUuid()
{
    return Uuid::fromBytes(*rc::gen::container<Uuid::Bytes>(rc::gen::arbitrary<std::uint8_t>()));
}

} // namespace

class TestIds : public QObject {
    Q_OBJECT
private slots:
    void rfc9562Vector()
    {
        // Appendix A.6: 2022-02-22T14:22:22-05:00, rand_a CC3, rand_b 18C4DC0C0C07398F.
        const Uuid id = Uuid::makeV7(0x017F22E279B0, {0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f});
        QCOMPARE(id.toString(), std::string("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
        QCOMPARE(id, *Uuid::parse("017F22E2-79B0-7CC3-98C4-DC0C0C07398F"));
    }

    void versionAndVariantWhateverTheRandomBytes()
    {
        const Uuid id = Uuid::makeV7(-1, {255, 255, 255, 255, 255, 255, 255, 255, 255, 255});
        QCOMPARE(id.toString(), std::string("ffffffff-ffff-7fff-bfff-ffffffffffff"));
        QCOMPARE(Uuid::makeV7(0, {}).toString(), std::string("00000000-0000-7000-8000-000000000000"));
    }

    void refusedText()
    {
        for (const char* text : {"", "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0",
                                 "017f22e279b0-7cc3-98c4-dc0c0c07398f-", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
                                 "{17f22e2-79b0-7cc3-98c4-dc0c0c07398}", "017f22e2_79b0_7cc3_98c4_dc0c0c07398f",
                                 "017f22e279b07cc398c4dc0c0c07398f"})
            QVERIFY2(!Uuid::parse(text), text);
        const std::array<std::uint8_t, 15> tooShort{};
        QVERIFY(!Uuid::fromSpan(tooShort) && !Uuid::fromSpan({}));
    }

    void noneIsZero()
    {
        QVERIFY(!Uuid() && !NoteId() && !ClientId());
        QVERIFY(ClientId{1} && UserId{-1});
        QCOMPARE(*Uuid::parse("00000000-0000-0000-0000-000000000000"), Uuid());
    }

    void properties()
    {
        QVERIFY(rc::check("text and bytes and back, as Qt writes them", [] {
            const Uuid id = anyUuid();
            RC_ASSERT(Uuid::parse(id.toString()) == id);
            RC_ASSERT(Uuid::fromSpan(id.bytes()) == id);
            const QByteArray bytes(reinterpret_cast<const char*>(id.bytes().data()), 16);
            RC_ASSERT(QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces).toStdString() == id.toString());
        }));
        QVERIFY(rc::check("a later millisecond is a greater id", [] {
            const auto earlier = *rc::gen::inRange<std::int64_t>(0, 1LL << 47);
            const auto later = earlier + *rc::gen::inRange<std::int64_t>(1, 1LL << 40);
            const auto random = rc::gen::container<std::array<std::uint8_t, 10>>(rc::gen::arbitrary<std::uint8_t>());
            RC_ASSERT(Uuid::makeV7(earlier, *random) < Uuid::makeV7(later, *random));
        }));
    }
};

QTEST_APPLESS_MAIN(TestIds)
#include "test_ids.moc"
