// SPDX-License-Identifier: Apache-2.0
// A picture of a client, from the phone to the office, by the real programs.
#include "tests/device/programs.h"

#include <QCryptographicHash>

using namespace encours::test;

namespace {

QByteArray picture(qsizetype size)
{
    return QByteArray::fromHex("ffd8ff") + QByteArray(size - 3, 'p');
}

} // namespace

class TestDocuments : public QObject {
    Q_OBJECT
private slots:
    void aPictureReachesTheOffice()
    {
        Office office;
        office.serve();
        QCOMPARE(office.device({"enrol", office.code()}).exitCode, 0);
        QCOMPARE(office.device({"sync"}).exitCode, 0);
        const QByteArray content = picture(100'000);
        office.write("delivery.jpg", content);
        const auto kept = office.device({"document", "TREVAL", office.path("delivery.jpg")});
        QCOMPARE(kept.exitCode, 0);
        const QString hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
        QCOMPARE(kept.object()["document"].toString(), hash);
        QCOMPARE(office.must({"documents"}).array().size(), 0);
        const auto synced = office.device({"sync"}).object();
        QCOMPARE(synced["documents_sent"].toInt(), 1);
        QCOMPARE(synced["documents_waiting"].toInt(), 0);
        const auto listed = office.must({"documents", "--client", "TREVAL"}).array();
        QCOMPARE(listed.size(), 1);
        QCOMPARE(listed[0].toObject()["document"].toString(), hash);
        QCOMPARE(listed[0].toObject()["bytes"].toInt(), 100'000);
        QCOMPARE(office.must({"document", "TREVAL", hash, office.path("out.jpg")}).object()["media"].toString(),
                 "image/jpeg");
        QFile out(office.path("out.jpg"));
        QVERIFY(out.open(QIODevice::ReadOnly));
        QCOMPARE(out.readAll(), content);
        // The same again, and to a file that is there.
        QCOMPARE(office.device({"document", "TREVAL", office.path("delivery.jpg")}).exitCode, 0);
        QCOMPARE(office.device({"sync"}).object()["documents_sent"].toInt(), 0);
        const auto again = office.central({"document", "TREVAL", hash, office.path("out.jpg")});
        QVERIFY(again.exitCode != 0);
        QVERIFY(again.saysOneSentence());
    }

    // The operation names it; the file itself comes after, and the office sees what it is of.
    void thePhotoOfADispute()
    {
        Office office;
        office.serve();
        QCOMPARE(office.device({"enrol", office.code()}).exitCode, 0);
        QCOMPARE(office.device({"sync"}).exitCode, 0);
        office.write("pallet.jpg", picture(1'000));
        const auto opened = office.device({"dispute", "open", "TREVAL", "--item", "FA-1", "--amount", "1000",
                                           "--reason", "QTE_ERR", "--photo", office.path("pallet.jpg")});
        QVERIFY2(opened.exitCode == 0, opened.err);
        QCOMPARE(office.device({"sync"}).object()["documents_sent"].toInt(), 1);
        const auto listed = office.must({"documents"}).array();
        QCOMPARE(listed.size(), 1);
        QCOMPARE(listed[0].toObject()["of"].toArray(), QJsonArray{opened.object()["id"]});
    }

    void whatIsNoDocumentIsToldSo()
    {
        Office office;
        office.serve();
        QCOMPARE(office.device({"enrol", office.code()}).exitCode, 0);
        QCOMPARE(office.device({"sync"}).exitCode, 0);
        office.write("large.jpg", picture(200 * 1024 + 1));
        office.write("empty.jpg", {});
        office.write("program.jpg", "MZ and more");
        for (const char* file : {"large.jpg", "empty.jpg", "program.jpg"}) {
            const auto outcome = office.device({"document", "TREVAL", office.path(file)});
            QCOMPARE(outcome.exitCode, 2);
            QVERIFY2(outcome.saysOneSentence(), outcome.err);
        }
        for (const QString& file : {office.path("missing.jpg"), office.path(".")}) {
            const auto outcome = office.device({"document", "TREVAL", file});
            QCOMPARE(outcome.exitCode, 4);
            QVERIFY2(outcome.saysOneSentence(), outcome.err);
        }
        QVERIFY(office.central({"document", "TREVAL", "xyz", office.path("out")}).exitCode == 2);
        QVERIFY(office.central({"document", "TREVAL", QString(64, 'a'), office.path("out")}).saysOneSentence());
        QVERIFY(office.central({"documents", "--client", "NOBODY"}).saysOneSentence());
        QVERIFY(!QFile::exists(office.path("out")));
    }
};

QTEST_GUILESS_MAIN(TestDocuments)
#include "test_documents.moc"
