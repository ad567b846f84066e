// SPDX-License-Identifier: Apache-2.0
#include "platforms/app/demonstration.h"

#include "store/clients.h"
#include "store/contacts.h"
#include "store/device_state.h"
#include "store/disputes.h"
#include "store/events.h"
#include "store/items.h"
#include "store/promises.h"
#include "store/schema.h"
#include "store/sqlcipher.h"
#include "sync/device/device_key.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

#include <algorithm>

namespace encours::app {

namespace {

constexpr store::Tenant kTenant{};

QByteArray read(const QString& name)
{
    QFile file(QStringLiteral(":/verdon/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s: a fault of the build", qPrintable(file.fileName()));
    return file.readAll();
}

Day dayOf(const QJsonValue& value)
{
    return Day::parseIso(value.toString().left(10).toStdString()).value();
}
Money moneyOf(const QJsonValue& value)
{
    return Money::ofMinor(value.toInteger());
}

Instant instantOf(const QJsonValue& value)
{
    const QString text = value.toString(); // "2026-11-09T10:05", Paris
    return Instant::fromParis(dayOf(value), text.mid(11, 2).toInt(), text.mid(14, 2).toInt());
}

Uuid numbered(std::int64_t number)
{
    return Uuid::makeV7(1'795'000'000'000 + number, {});
}

class Writer {
public:
    explicit Writer(store::Connection& connection) : m_connection(connection) {}

    Result<void> clients()
    {
        const QStringList lines =
            QString::fromUtf8(read(QStringLiteral("clients.csv"))).split(u'\n', Qt::SkipEmptyParts);
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const QStringList fields = lines[i].trimmed().split(u';');
            if (fields.value(6) != QStringLiteral("Nadia Ferrand"))
                continue;
            Client client;
            client.id = ClientId{i};
            client.key = fields[0].toStdString();
            client.name = fields[1].toStdString();
            client.city = fields[2].toStdString();
            client.salesperson = UserId{1};
            m_clients.insert(fields[0], client.id);
            ENCOURS_CHECK(store::upsertClient(m_connection, kTenant, client, 1));
            ENCOURS_CHECK(store::upsertContact(m_connection, kTenant,
                                               Contact{ContactId{i}, client.id, fields[10].toStdString(),
                                                       fields[11].toStdString(), fields[12].toStdString(),
                                                       fields[13].toStdString()}));
        }
        return {};
    }

    Result<void> items()
    {
        const QJsonArray open = QJsonDocument::fromJson(read(QStringLiteral("expected.json")))
                                    .object()[QStringLiteral("open_items")]
                                    .toArray();
        for (qsizetype i = 0; i < open.size(); ++i) {
            const QJsonObject line = open[i].toObject();
            const auto client = m_clients.constFind(line[QStringLiteral("client")].toString());
            if (client == m_clients.constEnd())
                continue;
            Item item;
            item.id = ItemId{i + 1};
            item.client = *client;
            item.account = "411000";
            item.number = line[QStringLiteral("number")].toString().toStdString();
            item.due = dayOf(line[QStringLiteral("due")]);
            item.pieceDay = item.day = item.due - 30;
            item.dueSource = line[QStringLiteral("computed")].toBool() ? DueSource::Computed : DueSource::Given;
            item.amount = item.residual = moneyOf(line[QStringLiteral("residual")]);
            m_items.insert(line[QStringLiteral("number")].toString(), item.id);
            ENCOURS_CHECK(store::upsertItem(m_connection, kTenant, item));
        }
        return {};
    }

    Result<void> promises()
    {
        std::int64_t number = 0;
        const QJsonArray told =
            QJsonDocument::fromJson(read(QStringLiteral("story.json"))).object()[QStringLiteral("promises")].toArray();
        for (const QJsonValue& value : told) {
            const QJsonObject line = value.toObject();
            Promise promise;
            promise.id = PromiseId{numbered(++number)};
            promise.client = m_clients.value(line[QStringLiteral("client")].toString());
            for (const QJsonValue& item : line[QStringLiteral("items")].toArray())
                promise.items.push_back(m_items.value(item.toString()));
            promise.amount = moneyOf(line[QStringLiteral("amount")]);
            promise.promisedFor = dayOf(line[QStringLiteral("date")]);
            promise.method = PaymentMethod::Transfer;
            promise.promisedBy = line[QStringLiteral("by")].toString().toStdString();
            promise.madeAt = instantOf(line[QStringLiteral("made")]);
            promise.madeOn = dayOf(line[QStringLiteral("made")]);
            promise.authorName = line[QStringLiteral("author")].toString().toStdString();
            promise.author = UserId{promise.authorName == "Nadia Ferrand" ? 1 : 2};
            promise.serverSeq = number;
            ENCOURS_CHECK(store::upsertPromise(m_connection, kTenant, promise, number));
        }
        return {};
    }

    Result<void> disputes()
    {
        const QJsonArray told =
            QJsonDocument::fromJson(read(QStringLiteral("story.json"))).object()[QStringLiteral("disputes")].toArray();
        for (const QJsonValue& value : told) {
            const QJsonObject line = value.toObject();
            Dispute dispute;
            dispute.id = DisputeId{numbered(1000)};
            dispute.client = m_clients.value(line[QStringLiteral("client")].toString());
            dispute.item = m_items.value(line[QStringLiteral("item")].toString());
            dispute.amount = moneyOf(line[QStringLiteral("amount")]);
            dispute.reason = line[QStringLiteral("reason")].toString().toStdString();
            dispute.owner = line[QStringLiteral("owner")].toString().toStdString();
            dispute.openedOn = dayOf(line[QStringLiteral("opened")]);
            dispute.dueBy = dayOf(line[QStringLiteral("due_by")]);
            dispute.authorName = line[QStringLiteral("author")].toString().toStdString();
            ENCOURS_CHECK(store::upsertDispute(m_connection, kTenant, dispute));
        }
        return {};
    }

    /// As the office took them on Friday.
    Result<void> visits()
    {
        std::int64_t number = 2000;
        const QJsonArray told =
            QJsonDocument::fromJson(read(QStringLiteral("story.json"))).object()[QStringLiteral("visits")].toArray();
        for (const QJsonValue& value : told) {
            const QJsonObject line = value.toObject();
            Event event;
            event.id = OperationId{numbered(++number)};
            event.saying.client = m_clients.value(line[QStringLiteral("client")].toString());
            event.saying.object = numbered(number + 1000);
            event.saying.content = VisitPlanned{dayOf(line[QStringLiteral("at")]), {}};
            ENCOURS_TRY(event.saying, store::withBytes(std::move(event.saying)));
            event.author = UserId{1};
            event.authorName = "Nadia Ferrand";
            event.madeOn = dayOf(line[QStringLiteral("at")]) - 3;
            event.madeAt = Instant::fromParis(event.madeOn, 17, 0);
            event.serverSeq = number;
            ENCOURS_CHECK(store::upsertEvent(m_connection, kTenant, event));
        }
        return {};
    }

private:
    store::Connection& m_connection;
    QMap<QString, ClientId> m_clients;
    QMap<QString, ItemId> m_items;
};

} // namespace

Result<void> makeDemonstration(const std::filesystem::path& directory, const Clock& clock, store::VaultCost cost)
{
    std::error_code made;
    std::filesystem::create_directories(directory / "device", made);
    if (made)
        return failure(
            ErrorKind::Unavailable, "demonstration.directory",
            "The demonstration could not be written; nothing else was touched. Free some room, then try again.");
    ENCOURS_TRY(const store::SecretKey key,
                store::Vault(directory / "device" / "vault", clock, cost).create(kDemonstrationPin));
    ENCOURS_TRY(const auto connection,
                store::openSqlcipher(directory / "device" / "ledger.db", key, {.mode = store::OpenMode::Create}));
    ENCOURS_CHECK(store::migrate(*connection, store::DatabaseKind::Device));
    store::Enrolment enrolment;
    enrolment.device = DeviceId{numbered(0)};
    enrolment.serverUrl = "https://127.0.0.1:1";
    ENCOURS_TRY(const device::DeviceKey privateKey, device::DeviceKey::generate());
    enrolment.privateKey = store::SecretBytes(privateKey.privateBytes().size());
    std::ranges::copy(privateKey.privateBytes(), enrolment.privateKey.bytes().begin());
    enrolment.person = UserId{1};
    enrolment.personName = "Nadia Ferrand";
    enrolment.companyName = "Verdon Emballages";
    ENCOURS_CHECK(store::saveEnrolment(*connection, kTenant, enrolment));
    ENCOURS_TRY(store::Transaction transaction, store::Transaction::begin(*connection));
    Writer writer(*connection);
    ENCOURS_CHECK(writer.clients());
    ENCOURS_CHECK(writer.items());
    ENCOURS_CHECK(writer.promises());
    ENCOURS_CHECK(writer.disputes());
    ENCOURS_CHECK(writer.visits());
    const Day monday = demonstrationDay();
    ENCOURS_CHECK(store::saveFreshness(*connection, kTenant, monday - 1, monday - 3, false,
                                       Instant::fromParis(monday, 8, 14), Instant::fromParis(monday, 8, 14)));
    return transaction.commit();
}

std::unique_ptr<device::Transport> noCentre(const std::string&, const std::array<std::uint8_t, 32>&)
{
    class NoCentre final : public device::Transport {
        Result<device::HttpResponse> post(const device::HttpRequest&, std::stop_token) override
        {
            return failure(ErrorKind::Unavailable, "demonstration.no_centre",
                           "This is the demonstration: no centre is called, and nothing leaves this device.");
        }
    };
    return std::make_unique<NoCentre>();
}

ApplicationOptions demonstrationOf(ApplicationOptions firm, const std::filesystem::path& directory)
{
    firm.data = directory;
    firm.transports = noCentre;
    firm.automaticSync = false;
    firm.demonstrationCode = QString::fromLatin1(kDemonstrationPin);
    return firm;
}

} // namespace encours::app
