// SPDX-License-Identifier: Apache-2.0
// The files of one client, here or still at the centre, and the one that is looked at. Loads again when the session says that
// something has changed. GUI thread.
#pragma once

#include "qml/Bridge/document_source.h"
#include "qml/Bridge/document_target.h"
#include "qml/Bridge/session_link.h"
#include "qml/Clients/card_values.h"
#include "usecases/field_documents.h"

#include <QPointer>
#include <QUrl>

namespace encours::app {

class DocumentsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(encours::app::Session* session READ session WRITE setSession NOTIFY sessionChanged FINAL REQUIRED)
    Q_PROPERTY(QString clientKey READ clientKey WRITE setClientKey NOTIFY clientKeyChanged FINAL REQUIRED)
    Q_PROPERTY(QList<encours::app::SentenceValue> lines READ lines NOTIFY changed FINAL)
    Q_PROPERTY(QString fault READ fault NOTIFY changed FINAL)
    /// Of the one that is looked at.
    Q_PROPERTY(QString title READ title NOTIFY shownChanged FINAL)
    Q_PROPERTY(QString state READ state NOTIFY shownChanged FINAL)
    Q_PROPERTY(bool here READ isHere NOTIFY shownChanged FINAL) // else it is to be fetched
    Q_PROPERTY(encours::app::DocumentSource::Stage stage READ stage NOTIFY shownChanged FINAL)
    Q_PROPERTY(double progress READ progress NOTIFY shownChanged FINAL)  // of the fetching, 0 to 1
    Q_PROPERTY(QString sentence READ sentence NOTIFY shownChanged FINAL) // what holds instead of the content
    /// A picture is shown from memory: nothing of it is written outside the vault. Empty for a PDF.
    Q_PROPERTY(QUrl picture READ picture NOTIFY shownChanged FINAL)
    /// What became of the copy that was given away; empty = none was.
    Q_PROPERTY(QString outcome READ outcome NOTIFY shownChanged FINAL)
    Q_PROPERTY(encours::app::DocumentTarget* target MEMBER m_target WRITE setTarget REQUIRED FINAL)
    Q_PROPERTY(encours::app::DocumentSource* source MEMBER m_source WRITE setSource REQUIRED FINAL)

public:
    explicit DocumentsModel(QObject* parent = nullptr) : QObject(parent) {}

    Session* session() const { return m_session.get(); }
    void setSession(Session* session);
    QString clientKey() const { return m_clientKey; }
    void setClientKey(const QString& key);
    QList<SentenceValue> lines() const { return m_lines; }
    QString fault() const { return m_fault; }
    QString title() const { return m_title; }
    QString state() const;
    bool isHere() const { return !m_content.isEmpty(); }
    DocumentSource::Stage stage() const { return shownState().stage; }
    double progress() const { return shownState().progress; }
    QString sentence() const;
    QUrl picture() const { return m_picture; }
    QString outcome() const { return m_outcome; }
    void setTarget(DocumentTarget* target);
    void setSource(DocumentSource* source);
    /// A copy of the one that is looked at leaves the vault, by a person's will.
    Q_INVOKABLE void give();
    /// Reads the document of that line, or asks for it where it is; `opened` says when it may be shown.
    Q_INVOKABLE void open(int line);
    /// Asks again for the one that is looked at.
    Q_INVOKABLE void fetch();
    /// Forgets the one that was looked at.
    Q_INVOKABLE void close();

Q_SIGNALS:
    void sessionChanged();
    void clientKeyChanged();
    void changed();
    void shownChanged();
    void opened();

private:
    void load();
    void word();
    void read(const usecases::FieldDocument& document);
    void show(const usecases::FieldDocument& document, const std::vector<std::uint8_t>& content);
    DocumentSource::State stateOf(const usecases::FieldDocument& document) const;
    DocumentSource::State shownState() const;

    SessionLink m_session;
    QString m_clientKey;
    std::vector<usecases::FieldDocument> m_documents;
    QList<SentenceValue> m_lines;
    QString m_fault;
    std::optional<usecases::FieldDocument> m_shown;
    QString m_title;
    QUrl m_picture;
    QString m_outcome;
    QString m_name; // of its copy
    QByteArray m_content;
    QPointer<DocumentTarget> m_target;
    QPointer<DocumentSource> m_source;
};

} // namespace encours::app
