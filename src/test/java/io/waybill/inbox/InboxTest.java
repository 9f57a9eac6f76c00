package io.waybill.inbox;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.SettableClock;
import io.waybill.database.Node;
import io.waybill.database.TestDatabase;
import io.waybill.inbox.Claim.OrderReference;
import io.waybill.message.Content;
import io.waybill.message.InboundMessage;
import io.waybill.message.Referral;
import io.waybill.message.Sender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class InboxTest {

    private static final Duration LEASE = Duration.ofSeconds(60);

    private final SettableClock clock = SettableClock.atNoon();
    private final TestDatabase database = TestDatabase.migrated();
    private final Desk desk = new Desk();
    private Node node;
    private Inbox inbox;
    private Claims claims;

    @BeforeEach
    void open() throws Exception {
        node = Node.join(database.dataSource());
        inbox = new Inbox(
                database.jdbc(), database.transaction(), new Contacts(database.jdbc()), rows(), node, clock, LEASE);
        inbox.handTo(desk);
        claims = claims(node);
    }

    @AfterEach
    void close() throws Exception {
        inbox.close();
        node.close();
    }

    @Test
    void storesEachMessageOnceAndHandsItOut() {
        assertThat(store(text("wamid.1", "+254700000001", 0))).isEqualTo(1);
        assertThat(store(text("wamid.1", "+254700000001", 0))).isZero();

        assertThat(desk.claims).hasSize(1);
        assertThat(desk.claims.getFirst().contact().phone()).isEqualTo("+254700000001");
        assertThat(ids(desk.claims.getFirst())).containsExactly("wamid.1");
    }

    @Test
    void absorbsConcurrentRedelivery() {
        List<CompletableFuture<Integer>> deliveries = IntStream.range(0, 20)
                .mapToObj(n -> CompletableFuture.supplyAsync(() -> store(text("wamid.1", "+254700000001", 0))))
                .toList();

        assertThat(deliveries.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(1);
        assertThat(desk.claims).hasSize(1);
    }

    @Test
    void absorbsARedeliveryDaysAfterTheMessageWasAnswered() {
        store(text("wamid.1", "+254700000001", 0));
        complete(desk.claims.getFirst(), false, "wamid.1");
        clock.pass(Duration.ofDays(8));

        assertThat(store(text("wamid.1", "+254700000001", 0))).isZero();
        assertThat(claims.claimWaiting(10)).isEmpty();
    }

    @Test
    void keepsAContactWithItsWorkerAndTellsItThatMoreWaits() {
        store(text("wamid.1", "+254700000001", 0));
        store(text("wamid.2", "+254700000001", 1));
        assertThat(desk.claims).as("the second message waits for the first").hasSize(1);

        Claim claim = desk.claims.getFirst();
        assertThat(complete(claim, false, "wamid.1")).isEqualTo(1);
        assertThat(claims.claimWaiting(10)).as("still held").isEmpty();
        assertThat(claims.next(claim))
                .extracting(pending -> pending.message().id())
                .containsExactly("wamid.2");
        assertThat(complete(claim, false, "wamid.2")).isZero();

        store(text("wamid.3", "+254700000001", 2));
        assertThat(desk.claims).as("free again").hasSize(2);
        assertThat(desk.claims.getLast().session()).isEqualTo("session after wamid.2");
    }

    @Test
    void handsOutTheMessagesOfAContactByTheTimeTheyWereWritten() {
        desk.free = 0;
        store(text("wamid.late", "+254700000001", 30));
        store(text("wamid.early", "+254700000001", 10));

        assertThat(claims.claimWaiting(10))
                .singleElement()
                .satisfies(claim -> assertThat(ids(claim)).containsExactly("wamid.early", "wamid.late"));
    }

    @Test
    void leavesInPostgresWhatFindsNoFreeWorkerAndSaysSo() {
        desk.free = 1;
        inbox.store(delivery(List.of(
                text("wamid.1", "+254700000001", 0),
                text("wamid.2", "+254700000002", 0),
                text("wamid.3", "+254700000003", 0))));

        assertThat(desk.claims).hasSize(1);
        assertThat(desk.behind).isTrue();
        assertThat(claims.claimWaiting(10))
                .extracting(claim -> claim.contact().phone())
                .containsExactlyInAnyOrder("+254700000002", "+254700000003");
        assertThat(claims.claimWaiting(10)).isEmpty();
    }

    @Test
    void givesAContactToAnotherWorkerWhenItsLeaseRunsOutAndRefusesTheFirst() {
        store(text("wamid.1", "+254700000001", 0));
        Claim first = desk.claims.getFirst();
        clock.pass(LEASE.plusSeconds(1));

        Claim second = claims.claimWaiting(10).getFirst();
        assertThat(ids(second)).containsExactly("wamid.1");
        assertThat(tryComplete(first, false, "wamid.1")).as("the lease is lost").isNull();
        assertThat(complete(second, false, "wamid.1")).isZero();
    }

    @Test
    void keepsALeaseThatIsRenewed() {
        store(text("wamid.1", "+254700000001", 0));
        clock.pass(LEASE.minusSeconds(1));
        claims.renew(List.of(desk.claims.getFirst()));
        clock.pass(LEASE.minusSeconds(1));

        assertThat(claims.claimWaiting(10)).isEmpty();
    }

    @Test
    void handsOutAContactWhenItIsToBeWokenAndNotBefore() {
        store(text("wamid.1", "+254700000001", 0));
        Instant at = clock.instant().plusSeconds(60);
        completeUntil(at, desk.claims.getFirst());

        clock.pass(Duration.ofMillis(59_999));
        assertThat(claims.claimDue(10)).isEmpty();
        clock.pass(Duration.ofMillis(1));
        Claim woken = claims.claimDue(10).getFirst();
        assertThat(woken.messages()).isEmpty();
        assertThat(woken.session()).isEqualTo("session after wamid.1");
        assertThat(claims.claimDue(10)).as("held").isEmpty();

        completeUntil(null, woken);
        clock.pass(Duration.ofDays(30));
        assertThat(claims.claimDue(10)).as("nothing left to wake for").isEmpty();
    }

    @Test
    void handsAWakingContactToOneOfManyNodes() throws Exception {
        for (int i = 0; i < 40; i++) {
            store(text("wamid." + i, "+2547000001%02d".formatted(i), 0));
            completeUntil(clock.instant().plusSeconds(1 + i % 2), desk.claims.getLast());
        }
        clock.pass(Duration.ofSeconds(2));
        try (Node other = Node.join(database.dataSource())) {
            Claims ofOther = claims(other);
            List<Claim> due = IntStream.range(0, 20)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> (n % 2 == 0 ? claims : ofOther).claimDue(5)))
                    .toList()
                    .stream()
                    .flatMap(claimed -> claimed.join().stream())
                    .toList();

            assertThat(due).extracting(claim -> claim.contact().id()).doesNotHaveDuplicates();
            assertThat(due.size() + claims.claimDue(100).size()).isEqualTo(40);
        }
    }

    @Test
    void wakesAContactAgainWhenTheNodeThatWokeItDied() throws Exception {
        store(text("wamid.1", "+254700000001", 0));
        completeUntil(clock.instant(), desk.claims.getFirst());
        clock.pass(Duration.ofMillis(1));
        Claim lost = claims.claimDue(10).getFirst();
        try (Node survivor = Node.join(database.dataSource())) {
            node.close();
            Claims ofSurvivor = claims(survivor);
            ofSurvivor.releaseLeasesOfOthersThan(survivor.alive());

            assertThat(ofSurvivor.claimDue(10)).hasSize(1);
            assertThat(tryComplete(lost, false, "wamid.1"))
                    .as("the lease is lost")
                    .isNull();
        }
    }

    @Test
    void leavesAWakingTimeAloneThatIsOnlyPutOff() {
        store(text("wamid.1", "+254700000001", 0));
        Instant noon = clock.instant();
        completeUntil(noon.plusSeconds(60), desk.claims.getLast());
        store(text("wamid.2", "+254700000001", 1));
        completeUntil(noon.plusSeconds(90), desk.claims.getLast());
        assertThat(wakesAt()).isEqualTo(noon.plusSeconds(60));

        store(text("wamid.3", "+254700000001", 2));
        completeUntil(noon.plusSeconds(30), desk.claims.getLast());
        assertThat(wakesAt()).as("sooner").isEqualTo(noon.plusSeconds(30));

        clock.pass(Duration.ofSeconds(30));
        completeUntil(noon.plusSeconds(90), claims.claimDue(1).getFirst());
        assertThat(wakesAt()).as("it has come").isEqualTo(noon.plusSeconds(90));

        store(text("wamid.4", "+254700000001", 3));
        completeUntil(null, desk.claims.getLast());
        assertThat(wakesAt()).isNull();
    }

    private @Nullable Instant wakesAt() {
        return database
                .jdbc()
                .sql("select wakes_at from conversation")
                .query((row, n) -> row.getTimestamp(1))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(java.sql.Timestamp::toInstant)
                .findFirst()
                .orElse(null);
    }

    @Test
    void freesWhatADeadNodeHeldAtOnce() throws Exception {
        store(text("wamid.1", "+254700000001", 0));
        try (Node survivor = Node.join(database.dataSource())) {
            assertThat(survivor.alive()).containsExactlyInAnyOrder(node.number(), survivor.number());
            node.close();
            assertThat(survivor.alive()).containsExactly(survivor.number());

            Claims ofSurvivor = claims(survivor);
            assertThat(ofSurvivor.claimWaiting(10)).isEmpty();
            ofSurvivor.releaseLeasesOfOthersThan(survivor.alive());
            assertThat(ofSurvivor.claimWaiting(10)).hasSize(1);
        }
    }

    @Test
    void holdsBackAContactThatWasReleasedForLater() {
        store(text("wamid.1", "+254700000001", 0));
        claims.release(desk.claims.getFirst(), clock.instant().plusSeconds(5));

        assertThat(claims.claimWaiting(10)).isEmpty();
        clock.pass(Duration.ofSeconds(6));
        assertThat(claims.claimWaiting(10)).hasSize(1);
    }

    @Test
    void givesAContactBackLateWhenTheDatabaseWasAway() {
        DelegatingDataSource line = new DelegatingDataSource(database.dataSource());
        Claims shaky = new Claims(JdbcClient.create(line), database.transaction(), rows(), node, clock, LEASE);
        store(text("wamid.1", "+254700000001", 0));

        line.setTargetDataSource(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/away"));
        shaky.giveBack(desk.claims.getFirst(), clock.instant());
        assertThatThrownBy(shaky::giveBackLate).isInstanceOf(DataAccessException.class);
        line.setTargetDataSource(database.dataSource());
        shaky.giveBackLate();

        clock.pass(Duration.ofMillis(1));
        assertThat(claims.claimWaiting(10)).hasSize(1);
    }

    @Test
    void remembersTheLastOrderAndWhenTheCustomerWrote() {
        store(text("wamid.1", "+254700000001", 7));
        Claim claim = desk.claims.getFirst();
        assertThat(claim.lastMessageAt()).isEqualTo(Instant.parse("2026-11-21T12:00:07Z"));
        database.transaction()
                .executeWithoutResult(status -> claims.complete(List.of(new Completion(
                        claim.contact().id(),
                        claim.lease(),
                        "s",
                        List.of("wamid.1"),
                        false,
                        null,
                        null,
                        new OrderReference("E-1", "SO-1")))));

        store(text("wamid.2", "+254700000001", 8));
        assertThat(desk.claims.getLast().lastOrder()).isEqualTo(new OrderReference("E-1", "SO-1"));
    }

    @Test
    void buriesAMessageThatCannotBeAnsweredWithTheReason() {
        store(text("wamid.1", "+254700000001", 0));
        complete(desk.claims.getFirst(), false, "wamid.1");
        claims.bury(desk.claims.getFirst().contact().id(), "wamid.1", "no flow");

        assertThat(database.jdbc()
                        .sql("select state || ': ' || error from inbox")
                        .query(String.class)
                        .single())
                .isEqualTo("dead: no flow");
    }

    @Test
    void keepsWhatNoFlowCanAnswer() {
        inbox.store(new Delivery(
                "t", clock.instant(), List.of(), List.of(new Delivery.Unhandled("number", "Not ours.", "{}"))));

        assertThat(database.jdbc()
                        .sql("select kind || ': ' || reason from unhandled_update")
                        .query(String.class)
                        .list())
                .containsExactly("number: Not ours.");
    }

    @Test
    void tellsTheAgeOfTheOldestMessageThatWaits() {
        assertThat(inbox.oldestWaiting()).isZero();
        store(text("wamid.1", "+254700000001", 0));
        clock.pass(Duration.ofSeconds(3));
        store(text("wamid.2", "+254700000002", 0));

        assertThat(inbox.oldestWaiting()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void knowsAPersonByUserIdAloneAndLinksThePhoneWhenBothAreSeen() {
        store(message("wamid.1", new Sender(null, "KE.1", null, "Zed")));
        Claim hidden = desk.claims.getFirst();
        complete(hidden, false, "wamid.1");
        store(message("wamid.2", new Sender("+254700000009", "KE.1", null, "Zed")));
        complete(desk.claims.getLast(), false, "wamid.2");
        store(message("wamid.3", new Sender("+254700000009", null, null, null)));

        assertThat(desk.claims)
                .extracting(claim -> claim.contact().id())
                .containsOnly(hidden.contact().id());
        assertThat(desk.claims.getLast().contact())
                .isEqualTo(new Contact(hidden.contact().id(), "100", "+254700000009", "KE.1", "Zed"));
    }

    @Test
    void handsOutWithTheClaimWhatLedTheCustomerHereLast() {
        store(text("wamid.1", "+254700000001", 1));
        assertThat(desk.claims.getLast().source()).isNull();
        complete(desk.claims.getLast(), false, "wamid.1");

        store(fromAd("wamid.2", "spring", 20));
        assertThat(desk.claims.getLast().source()).isEqualTo(source("spring", 20));
        complete(desk.claims.getLast(), false, "wamid.2");

        store(fromAd("wamid.3", "winter", 10));
        assertThat(desk.claims.getLast().source()).as("told late").isEqualTo(source("spring", 20));
        complete(desk.claims.getLast(), false, "wamid.3");

        desk.free = 0;
        store(text("wamid.4", "+254700000001", 30));
        assertThat(claims.claimWaiting(10))
                .singleElement()
                .satisfies(claim -> assertThat(claim.source()).isEqualTo(source("spring", 20)));
    }

    @Test
    void knowsTheSourceOfAMessageThatCameWhileItsContactWasHeld() {
        store(fromAd("wamid.1", "spring", 10));
        Claim claim = desk.claims.getFirst();
        store(fromAd("wamid.2", "summer", 20));
        complete(claim, true, "wamid.1");

        InboundMessage next = claims.next(claim).getFirst().message();
        assertThat(Source.last(claim.source(), next)).isEqualTo(source("summer", 20));
        assertThat(Source.last(claim.source(), text("wamid.3", "+254700000001", 30)))
                .isEqualTo(source("spring", 10));
    }

    private InboundMessage fromAd(String wamid, String ad, int second) {
        InboundMessage text = text(wamid, "+254700000001", second);
        return new InboundMessage(
                wamid,
                "100",
                text.sender(),
                text.sentAt(),
                null,
                text.content(),
                source(ad, second).referral());
    }

    private static Source source(String ad, int second) {
        return new Source(
                new Referral("ad", ad, null, "https://ads.example/" + ad, null),
                Instant.parse("2026-11-21T12:00:00Z").plusSeconds(second));
    }

    @Test
    void keepsTheSamePersonAtTwoNumbersOfOursApart() {
        store(new InboundMessage(
                "wamid.1",
                "100",
                new Sender("+254700000001", null, null, null),
                clock.instant(),
                null,
                new Content.Text("a")));
        store(new InboundMessage(
                "wamid.2",
                "200",
                new Sender("+254700000001", null, null, null),
                clock.instant(),
                null,
                new Content.Text("b")));

        assertThat(desk.claims).extracting(claim -> claim.contact().id()).doesNotHaveDuplicates();
    }

    private Claims claims(Node node) {
        return new Claims(database.jdbc(), database.transaction(), rows(), node, clock, LEASE);
    }

    private ClaimRows rows() {
        return new ClaimRows(
                database.jdbc(),
                new Contacts(database.jdbc()),
                (number, json) -> Objects.requireNonNull(sent.get(json)));
    }

    private final Map<String, InboundMessage> sent = new java.util.concurrent.ConcurrentHashMap<>();

    private int store(InboundMessage message) {
        return inbox.store(delivery(List.of(message)));
    }

    private Delivery delivery(List<InboundMessage> messages) {
        sent.putAll(messages.stream().collect(toMap(InboundMessage::id, m -> m)));
        return new Delivery(
                "trace",
                clock.instant(),
                messages.stream().map(m -> new Incoming(m, m.id())).toList(),
                List.of());
    }

    private InboundMessage text(String wamid, String phone, int second) {
        return new InboundMessage(
                wamid,
                "100",
                new Sender(phone, null, null, "Amina"),
                Instant.parse("2026-11-21T12:00:00Z").plusSeconds(second),
                null,
                new Content.Text("hi"));
    }

    private InboundMessage message(String wamid, Sender sender) {
        return new InboundMessage(wamid, "100", sender, clock.instant(), null, new Content.Text("hi"));
    }

    private int complete(Claim claim, boolean hold, String... done) {
        return Objects.requireNonNull(tryComplete(claim, hold, done));
    }

    private @Nullable Integer tryComplete(Claim claim, boolean hold, String... done) {
        Completion completion = new Completion(
                claim.contact().id(),
                claim.lease(),
                "session after " + done[done.length - 1],
                List.of(done),
                hold,
                null,
                null,
                null);
        return Objects.requireNonNull(database.transaction().execute(status -> claims.complete(List.of(completion))))
                .get(claim.contact().id());
    }

    /** Answers all messages of the claim. */
    private void completeUntil(@Nullable Instant wakesAt, Claim claim) {
        Completion completion = new Completion(
                claim.contact().id(),
                claim.lease(),
                "session after " + String.join(", ", ids(claim)),
                ids(claim),
                false,
                wakesAt,
                null,
                null);
        database.transaction().executeWithoutResult(status -> claims.complete(List.of(completion)));
    }

    private static List<String> ids(Claim claim) {
        return claim.messages().stream().map(pending -> pending.message().id()).toList();
    }

    /** A worker that does nothing but collect. */
    private static final class Desk implements Worker {
        private final List<Claim> claims = new CopyOnWriteArrayList<>();
        private volatile int free = 100;
        private volatile boolean behind;

        @Override
        public int free() {
            return free;
        }

        @Override
        public void take(Claim claim) {
            claims.add(claim);
        }

        @Override
        public void behind() {
            behind = true;
        }
    }
}
