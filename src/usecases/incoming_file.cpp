// SPDX-License-Identifier: Apache-2.0
#include "usecases/incoming_file.h"

namespace encours::usecases {

Result<intake::FecReport> IncomingFileReader::read(const intake::FecOptions& options)
{
    store::Sha256Stream hash;
    const intake::ByteSource hashing = [&](std::span<char> into) -> Result<std::size_t> {
        ENCOURS_TRY(const std::size_t count, m_source(into));
        hash.add({reinterpret_cast<const std::uint8_t*>(into.data()), count});
        return count;
    };
    ENCOURS_TRY(auto report, intake::readFec(hashing, options, [this](const intake::FecLine& line) -> Result<void> {
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
        m_file.clients.push_back({line.clientKey, line.clientName, line.entry.day, {}});
    IncomingClient& client = m_file.clients[at->second];
    if (line.entry.day >= client.lastDay) {
        client.lastDay = line.entry.day;
        client.name = line.clientName;
    }
    m_file.lines.push_back({at->second, line.entry, fingerprint(line.clientKey, line.entry)});
}

} // namespace encours::usecases
