// SPDX-License-Identifier: Apache-2.0
// A company on an encrypted database of its own, and files given as text.
#pragma once

#include "tests/store/support.h"
#include "usecases/import_ledger.h"
#include "usecases/init_company.h"
#include "usecases/undo_import.h"

#include "store/random.h"

namespace encours::test {

using store::test::must;

struct OfficeWorld {
    store::test::Folder folder;
    store::test::HandClock clock;
    std::unique_ptr<store::Connection> connection =
        store::test::create(folder.path("central.db"), store::DatabaseKind::Central);
    usecases::Office office{*connection, clock};

    explicit OfficeWorld(std::vector<std::string> receivables = {"411", "4191"})
    {
        store::SystemUuidSource uuids(clock);
        usecases::CompanyRequest company;
        company.name = "Verdon";
        company.receivables = std::move(receivables);
        must(usecases::initCompany(office, uuids, company));
    }

    usecases::LedgerImportReport import(const std::string& fec, bool dryRun = false)
    {
        usecases::LedgerImportRequest request;
        request.source = intake::memorySource(fec);
        request.fileName = "fec.txt";
        request.dryRun = dryRun;
        return must(usecases::importLedger(office, request));
    }

    std::int64_t head() { return must(store::readHead(*connection, office.tenant)).seq; }
};

} // namespace encours::test
