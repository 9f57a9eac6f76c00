package io.waybill.setup;

import io.waybill.whatsapp.GraphAsk;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Looks at all that must be right for messages to go out and come in, for each number. */
public final class SetupCheck {

    private final WhatsAppChannels channels;
    private final GraphAsk graph;
    private final Clock clock;
    private final Experience experience;

    SetupCheck(WhatsAppChannels channels, GraphAsk graph, Clock clock, Experience experience) {
        this.channels = channels;
        this.graph = graph;
        this.clock = clock;
        this.experience = experience;
    }

    /** Without a gateway that runs: what only that one knows is unknown. */
    public static SetupCheck ofGraphAlone(WhatsAppChannels channels, GraphAsk graph, Clock clock) {
        return new SetupCheck(
                channels,
                graph,
                clock,
                (channel, lines) -> List.of(
                                Check.HANDSHAKE, Check.WEBHOOK, Check.SIGNATURE, Check.ROUND_TRIP, Check.TEMPLATES)
                        .forEach(check -> lines.unknown(
                                check, "Only the running gateway knows.", "Ask it by POST /api/v1/whatsapp/check.")));
    }

    /** What only a gateway knows that runs: who called it, and what arrived. */
    @FunctionalInterface
    interface Experience {

        void tell(WhatsAppChannel channel, Lines lines);
    }

    /** @param fix whether a missing subscription may be made */
    public SetupReport check(boolean fix) {
        return new SetupReport(
                clock.instant(),
                channels.all().stream()
                        .flatMap(channel -> check(channel, fix).stream())
                        .toList());
    }

    private List<Line> check(WhatsAppChannel channel, boolean fix) {
        Lines lines = new Lines(channel);
        if (!channel.real()) {
            lines.warning(
                    Check.CHANNEL,
                    "The simulator is in use: no number is connected.",
                    "Set waybill.whatsapp.phone-number-id, access-token, app-secret and verify-token: docs/whatsapp.md.");
            return lines.all();
        }
        lines.ok(Check.CHANNEL, "The number id %s is configured.".formatted(channel.phoneNumberId()));
        GraphVersions.check(channel.graphVersion(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), lines);
        new GraphLines(graph, clock, channel, lines).ask(fix);
        experience.tell(channel, lines);
        return lines.all();
    }
}
