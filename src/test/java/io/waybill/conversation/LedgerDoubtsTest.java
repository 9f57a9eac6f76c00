package io.waybill.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.conversation.Ledger.Entry;
import io.waybill.conversation.Ledger.State;
import io.waybill.conversation.LedgerDoubts.Doubt;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LedgerDoubtsTest extends LedgerSupport {

    private final LedgerDoubts doubts = new LedgerDoubts(database.jdbc());

    @Test
    void listsWhatNobodyKnowsTheEndOfOldestFirst() {
        long contact = contact();
        Entry unknown = open(contact, "unknown").unclear("no answer", clock.instant());
        clock.pass(Duration.ofSeconds(1));
        Entry manual = open(contact, "manual").ended(State.MANUAL, null, "look it up");
        clock.pass(Duration.ofSeconds(1));
        Entry open = open(contact, "open");
        save(open, manual, unknown, open(contact, "ok").ended(State.OK, "{}", null));
        save(
                open(contact, "refused").ended(State.REFUSED, null, "no"),
                open(contact, "down").ended(State.DOWN, null, "no"));

        assertThat(doubts.all(10)).extracting(Doubt::key).containsExactly("unknown", "manual", "open");
        assertThat(doubts.all(2)).extracting(Doubt::key).containsExactly("unknown", "manual");
        assertThat(doubts.all(1))
                .containsExactly(new Doubt(
                        contact,
                        "unknown",
                        "CREATE_ORDER",
                        "unknown",
                        "{\"a\":1}",
                        "no answer",
                        1,
                        unknown.openedAt(),
                        unknown.nextAttemptAt()));
    }

    @Test
    void saysWhenItIsAskedAboutNextUnlessItIsNot() {
        long contact = contact();
        save(open(contact, "manual").ended(State.MANUAL, null, "look it up"));

        Doubt doubt = doubts.find(contact, "manual").orElseThrow();

        assertThat(doubt.isManual()).isTrue();
        assertThat(doubt.nextAttemptAt()).isNull();
    }

    @Test
    void findsNoDoubtWhereThereIsNone() {
        long contact = contact();
        long other = contact();
        save(open(contact, "ok").ended(State.OK, "{}", null), open(contact, "open"));

        assertThat(doubts.find(contact, "ok")).isEmpty();
        assertThat(doubts.find(contact, "nothing")).isEmpty();
        assertThat(doubts.find(other, "open")).isEmpty();
        assertThat(doubts.find(contact, "open")).isPresent();
    }

    @Test
    void closesWhatWasGivenUpWithTheAnswerFound() {
        long contact = contact();
        save(
                open(contact, "k1").ended(State.MANUAL, null, "look it up"),
                open(contact, "k2").ended(State.MANUAL, null, "look it up"));

        assertThat(decide(contact, "k1", "{\"order_number\":\"SO-1\"}")).isTrue();
        assertThat(decide(contact, "k2", null)).isTrue();

        assertThat(row(contact, "k1"))
                .containsEntry("state", "ok")
                .containsEntry("reply", "{\"order_number\":\"SO-1\"}")
                .containsEntry("decided_by", "ada")
                .containsEntry("next_attempt_at", null);
        assertThat(row(contact, "k2")).containsEntry("state", "down").containsEntry("reply", null);
        assertThat(doubts.all(10)).isEmpty();
    }

    @Test
    void leavesWhatIsStillAskedAboutToItsConversationAndMakesItDue() {
        long contact = contact();
        save(open(contact, "k1").unclear("no answer", clock.instant()));
        assertThat(ledger.due(clock.instant(), 10)).isEmpty();

        assertThat(decide(contact, "k1", "{\"order_number\":\"SO-1\"}")).isTrue();

        assertThat(row(contact, "k1")).containsEntry("state", "unknown").containsEntry("reply", null);
        assertThat(ledger.due(clock.instant(), 10)).containsExactly(contact);
        assertThat(doubts.decision(contact, "k1")).contains("{\"decided\":\"k1\"}");
        assertThat(doubts.all(10)).isEmpty();
    }

    @Test
    void takesOneDecisionAndNoneAboutWhatHasBecomeKnown() {
        long contact = contact();
        Entry first = open(contact, "k1").unclear("no answer", clock.instant());
        Entry second = open(contact, "k2").unclear("no answer", clock.instant());
        save(first, second);
        Doubt decided = doubts.find(contact, "k1").orElseThrow();
        Doubt known = doubts.find(contact, "k2").orElseThrow();
        save(second.ended(State.OK, "{}", null));

        assertThat(doubts.decide(decided, "{\"executed\":true}", "{}", "ada", clock.instant()))
                .isTrue();
        assertThat(doubts.decide(decided, "{\"executed\":false}", null, "bob", clock.instant()))
                .isFalse();
        assertThat(doubts.decide(known, "{\"executed\":false}", null, "bob", clock.instant()))
                .isFalse();

        assertThat(doubts.decision(contact, "k1")).contains("{\"executed\":true}");
        assertThat(doubts.decision(contact, "k2")).isEmpty();
        assertThat(doubts.find(contact, "k1")).isEmpty();
    }

    private boolean decide(long contact, String key, String answer) {
        Doubt doubt = doubts.find(contact, key).orElseThrow();
        return doubts.decide(doubt, "{\"decided\":\"%s\"}".formatted(key), answer, "ada", clock.instant());
    }
}
