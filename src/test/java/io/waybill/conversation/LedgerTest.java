package io.waybill.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.conversation.Ledger.Entry;
import io.waybill.conversation.Ledger.State;
import io.waybill.erp.ErpOperation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest extends LedgerSupport {

    @Test
    void keepsAnOpenWriteUntilItsEndIsKnown() {
        long contact = contact();
        Entry open = open(contact, "k1");
        save(open);
        assertThat(ledger.unresolved(contact)).containsExactly(open);
        assertThat(ledger.countUnresolved()).isEqualTo(1);

        clock.pass(Duration.ofSeconds(1));
        save(open.ended(State.OK, "{\"order_number\":\"SO-1\"}", null));

        assertThat(ledger.unresolved(contact)).isEmpty();
        assertThat(ledger.countUnresolved()).isZero();
        assertThat(row(contact, "k1"))
                .containsEntry("state", "ok")
                .containsEntry("reply", "{\"order_number\":\"SO-1\"}")
                .containsEntry("attempts", 1)
                .containsEntry("next_attempt_at", null)
                .containsKey("closed_at");
    }

    @Test
    void isDueAtOnceWhenACrashLeftItOpen() {
        long contact = contact();
        save(open(contact, "k1"));

        assertThat(ledger.due(clock.instant(), 10)).containsExactly(contact);
    }

    @Test
    void isNotDueWhileSomebodyWorksOnTheContact() {
        long contact = contact();
        save(open(contact, "k1"));
        database.jdbc()
                .sql("update conversation set lease = '1:1', lease_until = ?")
                .param(clock.instant().plusSeconds(60).atOffset(java.time.ZoneOffset.UTC))
                .update();

        assertThat(ledger.due(clock.instant(), 10)).isEmpty();
    }

    @Test
    void asksAgainLessAndLessOften() {
        long contact = contact();
        Entry entry = open(contact, "k1");
        List<Duration> pauses = new java.util.ArrayList<>();
        for (int attempt = 0; attempt < 9; attempt++) {
            entry = entry.unclear("no answer", clock.instant());
            save(entry);
            assertThat(ledger.due(clock.instant(), 10)).isEmpty();
            Duration pause = Duration.between(clock.instant(), entry.nextAttemptAt());
            pauses.add(pause);
            clock.pass(pause);
            assertThat(ledger.due(clock.instant(), 10)).containsExactly(contact);
        }

        assertThat(pauses).isSorted().startsWith(Duration.ofSeconds(2)).endsWith(Duration.ofMinutes(5));
        assertThat(ledger.unresolved(contact)).containsExactly(entry);
    }

    @Test
    void handsOutTheMostUrgentFirstAndNoMoreThanAsked() {
        long later = contact();
        long sooner = contact();
        save(open(later, "k1").unclear("no answer", clock.instant().plusSeconds(5)));
        save(open(sooner, "k2").unclear("no answer", clock.instant()));
        clock.pass(Duration.ofMinutes(1));

        assertThat(ledger.due(clock.instant(), 1)).containsExactly(sooner);
        assertThat(ledger.due(clock.instant(), 10)).containsExactly(sooner, later);
    }

    @Test
    void keepsWhichCallsOfAWriteAreDone() {
        long contact = contact();
        Entry entry = open(contact, "k1");
        save(entry);

        ledger.progress(contact, "k1", "{\"made\":12}");
        save(entry.unclear("no answer", clock.instant()));

        assertThat(ledger.unresolved(contact).getFirst().steps()).isEqualTo("{\"made\":12}");
    }

    @Test
    void keepsWhenAWriteIsSentAgainWhateverBecomesOfIt() {
        long contact = contact();
        Entry unknown = open(contact, "k1").unclear("no answer", clock.instant());
        save(unknown);
        clock.pass(Duration.ofMinutes(2));

        ledger.sendsAgain(unknown.sending(clock.instant()));

        assertThat(ledger.unresolved(contact)).containsExactly(unknown.sending(clock.instant()));
    }

    @Test
    void keepsTheKeysOfContactsApart() {
        long one = contact();
        long other = contact();
        save(open(one, "k1"), open(other, "k1").ended(State.REFUSED, null, "credit limit"));

        assertThat(ledger.unresolved(one)).hasSize(1);
        assertThat(ledger.unresolved(other)).isEmpty();
    }

    @Test
    void knowsWhoseAPaymentIs() {
        long amina = contact();
        long brian = contact();
        save(
                open(amina, "k1", ErpOperation.REQUEST_PAYMENT).ended(State.OK, "{\"payment_id\":\"P1\"}", null),
                open(brian, "k1", ErpOperation.REQUEST_PAYMENT).ended(State.OK, "{\"payment_id\":2}", null),
                open(brian, "k2", ErpOperation.REQUEST_PAYMENT).ended(State.REFUSED, null, "No."),
                open(brian, "k3", ErpOperation.REFUND_PAYMENT).ended(State.OK, "{\"payment_id\":\"P3\"}", null));

        assertThat(ledger.contactsOfPayments(List.of("P1", "2", "P3", "P4")))
                .isEqualTo(Map.of("P1", amina, "2", brian));
        assertThat(ledger.contactsOfPayments(List.of())).isEmpty();
    }
}
