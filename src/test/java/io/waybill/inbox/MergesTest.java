package io.waybill.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.database.Node;
import io.waybill.database.TestDatabase;
import io.waybill.message.Content;
import io.waybill.message.InboundMessage;
import io.waybill.message.Sender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contacts that turn out to be one person, and persons who are called otherwise from now on. */
class MergesTest {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final String PHONE = "+254700000001";
    private static final String NEW_PHONE = "+254700000002";

    private final SettableClock clock = SettableClock.atNoon();
    private final TestDatabase database = TestDatabase.migrated();
    private final Contacts contacts = new Contacts(database.jdbc());
    private final Map<String, InboundMessage> sent = new ConcurrentHashMap<>();
    private final ClaimRows rows =
            new ClaimRows(database.jdbc(), contacts, (number, json) -> Objects.requireNonNull(sent.get(json)));
    private final Merges merges = new Merges(database.jdbc(), database.transaction(), clock);
    private final List<String> moved = new ArrayList<>();
    private Node node;
    private Inbox inbox;
    private Claims claims;

    @BeforeEach
    void open() throws Exception {
        node = Node.join(database.dataSource());
        inbox = new Inbox(database.jdbc(), database.transaction(), contacts, rows, node, clock, LEASE);
        claims = new Claims(database.jdbc(), database.transaction(), rows, node, clock, LEASE);
    }

    @AfterEach
    void close() throws Exception {
        inbox.close();
        node.close();
    }

    @Test
    void goesOnWithTheSessionThatAnsweredLastAndWithAllThatWaits() {
        comes("by-id", null, "KE.1");
        answer("by id");
        clock.pass(Duration.ofMinutes(1));
        comes("by-number", PHONE, null);
        answer("by number");
        comes("waiting", PHONE, null);
        comes("joint", PHONE, "KE.1");

        assertThat(claims.claimWaiting(10))
                .as("before the two are one")
                .extracting(claim -> claim.contact().phone(), MergesTest::ids)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(PHONE, List.of("waiting")));
        clock.pass(LEASE.plusSeconds(1));
        merge();

        Claim claim = onlyClaim();
        assertThat(claim.contact().phone()).isEqualTo(PHONE);
        assertThat(claim.contact().userId()).isEqualTo("KE.1");
        assertThat(claim.session()).isEqualTo("by number + by id");
        assertThat(ids(claim)).containsExactly("waiting", "joint");
        assertThat(database.count("conversation")).isEqualTo(1);
        assertThat(moved).hasSize(1);
    }

    @Test
    void waitsUntilNobodyWorksOnEither() {
        comes("by-id", null, "KE.1");
        answer("by id");
        comes("by-number", PHONE, null);
        Claim held = onlyClaim();
        comes("joint", PHONE, "KE.1");

        merge();
        assertThat(moved).isEmpty();
        assertThat(claims.claimWaiting(10)).isEmpty();

        complete(held, "by number");
        merge();
        assertThat(moved).hasSize(1);
        assertThat(ids(onlyClaim())).containsExactly("joint");
    }

    @Test
    void answersOnceWhatCameAgainWhenTheTwoWereKnownToBeOne() {
        comes("by-id", null, "KE.1");
        answer("by id");
        comes("by-number", PHONE, null);
        answer("by number");
        comes("joint", PHONE, "KE.1");
        comes("by-number", PHONE, null);
        merge();

        assertThat(ids(onlyClaim())).containsExactly("joint");
    }

    @Test
    void keepsTwoPeopleApartWhoseNumberChangedHands() {
        comes("first", PHONE, "KE.1");
        comes("second", null, "KE.2");

        comes("third", PHONE, "KE.2");
        merge();

        assertThat(moved).isEmpty();
        assertThat(database.contactOf("KE.1")).isNotEqualTo(database.contactOf("KE.2"));
        assertThat(database.contactOf(PHONE)).isEqualTo(database.contactOf("KE.2"));
    }

    @Test
    void followsAChangedNumberOnceAndFreesTheOldOne() {
        comes("hello", PHONE, null);
        long contact = database.contactOf(PHONE);

        changesNumber("change");
        assertThat(database.contactOf(NEW_PHONE)).isEqualTo(contact);
        assertThat(database.jdbc()
                        .sql("select phone from contact where id = ?")
                        .param(contact)
                        .query(String.class)
                        .single())
                .isEqualTo(NEW_PHONE);

        comes("stranger", PHONE, null);
        assertThat(database.contactOf(PHONE)).isNotEqualTo(contact);

        assertThat(changesNumber("change")).as("told again").isZero();
        assertThat(database.contactOf(PHONE)).isNotEqualTo(contact);
        assertThat(database.contactOf(NEW_PHONE)).isEqualTo(contact);
    }

    @Test
    void isOnePersonAlsoWhenTheNewNumberWroteBeforeTheChangeWasTold() {
        comes("hello", PHONE, "KE.1");
        answer("old");
        clock.pass(Duration.ofMinutes(1));
        comes("hello again", NEW_PHONE, "KE.2");
        knownSince("2026-11-21T12:01:00Z", "KE.2");
        answer("new");
        long contact = database.contactOf(PHONE);

        changesNumber("change");
        merge();

        assertThat(database.contactOf(NEW_PHONE)).isEqualTo(contact);
        assertThat(database.contactOf("KE.1")).isEqualTo(contact);
        assertThat(database.contactOf("KE.2")).isEqualTo(contact);
        assertThat(onlyClaim().session()).isEqualTo("new + old");
    }

    @Test
    void keepsApartWhoHadTheNumberBeforeSomebodyChangedToIt() {
        comes("long ago", NEW_PHONE, "KE.9");
        knownSince("2026-01-01T12:00:00Z", "KE.9");
        comes("hello", PHONE, "KE.1");
        long contact = database.contactOf(PHONE);

        changesNumber("change");
        merge();

        assertThat(moved).isEmpty();
        assertThat(database.contactOf(NEW_PHONE)).isEqualTo(contact).isNotEqualTo(database.contactOf("KE.9"));
    }

    @Test
    void knowsTheNumberThatAMessageReallyWentTo() {
        comes("hello", "+5215550100155", null);
        long contact = database.contactOf("+5215550100155");

        database.transaction().executeWithoutResult(status -> contacts.reachedAs(contact, "+525550100155"));
        comes("answer", "+525550100155", null);

        assertThat(database.contactOf("+525550100155")).isEqualTo(contact);
        assertThat(database.count("contact")).isEqualTo(1);
    }

    @Test
    void keepsTheMessageOfSomebodyWhomAnotherNodeMergedSinceThisOneSawThem() {
        comes("by-number", PHONE, null);
        answer("by number");
        comes("by-id", null, "KE.1");
        answer("by id");
        Contacts ofAnotherNode = new Contacts(database.jdbc());
        database.transaction()
                .executeWithoutResult(status ->
                        ofAnotherNode.of(List.of(new Sighting("100", new Sender(PHONE, "KE.1", null, "Amina")))));
        merge();

        comes("afterwards", PHONE, null);

        assertThat(ids(onlyClaim())).containsExactly("afterwards");
    }

    private void comes(String wamid, @Nullable String phone, @Nullable String userId) {
        store(wamid, phone, userId, new Content.Text("hi"));
    }

    /** The database has a clock of its own. */
    private void knownSince(String time, String userId) {
        database.jdbc()
                .sql("update contact set created_at = ?::timestamptz where user_id = ?")
                .params(time, userId)
                .update();
    }

    private int changesNumber(String wamid) {
        return store(wamid, PHONE, null, new Content.SystemNotice("user_changed_number", null, NEW_PHONE, null));
    }

    private int store(String wamid, @Nullable String phone, @Nullable String userId, Content content) {
        InboundMessage message = new InboundMessage(
                wamid, "100", new Sender(phone, userId, null, "Amina"), clock.instant(), null, content);
        sent.put(wamid, message);
        return inbox.store(new Delivery("trace", clock.instant(), List.of(new Incoming(message, wamid)), List.of()));
    }

    private void merge() {
        merges.run((later, earlier) -> later + " + " + earlier, (from, to) -> moved.add(from + " to " + to));
    }

    private Claim onlyClaim() {
        List<Claim> waiting = claims.claimWaiting(10);
        assertThat(waiting).hasSize(1);
        return waiting.getFirst();
    }

    private void answer(String session) {
        complete(onlyClaim(), session);
    }

    private void complete(Claim claim, String session) {
        Completion completion =
                new Completion(claim.contact().id(), claim.lease(), session, ids(claim), false, null, null, null);
        database.transaction().executeWithoutResult(status -> claims.complete(List.of(completion)));
    }

    private static List<String> ids(Claim claim) {
        return claim.messages().stream().map(pending -> pending.message().id()).toList();
    }
}
