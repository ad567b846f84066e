// SPDX-License-Identifier: Apache-2.0
// contentHash, checkVersion and currentVersion of payment_plan.h.
#include "domain/agreements/payment_plan.h"

#include <algorithm>
#include <limits>

namespace encours {

namespace {

/// Canonical bytes: numbers are 8 bytes, big-endian; texts and lists begin with their length.
class Bytes {
public:
    Bytes& add(std::int64_t value)
    {
        for (int shift = 56; shift >= 0; shift -= 8)
            m_bytes.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> shift));
        return *this;
    }
    Bytes& add(std::string_view text)
    {
        add(static_cast<std::int64_t>(text.size()));
        m_bytes.insert(m_bytes.end(), text.begin(), text.end());
        return *this;
    }
    Bytes& add(Day day) { return add(std::int64_t{day.daysSinceEpoch()}); }
    Bytes& add(Money amount) { return add(amount.minor()).add(amount.currency().code()); }
    Bytes& add(const Uuid& id)
    {
        m_bytes.insert(m_bytes.end(), id.bytes().begin(), id.bytes().end());
        return *this;
    }
    const std::vector<std::uint8_t>& bytes() const { return m_bytes; }

private:
    std::vector<std::uint8_t> m_bytes;
};

Result<void> wrong(const char* code, std::string what)
{
    return failure(ErrorKind::InvalidArgument, code, std::move(what) + "; the plan was not recorded.");
}

Result<void> checkAmounts(const PlanVersion& version)
{
    const Currency currency = version.debt.currency();
    if (version.debt.sign() <= 0)
        return wrong("plan.debt", "The debt of a plan is more than zero");
    if (version.carryingCost.sign() < 0)
        return wrong("plan.cost", "The carrying cost of a plan is zero or more");
    if (version.carryingCost.currency() != currency ||
        std::ranges::any_of(version.schedule, [&](const Instalment& i) { return i.amount.currency() != currency; }))
        return wrong("plan.currency", "A plan is in one currency");
    if (std::ranges::any_of(version.schedule, [](const Instalment& i) { return i.amount.sign() <= 0; }))
        return wrong("plan.instalment", "Every instalment is more than zero");
    __int128 sum = 0; // amounts may be hostile: they must not overflow
    for (const Instalment& instalment : version.schedule)
        sum += instalment.amount.minor();
    const __int128 total = __int128{version.debt.minor()} + version.carryingCost.minor();
    if (sum != total || total > std::numeric_limits<std::int64_t>::max())
        return wrong("plan.sum", "The instalments do not add up to the debt and its carrying cost");
    return {};
}

} // namespace

ContentHash contentHash(const PaymentPlan& plan, const PlanVersion& version)
{
    Bytes content;
    content.add("encours plan 1").add(plan.id.value).add(plan.client.value);
    content.add(std::int64_t{version.number}).add(static_cast<std::int64_t>(version.items.size()));
    for (const ItemId item : version.items)
        content.add(item.value);
    content.add(version.debt).add(version.carryingCost).add(static_cast<std::int64_t>(version.schedule.size()));
    for (const Instalment& instalment : version.schedule)
        content.add(instalment.due).add(instalment.amount);
    content.add(std::int64_t{version.accelerates}).add(version.reason).add(version.proposedOn).add(version.author);
    content.add(static_cast<std::int64_t>(version.kind)).add(version.guarantee).add(version.insurerConfirmed);
    content.add(static_cast<std::int64_t>(plan.parties.size()));
    for (const std::string& party : plan.parties)
        content.add(party);
    return sha256(content.bytes());
}

Result<void> checkVersion(const PlanVersion& version)
{
    if (version.items.empty())
        return wrong("plan.items", "A plan names the invoices it is about");
    for (const ItemId item : version.items)
        if (!item || std::ranges::count(version.items, item) > 1)
            return wrong("plan.items", "A plan names each of its invoices once");
    if (version.schedule.empty())
        return wrong("plan.schedule", "A plan has at least one instalment");
    const auto notRising = [](const Instalment& a, const Instalment& b) { return a.due >= b.due; };
    if (std::ranges::adjacent_find(version.schedule, notRising) != version.schedule.end())
        return wrong("plan.days", "The instalments of a plan have rising days");
    return checkAmounts(version);
}

const PlanVersion* currentVersion(const PaymentPlan& plan, Day day)
{
    const PlanVersion* current = nullptr;
    for (const PlanVersion& version : plan.versions)
        if (version.proposedOn <= day)
            current = &version;
    return current && checkVersion(*current) ? current : nullptr;
}

} // namespace encours
