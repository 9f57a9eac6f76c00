package io.waybill.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Goods are held during checkout and let go of once, whatever the customer does. */
@TestPropertySource(properties = "waybill.store.reserve-for=30m")
class ReservedOrderTest extends SimulatedPhone {

    @Autowired
    JdbcClient jdbc;

    @Test
    void givesTheOrderWhatWasHeld() throws Exception {
        BigDecimal before = onHand();
        comesToTheSummary();
        assertThat(latest()).isEqualTo("held");

        taps("Confirm");
        hears("");
        confirmsPayment();
        hears("Thank you");

        assertThat(latest()).isEqualTo("used");
        assertThat(onHand()).isEqualByComparingTo(before.subtract(BigDecimal.TWO));
        assertThat(releases()).isEmpty();
    }

    @Test
    void letsGoOnceWhenTheCustomerCancels() throws Exception {
        comesToTheSummary();
        taps("Cancel");
        hears("Nothing was ordered");

        awaitRelease();
    }

    @Test
    void letsGoOnceWhenTheCustomerGoesSomewhereElse() throws Exception {
        comesToTheSummary();
        says("menu");
        hears("");

        awaitRelease();
    }

    /** 000-23, 003-14: let go of once when the time is over; above, on cancelling, and never once an order has taken it. */
    @Test
    void letsGoOnceWhenTheTimeIsOverAndSellsWhatIsThereThen() throws Exception {
        comesToTheSummary();
        jdbc.sql("update reservation set next_attempt_at = now() where state = 'held'")
                .update();
        awaitRelease();

        taps("Confirm");
        hears("");
        confirmsPayment();
        hears("Thank you");
        assertThat(releases()).hasSize(1);
    }

    private void comesToTheSummary() throws Exception {
        says("order");
        hears("What would you like to order?");
        says("bread");
        hears("How many");
        says("2");
        hears("Your cart");
        taps("Checkout");
        hears("Where should we deliver?");
        says("Beth House, 12 Garden Street, house 5");
        hears("Please check your order");
    }

    /** Several looks for due reservations pass, so that a second release would show. */
    private void awaitRelease() {
        await().atMost(Duration.ofSeconds(20)).until(() -> latest().equals("released"));
        await().during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(releases()).hasSize(1));
    }

    private String latest() {
        return jdbc.sql("select status from demo_erp.reservations order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private List<String> releases() {
        return jdbc.sql("""
                        select j.trace from reservation r
                        join journal j on j.contact_id = r.contact_id and j.trace = 'reservation-' || r.key
                        where r.reservation_id = 'H' || (select max(id) from demo_erp.reservations)""").query(String.class).list();
    }

    private BigDecimal onHand() {
        return jdbc.sql("select on_hand from demo_erp.stock where product_id = 'P133'")
                .query(BigDecimal.class)
                .single();
    }
}
