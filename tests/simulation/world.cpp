// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/world.h"

#include "store/feed.h"
#include "tests/simulation/office.h"
#include "usecases/devices.h"
#include "usecases/people.h"

#include <algorithm>

namespace encours::simulation {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::days kYear{365};

/// Early calls more often than late ones: an edit is ten, an answer may be hundreds.
int someCall(Draw& draw)
{
    return static_cast<int>(1 + draw.below(1 + draw.below(120)));
}

bool isOffice(EventKind kind)
{
    return kind >= EventKind::ImportItems && kind <= EventKind::OfficePromises;
}

} // namespace

World::World(const Plan& plan, const std::filesystem::path& folder, const Templates& templates,
             std::function<void(const std::string&)> told)
    : m_plan(plan), m_folder(folder), m_templates(templates), m_told(std::move(told)), m_uuids(plan.seed ^ 1),
      m_swarm(plan.swarm), m_centre(folder, templates, m_clock, plan.seed ^ 2, plan.swarm.power)
{
    usecases::Office& office = m_centre.office();
    m_people.push_back(
        {must(usecases::addUser(office, "Office", store::Role::Manager)), "Office", store::Role::Manager});
    for (int i = 1; i <= m_swarm.salespeople; ++i) {
        const std::string name = salespersonName(i);
        m_people.push_back(
            {must(usecases::addUser(office, name, store::Role::Salesperson)), name, store::Role::Salesperson});
    }
    Draw draw(plan.seed ^ 3);
    for (int i = 0; i < 3; ++i) {
        officeActs(office, EventKind::ImportItems, m_swarm, draw);
        m_centre.observe();
    }
    for (int i = 0; i < 2 * m_swarm.clients; ++i) {
        officeActs(office, EventKind::Assign, m_swarm, draw);
        m_centre.observe();
    }
    for (int i = 0; i < m_swarm.devices; ++i) {
        // Everybody has one, the salespeople perhaps several, the office rarely a second.
        const std::size_t person =
            i <= m_swarm.salespeople ? static_cast<std::size_t>(m_swarm.salespeople - i) : draw.below(m_people.size());
        m_fields.push_back(std::make_unique<Field>(i, m_people[person], m_centre.admit(m_people[person].id, m_uuids),
                                                   m_folder, m_templates, m_clock, draw.next(), m_plan.swarm));
    }
    m_held.resize(m_fields.size());
    const Swarm swarm = std::exchange(m_swarm, Swarm{});
    for (const auto& field : m_fields) {
        if (draw.chance(700)) // the others see the centre for the first time when the line is bad
            syncToTheEnd(*field);
    }
    m_swarm = swarm;
}

void World::tell(const std::string& line)
{
    if (m_told)
        m_told(std::to_string(m_clock.now().microseconds() / 1'000'000 % 100'000'000) + " s  " + line);
}

void World::run()
{
    for (const Event& event : m_plan.events) {
        advanceTo(m_clock.now() + std::chrono::seconds(event.seconds));
        ++m_statistics.events;
        perform(event);
    }
    settle();
    checkEverything();
    if (m_plan.swarm.digests)
        checkAlterationIsFound();
}

void World::perform(const Event& event)
{
    Draw draw(event.draw);
    if (isOffice(event.kind)) {
        atCentre([&] {
            tell("office: " + officeActs(m_centre.office(), event.kind, m_swarm, draw));
            m_centre.observe();
        });
        return;
    }
    switch (event.kind) {
    case EventKind::CrashCentre:
    case EventKind::FillCentreDisk:
    case EventKind::BusyCentre:
    case EventKind::BackUpCentre:
    case EventKind::RestoreCentre: return performAtCentre(event.kind, draw);
    default: break;
    }
    performOnDevice(event.kind, *m_fields[draw.below(m_fields.size())], draw);
}

void World::restoreCentre(Centre::Restore how)
{
    m_centre.restore(how);
    m_copied = m_copied || how == Centre::Restore::PlainCopy;
    m_line = {}; // connections die with the program
    afterCentreRestore();
}

void World::performAtCentre(EventKind kind, Draw& draw)
{
    switch (kind) {
    case EventKind::CrashCentre: m_centre.disk.crashIn(someCall(draw), draw.chance(500)); break;
    case EventKind::FillCentreDisk: m_centre.disk.fillUpIn(draw.chance(500) ? 0 : someCall(draw)); break;
    case EventKind::BusyCentre: m_centre.disk.beBusyFor(static_cast<int>(draw.between(1, 3))); break;
    case EventKind::BackUpCentre: m_centre.backUp(); break;
    case EventKind::RestoreCentre:
        if (!m_centre.hasBackup())
            return;
        restoreCentre(draw.chance(500) ? Centre::Restore::ByCommand : Centre::Restore::PlainCopy);
        break;
    default: return;
    }
    tell(std::string("centre: ") + nameOf(kind) +
         (kind == EventKind::BackUpCentre || kind == EventKind::RestoreCentre
              ? ", at commit " + std::to_string(m_centre.lifeOf(m_centre.life()).head)
              : std::string()));
}

void World::performOnDevice(EventKind kind, Field& field, Draw& draw)
{
    switch (kind) {
    case EventKind::Edit: return edit(field, draw);
    case EventKind::Sync: return startSync(field, draw.next());
    case EventKind::EnrolAgain:
        if (field.forked || field.unknown)
            enrolAgain(field);
        return;
    case EventKind::CrashDevice: field.disk.crashIn(someCall(draw), draw.chance(500)); break;
    case EventKind::FillDeviceDisk: field.disk.fillUpIn(draw.chance(500) ? 0 : someCall(draw)); break;
    case EventKind::Partition:
        field.line = static_cast<Field::Line>(draw.between(1, 3));
        field.lineUntil = m_clock.now() + std::chrono::seconds(draw.between(10, 3'000));
        break;
    case EventKind::JumpClock: {
        const auto off =
            draw.chance(300) ? std::chrono::microseconds(0) : std::chrono::microseconds(kYear) * draw.between(-10, 10);
        field.clock.setOff(off);
        break;
    }
    case EventKind::LongPause:
        tell("a long pause");
        return advanceTo(m_clock.now() + std::chrono::days(draw.chance(200) ? 200 : draw.between(1, 40)));
    case EventKind::CopyDevice: field.copy(); break;
    case EventKind::RestoreDevice:
        if (!field.hasCopy())
            return;
        field.restoreCopy();
        field.replaced = true;
        field.awaited = 0;
        break;
    case EventKind::CloneDevice:
        if (!field.hasCopy() || m_fields.size() >= 9)
            return;
        cloneDevice(field);
        break;
    case EventKind::RevokeDevice:
        atCentre([&] {
            const auto revoked = usecases::revokeDevice(m_centre.office(), field.id.value.toString());
            using enum ErrorKind; // its disk may be full, or another one writing
            if (!revoked && revoked.error().kind != Unavailable && revoked.error().kind != Full)
                giveUp(revoked.error());
        });
        break;
    default: return;
    }
    tell("device " + std::to_string(field.number) + ": " + nameOf(kind));
    noteOperations(field);
    field.check(m_centre);
}

/// Whether it ended in `act`. Without power nothing fails but for the want of it.
bool World::ends(const Disk& disk, const std::function<void()>& act)
{
    try {
        act();
        return disk.isOff();
    } catch (const Crashed&) {
        return true;
    } catch (const Violation&) {
        if (disk.isOff())
            return true;
        throw;
    }
}

bool World::onDevice(Field& field, const std::function<void()>& act)
{
    if (!ends(field.disk, act))
        return true;
    tell("device " + std::to_string(field.number) + " crashes");
    ++m_statistics.crashes;
    field.restart();
    field.awaited = 0;
    return false;
}

bool World::atCentre(const std::function<void()>& act)
{
    if (!ends(m_centre.disk, act))
        return true;
    tell("the centre crashes");
    ++m_statistics.crashes;
    m_centre.disk.interrupt(0, {});
    m_centre.restart();
    return false;
}

void World::edit(Field& field, Draw& draw)
{
    onDevice(field, [&] {
        const std::string what = field.edit(m_swarm, draw);
        tell("device " + std::to_string(field.number) + ": " + what);
    });
    noteOperations(field);
    field.check(m_centre);
}

void World::enrolAgain(Field& field)
{
    if (field.revoked)
        return;
    field.disk.heal();
    field.enrolAgain(m_centre.admit(field.person.id, m_uuids));
    tell("device " + std::to_string(field.number) + " enrols again");
    field.check(m_centre);
}

void World::cloneDevice(const Field& field)
{
    const int number = static_cast<int>(m_fields.size());
    m_fields.push_back(std::make_unique<Field>(number, field, m_folder, m_uuids.next().bytes()[15] + 1000u));
    m_held.emplace_back();
    noteOperations(*m_fields.back());
    tell("device " + std::to_string(number) + " is a clone of " + std::to_string(field.number));
}

} // namespace encours::simulation
