package io.waybill.outbox;

import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What each number of ours may send now: Meta's pace, and the gate that holds it while Graph refuses everybody. */
public final class NumberLimits {

    /** For what waits of a number that is not configured any more: it is refused before it is sent. */
    private static final int ANY_PACE = 1;

    private final Function<String, Limits> limits;
    private final Map<String, Limits> byNumber = new ConcurrentHashMap<>();

    public NumberLimits(WhatsAppChannels channels, Clock clock) {
        limits = number -> new Limits(
                new Pace(channels.of(number)
                        .map(WhatsAppChannel::messagesPerSecond)
                        .orElse(ANY_PACE)),
                new ChannelGate(clock));
        channels.all().forEach(channel -> of(channel.phoneNumberId()));
    }

    /** The number stands still because of its configuration, for example an expired token. */
    public boolean stopped(String phoneNumberId) {
        return gate(phoneNumberId).stopped();
    }

    Pace pace(String phoneNumberId) {
        return of(phoneNumberId).pace();
    }

    ChannelGate gate(String phoneNumberId) {
        return of(phoneNumberId).gate();
    }

    private Limits of(String phoneNumberId) {
        return byNumber.computeIfAbsent(phoneNumberId, limits);
    }

    private record Limits(Pace pace, ChannelGate gate) {}
}
