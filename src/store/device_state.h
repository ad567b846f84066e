// SPDX-License-Identifier: Apache-2.0
// The one row of a device about itself: who it is, how far it has seen the feed, how fresh its figures are.
#pragma once

#include "store/people.h"
#include "store/secret.h"

#include <array>

namespace encours::store {

struct Enrolment {
    DeviceId device;
    std::string serverUrl;                    ///< "https://host:port"
    std::array<std::uint8_t, 32> serverPin{}; ///< SHA-256 of the server's SubjectPublicKeyInfo: the only key trusted
    SecretBytes privateKey{0};                ///< P-256, PKCS#8 DER
    UserId person;
    std::string personName;
    Role role = Role::Salesperson;
    std::string companyName;
    Currency currency;
};
/// Writes the row; Refused "device.enrolled" when there is one. Operations that are there already (salvage.h) keep their
/// numbers.
Result<void> saveEnrolment(Connection& connection, Tenant tenant, const Enrolment& enrolment);
/// NotFound "device.not_enrolled".
Result<Enrolment> loadEnrolment(Connection& connection, Tenant tenant);

struct Progress {
    std::vector<std::uint8_t> cursor; ///< the protocol's bytes; empty = first sync
    std::int64_t seenSeq = 0;
    std::optional<Day> ledgerThrough;    ///< last day of the ledger
    std::optional<Day> coveredThrough;   ///< last day through which receipts are known
    bool incomplete = false;             ///< the company's figures miss lines until the next clean import
    std::optional<Instant> lastSyncAt;   ///< device clock
    std::optional<Instant> lastServerAt; ///< server clock
    Currency currency;                   ///< of the company
    std::optional<Instant> digestAt;     ///< device clock: when the replica was last held against the centre's
};
Result<Progress> loadProgress(Connection& connection, Tenant tenant);
/// In the transaction of the page the cursor covers.
Result<void> saveCursor(Connection& connection, Tenant tenant, Blob cursor, std::int64_t seenSeq);
/// The replica was just held against the centre's, or begins anew.
Result<void> saveDigestAt(Connection& connection, Tenant tenant, Instant at);
/// For a Reset: no cursor, seen_seq 0.
Result<void> clearCursor(Connection& connection, Tenant tenant);
Result<void> saveFreshness(Connection& connection, Tenant tenant, std::optional<Day> ledgerThrough,
                           std::optional<Day> coveredThrough, bool incomplete, Instant syncedAt, Instant serverAt);

} // namespace encours::store
