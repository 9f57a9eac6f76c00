package io.waybill.outbox;

import io.waybill.attention.AttentionCategory;
import io.waybill.attention.AttentionItem;
import io.waybill.attention.Place;
import io.waybill.attention.TableCategory;
import io.waybill.attention.TableCategory.Rows;
import io.waybill.outbox.FollowUps.Key;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that did not arrive, and of which nobody has decided yet what becomes of them. */
public final class FailedMessages {

    /** What is filtered by where Meta gave no code. */
    static final String NO_CODE = "none";

    private static final String FROM = "outbox_attempt a join outbox o using (contact_id, id)";

    /**
     * Of a message that failed more than once the last time counts. One that was given up and then taken after all has not failed. The last
     * condition is a value, not an anti-join: of that the planner expects that next to nothing is left, and reads all for the first page.
     */
    private static final String OPEN = """
            a.outcome in ('dead', 'failed-status') and a.settled_at is null
            and (o.state = 'dead' or o.delivery = 'failed') and o.delivery_rank in (0, 2)
            and not starts_with(o.payload, '{"recipient":"erased"')
            and not coalesce((
                select bool_or(b.n > a.n or b.settled_at is not null) from outbox_attempt b
                where b.contact_id = a.contact_id and b.id = a.id and b.outcome in ('dead', 'failed-status')), false)
            """;

    /** A status that says it failed tells the end of the only try there was. */
    private static final String UNKNOWN_TRIES =
            "case when o.delivery = 'failed' and o.attempts <= 1 then 0 else o.unclear end";

    /** Along the index of what is open, from its end. */
    static final String PAGE = """
            select a.contact_id, a.id, a.n, a.at, a.code, a.advice, %s as tries, c.last_message_at, k.name
            from %s left join contact k on k.id = a.contact_id
                left join conversation c on c.contact_id = coalesce(k.merged_into, k.id)
            where %s
              and (cast(:reason as text) is null or coalesce(cast(a.code as text), 'none') = :reason)
              and a.at >= coalesce(cast(:from as timestamptz), '-infinity') and a.at < coalesce(cast(:to as timestamptz), 'infinity')
              and (a.at, a.n) < (:at, :n)
            order by a.at desc, a.n desc limit :limit
            """.formatted(UNKNOWN_TRIES, FROM, OPEN);

    private final JdbcClient jdbc;
    private final Clock clock;

    FailedMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param reason Meta's code, or {@link #NO_CODE}; null: whatever
     * @param after where the page before ended, by the time they failed; null: at the newest
     */
    record Wanted(
            @Nullable String reason,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Place after) {}

    /**
     * @param place where it stands in the list
     * @param tries of which nobody knows the end
     * @param wroteAt when the customer wrote last; null: never
     * @param customer their name, if they told WhatsApp one
     */
    record Failed(
            Key key,
            Place place,
            @Nullable Integer code,
            String advice,
            int tries,
            @Nullable Instant wroteAt,
            @Nullable String customer) {}

    /** @param reason as in {@link Wanted} */
    record ReasonCount(String reason, String advice, long count) {}

    /** The newest first. */
    List<Failed> find(Wanted wanted, int limit) {
        Place after = Objects.requireNonNullElse(wanted.after(), new Place(Instant.parse("9999-12-31T00:00:00Z"), "0"));
        return jdbc.sql(PAGE)
                .param("reason", wanted.reason())
                .param("from", time(wanted.from()))
                .param("to", time(wanted.to()))
                .param("at", Timestamp.from(after.since()))
                .param("n", Long.valueOf(after.key()))
                .param("limit", limit)
                .query(FailedMessages::failed)
                .list();
    }

    public long count() {
        return jdbc.sql("select count(*) from %s where %s".formatted(FROM, OPEN))
                .query(Long.class)
                .single();
    }

    /** The most frequent first. */
    List<ReasonCount> reasons() {
        return jdbc.sql("""
                        select coalesce(cast(a.code as text), 'none') as reason, max(a.advice) as advice, count(*) as count
                        from %s where %s group by 1 order by count desc, reason
                        """.formatted(FROM, OPEN)).query(ReasonCount.class).list();
    }

    /** Those of {@code keys} that are still in the list, kept from anybody else until the caller's transaction ends. */
    Map<Key, Held> hold(Collection<Key> keys) {
        return jdbc
                .sql("""
                        select a.contact_id, a.id, a.code, o.phone_number_id, o.trace, o.payload, %s as tries
                        from %s where %s
                          and (a.contact_id, a.id) in (select * from unnest(cast(:contacts as bigint[]), cast(:ids as bigint[])))
                        order by a.contact_id, a.id for update of a
                        """.formatted(UNKNOWN_TRIES, FROM, OPEN))
                .param("contacts", Columns.longs(keys, Key::contactId))
                .param("ids", Columns.longs(keys, Key::id))
                .query((row, n) -> new Held(
                        key(row),
                        row.getObject("code", Integer.class),
                        row.getString("phone_number_id"),
                        row.getString("trace"),
                        row.getString("payload"),
                        row.getInt("tries")))
                .list()
                .stream()
                .collect(Collectors.toMap(Held::key, held -> held));
    }

    /** One that somebody decides about. */
    record Held(Key key, @Nullable Integer code, String phoneNumberId, String trace, String payload, int tries) {}

    /** They are sent again, as these messages. */
    void retried(Map<Key, Long> as, String by) {
        List<Key> keys = List.copyOf(as.keySet());
        jdbc.sql("""
                        update outbox_attempt a set settled_at = :now, settled_by = :by, settled_as = 'retried', retried_as = s.again
                        from unnest(cast(:contacts as bigint[]), cast(:ids as bigint[]), cast(:again as bigint[])) as s (contact_id, id, again)
                        where a.contact_id = s.contact_id and a.id = s.id and a.outcome in ('dead', 'failed-status')
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("contacts", Columns.longs(keys, Key::contactId))
                .param("ids", Columns.longs(keys, Key::id))
                .param("again", Columns.longs(keys, as::get))
                .update();
    }

    /** Nothing more comes of them. */
    void discarded(Collection<Key> keys, String why, String by) {
        jdbc.sql("""
                        update outbox_attempt a set settled_at = :now, settled_by = :by, settled_as = 'discarded', settled_why = :why
                        from unnest(cast(:contacts as bigint[]), cast(:ids as bigint[])) as s (contact_id, id)
                        where a.contact_id = s.contact_id and a.id = s.id and a.outcome in ('dead', 'failed-status')
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("why", why)
                .param("contacts", Columns.longs(keys, Key::contactId))
                .param("ids", Columns.longs(keys, Key::id))
                .update();
    }

    /** The ids under which the outbox keeps what was posted with these traces. */
    Map<String, Long> posted(Map<String, Long> contactsByTrace) {
        List<String> traces = List.copyOf(contactsByTrace.keySet());
        return jdbc
                .sql("""
                        select o.trace, o.id from unnest(cast(:contacts as bigint[]), cast(:traces as text[])) as p (contact_id, trace)
                        join outbox o on o.contact_id = p.contact_id and o.trace = p.trace
                        """)
                .param("contacts", Columns.longs(traces, contactsByTrace::get))
                .param("traces", traces.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString("trace"), row.getLong("id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static AttentionCategory category(JdbcClient jdbc) {
        return new TableCategory(
                jdbc,
                "failed-messages",
                "Messages that did not reach their customers: send them again, or let go of them.",
                new Rows(
                        "a.contact_id, a.id, a.advice",
                        FROM,
                        OPEN,
                        Duration.ZERO,
                        "a.at",
                        "a.n",
                        TableCategory.Key.NUMBER),
                FailedMessages::item);
    }

    private static AttentionItem item(ResultSet row, Place place) throws SQLException {
        String id = key(row).toString();
        return new AttentionItem(id, place.since(), place, null, row.getString("advice"), "/api/v1/messages/" + id);
    }

    private static Failed failed(ResultSet row, int n) throws SQLException {
        Timestamp wrote = row.getTimestamp("last_message_at");
        return new Failed(
                key(row),
                new Place(row.getTimestamp("at").toInstant(), row.getString("n")),
                row.getObject("code", Integer.class),
                row.getString("advice"),
                row.getInt("tries"),
                wrote == null ? null : wrote.toInstant(),
                row.getString("name"));
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getLong("contact_id"), row.getLong("id"));
    }

    private static @Nullable Timestamp time(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }
}
