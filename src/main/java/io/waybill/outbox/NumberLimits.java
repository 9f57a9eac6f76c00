package io.waybill.outbox;

import io.github.bucket4j.TimeMeter;
import io.waybill.notice.Notices;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What each number of ours may send now: Meta's pace, and the gate that holds it while Graph refuses everybody. */
public final class NumberLimits implements AutoCloseable {

    /** For what waits of a number that is not configured any more: it is refused before it is sent. */
    private static final int ANY_PACE = 1;

    private final Function<String, Limits> limits;
    private final Map<String, Limits> byNumber = new ConcurrentHashMap<>();

    NumberLimits(WhatsAppChannels channels, Clock clock, TimeMeter time, Notices notices) {
        limits = number -> {
            ChannelNotices news = new ChannelNotices(notices, number);
            return new Limits(
                    new Pace(
                            channels.of(number)
                                    .map(WhatsAppChannel::messagesPerSecond)
                                    .orElse(ANY_PACE),
                            time),
                    new ChannelGate(clock, news),
                    news);
        };
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

    @Override
    public void close() {
        byNumber.values().forEach(limits -> limits.news().close());
    }

    private record Limits(Pace pace, ChannelGate gate, ChannelNotices news) {}
}
