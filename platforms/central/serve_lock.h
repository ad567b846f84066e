// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <filesystem>
#include <utility>

namespace encours::central {

/// One server at a time on a directory: an advisory lock on serve.lock, released by the system when the program ends,
/// however it ends.
class ServeLock {
public:
    /// Unavailable "serve.running" when another server holds it.
    static Result<ServeLock> take(const std::filesystem::path& directory);
    ServeLock(ServeLock&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}
    ServeLock(const ServeLock&) = delete;
    ServeLock& operator=(ServeLock&&) = delete;
    ~ServeLock();

private:
    explicit ServeLock(int file) : m_file(file) {}
    int m_file;
};

} // namespace encours::central
