// SPDX-License-Identifier: Apache-2.0
// Preloaded into a real program: the disk has no room for more than the first page of one file.
//
//   ENCOURS_FULL=NAME  how the file's path ends
#include <dlfcn.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string_view>

extern "C" ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at)
{
    static const auto next = reinterpret_cast<decltype(&::pwrite64)>(::dlsym(RTLD_NEXT, "pwrite64"));
    static const char* full = std::getenv("ENCOURS_FULL");
    if (full && at >= 4096) {
        char link[64];
        char path[4096];
        std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
        const ssize_t length = ::readlink(link, path, sizeof path);
        if (length > 0 && std::string_view(path, static_cast<std::size_t>(length)).ends_with(full)) {
            errno = ENOSPC;
            return -1;
        }
    }
    return next(file, bytes, size, at);
}
