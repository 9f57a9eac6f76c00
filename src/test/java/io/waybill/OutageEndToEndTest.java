package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybill.far.CustomerMessage;
import io.waybill.far.ErpFault;
import io.waybill.far.ErpOrder;
import io.waybill.far.ErpProduct;
import io.waybill.far.FakeErp.Operation;
import io.waybill.far.Faults;
import io.waybill.far.GraphMessage;
import io.waybill.far.Micros;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** An ERP that is away for a while, by a clock that the test sets: what customers hear, and what is ordered when it is back. */
class OutageEndToEndTest {

    private static final Logger log = LoggerFactory.getLogger(OutageEndToEndTest.class);

    /** {@code -Dwaybill.outage.carts=500} for the figures of a large shop. */
    private static final int CARTS = Integer.getInteger("waybill.outage.carts", 30);

    private static final Duration OUTAGE = Duration.ofMinutes(30);
    private static final Duration LONGEST_REPLY = Duration.ofSeconds(2);
    /** Shorter than what a gateway has that nobody has set up, which is 15 s. */
    private static final Duration TIME_OUT = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String QUEUED = "We have kept what you decided";
    private static final String STILL_QUEUED = "What you decided is kept";
    private static final String MADE = "is ready to go";

    private static SettableClock clock;

    @TempDir
    Path home;

    private FlowGateway gateway;
    private long slowestMicros;

    /** The clock of every node. */
    static class Time {

        @Bean
        Clock clock() {
            return clock;
        }
    }

    @BeforeEach
    void open() {
        // What customers write bears Meta's time, which is the real one.
        clock = new SettableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        gateway = new FlowGateway(
                home, "waybill.erp.cache.products=0s", "waybill.erp.response-timeout=" + TIME_OUT.toMillis() + "ms");
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void keepsWhatCustomersDecideAndOrdersItOnceInTheirOrder() throws Exception {
        try (ConfigurableApplicationContext node = gateway.start(Time.class)) {
            List<Customer> customers = atTheSummary(CARTS, node);
            List<Customer> later = atTheSummary(3, node);
            Collections.shuffle(customers, new Random(7));
            Instant since = clock.instant();
            List<Customer> confirmed = new ArrayList<>();
            List<Customer> cancelled = new ArrayList<>();
            List<Customer> browsing = new ArrayList<>();

            goesAway(ErpFault.UNAVAILABLE_503);
            for (int i = 0; i < CARTS; i++) {
                clock.pass(OUTAGE.dividedBy(CARTS));
                Customer customer = customers.get(i);
                timed(customer, () -> customer.taps("Confirm"), QUEUED);
                switch (i % 10) {
                    case 3 -> timed(customer, () -> customer.says("hello?"), STILL_QUEUED);
                    case 5 -> browsing.add(browses(node, since));
                    case 7 -> cancelled.add(customer);
                    default -> {}
                }
                if (i % 10 == 7) {
                    timed(customer, () -> customer.says("cancel"), "Cancelled. Nothing was ordered.");
                } else {
                    confirmed.add(customer);
                }
            }
            assertThat(clock.instant()).isAfterOrEqualTo(since.plus(OUTAGE).minusSeconds(1));
            assertThat(gateway.erp.orders()).isEmpty();
            assertThat(queued()).isEqualTo(confirmed.size());
            assertThat(gateway.database
                            .jdbc()
                            .sql(
                                    "select count(*) from conversation where queued_at is not null and wakes_at is not null")
                            .query(Long.class)
                            .single())
                    .as("nobody who waits for the ERP is asked whether they are still there")
                    .isZero();

            long back = Micros.now();
            comesBack();
            passesUntil(() -> gateway.erp.orders().size() >= 5);
            for (Customer customer : later) {
                timed(customer, () -> customer.taps("Confirm"), MADE);
            }
            passesUntil(() -> gateway.erp.orders().size() == confirmed.size() + later.size());
            passesUntil(() -> confirmed.stream().allMatch(customer -> told(customer, MADE) == 1));

            assertThat(ordered()).doesNotHaveDuplicates().hasSize(confirmed.size() + later.size());
            assertThat(ordered().stream()
                            .filter(phone -> later.stream()
                                    .noneMatch(customer -> customer.address().equals(phone))))
                    .as("in the order in which they confirmed")
                    .containsExactlyElementsOf(
                            confirmed.stream().map(Customer::address).toList());
            assertThat(gateway.erp.orders())
                    .allSatisfy(order -> assertThat(order.requests()).isEqualTo(1));
            assertThat(customers)
                    .allSatisfy(customer -> assertThat(told(customer, QUEUED)).isEqualTo(1));
            assertThat(confirmed).allSatisfy(this::heardTheirNumberLast);
            assertThat(cancelled)
                    .allSatisfy(customer -> assertThat(told(customer, MADE)).isZero());
            for (Customer customer : browsing) {
                timed(customer, () -> customer.taps("Checkout"), "Where should we deliver?");
                GraphMessage summary = timed(
                        customer,
                        () -> customer.says("Beth House, 12 Garden Street, house 5"),
                        "Please check your order");
                assertThat(summary.text()).contains("2 x Product 1");
            }
            log.info(
                    "{} carts: slowest reply {} ms, {} orders {} ms after the ERP was back.",
                    CARTS,
                    slowestMicros / 1_000,
                    gateway.erp.orders().size(),
                    (gateway.erp.orders().getLast().createdAt() - back) / 1_000);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "waybill.long", matches = "true")
    void losesNothingWhenItIsStoppedAndServesTheQueueOnTwoNodesInOrder() throws Exception {
        List<Customer> customers;
        try (ConfigurableApplicationContext first = gateway.start(Time.class)) {
            customers = atTheSummary(12, first);
            Collections.shuffle(customers, new Random(7));
            goesAway(ErpFault.UNAVAILABLE_503);
            for (Customer customer : customers) {
                clock.pass(Duration.ofSeconds(20));
                customer.taps("Confirm").hears(QUEUED);
            }
        }
        gateway.erp.latency(Duration.ofMillis(20));
        try (ConfigurableApplicationContext second = gateway.start(Time.class)) {
            try (ConfigurableApplicationContext third = gateway.start(Time.class)) {
                comesBack();
                passesUntil(() -> gateway.erp.orders().size() >= 4);
            }
            passesUntil(() -> customers.stream().allMatch(customer -> told(customer, MADE) == 1));
        }

        assertThat(ordered())
                .containsExactlyElementsOf(
                        customers.stream().map(Customer::address).toList());
        assertThat(gateway.erp.orders())
                .allSatisfy(order -> assertThat(order.requests()).isEqualTo(1));
        assertThat(customers)
                .allSatisfy(customer -> assertThat(told(customer, QUEUED)).isEqualTo(1));
    }

    @Test
    void keepsTheirPlacesUntilTheirOrdersAreMadeAndAsksAgainWhenThePriceHasChanged() throws Exception {
        try (ConfigurableApplicationContext node = gateway.start(Time.class)) {
            Customer amina = gateway.customer("Amina Yusuf", node).comesToTheSummary();
            Customer brian = takes(1, gateway.customer("Brian Otieno", node));
            Customer chao = gateway.customer("Chao Wanjiku", node).comesToTheSummary();
            goesAway(ErpFault.UNAVAILABLE_503);
            for (Customer customer : List.of(brian, chao, amina)) {
                clock.pass(Duration.ofSeconds(1));
                customer.taps("Confirm").hears(QUEUED);
            }
            gateway.erp.change(
                    "P-2", p -> new ErpProduct(p.id(), p.name(), new BigDecimal("99.00"), p.currency(), p.active()));
            List<Long> places = new CopyOnWriteArrayList<>();
            gateway.erp.onExecuted(operation -> {
                if (operation == Operation.UPSERT_CUSTOMER || operation == Operation.CREATE_ORDER) {
                    places.add(queued());
                }
            });

            comesBack();
            passesUntil(() -> told(amina, MADE) == 1);

            assertThat(places).as("whoever is served is still in the queue").containsExactly(2L, 2L, 1L, 1L);
            assertThat(queued()).isZero();
            assertThat(ordered()).containsExactly(chao.address(), amina.address());
            assertThat(brian.hears("The price has changed").text()).contains("KES 99.00");
            brian.taps("Confirm").hears(MADE);
            assertThat(ordered()).containsExactly(chao.address(), amina.address(), brian.address());
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "waybill.long", matches = "true")
    void tellsTheFirstToWaitForAnErpThatHangsAndAsksItForTheOthersNoMore() throws Exception {
        gateway.set("waybill.patience=1500ms");
        try (ConfigurableApplicationContext node = gateway.start(Time.class)) {
            List<Customer> customers = atTheSummary(15, node);
            List<Customer> first = customers.subList(0, 10);
            List<Customer> others = customers.subList(10, 15);
            goesAway(ErpFault.SILENCE_BEFORE);
            long from = Micros.now();
            for (Customer customer : first) {
                clock.pass(Duration.ofMillis(1));
                customer.taps("Confirm");
            }
            long waited = 0;
            for (Customer customer : first) {
                slowestMicros = Math.max(
                        slowestMicros, customer.hears("One moment, please.").at() - from);
            }
            for (Customer customer : first) {
                waited = Math.max(waited, customer.hears(QUEUED).at() - from);
            }

            for (Customer customer : others) {
                clock.pass(Duration.ofMillis(1));
                timed(customer, () -> customer.taps("Confirm"), QUEUED);
            }
            Customer browsing = gateway.customer("Brian Otieno", node);
            timed(browsing, () -> browsing.says("order"), "This list is 1 min old");
            assertThat(Duration.ofNanos(slowestMicros * 1_000)).isLessThan(LONGEST_REPLY);

            log.info(
                    "An ERP that hangs, time-out {} ms: the first hear how it goes on after {} ms, nobody waits for a word longer than {} ms.",
                    TIME_OUT.toMillis(),
                    waited / 1_000,
                    slowestMicros / 1_000);
            comesBack();
            passesUntil(() -> customers.stream().allMatch(customer -> told(customer, MADE) == 1));
            assertThat(ordered()).doesNotHaveDuplicates().hasSize(15);
            assertThat(customers)
                    .allSatisfy(customer -> assertThat(told(customer, QUEUED)).isEqualTo(1));
        }
    }

    private long queued() {
        return gateway.database
                .jdbc()
                .sql("select count(*) from conversation where queued_at is not null")
                .query(Long.class)
                .single();
    }

    /** One of the product at this place of the list; ends at the summary. */
    private Customer takes(int product, Customer customer) throws Exception {
        GraphMessage list = customer.says("order").hears("What would you like to order?");
        customer.sends(CustomerMessage.tap(list.options().get(product))).hears("How many");
        customer.says("1").hears("Your cart");
        customer.taps("Checkout").hears("Where should we deliver?");
        customer.says("Beth House, 12 Garden Street, house 5").hears("Please check your order");
        return customer;
    }

    /** Says hello to somebody new in the middle of the outage, and takes two of the first product. */
    private Customer browses(ConfigurableApplicationContext node, Instant since) throws Exception {
        Customer customer = gateway.customer("Brian Otieno", node);
        long minutes = Duration.between(since, clock.instant()).plusSeconds(59).toMinutes();
        GraphMessage list = timed(
                customer,
                () -> customer.says("order"),
                "Our shop system is not answering right now. This list is %d min old".formatted(Math.max(1, minutes)));
        timed(customer, () -> customer.sends(CustomerMessage.tap(list.options().getFirst())), "How many");
        timed(customer, () -> customer.says("2"), "Your cart");
        return customer;
    }

    private void heardTheirNumberLast(Customer customer) {
        ErpOrder order = gateway.erp.orders().stream()
                .filter(made -> made.phone().equals(customer.address()))
                .findFirst()
                .orElseThrow();
        assertThat(customer.received().getLast().text()).contains(MADE, order.number());
    }

    // Who is there, and what they hear

    private List<Customer> atTheSummary(int count, ConfigurableApplicationContext node) throws Exception {
        try (ExecutorService phones = Executors.newFixedThreadPool(8)) {
            List<Callable<Customer>> shopping = IntStream.range(0, count)
                    .<Callable<Customer>>mapToObj(
                            i -> () -> gateway.customer("Amina Yusuf", node).comesToTheSummary())
                    .toList();
            List<Customer> customers = new ArrayList<>();
            for (Future<Customer> customer : phones.invokeAll(shopping)) {
                customers.add(customer.get());
            }
            return customers;
        }
    }

    private GraphMessage timed(Customer customer, Doing doing, String answer) throws IOException {
        long from = Micros.now();
        doing.run();
        GraphMessage reply = customer.hears(answer);
        slowestMicros = Math.max(slowestMicros, reply.at() - from);
        return reply;
    }

    private interface Doing {
        void run() throws IOException;
    }

    private static long told(Customer customer, String what) {
        return customer.received().stream()
                .filter(message -> message.text().contains(what))
                .count();
    }

    // The ERP, and the time

    private void goesAway(ErpFault how) {
        gateway.erp.faults().times(Integer.MAX_VALUE, how, Faults.ANY);
    }

    private void comesBack() {
        gateway.erp.faults().clear();
    }

    /** Phones of the customers, in the order in which their orders were made. */
    private List<String> ordered() {
        return gateway.erp.orders().stream().map(ErpOrder::phone).toList();
    }

    /** Lets a minute pass, since the first in the queue is tried now and then, and then time as it is. */
    private void passesUntil(BooleanSupplier reached) {
        clock.pass(Duration.ofMinutes(1));
        Duration pause = Duration.ofMillis(10);
        await().atMost(PATIENCE).pollInterval(pause).until(() -> {
            clock.pass(pause);
            return reached.getAsBoolean();
        });
    }
}
