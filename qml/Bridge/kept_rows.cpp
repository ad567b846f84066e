// SPDX-License-Identifier: Apache-2.0
#include "qml/Bridge/kept_rows.h"

#include <QJSValue>
#include <QMetaProperty>
#include <QSequentialIterable>

#include <algorithm>

namespace encours::app {

namespace {

/// The first of them; `limit` -1: all.
QVariantList listOf(const QVariant& values, int limit = -1)
{
    QVariantList list;
    if (!values.canConvert<QSequentialIterable>())
        return list;
    const auto rows = values.value<QSequentialIterable>();
    for (auto row = rows.constBegin(); row != rows.constEnd() && list.size() != limit; ++row)
        list.append(*row);
    return list;
}

QVariant propertyOf(const QVariant& gadget, const QByteArray& name)
{
    const QMetaObject* type = gadget.metaType().metaObject();
    const int property = type ? type->indexOfProperty(name.constData()) : -1;
    return property < 0 ? QVariant() : type->property(property).readOnGadget(gadget.constData());
}

/// As far as a screen can tell: by their properties, down to what can be compared.
bool isSame(const QVariant& a, const QVariant& b)
{
    if (a.metaType() != b.metaType())
        return false;
    if (a.metaType().isEqualityComparable())
        return a == b;
    if (const QMetaObject* type = a.metaType().metaObject()) {
        for (int i = 0; i < type->propertyCount(); ++i) {
            if (!isSame(type->property(i).readOnGadget(a.constData()), type->property(i).readOnGadget(b.constData())))
                return false;
        }
        return type->propertyCount() > 0;
    }
    return a.canConvert<QSequentialIterable>() && std::ranges::equal(listOf(a), listOf(b), isSame);
}

} // namespace

void KeptRows::setValues(const QVariant& values)
{
    m_values = values.metaType() == QMetaType::fromType<QJSValue>() ? values.value<QJSValue>().toVariant() : values;
    show();
}

void KeptRows::setLimit(int limit)
{
    m_limit = limit;
    // What shows are the first of the values already: nothing to compare.
    const QVariantList now = listOf(m_values, m_limit);
    const qsizetype kept = std::min(now.size(), m_shown.size());
    replace(kept, m_shown.size() - kept, now.sliced(kept));
    Q_EMIT changed();
}

void KeptRows::setKey(const QString& key)
{
    m_key = key;
    Q_EMIT changed();
}

int KeptRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant KeptRows::data(const QModelIndex& index, int role) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid) && role == Qt::UserRole ? m_shown[index.row()]
                                                                                     : QVariant();
}

bool KeptRows::isSameRow(const QVariant& before, const QVariant& now) const
{
    if (m_key.isEmpty())
        return isSame(before, now);
    return isSame(propertyOf(before, m_key.toLatin1()), propertyOf(now, m_key.toLatin1()));
}

void KeptRows::replace(qsizetype row, qsizetype removed, const QVariantList& inserted)
{
    const int first = static_cast<int>(row);
    if (removed > 0) {
        beginRemoveRows({}, first, first + static_cast<int>(removed) - 1);
        m_shown.remove(row, removed);
        endRemoveRows();
    }
    if (!inserted.isEmpty()) {
        beginInsertRows({}, first, first + static_cast<int>(inserted.size()) - 1);
        for (qsizetype i = 0; i < inserted.size(); ++i)
            m_shown.insert(row + i, inserted[i]);
        endInsertRows();
    }
}

// What both have at their beginning and at their end stays; of as many rows as before, each that is the same.
void KeptRows::show()
{
    const QVariantList now = listOf(m_values, m_limit);
    const auto same = [this](const QVariant& a, const QVariant& b) { return isSameRow(a, b); };
    if (now.size() == m_shown.size()) {
        for (qsizetype i = 0; i < now.size(); ++i) {
            if (!same(m_shown[i], now[i]))
                replace(i, 1, {now[i]});
        }
    } else {
        const qsizetype most = std::min(m_shown.size(), now.size());
        qsizetype head = 0;
        while (head < most && same(m_shown[head], now[head]))
            ++head;
        qsizetype tail = 0;
        while (tail < most - head && same(m_shown[m_shown.size() - 1 - tail], now[now.size() - 1 - tail]))
            ++tail;
        replace(head, m_shown.size() - head - tail, now.sliced(head, now.size() - head - tail));
    }
    for (qsizetype i = 0; i < now.size(); ++i) {
        if (isSame(m_shown[i], now[i]))
            continue;
        m_shown[i] = now[i];
        Q_EMIT dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
    }
    Q_EMIT changed();
}

} // namespace encours::app
