package io.waybill.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.waybill.attention.Place;
import io.waybill.far.GraphFault;
import io.waybill.message.Reply;
import io.waybill.outbox.FailedMessages.Failed;
import io.waybill.outbox.FailedMessages.Wanted;
import io.waybill.outbox.FollowUps.Key;
import io.waybill.outbox.Retries.Again;
import io.waybill.outbox.Retries.Outcome;
import io.waybill.outbox.Retries.Result;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What did not arrive, and what a person does about it. */
class FailedMessagesTest {

    private static final long AMINA = 1;
    private static final long BRIAN = 2;

    @RegisterExtension
    static final SendingRig rig = new SendingRig();

    @BeforeEach
    void begin() {
        rig.writes(AMINA);
        rig.writes(BRIAN);
    }

    @Test
    void listsWhatWasRefusedAtOnceOrLaterWithTheReasonInWords() {
        Key refused = fails(AMINA, "One", 131026);
        rig.says(BRIAN, "Two");
        rig.soon(() -> rig.received(BRIAN).size() == 1);
        rig.clock.pass(Duration.ofSeconds(1));
        rig.gateway.writer.apply(List.of(rig.status(BRIAN, "failed", 131049)));

        assertThat(rig.failed())
                .extracting(Failed::key, Failed::code, Failed::advice)
                .containsExactly(
                        tuple(
                                new Key(BRIAN, 2),
                                131049,
                                "Meta holds back marketing to this person; not before 24 hours."),
                        tuple(
                                refused,
                                131026,
                                "The person cannot get it: not on WhatsApp, an old app, or terms not accepted."));
        assertThat(rig.gateway.failed.reasons())
                .extracting(reason -> reason.reason() + " " + reason.count())
                .containsExactly("131026 1", "131049 1");
        assertThat(find("131049")).containsExactly(new Key(BRIAN, 2));
        assertThat(find(FailedMessages.NO_CODE)).isEmpty();
    }

    @Test
    void listsPageByPageAndByTime() {
        Key first = fails(AMINA, "One", 131026);
        rig.clock.pass(Duration.ofMinutes(1));
        Instant between = rig.clock.instant();
        Key second = fails(AMINA, "Two", 131026);
        Key third = fails(BRIAN, "Three", 131026);

        List<Failed> page = rig.gateway.failed.find(new Wanted(null, null, null, null), 2);
        assertThat(page).extracting(Failed::key).containsExactly(third, second);
        Place after = page.getLast().place();
        assertThat(rig.gateway.failed.find(new Wanted(null, null, null, after), 2))
                .extracting(Failed::key)
                .containsExactly(first);
        assertThat(rig.gateway.failed.find(new Wanted(null, between, null, null), 9))
                .hasSize(2);
        assertThat(rig.gateway.failed.find(new Wanted(null, null, between, null), 9))
                .extracting(Failed::key)
                .containsExactly(first);
    }

    @Test
    void sendsAgainOnceAsAMessageOfItsOwnAndSaysSo() {
        Key key = fails(AMINA, "One", 131026);

        Result result = retry(key);

        assertThat(result.outcome()).isEqualTo(Outcome.SENT_AGAIN);
        assertThat(result.as()).isEqualTo(new Key(AMINA, 2));
        rig.soon(() -> rig.received(AMINA).equals(List.of("One")));
        assertThat(rig.failed()).isEmpty();
        assertThat(retry(key).outcome()).isEqualTo(Outcome.GONE);
        assertThat(rig.received(AMINA)).containsExactly("One");
        assertThat(rig.gateway.why.of(rig.messages(AMINA)).getLast()).endsWith("In its place 1.2 was sent.");
        assertThat(rig.audit.kept)
                .containsExactly(
                        "message.retry 1.1 Before[failedWith=131026] Sent[sentAgainAs=1.2, withOtherWords=false]");
    }

    @Test
    void sendsOnceWhenTwoPeopleRetryAtTheSameMoment() throws Exception {
        Key key = fails(AMINA, "One", 131026);
        SendingRig.Gateway other = rig.starts();

        List<Outcome> outcomes = Stream.of(rig.gateway, other, rig.gateway, other)
                .map(node -> CompletableFuture.supplyAsync(() -> node.retries.retry(again(key, null), false, "ada")))
                .toList()
                .stream()
                .map(each -> each.join().getFirst().outcome())
                .toList();

        assertThat(outcomes).containsOnlyOnce(Outcome.SENT_AGAIN).contains(Outcome.GONE);
        rig.soon(() -> rig.received(AMINA).size() == 1);
        assertThat(rig.messages(AMINA)).hasSize(2);
    }

    @Test
    void isFoundAgainWhenItFailsAgain() {
        Key key = fails(AMINA, "One", 131026);
        rig.graph.refuses(SendingRig.phone(AMINA), 400, 131026);

        retry(key);

        rig.soon(() -> rig.failed().size() == 1);
        assertThat(rig.failed().getFirst().key()).isEqualTo(new Key(AMINA, 2));
    }

    @Test
    void asksFirstWhereTheCustomerMayHaveIt() {
        rig.graph.faults().times(6, GraphFault.ACCEPT_THEN_RESET, SendingRig.phone(AMINA));
        rig.says(AMINA, "One");
        rig.until(() -> rig.messages(AMINA).getFirst().state() == SentMessage.State.DEAD);
        Key key = rig.failed().getFirst().key();
        rig.writes(AMINA);
        int before = rig.received(AMINA).size();

        Result asked = retry(key);

        assertThat(asked.outcome()).isEqualTo(Outcome.MAY_HAVE_ARRIVED);
        assertThat(asked.sentence()).startsWith("WhatsApp did not answer 6 of its tries");
        assertThat(rig.failed()).hasSize(1);
        assertThat(rig.gateway.retries.retry(again(key, null), true, "ada"))
                .extracting(Result::outcome)
                .containsExactly(Outcome.SENT_AGAIN);
        rig.soon(() -> rig.received(AMINA).size() == before + 1);
    }

    @Test
    void leavesTheListWhenAStatusSaysThatItArrivedAfterAll() {
        rig.graph.faults().times(6, GraphFault.ACCEPT_THEN_RESET, SendingRig.phone(AMINA));
        rig.says(AMINA, "One");
        rig.until(() -> rig.messages(AMINA).getFirst().state() == SentMessage.State.DEAD);
        Key key = rig.failed().getFirst().key();

        rig.gateway.writer.apply(List.of(rig.status(AMINA, "delivered", 0)));

        assertThat(rig.failed()).isEmpty();
        assertThat(rig.gateway.retries.retry(again(key, null), true, "ada"))
                .extracting(Result::outcome)
                .containsExactly(Outcome.GONE);
    }

    @Test
    void sendsOnlyATemplateWhenTheTwentyFourHoursAreOver() {
        Key key = fails(AMINA, "One", 131026);
        rig.clock.pass(Duration.ofHours(25));

        Result result = retry(key);

        assertThat(result.outcome()).isEqualTo(Outcome.WINDOW_CLOSED);
        assertThat(result.sentence())
                .isEqualTo("The customer wrote last at 2026-11-21T12:00:00Z, more than 24 hours ago:"
                        + " WhatsApp takes only a template until they write. Send one in the chat.");
        rig.writes(AMINA);
        assertThat(retry(key).outcome()).isEqualTo(Outcome.SENT_AGAIN);
    }

    @Test
    void saysATextInOtherWordsButNothingElse() {
        Key text = fails(AMINA, "Oen", 131026);
        Key buttons =
                fails(BRIAN, new Reply.Buttons("Choose", null, List.of(new Reply.Option("a", "A", null))), 131026);

        assertThat(retry(text, "").outcome()).isEqualTo(Outcome.WRONG_WORDS);
        assertThat(retry(text, "x".repeat(4097)).sentence()).isEqualTo("A text has 1 to 4,096 letters.");
        assertThat(retry(buttons, "Choose!").sentence())
                .isEqualTo("Only a text can be changed, and this is of the type interactive.");
        rig.muted.put(AMINA, "Their time is over.");
        assertThat(retry(text, "One").sentence()).isEqualTo("Their time is over.");
        rig.muted.clear();
        assertThat(retry(text, "One").outcome()).isEqualTo(Outcome.SENT_AGAIN);

        rig.soon(() -> rig.received(AMINA).equals(List.of("One")));
        assertThat(rig.failed()).extracting(Failed::key).containsExactly(buttons);
    }

    @Test
    void keepsTheOrderOfACustomerAndAnswersForEach() {
        Key first = fails(AMINA, "One", 131026);
        Key second = fails(AMINA, "Two", 131026);
        Key other = fails(BRIAN, "Three", 131026);
        discard("Their number is gone.", other);

        List<Result> results = rig.gateway.retries.retry(
                List.of(new Again(other, null), new Again(second, null), new Again(first, null)), false, "ada");

        assertThat(results)
                .extracting(Result::outcome)
                .containsExactly(Outcome.GONE, Outcome.SENT_AGAIN, Outcome.SENT_AGAIN);
        rig.soon(() -> rig.received(AMINA).equals(List.of("One", "Two")));
        assertThat(rig.received(BRIAN)).isEmpty();
    }

    @Test
    void letsGoOfADiscardedOneAndKeepsWhoAndWhy() {
        Key key = fails(AMINA, "One", 131026);

        assertThat(discard("She called us.", key)).containsExactly(Outcome.DISCARDED);

        assertThat(rig.failed()).isEmpty();
        assertThat(discard("Again.", key)).containsExactly(Outcome.GONE);
        assertThat(retry(key).outcome()).isEqualTo(Outcome.GONE);
        assertThat(rig.database
                        .jdbc()
                        .sql("select settled_as || ' ' || settled_by || ' ' || settled_why from outbox_attempt")
                        .query(String.class)
                        .list())
                .containsExactly("discarded ada She called us.");
        assertThat(rig.audit.kept)
                .containsExactly(
                        "message.discard 1.1 Before[failedWith=131026] Discarded[discardedBecause=She called us.]");
    }

    @Test
    void isNothingToDoForWhatWasErased() {
        Key key = fails(AMINA, "One", 131026);
        new OutboxConfiguration().sentMessagesOfPeople(rig.database.jdbc()).erase(List.of(AMINA));

        assertThat(rig.failed()).isEmpty();
        assertThat(retry(key).outcome()).isEqualTo(Outcome.GONE);
    }

    @Test
    void readsAPageAlongTheIndexHoweverManyFailed() {
        rig.database.jdbc().sql("""
                        insert into outbox (contact_id, phone_number_id, trace, payload, state, next_attempt_at, created_at)
                        select n, 'n', 't', '{"type":"text","to":"+254","text":{"body":"Hello"}}',
                            case when n % 10 = 0 then 'dead' else 'sent' end, now(), now() from generate_series(1, 100000) n
                        """).update();
        rig.database.jdbc().sql("""
                        insert into outbox_attempt (contact_id, id, at, outcome, code, advice, settled_at)
                        select contact_id, id, now() - id * interval '1 second', 'dead', 131026, 'a', case when id % 20 = 0 then now() end
                        from outbox where state = 'dead'
                        """).update();
        rig.database.jdbc().sql("analyze outbox, outbox_attempt").update();

        String plan = String.join(
                "\n",
                rig.database
                        .jdbc()
                        .sql("explain " + FailedMessages.PAGE)
                        .param("reason", null, Types.VARCHAR)
                        .param("from", null, Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("to", null, Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("at", Timestamp.from(Instant.parse("9999-12-31T00:00:00Z")))
                        .param("n", 0)
                        .param("limit", 50)
                        .query(String.class)
                        .list());

        assertThat(plan).contains("outbox_attempt_open").doesNotContain("Seq Scan on outbox");
        assertThat(rig.failed()).hasSize(100);
    }

    private Key fails(long contact, String text, int code) {
        return fails(contact, new Reply.Text(text), code);
    }

    private Key fails(long contact, Reply reply, int code) {
        rig.graph.refuses(SendingRig.phone(contact), 400, code);
        int before = rig.failed().size();
        rig.says(contact, reply);
        rig.soon(() -> rig.failed().size() == before + 1);
        rig.graph.takesAgain(SendingRig.phone(contact));
        return rig.failed().getFirst().key();
    }

    private List<Key> find(String reason) {
        return rig.gateway.failed.find(new Wanted(reason, null, null, null), 100).stream()
                .map(Failed::key)
                .toList();
    }

    private static List<Again> again(Key key, @Nullable String words) {
        return List.of(new Again(key, words));
    }

    private Result retry(Key key) {
        return retry(key, null);
    }

    private Result retry(Key key, @Nullable String words) {
        return rig.gateway.retries.retry(again(key, words), false, "ada").getFirst();
    }

    private List<Outcome> discard(String why, Key... keys) {
        return rig.gateway.retries.discard(List.of(keys), why, "ada").stream()
                .map(Result::outcome)
                .toList();
    }
}
