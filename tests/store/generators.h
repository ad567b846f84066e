// SPDX-License-Identifier: Apache-2.0
// RapidCheck generators of the domain values the store keeps. Texts include quotes, accents, NUL-free control
// characters and SQL in disguise.
#pragma once

#include "domain/agreements/client_account.h"
#include "domain/agreements/operation.h"
#include "domain/ledger/client.h"
#include "domain/ledger/entry.h"

#include <rapidcheck.h>

namespace encours::store::test {

rc::Gen<std::string> anyText();
rc::Gen<Uuid> anyUuid();
rc::Gen<Day> anyDay();
rc::Gen<Instant> anyInstant();
rc::Gen<Money> anyMoney(Currency currency = {});
Currency anyCurrency();
Client anyClient();
Contact anyContact(ClientId client);
Item anyItem(ClientId client, Currency currency = {});
Receipt anyReceipt(ClientId client, Currency currency = {});
Note anyNote(ClientId client);
Promise anyPromise(ClientId client);
OperationBody anyBody();
Saying anySaying(ClientId client);
Dispute anyDispute(ClientId client);
WatchFact anyWatchFact(ClientId client);
DunningPause anyPause(ClientId client);
ProfileDecision anyProfileDecision(ClientId client);

template<class Id>
Id anyIntegerId()
{
    return Id{*rc::gen::oneOf(rc::gen::inRange<std::int64_t>(1, 1000), rc::gen::positive<std::int64_t>())};
}

template<class T>
std::optional<T> maybe(const rc::Gen<T>& gen)
{
    return *rc::gen::arbitrary<bool>() ? std::optional(*gen) : std::nullopt;
}

/// Field by field, as a text: what two values must share to be the same.
std::string print(const Client& c);
std::string print(Money m);
std::string print(Day d);
std::string print(const Contact& c);
std::string print(const Item& i);
std::string print(const Receipt& r);
std::string print(const Allocation& a);
std::string print(const Note& n);
std::string print(const Promise& p);
std::string print(const Saying& saying);
std::string print(const OperationBody& body);
std::string print(const LedgerEntry& e);
std::string print(const Dispute& d);
std::string print(const WatchFact& fact);

} // namespace encours::store::test
