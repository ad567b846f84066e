// SPDX-License-Identifier: Apache-2.0
// Preloaded into a real program, which knows nothing of it: counts the calls by which it writes to files and to the network,
// in all its threads, and kills it at one of them as the kernel would: no handler, no destructor, no flush.
//
//   ENCOURS_KILL_AT=N       SIGKILL inside the N-th call; of what is written the first half has gone out
//   ENCOURS_KILL_WHEN=FILE  calls count from when this file exists; without it, from the start
//   ENCOURS_KILL_COUNT=FILE at an orderly end, the number of calls
#include <dlfcn.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>

namespace {

std::atomic<long> g_calls{0};

bool isCounting()
{
    static const char* when = std::getenv("ENCOURS_KILL_WHEN");
    static std::atomic<bool> begun{when == nullptr};
    if (!begun && ::access(when, F_OK) == 0)
        begun = true;
    return begun;
}

/// Whether this is the call.
bool isLast()
{
    static const char* at = std::getenv("ENCOURS_KILL_AT");
    static const long last = at ? std::atol(at) : 0;
    return isCounting() && ++g_calls == last;
}

[[noreturn]] void end()
{
    for (;;)
        ::kill(::getpid(), SIGKILL);
}

template<class Function>
Function real(const char* name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

struct Counted {
    ~Counted()
    {
        const char* name = std::getenv("ENCOURS_KILL_COUNT");
        if (std::FILE* file = name ? std::fopen(name, "w") : nullptr) {
            std::fprintf(file, "%ld\n", g_calls.load());
            std::fclose(file);
        }
    }
} g_counted;

} // namespace

#define ENCOURS_REAL(name) static const auto next = real<decltype(&::name)>(#name)

extern "C" {

ssize_t write(int file, const void* bytes, size_t size)
{
    ENCOURS_REAL(write);
    if (isLast()) {
        next(file, bytes, size / 2);
        end();
    }
    return next(file, bytes, size);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t at)
{
    ENCOURS_REAL(pwrite);
    if (isLast()) {
        next(file, bytes, size / 2, at);
        end();
    }
    return next(file, bytes, size, at);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at)
{
    ENCOURS_REAL(pwrite64);
    if (isLast()) {
        next(file, bytes, size / 2, at);
        end();
    }
    return next(file, bytes, size, at);
}

ssize_t send(int socket, const void* bytes, size_t size, int flags)
{
    ENCOURS_REAL(send);
    if (isLast()) {
        next(socket, bytes, size / 2, flags);
        end();
    }
    return next(socket, bytes, size, flags);
}

ssize_t sendto(int socket, const void* bytes, size_t size, int flags, const sockaddr* to, socklen_t length)
{
    ENCOURS_REAL(sendto);
    if (isLast())
        end();
    return next(socket, bytes, size, flags, to, length);
}

ssize_t sendmsg(int socket, const msghdr* message, int flags)
{
    ENCOURS_REAL(sendmsg);
    if (isLast())
        end();
    return next(socket, message, flags);
}

ssize_t writev(int file, const iovec* parts, int count)
{
    ENCOURS_REAL(writev);
    if (isLast())
        end();
    return next(file, parts, count);
}

int fsync(int file)
{
    ENCOURS_REAL(fsync);
    if (isLast())
        end();
    return next(file);
}

int fdatasync(int file)
{
    ENCOURS_REAL(fdatasync);
    if (isLast())
        end();
    return next(file);
}

int ftruncate(int file, off_t size)
{
    ENCOURS_REAL(ftruncate);
    if (isLast())
        end();
    return next(file, size);
}

int ftruncate64(int file, off64_t size)
{
    ENCOURS_REAL(ftruncate64);
    if (isLast())
        end();
    return next(file, size);
}

int unlink(const char* name)
{
    ENCOURS_REAL(unlink);
    if (isLast())
        end();
    return next(name);
}

int rename(const char* from, const char* to)
{
    ENCOURS_REAL(rename);
    if (isLast())
        end();
    return next(from, to);
}
}
