// SPDX-License-Identifier: Apache-2.0
#include "qml/Clients/documents_model.h"

#include "qml/Bridge/formats.h"
#include "qml/Bridge/texts.h"

#include <QByteArray>

#include <algorithm>

namespace encours::app {

using usecases::FieldDocument;

namespace {

constexpr int kBytesPerKilo = 1024;

QString titleOf(const FieldDocument& document)
{
    if (!document.isHere())
        return DocumentsModel::tr("Document");
    return document.media == MediaType::Pdf ? DocumentsModel::tr("PDF document") : DocumentsModel::tr("Picture");
}

QString endingOf(MediaType media)
{
    switch (media) {
    case MediaType::Pdf: return QStringLiteral("pdf");
    case MediaType::Jpeg: return QStringLiteral("jpg");
    case MediaType::Png: return QStringLiteral("png");
    }
    return {};
}

using Stage = DocumentSource::Stage;

BadgeValue badgeOf(const FieldDocument& document, Stage stage)
{
    const auto neutral = [](const char* icon, const QString& text) {
        return BadgeValue(Tone::Kind::Neutral, QString::fromLatin1(icon), text);
    };
    if (document.waiting)
        return neutral("cloudoff", DocumentsModel::tr("To be sent"));
    if (document.isHere())
        return BadgeValue(Tone::Kind::Accent, QStringLiteral("cloudok"), DocumentsModel::tr("At the office"));
    switch (stage) {
    //: Of a document of somebody else, which this device is receiving
    case Stage::Coming: return neutral("download", DocumentsModel::tr("On its way"));
    //: Of a document of somebody else that was asked for without a network
    case Stage::Waits: return neutral("cloudoff", DocumentsModel::tr("Comes with the network"));
    case Stage::Failed:
        //: Of a document of somebody else that could not be had
        return BadgeValue(Tone::Kind::Warning, QStringLiteral("alert"), DocumentsModel::tr("Did not arrive"));
    case Stage::None: break;
    }
    //: Of a document of somebody else: it is not on this device, opening it fetches it
    return neutral("download", DocumentsModel::tr("To be fetched"));
}

SentenceValue lineOf(const FieldDocument& document, Stage stage, Day today)
{
    SentenceValue line;
    const QString day = formats::dayMonth(parisDay(document.addedAt), today);
    const QString time = formats::timeOfDay(document.addedAt);
    line.title = titleOf(document);
    if (document.isHere()) {
        line.icon = document.media == MediaType::Pdf ? QStringLiteral("file") : QStringLiteral("eye");
        //: A document. %1 "23/11", %2 "09:52", %3 kilobytes
        line.text = DocumentsModel::tr("added on %1 at %2 · %3 kB")
                        .arg(day, time)
                        .arg((document.size + kBytesPerKilo - 1) / kBytesPerKilo);
    } else {
        line.icon = QStringLiteral("file");
    }
    if (!document.author.empty()) {
        //: A document of another device. %1 "23/11", %2 "09:52", %3 a person
        line.text = DocumentsModel::tr("added on %1 at %2 by %3").arg(day, time, qt(document.author));
    }
    line.badge = badgeOf(document, stage);
    return line;
}

} // namespace

void DocumentsModel::setSession(Session* session)
{
    m_session.follow(session, this, &DocumentsModel::load);
}

void DocumentsModel::setClientKey(const QString& key)
{
    if (m_clientKey == key)
        return;
    m_clientKey = key;
    m_documents.clear();
    m_lines.clear();
    close();
    Q_EMIT clientKeyChanged();
    Q_EMIT changed();
    load();
}

void DocumentsModel::load()
{
    if (!m_session.isOpen() || m_clientKey.isEmpty())
        return;
    using Documents = std::vector<FieldDocument>;
    const auto list = [key = m_clientKey.toStdString()](usecases::Field& field) {
        return usecases::listFieldDocuments(field, key);
    };
    m_session->run(list).then(this, [this, asked = m_clientKey](Result<Documents> documents) {
        if (asked != m_clientKey)
            return;
        m_fault = documents ? QString() : formats::error(documents.error());
        m_documents = documents ? std::move(*documents) : Documents();
        word();
        if (!m_shown || m_shown->isHere())
            return;
        const auto arrived = std::ranges::find(m_documents, m_shown->name, &FieldDocument::name);
        if (arrived != m_documents.end() && arrived->isHere())
            read(*arrived);
    });
}

void DocumentsModel::word()
{
    m_lines.clear();
    for (const FieldDocument& document : m_documents)
        m_lines.append(lineOf(document, stateOf(document).stage, m_session->today()));
    Q_EMIT changed();
}

DocumentSource::State DocumentsModel::stateOf(const FieldDocument& document) const
{
    return m_source && !document.isHere() ? m_source->stateOf(document.name) : DocumentSource::State();
}

DocumentSource::State DocumentsModel::shownState() const
{
    return m_shown ? stateOf(*m_shown) : DocumentSource::State();
}

QString DocumentsModel::state() const
{
    return m_shown ? badgeOf(*m_shown, stage()).text : QString();
}

QString DocumentsModel::sentence() const
{
    if (!m_shown)
        return {};
    if (m_shown->isHere())
        return m_shown->media == MediaType::Pdf
                   ? tr("A PDF is not shown here. Save a copy to open it; the office has it once it is sent.")
                   : QString();
    switch (stage()) {
    case Stage::None:
    case Stage::Coming: return tr("The document is on its way from the centre into the vault of this device.");
    case Stage::Waits:
        return tr("Offline: the document arrives by itself when the network is back. Everything else stays usable.");
    case Stage::Failed: return shownState().fault;
    }
    return {};
}

void DocumentsModel::open(int line)
{
    if (!m_session.isOpen() || line < 0 || static_cast<std::size_t>(line) >= m_documents.size())
        return;
    const FieldDocument document = m_documents[static_cast<std::size_t>(line)];
    if (document.isHere())
        return read(document);
    show(document, {});
    fetch();
}

void DocumentsModel::fetch()
{
    if (m_source && m_shown && !m_shown->isHere() && stage() != Stage::Coming)
        m_source->fetch(m_shown->name);
}

void DocumentsModel::read(const FieldDocument& document)
{
    const auto content = [name = document.name](usecases::Field& field) { return usecases::openDocument(field, name); };
    m_session->run(content).then(
        this, [this, document, asked = m_clientKey](const Result<std::vector<std::uint8_t>>& content) {
            if (asked != m_clientKey)
                return;
            if (content)
                return show(document, *content);
            m_fault = formats::error(content.error());
            Q_EMIT changed();
        });
}

void DocumentsModel::show(const FieldDocument& document, const std::vector<std::uint8_t>& content)
{
    m_shown = document;
    m_title = titleOf(document);
    m_picture.clear();
    m_outcome.clear();
    m_content = QByteArray(reinterpret_cast<const char*>(content.data()), std::ssize(content));
    //: Name of the file of a copy; no blanks. %1 "2026-11-23", %2 its ending
    m_name = document.isHere()
                 ? tr("document_%1.%2").arg(qt(parisDay(document.addedAt).iso()), endingOf(*document.media))
                 : QString();
    if (document.isHere() && document.media != MediaType::Pdf)
        m_picture =
            QUrl(QStringLiteral("data:%1;base64,%2")
                     .arg(QString::fromUtf8(nameOf(*document.media)), QString::fromLatin1(m_content.toBase64())));
    Q_EMIT shownChanged();
    Q_EMIT opened();
}

void DocumentsModel::setTarget(DocumentTarget* target)
{
    m_target = target;
    if (!target)
        return;
    const auto tell = [this](const QString& outcome) {
        m_outcome = outcome;
        Q_EMIT shownChanged();
    };
    connect(target, &DocumentTarget::given, this, [tell] { tell(tr("The copy is saved.")); });
    connect(target, &DocumentTarget::failed, this,
            [tell] { tell(tr("The copy could not be made. The document is still here.")); });
}

void DocumentsModel::setSource(DocumentSource* source)
{
    m_source = source;
    if (!source)
        return;
    connect(source, &DocumentSource::changed, this, [this] {
        if (m_session.isOpen())
            word();
        Q_EMIT shownChanged();
    });
}

void DocumentsModel::give()
{
    if (m_target && !m_content.isEmpty())
        m_target->give(m_name, m_content);
}

void DocumentsModel::close()
{
    m_shown.reset();
    m_content.clear();
    m_outcome.clear();
    m_picture.clear();
    m_title.clear();
    Q_EMIT shownChanged();
}

} // namespace encours::app
