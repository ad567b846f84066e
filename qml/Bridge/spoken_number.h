// SPDX-License-Identifier: Apache-2.0
// Whole numbers in words, for screen readers, which read long digits badly. Pure; any thread.
#pragma once

#include <QString>

namespace encours::app::formats {

/// "dix-huit mille deux cent huit"; the usual spelling (hyphens below one hundred, plural of vingt, cent, million, milliard).
QString frenchWords(quint64 number);
/// "eighteen thousand two hundred and eight"
QString englishWords(quint64 number);

} // namespace encours::app::formats
