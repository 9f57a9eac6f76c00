package io.waybill.webhook;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Who calls the webhook: counted in memory, where anybody may call as often as they like, and written as one row a day and kind. */
public final class WebhookCalls implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WebhookCalls.class);

    /** What a call turned out to be. */
    public enum Kind {
        GENUINE,
        WRONGLY_SIGNED,
        HANDSHAKE,
        HANDSHAKE_REFUSED
    }

    /**
     * @param lately since the day before began, in UTC
     * @param lastAt of all times
     */
    public record Seen(long lately, Instant lastAt) {}

    private record Key(String callback, Kind kind, LocalDate day) {}

    private record Count(long times, Instant lastAt) {

        Count and(Count other) {
            return new Count(times + other.times, lastAt.isAfter(other.lastAt) ? lastAt : other.lastAt);
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;
    private Map<Key, Count> counts = new HashMap<>();

    public WebhookCalls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param callback the name of the number in the path that was called */
    void seen(String callback, Kind kind) {
        Instant now = clock.instant();
        add(new Key(callback, kind, day(now)), new Count(1, now));
    }

    /** Of these callbacks, on all nodes: on this one to the moment, on others as of half a minute ago. */
    public Map<Kind, Seen> of(Collection<String> callbacks) {
        write();
        Map<Kind, Seen> seen = new EnumMap<>(Kind.class);
        jdbc.sql("""
                        select kind, coalesce(sum(times) filter (where day >= :since::date), 0) as lately, max(last_at) as last_at
                        from webhook_call where callback = any(:callbacks) group by kind
                        """)
                .param("since", day(clock.instant()).minusDays(1).toString())
                .param("callbacks", callbacks.toArray(String[]::new))
                .query(row -> {
                    seen.put(
                            Kind.valueOf(row.getString("kind")),
                            new Seen(
                                    row.getLong("lately"),
                                    row.getTimestamp("last_at").toInstant()));
                });
        return seen;
    }

    @Scheduled(fixedDelay = 30_000)
    void keep() {
        try {
            write();
        } catch (DataAccessException e) {
            log.warn("Cannot note who called the webhook; it is tried again: {}", e.getMessage());
        }
    }

    /** What cannot be written is kept for the next time. */
    void write() {
        Map<Key, Count> taken = taken();
        try {
            for (Key key : List.copyOf(taken.keySet())) {
                write(key, taken.get(key));
                taken.remove(key);
            }
        } finally {
            taken.forEach(this::add);
        }
    }

    @Override
    public void close() {
        keep();
    }

    private void write(Key key, Count count) {
        jdbc.sql("""
                        insert into webhook_call (callback, kind, day, times, last_at) values (?, ?, ?::date, ?, ?)
                        on conflict (callback, kind, day) do update
                        set times = webhook_call.times + excluded.times, last_at = greatest(webhook_call.last_at, excluded.last_at)
                        """)
                .params(
                        key.callback(),
                        key.kind().name(),
                        key.day().toString(),
                        count.times(),
                        Timestamp.from(count.lastAt()))
                .update();
    }

    private synchronized Map<Key, Count> taken() {
        Map<Key, Count> taken = counts;
        counts = new HashMap<>();
        return taken;
    }

    private synchronized void add(Key key, Count count) {
        counts.merge(key, count, Count::and);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
