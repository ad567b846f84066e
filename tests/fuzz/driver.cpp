// SPDX-License-Identifier: Apache-2.0
// Drives a target without libFuzzer: the corpus as it is, then mutated from a seed, the same on every machine.
//
//   PROGRAM --runs N --seed S CORPUS…     files, or folders of them
//   PROGRAM FILE                          one input, as it is
#include "tests/fuzz/target.h"
#include "tests/simulation/draw.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using encours::simulation::Draw;
using Input = std::vector<std::uint8_t>;

constexpr std::size_t kLargest = 32 * 1024; ///< of a mutated input; a corpus file is read to here
[[maybe_unused]] constexpr rlim_t kMemory = rlim_t{1} << 30;
constexpr unsigned kSeconds = 10;

Input g_current;
char g_name[256];

/// Only calls a signal handler may make: the input goes to a file, its name to standard error.
void tell(int signal)
{
    const int file = ::creat(g_name, 0600);
    const bool written = file >= 0 && ::write(file, g_current.data(), g_current.size()) >= 0;
    const char* words = written ? "broken by the input in " : "broken; the input cannot be written to ";
    if (::write(2, words, std::strlen(words)) < 0 || ::write(2, g_name, std::strlen(g_name)) < 0 ||
        ::write(2, "\n", 1) < 0)
        ::_exit(3);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

Input read(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    Input input(kLargest);
    in.read(reinterpret_cast<char*>(input.data()), std::ssize(input));
    input.resize(static_cast<std::size_t>(in.gcount()));
    return input;
}

std::vector<Input> readAll(const std::vector<std::string>& places)
{
    std::vector<fs::path> files;
    for (const std::string& place : places) {
        if (!fs::is_directory(place))
            files.emplace_back(place);
        else
            for (const auto& entry : fs::directory_iterator(place))
                files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<Input> inputs;
    for (const fs::path& file : files)
        inputs.push_back(read(file));
    return inputs;
}

void change(Input& input, const std::vector<Input>& corpus, Draw& draw)
{
    static constexpr std::uint8_t kTelling[] = {0,    1,   0x7f, 0x80, 0xff, '\n', '\r', ';',
                                                '\t', '"', '-',  ',',  '.',  '0',  '9',  ' '};
    const std::size_t at = input.empty() ? 0 : draw.below(input.size());
    const auto begin = input.begin() + static_cast<std::ptrdiff_t>(at);
    const std::size_t length = std::min(input.size() - at, 1 + draw.below(1 + draw.below(64)));
    const auto end = begin + static_cast<std::ptrdiff_t>(length);
    switch (input.empty() ? 2 : draw.below(8)) {
    case 0: *begin = static_cast<std::uint8_t>(*begin ^ (1u << draw.below(8))); break;
    case 1: *begin = static_cast<std::uint8_t>(draw.next()); break;
    case 2: input.insert(begin, kTelling[draw.below(std::size(kTelling))]); break;
    case 3: input.erase(begin, end); break;
    case 4: { // twice
        const Input part(begin, end);
        input.insert(begin, part.begin(), part.end());
        break;
    }
    case 5: { // a part of another
        const Input& other = corpus[draw.below(corpus.size())];
        if (other.empty())
            break;
        const std::size_t from = draw.below(other.size());
        const std::size_t size = std::min(other.size() - from, 1 + draw.below(128));
        input.insert(begin, other.begin() + static_cast<std::ptrdiff_t>(from),
                     other.begin() + static_cast<std::ptrdiff_t>(from + size));
        break;
    }
    case 6: *begin = kTelling[draw.below(std::size(kTelling))]; break;
    default: input.resize(at);
    }
}

void run(Input input)
{
    g_current = std::move(input);
    ::alarm(kSeconds);
    LLVMFuzzerTestOneInput(g_current.data(), g_current.size());
    ::alarm(0);
}

} // namespace

int main(int argc, char** argv)
{
    std::uint64_t runs = 0;
    std::uint64_t seed = 1;
    std::vector<std::string> places;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--runs" && i + 1 < argc)
            runs = std::stoull(argv[++i]);
        else if (word == "--seed" && i + 1 < argc)
            seed = std::stoull(argv[++i]);
        else
            places.push_back(word);
    }
    const std::string name = fs::path(argv[0]).filename().string() + "-" + std::to_string(::getpid());
    std::snprintf(g_name, sizeof g_name, "/tmp/%s", name.c_str());
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // their shadows are larger than that
    const rlimit memory{kMemory, kMemory};
    ::setrlimit(RLIMIT_AS, &memory);
#endif
    for (const int signal : {SIGSEGV, SIGABRT, SIGALRM, SIGFPE, SIGBUS, SIGILL})
        std::signal(signal, tell);

    const auto start = std::chrono::steady_clock::now();
    const std::vector<Input> corpus = readAll(places);
    const bool usable = std::ranges::all_of(places, [](const std::string& place) { return fs::exists(place); });
    if (corpus.empty() || !usable) {
        std::fprintf(stderr, "there is no such corpus\n");
        return 2;
    }
    for (const Input& input : corpus)
        run(input);
    Draw draw(seed);
    for (std::uint64_t i = corpus.size(); i < runs; ++i) {
        Input input = corpus[draw.below(corpus.size())];
        for (auto changes = 1 + draw.below(1 + draw.below(12)); changes > 0; --changes)
            change(input, corpus, draw);
        input.resize(std::min(input.size(), kLargest));
        run(std::move(input));
    }
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    std::printf("%llu inputs, seed %llu, %.1f s, %ld MB at most\n",
                static_cast<unsigned long long>(std::max<std::uint64_t>(runs, corpus.size())),
                static_cast<unsigned long long>(seed),
                std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(), used.ru_maxrss / 1024);
    return 0;
}
