package io.waybill.inbox;

import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings together what is kept of contacts that turned out to be one person.
 *
 * <p>Only while nobody works on any of them; until then nobody begins to work on the one that goes on. The outbox stays as it is:
 * statuses name a message by the contact it was sent to.
 */
public final class Merges {

    private static final int AT_ONCE = 20;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Merges(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Moves what is kept of one contact elsewhere than here, in the caller's transaction. */
    public interface Belongings {
        void move(long from, long to);
    }

    /** The session that goes on, of two stored ones. */
    public interface OneSession {
        String of(String later, String earlier);
    }

    /** Merges those whose time has come. */
    public void run(OneSession sessions, Belongings belongings) {
        List<Long> due = jdbc.sql(
                        "select contact_id from conversation where merging and lease_until < to_timestamp(?) limit ?")
                .params(now(), AT_ONCE)
                .query(Long.class)
                .list();
        due.forEach(contact -> transaction.executeWithoutResult(status -> merge(contact, sessions, belongings)));
    }

    private void merge(long contact, OneSession sessions, Belongings belongings) {
        List<Row> rows = lock(contact);
        if (rows.stream().anyMatch(Row::held)) {
            return;
        }
        List<Row> others =
                rows.stream().filter(row -> row.contactId() != contact).toList();
        Row later = later(rows);
        String session = later.session();
        for (Row row : rows) {
            if (row != later && row.session() != null) {
                session = session == null ? row.session() : sessions.of(session, row.session());
            }
        }
        for (Row other : others) {
            belongings.move(other.contactId(), contact);
            moveMessages(other.contactId(), contact);
            moveSources(other.contactId(), contact);
        }
        write(contact, rows, later, session);
    }

    /** Whoever holds one of them keeps it; whoever would take one waits. */
    private List<Row> lock(long contact) {
        return jdbc.sql("""
                        select c.contact_id, c.session, c.queued_at, c.lease_until >= to_timestamp(?) as held
                        from conversation c join contact k on k.id = c.contact_id
                        where c.contact_id = ? or k.merged_into = ?
                        order by c.contact_id for update of c
                        """)
                .params(now(), contact, contact)
                .query((row, n) -> new Row(
                        row.getLong("contact_id"),
                        row.getString("session"),
                        row.getTimestamp("queued_at"),
                        row.getBoolean("held")))
                .list();
    }

    /** The one that answered last. */
    private Row later(List<Row> rows) {
        Optional<Long> answered =
                jdbc.sql("""
                        select contact_id from inbox where contact_id = any(?::bigint[]) and state <> 'pending'
                        order by sent_at desc, seq desc limit 1
                        """).param(ids(rows)).query(Long.class).optional();
        return rows.stream()
                .filter(row -> answered.isEmpty() || row.contactId() == answered.get())
                .findFirst()
                .orElseThrow();
    }

    /** A message that came to both is answered once. */
    private void moveMessages(long from, long to) {
        jdbc.sql("""
                        delete from inbox i using inbox o
                        where o.wamid = i.wamid and i.state = 'pending'
                          and (i.contact_id = :to and o.contact_id = :from
                               or i.contact_id = :from and o.contact_id = :to and o.state <> 'pending')
                        """).param("from", from).param("to", to).update();
        jdbc.sql("update inbox set contact_id = ? where contact_id = ?")
                .params(to, from)
                .update();
    }

    private void moveSources(long from, long to) {
        jdbc.sql("""
                        insert into contact_source
                        select ?, place, at, source_type, source_id, headline, source_url, ctwa_clid from contact_source where contact_id = ?
                        on conflict (contact_id, place) do update
                        set at = excluded.at, source_type = excluded.source_type, source_id = excluded.source_id,
                            headline = excluded.headline, source_url = excluded.source_url, ctwa_clid = excluded.ctwa_clid
                        where contact_source.place = 'first' and excluded.at < contact_source.at
                           or contact_source.place = 'last' and excluded.at > contact_source.at
                        """).params(to, from).update();
        jdbc.sql("delete from contact_source where contact_id = ?").param(from).update();
    }

    private void write(long contact, List<Row> rows, Row later, @Nullable String session) {
        jdbc.sql("""
                        with gone as (
                            delete from conversation where contact_id = any(:ids::bigint[]) and contact_id <> :contact
                            returning last_message_at, last_order_id, last_order_number, wakes_at
                        )
                        update conversation c
                        set session = :session, queued_at = :queued,
                            pending = (select count(*) from inbox i where i.contact_id = c.contact_id and i.state = 'pending'),
                            last_message_at = greatest(c.last_message_at, (select max(last_message_at) from gone)),
                            wakes_at = least(c.wakes_at, (select min(wakes_at) from gone)),
                            last_order_id = coalesce(c.last_order_id, (select max(last_order_id) from gone)),
                            last_order_number = case when c.last_order_id is null then (select max(last_order_number) from gone)
                                                else c.last_order_number end,
                            merging = false
                        where c.contact_id = :contact
                        """)
                .param("ids", ids(rows))
                .param("contact", contact)
                .param("session", session, Types.VARCHAR)
                .param("queued", later.queuedAt(), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private static Long[] ids(List<Row> rows) {
        return rows.stream().map(Row::contactId).toArray(Long[]::new);
    }

    private double now() {
        return clock.instant().toEpochMilli() / 1000.0;
    }

    /** @param held somebody works on it */
    private record Row(long contactId, @Nullable String session, java.sql.@Nullable Timestamp queuedAt, boolean held) {}
}
