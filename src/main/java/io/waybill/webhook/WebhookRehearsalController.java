package io.waybill.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.inbox.UnhandledUpdates;
import io.waybill.inbox.UnhandledUpdates.UnhandledUpdate;
import io.waybill.webhook.WebhookRehearsal.Part;
import io.waybill.whatsapp.MalformedPayload;
import io.waybill.whatsapp.WhatsAppChannels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What a call of Meta's would do, without doing it. */
@RestController
@RequestMapping("/api/v1/webhook-calls")
@Needs(Permission.OPERATIONS_READ)
class WebhookRehearsalController {

    private static final int MOST = 100;

    private final WebhookRehearsal rehearsal;
    private final UnhandledUpdates unhandled;
    private final WhatsAppChannels channels;
    private final ObjectMapper json;

    WebhookRehearsalController(
            WebhookRehearsal rehearsal, UnhandledUpdates unhandled, WhatsAppChannels channels, ObjectMapper json) {
        this.rehearsal = rehearsal;
        this.unhandled = unhandled;
        this.channels = channels;
        this.json = json;
    }

    /** Nothing is kept, answered or changed, whatever the body says; its signature is not looked at. */
    @PostMapping("/rehearse")
    RehearsalView rehearse(@RequestBody Rehearsed rehearsed) {
        if (rehearsed.body() == null || rehearsed.body().isBlank()) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "\"body\" is what Meta would send, as text.");
        }
        byte[] body = rehearsed.body().getBytes(StandardCharsets.UTF_8);
        if (body.length > WebhookController.LARGEST_BODY) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, "Meta sends up to 3 MB at once.");
        }
        try {
            return new RehearsalView(
                    rehearsal.of(body).stream().map(PartView::of).toList());
        } catch (MalformedPayload e) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "It would be refused, and Meta would send it again. " + e.getMessage(),
                    e);
        }
    }

    /**
     * What came and was kept aside, the newest first, as a body that can be rehearsed.
     *
     * @param before {@code id} of the last one of the page before
     */
    @GetMapping("/aside")
    @Needs({Permission.OPERATIONS_READ, Permission.PERSONAL_DATA})
    AsideList aside(
            @RequestParam(required = false) @Nullable Long before, @RequestParam(defaultValue = "20") int limit) {
        return new AsideList(
                unhandled.before(before == null ? Long.MAX_VALUE : before, Math.clamp(limit, 1, MOST)).stream()
                        .map(update -> new AsideView(
                                update.id(), update.receivedAt(), update.kind(), update.reason(), body(update)))
                        .toList());
    }

    /** Only the part that was kept aside is known of a call: it is put into an envelope again. */
    private String body(UnhandledUpdate update) {
        JsonNode part;
        try {
            part = json.readTree(update.payload());
        } catch (JsonProcessingException e) {
            return update.payload();
        }
        ObjectNode body = json.createObjectNode().put("object", "whatsapp_business_account");
        ObjectNode change = body.putArray("entry")
                .addObject()
                .put("id", channels.main().businessAccountId())
                .putArray("changes")
                .addObject();
        if (part.has("message")) {
            ObjectNode value = change.put("field", "messages").putObject("value");
            value.put("messaging_product", "whatsapp")
                    .putObject("metadata")
                    .put("phone_number_id", channels.main().phoneNumberId());
            if (part.has("contact")) {
                value.putArray("contacts").add(part.path("contact"));
            }
            value.putArray("messages").add(part.path("message"));
        } else {
            change.put("field", update.kind()).set("value", part);
        }
        return body.toPrettyString();
    }

    record Rehearsed(@Nullable String body) {}

    record RehearsalView(List<PartView> parts) {}

    /**
     * @param kind message, echo, status, person, template, account or other
     * @param effect taken, duplicate or aside
     * @param what it says, in a line
     * @param sentence what would become of it
     * @param message ours that a status is about
     */
    record PartView(
            String kind,
            String effect,
            String what,
            String sentence,
            @Nullable String message) {

        static PartView of(Part part) {
            return new PartView(
                    part.kind(),
                    part.effect().name().toLowerCase(Locale.ROOT),
                    part.what(),
                    part.sentence(),
                    part.message());
        }
    }

    record AsideList(List<AsideView> updates) {}

    /** @param body as Meta may have sent it */
    record AsideView(long id, Instant receivedAt, String kind, String reason, String body) {}
}
