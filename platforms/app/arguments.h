// SPDX-License-Identifier: Apache-2.0
// The arguments of `encours`.
#pragma once

#include "platforms/app/application.h"
#include "platforms/cli/program_clock.h"

#include <expected>

namespace encours::app {

struct Arguments {
    ApplicationOptions options; ///< `data` empty: the user's own directory, known once the application exists
    cli::ProgramClock clock;
    QByteArray platform; ///< plug-in of Qt; empty: its own choice
};

/// The arguments, or the exit code after what there was to say has been said: 0 for --help and --version, else 2.
std::expected<Arguments, int> parseArguments(int argc, const char* const* argv);

} // namespace encours::app
