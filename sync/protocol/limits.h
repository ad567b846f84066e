// SPDX-License-Identifier: Apache-2.0
// The numbers of the wire, on both ends: version, paths, sizes (sync.md §2.2–2.5, security.md S-01).
#pragma once

#include "codec/limits.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace encours::protocol {

inline constexpr std::uint32_t kMajorVersion = 1;  ///< another major: UPGRADE_REQUIRED, operations still taken
inline constexpr std::uint32_t kMinorVersion = 0;  ///< unknown fields are ignored
inline constexpr std::uint32_t kReplicaSchema = 1; ///< what the rows of a replica hold
inline constexpr std::uint32_t kOperationSchema = 1;

inline constexpr std::string_view kEnrolPath = "/v1/enrol";
inline constexpr std::string_view kChallengePath = "/v1/challenge";
inline constexpr std::string_view kSessionPath = "/v1/session";
inline constexpr std::string_view kSyncPath = "/v1/sync";
inline constexpr std::string_view kAttachmentPath = "/v1/attachment";          ///< up, in parts
inline constexpr std::string_view kAttachmentReadPath = "/v1/attachment/read"; ///< down, in parts

/// Every body, both ways. The sync path alone compresses, both ways, and says so (Content-Encoding); a Problem is plain.
inline constexpr std::string_view kContentType = "application/x-protobuf";
inline constexpr std::string_view kSyncEncoding = "zstd";
/// The session's bearer: "Authorization: Bearer " + base64url without padding.
inline constexpr std::string_view kBearerPrefix = "Bearer ";

inline constexpr std::size_t kMaximumRequestBytes = 1 << 20;      ///< body on the wire, and once decompressed
inline constexpr std::size_t kMaximumOperations = 1024;           ///< per request…
inline constexpr std::size_t kMaximumOperationBytes = 256 * 1024; ///< …and their encoded size together
inline constexpr std::size_t kMaximumPriorityClients = 64;
inline constexpr std::size_t kPageBytes = 256 * 1024; ///< a page ends before it; one larger client is a page of its own
inline constexpr std::size_t kResponseBytes = 8 << 20;     ///< decompressed; then the checkpoint says `more`
inline constexpr std::size_t kMaximumPartBytes = 32 << 20; ///< largest page a device takes: one very large client
inline constexpr std::size_t kMaximumSmallAnswerBytes = 16 * 1024; ///< decompressed answers other than those of sync
inline constexpr std::size_t kAttachmentPartBytes = 64 * 1024;     ///< at most so much of a file in one message

/// Beyond kFreeExpansionBytes a request may not decompress to more than this many times its size: a batch of repetitive
/// notes passes, a bomb does not.
inline constexpr std::size_t kMaximumExpansion = 20;
inline constexpr std::size_t kFreeExpansionBytes = 512 * 1024;

using codec::kMaximumAmountMinor;
using codec::kMaximumShortCharacters;

inline constexpr int kCompressionUp = 1; ///< a phone's battery
inline constexpr int kCompressionDown = 3;

} // namespace encours::protocol
