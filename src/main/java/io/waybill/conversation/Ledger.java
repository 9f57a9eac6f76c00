package io.waybill.conversation;

import io.waybill.erp.ErpOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every write to the ERP, committed before the call: the reason why an order is created once.
 *
 * <p>A row is {@code open} from the commit before the call until the commit that takes the answer into the session. A row found
 * open after that (a crash) or {@code unknown} (no answer) may have been executed.
 */
final class Ledger {

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes entries as they are now, in the caller's transaction. */
    void save(List<Entry> entries, Instant now) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into ledger (contact_id, key, operation, request, state, reply, reason, attempts, sent_at, opened_at, closed_at, next_attempt_at)
                        select contact_id, key, operation, request, state, reply, reason, attempts, to_timestamp(sent / 1000.0), to_timestamp(opened / 1000.0),
                            case when state not in ('open', 'unknown') then to_timestamp(?) end,
                            case when state in ('open', 'unknown') then to_timestamp(next / 1000.0) end
                        from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::bigint[], ?::bigint[], ?::bigint[])
                            as e (contact_id, key, operation, request, state, reply, reason, attempts, sent, opened, next)
                        on conflict (contact_id, key) do update
                        set state = excluded.state, reply = excluded.reply, reason = excluded.reason,
                            attempts = excluded.attempts, sent_at = excluded.sent_at, closed_at = excluded.closed_at, next_attempt_at = excluded.next_attempt_at
                        """)
                .param(seconds(now))
                .param(entries.stream().map(Entry::contactId).toArray(Long[]::new))
                .param(texts(entries, Entry::key))
                .param(texts(entries, entry -> entry.operation().name()))
                .param(texts(entries, Entry::request))
                .param(texts(entries, entry -> entry.state().word()))
                .param(texts(entries, Entry::reply))
                .param(texts(entries, Entry::reason))
                .param(entries.stream().map(Entry::attempts).toArray(Integer[]::new))
                .param(millis(entries, Entry::sentAt))
                .param(millis(entries, Entry::openedAt))
                .param(millis(entries, Entry::nextAttemptAt))
                .update();
    }

    /** The writes of this contact whose end is not known, the one to be asked about next first. */
    List<Entry> unresolved(long contactId) {
        return jdbc.sql("""
                        select contact_id, key, operation, request, state, reply, reason, attempts, steps, coalesce(sent_at, opened_at) as sent_at, opened_at, next_attempt_at
                        from ledger where contact_id = ? and state in ('open', 'unknown') order by next_attempt_at, opened_at
                        """)
                .param(contactId)
                .query((row, n) -> new Entry(
                        row.getLong("contact_id"),
                        row.getString("key"),
                        ErpOperation.valueOf(row.getString("operation")),
                        row.getString("request"),
                        State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
                        row.getString("reply"),
                        row.getString("reason"),
                        row.getInt("attempts"),
                        row.getString("steps"),
                        row.getTimestamp("sent_at").toInstant(),
                        row.getTimestamp("opened_at").toInstant(),
                        row.getTimestamp("next_attempt_at").toInstant()))
                .list();
    }

    /** In whose conversation these payments were asked for, by the payment provider's id; those that we do not know are left out. */
    Map<String, Long> contactsOfPayments(Collection<String> paymentIds) {
        return paymentIds.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                        select cast(reply as jsonb) ->> 'payment_id' as payment_id, max(contact_id) as contact_id from ledger
                        where operation = 'REQUEST_PAYMENT' and state = 'ok' and cast(reply as jsonb) ->> 'payment_id' = any(?::text[])
                        group by 1
                        """)
                        .param(paymentIds.toArray(String[]::new))
                        .query((row, n) -> Map.entry(row.getString("payment_id"), row.getLong("contact_id")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Of these payments of a contact, by the payment provider's id, those that a program asked for, and for which order. */
    Map<String, String> ordersOfRequests(long contactId, Collection<String> paymentIds) {
        return jdbc
                .sql("""
                        select cast(reply as jsonb) ->> 'payment_id' as payment_id,
                            max(cast(request as jsonb) ->> 'external_order_id') as external_order_id
                        from ledger
                        where contact_id = ? and operation = 'REQUEST_PAYMENT' and state = 'ok' and key like ?
                          and cast(reply as jsonb) ->> 'payment_id' = any(?::text[])
                        group by 1
                        """)
                .params(contactId, StaffActions.Action.key("%"), paymentIds.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString("payment_id"), row.getString("external_order_id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keeps which calls of an open write are done; a commit of its own, before the next call. */
    void progress(long contactId, String key, String steps) {
        jdbc.sql("update ledger set steps = ? where contact_id = ? and key = ?")
                .params(steps, contactId, key)
                .update();
    }

    /**
     * Keeps that a write of which the end is not known is sent again; a commit of its own, before the call: after a crash it may be
     * on its way since then, and no answer "not found" counts before that is settled.
     */
    void sendsAgain(Entry entry) {
        jdbc.sql("update ledger set sent_at = to_timestamp(?) where contact_id = ? and key = ?")
                .params(seconds(entry.sentAt()), entry.contactId(), entry.key())
                .update();
    }

    /** Contacts with a write to ask the ERP about now, and that nobody works on: an open row without a worker is a crash. */
    List<Long> due(Instant now, int limit) {
        return jdbc.sql("""
                        select l.contact_id from ledger l join conversation c using (contact_id)
                        where l.state in ('open', 'unknown') and c.lease_until < to_timestamp(?)
                          and (l.state = 'open' or l.next_attempt_at <= to_timestamp(?))
                        order by l.next_attempt_at limit ?
                        """)
                .params(seconds(now), seconds(now), limit)
                .query(Long.class)
                .list();
    }

    /** Writes whose end is not known. */
    long countUnresolved() {
        return jdbc.sql("select count(*) from ledger where state in ('open', 'unknown')")
                .query(Long.class)
                .single();
    }

    /** What is kept of {@code from} is {@code to}'s from now on, in the caller's transaction. */
    void move(long from, long to) {
        jdbc.sql("update ledger set contact_id = ? where contact_id = ?")
                .params(to, from)
                .update();
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }

    private static Long[] millis(List<Entry> entries, Function<Entry, Instant> value) {
        return entries.stream().map(value).map(Instant::toEpochMilli).toArray(Long[]::new);
    }

    private static String[] texts(List<Entry> entries, Function<Entry, @Nullable String> value) {
        return entries.stream().map(value).toArray(String[]::new);
    }

    /** How far a write has come; {@code MANUAL} means that a person has to look it up in the ERP. */
    enum State {
        OPEN,
        UNKNOWN,
        OK,
        REFUSED,
        DOWN,
        MANUAL;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * @param key unique per contact; also the idempotency key and our reference at the ERP
     * @param request the contract's body
     * @param attempts calls whose end is known to us, one way or the other
     * @param steps calls of the write that are done, as JSON; null: none, or it is a single call
     * @param sentAt when it was or may have been sent last
     * @param nextAttemptAt when an {@code open} or {@code unknown} write is looked at again
     */
    record Entry(
            long contactId,
            String key,
            ErpOperation operation,
            String request,
            State state,
            @Nullable String reply,
            @Nullable String reason,
            int attempts,
            @Nullable String steps,
            Instant sentAt,
            Instant openedAt,
            Instant nextAttemptAt) {

        private static final Duration[] PAUSES = {
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5)
        };

        Entry ended(State state, @Nullable String reply, @Nullable String reason) {
            return with(state, reply, reason, attempts + 1, sentAt, nextAttemptAt);
        }

        /** Found open or unknown: from now on an attempt that certainly failed proves nothing about the earlier one. */
        Entry mayHaveBeenExecuted(Instant now) {
            return with(state, reply, reason, Math.max(1, attempts), state == State.OPEN ? now : sentAt, nextAttemptAt);
        }

        /** About to be sent, for the first time or again. */
        Entry sending(Instant now) {
            return with(state, reply, reason, attempts, now, nextAttemptAt);
        }

        Entry unclear(String reason, Instant now) {
            Duration pause = PAUSES[Math.min(attempts, PAUSES.length - 1)];
            return with(State.UNKNOWN, null, reason, attempts + 1, sentAt, now.plus(pause));
        }

        private Entry with(
                State state,
                @Nullable String reply,
                @Nullable String reason,
                int attempts,
                Instant sentAt,
                Instant nextAttemptAt) {
            return new Entry(
                    contactId,
                    key,
                    operation,
                    request,
                    state,
                    reply,
                    reason,
                    attempts,
                    steps,
                    sentAt,
                    openedAt,
                    nextAttemptAt);
        }
    }
}
