// SPDX-License-Identifier: Apache-2.0
#include "store/file_write.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace encours::store {

namespace {

namespace fs = std::filesystem;

std::unexpected<Error> fileError(int cause, const fs::path& file)
{
    if (cause == ENOSPC || cause == EFBIG || cause == EDQUOT)
        return failure(ErrorKind::Full, "store.full",
                       "The disk is full: " + file.string() + " was left as it was; free some space and try again.");
    if (cause == EIO)
        return failure(ErrorKind::Unavailable, "store.io",
                       "The disk failed while writing " + file.string() + "; check it and try again.");
    return failure(ErrorKind::Unavailable, "store.access",
                   file.string() + " cannot be written: check that its folder exists and may be written.");
}

class Descriptor {
public:
    explicit Descriptor(int value) : m_value(value) {}
    Descriptor(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (m_value >= 0)
            ::close(m_value);
    }
    int get() const { return m_value; }

private:
    int m_value;
};

bool writeAll(int descriptor, std::span<const std::uint8_t> bytes, std::size_t offset)
{
    for (std::size_t done = 0; done < bytes.size();) {
        const auto wrote =
            ::pwrite(descriptor, bytes.data() + done, bytes.size() - done, static_cast<off_t>(offset + done));
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return false;
        done += static_cast<std::size_t>(wrote);
    }
    return true;
}

/// The name of a new file is on the disk only once its folder is.
bool syncFolder(const fs::path& file)
{
    const auto folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return descriptor.get() >= 0 && ::fsync(descriptor.get()) == 0;
}

} // namespace

Result<void> writeFileSynced(const fs::path& file, std::span<const std::uint8_t> bytes, WhenThere whenThere)
{
    const fs::path fresh = file.string() + ".new-" + std::to_string(::getpid());
    {
        const Descriptor descriptor(::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (descriptor.get() < 0)
            return fileError(errno, file);
        if (!writeAll(descriptor.get(), bytes, 0) || ::fsync(descriptor.get()) != 0) {
            const int cause = errno;
            ::unlink(fresh.c_str());
            return fileError(cause, file);
        }
    }
    // link() never replaces; rename() does.
    const int moved =
        whenThere == WhenThere::Refuse ? ::link(fresh.c_str(), file.c_str()) : ::rename(fresh.c_str(), file.c_str());
    const int cause = errno;
    if (moved != 0 || whenThere == WhenThere::Refuse)
        ::unlink(fresh.c_str());
    if (moved != 0 && cause == EEXIST)
        return failure(ErrorKind::Refused, "file.exists",
                       "There is already a file at " + file.string() + "; it was left as it is.");
    if (moved != 0 || !syncFolder(file))
        return fileError(moved != 0 ? cause : EIO, file);
    return {};
}

Result<void> overwriteSynced(const fs::path& file, std::size_t offset, std::span<const std::uint8_t> bytes)
{
    const Descriptor descriptor(::open(file.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
    if (descriptor.get() < 0 || !writeAll(descriptor.get(), bytes, offset) || ::fsync(descriptor.get()) != 0)
        return fileError(errno, file);
    return {};
}

} // namespace encours::store
