// SPDX-License-Identifier: Apache-2.0
#include "qml/Agreements/signature_pad.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTouchEvent>

#include <algorithm>

namespace encours::app {

namespace {

constexpr qsizetype kMostStrokes = 100;
constexpr qsizetype kMostPoints = 4000; // in all: what a receipt can hold
constexpr qreal kPen = 2.2;             // pixels

} // namespace

SignaturePad::SignaturePad(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    setAcceptedMouseButtons(Qt::LeftButton);
    setAcceptTouchEvents(true);
    setKeepMouseGrab(true);
    setKeepTouchGrab(true);
}

void SignaturePad::setSignature(const SignatureValue& signature)
{
    if (m_signature.strokes == signature.strokes)
        return;
    m_signature = signature;
    update();
    Q_EMIT signatureChanged();
}

void SignaturePad::setInk(const QColor& ink)
{
    if (m_ink == ink)
        return;
    m_ink = ink;
    update();
    Q_EMIT inkChanged();
}

void SignaturePad::begin(QPointF at)
{
    if (m_signature.strokes.size() >= kMostStrokes)
        return;
    m_signature.strokes.append(QPolygonF());
    extend(at);
}

// In parts of the height, so that a wider pad gives the same drawing.
void SignaturePad::extend(QPointF at)
{
    qsizetype points = 0;
    for (const QPolygonF& stroke : m_signature.strokes)
        points += stroke.size();
    if (m_signature.strokes.isEmpty() || points >= kMostPoints || height() <= 0)
        return;
    m_signature.strokes.last().append(
        {std::clamp(at.x(), 0.0, width()) / height(), std::clamp(at.y(), 0.0, height()) / height()});
    update();
}

void SignaturePad::mousePressEvent(QMouseEvent* event)
{
    begin(event->position());
}

void SignaturePad::mouseMoveEvent(QMouseEvent* event)
{
    extend(event->position());
}

void SignaturePad::mouseReleaseEvent(QMouseEvent*)
{
    Q_EMIT drawn();
}

void SignaturePad::touchEvent(QTouchEvent* event)
{
    const QEventPoint& finger = event->points().constFirst();
    switch (finger.state()) {
    case QEventPoint::Pressed: begin(finger.position()); break;
    case QEventPoint::Updated: extend(finger.position()); break;
    case QEventPoint::Released: Q_EMIT drawn(); break;
    default: break;
    }
    event->accept();
}

void SignaturePad::paint(QPainter* painter)
{
    painter->setPen(QPen(m_ink, kPen, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->scale(height(), height());
    QPen pen = painter->pen();
    pen.setCosmetic(true);
    painter->setPen(pen);
    for (const QPolygonF& stroke : m_signature.strokes) {
        if (stroke.size() == 1)
            painter->drawPoint(stroke.first());
        else
            painter->drawPolyline(stroke);
    }
}

} // namespace encours::app
