package io.waybill.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.inbox.InboxFull;
import io.waybill.outbox.OutboxFull;
import io.waybill.webhook.Callbacks.Callback;
import io.waybill.webhook.WebhookCalls.Kind;
import io.waybill.whatsapp.MalformedPayload;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where Meta delivers. 200 means committed; anything Meta should send again gets another status.
 *
 * <p>The body is read as bytes and hashed before anything parses it: Meta signs the bytes, not the JSON value.
 */
@RestController
class WebhookController {

    /** Meta sends up to 3 MB in a POST. */
    static final int LARGEST_BODY = 3 * 1024 * 1024;

    private static final String OTHER_TOKEN =
            "it is a handshake with a verify token that is not waybill.whatsapp.verify-token, or that of the number in its path.";
    private static final String OTHER_SIGNATURE =
            "it is not signed with waybill.whatsapp.app-secret, or that of the number in its path. If Meta sent it, copy the secret of the app again.";

    private static final String NO_DATABASE =
            "the database does not take it, so Meta sends it again. Check that PostgreSQL runs and has space.";

    private static final String TOO_MANY =
            "as many as waybill.webhooks.at-once are being stored already, so Meta sends it again. If that stays so, PostgreSQL or the machine is too slow for what comes in.";

    private static final Logger log = LoggerFactory.getLogger(WebhookController.class);

    private final Callbacks callbacks;
    private final Webhook webhook;
    private final WebhookCalls calls;
    private final RefusalLog refusals;
    private final MeterRegistry meters;
    private final Semaphore room;

    WebhookController(
            Callbacks callbacks,
            Webhook webhook,
            WebhookCalls calls,
            RefusalLog refusals,
            MeterRegistry meters,
            WebhookLimits limits) {
        this.callbacks = callbacks;
        this.webhook = webhook;
        this.calls = calls;
        this.refusals = refusals;
        this.meters = meters;
        this.room = new Semaphore(limits.usable().atOnce());
    }

    /** @param number the name of one that has an app of its own; null: the main one */
    @GetMapping({"/webhooks/whatsapp", "/webhooks/whatsapp/{number}"})
    ResponseEntity<String> verify(
            @PathVariable(required = false) @Nullable String number,
            @RequestParam(name = "hub.mode", required = false) @Nullable String mode,
            @RequestParam(name = "hub.verify_token", required = false) @Nullable String token,
            @RequestParam(name = "hub.challenge", required = false) @Nullable String challenge) {
        Callback callback = callback(number);
        return switch (callback.verification().check(mode, token, challenge)) {
            case WebhookVerification.Answer.Accepted accepted -> {
                calls.seen(callback.name(), Kind.HANDSHAKE);
                yield ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(accepted.challenge());
            }
            case WebhookVerification.Answer.Refused refused -> {
                calls.seen(callback.name(), Kind.HANDSHAKE_REFUSED);
                refusals.refused(OTHER_TOKEN);
                yield rejected(HttpStatus.FORBIDDEN, "verify token");
            }
            case WebhookVerification.Answer.Incomplete incomplete ->
                rejected(HttpStatus.BAD_REQUEST, "incomplete handshake");
        };
    }

    /** @param number the name of one that has an app of its own; null: the main one */
    @PostMapping({"/webhooks/whatsapp", "/webhooks/whatsapp/{number}"})
    ResponseEntity<String> receive(
            @PathVariable(required = false) @Nullable String number,
            HttpServletRequest request,
            @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String signed)
            throws IOException {
        Callback callback = callback(number);
        if (!room.tryAcquire()) {
            refusals.refused(TOO_MANY);
            return rejected(HttpStatus.SERVICE_UNAVAILABLE, "overloaded");
        }
        try {
            return taken(callback, request, signed);
        } finally {
            room.release();
        }
    }

    private Callback callback(@Nullable String number) {
        return number == null
                ? callbacks.main()
                : callbacks.named(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ResponseEntity<String> taken(Callback callback, HttpServletRequest request, @Nullable String signed)
            throws IOException {
        if (request.getContentLengthLong() > LARGEST_BODY) {
            return rejected(HttpStatus.PAYLOAD_TOO_LARGE, "too large");
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return rejected(HttpStatus.PAYLOAD_TOO_LARGE, "too large");
        }
        if (!callback.signature().matches(body, signed)) {
            calls.seen(callback.name(), Kind.WRONGLY_SIGNED);
            refusals.refused(OTHER_SIGNATURE);
            return rejected(HttpStatus.UNAUTHORIZED, "signature");
        }
        calls.seen(callback.name(), Kind.GENUINE);
        try {
            webhook.receive(body, callback.phoneNumberIds());
            return ResponseEntity.ok().build();
        } catch (MalformedPayload e) {
            log.warn("A signed webhook body is not readable: {}", e.getMessage());
            return rejected(HttpStatus.BAD_REQUEST, "malformed");
        } catch (InboxFull | OutboxFull e) {
            log.warn("A webhook call is refused, Meta sends it again: {}", e.getMessage());
            return rejected(HttpStatus.SERVICE_UNAVAILABLE, "overloaded");
        } catch (DataAccessException | TransactionException e) {
            refusals.refused(NO_DATABASE);
            log.debug("The database refused a webhook call.", e);
            return rejected(HttpStatus.SERVICE_UNAVAILABLE, "database");
        }
    }

    private ResponseEntity<String> rejected(HttpStatus status, String reason) {
        meters.counter("waybill.webhook.rejected", "reason", reason).increment();
        return ResponseEntity.status(status).build();
    }
}
