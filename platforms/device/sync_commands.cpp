// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/outcome.h"
#include "platforms/cli/said_text.h"
#include "platforms/cli/words.h"
#include "platforms/device/commands.h"
#include "store/clients.h"
#include "store/device_state.h"
#include "store/outbox.h"
#include "sync/device/qt_transport.h"
#include "sync/device/runner.h"

#include <QString>
#include <QSysInfo>

namespace encours::device {

namespace {

using cli::Cell;
using cli::cellOf;
using cli::nameOf;
using store::Tenant;

std::unique_ptr<Transport> makeTransport(const std::string& url, const std::array<std::uint8_t, 32>& pin)
{
    return std::make_unique<QtTransport>(url, pin);
}

Cell cellOf(const std::optional<Instant>& at)
{
    return at ? Cell(at->iso()) : Cell(std::monostate());
}

std::string_view nameOf(store::DeviceStanding standing)
{
    switch (standing) {
    case store::DeviceStanding::Good: return "good";
    case store::DeviceStanding::Revoked: return "revoked";
    case store::DeviceStanding::Forked: return "forked";
    }
    return "other";
}

std::string_view nameOf(OutboxState state)
{
    switch (state) {
    case OutboxState::Queued: return "queued";
    case OutboxState::Sent: return "sent";
    case OutboxState::Acknowledged: return "acknowledged";
    case OutboxState::Refused: return "refused";
    case OutboxState::LaidAside: return "laid_aside";
    }
    return "other";
}

std::string_view nameOf(OperationStatus status)
{
    switch (status) {
    case OperationStatus::Applied: return "applied";
    case OperationStatus::Duplicate: return "duplicate";
    case OperationStatus::Conflict: return "conflict";
    case OperationStatus::Review: return "review";
    case OperationStatus::Rejected: return "rejected";
    case OperationStatus::Retry: return "retry";
    case OperationStatus::Parked: return "parked";
    }
    return "other";
}

// ---- enrol

Result<void> enrolHere(const Context& context, const std::string& uriText)
{
    ENCOURS_CHECK(context.checkPlace());
    ENCOURS_TRY(const protocol::EnrolmentUri uri, protocol::parseEnrolmentUri(uriText));
    ENCOURS_TRY(const store::SecretBytes pin, readPinFile(context.pinFile));
    ENCOURS_TRY(DeviceDirectory directory,
                DeviceDirectory::lock(context.data, DeviceDirectory::Missing::Make, context.program.clock()));
    ENCOURS_TRY(const protocol::EnrolResponse enrolled,
                directory.enrol(textOf(pin), uri, QSysInfo::machineHostName().toStdString(), makeTransport));
    context.program.printRecord(
        {{{"company", "Company"}, {"person", "Person"}, {"role", "Role"}, {"device", "Device"}, {"data", "Data"}},
         {{enrolled.companyName, enrolled.personName,
           std::string(store::toString(static_cast<store::Role>(enrolled.role))), enrolled.device.value.toString(),
           context.data}},
         {}});
    return {};
}

// ---- pin

Result<void> changePin(const Context& context, const std::string& newPinFile)
{
    ENCOURS_CHECK(context.checkPlace());
    ENCOURS_TRY(const DeviceDirectory directory,
                DeviceDirectory::lock(context.data, DeviceDirectory::Missing::Fail, context.program.clock()));
    ENCOURS_TRY(const store::SecretBytes newPin, readPinFile(newPinFile));
    ENCOURS_TRY(const store::SecretBytes oldPin, readPinFile(context.pinFile));
    return directory.changePin(textOf(oldPin), textOf(newPin));
}

// ---- sync

Result<void> synchronise(const Context& context, OpenedDevice& device)
{
    ENCOURS_TRY(const store::Enrolment enrolment, store::loadEnrolment(device.connection(), Tenant{}));
    const std::unique_ptr<Transport> transport = makeTransport(enrolment.serverUrl, enrolment.serverPin);
    ENCOURS_TRY(SyncRunner runner,
                SyncRunner::create(device.connection(), Tenant{}, device.clock(), device.uuids(), *transport));
    ENCOURS_TRY(const SyncReport report, runner.run());
    ENCOURS_TRY(const store::Progress progress, store::loadProgress(device.connection(), Tenant{}));
    context.program.printRecord(
        {{{"clients", "Clients"},
          {"clients_total", "In the portfolio"},
          {"ledger_through", "Ledger through"},
          {"covered_through", "Receipts through"},
          {"answered", "Operations answered"},
          {"refused", "Refused"},
          {"waiting", "Still waiting"},
          {"rounds", ""},
          {"bytes_up", "Bytes up"},
          {"bytes_down", "Bytes down"},
          {"documents_sent", "Documents sent"},
          {"documents_waiting", "Documents waiting"},
          {"reset", ""}},
         {{report.progress.clients, report.progress.clientsTotal, cellOf(progress.ledgerThrough),
           cellOf(progress.coveredThrough), std::int64_t{report.answered}, std::int64_t{report.refused},
           report.outbox.waiting, std::int64_t{report.rounds}, report.progress.bytesUp, report.progress.bytesDown,
           std::int64_t{report.attachments.sent}, std::int64_t{report.attachments.waiting}, report.reset}},
         {}});
    if (report.attachments.refused)
        context.program.warn(report.attachments.refused->message);
    return {};
}

// ---- status

Result<void> printStatus(const Context& context, OpenedDevice& device)
{
    store::Connection& connection = device.connection();
    ENCOURS_TRY(const store::Enrolment enrolment, store::loadEnrolment(connection, Tenant{}));
    ENCOURS_TRY(const store::Progress progress, store::loadProgress(connection, Tenant{}));
    ENCOURS_TRY(const store::Standing standing, store::loadStanding(connection, Tenant{}));
    ENCOURS_TRY(const store::OutboxCounts outbox, store::countOutbox(connection, Tenant{}));
    ENCOURS_TRY(const std::int64_t clients, store::countClients(connection, Tenant{}));
    const Instant now = device.clock().now();
    context.program.printRecord(
        {{{"company", "Company"},
          {"person", "Person"},
          {"role", "Role"},
          {"device", "Device"},
          {"server", "Centre"},
          {"standing", "Standing"},
          {"open", "May be opened"},
          {"lease_until", "Until"},
          {"clients", "Clients"},
          {"clients_total", "In the portfolio"},
          {"waiting", "Operations waiting"},
          {"tray", "To look at"},
          {"last_sync", "Last sync"},
          {"ledger_through", "Ledger through"},
          {"covered_through", "Receipts through"},
          {"incomplete", "Figures incomplete"},
          {"clock_set_back", "Clock set back"}},
         {{enrolment.companyName, enrolment.personName, std::string(store::toString(enrolment.role)),
           enrolment.device.value.toString(), enrolment.serverUrl, std::string(nameOf(standing.standing)),
           checkOpening(standing, now).has_value(), cellOf(standing.leaseUntil), clients, standing.clientsTotal,
           outbox.waiting, outbox.tray, cellOf(progress.lastSyncAt), cellOf(progress.ledgerThrough),
           cellOf(progress.coveredThrough), progress.incomplete, clockSetBack(progress.lastSyncAt, now)}},
         {}});
    return {};
}

// ---- outbox

struct Described {
    std::string_view kind;
    ClientId client;
    Uuid object;
    std::string text;
};

Described describe(const OperationBody& body)
{
    struct Visitor {
        Described operator()(const NoteAdded& b) const
        {
            return {nameOf(b.note.kind), b.note.client, b.note.id.value, b.note.text};
        }
        Described operator()(const NoteRetracted& b) const { return {"retract_note", b.client, b.note.value, {}}; }
        Described operator()(const PromiseMade& b) const
        {
            return {"promise", b.promise.client, b.promise.id.value,
                    inFrench(b.promise.amount) + " for " + b.promise.promisedFor.iso()};
        }
        Described operator()(const PromiseWithdrawn& b) const { return {"withdraw", b.client, b.promise.value, {}}; }
        Described operator()(const Saying& b) const
        {
            return {cli::nameOf(static_cast<EventKind>(b.kind)), b.client, b.object, cli::shown(b.content)};
        }
    };
    return std::visit(Visitor{}, body);
}

Result<void> printOutbox(const Context& context, OpenedDevice& device)
{
    ENCOURS_TRY(const std::vector<OutboxEntry> entries, store::listOutbox(device.connection(), Tenant{}));
    cli::Table table{{{"seq", "No"},
                      {"op_id", ""},
                      {"kind", "Kind"},
                      {"client", "Client"},
                      {"object", ""},
                      {"made_at", "Made at"},
                      {"state", "State"},
                      {"status", "Answer"},
                      {"reason", ""},
                      {"why", "Why"},
                      {"why_fr", ""},
                      {"effect_seq", ""},
                      {"text", "What"}},
                     {},
                     {}};
    for (const OutboxEntry& entry : entries) {
        const Described what = describe(entry.operation.body);
        ENCOURS_TRY(const std::optional<Client> client, store::findClient(device.connection(), Tenant{}, what.client));
        const bool answered = entry.state != OutboxState::Queued && entry.state != OutboxState::Sent;
        const Sentence why = answered ? outcomeSentence(entry.status, entry.reason) : Sentence();
        table.rows.push_back({entry.operation.deviceSeq, entry.operation.id.value.toString(), std::string(what.kind),
                              client ? Cell(client->key) : Cell(std::monostate()), what.object.toString(),
                              entry.operation.madeAt.iso(), std::string(nameOf(entry.state)),
                              answered ? Cell(std::string(nameOf(entry.status))) : Cell(std::monostate()),
                              answered ? entry.reason : std::string(), why.en, why.fr, entry.effectSeq, what.text});
    }
    context.program.print(table);
    return {};
}

} // namespace

void addSyncCommands(Context& context)
{
    cli::Program& program = context.program;
    const auto uri = std::make_shared<std::string>();
    CLI::App& enrol =
        program.command(program.app(), "enrol", "Make this directory a device of the person the office named",
                        [&context, uri] { return enrolHere(context, *uri); });
    enrol.add_option("uri", *uri, "encours://HOST:PORT/CODE#KEY, as printed by the office")
        ->required()
        ->type_name("URI");

    const auto newPinFile = std::make_shared<std::string>();
    CLI::App& pin = program.command(program.app(), "pin", "Change the PIN; --pin-file has the one of now",
                                    [&context, newPinFile] { return changePin(context, *newPinFile); });
    pin.add_option("--new-pin-file", *newPinFile, "File whose first line is the new PIN")
        ->required()
        ->type_name("FILE");

    const auto add = [&](const char* name, const char* description, auto act) {
        program.command(program.app(), name, description, [&context, act] {
            return context.withDevice(Opening::ToSync, [&](OpenedDevice& device) { return act(context, device); });
        });
    };
    add("sync", "Exchange with the centre until neither end has more to say", synchronise);
    add("status", "Who this device is, how fresh it is, what waits", printStatus);
    add("outbox", "What was noted here and what the centre answered", printOutbox);
}

} // namespace encours::device
