// SPDX-License-Identifier: Apache-2.0
#include "usecases/say.h"

#include "store/events.h"
#include "store/outbox.h"

namespace encours::usecases {

Result<Event> say(Field& field, const store::Enrolment& self, Saying saying)
{
    Event event;
    event.id = OperationId{field.uuids.next()};
    ENCOURS_TRY(event.saying, store::withBytes(std::move(saying)));
    event.author = self.person;
    event.authorName = self.personName;
    event.madeAt = field.clock.now();
    event.madeOn = parisDay(event.madeAt);
    ENCOURS_TRY(const Operation operation,
                store::appendOperation(field.store, field.tenant, event.id, event.madeAt, event.saying));
    event.order = operation.deviceSeq;
    ENCOURS_CHECK(store::upsertEvent(field.store, field.tenant, event));
    return event;
}

} // namespace encours::usecases
