// SPDX-License-Identifier: Apache-2.0
#include "qml/Bridge/formats.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace encours::app::formats {

namespace {

constexpr const char* kContext = "Errors";

struct Sentence {
    std::string_view code;
    const char* text;
};

// What happened, what is safe, what to do: one sentence each, for people.
constexpr std::array kSentences{
    Sentence{"pin.weak",
             QT_TRANSLATE_NOOP("Errors", "This code is among the first that anyone would try. Choose another.")},
    Sentence{
        "vault.memory",
        QT_TRANSLATE_NOOP(
            "Errors",
            "There is not enough free memory to check the code. Close other apps, then try again; your work is safe.")},
    Sentence{
        "uri.invalid",
        QT_TRANSLATE_NOOP(
            "Errors", "This is not an invitation. Copy the whole line that the office gave you, from encours:// on.")},
    Sentence{
        "enrol.code",
        QT_TRANSLATE_NOOP(
            "Errors",
            "This invitation does not work any more: it serves once, for ten minutes. Ask the office for another.")},
    Sentence{"vault.corrupt",
             QT_TRANSLATE_NOOP("Errors",
                               "The file that keeps the key of this device is damaged, so nothing can be opened. "
                               "Change nothing; tell the office.")},
    Sentence{"vault.missing",
             QT_TRANSLATE_NOOP("Errors", "The file that keeps the key of this device is not there, so nothing can be "
                                         "opened. Change nothing; tell the office.")},
    Sentence{"device.not_enrolled",
             QT_TRANSLATE_NOOP("Errors",
                               "What identifies this device was damaged. What could be read of what you noted is "
                               "kept; ask the office for a new invitation.")},
    Sentence{"device.directory",
             QT_TRANSLATE_NOOP("Errors", "The data of this device cannot be reached. Nothing was changed; tell the "
                                         "office if it stays so.")},
    Sentence{"net.unreachable",
             QT_TRANSLATE_NOOP(
                 "Errors",
                 "The centre cannot be reached. What you note is kept here and goes out when the network is back.")},
    Sentence{"net.timeout",
             QT_TRANSLATE_NOOP("Errors", "The centre does not answer. What you note is kept here and goes out later.")},
    Sentence{"net.cut",
             QT_TRANSLATE_NOOP("Errors", "The connection was cut. Nothing is lost; it will be tried again.")},
    Sentence{"net.pin",
             QT_TRANSLATE_NOOP(
                 "Errors", "Another machine answers in place of the centre, so nothing was sent. Tell the office.")},
    Sentence{
        "net.not_centre",
        QT_TRANSLATE_NOOP(
            "Errors",
            "What answers is not the centre: perhaps the page of a public Wi-Fi. Sign in there, or change networks.")},
    Sentence{"sync.busy", QT_TRANSLATE_NOOP("Errors", "The centre is busy. Nothing is lost; it will be tried again.")},
    Sentence{"sync.upgrade",
             QT_TRANSLATE_NOOP(
                 "Errors", "This version is too old for the centre. What you noted is kept; install the new version.")},
    Sentence{"device.revoked",
             QT_TRANSLATE_NOOP(
                 "Errors", "The office has ended the access of this device. What you noted is kept; ask the office.")},
    Sentence{
        "device.forked",
        QT_TRANSLATE_NOOP(
            "Errors",
            "The centre has met a copy of this device. What you noted is kept; ask the office for a new invitation.")},
    Sentence{"device.lease",
             QT_TRANSLATE_NOOP(
                 "Errors", "This device has not met the centre for too long. Connect to the network and synchronise.")},
    Sentence{"device.locked",
             QT_TRANSLATE_NOOP("Errors",
                               "Encours is already open with these data. Close the other window, then try again.")},
    Sentence{"device.other_person",
             QT_TRANSLATE_NOOP("Errors",
                               "This invitation is for someone else. Nothing was changed; ask the office for yours.")},
    Sentence{
        "store.full",
        QT_TRANSLATE_NOOP(
            "Errors", "There is no room left on this device, so nothing was noted. Free some room, then try again.")},
    Sentence{"store.reading",
             QT_TRANSLATE_NOOP("Errors", "There was no room left on this device when it was opened, so nothing was "
                                         "noted. Free some room, lock Encours and open it again.")},
    Sentence{"store.corrupt",
             QT_TRANSLATE_NOOP("Errors", "The data on this device are damaged. Tell the office before anything else.")},
    Sentence{"attachment.unknown",
             QT_TRANSLATE_NOOP("Errors", "The centre does not have this document yet: the device of its author has not "
                                         "sent it. Nothing is lost; try again later.")},
    Sentence{"attachment.hash", QT_TRANSLATE_NOOP("Errors", "The document did not arrive as the centre holds it, so "
                                                            "nothing of it was kept. Try again.")},
    Sentence{
        "demonstration.no_centre",
        QT_TRANSLATE_NOOP("Errors", "This is the demonstration: no centre is called, and nothing leaves this device.")},
    Sentence{"note.text", QT_TRANSLATE_NOOP("Errors", "A note has between 1 and 4,000 characters. Nothing was noted.")},
    Sentence{"client.unknown", QT_TRANSLATE_NOOP("Errors", "This client is no longer in your portfolio.")},
    Sentence{"promise.sent", QT_TRANSLATE_NOOP("Errors", "The withdrawal was sent already: it stands. Note the promise "
                                                         "again if it holds.")},
    Sentence{"promise.author",
             QT_TRANSLATE_NOOP("Errors", "Only who noted this promise, the salesperson of the client or the "
                                         "office can change it. Nothing was changed.")},
    Sentence{"promise.ended", QT_TRANSLATE_NOOP("Errors", "This promise has ended already. Nothing was changed.")},
    Sentence{"promise.far", QT_TRANSLATE_NOOP("Errors", "A payment is promised only so far ahead; what is longer is a "
                                                        "payment plan. Nothing was noted; choose an earlier day.")},
    Sentence{"promise.past",
             QT_TRANSLATE_NOOP("Errors",
                               "A payment is promised for today or later. Nothing was noted; choose another day.")},
    Sentence{"promise.amount",
             QT_TRANSLATE_NOOP("Errors",
                               "An amount promised is more than zero, and not beyond measure. Nothing was noted.")},
    Sentence{"dispute.twice", QT_TRANSLATE_NOOP("Errors", "This invoice is in dispute already. Nothing was noted; what "
                                                          "is contested of it is answered first.")},
    Sentence{"dispute.residual", QT_TRANSLATE_NOOP("Errors", "More is contested than is left to pay on this invoice. "
                                                             "Nothing was noted; name a smaller amount.")},
    Sentence{"picture.size", QT_TRANSLATE_NOOP("Errors", "This picture is too large to be opened here. What you wrote "
                                                         "stays; choose a smaller one.")},
    Sentence{"picture.unreadable",
             QT_TRANSLATE_NOOP("Errors", "This file is not a picture that can be read here. What you wrote stays; "
                                         "choose a JPEG or a PNG.")},
    Sentence{"picture.unavailable",
             QT_TRANSLATE_NOOP("Errors", "No picture can be chosen on this device. What you wrote stays; note the "
                                         "dispute without one.")},
    Sentence{"net.cancelled",
             QT_TRANSLATE_NOOP("Errors",
                               "The exchange with the centre was stopped. Nothing is lost; it will be tried again.")},
    Sentence{"net.centre_failed",
             QT_TRANSLATE_NOOP("Errors", "The centre cannot answer now. Nothing is lost; it will be tried again.")},
    Sentence{"net.too_large",
             QT_TRANSLATE_NOOP(
                 "Errors",
                 "The centre sent more than this device takes at once, so nothing of it was taken. Tell the office.")},
    Sentence{"protocol.compressed",
             QT_TRANSLATE_NOOP(
                 "Errors",
                 "The answer of the centre arrived damaged, so nothing of it was taken. Nothing is lost; try again.")},
    Sentence{"protocol.malformed",
             QT_TRANSLATE_NOOP(
                 "Errors",
                 "The answer of the centre arrived damaged. What came before is kept, nothing is lost; try again.")},
    Sentence{"protocol.too_large",
             QT_TRANSLATE_NOOP(
                 "Errors",
                 "The centre sent more than this device takes at once, so nothing of it was taken. Tell the office.")},
    Sentence{"protocol.cut",
             QT_TRANSLATE_NOOP("Errors",
                               "The answer of the centre stopped in the middle. What came before is kept; try again.")},
    Sentence{"sync.bundle", QT_TRANSLATE_NOOP("Errors", "The centre sent figures that do not fit those of this device, "
                                                        "so they were not taken. Nothing is lost; tell the office.")},
    Sentence{
        "sync.late",
        QT_TRANSLATE_NOOP(
            "Errors",
            "The answer of the centre was meant for an earlier request and was not used. Nothing is lost; try again.")},
    Sentence{"sync.resets",
             QT_TRANSLATE_NOOP(
                 "Errors", "The centre asks again and again to start anew. What you noted is kept; tell the office.")},
    Sentence{"sync.session",
             QT_TRANSLATE_NOOP("Errors", "The centre wants this device to sign in again. Nothing is lost; try again.")},
    Sentence{"session.challenge",
             QT_TRANSLATE_NOOP("Errors", "The centre wants this device to sign in again. Nothing is lost; try again.")},
    Sentence{"session.expired",
             QT_TRANSLATE_NOOP("Errors", "The centre wants this device to sign in again. Nothing is lost; try again.")},
    Sentence{"sync.stalled",
             QT_TRANSLATE_NOOP("Errors",
                               "The centre announced more and sent nothing. What you noted is kept; try again later.")},
    Sentence{
        "session.refused",
        QT_TRANSLATE_NOOP(
            "Errors",
            "The centre does not recognise this device. What you noted is kept; ask the office for a new invitation.")},
    Sentence{
        "device.unknown",
        QT_TRANSLATE_NOOP(
            "Errors",
            "The centre does not recognise this device. What you noted is kept; ask the office for a new invitation.")},
    Sentence{
        "device.mismatch",
        QT_TRANSLATE_NOOP(
            "Errors",
            "The centre does not recognise this device. What you noted is kept; ask the office for a new invitation.")},
    Sentence{"device.key",
             QT_TRANSLATE_NOOP(
                 "Errors",
                 "The key of this device is damaged. What you noted is kept; ask the office for a new invitation.")},
    Sentence{"enrol.key", QT_TRANSLATE_NOOP("Errors", "The centre does not take the key of this device, and the "
                                                      "invitation has not served. Install the new version.")},
    Sentence{"rate.limited",
             QT_TRANSLATE_NOOP("Errors", "The centre is busy. Nothing is lost; it will be tried again.")},
    Sentence{"central.busy",
             QT_TRANSLATE_NOOP("Errors", "The centre is busy. Nothing is lost; it will be tried again.")},
    Sentence{"central.failed",
             QT_TRANSLATE_NOOP(
                 "Errors", "The centre has a problem of its own. Nothing is lost; tell the office if it stays so.")},
    Sentence{"attachment.stalled",
             QT_TRANSLATE_NOOP(
                 "Errors",
                 "The centre asks again and again for the same document. It is kept on this device; tell the office.")},
    Sentence{"vault.sound",
             QT_TRANSLATE_NOOP(
                 "Errors", "The key of this device is sound, so nothing was put aside. Go back and type your code.")},
    Sentence{"attachment.client",
             QT_TRANSLATE_NOOP("Errors",
                               "The centre does not take this document. It is kept on this device; tell the office.")},
    Sentence{"attachment.media",
             QT_TRANSLATE_NOOP("Errors",
                               "The centre does not take this document. It is kept on this device; tell the office.")},
    Sentence{"attachment.too_many",
             QT_TRANSLATE_NOOP("Errors",
                               "The centre does not take this document. It is kept on this device; tell the office.")},
    Sentence{"protocol.encoding",
             QT_TRANSLATE_NOOP(
                 "Errors",
                 "The centre does not read the language of this version. Nothing is lost; install the new version.")},
    Sentence{"promise.item",
             QT_TRANSLATE_NOOP("Errors", "An invoice has changed since. Nothing was noted; open the client again.")},
    Sentence{"store.io",
             QT_TRANSLATE_NOOP("Errors", "The storage of this device failed: what was being saved may be there or not. "
                                         "Look before you do it again.")},
};

/// Of an error without a sentence of its own. %1 is its code, for the office.
const char* sentenceOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidArgument:
    case ErrorKind::Refused:
        return QT_TRANSLATE_NOOP("Errors", "This cannot be done as things stand; nothing was changed. Open the client "
                                           "again; if it stays so, tell the office (%1).");
    case ErrorKind::NotFound:
        return QT_TRANSLATE_NOOP("Errors", "What this is about is no longer on this device; nothing was changed. Open "
                                           "the client again (%1).");
    case ErrorKind::Denied:
        return QT_TRANSLATE_NOOP("Errors", "This is not open to you; nothing was changed. Ask the office (%1).");
    case ErrorKind::Unavailable:
        return QT_TRANSLATE_NOOP("Errors", "This does not work now; what was saved before is safe. Try again; if it "
                                           "stays so, tell the office (%1).");
    case ErrorKind::Full:
        return QT_TRANSLATE_NOOP("Errors", "There is no room left on this device; what was saved before is safe. Free "
                                           "some space, then try again (%1).");
    case ErrorKind::Corrupt:
        return QT_TRANSLATE_NOOP("Errors",
                                 "What is stored here is damaged; nothing was changed. Close the app and open "
                                 "it again: it mends what it can (%1).");
    case ErrorKind::Internal: break;
    }
    return QT_TRANSLATE_NOOP("Errors", "A fault of this app; nothing was changed. Tell the office (%1).");
}

} // namespace

QString error(const Error& error)
{
    const auto found = std::ranges::find(kSentences, error.code, &Sentence::code);
    if (found != kSentences.end())
        return QCoreApplication::translate(kContext, found->text);
    if (QLocale().language() == QLocale::English)
        return QString::fromStdString(error.message); // tells more than its kind
    return QCoreApplication::translate(kContext, sentenceOf(error.kind)).arg(QString::fromStdString(error.code));
}

} // namespace encours::app::formats
