// SPDX-License-Identifier: Apache-2.0
// Draws one path of Icons, by Qt SVG and not by a Shape: without a GPU a Shape that is scrolled out of sight is drawn all the
// same, over what hides it (Qt 6.8: an empty clip is taken for none).
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace encours::app {

class IconDrawing : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY pathChanged FINAL REQUIRED)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged FINAL REQUIRED)
    Q_PROPERTY(double strokeWidth READ strokeWidth WRITE setStrokeWidth NOTIFY strokeWidthChanged FINAL
                   REQUIRED) // on the grid of 24

public:
    explicit IconDrawing(QQuickItem* parent = nullptr);

    QString path() const { return m_path; }
    void setPath(const QString& path);
    QColor color() const { return m_color; }
    void setColor(const QColor& color);
    double strokeWidth() const { return m_strokeWidth; }
    void setStrokeWidth(double width);

    /// The drawing as a picture of its own; the tests read it too.
    QByteArray svg() const;
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void pathChanged();
    void colorChanged();
    void strokeWidthChanged();

private:
    QString m_path;
    QColor m_color;
    double m_strokeWidth = 1.5;
};

} // namespace encours::app
