// SPDX-License-Identifier: Apache-2.0
#include "sync/device/problem.h"

#include "base/text.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/limits.h"

namespace encours::device {

namespace {

ErrorKind kindOf(int status)
{
    if (status == 401 || status == 403)
        return ErrorKind::Denied;
    if (status == 429 || status >= 500)
        return ErrorKind::Unavailable;
    return ErrorKind::Refused;
}

} // namespace

Error toError(const HttpResponse& response)
{
    const Error notCentre{ErrorKind::Unavailable, "net.not_centre",
                          "What answers is not a centre of Encours, or not of this version; nothing is lost. Check the "
                          "address with the office."};
    if (response.status < 400 || response.body.size() > protocol::kMaximumSmallAnswerBytes)
        return notCentre;
    Result<protocol::Problem> problem = protocol::decodeProblem(response.body);
    if (!problem || problem->code.empty() || problem->message.empty())
        return response.status >= 500 ? Error{ErrorKind::Unavailable, "net.centre_failed",
                                              "The centre cannot answer now; nothing is lost. Try again later."}
                                      : notCentre;
    return {kindOf(response.status), std::move(problem->code), std::move(problem->message)};
}

} // namespace encours::device
