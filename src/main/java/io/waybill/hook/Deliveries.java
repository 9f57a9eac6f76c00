package io.waybill.hook;

import io.waybill.database.Node;
import io.waybill.database.SecretBox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands out what is due to the nodes: to one at a time, and of each hook and subject only the oldest that waits. */
final class Deliveries {

    /** Longer than sending one can take; after it the node that took it is believed dead. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** Deliveries of one hook under way at once, on all nodes together: a slow receiver takes no more than these. */
    static final int AT_ONCE = 8;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Node node;
    private final Clock clock;
    private final SecretBox box;

    Deliveries(JdbcClient jdbc, TransactionTemplate transaction, Node node, Clock clock, SecretBox box) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.node = node;
        this.clock = clock;
        this.box = box;
    }

    /** Takes what is due in the name of this node. */
    List<Delivery> claim() {
        return Objects.requireNonNull(transaction.execute(status -> {
            Timestamp now = Timestamp.from(clock.instant());
            List<Long> hooks = lockHooks(now);
            return hooks.isEmpty() ? List.of() : claim(hooks, now);
        }));
    }

    /**
     * Only one node at a time chooses from a hook, and looks at its deliveries after it has the lock: otherwise two could take
     * two of one subject.
     */
    private List<Long> lockHooks(Timestamp now) {
        return jdbc.sql("""
                        select id from hook
                        where enabled and (paused_until is null or paused_until <= :now)
                          and exists (
                            select 1 from hook_delivery due
                            where due.hook_id = hook.id and due.state = 'waiting' and due.next_attempt_at <= :now
                              and (due.lease_until is null or due.lease_until <= :now))
                        for no key update skip locked
                        """).param("now", now).query(Long.class).list();
    }

    /** A hook that rests after many failures is tried with one delivery. */
    private List<Delivery> claim(List<Long> hooks, Timestamp now) {
        String lease = node.newLease();
        return jdbc.sql("""
                        with chosen as materialized (
                            select due.id from hook cross join lateral (
                                select id from hook_delivery delivery
                                where hook_id = hook.id and state = 'waiting' and next_attempt_at <= :now
                                  and (lease_until is null or lease_until <= :now)
                                  and not exists (
                                    select 1 from hook_delivery other
                                    where other.hook_id = hook.id and other.subject = delivery.subject
                                      and other.state = 'waiting'
                                      and (other.id < delivery.id or (other.lease_until > :now and other.id <> delivery.id)))
                                order by next_attempt_at, id
                                limit greatest(0, case when hook.failures >= :many then 1 else :atOnce end - (
                                    select count(*) from hook_delivery under_way
                                    where under_way.hook_id = hook.id and under_way.state = 'waiting'
                                      and under_way.lease_until > :now))
                                for update skip locked) due
                            where hook.id in (:hooks))
                        update hook_delivery set lease = :lease, lease_until = :until
                        from chosen, hook, hook_event event
                        where hook_delivery.id = chosen.id and hook.id = hook_id and event.id = event_id
                        returning hook_delivery.id, hook_id, url, secret,
                            case when old_secret_until > :now then old_secret end as old_secret,
                            event_id, event.type, event.occurred_at, event.data, attempts, give_up_at, lease
                        """)
                .param("now", now)
                .param("many", Failures.MANY)
                .param("atOnce", AT_ONCE)
                .param("hooks", hooks)
                .param("lease", lease)
                .param("until", Timestamp.from(now.toInstant().plus(LEASE)))
                .query(this::read)
                .list();
    }

    private Delivery read(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getLong("hook_id"),
                row.getString("url"),
                Stream.of(row.getString("secret"), row.getString("old_secret"))
                        .filter(Objects::nonNull)
                        .map(box::open)
                        .map(WebhookSecret::new)
                        .toList(),
                row.getString("event_id"),
                row.getString("type"),
                row.getTimestamp("occurred_at").toInstant(),
                row.getString("data"),
                row.getInt("attempts"),
                row.getTimestamp("give_up_at").toInstant(),
                row.getString("lease"));
    }

    /** How long the oldest has waited. */
    Duration oldestWaiting() {
        Instant now = clock.instant();
        return jdbc.sql("select min(give_up_at) from hook_delivery where state = 'waiting'")
                .query((row, n) -> row.getTimestamp(1))
                .optional()
                .map(last -> Duration.between(last.toInstant().minus(HookEvents.GIVEN_UP_AFTER), now))
                .orElse(Duration.ZERO);
    }
}
