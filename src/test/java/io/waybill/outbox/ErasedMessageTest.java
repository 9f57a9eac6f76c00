package io.waybill.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.SettableClock;
import io.waybill.database.Node;
import io.waybill.database.TestDatabase;
import io.waybill.message.DeliveryStatus;
import io.waybill.whatsapp.ReopenTemplate;
import io.waybill.whatsapp.Templates;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message that is on its way while its customer is forgotten brings nothing of them back. */
class ErasedMessageTest {

    private static final long AMINA = 1;
    private static final long BRIAN = 2;

    private final SettableClock clock = SettableClock.atNoon();
    private final TestDatabase database = TestDatabase.migrated();
    private final Map<Long, String> reached = new ConcurrentHashMap<>();
    private Node node;
    private OutboxWriter writer;
    private Outbox outbox;

    @BeforeEach
    void open() throws Exception {
        node = Node.join(database.dataSource());
        outbox = new Outbox(database.jdbc(), node, clock);
        FollowUps followUps = new FollowUps(
                database.jdbc(), clock, new ReopenTemplate(new Templates(List.of()), null), contacts -> List.of());
        Statuses statuses = new Statuses(database.jdbc(), followUps);
        writer = new OutboxWriter(
                new Marks(database.jdbc(), statuses, clock),
                statuses,
                followUps,
                reached::put,
                node,
                database.transaction());
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
        node.close();
    }

    @Test
    void staysDeadAndNamelessWhenItsMarkAndItsStatusesComeAfterwards() {
        OutboxMessage hers = add(AMINA);
        OutboxMessage his = add(BRIAN);
        new OutboxConfiguration().sentMessagesOfPeople(database.jdbc()).erase(List.of(AMINA));

        writer.write(new Mark.Sent(hers, "wamid.hers", clock.instant(), "+254700000001"));
        writer.write(new Mark.Sent(his, "wamid.his", clock.instant(), "+254700000002"));
        await().until(() -> reached.containsKey(BRIAN));
        writer.apply(List.of(
                new DeliveryStatus("wamid.hers", "delivered", clock.instant(), hers.callbackData(), List.of())));

        assertThat(reached).containsOnlyKeys(BRIAN);
        assertThat(rows()).containsExactly("dead erased-", "sent wamid.h");
    }

    @Test
    void keepsWhatASentMessageWasCalledWhenItsStatusCameBeforeItsMark() {
        OutboxMessage message = add(AMINA);
        writer.apply(List.of(
                new DeliveryStatus("wamid.his", "delivered", clock.instant(), message.callbackData(), List.of())));

        writer.write(new Mark.Sent(message, "wamid.his", clock.instant(), "+254700000001"));

        await().until(() -> reached.containsKey(AMINA));
        assertThat(rows()).containsExactly("sent wamid.h");
        assertThat(database.jdbc()
                        .sql("select attempts from outbox")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void letsGoOfStatusesWhoseMessagesNeverCome() {
        for (Duration age : List.of(Duration.ofDays(15), Duration.ofDays(13))) {
            database.jdbc()
                    .sql("insert into early_status (wamid, state, at) values (?, 'read', ?)")
                    .params(
                            "wamid." + age.toDays(),
                            Timestamp.from(clock.instant().minus(age)))
                    .update();
        }

        new EarlyStatuses(database.jdbc(), clock).forgetOld();

        assertThat(database.jdbc()
                        .sql("select wamid from early_status")
                        .query(String.class)
                        .list())
                .containsExactly("wamid.13");
    }

    private OutboxMessage add(long contact) {
        return outbox.add(List.of(new OutboxMessage.Draft(contact, "1", "trace", "{}")), 10)
                .getFirst();
    }

    private List<String> rows() {
        return database.jdbc()
                .sql("select state || ' ' || left(wamid, 7) from outbox order by contact_id")
                .query(String.class)
                .list();
    }
}
