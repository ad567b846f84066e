// SPDX-License-Identifier: Apache-2.0
// Writes the corpus of the targets: a few inputs of every sort, from the generators of tests/protocol and by hand.
//
//   make_corpus CORPUS ASSETS
#include "store/operation_codec.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/response_stream.h"
#include "tests/protocol/arbitrary.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace any = encours::test;
using namespace encours;
using namespace encours::protocol;

namespace {

std::filesystem::path g_folder;

void write(const std::string& target, const std::string& name, std::span<const std::uint8_t> bytes)
{
    std::filesystem::create_directories(g_folder / target);
    std::ofstream(g_folder / target / name, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
}

/// `choice` is the byte by which the target chooses.
void write(const std::string& target, const std::string& name, std::uint8_t choice, std::span<const std::uint8_t> bytes)
{
    Bytes chosen{choice};
    chosen.insert(chosen.end(), bytes.begin(), bytes.end());
    write(target, name, chosen);
}

void write(const std::string& target, const std::string& name, std::uint8_t choice, std::string_view text)
{
    write(target, name, choice, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

template<class Make>
auto drawn(std::uint64_t seed, Make make)
{
    return rc::gen::exec(make)(rc::Random(seed), rc::kNominalSize).value();
}

void writeMessages(std::uint64_t seed)
{
    const std::string n = std::to_string(seed);
    const SyncRequest request = drawn(seed, [] {
        SyncRequest made;
        made.device = {any::uuid()};
        made.requestId = any::uuid();
        made.cursor = any::cursor();
        for (int i = 0; i < 3; ++i)
            made.operations.push_back(any::operation());
        return made;
    });
    const Bytes sync = encode(request);
    write("requests", "cursor" + n, 3, encode(*request.cursor));
    write("requests", "operation" + n, 4, encode(request.operations[0]));
    write("requests", "sync" + n, 5, sync);
    write("requests", "compressed" + n, 6, compress(sync, kCompressionUp));
    const SyncResponse response = drawn(seed, any::response);
    const Bytes plain = encode(response);
    write("answers", "bundle" + n, 4, encode(drawn(seed, any::bundle)));
    write("answers", "sync" + n, 5, plain);
    ResponseWriter writer;
    writer.add(response);
    write("stream", "answer" + n, 0, writer.finish());
    write("stream", "plain" + n, 3, plain);
    write("operation", "body" + n, store::encodeBody(request.operations[0].body));
    write("operation", "other" + n, store::encodeBody(request.operations[1].body));
}

void writeSessions()
{
    const DeviceId device{Uuid::makeV7(1, {1})};
    const Instant now = Instant::fromMicroseconds(1'795'000'000'000'000);
    write("answers", "enrolled", 0, encode(EnrolResponse{device, UserId{1}, "Nadia Ferrand", 0, "Verdon", {}, now}));
    write("answers", "challenge", 1, encode(ChallengeResponse{Bytes(32, 7)}));
    write("answers", "session", 2, encode(SessionResponse{Bytes(32, 9), now, now, now}));
    write("answers", "problem", 3, encode(Problem{"device.revoked", "This device was shut out.", 3}));
    write("requests", "enrol", 0, encode(EnrolRequest{"ABCDEFGH", Bytes(91, 4), "telephone"}));
    write("requests", "challenge", 1, encode(ChallengeRequest{device}));
    write("requests", "session", 2, encode(SessionRequest{device, Bytes(32, 7), Bytes(70, 8)}));
    write("requests", "bomb", 6, compress(Bytes(1 << 20, 0), kCompressionDown));
    write("stream", "bomb", 0, compress(Bytes(8 << 20, 0), kCompressionDown));
}

void writeTexts()
{
    const std::string uri = "encours://127.0.0.1:8443/ABCDEFGH#" + std::string(43, 'A');
    write("uri", "address", {reinterpret_cast<const std::uint8_t*>(uri.data()), uri.size()});
    const std::string six = "encours://[::1]:1/A1#" + std::string(42, 'b') + "A";
    write("uri", "six", {reinterpret_cast<const std::uint8_t*>(six.data()), six.size()});

    const std::string head =
        "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\t"
        "PieceRef\tPieceDate\tEcritureLib\tDebit\tCredit\tEcritureLet\tDateLet\tValidDate\t"
        "Montantdevise\tIdevise";
    const std::string sale = "VE\tVentes\t1\t20260807\t411000\tClients\tC1\tMenuiserie "
                             "Treval\tFA-1\t20260807\tFacture\t6480,00\t0,00\tA\t20260901\t20260807\t\t";
    const std::string paid = "BQ\tBanque\t2\t20260901\t411000\tClients\tC1\tMenuiserie "
                             "Treval\tVIR\t20260901\tVirement\t0,00\t6480,00\tA\t20260901\t20260901\t\t";
    const std::string revenue =
        "VE\tVentes\t1\t20260807\t707000\tVentes\t\t\tFA-1\t20260807\tFacture\t0,00\t6480,00\t\t\t"
        "20260807\t\t";
    write("fec", "tabs", 0, head + "\r\n" + sale + "\r\n" + revenue + "\r\n" + paid + "\r\n");
    std::string pipes = head + "\n" + sale + "\n" + revenue + "\n";
    std::ranges::replace(pipes, '\t', '|');
    write("fec", "pipes", 1, pipes);
    write("fec", "cut", 3, head + "\n" + sale.substr(0, 60));
    write("fec", "quoted", 2,
          "JournalCode;CompteNum;CompteLib;CompAuxNum;EcritureDate;PieceRef;PieceDate;EcritureLib;Montant;Sens;"
          "EcritureNum;"
          "JournalLib;CompAuxLib;EcritureLet;DateLet;ValidDate;Montantdevise;Idevise\nVE;411000;\"Cli;ents\";C1;07/08/"
          "2026;"
          "FA1;07/08/2026;\"un \"\"mot\"\"\";1 234,56;D;1;Ventes;Un;;;07/08/2026;;\n");
    std::string wide = "\xff\xfe";
    for (const char c : head + "\n" + sale + "\n") {
        wide += c;
        wide += '\0';
    }
    write("fec", "utf16", 0, wide);

    write("tables", "items", 0,
          "client;name;number;date;due;amount;currency;account;label\nC1;Un;F1;2026-09-01;2026-10-01;6480,00;EUR;"
          "411000;x\n"
          "C1;Un;F2;12/09/2026;;-120,50;;;\n");
    write("tables", "receipts", 1,
          "client;date;amount;currency;item;reference;kind\nC1;2026-11-20;1000,00;;F1;VIR1;payment\nC1;2026-11-20;5;;;;"
          "avoir\n");
    write(
        "tables", "clients", 2,
        "client;name;city;postcode;siren;sector;salesperson;terms;credit_limit;insured_limit;contact_name;contact_role;"
        "phone;email\nC1;Un;Avignon;84000;123456782;bois;Nadia;30;10000;5000;Paul;gerant;0490000000;p@example.fr\n");
    write("tables", "dues", 3, "client;number;due\nC1;F1;2026-10-01\n");
    write("tables", "promises", 4,
          "client;numbers;amount;currency;made_on;promised_for;method;by;author;reference\n"
          "C1;F1,F2;100,00;;2026-11-20;2026-12-10;virement;M. Un;Nadia;P-1\n");
    write("tables", "disputes", 5,
          "client;number;amount;opened;reason;text;owner;due_by;step;step_day\nC1;F1;100,00;2026-11-01;quality;casse;"
          "Paul;;;\n");
    write("tables", "watch", 6, "client;kind;day;number;amount;label\nC1;bodacc;2026-11-01;;;x\n");
}

/// Our own, in the order in which fuzz_settings.cpp chooses.
void writeSettings(const std::filesystem::path& assets)
{
    std::uint8_t choice = 0;
    for (const char* name : {"dunning/default", "insight/rules", "legal/rates", "legal/procedures",
                             "legal/payment_terms", "kpi/sector_days", "kpi/action_costs", "kpi/signals"}) {
        std::ifstream in(assets / (std::string(name) + ".json"), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        write("settings", std::filesystem::path(name).filename(), choice++, text);
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    g_folder = argv[1];
    for (std::uint64_t seed = 1; seed <= 3; ++seed)
        writeMessages(seed);
    writeSessions();
    writeTexts();
    writeSettings(argv[2]);
}
