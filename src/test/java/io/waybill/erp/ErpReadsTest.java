package io.waybill.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.CamelTests;
import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import io.waybill.erp.ErpReply.Down;
import io.waybill.erp.ErpReply.Empty;
import io.waybill.erp.ErpReply.Ok;
import io.waybill.erp.ErpReply.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@CamelSpringBootTest
@SpringBootTest(
        classes = ErpRouteSupport.Application.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "waybill.erp.profile=canonical",
            "waybill.erp.response-timeout=20s",
            "waybill.erp.retry-pause=1ms",
            "waybill.erp.circuit-breaker.calls=1000"
        })
@ResourceLock(CamelTests.LOCK)
class ErpReadsTest {

    private static final GatedErp ERP = new GatedErp();
    private static final String PRODUCTS = "/api/products";
    private static final String PRICE = "/api/price";
    private static final String JOBS = "/api/jobs";
    private static final Duration MINUTE = Duration.ofSeconds(60);

    @Autowired
    private ErpGateway gateway;

    private final TestDatabase database = TestDatabase.migrated();
    private final AtomicLong nanos = new AtomicLong();
    private final SettableClock clock = SettableClock.atNoon();
    private final CacheEpochs epochs = epochs();

    @DynamicPropertySource
    static void baseUrl(DynamicPropertyRegistry properties) {
        properties.add("waybill.erp.base-url", ERP::baseUrl);
    }

    @BeforeEach
    void shop() {
        ERP.reset();
        ERP.sells(3)
                .answers(PRICE, 200, "{'unit_price':10,'currency':'KES'}")
                .answers(JOBS, 200, "{'items':[{'id':'J1','name':'Rider','active':true}]}");
    }

    @Test
    void asksTheErpOnceForFiftyWhoWantTheSameFirst() throws InterruptedException {
        ErpReads reads = reads();
        ERP.close();

        List<ErpReply> replies = fiftyAtOnce(reads);

        assertThat(replies).hasSize(50).allSatisfy(reply -> assertThat(reply).isInstanceOf(Ok.class));
        assertThat(ERP.asked(PRODUCTS)).isEqualTo(1);
    }

    @Test
    void sharesAFailureWithAllWhoWaitedAndKeepsItForNobodyElse() throws InterruptedException {
        ErpReads reads = reads();
        ERP.answers(PRODUCTS, 422, "{'error':'not today'}").close();

        List<ErpReply> replies = fiftyAtOnce(reads);

        assertThat(replies).hasSize(50).allSatisfy(reply -> assertThat(reply).isInstanceOf(Refused.class));
        assertThat(ERP.asked(PRODUCTS)).isEqualTo(1);
        ERP.sells(3);
        assertThat(products(reads)).isInstanceOf(Ok.class);
        assertThat(ERP.asked(PRODUCTS)).isEqualTo(2);
    }

    @Test
    void readsAThousandProductsPageByPageOnceAndGivesTheSameListToAll() {
        ERP.sells(1_000);
        ErpReads reads = reads();

        Ok first = (Ok) products(reads);
        Ok second = (Ok) products(reads);

        assertThat(first.body().path("items")).hasSize(1_000);
        assertThat(second.body()).as("not copied").isSameAs(first.body());
        // The eleventh page is the empty one that says that there are no more.
        assertThat(ERP.asked(PRODUCTS)).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource({"LIST_PRODUCTS, 60, /api/products", "GET_PRICE, 15, /api/price", "LIST_JOBS, 300, /api/jobs"})
    void asksAgainWhenItsLifetimeIsOver(ErpOperation operation, int seconds, String path) {
        ErpReads reads = reads();
        ObjectNode request = operation.lists() ? active() : price("P1", 2);

        reads.ask(operation, request);
        pass(Duration.ofSeconds(seconds).minusMillis(1));
        reads.ask(operation, request);
        assertThat(ERP.asked(path)).isEqualTo(1);

        pass(Duration.ofMillis(1));
        assertThat(reads.ask(operation, request).reply()).isInstanceOf(Ok.class);
        assertThat(ERP.asked(path)).isEqualTo(2);
    }

    /** 001-31: with the settings as they come; nobody imports anything. */
    @Test
    void listsAMinuteLaterWhatWasAddedInTheErp() {
        ErpReads reads = reads(new Binder().bindOrCreate("waybill.erp.cache", ErpCacheProperties.class));
        products(reads);
        ERP.sells(4);

        pass(MINUTE);

        assertThat(((Ok) products(reads)).body().path("items")).hasSize(4);
    }

    @Test
    void keepsNothingForZeroSeconds() {
        ErpReads reads = reads(new ErpCacheProperties(
                Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 1_000));

        products(reads);
        products(reads);

        assertThat(ERP.asked(PRODUCTS)).isEqualTo(2);
        ERP.answers(PRODUCTS, 503, "{}");
        assertThat(products(reads)).isInstanceOf(Down.class);
    }

    @Test
    void keepsNoMoreRowsThanItMay() {
        ErpReads reads = reads(new ErpCacheProperties(MINUTE, MINUTE, MINUTE, Duration.ofDays(1), Duration.ZERO, 2));

        // What is too much is thrown out by whoever comes next, when two threads meet at the cache.
        await().untilAsserted(() -> {
            assertThat(products(reads)).isInstanceOf(Ok.class);
            assertThat(ERP.asked(PRODUCTS)).as("a list of three").isGreaterThan(1);
        });
    }

    @Test
    void tellsRequestsApartByWhatTheyAskNotByTheOrderOfTheirFields() {
        ErpReads reads = reads();
        ObjectNode turned = ErpRouteSupport.json("{'qty':2,'external_product_id':'P1'}");

        reads.ask(ErpOperation.GET_PRICE, price("P1", 2));
        reads.ask(ErpOperation.GET_PRICE, turned);
        assertThat(ERP.asked(PRICE)).isEqualTo(1);

        reads.ask(ErpOperation.GET_PRICE, price("P1", 3));
        reads.ask(ErpOperation.GET_PRICE, price("P2", 2));
        assertThat(ERP.asked(PRICE)).isEqualTo(3);
    }

    @Test
    void asksForAFreshPriceWhateverItKnowsAndKeepsThatOne() {
        ErpReads reads = reads();
        reads.ask(ErpOperation.GET_PRICE, price("P1", 2));
        ERP.answers(PRICE, 200, "{'unit_price':12.50,'currency':'KES'}");

        assertThat(unitPrice(reads.askFresh(ErpOperation.GET_PRICE, price("P1", 2))))
                .isEqualTo("12.50");
        assertThat(unitPrice(reads.ask(ErpOperation.GET_PRICE, price("P1", 2)))).isEqualTo("12.50");
        assertThat(ERP.asked(PRICE)).isEqualTo(2);
    }

    @Test
    void forgetsAPriceThatTheErpRefusesByNow() {
        ErpReads reads = reads();
        reads.ask(ErpOperation.GET_PRICE, price("P1", 2));
        ERP.answers(PRICE, 422, "{'error':'not sold'}");

        assertThat(reads.askFresh(ErpOperation.GET_PRICE, price("P1", 2)).reply())
                .isInstanceOf(Refused.class);
        assertThat(reads.ask(ErpOperation.GET_PRICE, price("P1", 2)).reply()).isInstanceOf(Refused.class);
    }

    @Test
    void asksEachTimeForWhatIsNeitherListNorPrice() {
        ERP.answers("/api/orders/7/status", 200, "{'status':'paid','order_number':'SO-7'}");
        ErpReads reads = reads();
        ObjectNode request = ErpRouteSupport.json("{'external_order_id':'7'}");

        reads.ask(ErpOperation.GET_ORDER_STATUS, request);
        reads.ask(ErpOperation.GET_ORDER_STATUS, request);

        assertThat(ERP.asked("/api/orders/7/status")).isEqualTo(2);
    }

    @Test
    void showsTheExchangesToTheOneWhoAskedTheErp() {
        ErpReads reads = reads();

        assertThat(reads.ask(ErpOperation.LIST_PRODUCTS, active()).exchanges()).hasSize(1);
        assertThat(reads.ask(ErpOperation.LIST_PRODUCTS, active()).exchanges()).isEmpty();
    }

    @Test
    void givesTheLastGoodListWithItsAgeWhenTheErpIsDown() {
        ErpReads reads = reads(waitingFor(MINUTE));
        Ok good = (Ok) products(reads);
        ERP.answers(PRODUCTS, 503, "{}");
        clock.pass(Duration.ofMinutes(10));
        pass(Duration.ofMinutes(10));

        Ok old = (Ok) products(reads);

        assertThat(old.body().path("as_of").asText()).isEqualTo("2026-11-21T12:00:00Z");
        assertThat(old.body().path("items")).isEqualTo(good.body().path("items"));
        assertThat(good.body().has("as_of")).as("the kept one is as it was").isFalse();

        ERP.sells(4);
        assertThat(((Ok) products(reads)).body().has("as_of"))
                .as("the ERP is back")
                .isFalse();
    }

    @Test
    void givesNoListThatIsTooOld() {
        ErpReads reads = reads(waitingFor(MINUTE));
        products(reads);
        ERP.answers(PRODUCTS, 503, "{}");
        pass(Duration.ofHours(24));

        assertThat(products(reads)).isInstanceOf(Down.class);
    }

    @Test
    void givesNoOldListInPlaceOfARefusalOrOfNothing() {
        ErpReads reads = reads(waitingFor(MINUTE));
        products(reads);
        pass(MINUTE);
        ERP.answers(PRODUCTS, 422, "{'error':'no'}");
        assertThat(products(reads)).isInstanceOf(Refused.class);

        ERP.sells(0);
        assertThat(products(reads)).isInstanceOf(Empty.class);
        pass(MINUTE);
        ERP.answers(PRODUCTS, 503, "{}");
        assertThat(products(reads)).as("what is gone does not come back").isInstanceOf(Down.class);
    }

    @Test
    void neverGivesAnOldPrice() {
        ErpReads reads = reads();
        reads.ask(ErpOperation.GET_PRICE, price("P1", 2));
        ERP.answers(PRICE, 503, "{}");
        pass(Duration.ofSeconds(15));

        assertThat(reads.ask(ErpOperation.GET_PRICE, price("P1", 2)).reply()).isInstanceOf(Down.class);
    }

    @Test
    void doesNotWaitLongForAnErpThatHangsAndTakesItsAnswerWhenItComes() {
        ErpReads reads = reads(waitingFor(Duration.ofMillis(20)));
        products(reads);
        pass(MINUTE);
        ERP.sells(4).close();

        assertThat(((Ok) products(reads)).body().has("as_of")).isTrue();
        assertThat(((Ok) products(reads)).body().has("as_of")).isTrue();
        await().until(() -> ERP.asked(PRODUCTS) == 2);
        ERP.open();

        await().untilAsserted(() ->
                assertThat(((Ok) products(reads)).body().path("items")).hasSize(4));
        assertThat(ERP.asked(PRODUCTS)).as("asked in the background, once").isEqualTo(2);
    }

    @Test
    void asksAgainAfterTheErpSaidThatSomethingChanged() {
        ErpReads reads = reads();
        askForAll(reads);
        epochs.changed(List.of(Cached.PRODUCTS, Cached.PRICES));

        askForAll(reads);

        assertThat(ERP.asked(PRODUCTS)).isEqualTo(2);
        assertThat(ERP.asked(PRICE)).isEqualTo(2);
        assertThat(ERP.asked(JOBS)).as("jobs did not change").isEqualTo(1);
    }

    @Test
    void learnsWithinTwoSecondsWhatAnotherNodeWasTold() {
        ErpReads reads = reads();
        products(reads);
        epochs().changed(List.of(Cached.PRODUCTS));

        products(reads);
        assertThat(ERP.asked(PRODUCTS)).isEqualTo(1);
        pass(Duration.ofSeconds(2));
        products(reads);
        assertThat(ERP.asked(PRODUCTS)).isEqualTo(2);
    }

    @Test
    void doesNotKeepAnAnswerThatWasAskedForBeforeTheChange() throws InterruptedException {
        ErpReads reads = reads();
        ERP.close();
        Thread early = Thread.ofVirtual().start(() -> products(reads));
        await().until(() -> ERP.asked(PRODUCTS) == 1);
        epochs.changed(List.of(Cached.PRODUCTS));
        ERP.open();
        early.join();

        products(reads);

        assertThat(ERP.asked(PRODUCTS)).isEqualTo(2);
    }

    @Test
    void forgetsTheLastGoodListOnlyByHand() {
        ErpReads reads = reads(waitingFor(MINUTE));
        products(reads);
        ERP.answers(PRODUCTS, 503, "{}");

        epochs.changed(List.of(Cached.PRODUCTS));
        assertThat(products(reads)).isInstanceOf(Ok.class);

        epochs.forgetAll();
        assertThat(products(reads)).isInstanceOf(Down.class);
    }

    private void askForAll(ErpReads reads) {
        products(reads);
        reads.ask(ErpOperation.GET_PRICE, price("P1", 2));
        reads.ask(ErpOperation.LIST_JOBS, active());
    }

    /** Asks at once, and opens the gate when all wait. */
    private static List<ErpReply> fiftyAtOnce(ErpReads reads) throws InterruptedException {
        ConcurrentLinkedQueue<ErpReply> replies = new ConcurrentLinkedQueue<>();
        List<Thread> threads = IntStream.range(0, 50)
                .mapToObj(i -> Thread.ofVirtual().start(() -> replies.add(products(reads))))
                .toList();
        await().until(() -> ERP.asked(PRODUCTS) > 0
                && threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        ERP.open();
        for (Thread thread : threads) {
            thread.join();
        }
        return new ArrayList<>(replies);
    }

    private ErpReads reads() {
        return reads(waitingFor(Duration.ofMillis(1_500)));
    }

    private ErpReads reads(ErpCacheProperties settings) {
        return new ErpReads(gateway, settings, epochs, clock, nanos::get);
    }

    private static ErpCacheProperties waitingFor(Duration patience) {
        return new ErpCacheProperties(
                MINUTE, Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ofHours(24), patience, 20_000);
    }

    private CacheEpochs epochs() {
        return new CacheEpochs(database.jdbc(), clock, nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static ErpReply products(ErpReads reads) {
        return reads.ask(ErpOperation.LIST_PRODUCTS, active()).reply();
    }

    private static ObjectNode active() {
        return ErpRouteSupport.json("{'active_only':true}");
    }

    private static ObjectNode price(String product, int qty) {
        return ErpRouteSupport.json("{'external_product_id':'%s','qty':%d}".formatted(product, qty));
    }

    private static String unitPrice(ErpAnswer answer) {
        return ((Ok) answer.reply()).body().path("unit_price").decimalValue().toPlainString();
    }
}
