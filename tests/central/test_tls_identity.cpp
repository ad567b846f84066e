// SPDX-License-Identifier: Apache-2.0
#include "sync/central/tls_identity.h"

#include "tests/central/centre.h"

#include <QtTest>

using namespace encours;
using namespace encours::central;
using namespace encours::test;

class TestTlsIdentity : public QObject {
    Q_OBJECT

    static std::filesystem::path path(const QTemporaryDir& folder, const char* name = "")
    {
        return folder.filePath(name).toStdString();
    }

private slots:
    void madeOnceAndLoaded()
    {
        QTemporaryDir folder;
        QCOMPARE(loadTlsIdentity(path(folder)).error().code, std::string("tls.missing"));
        const auto made = must(createTlsIdentity(path(folder)));
        const auto loaded = must(loadTlsIdentity(path(folder)));
        QVERIFY(loaded.spkiSha256 == made.spkiSha256);
        QCOMPARE(loaded.certificatePem, made.certificatePem);
        QVERIFY(std::ranges::equal(loaded.privateKeyPem.bytes(), made.privateKeyPem.bytes()));
        QCOMPARE(QFile::permissions(folder.filePath("tls.key")) &
                     (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        QCOMPARE(createTlsIdentity(path(folder)).error().code, std::string("tls.exists"));
        QVERIFY(must(loadTlsIdentity(path(folder))).spkiSha256 == made.spkiSha256);
    }

    // A creation killed between its two files, or a certificate lost: the devices know the key.
    void aKeyWithoutCertificate()
    {
        QTemporaryDir folder;
        const auto made = must(createTlsIdentity(path(folder)));
        QVERIFY(QFile::remove(folder.filePath("tls.crt")));
        QCOMPARE(loadTlsIdentity(path(folder)).error().code, std::string("tls.missing"));
        QVERIFY(must(createTlsIdentity(path(folder))).spkiSha256 == made.spkiSha256);
        QVERIFY(must(loadTlsIdentity(path(folder))).spkiSha256 == made.spkiSha256);
    }

    void twoAreDifferent() { QVERIFY(must(makeTlsIdentity()).spkiSha256 != must(makeTlsIdentity()).spkiSha256); }

    void aKeyOthersMayRead()
    {
        QTemporaryDir folder;
        must(createTlsIdentity(path(folder)));
        QFile::setPermissions(folder.filePath("tls.key"), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
        QCOMPARE(loadTlsIdentity(path(folder)).error().code, std::string("tls.permissions"));
    }

    void damaged()
    {
        QTemporaryDir folder, other;
        must(createTlsIdentity(path(folder)));
        must(createTlsIdentity(path(other)));
        std::filesystem::copy_file(path(other, "tls.crt"), path(folder, "tls.crt"),
                                   std::filesystem::copy_options::overwrite_existing);
        QCOMPARE(loadTlsIdentity(path(folder)).error().code,
                 std::string("tls.invalid")); // the certificate of another key
        for (const char* name : {"tls.crt", "tls.key"}) {
            QFile file(other.filePath(name));
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.resize(file.size() / 2);
            file.close();
            QCOMPARE(loadTlsIdentity(path(other)).error().code, std::string("tls.invalid"));
        }
    }

    void aFolderThatCannotBeWritten()
    {
        const auto result = createTlsIdentity("/nowhere/at/all");
        QVERIFY(!result);
        QVERIFY(!result.error().message.empty());
    }
};

QTEST_GUILESS_MAIN(TestTlsIdentity)
#include "test_tls_identity.moc"
