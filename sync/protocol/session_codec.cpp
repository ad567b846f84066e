// SPDX-License-Identifier: Apache-2.0
// Enrolment, challenge, session and problems.
#include "sync/protocol/codec.h"
#include "sync/protocol/limits.h"

#include "codec/fields.h"
#include "encours.pb.h"

namespace encours::protocol {

using namespace codec;

namespace {

constexpr std::size_t kMaximumKeyBytes = 256;    // a P-256 SubjectPublicKeyInfo has 91
constexpr std::size_t kMaximumSecretBytes = 128; // a challenge or bearer has 32, a signature at most 72
constexpr int kMaximumRole = 1000;
constexpr int kMaximumRetrySeconds = 86'400;

} // namespace

Bytes encode(const EnrolRequest& message)
{
    wire::EnrolRequest out;
    out.set_code(message.code);
    out.set_public_key(wireBytes(message.publicKey));
    out.set_device_name(message.deviceName);
    return serialize(out);
}

Result<EnrolRequest> decodeEnrolRequest(ByteView bytes)
{
    wire::EnrolRequest in;
    ENCOURS_CHECK(parse(bytes, in, "EnrolRequest"));
    FieldReader fields("enrol");
    EnrolRequest message;
    message.code = fields.requiredText("code", std::move(*in.mutable_code()), 64);
    message.publicKey = fields.bytes("public_key", in.public_key(), 1, kMaximumKeyBytes);
    message.deviceName = fields.text("device_name", std::move(*in.mutable_device_name()), kMaximumShortCharacters);
    return fields.result(std::move(message));
}

Bytes encode(const EnrolResponse& message)
{
    wire::EnrolResponse out;
    out.set_device_id(wireBytes(message.device.value));
    out.set_person_id(message.person.value);
    out.set_person_name(message.personName);
    out.set_role(static_cast<std::uint32_t>(message.role));
    out.set_company_name(message.companyName);
    out.set_currency(std::string(message.currency.code()));
    out.set_server_time(message.serverTime.microseconds());
    return serialize(out);
}

Result<EnrolResponse> decodeEnrolResponse(ByteView bytes)
{
    wire::EnrolResponse in;
    ENCOURS_CHECK(parse(bytes, in, "EnrolResponse"));
    FieldReader fields("enrolled");
    EnrolResponse message;
    message.device = DeviceId{fields.uuid("device_id", in.device_id())};
    message.person = fields.id<UserId>("person_id", in.person_id());
    message.personName = fields.text("person_name", std::move(*in.mutable_person_name()), kMaximumShortCharacters);
    message.role = fields.smallNumber("role", in.role(), kMaximumRole);
    message.companyName = fields.text("company_name", std::move(*in.mutable_company_name()), kMaximumNoteCharacters);
    message.currency = fields.currency("currency", in.currency());
    message.serverTime = fields.instant(in.server_time());
    return fields.result(std::move(message));
}

Bytes encode(const ChallengeRequest& message)
{
    wire::ChallengeRequest out;
    out.set_device_id(wireBytes(message.device.value));
    return serialize(out);
}

Result<ChallengeRequest> decodeChallengeRequest(ByteView bytes)
{
    wire::ChallengeRequest in;
    ENCOURS_CHECK(parse(bytes, in, "ChallengeRequest"));
    FieldReader fields("challenge");
    return fields.result(ChallengeRequest{DeviceId{fields.uuid("device_id", in.device_id())}});
}

Bytes encode(const ChallengeResponse& message)
{
    wire::ChallengeResponse out;
    out.set_challenge(wireBytes(message.challenge));
    return serialize(out);
}

Result<ChallengeResponse> decodeChallengeResponse(ByteView bytes)
{
    wire::ChallengeResponse in;
    ENCOURS_CHECK(parse(bytes, in, "ChallengeResponse"));
    FieldReader fields("challenge");
    return fields.result(ChallengeResponse{fields.bytes("challenge", in.challenge(), 16, kMaximumSecretBytes)});
}

Bytes encode(const SessionRequest& message)
{
    wire::SessionRequest out;
    out.set_device_id(wireBytes(message.device.value));
    out.set_challenge(wireBytes(message.challenge));
    out.set_signature(wireBytes(message.signature));
    return serialize(out);
}

Result<SessionRequest> decodeSessionRequest(ByteView bytes)
{
    wire::SessionRequest in;
    ENCOURS_CHECK(parse(bytes, in, "SessionRequest"));
    FieldReader fields("session");
    SessionRequest message;
    message.device = DeviceId{fields.uuid("device_id", in.device_id())};
    message.challenge = fields.bytes("challenge", in.challenge(), 1, kMaximumSecretBytes);
    message.signature = fields.bytes("signature", in.signature(), 1, kMaximumSecretBytes);
    return fields.result(std::move(message));
}

Bytes encode(const SessionResponse& message)
{
    wire::SessionResponse out;
    out.set_bearer(wireBytes(message.bearer));
    out.set_expires_at(message.expiresAt.microseconds());
    out.set_lease_until(message.leaseUntil.microseconds());
    out.set_server_time(message.serverTime.microseconds());
    return serialize(out);
}

Result<SessionResponse> decodeSessionResponse(ByteView bytes)
{
    wire::SessionResponse in;
    ENCOURS_CHECK(parse(bytes, in, "SessionResponse"));
    FieldReader fields("session");
    SessionResponse message;
    message.bearer = fields.bytes("bearer", in.bearer(), 16, kMaximumSecretBytes);
    message.expiresAt = fields.instant(in.expires_at());
    message.leaseUntil = fields.instant(in.lease_until());
    message.serverTime = fields.instant(in.server_time());
    return fields.result(std::move(message));
}

Bytes encode(const Problem& message)
{
    wire::Problem out;
    out.set_code(message.code);
    out.set_message(message.message);
    out.set_retry_after_s(static_cast<std::uint32_t>(message.retryAfterSeconds));
    return serialize(out);
}

Result<Problem> decodeProblem(ByteView bytes)
{
    wire::Problem in;
    ENCOURS_CHECK(parse(bytes, in, "Problem"));
    FieldReader fields("problem");
    Problem message;
    message.code = fields.text("code", std::move(*in.mutable_code()), kMaximumShortCharacters);
    message.message = fields.text("message", std::move(*in.mutable_message()), kMaximumNoteCharacters);
    message.retryAfterSeconds = fields.smallNumber("retry_after_s", in.retry_after_s(), kMaximumRetrySeconds);
    return fields.result(std::move(message));
}

} // namespace encours::protocol
