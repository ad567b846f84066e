// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/machine.h"

#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <span>
#include <utility>

namespace encours::simulation {

namespace {

namespace fs = std::filesystem;

constexpr const char* kIndex = "-shm"; ///< of the write-ahead log: memory, not data

std::map<std::string, Machine*>& machines()
{
    static std::map<std::string, Machine*> all;
    return all;
}

bool wantsRoom(Machine::Call call)
{
    using enum Machine::Call;
    return call == Write || call == Create || call == Map || call == Sync;
}

bool reachesDisk(Machine::Call call)
{
    using enum Machine::Call;
    return call == Write || call == Truncate || call == Sync || call == Create || call == Delete;
}

int codeOf(Machine::Call call)
{
    switch (call) {
    case Machine::Call::Read: return SQLITE_IOERR_READ;
    case Machine::Call::Write: return SQLITE_IOERR_WRITE;
    case Machine::Call::Truncate: return SQLITE_IOERR_TRUNCATE;
    case Machine::Call::Sync: return SQLITE_IOERR_FSYNC;
    case Machine::Call::Size: return SQLITE_IOERR_FSTAT;
    case Machine::Call::Lock: return SQLITE_IOERR_LOCK;
    case Machine::Call::Open:
    case Machine::Call::Create: return SQLITE_CANTOPEN;
    case Machine::Call::Delete: return SQLITE_IOERR_DELETE;
    case Machine::Call::Access: return SQLITE_IOERR_ACCESS;
    case Machine::Call::Map: return SQLITE_IOERR_SHMMAP;
    }
    return SQLITE_IOERR;
}

std::vector<std::uint8_t> bytesOf(const std::string& name)
{
    std::ifstream in(name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

using Bytes = std::vector<std::uint8_t>;

void put(Bytes& disk, std::int64_t at, std::span<const std::uint8_t> bytes)
{
    const auto begin = static_cast<std::size_t>(at);
    disk.resize(std::max(disk.size(), begin + bytes.size())); // what lies between was never written: zeros
    std::ranges::copy(bytes, disk.begin() + at);
}

void apply(Bytes& disk, const Machine::Change& change)
{
    if (change.truncates)
        disk.resize(static_cast<std::size_t>(change.at));
    else
        put(disk, change.at, change.bytes);
}

/// What a disk without power has kept of the changes nobody synced.
class Remains {
public:
    explicit Remains(Draw& draw)
        : m_draw(draw), m_style(static_cast<Style>(draw.below(5))), m_sector(draw.chance(500) ? 512 : 4096),
          m_chance(static_cast<int>(draw.between(1, 999)))
    {
    }

    std::size_t names(std::size_t count) const
    {
        return m_style == Style::Nothing ? 0 : m_style == Style::Everything ? count : m_draw.below(count + 1);
    }

    void keep(Machine::Inode& inode) const
    {
        const std::size_t last = m_style == Style::InOrder ? m_draw.below(inode.unsynced.size() + 1) : 0;
        std::size_t longest = inode.synced.size();
        for (std::size_t i = 0; i < inode.unsynced.size() && m_style != Style::Nothing; ++i) {
            const Machine::Change& change = inode.unsynced[i];
            longest = std::max(longest, static_cast<std::size_t>(change.at) + change.bytes.size());
            if (m_style == Style::Everything || (m_style == Style::InOrder && i < last))
                apply(inode.synced, change);
            else if (m_style == Style::InOrder && i > last)
                break;
            else
                tear(inode.synced, change);
        }
        // A file system may have noted the length before the bytes.
        if (m_style >= Style::Sectors && m_draw.chance(300))
            inode.synced.resize(std::max(inode.synced.size(), longest));
        inode.unsynced.clear();
    }

private:
    enum class Style { Nothing, Everything, InOrder, Sectors, Rubbish };

    void tear(Bytes& disk, const Machine::Change& change) const
    {
        if (change.truncates) {
            if (m_draw.chance(m_chance))
                apply(disk, change);
            return;
        }
        const auto end = change.at + std::ssize(change.bytes);
        for (std::int64_t at = change.at; at < end;) {
            const std::int64_t next = std::min(end, (at / m_sector + 1) * m_sector);
            Bytes part(change.bytes.begin() + (at - change.at), change.bytes.begin() + (next - change.at));
            if (m_style == Style::Rubbish && m_draw.chance(200))
                std::ranges::generate(part, [this] { return static_cast<std::uint8_t>(m_draw.next()); });
            if (m_draw.chance(m_chance))
                put(disk, at, part);
            at = next;
        }
    }

    Draw& m_draw;
    Style m_style;
    std::int64_t m_sector;
    int m_chance; ///< of a sector, per mille
};

} // namespace

Machine::Machine(fs::path file, std::uint64_t seed) : m_file(std::move(file)), m_draw(seed)
{
    installMachines();
    machines()[m_file.string()] = this;
    adopt();
}

Machine::~Machine()
{
    machines().erase(m_file.string());
}

Machine* Machine::of(const char* name)
{
    if (!name)
        return nullptr;
    std::string database = name;
    for (const char* journal : {"-wal", "-journal"})
        if (database.ends_with(journal))
            database.resize(database.size() - std::char_traits<char>::length(journal));
    const auto found = machines().find(database);
    return found == machines().end() ? nullptr : found->second;
}

std::vector<std::string> Machine::names() const
{
    return {m_file.string(), m_file.string() + "-wal", m_file.string() + "-journal"};
}

void Machine::adopt()
{
    m_inodes.clear();
    m_names.clear();
    m_unsyncedNames.clear();
    for (const std::string& name : names())
        if (fs::exists(name))
            m_names[name] = &m_inodes.emplace_back(Inode{bytesOf(name), {}, false});
    m_syncedNames = m_names;
}

int Machine::meet(Call call)
{
    m_wentJustNow = !m_off && reachesDisk(call) && m_cutIn > 0 && --m_cutIn == 0;
    m_off = m_off || m_wentJustNow;
    if (m_off)
        return codeOf(call);
    const bool canMeet = m_fault == Fault::Io || (m_fault == Fault::Full ? wantsRoom(call) : call == Call::Sync);
    if (m_failIn == 0 || !canMeet || --m_failIn > 0)
        return SQLITE_OK;
    m_failIn = m_failForGood ? 1 : 0;
    ++m_faultsMet;
    return m_fault == Fault::Full && call == Call::Write ? SQLITE_FULL : codeOf(call);
}

void Machine::failIn(int call, Fault fault, bool forGood)
{
    m_failIn = call;
    m_fault = fault;
    m_failForGood = forGood;
    m_faultsMet = 0;
}

void Machine::heal()
{
    m_cutIn = 0;
    m_failIn = 0;
}

Machine::Inode* Machine::opened(const std::string& name, bool isNewJournal)
{
    if (const auto known = m_names.find(name); known != m_names.end())
        return known->second;
    Inode& inode = m_inodes.emplace_back();
    inode.syncsFolder = isNewJournal;
    m_names[name] = &inode;
    m_unsyncedNames.emplace_back(name, &inode);
    return &inode;
}

void Machine::deleted(const std::string& name, bool syncsFolder)
{
    m_names.erase(name);
    m_unsyncedNames.emplace_back(name, nullptr);
    if (syncsFolder) {
        m_syncedNames = m_names;
        m_unsyncedNames.clear();
    }
}

void Machine::synced(Inode& inode)
{
    for (const Change& change : inode.unsynced)
        apply(inode.synced, change);
    inode.unsynced.clear();
    if (std::exchange(inode.syncsFolder, false)) {
        m_syncedNames = m_names;
        m_unsyncedNames.clear();
    }
}

void Machine::powerOn()
{
    const Remains remains(m_draw);
    const std::size_t kept = remains.names(m_unsyncedNames.size());
    for (std::size_t i = 0; i < kept; ++i) {
        if (const auto& [name, inode] = m_unsyncedNames[i]; inode)
            m_syncedNames[name] = inode;
        else
            m_syncedNames.erase(name);
    }
    m_unsyncedNames.clear();
    m_names = m_syncedNames;
    for (const auto& [name, inode] : m_names)
        remains.keep(*inode);
    writeBack();
    dropIndex();
    m_off = false;
    m_cutIn = m_draw.chance(200) ? static_cast<int>(m_draw.between(1, 12)) : 0; // and again, while it recovers
}

void Machine::writeBack()
{
    for (const std::string& name : names()) {
        const auto known = m_names.find(name);
        if (known == m_names.end()) {
            fs::remove(name);
            continue;
        }
        const Bytes& bytes = known->second->synced;
        std::ofstream(name, std::ios::binary | std::ios::trunc)
            .write(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
    }
    std::erase_if(m_inodes, [this](const Inode& inode) {
        return std::ranges::none_of(m_names, [&](const auto& named) { return named.second == &inode; });
    });
}

/// The index of the log is memory that a file stands for: after a cut it is gone, or holds anything.
void Machine::dropIndex()
{
    const std::string index = m_file.string() + kIndex;
    fs::remove(index);
    if (m_draw.chance(500))
        return;
    Bytes rubbish(32768);
    for (std::size_t i = 0; i < rubbish.size(); i += 8)
        rubbish[i] = static_cast<std::uint8_t>(m_draw.next());
    std::ofstream(index, std::ios::binary).write(reinterpret_cast<const char*>(rubbish.data()), std::ssize(rubbish));
}

} // namespace encours::simulation
