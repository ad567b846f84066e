// SPDX-License-Identifier: Apache-2.0
#include "qml/Agreements/receipt_pdf.h"

#include "qml/Bridge/formats.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QTextOption>

#include <algorithm>
#include <numeric>

namespace encours::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Receipt)
};

// A tenth of a point each: type is set without rounding.
constexpr int kPoint = 10;
constexpr int kResolution = 72 * kPoint;
constexpr qreal kMargin = 40 * kPoint;
constexpr std::size_t kMostInvoices = 10; // by name; the others are counted
constexpr qreal kLongest = 10'000 * kPoint;
constexpr qreal kSignatureHeight = 90 * kPoint;

/// Draws from top to bottom, or only measures.
class Page {
public:
    enum class Mode { Measure, Draw };

    Page(QPainter& painter, qreal width, Mode mode) : m_painter(painter), m_width(width - 2 * kMargin), m_mode(mode) {}

    qreal height() const { return m_y + kMargin; }
    void space(int points) { m_y += points * kPoint; }
    void text(const QString& words, int points, QFont::Weight weight = QFont::Normal, QColor color = Qt::black)
    {
        QFont font(QStringLiteral("Encours Sans"));
        font.setPixelSize(points * kPoint);
        font.setWeight(weight);
        font.setHintingPreference(QFont::PreferNoHinting);
        m_painter.setFont(font);
        m_painter.setPen(color);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        const QRectF room(kMargin, m_y, m_width, kLongest);
        if (m_mode == Mode::Draw)
            m_painter.drawText(room, words, option);
        m_y += m_painter.boundingRect(room, words, option).height();
    }
    void line()
    {
        if (m_mode == Mode::Measure)
            return;
        m_painter.setPen(QPen(QColor(0xdb, 0xe3, 0xdf), kPoint));
        m_painter.drawLine(QPointF(kMargin, m_y), QPointF(kMargin + m_width, m_y));
    }
    void signature(const SignatureValue& signature)
    {
        const QRectF room(kMargin, m_y, m_width, kSignatureHeight);
        m_y += kSignatureHeight;
        if (m_mode == Mode::Measure)
            return;
        QRectF bounds;
        for (const QPolygonF& stroke : signature.strokes)
            bounds |= stroke.boundingRect().adjusted(-0.01, -0.01, 0.01, 0.01); // a dot has no size
        const qreal scale = std::min({room.width() / bounds.width(), room.height() / bounds.height(), room.height()});
        m_painter.setPen(QPen(Qt::black, 1.4 * kPoint, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        for (QPolygonF stroke : signature.strokes) {
            for (QPointF& point : stroke)
                point = room.topLeft() + (point - bounds.topLeft()) * scale;
            stroke.size() == 1 ? m_painter.drawPoint(stroke.first()) : m_painter.drawPolyline(stroke);
        }
    }

private:
    QPainter& m_painter;
    qreal m_width;
    Mode m_mode;
    qreal m_y = kMargin;
};

QString dated(Day day)
{
    return formats::dayNamed(day) + QChar(0x00A0) + QString::number(int(day.ymd().year()));
}

QString invoicesOf(const PromiseReceipt& receipt)
{
    if (receipt.invoices.empty())
        return Words::tr("On account: no invoice is named.");
    QStringList lines;
    for (const auto& invoice : receipt.invoices) {
        if (static_cast<std::size_t>(lines.size()) == kMostInvoices)
            break;
        lines.append(
            invoice.promised == invoice.residual
                //: On the receipt of a promise. %1 an invoice, %2 what is promised for it: all of it
                ? Words::tr("%1: %2").arg(invoice.number, formats::amount(invoice.promised))
                //: On the receipt of a promise. %1 an invoice, %2 what is promised for it, %3 what is left to pay
                : Words::tr("%1: %2 of %3")
                      .arg(invoice.number, formats::amount(invoice.promised), formats::amount(invoice.residual)));
    }
    const auto others = static_cast<int>(receipt.invoices.size() - static_cast<std::size_t>(lines.size()));
    if (others > 0)
        lines.append(Words::tr("and %n other invoice(s)", nullptr, others));
    Money beyond = receipt.amount;
    for (const auto& invoice : receipt.invoices)
        beyond -= invoice.promised;
    if (beyond.sign() > 0) {
        //: On the receipt of a promise that is above what its invoices are worth. %1 amount
        lines.append(Words::tr("on account: %1").arg(formats::amount(beyond)));
    }
    return lines.join(u'\n');
}

void draw(Page& page, const PromiseReceipt& receipt)
{
    const QColor quiet(0x47, 0x5a, 0x54);
    page.text(receipt.company, 11, QFont::DemiBold);
    page.space(14);
    //: Title of the page a client receives
    page.text(Words::tr("Receipt of a promise to pay"), 17, QFont::DemiBold);
    page.space(4);
    page.text(receipt.city.isEmpty() ? receipt.client : receipt.client + QStringLiteral(", ") + receipt.city, 11);
    page.space(14);
    page.line();
    page.space(10);
    page.text(formats::amount(receipt.amount), 24, QFont::DemiBold);
    page.text(formats::spokenAmount(receipt.amount), 11);
    page.space(8);
    //: On the receipt. %1 "Friday 27 November 2026", %2 "bank transfer"
    page.text(Words::tr("to be paid on %1, by this means: %2")
                  .arg(formats::weekday(receipt.promisedFor) + u' ' + dated(receipt.promisedFor), receipt.method),
              11);
    //: On the receipt. %1 "1 December 2026"
    page.text(Words::tr("Kept if the money is there on %1 in the evening.").arg(dated(receipt.windowEnd)), 9,
              QFont::Normal, quiet);
    page.space(10);
    page.text(invoicesOf(receipt), 10);
    page.space(12);
    page.line();
    page.space(10);
    //: On the receipt, above the signature. %1 a person
    page.text(receipt.person.isEmpty() ? Words::tr("Signature of the client")
                                       : Words::tr("Promised by %1").arg(receipt.person),
              11, QFont::Medium);
    page.space(6);
    page.signature(receipt.signature);
    page.line();
    page.space(8);
    //: On the receipt. %1 "23 November 2026", %2 "08:54", %3 who noted it, %4 their company
    page.text(
        Words::tr("Made on %1 at %2 by %3, %4.")
            .arg(dated(parisDay(receipt.madeAt)), formats::timeOfDay(receipt.madeAt), receipt.author, receipt.company),
        10);
    page.space(4);
    //: On the receipt, at its foot
    page.text(
        Words::tr("Signed by hand on the screen of the device (simple electronic signature). A promise is no payment: "
                  "nothing was received with this page."),
        8, QFont::Normal, quiet);
}

} // namespace

std::vector<Money> PromiseReceipt::sharesOf(Money amount, const std::vector<Share>& invoices)
{
    std::vector<std::size_t> order(invoices.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return invoices[i].due; });
    std::vector<Money> shares(invoices.size(), Money::ofMinor(0, amount.currency()));
    for (const bool disputedToo : {false, true}) {
        for (const std::size_t i : order) {
            const Money room = (disputedToo ? invoices[i].residual : invoices[i].undisputed) - shares[i];
            const Money part = min(amount, max(room, Money::ofMinor(0, amount.currency())));
            shares[i] += part;
            amount -= part;
        }
    }
    return shares;
}

QString receiptStatement(Money amount, Day promisedFor)
{
    //: Read by the person who signs. %1 amount, %2 "27 November 2026"
    return Words::tr("I promise to pay %1 on %2.").arg(formats::amount(amount), dated(promisedFor));
}

QByteArray receiptPdf(const PromiseReceipt& receipt)
{
    QByteArray pdf;
    QBuffer file(&pdf);
    file.open(QIODevice::WriteOnly);
    QPdfWriter writer(&file);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(kResolution);
    writer.setPageSize(QPageSize(QPageSize::A5));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(Words::tr("Receipt of a promise to pay"));
    writer.setCreator(QStringLiteral("Encours"));
    {
        QPainter painter(&writer);
        Page measured(painter, writer.width(), Page::Mode::Measure);
        draw(measured, receipt);
        // Names without end: smaller, and still one page.
        const qreal scale = std::min(1.0, writer.height() / measured.height());
        painter.scale(scale, scale);
        Page page(painter, writer.width(), Page::Mode::Draw);
        draw(page, receipt);
    }
    return pdf;
}

} // namespace encours::app
