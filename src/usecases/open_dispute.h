// SPDX-License-Identifier: Apache-2.0
// Device: what a client contests, and what becomes of it.
#pragma once

#include "domain/agreements/dispute_history.h"
#include "usecases/field.h"

namespace encours::usecases {

struct DisputeRequest {
    ClientId client;
    ItemId item;
    Money amount;                      ///< > 0, at most what is left to pay
    std::string reason;                ///< code of MDT-113, or "AUTRE"
    std::string text;                  ///< at most kMaximumNoteCharacters
    std::vector<std::uint8_t> photo{}; ///< a document (attachment.h) that belongs to it; empty = none
};

/// As checkDispute fails, and NotFound "client.unknown", InvalidArgument "dispute.text", and as checkDocument of the
/// photo. Nothing is written then.
Result<Dispute> openDispute(Field& field, const DisputeRequest& request);

struct DisputeStepRequest {
    ClientId client;
    DisputeId dispute;
    DisputeStep step = DisputeStep::Qualified;
    Money amount; ///< Qualified: what is disputed; Accepted: what is conceded; else zero
};
/// NotFound "dispute.unknown"; Denied "dispute.office" (only the office answers a dispute; who opened it may confirm or
/// withdraw it); Refused "dispute.step" when the step does not follow from where the dispute stands.
Result<DisputeHistory> stepDispute(Field& field, const DisputeStepRequest& request);

} // namespace encours::usecases
