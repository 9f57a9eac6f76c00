package io.waybill.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DemoStockTest extends DemoErpSupport {

    private static final String RICE = "P117";
    private static final String EGGS = "P134";

    @Autowired
    JdbcClient db;

    private String customer;

    @BeforeEach
    void shelves() {
        db.sql("update demo_erp.reservations set status = 'released' where status = 'held'")
                .update();
        db.sql("update demo_erp.stock set on_hand = 10 where product_id in (?, ?)")
                .params(RICE, EGGS)
                .update();
        customer = customer("+254700000030");
    }

    @Test
    void saysHowManyThereAreOfWhatCanRunOut() {
        assertThat(stock(RICE)).isEqualTo(new BigDecimal("10"));
        assertThat(ask(ErpOperation.GET_PRICE, "{'external_product_id':'P101','qty':1}")
                        .has("stock"))
                .isFalse();
        assertThat(ask(ErpOperation.LIST_PRODUCTS, "{}").get("items"))
                .filteredOn(product -> product.has("stock"))
                .extracting(product -> product.get("id").textValue())
                .containsExactly("P103", RICE, "P131", "P133", EGGS);
    }

    @Test
    void lowersTheStockByAnOrderAndRaisesItOnceWhenItIsCancelled() {
        String id = place(customer, RICE, 4);
        assertThat(stock(RICE)).isEqualTo(new BigDecimal("6"));

        for (int i = 0; i < 2; i++) {
            ask(ErpOperation.CANCEL_ORDER, "{'external_order_id':'%s'}".formatted(id));
            assertThat(stock(RICE)).isEqualTo(new BigDecimal("10"));
        }
    }

    @Test
    void refusesMoreThanThereIs() {
        assertThat(refusal(ErpOperation.CREATE_ORDER, newOrder(customer, RICE, 11, "")))
                .contains("only 10 left");
        assertThat(refusal(ErpOperation.RESERVE_STOCK, reservation(RICE, 11))).contains("only 10 left");
        assertThat(stock(RICE)).isEqualTo(new BigDecimal("10"));
    }

    @Test
    void holdsWhatIsReservedUntilItExpires() {
        ask(ErpOperation.RESERVE_STOCK, reservation(RICE, 7));
        assertThat(stock(RICE)).isEqualTo(new BigDecimal("3"));
        assertThat(refusal(ErpOperation.CREATE_ORDER, newOrder(customer, RICE, 4, "")))
                .contains("only 3 left");

        clock.pass(Duration.ofMinutes(30));
        assertThat(stock(RICE)).isEqualTo(new BigDecimal("10"));
    }

    @Test
    void saysUntilWhenItIsHeld() {
        assertThat(ask(ErpOperation.RESERVE_STOCK, reservation(RICE, 1))
                        .get("expires_at")
                        .textValue())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(30)).toString());
        assertThat(refusal(ErpOperation.RESERVE_STOCK, reservation(RICE, 1).replace("30", "0")))
                .contains("from 1 to");
    }

    @Test
    void releasesAReservationOnceHoweverOftenItIsAsked() {
        String release = release(reserve(RICE, 7));

        for (int i = 0; i < 2; i++) {
            assertThat(ask(ErpOperation.RELEASE_STOCK, release).get("status").textValue())
                    .isEqualTo("released");
            assertThat(stock(RICE)).isEqualTo(new BigDecimal("10"));
        }
        assertThat(refusal(ErpOperation.RELEASE_STOCK, release("H1"))).contains("There is no reservation H1");
    }

    @Test
    void givesAnOrderWhatItsReservationHoldsAndOnlyToOne() {
        String reservation = reserve(RICE, 7);
        String mine = ",'reservation_id':'%s'".formatted(reservation);

        ask(ErpOperation.CREATE_ORDER, newOrder(customer, RICE, 7, mine));

        assertThat(stock(RICE)).isEqualTo(new BigDecimal("3"));
        assertThat(refusal(ErpOperation.CREATE_ORDER, newOrder(customer, RICE, 1, mine)))
                .contains("was used for another order");
        assertThat(ask(ErpOperation.RELEASE_STOCK, release(reservation))
                        .get("status")
                        .textValue())
                .isEqualTo("used");
        assertThat(stock(RICE)).isEqualTo(new BigDecimal("3"));
    }

    @Test
    void keepsAReservationWhenItsOrderIsRefused() {
        String reservation = reserve(RICE, 7);

        assertThat(refusal(
                        ErpOperation.CREATE_ORDER,
                        newOrder(customer, RICE, 11, ",'reservation_id':'%s'".formatted(reservation))))
                .contains("only 10 left");

        assertThat(stock(RICE)).isEqualTo(new BigDecimal("3"));
    }

    @Test
    void sellsAfterAnExpiredReservationWhatIsStillThere() {
        String mine = ",'reservation_id':'%s'".formatted(reserve(RICE, 7));
        clock.pass(Duration.ofMinutes(31));
        place(customer, RICE, 5);

        assertThat(refusal(ErpOperation.CREATE_ORDER, newOrder(customer, RICE, 7, mine)))
                .contains("only 5 left");
        ask(ErpOperation.CREATE_ORDER, newOrder(customer, RICE, 5, mine));
        assertThat(stock(RICE)).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    void sellsNoneTwiceHoweverManyWantIt() throws Exception {
        String both =
                "{'external_customer_id':'%s','items':[{'external_product_id':'%s','qty':1},{'external_product_id':'%s','qty':1}],'totals':{'total':1}}";
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<ErpReply>> wanting = IntStream.range(0, 24)
                    .<Callable<ErpReply>>mapToObj(i -> () -> call(
                            i % 3 == 0 ? ErpOperation.RESERVE_STOCK : ErpOperation.CREATE_ORDER,
                            i % 3 == 0
                                    ? reservation(EGGS, 1)
                                    : i % 3 == 1
                                            ? both.formatted(customer, EGGS, RICE)
                                            : both.formatted(customer, RICE, EGGS)))
                    .toList();
            List<Future<ErpReply>> ended = threads.invokeAll(wanting);

            assertThat(ended)
                    .extracting(Future::get)
                    .filteredOn(ErpReply.Ok.class::isInstance)
                    .hasSize(10);
            assertThat(ended)
                    .extracting(Future::get)
                    .filteredOn(ErpReply.Refused.class::isInstance)
                    .hasSize(14);
        }
        assertThat(stock(EGGS)).isEqualTo(BigDecimal.ZERO);
    }

    private String reserve(String product, int qty) {
        return ask(ErpOperation.RESERVE_STOCK, reservation(product, qty))
                .get("reservation_id")
                .textValue();
    }

    private static String reservation(String product, int qty) {
        return "{'items':[{'external_product_id':'%s','qty':%d}],'minutes':30}".formatted(product, qty);
    }

    private static String release(String reservation) {
        return "{'reservation_id':'%s'}".formatted(reservation);
    }

    private BigDecimal stock(String product) {
        return ask(ErpOperation.GET_PRICE, "{'external_product_id':'%s','qty':1}".formatted(product))
                .get("stock")
                .decimalValue();
    }
}
