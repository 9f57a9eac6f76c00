package io.waybill.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.conversation.Ledger.Entry;
import io.waybill.conversation.Ledger.State;
import io.waybill.database.TestDatabase;
import io.waybill.erp.ErpOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final SettableClock clock = SettableClock.atNoon();
    private final TestDatabase database = TestDatabase.migrated();
    private final Ledger ledger = new Ledger(database.jdbc());

    @Test
    void keepsAnOpenWriteUntilItsEndIsKnown() {
        long contact = contact();
        Entry open = open(contact, "k1");
        save(open);
        assertThat(ledger.unresolved(contact)).contains(open);
        assertThat(ledger.countUnresolved()).isEqualTo(1);

        clock.pass(Duration.ofSeconds(1));
        save(open.ended(State.OK, "{\"order_number\":\"SO-1\"}", null));

        assertThat(ledger.unresolved(contact)).isEmpty();
        assertThat(ledger.countUnresolved()).isZero();
        assertThat(row(contact))
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
        assertThat(ledger.unresolved(contact)).contains(entry);
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

        assertThat(ledger.unresolved(contact).orElseThrow().steps()).isEqualTo("{\"made\":12}");
    }

    @Test
    void keepsWhenAWriteIsSentAgainWhateverBecomesOfIt() {
        long contact = contact();
        Entry unknown = open(contact, "k1").unclear("no answer", clock.instant());
        save(unknown);
        clock.pass(Duration.ofMinutes(2));

        ledger.sendsAgain(unknown.sending(clock.instant()));

        assertThat(ledger.unresolved(contact)).contains(unknown.sending(clock.instant()));
    }

    @Test
    void keepsTheKeysOfContactsApart() {
        long one = contact();
        long other = contact();
        save(open(one, "k1"), open(other, "k1").ended(State.REFUSED, null, "credit limit"));

        assertThat(ledger.unresolved(one)).isPresent();
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

    private Entry open(long contact, String key) {
        return open(contact, key, ErpOperation.CREATE_ORDER);
    }

    private Entry open(long contact, String key, ErpOperation operation) {
        Instant now = clock.instant();
        return new Entry(contact, key, operation, "{\"a\":1}", State.OPEN, null, null, 0, null, now, now, now);
    }

    private void save(Entry... entries) {
        ledger.save(List.of(entries), clock.instant());
    }

    private long contact() {
        long id = database.jdbc()
                .sql("insert into contact (phone_number_id) values ('1') returning id")
                .query(Long.class)
                .single();
        database.jdbc()
                .sql("insert into conversation (contact_id) values (?)")
                .param(id)
                .update();
        return id;
    }

    private Map<String, Object> row(long contact) {
        return database.jdbc()
                .sql("select * from ledger where contact_id = ?")
                .param(contact)
                .query()
                .singleRow();
    }
}
