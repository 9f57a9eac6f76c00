package io.waybill.service;

import io.waybill.access.ForApiKey;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.access.Scope;
import io.waybill.service.ServiceEnds.Answer;
import io.waybill.service.ServiceSession.State;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows what time customers have paid for and how much of it is left, has them asked to renew, and ends what holds people. */
@RestController
@RequestMapping("/api/v1/services")
@Needs(Permission.SERVICES_READ)
class ServiceController {

    private static final int MOST = 500;
    private static final int REASON_MOST = 500;

    private final ServiceSessions sessions;
    private final ServiceStarts starts;
    private final ServiceEnds ends;
    private final Clock clock;

    ServiceController(ServiceSessions sessions, ServiceStarts starts, ServiceEnds ends, Clock clock) {
        this.sessions = sessions;
        this.starts = starts;
        this.ends = ends;
        this.clock = clock;
    }

    record ServiceList(List<ServiceView> services) {}

    record Product(String externalProductId, String name) {}

    /**
     * @param state ready, active, expired or closed
     * @param remainingSeconds the paid time less what has gone of it
     * @param askedAt when the customer was last asked to renew
     */
    record ServiceView(
            long id,
            String state,
            String externalOrderId,
            @Nullable String orderNumber,
            long contactId,
            Product product,
            int paidMinutes,
            Instant readyAt,
            @Nullable Instant startedAt,
            @Nullable Instant expiresAt,
            long remainingSeconds,
            @Nullable Instant askedAt,
            @Nullable Instant closedAt,
            @Nullable String closedBy,
            @Nullable String closeReason) {

        static ServiceView of(ServiceSession session, Instant now) {
            return new ServiceView(
                    session.id(),
                    session.state(now).key(),
                    session.externalOrderId(),
                    session.orderNumber(),
                    session.contactId(),
                    new Product(session.externalProductId(), session.productName()),
                    session.paidMinutes(),
                    session.readyAt(),
                    session.startedAt(),
                    session.expiresAt(),
                    session.remaining(now).toSeconds(),
                    session.askedAt(),
                    session.closedAt(),
                    session.closedBy(),
                    session.closeReason());
        }
    }

    record Closing(@Nullable String reason) {}

    /** @param sentAs message or template */
    record Asked(String sentAs) {}

    /**
     * The newest first.
     *
     * @param before the id of the last service of the page before
     */
    @GetMapping
    @ForApiKey(Scope.SERVICES_READ)
    ServiceList list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Long contact,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        State wanted = state == null ? null : state(state);
        starts.settle();
        Instant now = clock.instant();
        return new ServiceList(sessions.list(wanted, contact, before, Math.clamp(limit, 1, MOST)).stream()
                .map(session -> ServiceView.of(session, now))
                .toList());
    }

    @GetMapping("/{id}")
    @ForApiKey(Scope.SERVICES_READ)
    ServiceView one(@PathVariable long id) {
        ServiceSession known = sessions.find(id).orElseThrow(() -> unknown(id));
        starts.settle(known.contactId());
        return ServiceView.of(sessions.find(id).orElseThrow(() -> unknown(id)), clock.instant());
    }

    /** Sends the question with the button Renew, or the template mapped to it. */
    @PostMapping("/{id}/ask-to-renew")
    @ForApiKey(Scope.MESSAGES_WRITE)
    @Needs(Permission.SERVICES_RUN)
    Asked askToRenew(@PathVariable long id) {
        return new Asked(done(id, ends.ask(id)).what());
    }

    /** People may write to the customer again. */
    @PostMapping("/{id}/close")
    @Needs(Permission.SERVICES_RUN)
    ServiceView close(
            @PathVariable long id, @RequestBody(required = false) @Nullable Closing closing, Principal principal) {
        done(id, ends.close(id, principal.getName(), reason(closing)));
        return one(id);
    }

    private static Answer.Done done(long id, Optional<Answer> answer) {
        return switch (answer.orElseThrow(() -> unknown(id))) {
            case Answer.Done done -> done;
            case Answer.Refused(String why) -> throw new ResponseStatusException(HttpStatus.CONFLICT, why);
        };
    }

    private static @Nullable String reason(@Nullable Closing closing) {
        String reason = closing == null ? null : closing.reason();
        if (reason != null && reason.length() > REASON_MOST) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "\"reason\" has at most %d characters.".formatted(REASON_MOST));
        }
        return reason == null || reason.isBlank() ? null : reason;
    }

    private static State state(String key) {
        return State.of(key)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "A service is ready, active, expired or closed, not \"%s\".".formatted(key)));
    }

    private static ResponseStatusException unknown(long id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no service %d.".formatted(id));
    }
}
