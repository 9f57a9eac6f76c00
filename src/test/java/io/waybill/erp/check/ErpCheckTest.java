package io.waybill.erp.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.SettableClock;
import io.waybill.erp.EndpointProfile.Idempotency;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.check.BrokenErps.Broken;
import io.waybill.erp.check.CanonicalErp.Answer;
import io.waybill.erp.check.CanonicalErp.Defect;
import io.waybill.erp.check.CanonicalErp.Op;
import io.waybill.erp.check.ErpCheckController.ErpCheckRequest;
import io.waybill.erp.check.OperationReport.Verdict;
import io.waybill.far.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The real routes and the real client against an ERP that is right, and against many that are each wrong in one way. */
class ErpCheckTest {

    private static final CanonicalErp ERP = new CanonicalErp();
    private static StandaloneErp gateway;

    @BeforeAll
    static void start() {
        gateway = gateway(Duration.ofSeconds(30));
    }

    private static StandaloneErp gateway(Duration responseTimeout) {
        return StandaloneErp.start(Map.of(
                "waybill.erp.base-url", ERP.url(),
                "waybill.erp.profile", "canonical",
                "waybill.erp.page-size", "3",
                "waybill.erp.max-pages", "5",
                "waybill.erp.max-answer-bytes", "50000",
                "waybill.erp.retry-pause", "1ms",
                "waybill.erp.response-timeout", responseTimeout.toMillis() + "ms",
                "waybill.erp.circuit-breaker.calls", "1000"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        ERP.close();
    }

    static Stream<Broken> brokenErps() {
        return BrokenErps.all();
    }

    @ParameterizedTest
    @MethodSource("brokenErps")
    void namesWhatIsWrongAndNothingElse(Broken broken) {
        ERP.become(broken.defect());

        CheckReport report = check(broken.write());

        assertThat(named(report)).containsExactlyInAnyOrderElementsOf(broken.expected());
        assertThat(report.findings())
                .allSatisfy(finding ->
                        assertThat(finding.sentence()).endsWith(".").doesNotContain(CheckOptions.NOBODYS_PHONE));
    }

    @Test
    void saysThatAnErpIsSilent() {
        ERP.become(BrokenErps.silence());

        try (StandaloneErp impatient = gateway(Duration.ofMillis(300))) {
            assertThat(named(impatient.check().check(CheckOptions.usual()))).contains("GET_PRICE timeout ");
        }
    }

    @Test
    void findsNothingAtAnErpThatIsRight() {
        ERP.become(Defect.NONE);

        CheckReport report = check(true);

        assertThat(named(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.OK);
        assertThat(report.proved()).isEqualTo(Idempotency.KEYED);
        assertThat(ERP.cancelled()).containsExactly("O1");
    }

    @Test
    void onlyReadsUnlessAsked() {
        ERP.become(Defect.NONE);

        CheckReport report = check(false);

        assertThat(ERP.writes()).isZero();
        assertThat(ERP.calls(Op.PRICE)).isEqualTo(5);
        assertThat(report.proved()).isNull();
        assertThat(operation(report, ErpOperation.CREATE_ORDER))
                .extracting(OperationReport::verdict, OperationReport::note)
                .containsExactly(Verdict.SKIPPED, "Writes were not asked for.");
    }

    @Test
    void saysWhatIsThereAndWhatIsNot() {
        ERP.become(Defect.NONE);

        OperationReport products = operation(check(false), ErpOperation.LIST_PRODUCTS);

        assertThat(products.fields())
                .extracting(field -> field.field() + " " + field.state())
                .containsExactly(
                        "items[].id ok",
                        "items[].name ok",
                        "items[].price ok",
                        "items[].currency ok",
                        "items[].active ok",
                        "items[].stock absent",
                        "items[].max_qty absent",
                        "items[].kind absent",
                        "items[].duration_minutes absent",
                        "items[].options absent");
    }

    @Test
    void hintsAtWhatWouldFit() {
        ERP.become(brokenErps().findFirst().orElseThrow().defect());

        assertThat(check(false).findings().flatMap(finding -> finding.hints().stream()))
                .containsExactly("`$.items[0].item_name` would fit name: \"Product 0\"");
    }

    @Test
    void provesThatAnOrderIsFoundWhereKeysAreNotHonoured() {
        ERP.become((asked, healthy) -> asked.op() == Op.ORDERS && asked.nth() > 1
                ? Answer.json(healthy.object().put("external_order_id", "O2"))
                : healthy);

        CheckReport report = check(true);

        assertThat(report.proved()).isEqualTo(Idempotency.FINDABLE);
        assertThat(named(report))
                .containsExactlyInAnyOrder(
                        "CREATE_ORDER repeat-creates-second-order external_order_id",
                        "CREATE_ORDER idempotency-overstated ");
    }

    @Test
    void tellsThatAnOrderIsNotFound() {
        ERP.become((asked, healthy) ->
                asked.op() == Op.FIND ? Answer.json(Json.object().put("found", false)) : healthy);

        CheckReport report = check(true);

        assertThat(report.proved()).isEqualTo(Idempotency.KEYED);
        assertThat(named(report))
                .containsExactly(
                        "FIND_ORDER order-not-found external_order_id", "FIND_ORDER number-not-found order_number");
    }

    @Test
    void takesBackEveryOrderItMade() {
        ERP.become((asked, healthy) -> switch (asked.op()) {
            case ORDERS -> Answer.json(healthy.object().put("external_order_id", "O" + asked.nth()));
            case FIND -> Answer.json(Json.object().put("found", false));
            default -> healthy;
        });

        CheckReport report = check(true);

        assertThat(report.proved()).isEqualTo(Idempotency.MANUAL);
        assertThat(ERP.cancelled()).containsExactly("O1", "O2");
        assertThat(report.leftBehind())
                .containsExactly(
                        "Applicant A1 stays in the ERP, named \"WAYBILL CONTRACT CHECK\".",
                        "Customer C1 stays in the ERP, named \"WAYBILL CONTRACT CHECK\".");
    }

    @Test
    void tellsOfOrdersItCouldNotTakeBack() {
        ERP.become((asked, healthy) -> switch (asked.op()) {
            case ORDERS -> Answer.json(healthy.object().put("order_number", "SO-77"));
            case CANCEL -> new Answer(409, "application/json", "{\"message\":\"Too late\"}");
            default -> healthy;
        });

        CheckReport report = check(true);

        assertThat(named(report)).contains("CANCEL_ORDER status ");
        assertThat(report.leftBehind()).contains("Order SO-77 stays in the ERP: cancel it there.");
    }

    @Test
    void tellsOfAnOrderThatMayHaveBeenMade() {
        ERP.become((asked, healthy) -> asked.op() == Op.ORDERS ? new Answer(0, "", "") : healthy);

        CheckReport report = check(true);

        assertThat(named(report)).containsExactly("CREATE_ORDER broken-off ");
        assertThat(report.leftBehind()).last().asString().startsWith("There may be an order with the reference check-");
        assertThat(report.proved()).isNull();
    }

    @Test
    void letsGoOfWhatItReserved() {
        ERP.become(Defect.NONE);

        check(true);

        assertThat(ERP.calls(Op.RESERVATIONS)).isEqualTo(1);
        assertThat(ERP.calls(Op.RELEASE))
                .as("and once more, which is no mistake")
                .isEqualTo(2);
    }

    @Test
    void tellsOfAReservationItCouldNotLetGoOf() {
        ERP.become((asked, healthy) ->
                asked.op() == Op.RELEASE ? new Answer(500, "application/json", "{\"message\":\"Broken\"}") : healthy);

        CheckReport report = check(true);

        assertThat(named(report)).containsExactly("RELEASE_STOCK status ");
        assertThat(report.leftBehind())
                .contains("Reservation R1 is held for 5 minutes: release it in the ERP, or wait.");
    }

    @Test
    void looksForOrdersOfLateWithoutMakingOne() {
        List<String> asked = new CopyOnWriteArrayList<>();
        ERP.become((call, healthy) -> {
            if (call.op() == Op.LISTED) {
                asked.add(call.query().keySet().stream().sorted().toList().toString());
            }
            return healthy;
        });

        CheckReport report = check(false);

        assertThat(asked).containsExactly("[changed_since, limit, page]", "[external_customer_id, limit, page]");
        assertThat(operation(report, ErpOperation.LIST_ORDERS).verdict()).isEqualTo(Verdict.OK);
        assertThat(operation(report, ErpOperation.GET_RECEIPT).note()).isEqualTo("Writes were not asked for.");
    }

    @Test
    void endsWhenItsTimeIsOver() {
        SettableClock clock = SettableClock.atNoon();
        ERP.become((asked, healthy) -> {
            clock.pass(Duration.ofSeconds(asked.op() == Op.ORDERS ? 60 : 1));
            return healthy;
        });

        CheckReport report = gateway.check(clock).check(CheckOptions.usual().withWrites(true));

        assertThat(named(report)).containsExactly("CREATE_ORDER out-of-time ");
        assertThat(operation(report, ErpOperation.CONFIRM_ORDER).note()).isEqualTo("The check ran out of time before.");
        assertThat(report.leftBehind()).last().asString().startsWith("There may be an order with the reference check-");
    }

    @Test
    void asksForTheProductItIsTold() {
        List<String> asked = new CopyOnWriteArrayList<>();
        ERP.become((call, healthy) -> {
            if (call.op() == Op.PRICE) {
                asked.add(call.query().get("external_product_id"));
            }
            return healthy;
        });

        gateway.check().check(CheckOptions.usual().withProduct("P5"));

        assertThat(asked).containsOnly("P5").hasSize(5);
    }

    @Test
    void keepsTheLastReportAndAsksNothingThatItMayNot() {
        ERP.become(Defect.NONE);
        ErpCheckController controller = new ErpCheckController(gateway.check());

        assertThatThrownBy(() -> controller.check(new ErpCheckRequest(false, null, true)))
                .isInstanceOf(ResponseStatusException.class)
                .hasMessageContaining("400")
                .hasMessageContaining("ask for writes as well");
        assertThat(ERP.writes()).isZero();
        assertThat(controller.last().getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(controller.check(new ErpCheckRequest(false, null, false)))
                .isEqualTo(controller.last().getBody());
    }

    private static CheckReport check(boolean write) {
        return gateway.check().check(CheckOptions.usual().withWrites(write));
    }

    static OperationReport operation(CheckReport report, ErpOperation operation) {
        return report.operations().stream()
                .filter(found -> found.operation() == operation)
                .findFirst()
                .orElseThrow();
    }

    static List<String> named(CheckReport report) {
        return report.operations().stream()
                .flatMap(operation -> operation.findings().stream()
                        .map(finding -> "%s %s %s".formatted(operation.operation(), finding.kind(), finding.field())))
                .toList();
    }
}
