package io.waybill.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.database.Node;
import io.waybill.database.TestDatabase;
import io.waybill.message.DeliveryStatus;
import io.waybill.message.Problem;
import io.waybill.whatsapp.ReopenTemplate;
import io.waybill.whatsapp.Templates;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxTest {

    private static final int MANY = 100;

    private final SettableClock clock = SettableClock.atNoon();
    private final TestDatabase database = TestDatabase.migrated();
    private Node node;
    private Node otherNode;
    private Outbox outbox;
    private Outbox elsewhere;
    private Statuses statuses;
    private Marks marks;

    @BeforeEach
    void open() throws Exception {
        node = Node.join(database.dataSource());
        otherNode = Node.join(database.dataSource());
        outbox = new Outbox(database.jdbc(), node, clock);
        elsewhere = new Outbox(database.jdbc(), otherNode, clock);
        statuses = new Statuses(
                database.jdbc(),
                new FollowUps(
                        database.jdbc(),
                        clock,
                        new ReopenTemplate(new Templates(List.of()), null),
                        contacts -> List.of()));
        marks = new Marks(database.jdbc(), statuses, clock);
    }

    @AfterEach
    void close() throws Exception {
        node.close();
        otherNode.close();
    }

    @Test
    void keepsMessagesInTheOrderTheyAreAdded() {
        List<OutboxMessage> added = outbox.add(drafts(1, "a", "b", "c"), MANY);

        assertThat(added).extracting(OutboxMessage::payload).containsExactly("a", "b", "c");
        assertThat(added).extracting(OutboxMessage::id).isSorted();
        assertThat(outbox.backlog().messages()).isEqualTo(3);
    }

    @Test
    void takesIntoMemoryOnlyWhatThereIsRoomFor() {
        assertThat(outbox.add(drafts(1, "a", "b", "c"), 2))
                .extracting(OutboxMessage::payload)
                .containsExactly("a", "b");
        assertThat(outbox.claim(MANY)).as("its contact is in memory already").isEmpty();
    }

    @Test
    void leavesAMessageBehindThoseThatAnotherNodeHas() {
        OutboxMessage first = elsewhere.add(drafts(1, "a"), MANY).getFirst();

        assertThat(outbox.add(drafts(1, "b"), MANY)).isEmpty();
        assertThat(outbox.claim(MANY)).isEmpty();

        marks.write(List.of(new Mark.Sent(first, "wamid.a", clock.instant())));
        assertThat(outbox.claim(MANY)).extracting(OutboxMessage::payload).containsExactly("b");
    }

    @Test
    void leavesAMessageBehindThoseThatWaitForRoom() {
        outbox.add(drafts(1, "a"), 0);

        assertThat(outbox.add(drafts(1, "b"), MANY)).isEmpty();
        assertThat(outbox.claim(MANY)).extracting(OutboxMessage::payload).containsExactly("a", "b");
    }

    @Test
    void claimsTheOldestContactsFirstAndEachOnce() {
        outbox.add(drafts(1, "a"), 0);
        outbox.add(drafts(2, "b"), 0);
        outbox.add(drafts(3, "c"), 0);

        assertThat(outbox.claim(2)).extracting(OutboxMessage::contactId).containsExactly(1L, 2L);
        assertThat(elsewhere.claim(MANY)).extracting(OutboxMessage::contactId).containsExactly(3L);
        assertThat(outbox.claim(MANY)).isEmpty();
    }

    @Test
    void forgetsAMessageThatIsSent() {
        OutboxMessage message = added();
        marks.write(List.of(new Mark.Sent(message, "wamid.1", clock.instant())));

        assertThat(row(message))
                .containsEntry("state", "sent")
                .containsEntry("wamid", "wamid.1")
                .containsEntry("attempts", 1)
                .containsEntry("node", null);
        assertThat(outbox.open(List.of(message))).containsExactly(false);
        assertThat(outbox.backlog()).isEqualTo(new Outbox.Backlog(0, Duration.ZERO));
    }

    @Test
    void saysOfEachInOrderWhetherItIsOpen() {
        OutboxMessage sent = added();
        OutboxMessage queued = added();
        OutboxMessage gone = added();
        marks.write(List.of(new Mark.Sent(sent, "wamid.1", clock.instant())));
        database.jdbc().sql("delete from outbox where id = ?").param(gone.id()).update();

        assertThat(outbox.open(List.of(queued, gone, sent, queued))).containsExactly(true, false, false, true);
    }

    @Test
    void keepsWhyAndWhenAMessageIsTriedAgain() {
        OutboxMessage message = added();
        marks.write(List.of(new Mark.Retry(
                message, clock.instant().plusSeconds(4), new Reason(131000, "Busy.", "Graph is unwell."))));

        assertThat(row(message))
                .containsEntry("state", "queued")
                .containsEntry("attempts", 1)
                .containsEntry("error_code", 131000)
                .containsEntry("error", "Graph is unwell.");
        assertThat(outbox.open(List.of(message))).containsExactly(true);
        clock.pass(Duration.ofSeconds(9));
        assertThat(outbox.backlog().oldest()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void handsAnAmbiguousMessageOnAsWhatItIs() {
        OutboxMessage message = added();
        marks.write(
                List.of(new Mark.Ambiguous(message, clock.instant().plusSeconds(15), Reason.ours("No answer came."))));
        outbox.releaseRowsOfOthersThan(Set.of(), Duration.ofSeconds(20));

        assertThat(elsewhere.claim(MANY)).singleElement().satisfies(claimed -> {
            assertThat(claimed.ambiguous()).isTrue();
            assertThat(claimed.unclear()).isZero();
            assertThat(claimed.attempts()).isEqualTo(1);
            assertThat(claimed.notBefore()).isEqualTo(clock.instant().plusSeconds(20));
        });
    }

    @Test
    void countsTriesOfWhichNobodyKnowsTheEnd() {
        OutboxMessage once = added().triedUnclear();
        OutboxMessage twice = once.triedUnclear();
        marks.write(List.of(new Mark.Ambiguous(once, clock.instant(), Reason.ours("No answer came."))));
        marks.write(List.of(new Mark.Ambiguous(twice, clock.instant(), Reason.ours("No answer came."))));

        assertThat(row(twice)).containsEntry("unclear", 2).containsEntry("state", "ambiguous");
    }

    @Test
    void buriesAMessageWithItsReasonAndFreesTheNext() {
        OutboxMessage first = added();
        outbox.add(drafts(1, "b"), 0);
        marks.write(List.of(new Mark.Dead(first, new Reason(131026, null, "The person cannot get it."))));

        assertThat(row(first))
                .containsEntry("state", "dead")
                .containsEntry("error_code", 131026)
                .containsEntry("error", "The person cannot get it.")
                .containsEntry("node", null);
        assertThat(outbox.claim(MANY)).extracting(OutboxMessage::payload).containsExactly("b");
    }

    @Test
    void neverMarksAsFailedWhatAStatusHasProvedToBeSent() {
        OutboxMessage message = added();
        statuses.apply(List.of(status(message, "wamid.1", "sent")));
        marks.write(List.of(new Mark.Ambiguous(message, clock.instant(), Reason.ours("No answer came."))));

        assertThat(row(message)).containsEntry("state", "sent").containsEntry("wamid", "wamid.1");
    }

    @ParameterizedTest
    @CsvSource({
        "sent delivered read, read",
        "read delivered sent, read",
        "delivered failed, delivered",
        "failed delivered, delivered",
        "sent failed sent, failed",
        "played read, played",
        "sent sent, sent"
    })
    void ranksStatusesWhateverTheirOrder(String states, String expected) {
        for (String way : List.of("callback", "wamid", "early", "one call")) {
            OutboxMessage message = added();
            String wamid = "wamid." + message.id();
            Mark sent = new Mark.Sent(message, wamid, clock.instant());
            if (!way.equals("early")) {
                marks.write(List.of(sent));
            }
            List<DeliveryStatus> reported = Arrays.stream(states.split(" "))
                    .map(state -> way.equals("callback") ? status(message, wamid, state) : status(null, wamid, state))
                    .toList();
            if (way.equals("one call")) {
                statuses.apply(reported);
            } else {
                reported.forEach(status -> statuses.apply(List.of(status)));
            }
            if (way.equals("early")) {
                marks.write(List.of(sent));
            }

            assertThat(row(message)).as(way).containsEntry("delivery", expected).containsEntry("state", "sent");
        }
        assertThat(database.jdbc()
                        .sql("select count(*) from early_status")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsWhatAFailedStatusSays() {
        OutboxMessage message = added();
        marks.write(List.of(new Mark.Sent(message, "wamid.1", clock.instant())));
        statuses.apply(List.of(new DeliveryStatus(
                "wamid.1",
                "failed",
                clock.instant(),
                message.callbackData(),
                List.of(new Problem(131049, "Engagement", "Not before tomorrow.")))));

        assertThat(row(message)).containsEntry("error_code", 131049).containsEntry("error", "Not before tomorrow.");
    }

    @Test
    void takesAForeignCallbackForNoneOfOurs() {
        statuses.apply(List.of(new DeliveryStatus("wamid.x", "sent", clock.instant(), "somebody else's", List.of())));
        statuses.apply(List.of(new DeliveryStatus("wamid.x", "sent", clock.instant(), "77.88", List.of())));

        assertThat(outbox.backlog().messages()).isZero();
    }

    @Test
    void takesOverWhatADeadNodeHadAndWaitsForAStatusFirst() {
        elsewhere.add(drafts(1, "a"), MANY);
        OutboxMessage ours = outbox.add(drafts(2, "b"), MANY).getFirst();

        assertThat(outbox.releaseRowsOfOthersThan(Set.of(node.number()), Duration.ofSeconds(15)))
                .isEqualTo(1);

        assertThat(outbox.claim(MANY)).singleElement().satisfies(taken -> {
            assertThat(taken.payload()).isEqualTo("a");
            assertThat(taken.ambiguous()).isTrue();
            assertThat(taken.notBefore()).isEqualTo(clock.instant().plusSeconds(15));
        });
        assertThat(row(ours)).containsEntry("state", "queued").containsEntry("node", node.number());
    }

    @Test
    void keepsEachTryThatDidNotSimplySucceedAndNothingOfOneThatDid() {
        OutboxMessage message = added();
        marks.write(List.of(new Mark.Retry(message, clock.instant(), new Reason(131000, "Busy.", "Graph is unwell."))));
        marks.write(List.of(new Mark.Ambiguous(message.tried(), clock.instant(), Reason.ours("No answer came."))));
        marks.write(List.of(new Mark.Sent(message, "wamid.1", clock.instant())));
        OutboxMessage atOnce = added();
        marks.write(List.of(new Mark.Sent(atOnce, "wamid.2", clock.instant())));

        assertThat(attempts(message))
                .containsExactly("retry 131000 Busy. Graph is unwell.", "ambiguous null null No answer came.");
        assertThat(attempts(atOnce)).isEmpty();
    }

    @Test
    void keepsOnceThatTheNumberStandsStillForTheSameReason() {
        OutboxMessage message = added();
        Reason token = new Reason(190, null, "The token is not valid.");
        marks.write(List.of(new Mark.Held(message, token), new Mark.Held(message, token)));
        marks.write(List.of(new Mark.Held(message, new Reason(131042, null, "Pay."))));
        marks.write(List.of(new Mark.Held(message, token)));

        assertThat(attempts(message))
                .containsExactly(
                        "held 190 null The token is not valid.",
                        "held 131042 null Pay.",
                        "held 190 null The token is not valid.");
        assertThat(row(message)).containsEntry("state", "queued").containsEntry("attempts", 0);
    }

    @Test
    void keepsWhenAMessageWasDeliveredReadAndFailedOnce() {
        OutboxMessage message = added();
        for (String state : List.of("sent", "failed", "delivered", "read", "delivered", "failed")) {
            clock.pass(Duration.ofSeconds(10));
            statuses.apply(List.of(status(message, "wamid.1", state)));
        }

        Map<String, Object> row = row(message);
        assertThat(List.of("sent_at", "failed_at", "delivered_at", "read_at"))
                .extracting(column -> ((java.sql.Timestamp) row.get(column)).toInstant())
                .containsExactly(
                        clock.instant().minusSeconds(50),
                        clock.instant().minusSeconds(40),
                        clock.instant().minusSeconds(30),
                        clock.instant().minusSeconds(20));
        assertThat(attempts(message)).as("the failure, once").hasSize(1);
    }

    @Test
    void keepsWhatComesTooLateWithoutEverSendingIt() {
        outbox.addTooLate(drafts(1, "a", "b"));

        assertThat(states()).containsExactly("a dead", "b dead");
        assertThat(outbox.claim(MANY)).isEmpty();
        assertThat(database.jdbc()
                        .sql("select distinct outcome || ' ' || code from outbox_attempt")
                        .query(String.class)
                        .list())
                .containsExactly("dead 131047");
    }

    private List<String> states() {
        return database.jdbc()
                .sql("select payload || ' ' || state from outbox order by id")
                .query(String.class)
                .list();
    }

    private List<String> attempts(OutboxMessage message) {
        return database.jdbc()
                .sql("select concat_ws(' ', outcome, coalesce(code::text, 'null'), coalesce(details, 'null'), advice)"
                        + " from outbox_attempt where contact_id = ? and id = ? order by n")
                .params(message.contactId(), message.id())
                .query(String.class)
                .list();
    }

    private static OutboxMessage.Draft draft(long contact, String payload) {
        return new OutboxMessage.Draft(contact, "310000000000007", "trace", payload);
    }

    private OutboxMessage added() {
        return outbox.add(drafts(1, "a"), MANY).getFirst();
    }

    private List<OutboxMessage.Draft> drafts(long contact, String... payloads) {
        return Arrays.stream(payloads).map(payload -> draft(contact, payload)).toList();
    }

    private DeliveryStatus status(@Nullable OutboxMessage message, String wamid, String state) {
        return new DeliveryStatus(
                wamid, state, clock.instant(), message == null ? null : message.callbackData(), List.of());
    }

    private Map<String, Object> row(OutboxMessage message) {
        return database.jdbc()
                .sql("select * from outbox where contact_id = ? and id = ?")
                .params(message.contactId(), message.id())
                .query()
                .singleRow();
    }
}
