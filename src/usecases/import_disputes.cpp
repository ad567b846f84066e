// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/dispute_reasons.h"
#include "store/disputes.h"
#include "usecases/agreement_taking.h"

#include <algorithm>

namespace encours::usecases {

namespace {

constexpr std::string_view kUnknownItem = "The client has no item of this number.";
constexpr std::string_view kUnknownReason =
    "This reason is not one of the e-invoicing codes; it counts as another reason.";

/// A line and the dispute it belongs to.
using Group = std::vector<const intake::DisputeRow*>;

std::vector<Group> groupsOf(std::span<const intake::DisputeRow> rows)
{
    std::vector<Group> groups;
    std::map<std::tuple<std::string, std::string, std::string, Day>, std::size_t> places;
    for (const intake::DisputeRow& row : rows) {
        const auto [place, isNew] =
            places.try_emplace({row.client, row.number, row.reason, row.openedOn}, groups.size());
        if (isNew)
            groups.emplace_back();
        groups[place->second].push_back(&row);
    }
    return groups;
}

/// The instalment a dispute is about: the oldest due with something left to pay, else the oldest.
const Item& contestedOf(const std::vector<const Item*>& items)
{
    const auto open = std::ranges::find_if(items, [](const Item* item) { return item->residual.sign() > 0; });
    return open == items.end() ? *items.front() : **open;
}

void addEvent(Dispute& dispute, const intake::DisputeRow& row)
{
    if (!row.step)
        return;
    const auto same = [&](const DisputeEvent& event) { return event.step == *row.step && event.day == row.stepDay; };
    if (std::ranges::any_of(dispute.events, same))
        return;
    const bool counts = *row.step == DisputeStep::Qualified || *row.step == DisputeStep::Accepted;
    const Currency currency = dispute.amount.currency();
    dispute.events.push_back(
        {*row.step, row.stepDay, Money::ofMinor(counts ? row.amountMinor : 0, currency), row.owner});
    std::ranges::stable_sort(dispute.events, {}, &DisputeEvent::day);
}

bool isClosed(const Dispute& dispute)
{
    return std::ranges::any_of(dispute.events,
                               [](const DisputeEvent& event) { return event.step >= DisputeStep::Accepted; });
}

auto contentOf(const Dispute& dispute)
{
    return std::tie(dispute.item, dispute.amount, dispute.text, dispute.owner, dispute.dueBy);
}

class DisputeTaking {
public:
    DisputeTaking(Office& office, AgreementTaking& taking, store::Changes& changes, AgreementsImportReport& report)
        : m_office(office), m_taking(taking), m_changes(changes), m_report(report)
    {
    }

    Result<void> take(const Group& group)
    {
        const intake::DisputeRow& first = *group.front();
        ENCOURS_TRY(const auto client, m_taking.clientOf(first.line, first.client));
        if (!client)
            return {};
        ENCOURS_TRY(const store::StoredFacts* facts, m_taking.factsOf(client->id));
        const auto items = AgreementTaking::itemsNamed(*facts, first.number);
        if (items.empty()) {
            m_taking.refuse(first.line, "number", first.number, kUnknownItem);
            return {};
        }
        if (!findDisputeReason(first.reason) && first.reason != "AUTRE")
            m_taking.warn(first.line, "reason", first.reason, kUnknownReason);
        const DisputeId id{
            stableId(m_taking.company(), {"dispute", first.client, first.number, first.reason, first.openedOn.iso()})};
        ENCOURS_TRY(auto disputes, store::disputesOf(m_office.store, m_office.tenant, client->id));
        const auto known = std::ranges::find(disputes, id, &Dispute::id);
        const bool isNew = known == disputes.end();
        Dispute dispute = isNew ? opened(first, id, client->id, contestedOf(items)) : *known;
        const Dispute before = dispute;
        describe(dispute, first);
        for (const intake::DisputeRow* row : group)
            addEvent(dispute, *row);
        m_taking.count(first.client, dispute.amount);
        if (!isNew && contentOf(before) == contentOf(dispute) && before.events.size() == dispute.events.size())
            return {};
        if (isNew)
            check(dispute, disputes, facts->facts(m_taking.company().coveredThrough.value_or(Day())), first);
        return write(*client, std::move(dispute), isNew);
    }

private:
    static Dispute opened(const intake::DisputeRow& row, DisputeId id, ClientId client, const Item& item)
    {
        Dispute dispute;
        dispute.id = id;
        dispute.client = client;
        dispute.item = item.id;
        dispute.amount = Money::ofMinor(row.amountMinor, item.amount.currency());
        dispute.reason = row.reason;
        dispute.openedOn = row.openedOn;
        dispute.authorName = row.owner;
        return dispute;
    }

    // What may change from one file to the next; an empty cell says nothing.
    static void describe(Dispute& dispute, const intake::DisputeRow& row)
    {
        dispute.amount = Money::ofMinor(row.amountMinor, dispute.amount.currency());
        if (!row.text.empty())
            dispute.text = row.text;
        if (!row.owner.empty())
            dispute.owner = row.owner;
        if (row.dueBy)
            dispute.dueBy = row.dueBy;
    }

    void check(const Dispute& dispute, std::span<const Dispute> others, const ClientFacts& facts,
               const intake::DisputeRow& row)
    {
        const auto allowed = checkDispute(dispute, others, facts);
        if (allowed)
            return;
        if (allowed.error().kind != ErrorKind::Refused)
            m_taking.refuse(row.line, "", row.number, allowed.error().message);
        else if (!isClosed(dispute)) // history may concern invoices paid since
            m_taking.warn(row.line, "", row.number, allowed.error().message);
    }

    Result<void> write(const Client& client, Dispute dispute, bool isNew)
    {
        if (isNew) {
            ENCOURS_TRY(dispute.serverSeq, store::takeIds(m_office.store, m_office.tenant, store::Counter::Dispute));
        }
        ++(isNew ? m_report.added : m_report.updated);
        m_changes.put(store::Entity::Disputes, client.id.value, client.id, client.salesperson);
        return store::upsertDispute(m_office.store, m_office.tenant, dispute);
    }

    Office& m_office;
    AgreementTaking& m_taking;
    store::Changes& m_changes;
    AgreementsImportReport& m_report;
};

} // namespace

Result<AgreementsImportReport> importDisputes(Office& office, const intake::ByteSource& source,
                                              const std::string& fileName, bool dryRun)
{
    ENCOURS_TRY(auto file, intake::readDisputes(source, office.clock.today()));
    ENCOURS_TRY(auto transaction, store::Transaction::begin(office.store));
    AgreementsImportReport report;
    ENCOURS_TRY(auto taking, AgreementTaking::begin(office, report));
    taking.start(file);
    store::Changes changes(office.store, office.tenant);
    DisputeTaking disputes(office, taking, changes, report);
    for (const Group& group : groupsOf(file.rows))
        ENCOURS_CHECK(disputes.take(group));
    ENCOURS_CHECK(taking.finish(transaction, changes, "disputes", fileName, dryRun));
    return report;
}

} // namespace encours::usecases
