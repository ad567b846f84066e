// SPDX-License-Identifier: Apache-2.0
// A company fed by a system that writes no FEC, its files given as text.
#pragma once

#include "tests/usecases/office_world.h"

#include "store/clients.h"
#include "usecases/import_agreements.h"
#include "usecases/import_lines.h"
#include "usecases/list_balances.h"

namespace encours::test {

using Lines = std::vector<std::string>;

inline Day day(const char* iso)
{
    return *Day::parseIso(iso);
}

inline constexpr const char* kItemsHead = "client;name;number;date;due;amount;currency;account;label\n";
inline constexpr const char* kReceiptsHead = "client;date;amount;currency;item;reference;kind\n";

/// The office on 1 March 2026.
struct GenericWorld : OfficeWorld {
    GenericWorld() : OfficeWorld({"411", "413", "416", "4191"})
    {
        clock.advance(std::chrono::hours(24) * (day("2026-03-01") - clock.today()));
    }
    usecases::LinesImportReport items(const std::string& rows, bool dryRun = false)
    {
        text = kItemsHead + rows;
        return must(usecases::importItems(office, file(), "items.csv", dryRun));
    }
    usecases::LinesImportReport receipts(const std::string& rows, bool dryRun = false)
    {
        text = kReceiptsHead + rows;
        return must(usecases::importReceipts(office, file(), "receipts.csv", std::nullopt, dryRun));
    }
    usecases::AgreementsImportReport promises(const std::string& rows)
    {
        text = "client;numbers;amount;currency;made_on;promised_for;method;by;author;reference\n" + rows;
        return must(usecases::importPromises(office, file(), "promises.csv"));
    }
    usecases::AgreementsImportReport disputes(const std::string& rows)
    {
        text = "client;number;amount;reason;text;owner;opened;due_by;step;step_day\n" + rows;
        return must(usecases::importDisputes(office, file(), "disputes.csv"));
    }
    usecases::AgreementsImportReport watch(const std::string& rows)
    {
        text = "client;kind;number;day;amount;label\n" + rows;
        return must(usecases::importWatchFacts(office, file(), "watch.csv"));
    }
    /// `text`, read while nobody is locked out: a slow disk or pipe must not make the devices wait.
    intake::ByteSource file()
    {
        return [this, inner = intake::memorySource(text)](std::span<char> bytes) {
            must(store::Transaction::begin(*connection)); // there is none yet
            return inner(bytes);
        };
    }
    ClientId id(const char* key) { return must(store::findClientByKey(*connection, office.tenant, key)).value().id; }
    /// "FA1 due 2026-02-04: 30,00 of 30,00", by due day.
    std::vector<std::string> open(const char* key, Day asOf = day("2026-03-01"))
    {
        std::vector<std::string> lines;
        for (const usecases::ClientItem& one : must(usecases::listItems(office, asOf, key, true)).items)
            lines.push_back(one.item.number + " due " + one.item.due.iso() + ": " + toPlainString(one.item.residual) +
                            " of " + toPlainString(one.item.amount));
        return lines;
    }
    AgedBalance balance(const char* key, Day asOf = day("2026-03-01"))
    {
        return must(usecases::listBalances(office, asOf, key)).clients.front().balance;
    }

    std::string text;
};

} // namespace encours::test
