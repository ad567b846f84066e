// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/agreements/note_history.h"
#include "domain/agreements/visit.h"
#include "sync/reconcile/verdict.h"

namespace encours::reconcile {

/// `written`: the note it revises, if the client has it. `events`: of the client, without the new one, here and below.
Verdict noteRevised(const Said& said, const Event& event, const std::optional<Note>& written,
                    std::span<const Event> events);
/// Outcomes said side by side all count: there is nothing to contest.
Verdict noteConcluded(const Said& said, const std::optional<Note>& written);
/// VisitPlanned, VisitReported or VisitCancelled. `reportKnown`: the client has the note that reports.
Verdict visitEvent(const Said& said, const Event& event, std::span<const Event> events, bool reportKnown);

} // namespace encours::reconcile
