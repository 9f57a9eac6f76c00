package io.waybill.order;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds orders for people: by status, by payment, by whom they are for. */
final class OrderList {

    private static final String FROM = """
            from order_reference r join contact c on c.id = r.contact_id
            where (:payment::text is null or r.payment = :payment) and (:source::text is null or r.source = :source)
                and (:assignee::text is null or coalesce(r.assignee, '') = :assignee)
                and (:contact::bigint is null or r.contact_id = :contact)
                and (:flagged::boolean is null or (r.flag is not null) = :flagged)
                and (:from::timestamptz is null or r.created_at >= :from) and (:to::timestamptz is null or r.created_at < :to)
                and (:text::text is null or r.order_number = :text or r.external_order_id = :text
                    or c.name ilike '%' || :like || '%' escape '\\')
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OrderList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is looked for; null makes no difference.
     *
     * @param assignee empty: nobody
     * @param unopened whether nobody has come to its chat by the link for so long that it counts as forgotten
     * @param from when it was made, at the earliest
     * @param to when it was made, and before that
     * @param text a number, an id of the ERP, or a part of the customer's name
     */
    record Wanted(
            @Nullable String status,
            @Nullable String payment,
            @Nullable String source,
            @Nullable String assignee,
            @Nullable Long contact,
            @Nullable Boolean flagged,
            @Nullable Boolean unopened,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String text) {}

    /** An order and its customer. */
    record Row(
            OrderReference order,
            @Nullable String customer,
            @Nullable String phone) {}

    /** The newest first, those before the order with this id. */
    List<Row> find(Wanted wanted, @Nullable Long before, int limit) {
        return asked(
                        "select r.*, c.name, c.phone " + FROM + unopened(wanted)
                                + " and (:status::text is null or r.status = :status) and r.id < :before order by r.id desc limit :limit",
                        wanted)
                .param("status", wanted.status(), Types.VARCHAR)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query((row, n) -> new Row(OrderReferences.row(row, n), row.getString("name"), row.getString("phone")))
                .list();
    }

    /** By the ERP's id, else the newest with this number. */
    Optional<Row> one(String name) {
        return jdbc.sql("""
                        select r.*, c.name, c.phone from order_reference r join contact c on c.id = r.contact_id
                        where r.external_order_id = :name or r.order_number = :name
                        order by r.external_order_id = :name desc, r.id desc limit 1
                        """)
                .param("name", name)
                .query((row, n) -> new Row(OrderReferences.row(row, n), row.getString("name"), row.getString("phone")))
                .optional();
    }

    /** How many there are of each status, whatever status is wanted. */
    Map<String, Integer> counts(Wanted wanted) {
        Map<String, Integer> counts = new TreeMap<>();
        asked("select r.status, count(*) as orders " + FROM + unopened(wanted) + " group by r.status", wanted)
                .query((row, n) -> Map.entry(row.getString("status"), row.getInt("orders")))
                .list()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** Written so that it can be answered by the index of what is forgotten. */
    private static String unopened(Wanted wanted) {
        if (wanted.unopened() == null) {
            return "";
        }
        return wanted.unopened()
                ? " and r.forgotten_at <= :now and r.status in ('received', 'pending')"
                : " and (r.forgotten_at is null or r.forgotten_at > :now or r.status not in ('received', 'pending'))";
    }

    private JdbcClient.StatementSpec asked(String sql, Wanted wanted) {
        String text = wanted.text() == null || wanted.text().isBlank()
                ? null
                : wanted.text().strip();
        return jdbc.sql(sql)
                .param("payment", wanted.payment(), Types.VARCHAR)
                .param("source", wanted.source(), Types.VARCHAR)
                .param("assignee", wanted.assignee(), Types.VARCHAR)
                .param("contact", wanted.contact(), Types.BIGINT)
                .param("flagged", wanted.flagged(), Types.BOOLEAN)
                .param("now", Timestamp.from(clock.instant()))
                .param("from", timestamp(wanted.from()), Types.TIMESTAMP)
                .param("to", timestamp(wanted.to()), Types.TIMESTAMP)
                .param("text", text, Types.VARCHAR)
                .param("like", text == null ? null : text.replaceAll("([\\\\%_])", "\\\\$1"), Types.VARCHAR);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant time) {
        return time == null ? null : Timestamp.from(time);
    }
}
