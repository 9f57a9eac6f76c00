package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.access.RealPart;
import io.waybill.far.ErpFault;
import io.waybill.far.ErpProduct;
import io.waybill.far.FakeErp;
import io.waybill.far.FakeErp.Operation;
import io.waybill.far.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** An integrator connects an ERP in the console. */
class ErpConnectionEndToEndTest extends RunningGateway {

    private static final String PATH = "/api/erp/connection";
    private static final List<String> CORE =
            List.of("LIST_PRODUCTS", "GET_PRICE", "UPSERT_CUSTOMER", "CREATE_ORDER", "CONFIRM_ORDER");

    private static FakeErp other;

    @Autowired
    private RealPart connected;

    @Autowired
    private TransactionTemplate transaction;

    private ConsoleClient ada;

    @BeforeAll
    static void startAnother() {
        other = FakeErp.start(0);
        other.products(List.of(ErpProduct.plain(1).getFirst()));
    }

    @AfterAll
    static void stopIt() {
        other.close();
    }

    @BeforeEach
    void signIn() throws Exception {
        other.reset();
        ada = ConsoleClient.signedIn(port, jdbc, "ada");
    }

    @AfterEach
    void backToTheConfiguration() throws Exception {
        ada.put(PATH + "/live", "{\"wanted\":\"CONFIGURATION\"}");
        jdbc.sql("delete from erp_connection").update();
        jdbc.sql("delete from erp_test").update();
        await().until(() -> connection().at("/live/state").asText().equals("LIVE"));
    }

    /** 004-06: the one is asked, the other no more, and the database has room for one; 004-09: it has nothing of HR. */
    @Test
    void activatingOneErpDeactivatesTheOther() throws Exception {
        assertThat(connection().at("/live/source").asText()).isEqualTo("CONFIGURATION");
        assertThat(guided()).as("it serves customers, but nobody tried it here").startsWith("todo LIVE TEST");
        save("\"startFrom\":\"empty\",\"baseUrl\":\"%s\",\"inside\":true".formatted(other.uri()));
        save(endpoints(CORE));
        testTheCore();
        long before = ERP.calls(Operation.LIST_PRODUCTS);

        JsonNode live = ok(ada.put(PATH + "/live", "{\"wanted\":\"CONSOLE\",\"version\":%d}".formatted(version())));

        assertThat(live.at("/live/source").asText()).isEqualTo("CONSOLE");
        assertThat(ok(ada.get("/api/jobs")).path("available").booleanValue())
                .as("HR is empty")
                .isFalse();
        assertThat(connected.isReal()).as("nobody signs in without a password").isTrue();
        assertThat(guided()).isEqualTo("done LIVE NOTHING []");
        long others = other.calls(Operation.LIST_PRODUCTS);
        customer("Amina Yusuf").says("order").hears("What would you like to order?");
        assertThat(other.calls(Operation.LIST_PRODUCTS)).isGreaterThan(others);
        assertThat(ERP.calls(Operation.LIST_PRODUCTS)).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from erp_live").query(Long.class).single())
                .isOne();
        assertThatThrownBy(() -> jdbc.sql("insert into erp_live (change, live_by, live_at) values (9, 'ben', now())")
                        .update())
                .isInstanceOf(DuplicateKeyException.class);

        assertThat(ok(ada.put(PATH + "/live", "{\"wanted\":\"CONFIGURATION\"}"))
                        .at("/live/source")
                        .asText())
                .isEqualTo("CONFIGURATION");
        assertThat(connected.isReal()).isFalse();
        customer("Brian Otieno").says("order").hears("What would you like to order?");
        assertThat(ERP.calls(Operation.LIST_PRODUCTS)).isGreaterThan(before);
    }

    /** 004-07: the console says so; what becomes of an order then stands in ErpRouteTest and EndToEndTest. */
    @Test
    void anHtmlPageWithStatus200IsReportedAsNotJson() throws Exception {
        connectTheOther();
        other.faults().times(2, ErpFault.HTML_200, Operation.LIST_PRODUCTS.name());

        JsonNode seen = test("LIST_PRODUCTS", "{\"dry\":false}");

        assertThat(seen.path("verdict").asText()).isEqualTo("error");
        assertThat(seen.path("sentence").asText()).contains("not JSON");
        assertThat(seen.at("/findings/0/kind").asText()).isEqualTo("html");
        assertThat(seen.at("/steps/0/status").asInt()).isEqualTo(200);
        assertThat(seen.at("/steps/0/answer").asText()).contains("<");
    }

    /** 004-10: five are set and tested, or it does not go live; what is missing is named. */
    @Test
    void goLiveIsRefusedAndNamesWhatIsNotSetOrNotTested() throws Exception {
        save("\"startFrom\":\"empty\",\"baseUrl\":\"%s\",\"inside\":true".formatted(other.uri()));
        save(endpoints(CORE.subList(0, 4)));
        for (String operation : CORE.subList(0, 3)) {
            test(operation, "{\"dry\":false,\"confirmed\":true}");
        }

        assertThat(missing()).containsExactly("CREATE_ORDER NOT_TESTED", "CONFIRM_ORDER NOT_SET");
        HttpResponse<String> refused =
                ada.put(PATH + "/live", "{\"wanted\":\"CONSOLE\",\"version\":%d}".formatted(version()));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("CREATE_ORDER was not tested", "CONFIRM_ORDER is not set");

        save(endpoints(List.of("CONFIRM_ORDER")));
        test("CREATE_ORDER", "{\"dry\":false,\"confirmed\":true}");
        test("CONFIRM_ORDER", "{\"dry\":false,\"confirmed\":true}");
        assertThat(missing()).isEmpty();
        save("\"endpoints\":[{\"operation\":\"GET_PRICE\",\"method\":\"GET\",\"path\":\"/api/elsewhere\"}]");
        assertThat(missing()).as("it was tested at another path").containsExactly("GET_PRICE NOT_TESTED");
    }

    /** 004-11 */
    @Test
    void theTableHasTheTenRowsOfTheSource() throws Exception {
        assertThat(StreamSupport.stream(connection().path("operations").spliterator(), false)
                        .map(row -> "%s %s | %s | %s"
                                .formatted(
                                        row.path("operation").asText(),
                                        row.path("required").asBoolean() ? "(Required)" : "(Optional)",
                                        row.path("sends").asText(),
                                        row.path("returns").asText())))
                .containsExactly(
                        "LIST_PRODUCTS (Required) | active_only, page, limit | items[] id, name, price, currency, active",
                        "GET_PRICE (Required) | external_product_id, qty | unit_price, currency",
                        "UPSERT_CUSTOMER (Required) | phone, name | external_customer_id",
                        "CREATE_ORDER (Required) | external_customer_id, items[], order_note, totals | external_order_id, order_number, status",
                        "CONFIRM_ORDER (Required) | external_order_id, payment_info | status",
                        "SET_ADDRESS (Optional) | external_order_id, address fields | status",
                        "GET_ORDER_STATUS (Optional) | external_order_id | status, order_number",
                        "LIST_JOBS (Optional) | active_only, page, limit | items[] id, name, active, department_name",
                        "CREATE_APPLICANT (Optional) | name, email, role, phone, resume_* | external_applicant_id, status",
                        "AUTH (Optional) | Only if ERP needs a token / token check | access_token optional");
    }

    @Test
    void aDryTestShowsTheRequestAndSendsNothing() throws Exception {
        connectTheOther();
        ok(ada.put(PATH, change("\"secrets\":{\"access-token\":\"very-secret-token\"}")));
        long asked = other.calls(Operation.GET_PRICE);

        JsonNode get = test("GET_PRICE", "{\"dry\":true,\"request\":{\"external_product_id\":\"P 1\",\"qty\":2}}");
        JsonNode post = test(
                "CONFIRM_ORDER",
                "{\"dry\":true,\"request\":{\"external_order_id\":\"SO/7\",\"payment_info\":{\"method\":\"COD\"}}}");

        assertThat(get.at("/steps/0/url").asText()).endsWith("/api/price?external_product_id=P%201&qty=2");
        assertThat(post.at("/steps/0/url").asText()).endsWith("/api/orders/SO%2F7/confirm");
        assertThat(post.at("/steps/0/body").asText()).contains("\"external_order_id\":\"SO/7\"", "client_reference");
        assertThat(post.at("/steps/0/headers/Idempotency-Key").asText()).isNotBlank();
        assertThat(get.at("/steps/0/headers/Authorization").asText()).isEqualTo("Bearer ***");
        assertThat(post.toString()).doesNotContain("very-secret-token");
        assertThat(other.calls(Operation.GET_PRICE)).isEqualTo(asked);
        assertThat(other.orders()).isEmpty();
    }

    /** 004-22: each method, with the order in the path and without; what goes out then stands in MethodAndPathTest. */
    @Test
    void aDryTestShowsTheFieldsWhereMethodAndPathPutThem() throws Exception {
        connectTheOther();
        for (String method : List.of("GET", "POST", "PUT", "PATCH")) {
            for (String path : List.of("/orders/address", "/orders/{external_order_id}/address")) {
                save("\"endpoints\":[{\"operation\":\"SET_ADDRESS\",\"method\":\"%s\",\"path\":\"%s\"}]"
                        .formatted(method, path));

                JsonNode step = test(
                                "SET_ADDRESS",
                                "{\"dry\":true,\"request\":{\"external_order_id\":\"7\",\"address_text\":\"Lane 1\"}}")
                        .at("/steps/0");

                String url = other.uri() + path.replace("{external_order_id}", "7");
                assertThat(step.path("method").asText()).isEqualTo(method);
                if (method.equals("GET")) {
                    assertThat(step.path("url").asText())
                            .startsWith(url + "?external_order_id=7&address_text=Lane%201&");
                    assertThat(step.path("body").isNull()).isTrue();
                } else {
                    assertThat(step.path("url").asText()).isEqualTo(url);
                    assertThat(step.path("body").asText())
                            .contains("\"external_order_id\":\"7\"", "\"address_text\":\"Lane 1\"");
                }
            }
        }
        assertThat(other.orders()).isEmpty();
    }

    /** 000-24: of two tabs the second is refused with what the first changed. */
    @Test
    void theSecondOfTwoTabsGetsWhatTheFirstChanged() throws Exception {
        connectTheOther();
        long seen = version();
        save("\"endpoints\":[{\"operation\":\"GET_PRICE\",\"method\":\"POST\",\"path\":\"/price\"}]");

        HttpResponse<String> second =
                ada.put(PATH, "{\"version\":%d,\"baseUrl\":\"https://erp.example.com\"}".formatted(seen));

        assertThat(second.statusCode()).isEqualTo(409);
        JsonNode problem = Json.read(second.body());
        assertThat(problem.path("version").asLong()).isEqualTo(seen + 1);
        assertThat(problem.at("/changes/0/what").asText()).isEqualTo("GET_PRICE");
        assertThat(problem.at("/changes/0/before").asText()).isEqualTo("GET /api/price");
        assertThat(problem.at("/changes/0/after").asText()).isEqualTo("POST /price");
        assertThat(connection().path("baseUrl").asText()).isEqualTo(other.uri().toString());
    }

    @Test
    void noOtherErpGoesLiveBeforeEveryWriteToThisOneHasEnded() throws Exception {
        connectTheOther();
        testTheCore();
        String wanted = "{\"wanted\":\"CONSOLE\",\"version\":%d}".formatted(version());
        jdbc.sql("""
                        insert into ledger (contact_id, key, operation, request, state, opened_at, next_attempt_at)
                        values (-7, 'switch', 'CREATE_ORDER', '{}', 'unknown', now(), now())
                        """).update();

        HttpResponse<String> refused = ada.put(PATH + "/live", wanted);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("no known end: 1");
        assertThat(connection().at("/live/state").asText()).isEqualTo("LIVE");

        jdbc.sql("update ledger set state = 'open' where contact_id = -7").update();
        CompletableFuture<HttpResponse<String>> switching = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                switching.complete(ada.put(PATH + "/live", wanted));
            } catch (Exception e) {
                switching.completeExceptionally(e);
            }
        });
        await().until(() -> connection().at("/live/state").asText().equals("PAUSED"));
        jdbc.sql("delete from ledger where contact_id = -7").update();

        JsonNode live = ok(switching.get(10, TimeUnit.SECONDS)).path("live");
        assertThat(live.path("source").asText()).isEqualTo("CONSOLE");
        assertThat(live.path("state").asText()).isEqualTo("LIVE");
    }

    @Test
    void aNodeThatHasNotSeenForAWhileWhichErpIsAskedLooksBeforeItWrites() throws Exception {
        Customer dida = customer("Dida Noor").comesToTheSummary();
        long before = ERP.calls(Operation.CREATE_ORDER);

        transaction.executeWithoutResult(status -> {
            jdbc.sql("lock table erp_live in access exclusive mode").update();
            jdbc.sql("""
                            insert into erp_live (change, live_by, live_at, paused_by, paused_at) values (1, 'ada', now(), 'ada', now())
                            on conflict (only_one) do update set change = erp_live.change + 1, paused_by = 'ada', paused_at = now()
                            """).update();
            await().until(() -> looksThatWait(Duration.ofMillis(1_600)) == 1);
            confirms(dida);
            await().until(() -> looksThatWait(Duration.ZERO) == 2);
            assertThat(ERP.calls(Operation.CREATE_ORDER)).isEqualTo(before);
        });

        await().until(() -> connection().at("/live/state").asText().equals("PAUSED"));
        dida.hears("not answering");
        assertThat(ERP.calls(Operation.CREATE_ORDER)).isEqualTo(before);
    }

    private static void confirms(Customer customer) {
        try {
            customer.taps("Confirm");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nobody sees which ERP is asked while its row is locked: how many have waited for that long. */
    private int looksThatWait(Duration atLeast) {
        return jdbc.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock' and query like '%erp_live%'
                          and clock_timestamp() - query_start >= ? * interval '1 millisecond'
                        """).param(atLeast.toMillis()).query(Integer.class).single();
    }

    @Test
    void secretsAreNeverShownAndDoNotGoToAnotherHost() throws Exception {
        connectTheOther();
        JsonNode set = ok(ada.put(PATH, change("\"secrets\":{\"access-token\":\"very-secret-token\"}")));

        assertThat(set.toString()).doesNotContain("very-secret-token");
        assertThat(secret(set, "access-token").path("set").asBoolean()).isTrue();
        assertThat(jdbc.sql("select string_agg(secrets, ' ') from erp_connection")
                        .query(String.class)
                        .single())
                .contains("access-token")
                .doesNotContain("very-secret-token");

        JsonNode moved = ok(ada.put(PATH, change("\"baseUrl\":\"https://erp.example.com\"")));
        assertThat(secret(moved, "access-token").path("set").asBoolean()).isFalse();
        assertThat(moved.at("/notices/0").asText()).contains("access-token");
    }

    @Test
    void whileItIsPausedNothingIsSentAndCustomersAreTold() throws Exception {
        JsonNode paused = ok(ada.put(PATH + "/live", "{\"wanted\":\"PAUSE\"}"));
        long before = ERP.calls(Operation.LIST_PRODUCTS);

        assertThat(paused.at("/live/state").asText()).isEqualTo("PAUSED");
        assertThat(guided()).isEqualTo("todo PAUSED RESUME []");
        assertThat(paused.at("/live/sentence").asText()).isEqualTo("ada has paused the ERP in the console.");
        customer("Chao Li").says("order").hears("not answering");
        assertThat(ERP.calls(Operation.LIST_PRODUCTS)).isEqualTo(before);

        assertThat(ok(ada.put(PATH + "/live", "{\"wanted\":\"RESUME\"}"))
                        .at("/live/state")
                        .asText())
                .isEqualTo("LIVE");
    }

    @Test
    void theContractCheckOfWhatIsEditedCountsAsATest() throws Exception {
        connectTheOther();

        JsonNode report = ok(ada.post(PATH + "/check", "{\"write\":true}"));

        assertThat(StreamSupport.stream(report.path("operations").spliterator(), false)
                        .filter(operation ->
                                CORE.contains(operation.path("operation").asText()))
                        .map(operation -> operation.path("verdict").asText()))
                .hasSize(5)
                .containsOnly("ok");
        assertThat(report.at("/idempotency/proved").asText()).isEqualTo("keyed");
        assertThat(missing()).isEmpty();
    }

    @Test
    void whatIsClickedInTheAnswerIsReadFromThere() throws Exception {
        save(
                ("\"startFrom\":\"empty\",\"baseUrl\":\"%s\",\"inside\":true,\"text\":\"title: T\\noperations:\\n  GET_PRICE: "
                                + "{ method: GET, path: /api/price, query: { external_product_id: \\\"= in.external_product_id\\\", qty: \\\"= in.qty\\\" }, "
                                + "answer: { unit_price: $.amount, currency: $.currency } }\\n\"")
                        .formatted(other.uri()));
        String request = "{\"dry\":false,\"request\":{\"external_product_id\":\"%s\",\"qty\":1}}"
                .formatted(ErpProduct.plain(1).getFirst().id());
        JsonNode before = test("GET_PRICE", request);
        assertThat(before.path("verdict").asText()).isEqualTo("error");
        assertThat(before.at("/findings/0/hints/0/place").asText()).isEqualTo("$.unit_price");

        save("\"answers\":[{\"operation\":\"GET_PRICE\",\"field\":\"unit_price\",\"place\":\"$.unit_price\"}]");

        assertThat(test("GET_PRICE", request).path("verdict").asText()).isEqualTo("ok");
    }

    /** What the set-up guide says. */
    private String guided() throws Exception {
        JsonNode guide = ok(ada.get("/api/v1/setup-guide"));
        return "%s %s %s %s"
                .formatted(
                        guide.at("/steps/2/state").asText(),
                        guide.at("/erp/served").asText(),
                        guide.at("/erp/next").asText(),
                        guide.at("/erp/operations"));
    }

    private void connectTheOther() throws Exception {
        save("\"startFrom\":\"canonical\",\"baseUrl\":\"%s\",\"inside\":true".formatted(other.uri()));
    }

    private void testTheCore() throws Exception {
        for (String operation : CORE) {
            assertThat(test(operation, "{\"dry\":false,\"confirmed\":true}")
                            .path("verdict")
                            .asText())
                    .as(operation)
                    .isIn("ok", "warning");
        }
    }

    private static String endpoints(List<String> operations) {
        return "\"endpoints\":[%s]"
                .formatted(String.join(
                        ",",
                        operations.stream()
                                .map(operation -> "{\"operation\":\"%s\",\"method\":\"%s\",\"path\":\"%s\"}"
                                        .formatted(
                                                operation,
                                                operation.startsWith("LIST") || operation.startsWith("GET")
                                                        ? "GET"
                                                        : "POST",
                                                path(operation)))
                                .toList()));
    }

    private static String path(String operation) {
        return switch (operation) {
            case "LIST_PRODUCTS" -> "/api/products";
            case "GET_PRICE" -> "/api/price";
            case "UPSERT_CUSTOMER" -> "/api/customers";
            case "CREATE_ORDER" -> "/api/orders";
            default -> "/api/orders/{external_order_id}/confirm";
        };
    }

    private JsonNode test(String operation, String wanted) throws Exception {
        return ok(ada.post("%s/operations/%s/test".formatted(PATH, operation), wanted));
    }

    private void save(String fields) throws Exception {
        ok(ada.put(PATH, change(fields)));
    }

    private String change(String fields) throws Exception {
        return "{\"version\":%d,%s}".formatted(version(), fields);
    }

    private long version() throws Exception {
        return connection().path("version").asLong();
    }

    private JsonNode connection() throws Exception {
        return ok(ada.get(PATH));
    }

    private List<String> missing() throws Exception {
        return StreamSupport.stream(connection().path("missing").spliterator(), false)
                .map(missing -> missing.path("operation").asText()
                        + ' '
                        + missing.path("why").asText())
                .toList();
    }

    private static JsonNode secret(JsonNode connection, String name) {
        return StreamSupport.stream(connection.path("secrets").spliterator(), false)
                .filter(secret -> secret.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode ok(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body());
    }
}
