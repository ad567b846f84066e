// SPDX-License-Identifier: Apache-2.0
// The values of a list as the rows of a Repeater that stay where they are while the list is read again: a Repeater over the list
// itself makes all of its rows anew each time, and a touch that had begun on one of them is lost. GUI thread.
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace encours::app {

/// One role, so that a delegate has its value as `modelData`. A row whose value changed is made anew, unless `key` names a
/// property of the value that tells which one it is: then the row stays and shows the new value.
class KeptRows : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariant values READ values WRITE setValues NOTIFY changed FINAL) // any list
    Q_PROPERTY(int limit READ limit WRITE setLimit NOTIFY changed FINAL)         // of the rows shown; -1: all
    Q_PROPERTY(QString key READ key WRITE setKey NOTIFY changed FINAL)

public:
    explicit KeptRows(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    QVariant values() const { return m_values; }
    void setValues(const QVariant& values);
    int limit() const { return m_limit; }
    void setLimit(int limit);
    QString key() const { return m_key; }
    void setKey(const QString& key);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override { return {{Qt::UserRole, "value"}}; }

Q_SIGNALS:
    void changed();

private:
    void show();
    bool isSameRow(const QVariant& before, const QVariant& now) const;
    void replace(qsizetype row, qsizetype removed, const QVariantList& inserted);

    QVariant m_values; // a list of any length: only what is shown is taken out of it
    QVariantList m_shown;
    int m_limit = -1;
    QString m_key;
};

} // namespace encours::app
