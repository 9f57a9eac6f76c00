package io.waybill.hook;

import io.waybill.access.ForApiKey;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.access.Scope;
import io.waybill.hook.DeliveryLog.Logged;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What came of the events for a hook; has them sent again, or a new one to try it out. */
@RestController
@RequestMapping("/api/v1/hooks/{id}")
@ForApiKey(Scope.HOOKS_MANAGE)
@Needs(Permission.ERP_EDIT)
class HookDeliveryController {

    private static final int MOST = 200;

    private final VisibleHooks visible;
    private final DeliveryLog deliveries;
    private final Replays replays;

    HookDeliveryController(VisibleHooks visible, DeliveryLog deliveries, Replays replays) {
        this.visible = visible;
        this.deliveries = deliveries;
        this.replays = replays;
    }

    /**
     * The newest first.
     *
     * @param state waiting, delivered or failed
     * @param before the id of the last one of an earlier page
     */
    @GetMapping("/deliveries")
    @Needs(Permission.ERP_READ)
    DeliveryList deliveries(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        visible.get(id);
        if (limit < 1 || limit > MOST) {
            throw unfit("limit is 1 to %d, not %d.".formatted(MOST, limit));
        }
        return new DeliveryList(deliveries.of(id, state(state), before, limit).stream()
                .map(DeliveryView::of)
                .toList());
    }

    @PostMapping("/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Ping test(@PathVariable long id) {
        refuseUnlessOn(visible.get(id));
        return new Ping(replays.ping(id));
    }

    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Replayed replay(@PathVariable long id, @RequestBody WantedReplay wanted) {
        refuseUnlessOn(visible.get(id));
        if (wanted.delivery() != null) {
            return replay(id, wanted.delivery());
        }
        if (wanted.from() == null || wanted.to() == null || !wanted.from().isBefore(wanted.to())) {
            throw unfit("Say which \"delivery\", or \"from\" and \"to\": a period begins before it ends.");
        }
        if (replays.count(id, wanted.from(), wanted.to()) > Replays.MOST) {
            throw unfit("More than %d events happened in this period. Replay it in parts.".formatted(Replays.MOST));
        }
        return new Replayed(replays.period(id, wanted.from(), wanted.to()));
    }

    private Replayed replay(long id, long delivery) {
        if (!replays.delivery(id, delivery)) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "Hook %d has no delivery %d whose event does not wait already.".formatted(id, delivery));
        }
        return new Replayed(1);
    }

    private static void refuseUnlessOn(Hook hook) {
        if (!hook.enabled()) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "Hook %d is off. Switch it on first.".formatted(hook.id()));
        }
    }

    private static DeliveryLog.@Nullable State state(@Nullable String wanted) {
        return wanted == null
                ? null
                : Arrays.stream(DeliveryLog.State.values())
                        .filter(state -> text(state).equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> unfit("state is waiting, delivered or failed, not %s.".formatted(wanted)));
    }

    private static String text(DeliveryLog.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static ResponseStatusException unfit(String sentence) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }

    /** One delivery, or all events from {@code from} until before {@code to}. */
    record WantedReplay(
            @Nullable Long delivery,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** @param replayed how many events are sent again */
    record Replayed(int replayed) {}

    /** @param delivery where to see what comes of it */
    record Ping(long delivery) {}

    record DeliveryList(List<DeliveryView> deliveries) {}

    /** @param event the header {@code webhook-id} */
    record DeliveryView(
            long id,
            String event,
            String type,
            String subject,
            Instant occurredAt,
            String state,
            Instant createdAt,
            @Nullable Instant nextAttemptAt,
            List<Attempt> attempts) {

        static DeliveryView of(Logged logged) {
            return new DeliveryView(
                    logged.id(),
                    logged.eventId(),
                    logged.type(),
                    logged.subject(),
                    logged.occurredAt(),
                    text(logged.state()),
                    logged.createdAt(),
                    logged.nextAttemptAt(),
                    logged.attempts());
        }
    }
}
