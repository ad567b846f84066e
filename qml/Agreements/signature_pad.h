// SPDX-License-Identifier: Apache-2.0
// Where a person signs with a finger, a pen or a mouse. The page below does not scroll meanwhile.
#pragma once

#include "qml/Agreements/draft_values.h"

#include <QQuickPaintedItem>

namespace encours::app {

class SignaturePad : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(encours::app::SignatureValue signature READ signature WRITE setSignature NOTIFY signatureChanged FINAL)
    Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY inkChanged FINAL REQUIRED)

public:
    explicit SignaturePad(QQuickItem* parent = nullptr);

    SignatureValue signature() const { return m_signature; }
    void setSignature(const SignatureValue& signature);
    QColor ink() const { return m_ink; }
    void setInk(const QColor& ink);

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void inkChanged();
    void signatureChanged();
    void drawn(); ///< at the end of each stroke

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void touchEvent(QTouchEvent* event) override;

private:
    void begin(QPointF at);
    void extend(QPointF at);

    SignatureValue m_signature;
    QColor m_ink;
};

} // namespace encours::app
