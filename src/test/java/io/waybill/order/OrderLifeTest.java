package io.waybill.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import io.waybill.order.OrderLife.Outcome;
import io.waybill.order.OrderTimeline.Entry;
import io.waybill.order.OrderTimeline.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders without anybody to tell: what is taken, what is late, and what is marked. */
class OrderLifeTest {

    private static final String ORDER = "SO-1";

    private final TestDatabase database = TestDatabase.migrated();
    private final SettableClock clock = SettableClock.atNoon();
    private final OrderReferences references = new OrderReferences(database.jdbc());
    private final OrderTimeline timeline = new OrderTimeline(database.jdbc(), clock);
    private final OrderDuty nobody = new OrderDuty() {
        @Override
        public void hold(long contactId) {}

        @Override
        public Optional<String> begun(NewOrder order) {
            return Optional.empty();
        }
    };
    private final List<String> delivered = new ArrayList<>();
    private OrderLife life;

    @BeforeEach
    void begin() {
        life = life(OrderProfile.FULL);
        assertThat(life.begin(order(ORDER, "pending"))).isTrue();
    }

    @Test
    void beginsAnOrderOnceWhateverTheErpCallsIt() {
        assertThat(life.begin(order(ORDER, "confirmed"))).isFalse();
        assertThat(life.begin(order("SO-2", "Wolke"))).isTrue();

        assertThat(known().status()).isEqualTo(OrderStatus.PENDING);
        assertThat(references.find("SO-2").orElseThrow().status()).isEqualTo(OrderStatus.PENDING);
        assertThat(life(OrderProfile.COD).begin(order("SO-3", "received"))).isTrue();
        assertThat(references.find("SO-3").orElseThrow().status()).isEqualTo(OrderStatus.PENDING);
    }

    @Test
    void staysPaidWhenPartOfTheMoneyIsGivenBack() {
        life.report(OrderReport.payment(ORDER, Origin.ERP, clock.instant(), "paid"));

        life.report(OrderReport.refund(ORDER, Origin.STAFF, clock.instant(), new BigDecimal("1.00")));

        assertThat(known().payment()).isEqualTo(PaymentStatus.PAID);
        assertThat(timeline.of(ORDER).getLast().detail())
                .isEqualTo("1.00 of %s given back.".formatted(known().total().toPlainString()));

        life.report(OrderReport.refund(
                ORDER, Origin.STAFF, clock.instant(), known().total().subtract(new BigDecimal("1.01"))));
        assertThat(known().payment()).as("a cent is missing").isEqualTo(PaymentStatus.PAID);

        life.report(OrderReport.refund(ORDER, Origin.STAFF, clock.instant(), new BigDecimal("0.01")));

        assertThat(known().payment()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(known().givenBack()).isEqualByComparingTo(known().total());
    }

    @Test
    void isNotPaidByLessThanItCostsAndAPersonIsToldOnce() {
        BigDecimal part = known().total().subtract(BigDecimal.ONE);

        assertThat(paid(part)).isEqualTo(Outcome.FLAGGED);
        assertThat(paid(part)).isEqualTo(Outcome.KNOWN);

        assertThat(known().payment()).isEqualTo(PaymentStatus.UNPAID);
        assertThat(known().flag())
                .isEqualTo("%s of %s were paid: a person has to ask for the rest, or give it back."
                        .formatted(part.toPlainString(), known().total().toPlainString()));
        assertThat(paid(known().total())).isEqualTo(Outcome.CHANGED);
        assertThat(known().payment()).isEqualTo(PaymentStatus.PAID);
        assertThat(known().flag()).isNull();
    }

    private Outcome paid(BigDecimal amount) {
        return life.report(OrderReport.payment(ORDER, Origin.FLOW, clock.instant(), "paid", amount));
    }

    @Test
    void takesWhatTheErpReportsAndKeepsHowItCameToBe() {
        clock.pass(Duration.ofMinutes(5));
        assertThat(says("confirmed")).isEqualTo(Outcome.CHANGED);
        assertThat(says("Confirmed")).isEqualTo(Outcome.KNOWN);
        clock.pass(Duration.ofHours(1));
        assertThat(life.report(new OrderReport(
                        ORDER, Origin.ERP, clock.instant(), "shipped", "paid", "R-7", "https://t.test/7", null, null)))
                .isEqualTo(Outcome.CHANGED);

        OrderReference now = known();
        assertThat(now.status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(now.payment()).isEqualTo(PaymentStatus.PAID);
        assertThat(now.orderNumber()).isEqualTo("R-7");
        assertThat(now.trackingUrl()).isEqualTo("https://t.test/7");
        assertThat(now.flag()).isNull();
        assertThat(timeline.of(ORDER))
                .extracting(Entry::kind, Entry::before, Entry::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.CREATED, null, "pending"),
                        org.assertj.core.groups.Tuple.tuple(Kind.STATUS, "pending", "confirmed"),
                        org.assertj.core.groups.Tuple.tuple(Kind.STATUS, "confirmed", "shipped"),
                        org.assertj.core.groups.Tuple.tuple(Kind.PAYMENT, "unpaid", "paid"),
                        org.assertj.core.groups.Tuple.tuple(Kind.TRACKING, null, "https://t.test/7"),
                        org.assertj.core.groups.Tuple.tuple(Kind.NUMBER, "R-1", "R-7"));
    }

    /** 002-19: delivered is said once. */
    @Test
    void saysOnceThatAnOrderIsDeliveredHoweverOftenLateAndOutOfOrderItIsTold() {
        Instant earlier = clock.instant().plusSeconds(60);
        clock.pass(Duration.ofMinutes(5));
        says("delivered");
        says("Completed");
        report(earlier, "shipped");
        report(earlier, "delivered");
        assertThat(delivered).containsExactly(ORDER);

        life.begin(order("SO-2", "cancelled"));
        clock.pass(Duration.ofMinutes(5));
        assertThat(life.report(OrderReport.status("SO-2", Origin.ERP, clock.instant(), "delivered", null)))
                .isEqualTo(Outcome.FLAGGED);
        life.begin(order("SO-3", "delivered"));
        assertThat(delivered)
                .as("what cannot be, and what is imported, are no news")
                .containsExactly(ORDER);
    }

    @Test
    void doesNotGoBackForWhatComesLate() {
        Instant earlier = clock.instant().plusSeconds(60);
        clock.pass(Duration.ofMinutes(5));
        says("shipped");

        assertThat(life.report(OrderReport.status(ORDER, Origin.ERP, earlier, "confirmed", null)))
                .isEqualTo(Outcome.LATE);

        assertThat(known().status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(timeline.of(ORDER).getLast().detail()).contains("came late");
    }

    @Test
    void takesWhatGoesForwardThoughTheErpsClockIsALittleBehind() {
        clock.pass(Duration.ofMinutes(5).plusMillis(700));
        says("confirmed");
        Instant now = clock.instant();

        assertThat(report(now.truncatedTo(ChronoUnit.SECONDS), "preparing")).isEqualTo(Outcome.CHANGED);
        assertThat(report(now.minusSeconds(100), "shipped")).isEqualTo(Outcome.CHANGED);
        assertThat(report(now.minusSeconds(100).minusSeconds(1), "preparing")).isEqualTo(Outcome.LATE);
        assertThat(report(now.minusSeconds(300), "delivered")).isEqualTo(Outcome.LATE);
    }

    private Outcome report(Instant at, String status) {
        return life.report(OrderReport.status(ORDER, Origin.ERP, at, status, null));
    }

    @Test
    void takesWhatCannotBeAndMarksItForAPersonUntilItIsRightAgain() {
        clock.pass(Duration.ofMinutes(5));
        says("delivered");

        assertThat(says("pending")).isEqualTo(Outcome.FLAGGED);
        assertThat(known().status()).isEqualTo(OrderStatus.PENDING);
        assertThat(known().flag()).isEqualTo("The ERP says pending after delivered, which cannot be: look there.");

        assertThat(says("confirmed")).isEqualTo(Outcome.CHANGED);
        assertThat(known().flag()).isNull();
    }

    /** 000-52: all eight states can be come to and filtered by; 000-16: so can the five of the payment. */
    @Test
    void eachStateCanBeComeToAndFoundByItsFilter() {
        database.jdbc()
                .sql(
                        "insert into contact (id, phone_number_id, phone) overriding system value values (7, '1', '+254711099007')")
                .update();
        clock.pass(Duration.ofMinutes(5));
        for (String payment : List.of("requested", "failed", "paid", "refunded")) {
            life.begin(order("SO-" + payment, "confirmed"));
            reports(OrderReport.payment("SO-" + payment, Origin.ERP, clock.instant(), payment));
        }
        for (String status : List.of("preparing", "ready", "shipped", "delivered", "cancelled")) {
            life.begin(order("SO-" + status, "confirmed"));
            reports(OrderReport.status("SO-" + status, Origin.ERP, clock.instant(), status, null));
        }

        for (String payment : List.of("requested", "failed", "paid", "refunded")) {
            assertThat(found(null, payment)).as(payment).containsExactly("SO-" + payment);
        }
        for (String status : List.of("preparing", "ready", "shipped", "delivered", "cancelled")) {
            assertThat(found(status, null)).as(status).containsExactly("SO-" + status);
        }
        assertThat(found("pending", "unpaid")).containsExactly(ORDER);
        assertThat(found(null, "unpaid")).hasSize(6);
    }

    private void reports(OrderReport report) {
        assertThat(life.report(report)).isEqualTo(Outcome.CHANGED);
    }

    private List<String> found(@Nullable String status, @Nullable String payment) {
        return new OrderList(database.jdbc(), clock)
                        .find(
                                new OrderList.Wanted(status, payment, null, null, null, null, null, null, null, null),
                                null,
                                50)
                        .stream()
                        .map(row -> row.order().externalOrderId())
                        .toList();
    }

    @Test
    void marksAWordThatNobodyHasExplainedOnce() {
        assertThat(says("teleported")).isEqualTo(Outcome.FLAGGED);
        assertThat(says("teleported")).isEqualTo(Outcome.KNOWN);

        assertThat(known().status()).isEqualTo(OrderStatus.PENDING);
        assertThat(known().erpStatus()).isEqualTo("teleported");
        assertThat(known().flag())
                .isEqualTo(
                        "The ERP says \"teleported\" as its status, which nobody has explained: set waybill.orders.statuses.");
    }

    @Test
    void neverTakesBackAPaymentExceptByARefund() {
        pays("paid");
        assertThat(pays("unpaid")).isEqualTo(Outcome.FLAGGED);
        pays("paid");
        assertThat(pays("refunded")).isEqualTo(Outcome.CHANGED);
        assertThat(known().payment()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void knowsNothingOfOrdersOfOthersAndDoesNothingTwice() {
        assertThat(life.report(OrderReport.status("SO-9", Origin.ERP, clock.instant(), "shipped", null)))
                .isEqualTo(Outcome.NO_SUCH_ORDER);
        assertThat(life.report(OrderReport.status(ORDER, Origin.ERP, clock.instant(), "shipped", null), () -> false))
                .isEqualTo(Outcome.REPEATED);
        assertThat(known().status()).isEqualTo(OrderStatus.PENDING);
    }

    /** 002-27: nobody asks about an order that is over. */
    @Test
    void asksTheErpUntilTheOrderIsOver() {
        assertThat(due()).isEmpty();
        clock.pass(Duration.ofMinutes(2));
        assertThat(due()).extracting(OrderReference::externalOrderId).containsExactly(ORDER);
        assertThat(due()).as("somebody asks").isEmpty();

        says("delivered");

        clock.pass(Duration.ofDays(30));
        assertThat(known().pollAt()).isNull();
        assertThat(due()).isEmpty();
    }

    private List<OrderReference> due() {
        return references.due(clock.instant(), clock.instant().plus(Duration.ofMinutes(5)), 10);
    }

    private Outcome says(String status) {
        return life.report(OrderReport.status(ORDER, Origin.ERP, clock.instant(), status, null));
    }

    private Outcome pays(String status) {
        return life.report(OrderReport.payment(ORDER, Origin.ERP, clock.instant(), status));
    }

    private OrderReference known() {
        return references.find(ORDER).orElseThrow();
    }

    private NewOrder order(String id, String status) {
        return new NewOrder(
                id,
                "R-1",
                "s1.create.1",
                7,
                NewOrder.Source.WHATSAPP,
                status,
                new BigDecimal("3350.00"),
                "KES",
                clock.instant());
    }

    private OrderLife life(OrderProfile profile) {
        OrderSettings settings =
                new OrderSettings(profile, Map.of(), Map.of(), Duration.ofMinutes(2), Duration.ofHours(6));
        return new OrderLife(
                references,
                timeline,
                order -> Optional.empty(),
                null,
                null,
                null,
                List.of((order, at) -> {}),
                nobody,
                (order, at) -> delivered.add(order),
                database.transaction(),
                settings,
                clock);
    }
}
