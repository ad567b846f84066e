// SPDX-License-Identifier: Apache-2.0
// Texts of the use-cases in Qt's form.
#pragma once

#include <QStringList>

#include <string_view>

namespace encours {

inline QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), std::ssize(text));
}

/// What there is of the parts, in one line.
inline QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace encours
