package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReads;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Json;
import io.waybill.far.CustomerMessage;
import io.waybill.far.ErpFault;
import io.waybill.far.ErpProduct;
import io.waybill.far.FakeErp.Operation;
import io.waybill.far.GraphMessage;
import io.waybill.far.SignedEvents;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** What customers and operators notice of what is kept of the ERP's answers. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ErpCacheEndToEndTest extends RunningGateway {

    @Autowired
    private ErpReads reads;

    private ConsoleClient console;

    @BeforeEach
    void forget() throws Exception {
        ERP.products(ErpProduct.plain(40));
        console = ConsoleClient.signedIn(port, jdbc, "cache");
        assertThat(console.post("/api/erp/cache/clear", "").statusCode()).isEqualTo(204);
    }

    @AfterEach
    void usualShop() {
        ERP.products(ErpProduct.plain(40));
    }

    @Test
    void readsTheListOnceForManyCustomers() throws Exception {
        long before = ERP.calls(Operation.LIST_PRODUCTS);
        for (int i = 0; i < 5; i++) {
            customer("Amina Yusuf").says("order").hears("What would you like to order?");
        }

        assertThat(ERP.calls(Operation.LIST_PRODUCTS) - before)
                .as("forty products, twenty a page")
                .isEqualTo(3);
    }

    @Test
    void leavesTheSharedListAsItIs() throws Exception {
        ErpReply.Ok before = list();
        String text = before.body().toString();
        Customer amina = customer("Amina Yusuf").comesToTheSummary();
        amina.confirms();

        assertThat(list().body()).isSameAs(before.body());
        assertThat(before.body()).hasToString(text);
    }

    /** 001-29: a price that moves after the list is shown anew in the summary, which says that it changed. */
    @Test
    void neverConfirmsARememberedPrice() throws Exception {
        customer("Amina Yusuf").comesToTheSummary();
        Customer brian = customer("Brian Otieno");
        fillsACart(brian);
        price("P-1", "77.50");

        brian.taps("Checkout");

        assertThat(brian.hears("Prices have changed since you saw them").text()).contains("KES 77.50");
        brian.says("Beth House, 12 Garden Street, house 5");
        assertThat(brian.hears("Please check your order").text()).contains("1 x Product 1: KES 77.50");

        price("P-1", "78.00");
        brian.taps("Confirm");
        brian.hears("The price has changed").text();
    }

    @Test
    void showsWhatTheErpSaysHasChanged() throws Exception {
        customer("Amina Yusuf").says("order").hears("What would you like to order?");
        ERP.change("P-1", p -> new ErpProduct(p.id(), "Brand new", p.price(), p.currency(), p.active()));
        GraphMessage before = customer("Brian Otieno").says("order").hears("What would you like to order?");
        assertThat(before.options().getFirst().title()).isEqualTo("Product 1");

        tells("product.changed");

        GraphMessage after = customer("Chao Wanjiku").says("order").hears("What would you like to order?");
        assertThat(after.options().getFirst().title()).isEqualTo("Brand new");
    }

    @Test
    void showsTheLastGoodListWhileTheErpIsAwayAndKeepsTheCart() throws Exception {
        customer("Amina Yusuf").says("order").hears("What would you like to order?");
        tells("product.changed");
        ERP.faults().times(1_000, ErpFault.UNAVAILABLE_503, "LIST_PRODUCTS");
        ERP.faults().times(1_000, ErpFault.UNAVAILABLE_503, "GET_PRICE");
        Customer brian = customer("Brian Otieno");

        brian.says("order");
        GraphMessage list = brian.hears("Our shop system is not answering right now. This list is 1 min old");
        assertThat(list.text()).endsWith("What would you like to order?");
        brian.sends(CustomerMessage.tap(list.options().getFirst())).hears("How many");
        brian.says("2").hears("Your cart");
        brian.taps("Add more");
        assertThat(brian.hears("What would you like to order?").text())
                .as("told once")
                .doesNotContain("not answering");
        brian.says("cart").hears("2 x Product 1");
        brian.sends(CustomerMessage.tap(brian.lastOptions().get(1))).hears("How many");
        brian.says("1").hears("Your cart");

        brian.taps("Checkout").hears("Our shop system is not answering. Nothing you entered is lost.");
        ERP.faults().clear();
        brian.taps("Try again").hears("Where should we deliver?");
        brian.says("Beth House, 12 Garden Street, house 5");
        assertThat(brian.hears("Please check your order").text()).contains("2 x Product 1", "1 x Product 2");
    }

    /** 000-28: what the ERP takes off between list and tap is not ordered, and the customer is told and asked again. */
    @Test
    void refusesWhatWasTakenOffTheListBetweenListAndTap() throws Exception {
        Customer amina = customer("Amina Yusuf");
        amina.says("order").hears("What would you like to order?");
        ERP.change("P-1", p -> new ErpProduct(p.id(), p.name(), p.price(), p.currency(), false));

        amina.sends(CustomerMessage.tap(amina.lastOptions().getFirst())).hears("How many");
        amina.says("1").hears("Your cart");
        amina.taps("Checkout");

        amina.hears("Not available any more, so taken out of your cart: Product 1.");
        assertThat(amina.hears("What would you like to order?").options())
                .extracting(GraphMessage.Option::title)
                .doesNotContain("Product 1")
                .contains("Product 2");
    }

    @Test
    void makesNothingVisibleThatHasNoPrice() throws Exception {
        ERP.change("P-1", p -> new ErpProduct(p.id(), p.name(), null, p.currency(), p.active()));

        JsonNode unpriced = product("P-1");
        assertThat(unpriced.path("problem").asText()).isEqualTo("No ERP base price available");
        assertThat(unpriced.path("visible").booleanValue()).isFalse();
        assertThat(product("P-2").path("problem").isNull()).isTrue();
        assertThat(product("P-2").path("visible").booleanValue()).isTrue();

        var refused = console.put("/api/catalog/products/P-1/visibility", "{\"visible\":true}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("No ERP base price available");
        assertThat(console.put("/api/catalog/products/P-0/visibility", "{\"visible\":true}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(console.put("/api/catalog/products/P-2/visibility", "{\"visible\":false}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(product("P-2").path("visible").booleanValue()).isFalse();
        assertThat(console.put("/api/catalog/products/P-2/visibility", "{\"visible\":true}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void saysThatItCannotKnowPricesWhenThereIsNoList() throws Exception {
        ERP.faults().times(1_000, ErpFault.UNAVAILABLE_503, "LIST_PRODUCTS");

        assertThat(console.get("/api/catalog/products").statusCode()).isEqualTo(503);
        assertThat(console.put("/api/catalog/products/P-1/visibility", "{\"visible\":true}")
                        .statusCode())
                .isEqualTo(503);
        assertThat(console.put("/api/catalog/products/P-1/visibility", "{\"visible\":false}")
                        .statusCode())
                .as("nobody needs the ERP to hide something")
                .isEqualTo(204);
        ERP.faults().clear();
        assertThat(console.put("/api/catalog/products/P-1/visibility", "{\"visible\":true}")
                        .statusCode())
                .isEqualTo(204);
    }

    /** 004-26: in no list and by no name; it cannot be made visible, above. */
    @Test
    void neverOffersWhatHasNoPriceNorSellsItByName() throws Exception {
        ERP.change("P-1", p -> new ErpProduct(p.id(), "Moon rock", null, p.currency(), p.active()));
        Customer amina = customer("Amina Yusuf");

        assertThat(amina.says("order").hears("What would you like to order?").options())
                .extracting(GraphMessage.Option::title)
                .doesNotContain("Moon rock");
        for (String wanted : List.of("P-1", "Moon rock")) {
            assertThat(amina.says(wanted).hears("").options())
                    .as("after %s", wanted)
                    .isNotEmpty()
                    .extracting(GraphMessage.Option::title)
                    .doesNotContain("Moon rock");
        }
        assertThat(console.post("/api/v1/cart-links", """
                        {"items": [{"external_product_id": "P-1", "qty": 1}]}
                        """).body()).contains("Not sold: P-1.");
    }

    @Test
    void showsCircuitsAndTriesOne() throws Exception {
        JsonNode circuits = Json.read(console.get("/api/erp/circuits").body());
        assertThat(circuits).hasSizeGreaterThan(5);
        assertThat(circuits.get(0).path("operation").asText()).isEqualTo("LIST_PRODUCTS");
        assertThat(circuits.get(0).path("system").asText()).isEqualTo("erp");
        assertThat(circuits.get(0).path("state").asText()).isEqualTo("closed");

        JsonNode tried = Json.read(
                console.post("/api/erp/circuits/GET_PRICE/try-once", "").body());
        assertThat(tried.path("outcome").asText()).isEqualTo("ok");
        assertThat(tried.at("/circuit/operation").asText()).isEqualTo("GET_PRICE");
        JsonNode write = Json.read(
                console.post("/api/erp/circuits/CREATE_ORDER/try-once", "").body());
        assertThat(write.path("outcome").isNull()).isTrue();
        assertThat(console.post("/api/erp/circuits/REQUEST_PAYMENT/try-once", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/actuator/prometheus").body())
                .contains("waybill_erp_circuit{operation=\"GET_PRICE\",system=\"erp\"} 0.0");
        assertThat(get("/api/erp/circuits").statusCode()).isEqualTo(401);
    }

    private void tells(String type) throws Exception {
        HttpResponse<String> answer = new SignedEvents(port)
                .tells("{\"type\": \"%s\", \"timestamp\": \"%s\", \"data\": {}}".formatted(type, Instant.now()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private ErpReply.Ok list() {
        return (ErpReply.Ok) reads.ask(ErpOperation.LIST_PRODUCTS, Json.object().put("active_only", true))
                .reply();
    }

    private void fillsACart(Customer customer) throws Exception {
        GraphMessage list = customer.says("order").hears("What would you like to order?");
        customer.sends(CustomerMessage.tap(list.options().getFirst())).hears("How many");
        customer.says("1").hears("Your cart");
    }

    private static void price(String product, String price) {
        ERP.change(product, p -> new ErpProduct(p.id(), p.name(), new BigDecimal(price), p.currency(), p.active()));
    }

    private JsonNode product(String id) throws Exception {
        tells("product.changed");
        JsonNode products =
                Json.read(console.get("/api/catalog/products").body()).path("products");
        return StreamSupport.stream(products.spliterator(), false)
                .filter(product -> product.path("externalProductId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
