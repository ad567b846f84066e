// SPDX-License-Identifier: Apache-2.0
// Contents of events as bytes: everything comes back, fields of newer versions are passed on, hostile bytes are refused.
#include "codec/said_codec.h"
#include "tests/support/checkout.h"

#include <QFile>
#include <QTest>

#include <random>
#include <set>

using namespace encours;

namespace {

const Uuid kId = *Uuid::parse("01900000-0000-7000-8000-000000000001");
const Day kDay = *Day::fromYmd(2026, 11, 27);

struct Named {
    const char* name;
    EventContent content;
};

std::vector<Named> everyContent()
{
    PromiseAmended amended;
    amended.amount = Money::ofMinor(114'500);
    amended.promisedFor = kDay;
    amended.method = PaymentMethod::Cheque;
    amended.namesItems = true;
    amended.items = {ItemId{1}, ItemId{2}};
    PlanProposed proposed;
    proposed.version.items = {ItemId{1}};
    proposed.version.debt = Money::ofMinor(100'000);
    proposed.version.carryingCost = Money::ofMinor(100);
    proposed.version.schedule = {{kDay, Money::ofMinor(50'000)}, {kDay + 31, Money::ofMinor(50'100)}};
    proposed.version.reason = "saisonnier";
    proposed.version.kind = PlanKind::Partial;
    proposed.parties = {"Paul Tréval", "Claire Morel"};
    ContentHash hash{};
    hash[0] = 7;
    return {{"promise_amended", amended},
            {"promise_ended", PromiseEnded{PromiseEnding::WithdrawnByDebtor}},
            {"conflict_resolved", ConflictResolved{PromiseField::Date, kId, {}}},
            {"both_count", ConflictResolved{PromiseField::OtherPromise, {}, {PromiseId{kId}}}},
            {"note_revised", NoteRevised{"Vu M. Tréval : « d'accord »"}},
            {"note_concluded", NoteConcluded{{NoteOutcome::Promise, NoteOutcome::Refusal}}},
            {"visit_planned", VisitPlanned{kDay, "échéancier"}},
            {"visit_reported", VisitReported{NoteId{kId}}},
            {"visit_cancelled", VisitCancelled{"fermé"}},
            {"plan_proposed", proposed},
            {"plan_decided", PlanDecided{2, hash, PlanStep::Signed, "Paul Tréval"}},
            {"dispute_opened", DisputeOpened{ItemId{3}, Money::ofMinor(186'000), "LIVR_INCOMP", "manque 2 palettes"}},
            {"dispute_stepped", DisputeStepped{DisputeStep::Accepted, Money::ofMinor(93'000)}},
            {"contact_suggested",
             ContactSuggested{ContactId{4}, {"Paul", "gérant", "04", ""}, {"Paul", "gérant", "06", "p@t.fr"}}},
            {"suggestion_settled", SuggestionSettled{true}},
            {"suggestion_refused", SuggestionSettled{false}}, // nothing but defaults: no bytes
            {"visit_cancelled_without_a_word", VisitCancelled{}},
            {"anomaly_seen", AnomalySeen{"late_95|411000|FA-1"}},
            {"attached", Attached{hash}}};
}

Saying saying(EventContent content)
{
    Saying saying;
    saying.client = ClientId{1};
    saying.object = kId;
    saying.content = std::move(content);
    return codec::written(std::move(saying));
}

QString fixture(const char* name)
{
    return QString::fromStdString(test::inCheckout("tests/data/protocol/" + std::string(name) + ".said"));
}

} // namespace

class TestSaidCodec : public QObject {
    Q_OBJECT

private slots:
    void everythingComesBack()
    {
        std::set<int> kinds;
        for (const Named& named : everyContent()) {
            const Saying sent = saying(named.content);
            Saying received = sent;
            received.content = UnknownContent();
            const auto understood = codec::understood(received);
            QVERIFY2(understood.has_value(), named.name);
            QCOMPARE(understood->content.index(), named.content.index());
            QVERIFY2(codec::written(*understood).bytes == sent.bytes, named.name);
            kinds.insert(sent.kind);
        }
        QCOMPARE(kinds.size() + 1, std::variant_size_v<EventContent>); // every kind is among them
    }

    // Recorded by version 1.0 of the protocol: every later version reads them, to the same content. Never recorded anew.
    void whatThisVersionWroteIsRead()
    {
        const bool record = qEnvironmentVariableIsSet("ENCOURS_RECORD");
        for (const Named& named : everyContent()) {
            const Saying now = saying(named.content);
            QFile file(fixture(named.name));
            if (record && !file.exists()) {
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(reinterpret_cast<const char*>(now.bytes.data()), static_cast<qint64>(now.bytes.size()));
                continue;
            }
            QVERIFY2(file.open(QIODevice::ReadOnly), named.name);
            const QByteArray bytes = file.readAll();
            Saying recorded = now;
            recorded.bytes.assign(bytes.begin(), bytes.end());
            const auto understood = codec::understood(recorded);
            QVERIFY2(understood.has_value(), named.name);
            QVERIFY2(codec::written(*understood).bytes == now.bytes, named.name);
        }
    }

    void whatANewerVersionSaysIsKept()
    {
        Saying newer;
        newer.kind = 999;
        newer.bytes = {0xff, 0, 1};
        auto kept = codec::understood(newer);
        QVERIFY(kept.has_value() && std::holds_alternative<UnknownContent>(kept->content));
        QVERIFY(codec::written(*kept).bytes == newer.bytes && codec::written(*kept).kind == 999);
        // A known kind with a field this version does not know: understood, and passed on whole.
        Saying extended = saying(NoteRevised{"x"});
        const std::vector<std::uint8_t> more{0xa2, 0x06, 1, 'y'}; // field 100
        extended.bytes.insert(extended.bytes.end(), more.begin(), more.end());
        kept = codec::understood(extended);
        QVERIFY(kept.has_value());
        QCOMPARE(std::get<NoteRevised>(kept->content).text, "x");
        QVERIFY(kept->bytes == extended.bytes);
    }

    // An outcome of a newer version is one all the same, and goes on to those who know it.
    void anOutcomeOfANewerVersion()
    {
        Saying newer = saying(NoteConcluded{{NoteOutcome::Promise}});
        newer.bytes = {0x0a, 4, 1, 99, 98, 99}; // promise, 99, 98, 99
        const auto kept = codec::understood(newer);
        QVERIFY(kept.has_value());
        QVERIFY(
            (std::get<NoteConcluded>(kept->content).outcomes == std::vector{NoteOutcome::Promise, NoteOutcome::Other}));
        QVERIFY(kept->bytes == newer.bytes);
        const Saying causes = saying(NoteConcluded{{NoteOutcome::Forgotten, NoteOutcome::Difficulty}});
        QVERIFY(causes.bytes == (std::vector<std::uint8_t>{0x0a, 2, 7, 8}));
        QVERIFY(std::get<NoteConcluded>(codec::understood(causes)->content).outcomes ==
                std::get<NoteConcluded>(causes.content).outcomes);
        for (const std::vector<std::uint8_t>& bad : {std::vector<std::uint8_t>{}, {0x0a, 1, 0}}) {
            newer.bytes = bad;
            QCOMPARE(codec::understood(newer).error().code, std::string("protocol.note_concluded.outcomes"));
        }
    }

    void hostileBytes()
    {
        std::mt19937 random(20'261'123);
        int refused = 0;
        for (const Named& named : everyContent()) {
            const Saying good = saying(named.content);
            for (int i = 0; i < 2'000; ++i) {
                Saying bad = good;
                for (int n = 1 + static_cast<int>(random() % 4); n > 0 && !bad.bytes.empty(); --n)
                    bad.bytes[random() % bad.bytes.size()] = static_cast<std::uint8_t>(random());
                if (random() % 4 == 0 && !bad.bytes.empty())
                    bad.bytes.resize(random() % bad.bytes.size());
                const auto understood = codec::understood(bad);
                refused += !understood;
                if (!understood)
                    QVERIFY(understood.error().code.starts_with("protocol."));
            }
        }
        QVERIFY(refused > 1'000);
    }

    void limits()
    {
        const auto refused = [](EventContent content, const char* code) {
            const auto understood = codec::understood(saying(std::move(content)));
            QCOMPARE(understood ? std::string("read") : understood.error().code, code);
        };
        refused(NoteRevised{std::string(4'001, 'x')}, "protocol.note_revised.text");
        refused(NoteRevised{}, "protocol.note_revised.text");
        refused(NoteRevised{"\xff"}, "protocol.malformed");
        refused(PromiseEnded{PromiseEnding::None}, "protocol.promise_ended.ending");
        refused(DisputeOpened{ItemId{0}, Money::ofMinor(1), "AUTRE", ""}, "protocol.dispute_opened.item_id");
        refused(AnomalySeen{std::string(101, 'k')}, "protocol.anomaly_seen.key");
        Saying shortHash = saying(Attached{});
        shortHash.bytes.pop_back();
        QCOMPARE(codec::understood(shortHash).error().code, "protocol.malformed");
        PlanProposed plan;
        plan.version.debt = Money::ofMinor(1);
        plan.version.carryingCost = Money::ofMinor(0);
        plan.version.schedule.assign(200, {kDay, Money::ofMinor(1)});
        refused(plan, "protocol.plan_proposed.schedule");
    }
};

QTEST_APPLESS_MAIN(TestSaidCodec)
#include "test_said_codec.moc"
