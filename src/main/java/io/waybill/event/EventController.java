package io.waybill.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.waybill.event.Events.UnfitEvent;
import io.waybill.posted.PostedJson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where the ERP, a shop or a payment system says what happened: signed as Standard Webhooks are, each event once. 200 means committed,
 * whatever came of it; 401 and 422 will not change when it is sent again; anything else is to be sent again.
 */
@RestController
class EventController {

    static final int LARGEST_BODY = 256 * 1024;

    private static final Logger log = LoggerFactory.getLogger(EventController.class);

    private final EventSignature signature;
    private final Events events;
    private final ObjectMapper json;

    EventController(EventSignature signature, Events events, ObjectMapper json) {
        this.signature = signature;
        this.events = events;
        this.json = PostedJson.reader(json);
    }

    /** @param result changed, known, late, flagged, no-such-order or repeated */
    record Taken(String result) {}

    @RequestBody(
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReceivedEvent.class)))
    @PostMapping("/api/v1/events")
    Taken take(
            @RequestHeader(name = "webhook-id", required = false) @Nullable String id,
            @RequestHeader(name = "webhook-timestamp", required = false) @Nullable String timestamp,
            @RequestHeader(name = "webhook-signature", required = false) @Nullable String signatures,
            HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE, "An event has at most 256 KB.");
        }
        String problem = signature.problem(id, timestamp, signatures, body);
        if (problem != null || id == null) {
            log.warn("An event was refused: {}", problem);
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, problem);
        }
        return new Taken(events.take(id, read(body)).key());
    }

    private ReceivedEvent read(byte[] body) throws IOException {
        try {
            return json.readValue(body, ReceivedEvent.class);
        } catch (JsonProcessingException | PostedJson.Unstorable e) {
            throw new UnfitEvent("The body is no event in JSON: " + reason(e));
        }
    }

    private static String reason(IOException e) {
        return PostedJson.Unstorable.in(e)
                .map(Throwable::getMessage)
                .orElseGet(
                        () -> e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unfit(UnfitEvent e) {
        return ResponseEntity.unprocessableEntity()
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage()));
    }
}
