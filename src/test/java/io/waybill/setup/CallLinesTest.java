package io.waybill.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.webhook.WebhookCalls.Kind;
import io.waybill.webhook.WebhookCalls.Seen;
import io.waybill.whatsapp.WhatsAppChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallLinesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final WhatsAppChannel CHANNEL =
            new WhatsAppChannel("main", true, "1", "2", () -> "t", "s", "v", () -> "http://g", "v25.0", 80);

    private final Map<Kind, Seen> calls = new HashMap<>();

    @Test
    void isGreenWhileGenuineCallsCome() {
        called(Kind.HANDSHAKE_REFUSED, 1, Duration.ofDays(3));
        called(Kind.HANDSHAKE, 0, Duration.ofDays(2));
        called(Kind.WRONGLY_SIGNED, 2, Duration.ofHours(2));
        called(Kind.GENUINE, 40, Duration.ofHours(1));

        assertThat(states())
                .containsOnly(
                        Map.entry(Check.HANDSHAKE, State.OK),
                        Map.entry(Check.WEBHOOK, State.OK),
                        Map.entry(Check.SIGNATURE, State.OK));
    }

    @Test
    void warnsAfterAWeekOfSilence() {
        called(Kind.GENUINE, 0, Duration.ofDays(8));

        assertThat(states()).containsEntry(Check.WEBHOOK, State.WARNING).containsEntry(Check.HANDSHAKE, State.OK);
    }

    @Test
    void tellsAWrongSecretFromAStranger() {
        called(Kind.WRONGLY_SIGNED, 3, Duration.ofHours(1));
        assertThat(states()).containsEntry(Check.SIGNATURE, State.ERROR);

        called(Kind.GENUINE, 0, Duration.ofDays(4));
        assertThat(states()).containsEntry(Check.SIGNATURE, State.ERROR);

        called(Kind.GENUINE, 5, Duration.ofHours(2));
        assertThat(states()).containsEntry(Check.SIGNATURE, State.WARNING);

        called(Kind.GENUINE, 6, Duration.ofMinutes(1));
        assertThat(states()).containsEntry(Check.SIGNATURE, State.OK);
    }

    @Test
    void tellsAWrongVerifyTokenUntilAnotherIsTried() {
        called(Kind.HANDSHAKE, 1, Duration.ofHours(3));
        called(Kind.HANDSHAKE_REFUSED, 1, Duration.ofHours(1));
        assertThat(states()).containsEntry(Check.HANDSHAKE, State.ERROR);

        called(Kind.HANDSHAKE, 1, Duration.ofMinutes(1));
        assertThat(states()).containsEntry(Check.HANDSHAKE, State.OK);
    }

    private void called(Kind kind, long lately, Duration ago) {
        calls.put(kind, new Seen(lately, NOW.minus(ago)));
    }

    private Map<Check, State> states() {
        Lines lines = new Lines(CHANNEL);
        new CallLines(calls, lines).tell(NOW);
        Map<Check, State> states = new HashMap<>();
        lines.all().forEach(line -> states.put(line.check(), line.state()));
        return states;
    }
}
