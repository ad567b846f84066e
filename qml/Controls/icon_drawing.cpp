// SPDX-License-Identifier: Apache-2.0
#include "qml/Controls/icon_drawing.h"

#include <QPainter>
#include <QSvgRenderer>

namespace encours::app {

IconDrawing::IconDrawing(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void IconDrawing::setPath(const QString& path)
{
    if (m_path == path)
        return;
    m_path = path;
    update();
    Q_EMIT pathChanged();
}

void IconDrawing::setColor(const QColor& color)
{
    if (m_color == color)
        return;
    m_color = color;
    update();
    Q_EMIT colorChanged();
}

void IconDrawing::setStrokeWidth(double width)
{
    if (m_strokeWidth == width)
        return;
    m_strokeWidth = width;
    update();
    Q_EMIT strokeWidthChanged();
}

QByteArray IconDrawing::svg() const
{
    return QStringLiteral(
               R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="%1" fill="none" stroke="%2" )"
               R"(stroke-opacity="%3" stroke-width="%4" stroke-linecap="round" stroke-linejoin="round"/></svg>)")
        .arg(m_path, m_color.name(QColor::HexRgb), QString::number(m_color.alphaF()), QString::number(m_strokeWidth))
        .toUtf8();
}

void IconDrawing::paint(QPainter* painter)
{
    QSvgRenderer(svg()).render(painter, boundingRect());
}

} // namespace encours::app
