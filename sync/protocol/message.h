// SPDX-License-Identifier: Apache-2.0
// The messages of the wire as domain values: what the codec gives and takes. No protobuf here, so that nothing above the
// codec compiles it. Integers that count server commits are int64 and ≥ 0.
#pragma once

#include "base/result.h"
#include "domain/agreements/attachment.h"
#include "domain/agreements/dispute.h"
#include "domain/agreements/operation.h"
#include "domain/ledger/client.h"
#include "domain/ledger/item.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace encours::protocol {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

// ---- Enrolment and session

struct EnrolRequest {
    std::string code;
    Bytes publicKey; ///< SubjectPublicKeyInfo, DER, P-256
    std::string deviceName;
};
struct EnrolResponse {
    DeviceId device;
    UserId person;
    std::string personName;
    int role = 0; ///< as stored by the centre
    std::string companyName;
    Currency currency;
    Instant serverTime;
};
struct ChallengeRequest {
    DeviceId device;
};
struct ChallengeResponse {
    Bytes challenge;
};
struct SessionRequest {
    DeviceId device;
    Bytes challenge;
    Bytes signature; ///< ECDSA P-256 with SHA-256, DER, of the challenge
};
struct SessionResponse {
    Bytes bearer;       ///< 32 bytes, a secret: never logged
    Instant expiresAt;  ///< on the centre's clock, 15 minutes from now
    Instant leaseUntil; ///< the device locks itself when it has not met the centre by then
    Instant serverTime;
};
/// Body of every answer that is not 200.
struct Problem {
    std::string code;
    std::string message;
    int retryAfterSeconds = 0;
};

// ---- Attachments

struct AttachmentPart {
    AttachmentName name;
    std::int64_t size = 0; ///< of the whole, at most kMaximumAttachmentBytes
    std::int64_t start = 0;
    Bytes content; ///< 1 to kAttachmentPartBytes, not beyond the size
};
struct AttachmentHeld {
    std::int64_t held = 0; ///< bytes from the beginning, without a gap; all of them: the centre keeps the file
};
struct AttachmentRequest {
    AttachmentName name;
    std::int64_t start = 0;
};

// ---- Where a device stands in the feed

struct Cursor {
    enum class Position {
        AfterCommit = 0,  ///< everything up to and including commit `seq`
        InsideCommit = 1, ///< everything before commit `seq`, and of that commit the clients up to `client`
        InSnapshot = 2,   ///< first sync based on commit `seq`: the clients up to `client`
    };
    Uuid feedNonce;
    std::int64_t seq = 0;
    std::uint64_t chain = 0; ///< of commit `seq`: a restored centre does not match it (sync.md §2.3)
    Position position = Position::AfterCommit;
    ClientId client;
    /// The head when the device last read: it holds clients as of there, so that this commit too must be the centre's.
    /// 0 = from a device of before.
    std::int64_t readSeq = 0;
    std::uint64_t readChain = 0;

    /// The last commit of which nothing is missing: an acknowledged operation leaves the outbox when it is ≥ its effect.
    std::int64_t coveredSeq() const
    {
        return position == Position::AfterCommit ? seq : position == Position::InsideCommit ? seq - 1 : 0;
    }
    friend bool operator==(const Cursor&, const Cursor&) = default;
};

// ---- Operations up

struct DecodedOperation {
    OperationId id;              ///< none when unreadable
    std::int64_t deviceSeq = 0;  ///< 0 when unreadable
    Result<Operation> operation; ///< the error is that of this operation alone
};

struct SyncRequest {
    std::uint32_t major = 1;
    std::uint32_t minor = 0;
    std::uint32_t schema = 1;
    std::string appBuild;
    DeviceId device;
    Uuid requestId;
    std::optional<Cursor> cursor;          ///< none = first sync
    std::vector<Operation> operations;     ///< encode: oldest first, within the limits
    std::vector<DecodedOperation> decoded; ///< decode
    std::int64_t acknowledgedThrough = 0;  ///< device_seq whose results the device has stored
    /// Of all the device holds, when nothing of its own waits (store/ledger_digest.h); 0 = not said.
    std::uint64_t stateDigest = 0;
    std::uint32_t maximumBytes = 0; ///< decompressed; 0 = the centre's limit
    std::vector<ClientId> priorityClients;
    Instant deviceClock; ///< information
};

// ---- Answers down

struct OperationResult {
    OperationId id;
    std::int64_t deviceSeq = 0;
    OperationStatus status = OperationStatus::Rejected;
    std::int64_t effectSeq = 0;
    std::string reason; ///< stable code; empty when applied
    friend bool operator==(const OperationResult&, const OperationResult&) = default;
};

/// A client and what belongs to it, as it stands after commit `seq`. Applied in one transaction; an older bundle than the
/// one already applied to the client is skipped.
struct Bundle {
    ClientId clientId;
    std::int64_t seq = 0;
    bool leave = false;    ///< the client left the portfolio: delete everything of it
    bool complete = false; ///< replaces the client
    Currency currency;     ///< of the client; rows may differ
    std::optional<Client> client;
    std::vector<Contact> contacts;
    std::vector<Item> items;
    std::vector<Receipt> receipts;
    std::vector<Allocation> allocations; ///< every allocation of `receipts`, and of no other receipt
    std::vector<Note> notes;
    std::vector<Promise> promises;
    std::vector<Event> events;
    std::optional<std::vector<Dispute>> disputes; ///< from files: all of the client's; none = they did not change
    std::vector<ContactId> deletedContacts;
    std::vector<ItemId> deletedItems;
    std::vector<ReceiptId> deletedReceipts;
};

/// Committed by the device in one transaction together with `after`.
struct Page {
    std::vector<Bundle> bundles;
    Cursor after;
};

struct Checkpoint {
    Cursor at;
    std::optional<Day> ledgerThrough;
    std::optional<Day> coveredThrough;
    bool incomplete = false;       ///< an import skipped lines: the company's figures are marked
    bool more = false;             ///< ask again at once
    std::int64_t clientsTotal = 0; ///< in the device's scope
    Instant serverTime;
};

/// The replica is dropped, the outbox kept, the first sync starts again.
enum class ResetReason { Diverged = 0, TombstonesGone = 1, Schema = 2, CursorAhead = 3, DigestMismatch = 4 };

struct Directive {
    enum class Kind { None = 0, Wipe = 1, UpgradeRequired = 2, DeviceForked = 3, SlowDown = 4, Reauthenticate = 5 };
    Kind kind = Kind::None;
    int retryAfterSeconds = 0;
    friend bool operator==(const Directive&, const Directive&) = default;
};

/// Also a part of one: an answer is the concatenation of its parts.
struct SyncResponse {
    Uuid requestId;
    std::vector<OperationResult> results;
    std::optional<ResetReason> reset;
    std::optional<Directive> directive;
    std::optional<std::int64_t> announcedClients; ///< ahead of the pages of a first sync: those in the device's scope
    std::vector<Page> pages;
    std::optional<Checkpoint> checkpoint; ///< last; an answer without it was cut short or is a reset or directive
};

} // namespace encours::protocol
