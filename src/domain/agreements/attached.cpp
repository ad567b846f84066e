// SPDX-License-Identifier: Apache-2.0
#include "domain/agreements/attached.h"

namespace encours {

std::vector<Sha256> attachedTo(std::span<const Event> events, const Uuid& object)
{
    std::vector<Sha256> documents;
    for (const Event& event : events) {
        const auto* attached = std::get_if<Attached>(&event.saying.content);
        if (attached && event.saying.object == object && !std::ranges::contains(documents, attached->document))
            documents.push_back(attached->document);
    }
    return documents;
}

} // namespace encours
