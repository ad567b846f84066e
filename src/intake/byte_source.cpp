// SPDX-License-Identifier: Apache-2.0
#include "intake/byte_source.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <memory>

namespace encours::intake {

Result<ByteSource> fileSource(const std::filesystem::path& path)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        return failure(ErrorKind::NotFound, "file.directory", path.string() + " is a directory; name the file itself.");
    if (std::filesystem::is_character_file(path, ignored) || std::filesystem::is_block_file(path, ignored))
        return failure(ErrorKind::NotFound, "file.device",
                       path.string() + " is a device, which may have no end; name a file.");
    const std::shared_ptr<std::FILE> file(std::fopen(path.c_str(), "rb"), [](std::FILE* f) {
        if (f)
            std::fclose(f);
    });
    if (!file)
        return failure(ErrorKind::NotFound, "file.unreadable",
                       path.string() + " cannot be opened (" + std::strerror(errno) +
                           "); check its name and your rights.");
    std::setvbuf(file.get(), nullptr, _IONBF, 0); // readers bring their own, larger buffer
    return [file, name = path.string()](std::span<char> bytes) -> Result<std::size_t> {
        const std::size_t count = std::fread(bytes.data(), 1, bytes.size(), file.get());
        if (count == 0 && std::ferror(file.get()))
            return failure(
                ErrorKind::Unavailable, "file.read",
                name + " cannot be read to its end; nothing was changed, copy the file to a local disk and try again.");
        return count;
    };
}

ByteSource memorySource(std::string_view bytes)
{
    return [left = bytes](std::span<char> out) mutable -> Result<std::size_t> {
        const std::size_t count = std::min(out.size(), left.size());
        std::ranges::copy(left.substr(0, count), out.begin());
        left.remove_prefix(count);
        return count;
    };
}

} // namespace encours::intake
