package io.waybill.live;

import io.waybill.access.Caller;
import io.waybill.access.Needs;
import io.waybill.access.OpenSessions;
import io.waybill.live.LiveEvents.Listener;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@Needs({})
class LiveController {

    private final LiveEvents events;
    private final OpenSessions sessions;

    LiveController(LiveEvents events, OpenSessions sessions) {
        this.events = events;
        this.sessions = sessions;
    }

    @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(Authentication reader, HttpServletResponse response) {
        // Proxies that buffer would hold events back.
        response.setHeader("X-Accel-Buffering", "no");
        return events.open(
                new Listener(reader.getName(), Set.copyOf(Caller.roles(reader)), () -> sessions.areAsTheyWere(reader)));
    }
}
