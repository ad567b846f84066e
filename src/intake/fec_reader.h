// SPDX-License-Identifier: Apache-2.0
// Reads a FEC (art. A47 A-1 LPF, arrêté du 29 juillet 2013) in one pass, as real software writes it: any of the usual
// separators, encodings, line ends, signs and dates. What is outside the arrêté but clear is taken with a warning; what
// is not clear on a receivable account refuses the file.
//
// - The client key is CompAuxNum, else the whole CompteNum. Amounts are Debit − Credit in the currency of the company;
//   Montantdevise and Idevise are checked, not used.
// - Nothing is given to the sink before the last byte was read and the file accepted: a refused file leaves no trace.
// - A line whose account cannot be trusted (wrong number of fields, no account) counts as receivable as soon as one of
//   its fields looks like a receivable account, or its own account field does not clearly name another one.
// - Kind of a line: Opening by its journal (code, or a word in its label) unless the entry holds a class 6 or 7
// account;
//   else by the accounts of its entry (journal, EcritureNum, EcritureDate): class 5 → Treasury, class 7 → Sale, both →
//   Sale on the debit side and Treasury on the credit side, neither → Other. Where EcritureNum is empty or 0 the
//   accounts of the whole journal decide.
// - Memory: a buffer of 64 KiB to 1 MiB, about 200 bytes per receivable line, 60 per entry, 100 per account and client.
#pragma once

#include "intake/byte_source.h"
#include "intake/fec_options.h"
#include "intake/fec_report.h"

namespace encours::intake {

/// A file that is refused is a report too: an error means that the source or the sink failed.
Result<FecReport> readFec(const ByteSource& source, const FecOptions& options, const FecSink& sink);

} // namespace encours::intake
