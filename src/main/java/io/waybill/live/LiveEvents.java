package io.waybill.live;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open browsers that something changed; they ask for it themselves, so an event carries nothing secret. */
@Component
public class LiveEvents {

    private static final long HEARTBEAT_MILLIS = 20_000;
    private static final long NEVER = 0;

    private final Map<SseEmitter, Listener> listeners = new ConcurrentHashMap<>();

    /**
     * Who sits at a browser.
     *
     * @param stays while they are signed in and may do the same
     */
    public record Listener(String name, Set<String> roles, BooleanSupplier stays) {}

    /** A stream that stays open until the browser of {@code listener} leaves. */
    SseEmitter open(Listener listener) {
        SseEmitter emitter = new SseEmitter(NEVER);
        emitter.onCompletion(() -> listeners.remove(emitter));
        emitter.onError(error -> listeners.remove(emitter));
        listeners.put(emitter, listener);
        send(emitter, SseEmitter.event().comment("open"));
        return emitter;
    }

    /** Says that {@code data} of the kind {@code name} changed; never waits for a browser that is gone. */
    public void tell(String name, Object data) {
        tell(listener -> true, name, data);
    }

    /** The same, to some only. */
    public void tell(Predicate<Listener> to, String name, Object data) {
        listeners.forEach((emitter, listener) -> {
            if (to.test(listener)) {
                send(emitter, SseEmitter.event().name(name).data(data));
            }
        });
    }

    /** The names of those whose browser is open here. */
    public Set<String> listening() {
        return listeners.values().stream().map(Listener::name).collect(Collectors.toSet());
    }

    /** A stream that is open would keep the server from stopping for as long as it waits for answers. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        listeners.keySet().forEach(SseEmitter::complete);
    }

    @Scheduled(fixedDelay = HEARTBEAT_MILLIS)
    void heartbeat() {
        listeners.forEach((emitter, listener) -> {
            if (listener.stays().getAsBoolean()) {
                send(emitter, SseEmitter.event().comment("alive"));
            } else {
                // The browser comes again at once, as whoever is at it then.
                listeners.remove(emitter);
                emitter.complete();
            }
        });
    }

    private void send(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            // The browser has gone; its stream is closed by the server.
            listeners.remove(emitter);
        }
    }
}
