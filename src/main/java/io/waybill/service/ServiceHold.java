package io.waybill.service;

import io.waybill.chat.ReplyHold;
import io.waybill.service.ServiceSession.State;
import java.time.Clock;
import java.util.Optional;

/** People do not go on with a customer whose paid time is over and who has not paid for more. */
final class ServiceHold implements ReplyHold {

    private final ServiceSessions sessions;
    private final ServiceStarts starts;
    private final Clock clock;

    ServiceHold(ServiceSessions sessions, ServiceStarts starts, Clock clock) {
        this.sessions = sessions;
        this.starts = starts;
        this.clock = clock;
    }

    @Override
    public Optional<Held> on(long contactId) {
        starts.settle(contactId);
        return sessions.latest(contactId)
                .filter(session -> session.state(clock.instant()) == State.EXPIRED)
                .map(session -> new Held(
                        "The paid time of %s (%d min) was over at %s, and the customer has not renewed. Ask them to renew by POST %s, or end the hold by POST %s to go on about something else."
                                .formatted(
                                        session.productName(),
                                        session.paidMinutes(),
                                        session.expiresAt(),
                                        path(session, "ask-to-renew"),
                                        path(session, "close")),
                        session.id(),
                        path(session, "ask-to-renew"),
                        path(session, "close")));
    }

    private static String path(ServiceSession session, String what) {
        return "/api/v1/services/%d/%s".formatted(session.id(), what);
    }
}
