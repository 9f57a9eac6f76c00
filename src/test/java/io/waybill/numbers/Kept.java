package io.waybill.numbers;

import io.waybill.database.TestDatabase;
import io.waybill.outbox.Period;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows as the gateway keeps them. July 2026 in Nairobi begins at 21:00 UTC on 30 June and ends at 21:00 UTC on 31 July. */
final class Kept {

    static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");
    static final Period JULY = new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31), NAIROBI);
    static final Instant BEFORE = Instant.parse("2026-06-30T20:59:59Z");
    static final Instant FIRST = Instant.parse("2026-06-30T21:00:00Z");
    static final Instant LAST = Instant.parse("2026-07-31T20:59:59Z");
    static final Instant AFTER = Instant.parse("2026-07-31T21:00:00Z");

    final TestDatabase database = TestDatabase.migrated();
    final JdbcClient jdbc = database.jdbc();
    private final AtomicInteger count = new AtomicInteger();

    long customer() {
        return jdbc.sql("insert into contact (phone_number_id) values ('1') returning id")
                .query(Long.class)
                .single();
    }

    /** Turned out to be {@code other}; what is kept of them was not moved yet, as happens, and of the outbox never is. */
    long customerMergedInto(long other) {
        return jdbc.sql("insert into contact (phone_number_id, merged_into) values ('1', ?) returning id")
                .param(other)
                .query(Long.class)
                .single();
    }

    /** @param marks without braces, in JSON */
    void turn(long contact, Instant at, String marks) {
        journal(contact, at, "trace", "turn", "{\"marks\":{%s},\"at\":\"%s\",\"turn\":\"f00\"}".formatted(marks, at));
    }

    void journal(long contact, Instant at, String trace, String kind, String body) {
        jdbc.sql("insert into journal (contact_id, at, trace, kind, body) values (?, ?, ?, ?, ?)")
                .params(contact, Timestamp.from(at), trace, kind, body)
                .update();
    }

    void writes(long contact, Instant at) {
        receives(
                contact,
                at,
                "{\"message\":{\"type\":\"text\",\"text\":{\"body\":\"I say \\\"type\\\":\\\"reaction\\\"\"}}}");
    }

    void reacts(long contact, Instant at) {
        receives(contact, at, "{\"message\":{\"type\":\"reaction\",\"reaction\":{\"emoji\":\"x\"}}}");
    }

    private void receives(long contact, Instant at, String payload) {
        jdbc.sql("""
                        insert into inbox (contact_id, wamid, sent_at, received_at, trace, payload, state)
                        values (?, ?, ?, ?, 'trace', ?, 'done')
                        """)
                .params(contact, "wamid." + count.incrementAndGet(), Timestamp.from(at), Timestamp.from(at), payload)
                .update();
    }

    /** From the phone app; it comes in like a message. */
    void staffWrites(long contact, Instant at) {
        receives(contact, at, "{\"echo\":{\"type\":\"text\"}}");
        journal(contact, at, "trace", "seen", "{\"type\":\"staff\",\"about\":null,\"detail\":\"Hello\"}");
    }

    /** Through Waybill, which pauses the flow by an echo of its own. */
    void staffSends(long contact, Instant at) {
        long id = botSends(contact, at);
        jdbc.sql("insert into staff_message (contact_id, id, key, said_by, at) values (?, ?, 'k', 'ada', ?)")
                .params(contact, id, Timestamp.from(at))
                .update();
        Instant paused = at.minusSeconds(1);
        receives(contact, paused, "{\"echo\":{\"type\":\"text\"}}");
        journal(contact, paused, "staff-k", "seen", "{\"type\":\"staff\",\"about\":null,\"detail\":\"ada\"}");
    }

    long botSends(long contact, Instant at) {
        Timestamp time = Timestamp.from(at);
        return jdbc.sql("""
                        insert into outbox (contact_id, phone_number_id, trace, payload, state, next_attempt_at, created_at, sent_at)
                        values (?, '1', 'trace', '{}', 'sent', ?, ?, ?) returning id
                        """).params(contact, time, time, time).query(Long.class).single();
    }

    void handsOver(long contact, Instant at) {
        journal(contact, at, "trace", "handover", "{\"reason\":\"The customer asked for a person.\"}");
    }

    /** @param key what the conversation called it; null: it was made elsewhere */
    void order(long contact, String id, @Nullable String key, String source, Instant at) {
        Timestamp time = Timestamp.from(at);
        jdbc.sql("""
                        insert into order_reference (external_order_id, client_reference, contact_id, source, status, status_at, payment,
                            payment_at, created_at, changed_at)
                        values (?, ?, ?, ?, 'pending', ?, 'unpaid', ?, ?, ?)
                        """).params(id, key, contact, source, time, time, time, time).update();
        event(id, "created", "pending", at);
    }

    void status(String order, String status, Instant at) {
        event(order, "status", status, at);
    }

    void event(String order, String kind, String after, Instant at) {
        jdbc.sql(
                        "insert into order_event (external_order_id, at, heard_at, origin, kind, after) values (?, ?, ?, 'erp', ?, ?)")
                .params(order, Timestamp.from(at), Timestamp.from(at), kind, after)
                .update();
    }

    void source(long contact, String place, String type, Instant at) {
        jdbc.sql("insert into contact_source (contact_id, place, at, source_type) values (?, ?, ?, ?)")
                .params(contact, place, Timestamp.from(at), type)
                .update();
    }
}
