// SPDX-License-Identifier: Apache-2.0
// What the app says on a terminal, before its window.
#include <QProcess>
#include <QTest>

class TestAppStart : public QObject {
    Q_OBJECT

    struct Outcome {
        int exitCode;
        QByteArray out;
        QByteArray err;
    };

    static Outcome run(const QStringList& arguments)
    {
        QProcess app;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(name);
        app.setProcessEnvironment(environment);
        app.start(ENCOURS_APP, arguments);
        const bool ended = app.waitForFinished() && app.exitStatus() == QProcess::NormalExit;
        return {ended ? app.exitCode() : -1, app.readAllStandardOutput(), app.readAllStandardError()};
    }

private slots:
    void withoutAScreen()
    {
        const Outcome outcome = run({});
        QCOMPARE(outcome.exitCode, 4);
        QVERIFY2(outcome.err.startsWith("encours: there is no screen here"), outcome.err);
        QCOMPARE(outcome.err.count('\n'), 1);
    }

    void helpAndVersionNeedNone()
    {
        QCOMPARE(run({"--help"}).exitCode, 0);
        QVERIFY(run({"--version"}).out.startsWith("encours 0."));
    }

    void wrongArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown") << QStringList{"--colour"};
        QTest::newRow("day") << QStringList{"--today", "2026-02-30"};
        QTest::newRow("size") << QStringList{"--size", "10x10"};
        QTest::newRow("text") << QStringList{"--text-scale", "300"};
    }
    void wrongArguments()
    {
        QFETCH(const QStringList, arguments);
        const Outcome outcome = run(arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(!outcome.err.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAppStart)
#include "test_app_start.moc"
