// SPDX-License-Identifier: Apache-2.0
#include "sync/central/tls_identity.h"

#include "store/file_write.h"
#include "store/random.h"
#include "sync/central/openssl_handles.h"

#include <openssl/pem.h>

#include <sys/stat.h>

#include <cstring>
#include <fstream>

namespace encours::central {

namespace {

constexpr const char* kCertificateFile = "tls.crt";
constexpr const char* kKeyFile = "tls.key";
constexpr std::size_t kMaximumFile = 64 * 1024;

std::unexpected<Error> internal(const char* what)
{
    return failure(ErrorKind::Internal, "tls.internal",
                   std::string("The TLS key cannot be made (") + what + "); nothing was written.");
}

std::unexpected<Error> invalid(const std::string& file)
{
    return failure(ErrorKind::Corrupt, "tls.invalid",
                   "The TLS identity in " + file +
                       " does not verify; no device can connect. Bring tls.crt and tls.key back from a backup.");
}

SpkiHash spkiHash(const X509* certificate)
{
    unsigned char* der = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    const SpkiHash hash = store::sha256({der, static_cast<std::size_t>(size)});
    OPENSSL_free(der);
    return hash;
}

std::string_view contents(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

CertificateHandle selfSigned(EVP_PKEY* key)
{
    CertificateHandle certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), 1); // the only one its key ever signs
    X509_NAME* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("encours-central"), -1,
                               -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    // Devices trust the key, not the dates: a phone whose clock is wrong by years still finds its centre. No expiry is
    // written 99991231235959Z (RFC 5280 §4.1.2.5).
    ASN1_TIME_set_string(X509_getm_notBefore(certificate.get()), "20200101000000Z");
    ASN1_TIME_set_string(X509_getm_notAfter(certificate.get()), "99991231235959Z");
    X509_set_pubkey(certificate.get(), key);
    if (X509_sign(certificate.get(), key, EVP_sha256()) == 0)
        certificate.reset();
    return certificate;
}

Result<store::SecretBytes> readFile(const std::filesystem::path& file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error)
        return failure(ErrorKind::NotFound, "tls.missing",
                       "There is no TLS identity at " + file.string() + "; 'init' makes one.");
    if (size == 0 || size > kMaximumFile)
        return invalid(file.string());
    store::SecretBytes bytes(size);
    std::ifstream in(file, std::ios::binary);
    if (!in.read(reinterpret_cast<char*>(bytes.bytes().data()), static_cast<std::streamsize>(size)))
        return failure(ErrorKind::Unavailable, "tls.read",
                       "The file " + file.string() + " cannot be read; nothing was changed. Check its owner and mode.");
    return bytes;
}

Result<TlsIdentity> identityOf(EVP_PKEY* key)
{
    const CertificateHandle certificate = selfSigned(key);
    const BioHandle certificateText(BIO_new(BIO_s_mem()));
    const BioHandle keyText(BIO_new(BIO_s_secmem()));
    if (!certificate || !PEM_write_bio_X509(certificateText.get(), certificate.get()) ||
        !PEM_write_bio_PKCS8PrivateKey(keyText.get(), key, nullptr, nullptr, 0, nullptr, nullptr))
        return internal("no certificate");
    const std::string_view keyPem = contents(keyText.get());
    TlsIdentity identity{std::string(contents(certificateText.get())), store::SecretBytes(keyPem.size()),
                         spkiHash(certificate.get())};
    std::memcpy(identity.privateKeyPem.bytes().data(), keyPem.data(), keyPem.size());
    return identity;
}

KeyHandle parseKey(const store::SecretBytes& pem)
{
    const BioHandle text(BIO_new_mem_buf(pem.bytes().data(), static_cast<int>(pem.bytes().size())));
    return KeyHandle(PEM_read_bio_PrivateKey(text.get(), nullptr, nullptr, nullptr));
}

Result<store::SecretBytes> readKey(const std::filesystem::path& file)
{
    ENCOURS_TRY(store::SecretBytes pem, readFile(file));
    struct stat status{};
    if (::stat(file.c_str(), &status) != 0 || (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return failure(ErrorKind::Denied, "tls.permissions",
                       "Others may read the TLS key " + file.string() + "; the centre does not start. Run: chmod 600 " +
                           file.string());
    return pem;
}

} // namespace

Result<TlsIdentity> makeTlsIdentity()
{
    store::ensureCrypto();
    const KeyHandle key(EVP_EC_gen("P-256"));
    if (!key)
        return internal("no key");
    return identityOf(key.get());
}

Result<TlsIdentity> createTlsIdentity(const std::filesystem::path& directory)
{
    const auto write = [&](const char* name, std::span<const std::uint8_t> bytes) {
        return store::writeFileSynced(directory / name, bytes, store::WhenThere::Refuse);
    };
    ENCOURS_TRY(TlsIdentity identity, makeTlsIdentity());
    auto written = write(kKeyFile, identity.privateKeyPem.bytes());
    if (!written && written.error().code == "file.exists") {
        ENCOURS_TRY(const store::SecretBytes pem, readKey(directory / kKeyFile));
        const KeyHandle key = parseKey(pem);
        if (!key)
            return invalid(directory.string());
        ENCOURS_TRY(identity, identityOf(key.get()));
        written = {};
    }
    if (written) {
        const std::string& certificate = identity.certificatePem;
        written =
            write(kCertificateFile, {reinterpret_cast<const std::uint8_t*>(certificate.data()), certificate.size()});
    }
    if (written)
        return identity;
    if (written.error().code == "file.exists")
        return failure(ErrorKind::Refused, "tls.exists",
                       "There is a TLS identity in " + directory.string() + " already; it was left as it is.");
    return std::unexpected(std::move(written).error());
}

Result<TlsIdentity> loadTlsIdentity(const std::filesystem::path& directory)
{
    store::ensureCrypto();
    ENCOURS_TRY(store::SecretBytes keyPem, readKey(directory / kKeyFile));
    ENCOURS_TRY(const store::SecretBytes certificatePem, readFile(directory / kCertificateFile));
    const auto certificateBytes = certificatePem.bytes();
    const BioHandle certificateText(
        BIO_new_mem_buf(certificateBytes.data(), static_cast<int>(certificateBytes.size())));
    const CertificateHandle certificate(PEM_read_bio_X509(certificateText.get(), nullptr, nullptr, nullptr));
    const KeyHandle key = parseKey(keyPem);
    if (!certificate || !key || X509_check_private_key(certificate.get(), key.get()) != 1)
        return invalid(directory.string());
    return TlsIdentity{std::string(certificateBytes.begin(), certificateBytes.end()), std::move(keyPem),
                       spkiHash(certificate.get())};
}

} // namespace encours::central
