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
    private volatile int nodes = 1;

    NumberLimits(WhatsAppChannels channels, Clock clock, TimeMeter time, Notices notices) {
        limits = number -> {
            ChannelNotices news = new ChannelNotices(notices, number);
            Pace pace = new Pace(
                    channels.of(number).map(WhatsAppChannel::messagesPerSecond).orElse(ANY_PACE), time);
            pace.share(nodes);
            return new Limits(pace, new ChannelGate(clock, news), news);
        };
        channels.all().forEach(channel -> of(channel.phoneNumberId()));
    }

    /** The number stands still because of its configuration, for example an expired token. */
    public boolean stopped(String phoneNumberId) {
        return gate(phoneNumberId).stopped();
    }

    /** From now on {@code living} nodes send for the same numbers, each at its part of their pace. */
    public void share(int living) {
        nodes = living;
        byNumber.values().forEach(limits -> limits.pace().share(living));
    }

    /** Meta lets the number send more than it was configured with: on this node, until it ends, that is its pace. */
    void raise(String phoneNumberId, int messagesPerSecond) {
        pace(phoneNumberId).raise(messagesPerSecond);
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
