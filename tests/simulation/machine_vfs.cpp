// SPDX-License-Identifier: Apache-2.0
// SQLite's side of machine.h: each call is met by the machine, then passed on to the system's VFS.
#include "tests/simulation/machine.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <new>

namespace encours::simulation {

namespace {

using Call = Machine::Call;

sqlite3_vfs* g_system = nullptr;
int g_lastError = 0; ///< errno of the last fault; 0: ask the system

struct File {
    sqlite3_file base;
    Machine* machine; ///< null: none of ours
    Machine::Inode* inode;
};

/// Behind ours in the memory SQLite gave.
sqlite3_file* real(sqlite3_file* file)
{
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<File*>(file) + 1);
}

int meet(Machine* machine, Call call)
{
    g_lastError = 0;
    const int code = machine ? machine->meet(call) : SQLITE_OK;
    if (code != SQLITE_OK)
        g_lastError = !machine->isOff() && machine->lastFaultWasFull() ? ENOSPC : EIO;
    return code;
}

int meet(sqlite3_file* file, Call call)
{
    return meet(reinterpret_cast<File*>(file)->machine, call);
}

int close(sqlite3_file* file)
{
    return real(file)->pMethods->xClose(real(file));
}

int read(sqlite3_file* file, void* out, int size, sqlite3_int64 at)
{
    const int code = meet(file, Call::Read);
    return code ? code : real(file)->pMethods->xRead(real(file), out, size, at);
}

int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at)
{
    const int code = meet(file, Call::Write);
    Machine* machine = reinterpret_cast<File*>(file)->machine;
    // Without power the call in which it went may have reached the disk, and none after it.
    if (code == SQLITE_FULL)
        size /= 2;
    else if (code != SQLITE_OK && !(machine->isOff() && machine->wentJustNow()))
        return code;
    if (machine) {
        const auto* begin = static_cast<const std::uint8_t*>(bytes);
        reinterpret_cast<File*>(file)->inode->unsynced.push_back({at, {begin, begin + size}, false});
    }
    if (machine && machine->isOff())
        return code;
    const int done = real(file)->pMethods->xWrite(real(file), bytes, size, at);
    return code ? code : done;
}

int truncate(sqlite3_file* file, sqlite3_int64 size)
{
    if (const int code = meet(file, Call::Truncate))
        return code;
    if (Machine::Inode* inode = reinterpret_cast<File*>(file)->inode)
        inode->unsynced.push_back({size, {}, true});
    return real(file)->pMethods->xTruncate(real(file), size);
}

int sync(sqlite3_file* file, int)
{
    if (const int code = meet(file, Call::Sync))
        return code;
    if (auto* ours = reinterpret_cast<File*>(file); ours->machine)
        ours->machine->synced(*ours->inode);
    return SQLITE_OK; // the disk is ours: nothing is flushed
}

int size(sqlite3_file* file, sqlite3_int64* out)
{
    const int code = meet(file, Call::Size);
    return code ? code : real(file)->pMethods->xFileSize(real(file), out);
}

int lock(sqlite3_file* file, int level)
{
    const int code = meet(file, Call::Lock);
    return code ? code : real(file)->pMethods->xLock(real(file), level);
}

int unlock(sqlite3_file* file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}

int isReserved(sqlite3_file* file, int* out)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), out);
}

int control(sqlite3_file* file, int operation, void* argument)
{
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

int sectorSize(sqlite3_file* file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}

int characteristics(sqlite3_file* file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

int mapIndex(sqlite3_file* file, int region, int size, int extend, void volatile** out)
{
    const int code = meet(file, Call::Map);
    return code ? code : real(file)->pMethods->xShmMap(real(file), region, size, extend, out);
}

int lockIndex(sqlite3_file* file, int offset, int count, int flags)
{
    if (!(flags & SQLITE_SHM_UNLOCK))
        if (meet(file, Call::Lock))
            return SQLITE_IOERR_SHMLOCK;
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}

void indexBarrier(sqlite3_file* file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}

int unmapIndex(sqlite3_file* file, int deletes)
{
    return real(file)->pMethods->xShmUnmap(real(file), deletes);
}

constexpr sqlite3_io_methods kMethods{
    .iVersion = 2,
    .xClose = close,
    .xRead = read,
    .xWrite = write,
    .xTruncate = truncate,
    .xSync = sync,
    .xFileSize = size,
    .xLock = lock,
    .xUnlock = unlock,
    .xCheckReservedLock = isReserved,
    .xFileControl = control,
    .xSectorSize = sectorSize,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = mapIndex,
    .xShmLock = lockIndex,
    .xShmBarrier = indexBarrier,
    .xShmUnmap = unmapIndex,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    auto* ours = new (file) File{};
    ours->machine = Machine::of(name);
    int exists = 1;
    if (ours->machine && (flags & SQLITE_OPEN_CREATE))
        g_system->xAccess(g_system, name, SQLITE_ACCESS_EXISTS, &exists);
    if (const int code = meet(ours->machine, exists ? Call::Open : Call::Create))
        return code;
    const int code = g_system->xOpen(g_system, name, real(file), flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    if (ours->machine)
        ours->inode = ours->machine->opened(name, !exists && !(flags & SQLITE_OPEN_MAIN_DB));
    ours->base.pMethods = &kMethods;
    return SQLITE_OK;
}

int remove(sqlite3_vfs*, const char* name, int syncsFolder)
{
    Machine* machine = Machine::of(name);
    if (const int code = meet(machine, Call::Delete))
        return code;
    const int code = g_system->xDelete(g_system, name, 0);
    if (machine && code == SQLITE_OK)
        machine->deleted(name, syncsFolder != 0);
    return code;
}

int access(sqlite3_vfs*, const char* name, int flags, int* out)
{
    const int code = meet(Machine::of(name), Call::Access);
    return code ? code : g_system->xAccess(g_system, name, flags, out);
}

int lastError(sqlite3_vfs*, int size, char* out)
{
    return g_lastError ? g_lastError : g_system->xGetLastError(g_system, size, out);
}

} // namespace

void installMachines()
{
    static sqlite3_vfs vfs;
    if (g_system)
        return;
    g_system = sqlite3_vfs_find(nullptr);
    vfs = *g_system;
    vfs.pNext = nullptr;
    vfs.zName = "encours-machine";
    vfs.szOsFile = static_cast<int>(sizeof(File)) + g_system->szOsFile;
    vfs.xOpen = open;
    vfs.xDelete = remove;
    vfs.xAccess = access;
    vfs.xGetLastError = lastError;
    sqlite3_vfs_register(&vfs, 1);
}

} // namespace encours::simulation
