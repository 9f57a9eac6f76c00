package io.waybill.far;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeErpTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String ORDER = """
            {"external_customer_id":"C-1","client_reference":"s1","order_note":"Deliver to: home",
             "items":[{"external_product_id":"P-1","name":"Product 1","qty":3,"unit_price":10.32}],
             "totals":{"subtotal":30.96,"delivery":150,"total":180.96,"currency":"KES"}}""";

    private final FakeErp erp = FakeErp.start(0);
    private String token = "none";

    @AfterEach
    void stop() {
        erp.close();
    }

    @Test
    void listsAThousandProductsOverTenPages() throws Exception {
        erp.products(ErpProduct.plain(1_000));
        var ids = new HashSet<String>();
        for (int page = 1; page <= 10; page++) {
            json(get("/api/products?active_only=true&limit=100&page=" + page))
                    .path("items")
                    .forEach(item -> ids.add(item.path("id").asText()));
        }

        assertThat(ids).hasSize(1_000);
        assertThat(json(get("/api/products?limit=100&page=11")).path("items")).isEmpty();
    }

    @Test
    void takesAnOrderToItsEnd() throws Exception {
        customer();
        var created = json(post("/api/orders", "key-1", ORDER));
        var id = created.path("external_order_id").asText();
        post(
                "/api/orders/" + id + "/address",
                "key-2",
                "{\"external_order_id\":\"" + id + "\",\"address_text\":\"home\"}");
        var confirmed =
                json(post("/api/orders/" + id + "/confirm", "key-3", "{\"payment_info\":{\"method\":\"COD\"}}"));

        assertThat(confirmed.path("status").asText()).isEqualTo("confirmed");
        assertThat(json(get("/api/orders/" + id + "/status")).path("order_number"))
                .isEqualTo(created.path("order_number"));
        assertThat(json(get("/api/orders/find?client_reference=s1"))
                        .path("external_order_id")
                        .asText())
                .isEqualTo(id);
        assertThat(json(get("/api/orders/find?client_reference=s2"))).isEqualTo(Json.read("{\"found\":false}"));
        assertThat(json(get("/api/orders?changed_since=" + Instant.now().minusSeconds(60)))
                        .at("/items/0/client_reference")
                        .asText())
                .isEqualTo("s1");
        assertThat(json(get("/api/orders?changed_since=" + Instant.now().plusSeconds(60)))
                        .path("items"))
                .isEmpty();
        assertThat(erp.orders().getFirst().phone()).isEqualTo("+254700000001");
        assertThat(erp.complaints()).isEmpty();
    }

    @Test
    void createsOnceForAKeyUnlessToldNotTo() throws Exception {
        customer();
        var first = json(post("/api/orders", "key-1", ORDER));

        assertThat(json(post("/api/orders", "key-1", ORDER))).isEqualTo(first);
        assertThat(erp.orders()).hasSize(1);
        assertThat(erp.orders().getFirst().requests()).isEqualTo(2);
        erp.honoursKeys(false);
        post("/api/orders", "key-1", ORDER);
        assertThat(erp.orders()).hasSize(2);
    }

    @Test
    void failsBeforeAndAfterTheEffect() throws Exception {
        customer();
        erp.faults()
                .times(1, ErpFault.ERROR_500_BEFORE, "CREATE_ORDER")
                .times(1, ErpFault.RESET_BEFORE, "CREATE_ORDER")
                .times(1, ErpFault.RESET_AFTER, "CREATE_ORDER");

        assertThat(post("/api/orders", "key-1", ORDER).statusCode()).isEqualTo(500);
        assertThatThrownBy(() -> post("/api/orders", "key-1", ORDER)).isInstanceOf(IOException.class);
        assertThat(erp.orders()).isEmpty();
        assertThatThrownBy(() -> post("/api/orders", "key-1", ORDER)).isInstanceOf(IOException.class);
        assertThat(erp.orders()).hasSize(1);
    }

    @Test
    void executesTwiceWhatTheNetworkDoubles() throws Exception {
        customer();
        erp.faults().times(2, ErpFault.TWICE, "CREATE_ORDER");

        post("/api/orders", "key-1", ORDER);
        assertThat(erp.orders()).hasSize(1);
        erp.honoursKeys(false);
        post("/api/orders", "key-2", ORDER);
        assertThat(erp.orders()).hasSize(3);
    }

    @Test
    void executesLateWhatNobodyWaitsForAnyMore() throws Exception {
        customer();
        erp.late(Duration.ofMillis(300));
        erp.faults().times(1, ErpFault.LATE, "CREATE_ORDER");

        var sentAt = System.nanoTime();
        assertThat(json(post("/api/orders", "key-1", ORDER)).has("order_number"))
                .isTrue();
        assertThat(System.nanoTime() - sentAt).isGreaterThanOrEqualTo(300_000_000L);
    }

    @Test
    void knowsWhatWasSentTwiceInDoubt() throws Exception {
        customer();
        erp.faults()
                .times(1, ErpFault.UNAVAILABLE_503, "CREATE_ORDER")
                .times(1, ErpFault.ERROR_500_BEFORE, "CREATE_ORDER");

        post("/api/orders", "key-1", ORDER);
        post("/api/orders", "key-1", ORDER);
        assertThat(erp.sentTwice()).isEmpty();
        post("/api/orders", "key-1", ORDER);
        assertThat(erp.sentTwice()).containsExactly("CREATE_ORDER key-1");
    }

    @Test
    void answersGarbageOnDemand() throws Exception {
        erp.faults().times(1, ErpFault.HTML_200, "GET_PRICE");
        assertThat(price().body()).startsWith("<!DOCTYPE");
        erp.faults().times(1, ErpFault.EMPTY_200, "GET_PRICE");
        assertThat(price().body()).isEmpty();
        erp.faults().times(1, ErpFault.WRONG_TYPES, "GET_PRICE");
        assertThat(json(price()).path("unit_price").asText()).isEqualTo("about 10.32");
        erp.faults().times(1, ErpFault.MISSING_FIELDS, "GET_PRICE");
        assertThat(json(price()).has("unit_price")).isFalse();
        erp.faults().times(1, ErpFault.BARE_ARRAY, "GET_PRICE");
        assertThat(json(price()).isArray()).isTrue();
        erp.faults().times(1, ErpFault.HUGE_10_MB, "GET_PRICE");
        assertThat(price().body()).hasSizeGreaterThan(10_000_000);
        erp.faults().times(1, ErpFault.REPEATED_PAGE, "LIST_PRODUCTS");
        assertThat(json(get("/api/products?limit=10&page=2")).at("/items/0/id").asText())
                .isEqualTo("P-1");
    }

    @Test
    void wantsTokensThatExpire() throws Exception {
        erp.requireTokens(Duration.ofHours(1));
        assertThat(price().statusCode()).isEqualTo(401);

        token = json(post("/api/auth/token", null, "{}")).path("access_token").asText();
        assertThat(price().statusCode()).isEqualTo(200);
        erp.expireTokens();
        assertThat(price().statusCode()).isEqualTo(401);
        assertThat(erp.calls(FakeErp.Operation.AUTH)).isEqualTo(1);
    }

    @Test
    void complainsOfRequestsThatMustNotBe() throws Exception {
        customer();
        post("/api/customers", "key-5", "{\"phone\":\"254700000001\",\"name\":\"Amina\"}");
        post("/api/orders", null, ORDER.replace("180.96", "180.95").replace("10.32", "10.31"));

        assertThat(erp.complaints()).hasSize(5);
        assertThat(post("/api/orders", "key-6", ORDER.replace("C-1", "C-9")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void namesProductsAsNobodyExpects() throws Exception {
        erp.products(ErpProduct.monsters(240, 7));

        var items = json(get("/api/products?limit=240&page=1")).path("items");
        assertThat(items).hasSize(240);
        assertThat(ErpProduct.monsters(240, 7)).isEqualTo(ErpProduct.monsters(240, 7));
        assertThat(List.of(items.findValuesAsText("id").toArray())).doesNotHaveDuplicates();
    }

    private void customer() throws Exception {
        assertThat(json(post("/api/customers", "key-0", "{\"phone\":\"+254700000001\",\"name\":\"Amina\"}"))
                        .path("external_customer_id")
                        .asText())
                .isEqualTo("C-1");
    }

    private HttpResponse<String> price() throws Exception {
        return get("/api/price?external_product_id=P-1&qty=3");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String key, String body) throws Exception {
        var request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(erp.uri() + path)).header("Authorization", "Bearer " + token);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.read(answer.body());
    }
}
