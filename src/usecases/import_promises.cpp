// SPDX-License-Identifier: Apache-2.0
#include "store/people.h"
#include "store/promises.h"
#include "usecases/agreement_taking.h"

#include <algorithm>

namespace encours::usecases {

namespace {

constexpr std::string_view kUnknownItem = "The client has no item of this number.";
constexpr std::string_view kTooManyItems = "A promise names at most 1,000 items.";
constexpr std::string_view kOtherCurrency = "The items are in another currency.";

auto contentOf(const Promise& promise)
{
    return std::tie(promise.items, promise.amount, promise.promisedFor, promise.method, promise.promisedBy,
                    promise.madeOn, promise.author, promise.authorName);
}

Uuid idOf(const store::Company& company, const intake::PromiseRow& row)
{
    if (!row.reference.empty())
        return stableId(company, {"promise", row.client, row.reference});
    std::string numbers;
    for (const std::string& number : row.numbers)
        numbers += number + ',';
    return stableId(company, {"promise without reference", row.client, numbers, std::to_string(row.amount.minor()),
                              row.amount.currency().code(), row.madeOn.iso(), row.promisedFor.iso()});
}

class PromiseTaking {
public:
    PromiseTaking(Office& office, AgreementTaking& taking, store::Changes& changes, AgreementsImportReport& report)
        : m_office(office), m_taking(taking), m_changes(changes), m_report(report)
    {
    }

    Result<void> take(const intake::PromiseRow& row)
    {
        ENCOURS_TRY(const auto client, m_taking.clientOf(row.line, row.client));
        if (!client)
            return {};
        Promise promise;
        promise.id = PromiseId{idOf(m_taking.company(), row)};
        promise.client = client->id;
        ENCOURS_TRY(promise.items, itemsOf(row, client->id));
        promise.amount = row.amount;
        promise.promisedFor = row.promisedFor;
        promise.method = row.method;
        promise.promisedBy = row.by;
        promise.madeAt = Instant::fromParis(row.madeOn, 12, 0);
        promise.madeOn = row.madeOn;
        promise.authorName = row.author;
        ENCOURS_TRY(promise.author, personNamed(row.author));
        m_taking.count(row.client, row.amount);
        return write(std::move(promise), *client);
    }

private:
    Result<std::vector<ItemId>> itemsOf(const intake::PromiseRow& row, ClientId client)
    {
        std::vector<ItemId> ids;
        if (row.numbers.empty())
            return ids;
        ENCOURS_TRY(const store::StoredFacts* facts, m_taking.factsOf(client));
        for (const std::string& number : row.numbers) {
            const auto items = AgreementTaking::itemsNamed(*facts, number);
            if (items.empty())
                m_taking.refuse(row.line, "numbers", number, kUnknownItem);
            for (const Item* item : items) {
                if (item->amount.currency() != row.amount.currency())
                    m_taking.refuse(row.line, "currency", row.amount.currency().code(), kOtherCurrency);
                ids.push_back(item->id);
            }
        }
        if (ids.size() > kMaximumPromiseItems)
            m_taking.refuse(row.line, "numbers", std::to_string(ids.size()), kTooManyItems);
        std::ranges::sort(ids); // as stored
        return ids;
    }

    Result<UserId> personNamed(const std::string& name)
    {
        if (name.empty())
            return UserId();
        ENCOURS_TRY(const auto person, store::findPersonByName(m_office.store, m_office.tenant, name));
        return person ? person->id : UserId();
    }

    Result<void> write(Promise promise, const Client& client)
    {
        ENCOURS_TRY(const auto known, store::findPromiseAsMade(m_office.store, m_office.tenant, client.id, promise.id));
        if (known && contentOf(*known) == contentOf(promise))
            return {};
        std::int64_t rowId = 0;
        if (known) {
            promise.supersedes = known->supersedes;
            promise.ending = known->ending;
            promise.endedOn = known->endedOn;
            promise.serverSeq = known->serverSeq;
            ENCOURS_TRY(rowId, store::promiseRowId(m_office.store, m_office.tenant, client.id, promise.id));
            ++m_report.updated;
        } else {
            ENCOURS_TRY(rowId, store::takeIds(m_office.store, m_office.tenant, store::Counter::Promise));
            ++m_report.added;
        }
        m_changes.put(store::Entity::Promise, rowId, client.id, client.salesperson);
        return store::upsertPromise(m_office.store, m_office.tenant, promise, rowId);
    }

    Office& m_office;
    AgreementTaking& m_taking;
    store::Changes& m_changes;
    AgreementsImportReport& m_report;
};

} // namespace

Result<AgreementsImportReport> importPromises(Office& office, const intake::ByteSource& source,
                                              const std::string& fileName, bool dryRun)
{
    ENCOURS_TRY(const store::Company company, store::loadCompany(office.store, office.tenant));
    ENCOURS_TRY(auto file, intake::readPromises(source, company.currency, office.clock.today()));
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    AgreementsImportReport report;
    ENCOURS_TRY(auto taking, AgreementTaking::begin(office, report));
    taking.start(file);
    store::Changes changes(office.store, office.tenant);
    PromiseTaking promises(office, taking, changes, report);
    for (const intake::PromiseRow& row : file.rows)
        ENCOURS_CHECK(promises.take(row));
    ENCOURS_CHECK(taking.finish(transaction, changes, "promises", fileName, dryRun));
    return report;
}

} // namespace encours::usecases
