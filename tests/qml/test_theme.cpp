// SPDX-License-Identifier: Apache-2.0
// Holds qml/Theme against the design's own tokens, recomputes the contrasts (WCAG 2.2, relative luminance), and compares the
// icon paths with the drawings.
#include "qml/Controls/icon_drawing.h"
#include "tests/support/checkout.h"

#include <QColor>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaProperty>
#include <QPainter>
#include <QQmlEngine>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTest>

#include <cmath>

namespace {

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}
double luminance(const QColor& color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}
double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QByteArray read(const QString& path)
{
    QFile file(QString::fromStdString(encours::test::inCheckout(path.toStdString())));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "#RRGGBBAA" as the tokens write it.
QColor parseToken(QString text)
{
    if (text.size() == 9)
        text = u'#' + text.mid(7) + text.mid(1, 6);
    return QColor(text);
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = m_engine.singletonInstance<QObject*>("Encours.Theme", "Theme");
        m_icons = m_engine.singletonInstance<QObject*>("Encours.Theme", "Icons");
        QVERIFY(m_theme);
        QVERIFY(m_icons);
        m_tokens = QJsonDocument::fromJson(read(QStringLiteral("qml/Theme/tokens.json"))).object();
        QVERIFY(!m_tokens.isEmpty());
    }

    void coloursAreTheTokens_data() { themes(); }
    void coloursAreTheTokens()
    {
        QFETCH(QString, token);
        const QJsonObject expected = m_tokens[QStringLiteral("color")].toObject()[token].toObject();
        int compared = 0;
        for (auto it = expected.begin(); it != expected.end(); ++it, ++compared)
            QCOMPARE(colour(it.key()).name(QColor::HexArgb), parseToken(it.value().toString()).name(QColor::HexArgb));
        QVERIFY(compared > 30);
    }

    void everyTextCanBeRead_data() { themes(); }
    void everyTextCanBeRead()
    {
        const auto atLeast = [&](double ratio, const QString& ink, const QString& ground) {
            const double found = contrast(colour(ink), colour(ground));
            QVERIFY2(found >= ratio, qPrintable(QStringLiteral("%1 on %2: %3").arg(ink, ground).arg(found, 0, 'f', 2)));
        };
        for (const auto& [ink, ground] :
             std::initializer_list<std::pair<const char*, const char*>>{{"text", "surface"},
                                                                        {"text", "bg"},
                                                                        {"text2", "surface"},
                                                                        {"text2", "bg"},
                                                                        {"text2", "accentSoft"},
                                                                        {"text2", "surface2"},
                                                                        {"text3", "surface"},
                                                                        {"text3", "bg"},
                                                                        {"onAccent", "accent"},
                                                                        {"accent", "surface"},
                                                                        {"accent", "bg"},
                                                                        {"onAccentSoft", "accentSoft"},
                                                                        {"danger", "surface"},
                                                                        {"danger", "bg"},
                                                                        {"onDangerSoft", "dangerSoft"},
                                                                        {"warning", "surface"},
                                                                        {"onWarningSoft", "warningSoft"},
                                                                        {"info", "surface"},
                                                                        {"onInfoSoft", "infoSoft"},
                                                                        {"onNeutralSoft", "neutralSoft"},
                                                                        {"onBand", "band"},
                                                                        {"onBand", "band2"},
                                                                        {"onBand2", "band"},
                                                                        {"onBandStamp", "band2"}})
            atLeast(4.5, QString::fromLatin1(ink), QString::fromLatin1(ground));
        atLeast(3, QStringLiteral("lineStrong"), QStringLiteral("surface"));
        atLeast(3, QStringLiteral("focus"), QStringLiteral("surface"));
        for (int bucket = 0; bucket < 5; ++bucket) {
            atLeast(3, QStringLiteral("aging%1").arg(bucket), QStringLiteral("surface"));
            const auto onBand = m_theme->property("agingOnBand").value<QList<QColor>>();
            QVERIFY(contrast(onBand[bucket], colour(QStringLiteral("band"))) >= 3);
        }
        // What the vault says on the band, in the colours of the night whatever the theme.
        const auto night = m_theme->property("night").value<QObject*>();
        QVERIFY(contrast(night->property("danger").value<QColor>(), colour(QStringLiteral("band"))) >= 4.5);
    }

    void typeIsTheTokens()
    {
        const QJsonObject types = m_tokens[QStringLiteral("type")].toObject();
        for (auto it = types.begin(); it != types.end(); ++it) {
            const auto* style = m_theme->property(it.key().toLatin1().constData()).value<QObject*>();
            QVERIFY2(style, qPrintable(it.key()));
            const QJsonObject expected = it.value().toObject();
            QCOMPARE(style->property("size").toInt(), expected[QStringLiteral("size")].toInt());
            QCOMPARE(style->property("line").toInt(), expected[QStringLiteral("line")].toInt());
            QCOMPARE(style->property("weight").toInt(), expected[QStringLiteral("weight")].toInt());
        }
    }

    void fontsAreOurs()
    {
        QCOMPARE(m_theme->property("family").toString(), QStringLiteral("Encours Sans"));
        QCOMPARE(m_theme->property("condensedFamily").toString(), QStringLiteral("Encours Sans Condensed"));
    }

    void iconsAreTheDrawings()
    {
        const QMap<QString, QString> renamed{{QStringLiteral("import"), QStringLiteral("importFile")},
                                             {QStringLiteral("x"), QStringLiteral("cross")},
                                             {QStringLiteral("finger"), QStringLiteral("fingerprint")}};
        const QDir drawings(QString::fromStdString(encours::test::inCheckout("assets/icons")), QStringLiteral("*.svg"));
        QCOMPARE(drawings.count(), 70u);
        for (const QString& file : drawings.entryList()) {
            const QString name = file.chopped(4);
            const auto path = QRegularExpression(QStringLiteral(" d=\"([^\"]+)\""))
                                  .match(QString::fromUtf8(read(QStringLiteral("assets/icons/") + file)))
                                  .captured(1);
            QVERIFY(!path.isEmpty());
            QCOMPARE(m_icons->property(renamed.value(name, name).toLatin1().constData()).toString(), path);
        }
    }

    // Each drawing leaves ink of its colour, and none on the edge of its square, where a stroke would be cut.
    void everyIconIsDrawnWhole()
    {
        const auto* type = m_icons->metaObject();
        int drawn = 0;
        for (int i = type->propertyOffset(); i < type->propertyCount(); ++i) {
            encours::app::IconDrawing icon;
            icon.setPath(type->property(i).read(m_icons).toString());
            icon.setColor(QColor(0, 128, 255));
            icon.setSize({96, 96});
            QVERIFY2(QSvgRenderer(icon.svg()).isValid(), type->property(i).name());
            QImage image(96, 96, QImage::Format_ARGB32);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            icon.paint(&painter);
            painter.end();
            int ink = 0;
            int edge = 0;
            for (int y = 0; y < 96; ++y)
                for (int x = 0; x < 96; ++x)
                    if (image.pixelColor(x, y).alpha() == 255) {
                        QCOMPARE(image.pixelColor(x, y).rgb(), QColor(0, 128, 255).rgb());
                        ++ink;
                        edge += x == 0 || y == 0 || x == 95 || y == 95;
                    }
            QVERIFY2(ink > 40, type->property(i).name());
            QVERIFY2(edge == 0, type->property(i).name());
            ++drawn;
        }
        QCOMPARE(drawn, 70);
    }

private:
    void themes()
    {
        QTest::addColumn<QString>("token");
        QTest::newRow("light") << QStringLiteral("light");
        QTest::newRow("dark") << QStringLiteral("dark");
    }
    QColor colour(const QString& name)
    {
        m_theme->setProperty("dark", QString::fromLatin1(QTest::currentDataTag()) == QStringLiteral("dark"));
        const auto* table = m_theme->property("color").value<QObject*>();
        if (name.startsWith(QStringLiteral("aging")))
            return table->property("aging").value<QList<QColor>>().value(name.last(1).toInt());
        return table->property(name.toLatin1().constData()).value<QColor>();
    }

    QQmlEngine m_engine;
    QObject* m_theme = nullptr;
    QObject* m_icons = nullptr;
    QJsonObject m_tokens;
};

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
