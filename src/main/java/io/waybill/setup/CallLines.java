package io.waybill.setup;

import io.waybill.webhook.WebhookCalls.Kind;
import io.waybill.webhook.WebhookCalls.Seen;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** What the calls of the webhook tell: is it Meta's, does it come, and does the app secret fit. */
final class CallLines {

    private static final Duration SILENCE = Duration.ofDays(7);
    private static final Seen NEVER = new Seen(0, Instant.MIN);

    private final Seen genuine;
    private final Seen wrong;
    private final Seen shaken;
    private final Seen refused;
    private final Lines lines;

    CallLines(Map<Kind, Seen> calls, Lines lines) {
        this.genuine = calls.getOrDefault(Kind.GENUINE, NEVER);
        this.wrong = calls.getOrDefault(Kind.WRONGLY_SIGNED, NEVER);
        this.shaken = calls.getOrDefault(Kind.HANDSHAKE, NEVER);
        this.refused = calls.getOrDefault(Kind.HANDSHAKE_REFUSED, NEVER);
        this.lines = lines;
    }

    void tell(Instant now) {
        handshake();
        webhook(now);
        signature();
    }

    private void handshake() {
        if (refused.lastAt().isAfter(shaken.lastAt()) && refused.lastAt().isAfter(genuine.lastAt())) {
            lines.error(
                    Check.HANDSHAKE,
                    "Somebody shook hands with another verify token, at %s.".formatted(minute(refused)),
                    "Enter the value of waybill.whatsapp.verify-token as verify token at the callback URL in the app's dashboard.");
        } else if (shaken != NEVER) {
            lines.ok(Check.HANDSHAKE, "Meta verified the callback URL at %s.".formatted(minute(shaken)));
        } else if (genuine != NEVER) {
            lines.ok(Check.HANDSHAKE, "Meta calls, so it has verified the callback URL.");
        } else {
            lines.warning(
                    Check.HANDSHAKE,
                    "Meta has not verified the callback URL.",
                    "Enter the address of /webhooks/whatsapp and the verify token in the app's dashboard, under WhatsApp, Configuration.");
        }
    }

    private void webhook(Instant now) {
        if (genuine == NEVER) {
            lines.warning(
                    Check.WEBHOOK,
                    "No genuine call of Meta's has come yet.",
                    "Subscribe the app to the field \"messages\", and write to the number from a phone.");
        } else if (genuine.lastAt().plus(SILENCE).isBefore(now)) {
            lines.warning(
                    Check.WEBHOOK,
                    "The last genuine call of Meta's came at %s.".formatted(minute(genuine)),
                    "Write to the number from a phone; if nothing comes, see the lines above.");
        } else {
            lines.ok(
                    Check.WEBHOOK,
                    "The last genuine call of Meta's came at %s; %d since yesterday."
                            .formatted(minute(genuine), genuine.lately()));
        }
    }

    private void signature() {
        String copy =
                "Copy the app secret from the app's dashboard, under App settings, Basic, into waybill.whatsapp.app-secret.";
        if (wrong.lately() > 0 && genuine.lately() == 0) {
            lines.error(
                    Check.SIGNATURE,
                    "Calls come, all wrongly signed (%d since yesterday, the last at %s): waybill.whatsapp.app-secret is not that of the app."
                            .formatted(wrong.lately(), minute(wrong)),
                    copy);
        } else if (wrong.lately() > 0 && wrong.lastAt().isAfter(genuine.lastAt())) {
            lines.warning(
                    Check.SIGNATURE,
                    "The last call was wrongly signed, at %s; %d since yesterday. It was a stranger, or the secret of the app has changed."
                            .formatted(minute(wrong), wrong.lately()),
                    copy);
        } else if (genuine == NEVER) {
            lines.unknown(
                    Check.SIGNATURE,
                    "Whether waybill.whatsapp.app-secret is right shows at the first call.",
                    "Write to the number from a phone.");
        } else {
            lines.ok(
                    Check.SIGNATURE,
                    "The app secret is right; %d calls since yesterday were wrongly signed.".formatted(wrong.lately()));
        }
    }

    private static String minute(Seen seen) {
        return seen.lastAt().truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
