// SPDX-License-Identifier: Apache-2.0
#include "platforms/central/serve_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace encours::central {

Result<ServeLock> ServeLock::take(const std::filesystem::path& directory)
{
    const int file = ::open((directory / "serve.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        return failure(ErrorKind::Unavailable, "serve.lock",
                       "The lock file in " + directory.string() + " cannot be opened (" + std::strerror(errno) +
                           "); the server was not started.");
    }
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        ::close(file);
        return failure(ErrorKind::Unavailable, "serve.running",
                       "Another server is already running on " + directory.string() +
                           "; this one was not started and that one is not affected.");
    }
    return ServeLock(file);
}

ServeLock::~ServeLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

} // namespace encours::central
