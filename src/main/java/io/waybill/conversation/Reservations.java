package io.waybill.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waybill.conversation.Ledger.Entry;
import io.waybill.erp.ErpOperation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ERP holds for customers: until an order takes it, the conversation forgets it, or its time is over. */
final class Reservations {

    /** The variable of a flow that keeps a reservation: without it the conversation has forgotten it. */
    static final String VARIABLE = "reservation_id";

    private static final BigDecimal MILLIS_OF_MINUTE = BigDecimal.valueOf(60_000);
    private static final BigDecimal MOST_MINUTES =
            BigDecimal.valueOf(Duration.ofDays(30).toMinutes());

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Reservations(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Learns from writes that have ended what is held and what is not any more, in the caller's transaction. */
    void save(List<Entry> writes) {
        List<Entry> ended = writes.stream()
                .filter(entry -> entry.state() == Ledger.State.OK)
                .toList();
        hold(ended.stream()
                .filter(entry -> entry.operation() == ErpOperation.RESERVE_STOCK)
                .map(this::held)
                .toList());
        end(ended.stream().flatMap(this::over).toList());
    }

    /** Lets go, soon, of what conversations have forgotten, in the caller's transaction. */
    void forget(List<Forgotten> forgotten, Instant now) {
        if (forgotten.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update reservation r set next_attempt_at = to_timestamp(?)
                        from unnest(?::bigint[], ?::text[]) as f (contact_id, reservation_id)
                        where r.contact_id = f.contact_id and r.reservation_id = f.reservation_id
                          and r.state = 'held' and r.next_attempt_at > to_timestamp(?)
                        """)
                .param(seconds(now))
                .param(forgotten.stream().map(Forgotten::contactId).toArray(Long[]::new))
                .param(texts(forgotten, Forgotten::reservationId))
                .param(seconds(now))
                .update();
    }

    /** Takes what is to be released now; nobody else gets it before {@code retryAt}. */
    List<Held> due(Instant now, Instant retryAt, int limit) {
        return jdbc.sql("""
                        update reservation set next_attempt_at = to_timestamp(?)
                        where (contact_id, key) in (
                            select contact_id, key from reservation
                            where state = 'held' and next_attempt_at <= to_timestamp(?)
                            order by next_attempt_at limit ? for update skip locked)
                        returning contact_id, key, reservation_id, next_attempt_at
                        """)
                .params(seconds(retryAt), seconds(now), limit)
                .query((row, n) -> new Held(
                        row.getLong("contact_id"),
                        row.getString("key"),
                        row.getString("reservation_id"),
                        row.getTimestamp("next_attempt_at").toInstant()))
                .list();
    }

    void released(Held held) {
        jdbc.sql("update reservation set state = 'released' where contact_id = ? and key = ? and state = 'held'")
                .params(held.contactId(), held.key())
                .update();
    }

    private void hold(List<Held> held) {
        if (held.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into reservation (contact_id, key, reservation_id, state, next_attempt_at)
                        select contact_id, key, reservation_id, 'held', to_timestamp(until / 1000.0)
                        from unnest(?::bigint[], ?::text[], ?::text[], ?::bigint[]) as h (contact_id, key, reservation_id, until)
                        on conflict do nothing
                        """)
                .param(held.stream().map(Held::contactId).toArray(Long[]::new))
                .param(texts(held, Held::key))
                .param(texts(held, Held::reservationId))
                .param(held.stream().map(h -> h.until().toEpochMilli()).toArray(Long[]::new))
                .update();
    }

    private void end(List<Over> over) {
        if (over.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        update reservation r set state = o.state
                        from unnest(?::bigint[], ?::text[], ?::text[]) as o (contact_id, reservation_id, state)
                        where r.contact_id = o.contact_id and r.reservation_id = o.reservation_id and r.state = 'held'
                        """)
                .param(over.stream().map(Over::contactId).toArray(Long[]::new))
                .param(texts(over, Over::reservationId))
                .param(texts(over, Over::state))
                .update();
    }

    private Held held(Entry entry) {
        // A flow may send any number, and none may break the commit that other contacts share.
        BigDecimal minutes = read(entry.request())
                .path("minutes")
                .decimalValue()
                .max(BigDecimal.ZERO)
                .min(MOST_MINUTES);
        return new Held(
                entry.contactId(),
                entry.key(),
                read(Objects.requireNonNull(entry.reply())).path(VARIABLE).asText(),
                entry.openedAt().plusMillis(minutes.multiply(MILLIS_OF_MINUTE).longValue()));
    }

    private Stream<Over> over(Entry entry) {
        @Nullable
        String state = switch (entry.operation()) {
            case CREATE_ORDER -> "used";
            case RELEASE_STOCK -> "released";
            default -> null;
        };
        String id = state == null ? null : read(entry.request()).path(VARIABLE).textValue();
        return id == null ? Stream.empty() : Stream.of(new Over(entry.contactId(), id, state));
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A ledger row is not readable.", e);
        }
    }

    /** What is kept of {@code from} is {@code to}'s from now on, in the caller's transaction. */
    void move(long from, long to) {
        jdbc.sql("update reservation set contact_id = ? where contact_id = ?")
                .params(to, from)
                .update();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }

    /** @param until when it is let go of at the latest */
    record Held(long contactId, String key, String reservationId, Instant until) {}

    /** A reservation that was a variable of the session and is none any more. */
    record Forgotten(long contactId, String reservationId) {}

    private record Over(long contactId, String reservationId, String state) {}
}
