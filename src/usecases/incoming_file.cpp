// SPDX-License-Identifier: Apache-2.0
#include "usecases/incoming_file.h"

#include "usecases/hashed_source.h"

namespace encours::usecases {

Result<intake::FecReport> IncomingFileReader::read(const intake::FecOptions& options)
{
    store::Sha256Stream hash;
    ENCOURS_TRY(auto report,
                intake::readFec(hashed(m_source, hash), options, [this](const intake::FecLine& line) -> Result<void> {
                    add(line);
                    return {};
                }));
    m_file.hash = hash.finish();
    return report;
}

void IncomingFileReader::add(const intake::FecLine& line)
{
    const auto [at, isNew] = m_index.try_emplace(line.clientKey, m_file.clients.size());
    if (isNew)
        m_file.clients.push_back({line.clientKey, line.clientName, line.entry.day, line.entry.amount.currency(), {}});
    IncomingClient& client = m_file.clients[at->second];
    if (line.entry.day >= client.lastDay) {
        client.lastDay = line.entry.day;
        client.name = line.clientName;
    }
    m_file.lines.push_back({at->second, line.entry, fingerprint(line.clientKey, line.entry)});
}

} // namespace encours::usecases
