// SPDX-License-Identifier: Apache-2.0
// The words of the seven profiles: files and listings read them back.
#include "domain/agreements/payer_profile.h"

#include <QTest>

#include <set>

using namespace encours;

class TestPayerProfile : public QObject {
    Q_OBJECT

private slots:
    void everyNameIsReadBack()
    {
        std::set<std::string_view> french;
        for (int i = 0; i < kPayerProfiles; ++i) {
            const auto profile = static_cast<PayerProfile>(i);
            QVERIFY(payerProfileNamed(nameOf(profile)) == profile);
            french.insert(frenchNameOf(profile));
            QVERIFY(!englishNameOf(profile).empty());
        }
        QCOMPARE(french.size(), std::size_t{kPayerProfiles});
    }

    void anUnknownNameIsNone()
    {
        QVERIFY(!payerProfileNamed("Distrait"));
        QVERIFY(!payerProfileNamed(""));
    }
};

QTEST_GUILESS_MAIN(TestPayerProfile)
#include "test_payer_profile.moc"
