package io.waybill.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.attention.AttentionCategory;
import io.waybill.attention.AttentionItem;
import io.waybill.conversation.Carts.Change;
import io.waybill.conversation.Carts.Stage;
import io.waybill.conversation.OpenCarts.AbandonedCart;
import io.waybill.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A shop that reminds of a cart after two hours and keeps it for ten days. */
class CartsTest {

    private final SettableClock clock = SettableClock.atNoon();
    private final TestDatabase database = TestDatabase.migrated();
    private final Carts carts = carts(Duration.ofHours(2));
    private final OpenCarts left = new OpenCarts(database.jdbc());
    private final AttentionCategory open = left.category();

    /** 003-17: one reminder of a cart. */
    @Test
    void isDueOnceForItsReminderHoweverManyNodesLook() {
        customer(1, clock.instant());
        fill(1, 2);
        clock.pass(Duration.ofHours(2).minusMillis(1));
        assertThat(carts.due(10)).isEmpty();
        clock.pass(Duration.ofMillis(1));

        assertThat(carts.due(10)).containsExactly(1L);
        assertThat(carts(Duration.ofHours(2)).stage(1)).isEqualTo(Stage.REMIND);
        carts.save(List.of(Change.reminded(1)));

        assertThat(carts(Duration.ofHours(2)).due(10))
                .as("another node, or the same after a restart")
                .isEmpty();
        assertThat(carts.stage(1)).isEqualTo(Stage.QUIET);
        clock.pass(Duration.ofDays(3));
        assertThat(carts.due(10)).as("once for a cart").isEmpty();
        fill(1, 3);
        clock.pass(Duration.ofDays(3));
        assertThat(carts.due(10)).as("the same cart, with more in it").isEmpty();
    }

    @Test
    void countsFromWhenTheCustomerWroteLast() {
        customer(1, clock.instant());
        fill(1, 1);
        clock.pass(Duration.ofMinutes(90));
        writes(1);

        clock.pass(Duration.ofMinutes(30));
        assertThat(carts.due(10)).isEmpty();
        assertThat(carts.stage(1)).isEqualTo(Stage.QUIET);
        clock.pass(Duration.ofMinutes(90));
        assertThat(carts.due(10)).containsExactly(1L);
    }

    @Test
    void leavesAContactAloneThatSomebodyWorksOn() {
        customer(1, clock.instant());
        fill(1, 1);
        clock.pass(Duration.ofHours(2));
        database.jdbc()
                .sql("update conversation set lease_until = ?")
                .param(clock.instant().plusSeconds(60).atOffset(ZoneOffset.UTC))
                .update();

        assertThat(carts.due(10)).isEmpty();
    }

    @Test
    void remindsNobodyMuchTooLateOrWhoWantsNoMarketing() {
        customer(1, clock.instant());
        customer(2, clock.instant());
        fill(1, 1);
        fill(2, 1);
        database.jdbc()
                .sql("update contact set marketing_stopped_at = now() where id = 2")
                .update();
        clock.pass(Duration.ofHours(3));
        assertThat(carts.due(10)).containsExactly(1L);
        clock.pass(Duration.ofHours(24));

        assertThat(carts.due(10)).isEmpty();
        assertThat(carts.stage(1)).isEqualTo(Stage.QUIET);
    }

    @Test
    void remindsNobodyMuchTooLateOrWhoWantsNoMarketingAlsoWhereSomethingElseClaimedThemFirst() {
        customer(1, clock.instant());
        customer(2, clock.instant());
        fill(1, 1);
        fill(2, 1);
        database.jdbc()
                .sql("update contact set marketing_stopped_at = now() where id = 2")
                .update();

        clock.pass(Duration.ofHours(3));
        assertThat(carts.stage(1)).isEqualTo(Stage.REMIND);
        assertThat(carts.stage(2)).isEqualTo(Stage.QUIET);
        clock.pass(Duration.ofHours(24));
        assertThat(carts.stage(1)).isEqualTo(Stage.QUIET);
    }

    @Test
    void isThrownAwayWhenItWasKeptForLongEnough() {
        customer(1, clock.instant());
        fill(1, 1);
        clock.pass(Duration.ofHours(2));
        carts.due(10);
        carts.save(List.of(Change.reminded(1)));
        clock.pass(Duration.ofDays(10).minusHours(2).minusMillis(1));
        assertThat(carts.due(10)).isEmpty();
        clock.pass(Duration.ofMillis(1));

        assertThat(carts.due(10)).containsExactly(1L);
        assertThat(carts.stage(1)).isEqualTo(Stage.DROP);
        carts.save(List.of(Change.putOff(1)));
        assertThat(carts.due(10)).as("nothing could be done now").isEmpty();
        clock.pass(Duration.ofDays(1));
        assertThat(carts.due(10)).containsExactly(1L);

        fill(1, 0);
        assertThat(carts.due(10)).isEmpty();
        assertThat(open.count(clock.instant())).isZero();
    }

    @Test
    void remindsNobodyWhereItIsNotSet() {
        Carts silent = carts(null);
        customer(1, clock.instant());
        silent.save(List.of(new Change(1, 1, false)));

        clock.pass(Duration.ofDays(9));
        assertThat(silent.due(10)).isEmpty();
        clock.pass(Duration.ofDays(1));
        assertThat(silent.due(10)).containsExactly(1L);
        assertThat(silent.stage(1)).isEqualTo(Stage.DROP);
    }

    /** 002-06: carts that are not orders yet are listed with their age. */
    @Test
    void listsOpenCartsWithTheirAgeUntilTheyAreOrdered() {
        Instant noon = clock.instant();
        fill(1, 2);
        clock.pass(Duration.ofHours(1));
        fill(2, 1);
        fill(1, 3);

        List<AttentionItem> items = open.items(clock.instant(), null, 10);
        assertThat(items).extracting(AttentionItem::id).containsExactly("1", "2");
        assertThat(items.getFirst().since()).isEqualTo(noon);
        assertThat(items.getFirst().todo()).isEqualTo("3 products are in the cart and not ordered.");
        assertThat(open.items(clock.instant(), items.getFirst().place(), 10)).hasSize(1);

        fill(1, 0);
        fill(2, 0);
        assertThat(open.count(clock.instant())).isZero();
    }

    /** 003-17: the list of carts that were left. */
    @Test
    void listsCartsThatWereLeftBehind() {
        Instant now = clock.instant();
        customer(1, now.minus(Duration.ofHours(30)));
        customer(2, now.minus(Duration.ofHours(30)));
        customer(3, now.minus(Duration.ofHours(2)));
        fill(1, 2);
        fill(3, 1);

        assertThat(left.abandoned(Duration.ofHours(24), now, 10))
                .containsExactly(new AbandonedCart(1, 2, now.minus(Duration.ofHours(30))));
        assertThat(left.abandoned(Duration.ofHours(1), now, 1))
                .extracting(AbandonedCart::contactId)
                .containsExactly(3L);
    }

    @Test
    void comesAlongWhenTwoContactsTurnOutToBeOnePerson() {
        fill(1, 2);
        carts.move(1, 2);
        fill(3, 1);
        carts.move(3, 2);

        assertThat(open.items(clock.instant(), null, 10))
                .extracting(AttentionItem::id)
                .containsExactly("2");
    }

    private void fill(long contact, int lines) {
        carts.save(List.of(new Change(contact, lines, false)));
    }

    private Carts carts(@Nullable Duration remindAfter) {
        return new Carts(database.jdbc(), new CartSettings(remindAfter, null, Duration.ofDays(10)), clock);
    }

    private void writes(long contact) {
        database.jdbc()
                .sql("update conversation set last_message_at = ? where contact_id = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), contact)
                .update();
    }

    private void customer(long contact, Instant lastMessageAt) {
        database.jdbc()
                .sql("insert into contact (id, phone_number_id) overriding system value values (?, '1')")
                .param(contact)
                .update();
        database.jdbc()
                .sql("insert into conversation (contact_id, last_message_at) values (?, ?)")
                .params(contact, lastMessageAt.atOffset(ZoneOffset.UTC))
                .update();
    }
}
