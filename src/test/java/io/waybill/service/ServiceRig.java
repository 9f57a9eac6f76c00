package io.waybill.service;

import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import io.waybill.live.LiveEvents;
import io.waybill.notice.Notices;
import io.waybill.order.OrderContents;
import io.waybill.order.OrderContents.Item;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Services of one customer on a real database; messages are rows as the rest of Waybill writes them. */
final class ServiceRig implements ServiceNews, OrderContents {

    static final Item HOUR = item("S1", "Consultation", 1, 60);
    static final Item GOODS = new Item("P1", "Tea", List.of(), 2, BigDecimal.TEN, null);

    private static final TestDatabase DATABASE = TestDatabase.migrated();

    final TestDatabase database = DATABASE;
    final SettableClock clock = SettableClock.atNoon();
    final List<String> news = new CopyOnWriteArrayList<>();
    final ServiceSessions sessions = new ServiceSessions(database.jdbc(), this, this, notices(), clock);
    final ServiceStarts starts = starts();
    final ServiceHold hold = new ServiceHold(sessions, starts, clock);
    final long contact = contact("+254711000001");
    List<Item> items = List.of(HOUR);

    /** With nothing of the test before: one class uses it, whose tests run one after the other. */
    ServiceRig() {
        database.jdbc()
                .sql("truncate service_session, order_reference, staff_message, outbox, inbox, notice")
                .update();
    }

    /** That of another node. */
    ServiceStarts starts() {
        return new ServiceStarts(database.jdbc(), database.transaction(), this, clock);
    }

    Notices notices() {
        return new Notices(database.jdbc(), new LiveEvents(), clock);
    }

    /** Those of a gateway that cannot put the question. */
    ServiceEnds endsWithout(String words) {
        return new ServiceEnds(
                sessions,
                starts,
                new RenewQuestion(null, null),
                order -> {
                    throw new IllegalArgumentException(words);
                },
                this,
                notices(),
                drafts -> {
                    throw new AssertionError("Nothing can be sent.");
                },
                database.transaction(),
                clock);
    }

    static Item item(String id, String name, int qty, int minutes) {
        return new Item(id, name, List.of(), qty, new BigDecimal("200.00"), minutes);
    }

    long contact(String phone) {
        return database.jdbc()
                .sql("insert into contact (phone_number_id, phone) values ('1', ?) returning id")
                .param(phone)
                .query(Long.class)
                .single();
    }

    /** Is paid now. */
    void paid(String order) {
        database.jdbc().sql("""
                        insert into order_reference (external_order_id, contact_id, source, status, status_at, payment, payment_at, created_at, changed_at)
                        values (?, ?, 'whatsapp', 'confirmed', now(), 'paid', now(), now(), now()) on conflict do nothing
                        """).params(order, contact).update();
        toldPaid(order);
    }

    void toldPaid(String order) {
        database.transaction().executeWithoutResult(tx -> sessions.paid(order, clock.instant()));
    }

    /** A message of ours that was handed to WhatsApp, who took it at {@code at}; null: it waits. */
    long says(String trace, @Nullable Instant at) {
        return database.jdbc()
                .sql("""
                        insert into outbox (contact_id, phone_number_id, trace, payload, next_attempt_at, created_at, state, sent_at)
                        values (?, '1', ?, '{}', now(), now(), ?, ?) returning id
                        """)
                .params(contact, trace, at == null ? "queued" : "sent", at == null ? null : Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /** A person's. */
    long replies(@Nullable Instant at) {
        long id = says("staff-" + at, at);
        database.jdbc()
                .sql("insert into staff_message (contact_id, id, key, said_by, at) values (?, ?, ?, 'ada', now())")
                .params(contact, id, "k" + id)
                .update();
        return id;
    }

    void taken(long message, Instant at) {
        database.jdbc()
                .sql("update outbox set state = 'sent', sent_at = ? where id = ?")
                .params(Timestamp.from(at), message)
                .update();
    }

    /** Something that the customer wrote, or what somebody wrote from the phone app. */
    void hears(String trace, String payload) {
        database.jdbc()
                .sql("""
                        insert into inbox (contact_id, wamid, sent_at, received_at, trace, payload, state) values (?, ?, ?, ?, ?, ?, 'done')
                        """)
                .params(contact, "wamid." + trace, Timestamp.from(clock.instant()), Timestamp.from(clock.instant()))
                .params(trace, payload)
                .update();
    }

    ServiceSession only() {
        starts.settle();
        return sessions.list(null, null, null, 10).getFirst();
    }

    /** In the order in which they are used up. */
    List<ServiceSession> all() {
        starts.settle();
        return sessions.list(null, null, null, 10).reversed();
    }

    @Override
    public Optional<Contents> of(String externalOrderId) {
        return Optional.of(new Contents(
                items, BigDecimal.TEN, null, BigDecimal.TEN, "KES", null, false, null, null, clock.instant()));
    }

    @Override
    public void ready(ServiceSession session) {
        news.add("ready " + session.productName());
    }

    @Override
    public void started(ServiceSession session) {
        news.add("started " + session.productName());
    }

    @Override
    public void expired(ServiceSession session) {
        news.add("expired " + session.productName());
    }

    @Override
    public void closed(ServiceSession session, String by, @Nullable String reason) {
        news.add("closed " + session.productName() + " by " + by);
    }
}
