package io.waybill.order;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what happened to orders, in the order in which it was heard; rows are only added. */
final class OrderTimeline {

    private final JdbcClient jdbc;
    private final Clock clock;

    OrderTimeline(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What an entry is about. */
    enum Kind {
        CREATED,
        STATUS,
        PAYMENT,
        TRACKING,
        NUMBER,
        ASSIGNED,
        ASKED,
        REFUND,
        FEEDBACK,
        RECEIPT,
        OPENED,
        SERVICE;

        /** People write in these what they like, and parcels have addresses. */
        boolean isPersonal() {
            return this == ASKED || this == REFUND || this == SERVICE || this == TRACKING;
        }

        /** Its sentence may name an amount. */
        boolean isAboutMoney() {
            return this == PAYMENT || this == REFUND;
        }

        /** As it stands in the table and in answers. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param at when it happened, by whoever says so
     * @param before as it was; null where there was nothing
     * @param by the person who did it
     * @param detail what a person should know, as a sentence
     */
    record Entry(
            String externalOrderId,
            Instant at,
            String origin,
            Kind kind,
            @Nullable String before,
            @Nullable String after,
            @Nullable String by,
            @Nullable String detail) {}

    /** In the caller's transaction. */
    void add(Entry entry) {
        jdbc.sql("""
                        insert into order_event (external_order_id, at, heard_at, origin, kind, before, after, said_by, detail)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        entry.externalOrderId(),
                        Timestamp.from(entry.at()),
                        Timestamp.from(clock.instant()),
                        entry.origin())
                .params(entry.kind().key(), entry.before(), entry.after())
                .params(entry.by(), entry.detail())
                .update();
    }

    /** Oldest first. */
    List<Entry> of(String externalOrderId) {
        return jdbc.sql("""
                        select external_order_id, at, origin, kind, before, after, said_by, detail from order_event
                        where external_order_id = ? order by id
                        """)
                .param(externalOrderId)
                .query((row, n) -> new Entry(
                        row.getString("external_order_id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("origin"),
                        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("before"),
                        row.getString("after"),
                        row.getString("said_by"),
                        row.getString("detail")))
                .list();
    }
}
