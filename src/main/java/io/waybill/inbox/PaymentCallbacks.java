package io.waybill.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the payments of which their provider said that something happened, until the conversation that waits for one has asked what.
 *
 * <p>Nothing else of what the provider says is kept. However often it calls about a payment there is one row, which is taken out by the
 * commit of the turn that looked.
 */
public final class PaymentCallbacks {

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** A payment that nobody knows by then was asked for by somebody else. */
    private static final Duration KEPT_UNKNOWN = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Runnable alert;
    private final Clock clock;

    /** @param alert has what is stored looked at now */
    PaymentCallbacks(JdbcClient jdbc, Runnable alert, Clock clock) {
        this.jdbc = jdbc;
        this.alert = alert;
        this.clock = clock;
    }

    /**
     * A payment to be looked at.
     *
     * @param calls of the provider that this answers
     */
    public record Told(String paymentId, int calls) {}

    /** A payment that it is time to look at, or to look for. */
    public record Due(String paymentId, Optional<Long> contactId) {}

    /** What is kept of {@code from} is {@code to}'s from now on, in the caller's transaction. */
    public void move(long from, long to) {
        jdbc.sql("update payment_callback set contact_id = ? where contact_id = ?")
                .params(to, from)
                .update();
    }

    /** Returns once it is committed; whether we know the payment makes no difference. */
    public void store(String paymentId) {
        jdbc.sql("""
                        insert into payment_callback (payment_id, told_at, due_at) values (:payment, to_timestamp(:now), to_timestamp(:now))
                        on conflict (payment_id) do update
                        set calls = payment_callback.calls + 1, told_at = excluded.told_at, due_at = excluded.due_at
                        """)
                .param("payment", paymentId)
                .param("now", seconds(clock.instant()))
                .update();
        alert.run();
    }

    /** Up to {@code limit} payments whose time has come. They come again after a pause that grows, until a turn has looked. */
    public List<Due> due(int limit) {
        double now = seconds(clock.instant());
        return jdbc.sql("""
                        update payment_callback p set due_at = to_timestamp(:now)
                            + least(greatest(to_timestamp(:now) - told_at, :shortest * interval '1 second'), :longest * interval '1 second')
                        from (
                            select payment_id from payment_callback where due_at <= to_timestamp(:now)
                            order by due_at limit :limit for update skip locked
                        ) due
                        where p.payment_id = due.payment_id
                        returning p.payment_id, p.contact_id
                        """)
                .param("now", now)
                .param("shortest", SHORTEST_PAUSE.toSeconds())
                .param("longest", LONGEST_PAUSE.toSeconds())
                .param("limit", limit)
                .query((row, n) -> new Due(
                        row.getString("payment_id"), Optional.ofNullable(row.getObject("contact_id", Long.class))))
                .list();
    }

    /** Keeps whose payments these are. */
    public void assign(Map<String, Long> contacts) {
        if (!contacts.isEmpty()) {
            List<Map.Entry<String, Long>> entries = List.copyOf(contacts.entrySet());
            jdbc.sql("""
                            update payment_callback p set contact_id = a.contact_id
                            from unnest(?::text[], ?::bigint[]) as a (payment_id, contact_id)
                            where p.payment_id = a.payment_id
                            """)
                    .param(entries.stream().map(Map.Entry::getKey).toArray(String[]::new))
                    .param(entries.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                    .update();
        }
    }

    /** Takes out those of {@code paymentIds} that have stayed unknown for too long, and says which. */
    public List<String> giveUp(Collection<String> paymentIds) {
        return paymentIds.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        delete from payment_callback
                        where payment_id = any(?::text[]) and contact_id is null and told_at < to_timestamp(?)
                        returning payment_id
                        """)
                        .param(paymentIds.toArray(String[]::new))
                        .param(seconds(clock.instant().minus(KEPT_UNKNOWN)))
                        .query(String.class)
                        .list();
    }

    /** What is to be looked at for this contact. */
    public List<Told> of(long contactId) {
        return jdbc.sql("select payment_id, calls from payment_callback where contact_id = ? order by payment_id")
                .param(contactId)
                .query((row, n) -> new Told(row.getString("payment_id"), row.getInt("calls")))
                .list();
    }

    /** Looked at, in the caller's transaction; about which the provider has called again since then is looked at once more. */
    public void done(List<Told> told) {
        if (!told.isEmpty()) {
            jdbc.sql("""
                            delete from payment_callback p using unnest(?::text[], ?::int[]) as t (payment_id, calls)
                            where p.payment_id = t.payment_id and p.calls = t.calls
                            """)
                    .param(told.stream().map(Told::paymentId).toArray(String[]::new))
                    .param(told.stream().map(Told::calls).toArray(Integer[]::new))
                    .update();
        }
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }
}
