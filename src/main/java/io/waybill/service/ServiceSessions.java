package io.waybill.service;

import io.waybill.notice.Notice.Kind;
import io.waybill.notice.Notices;
import io.waybill.order.OrderContents;
import io.waybill.order.OrderContents.Contents;
import io.waybill.order.OrderContents.Item;
import io.waybill.order.PaidOrders;
import io.waybill.service.ServiceSession.State;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what time customers have paid for: a session for each service line of an order, in the commit that knows of the payment first. */
public final class ServiceSessions implements PaidOrders {

    private static final String ROW = "select " + ServiceSession.COLUMNS + " from service_session s ";

    private final JdbcClient jdbc;
    private final OrderContents contents;
    private final ServiceNews news;
    private final Notices notices;
    private final Clock clock;

    ServiceSessions(JdbcClient jdbc, OrderContents contents, ServiceNews news, Notices notices, Clock clock) {
        this.jdbc = jdbc;
        this.contents = contents;
        this.news = news;
        this.notices = notices;
        this.clock = clock;
    }

    /** Its time begins later than the payment was made: replies that were written before we knew of it are not charged. */
    @Override
    public void paid(String externalOrderId, Instant at) {
        List<Item> items = contents.of(externalOrderId).map(Contents::items).orElseGet(List::of);
        int[] lines = IntStream.range(0, items.size())
                .filter(line -> items.get(line).minutes() != null)
                .toArray();
        if (lines.length > 0) {
            Instant now = clock.instant();
            for (ServiceSession session : add(externalOrderId, items, lines, now)) {
                news.ready(session);
                notices.end(Kind.SERVICE_OVER, subject(session));
            }
        }
    }

    private List<ServiceSession> add(String externalOrderId, List<Item> items, int[] lines, Instant now) {
        return jdbc.sql("""
                        insert into service_session as s (external_order_id, line, contact_id, external_product_id, product_name, paid_minutes,
                            ready_at, after_outbox, after_inbox)
                        select r.external_order_id, item.line, r.contact_id, item.product, item.name, item.minutes, :now,
                            coalesce(pg_sequence_last_value('outbox_id_seq'), 0), coalesce(pg_sequence_last_value('inbox_seq_seq'), 0)
                        from order_reference r, unnest(cast(:lines as int[]), cast(:products as text[]), cast(:names as text[]),
                            cast(:minutes as int[])) as item (line, product, name, minutes)
                        where r.external_order_id = :order
                        order by item.line
                        on conflict (external_order_id, line) do nothing
                        returning
                        """ + ServiceSession.COLUMNS)
                .param("order", externalOrderId)
                .param("now", Timestamp.from(now))
                .param("lines", IntStream.of(lines).boxed().toArray(Integer[]::new))
                .param(
                        "products",
                        IntStream.of(lines)
                                .mapToObj(line -> items.get(line).externalProductId())
                                .toArray(String[]::new))
                .param(
                        "names",
                        IntStream.of(lines)
                                .mapToObj(line -> items.get(line).name())
                                .toArray(String[]::new))
                .param(
                        "minutes",
                        IntStream.of(lines)
                                .mapToObj(line -> items.get(line).paidMinutes().orElseThrow())
                                .toArray(Integer[]::new))
                .query(ServiceSession::row)
                .list();
    }

    /** What a notice about the end of the contact's time is about. */
    static String subject(ServiceSession session) {
        return Long.toString(session.contactId());
    }

    Optional<ServiceSession> find(long id) {
        return jdbc.sql(ROW + "where s.id = ?")
                .param(id)
                .query(ServiceSession::row)
                .optional();
    }

    /** Nobody else changes it until the caller's transaction ends. */
    Optional<ServiceSession> lock(long id) {
        return jdbc.sql(ROW + "where s.id = ? for update of s")
                .param(id)
                .query(ServiceSession::row)
                .optional();
    }

    /**
     * The newest first.
     *
     * @param before the id of the last one of the page before; null: from the newest on
     */
    List<ServiceSession> list(@Nullable State state, @Nullable Long contact, @Nullable Long before, int limit) {
        return jdbc.sql(ROW + """
                        where %s and (cast(:contact as bigint) is null or s.contact_id = :contact) and s.id < :before
                        order by s.id desc limit :limit
                        """.formatted(state == null ? "true" : state.condition()))
                .param("contact", contact, Types.BIGINT)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", limit)
                .query(ServiceSession::row)
                .list();
    }

    /** The one that the contact uses now or will use, else the one that ended last. */
    Optional<ServiceSession> latest(long contactId) {
        return jdbc.sql(ROW + """
                        where s.contact_id = :contact
                        order by s.closed_at is null and (s.started_at is null or s.expires_at > cast(:now as timestamptz)) desc,
                            coalesce(s.closed_at, s.expires_at) desc, s.id desc
                        limit 1
                        """)
                .param("contact", contactId)
                .param("now", Timestamp.from(clock.instant()))
                .query(ServiceSession::row)
                .optional();
    }

    /** Takes one whose time is over and whose end nobody has told yet, in the caller's transaction; nobody else gets it. */
    Optional<ServiceSession> takeEnded() {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        update service_session s set ended_told_at = :now
                        where s.id = (
                            select e.id from service_session e
                            where e.expires_at <= cast(:now as timestamptz) and e.ended_told_at is null and e.closed_at is null
                            order by e.expires_at, e.id limit 1 for update skip locked)
                        returning
                        """ + ServiceSession.COLUMNS)
                .param("now", now)
                .query(ServiceSession::row)
                .optional();
    }

    /** In the caller's transaction. */
    void asked(long id) {
        jdbc.sql("update service_session set asked_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    /** In the caller's transaction, who has {@link #lock locked} it. */
    void close(ServiceSession session, String by, @Nullable String reason) {
        jdbc.sql("update service_session set closed_at = :now, closed_by = :by, close_reason = :reason where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("reason", reason, Types.VARCHAR)
                .param("id", session.id())
                .update();
        notices.end(Kind.SERVICE_OVER, subject(session));
    }

    /** What is kept of {@code from} is {@code to}'s from now on, in the caller's transaction. */
    public void move(long from, long to) {
        jdbc.sql("update service_session set contact_id = ? where contact_id = ?")
                .params(to, from)
                .update();
    }
}
