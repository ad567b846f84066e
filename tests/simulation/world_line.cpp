// SPDX-License-Identifier: Apache-2.0
#include "sync/protocol/compression.h"
#include "sync/protocol/response_stream.h"
#include "tests/simulation/office.h"
#include "tests/simulation/world.h"

namespace encours::simulation {

using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 60s;

std::chrono::microseconds delay(const Swarm& swarm, Draw& draw)
{
    if (draw.chance(swarm.slowness))
        return std::chrono::milliseconds(draw.between(1'000, 180'000));
    return std::chrono::milliseconds(draw.between(5, 400));
}

bool cuts(Field::Line line, bool up)
{
    using enum Field::Line;
    return line == Dead || line == (up ? DeafCentre : DeafDevice);
}

} // namespace

/// By the draw of its exchange: lost, doubled, cut short, late.
void World::send(Message message)
{
    Field& field = *m_fields[message.device];
    Draw draw(message.draw ^ (message.up ? 0x11 : 0x22));
    if (field.line != Field::Line::Good && m_clock.now() > field.lineUntil)
        field.line = Field::Line::Good;
    if (cuts(field.line, message.up) || draw.chance(m_swarm.loss)) {
        tell(std::string(message.up ? "  a request of device " : "  an answer to device ") +
             std::to_string(field.number) + " is lost");
        return;
    }
    if (draw.chance(m_swarm.truncation) && !message.body.empty()) {
        message.body.resize(draw.below(message.body.size()));
        tell("  cut to " + std::to_string(message.body.size()) + " bytes");
    }
    const int copies = draw.chance(m_swarm.duplication) ? 2 : 1;
    for (int i = 0; i < copies; ++i) {
        Message copy = message;
        copy.at = m_clock.now() + delay(m_swarm, draw);
        copy.order = ++m_sent;
        copy.draw = draw.next();
        m_line.push(std::move(copy));
    }
}

void World::advanceTo(Instant at)
{
    while (!m_line.empty() && m_line.top().at <= at) {
        Message message = m_line.top();
        m_line.pop();
        m_clock.moveTo(message.at);
        if (message.up)
            deliverRequest(std::move(message));
        else
            deliverAnswer(message);
    }
    m_clock.moveTo(at);
}

void World::startSync(Field& field, std::uint64_t draw)
{
    if (field.forked || field.unknown || field.revoked)
        return;
    if (field.awaited != 0 && m_clock.now() < field.deadline)
        return;
    onDevice(field, [&] {
        Result<protocol::Bytes> request = field.buildRequest();
        if (!request) {
            tell("device " + std::to_string(field.number) + " cannot ask: " + request.error().code);
            field.awaited = 0;
            return;
        }
        field.awaited = ++m_requests;
        field.deadline = m_clock.now() + kPatience;
        ++m_statistics.requests;
        tell("device " + std::to_string(field.number) + " asks (" + std::to_string(field.awaited) + ")");
        Message message;
        message.up = true;
        message.device = static_cast<std::size_t>(field.number);
        message.as = field.id;
        message.request = field.awaited;
        message.body = std::move(*request);
        message.draw = draw;
        send(std::move(message));
    });
    noteOperations(field);
}

void World::deliverRequest(Message message)
{
    Draw draw(message.draw ^ 0x33);
    Centre::Limits limits;
    if (draw.chance(m_swarm.tinyAnswers)) {
        limits.bytes = static_cast<std::uint32_t>(draw.between(1, 2'000));
        if (draw.chance(300))
            limits.priority = {ClientId{draw.between(1, m_swarm.clients)}};
    }
    if (draw.chance(m_swarm.interleaving)) {
        m_centre.disk.interrupt(static_cast<int>(draw.between(1, 60)), [this, &draw] {
            const auto kind = static_cast<EventKind>(
                draw.between(static_cast<int>(EventKind::ImportItems), static_cast<int>(EventKind::OfficePromises)));
            m_centre.meanwhile(
                [&] { tell("  meanwhile, office: " + officeActs(m_centre.office(), kind, m_swarm, draw)); });
        });
    }
    Message answer = message;
    answer.up = false;
    answer.body.clear();
    const bool served = atCentre([&] {
        Result<protocol::Bytes> body = m_centre.serve(message.as, message.body, limits);
        if (body)
            answer.body = std::move(*body);
        else
            answer.error = body.error().code;
    });
    if (!served)
        return;
    m_centre.disk.interrupt(0, {});
    judgeDigest(*m_fields[message.device]);
    m_centre.observe();
    answer.life = m_centre.life();
    answer.head = m_centre.lifeOf(answer.life).head;
    if (!answer.error.empty())
        tell("  the centre answers (" + std::to_string(message.request) + "): " + answer.error);
    send(std::move(answer));
}

void World::deliverAnswer(const Message& message)
{
    Field& field = *m_fields[message.device];
    const bool current = field.awaited == message.request;
    if (!message.error.empty()) {
        if (!current)
            return;
        field.awaited = 0;
        field.unknown = field.unknown || message.error == "device.unknown";
        field.revoked = field.revoked || message.error == "device.revoked";
        return;
    }
    bool dropped = false;
    onDevice(field, [&] {
        const Result<device::Outcome> outcome = field.apply(message.body);
        std::string what = "device " + std::to_string(field.number) + " reads the answer to (" +
                           std::to_string(message.request) + "): ";
        if (!outcome) {
            tell(what + outcome.error().code);
            if (outcome.error().kind == ErrorKind::Corrupt || outcome.error().kind == ErrorKind::Internal)
                throw Violation{"I-8", what + outcome.error().code + ": " + outcome.error().message};
            field.awaited = 0;
            return;
        }
        dropped = outcome->dropped;
        if (dropped)
            return tell(what + "too late");
        tell(what + std::to_string(outcome->bundles) + " clients, " + std::to_string(outcome->answered) + " answers" +
             (outcome->reset ? ", reset" : "") + (outcome->more ? ", more" : ""));
        if (current)
            field.awaited = 0;
        follow(field, *outcome);
    });
    if (!dropped)
        field.noteOrigin(message.life, message.head);
    noteOperations(field);
    field.check(m_centre);
    Draw draw(message.draw ^ 0x44);
    if (m_again == field.number) {
        m_again = -1;
        startSync(field, draw.next());
    }
}

void World::follow(Field& field, const device::Outcome& outcome)
{
    if (outcome.reset)
        ++m_statistics.resets;
    if (outcome.directive.kind == protocol::Directive::Kind::DeviceForked) {
        tell("device " + std::to_string(field.number) + " is told that it was copied");
        if (!field.wasCopied)
            throw Violation{"I-17", "device " + std::to_string(field.number) + " was never copied, and is told so"};
        field.forked = true;
        return;
    }
    if (outcome.more)
        m_again = field.number;
}

} // namespace encours::simulation
