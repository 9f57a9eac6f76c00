package io.waybill.outbox;

import io.waybill.outbox.FollowUps.Key;
import io.waybill.outbox.SentMessage.State;
import io.waybill.outbox.SentMessage.Tried;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was sent, for people to read: two statements whatever is asked. */
final class SentMessages {

    private static final String FROM_KEYS = """
            from unnest(?::bigint[], ?::bigint[]) with ordinality as k (contact_id, id, n) join outbox o using (contact_id, id)
            order by k.n
            """;

    private static final String COLUMNS = """
            select o.contact_id, o.id, o.phone_number_id, o.payload, o.state, o.delivery, o.next_attempt_at, o.created_at,
                o.sent_at, o.delivered_at, o.read_at, o.failed_at, o.follows,
                coalesce(
                    (select max(a.retried_as) from outbox_attempt a where a.contact_id = o.contact_id and a.id = o.id),
                    (select f.id from outbox f where f.contact_id = o.contact_id and f.follows = o.id)) as followed_by,
                case when o.state = 'queued' then (
                    select count(*) from outbox e
                    where e.contact_id = o.contact_id and e.state in ('queued', 'ambiguous')
                      and (coalesce(e.follows, e.id), e.id) < (coalesce(o.follows, o.id), o.id)) else 0 end as ahead
            """;

    private final JdbcClient jdbc;

    SentMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first; {@code before} is the id of the last one of an earlier page. */
    List<SentMessage> to(long contactId, @Nullable Long before, int limit) {
        return read(jdbc.sql("""
                                select contact_id, id from outbox
                                where contact_id = any(array(select id from contact where merged_into = ?) || ?::bigint) and id < ?
                                order by id desc limit ?
                                """)
                .params(contactId, contactId, before == null ? Long.MAX_VALUE : before, limit)
                .query(SentMessages::key)
                .list());
    }

    Optional<SentMessage> message(long contactId, long id) {
        return read(List.of(new Key(contactId, id))).stream().findFirst();
    }

    /** What was found from {@code from} until before {@code to} never to arrive, newest first. */
    List<SentMessage> undelivered(Instant from, Instant to, int limit) {
        return read(jdbc.sql("""
                        select contact_id, id from (
                            select a.contact_id, a.id, max(a.at) as at from outbox_attempt a join outbox o using (contact_id, id)
                            where a.outcome in ('dead', 'failed-status') and a.at >= to_timestamp(?) and a.at < to_timestamp(?)
                              and (o.state = 'dead' or o.delivery = 'failed')
                            group by a.contact_id, a.id) undelivered
                        order by at desc, id desc limit ?
                        """)
                .params(Columns.seconds(from), Columns.seconds(to), limit)
                .query(SentMessages::key)
                .list());
    }

    /** In this order. */
    List<SentMessage> read(List<Key> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Map<Key, List<Tried>> attempts = attempts(keys);
        return jdbc.sql(COLUMNS + FROM_KEYS)
                .param(Columns.longs(keys, Key::contactId))
                .param(Columns.longs(keys, Key::id))
                .query((row, n) -> message(row, attempts))
                .list();
    }

    private Map<Key, List<Tried>> attempts(List<Key> keys) {
        return jdbc
                .sql("""
                        select contact_id, id, at, outcome, code, details, advice
                        from unnest(?::bigint[], ?::bigint[]) as k (contact_id, id) join outbox_attempt a using (contact_id, id)
                        order by a.n
                        """)
                .param(Columns.longs(keys, Key::contactId))
                .param(Columns.longs(keys, Key::id))
                .query((row, n) -> Map.entry(
                        key(row, n),
                        new Tried(
                                row.getTimestamp("at").toInstant(),
                                row.getString("outcome"),
                                new Reason(
                                        row.getObject("code", Integer.class),
                                        row.getString("details"),
                                        row.getString("advice")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Key key(ResultSet row, int n) throws SQLException {
        return new Key(row.getLong("contact_id"), row.getLong("id"));
    }

    private static SentMessage message(ResultSet row, Map<Key, List<Tried>> attempts) throws SQLException {
        return new SentMessage(
                row.getLong("contact_id"),
                row.getLong("id"),
                row.getString("phone_number_id"),
                row.getString("payload"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("delivery"),
                row.getTimestamp("next_attempt_at").toInstant(),
                row.getTimestamp("created_at").toInstant(),
                time(row, "sent_at"),
                time(row, "delivered_at"),
                time(row, "read_at"),
                time(row, "failed_at"),
                row.getInt("ahead"),
                row.getObject("follows", Long.class),
                row.getObject("followed_by", Long.class),
                attempts.getOrDefault(key(row, 0), List.of()));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
