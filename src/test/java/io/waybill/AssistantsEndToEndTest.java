package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.ErpOrder;
import io.waybill.far.FakeErp.Operation;
import io.waybill.far.Json;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an assistant may do in the chat that it is in, and what not. */
class AssistantsEndToEndTest extends RunningGateway {

    private static final String ONE = "{\"items\": [{\"external_product_id\": \"P-7\", \"qty\": 3}]}";

    private ConsoleClient ada;

    @BeforeEach
    void signIn() throws Exception {
        ada = ConsoleClient.signedIn(port, jdbc, "ada");
    }

    @Test
    void findsProductsAsCustomersDo() throws Exception {
        ApiClient assistant = assistant("catalog:read");
        String chat = chat(writes("Amina"));

        JsonNode found = ApiClient.body(assistant.get(chat + "/products?q=produkt%2017&limit=3"));

        assertThat(found.at("/products/0/external_product_id").asText()).isEqualTo("P-17");
        assertThat(found.at("/products/0/price").decimalValue()).isPositive();
        assertThat(found.path("products").size()).isBetween(1, 3);
        assertThat(assistant.get("/api/v1/conversations/0/products").statusCode())
                .isEqualTo(404);
    }

    @Test
    void saysWhatAnOrderCostsWithoutWritingAnything() throws Exception {
        ApiClient assistant = assistant("orders:quote");
        Customer brian = writes("Brian");
        long customers = ERP.calls(Operation.UPSERT_CUSTOMER);

        HttpResponse<String> answer = assistant.post(chat(brian) + "/quotes", ONE);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode quote = Json.read(answer.body());
        assertThat(quote.at("/lines/0/qty").asInt()).isEqualTo(3);
        assertThat(quote.path("total").decimalValue())
                .isEqualByComparingTo(quote.path("subtotal")
                        .decimalValue()
                        .add(quote.path("delivery").decimalValue()))
                .isPositive();
        assertThat(ordersOf(brian)).isEmpty();
        assertThat(ERP.calls(Operation.UPSERT_CUSTOMER)).isEqualTo(customers);
    }

    /** 000-45: a key that may only quote cannot create an order. */
    @Test
    void mayNotOrderWithAKeyThatMayOnlyAskWhatItCosts() throws Exception {
        ApiClient assistant = assistant("orders:quote");
        Customer chao = writes("Chao");

        HttpResponse<String> answer = assistant.post(chat(chao) + "/orders", "k", ONE);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(ApiClient.detail(answer)).contains("orders:create");
        assertThat(assistant.post("/api/v1/orders", "k", ONE).statusCode()).isEqualTo(403);
        assertThat(assistant.post(chat(chao) + "/payments", "{}").statusCode()).isEqualTo(403);
        assertThat(assistant.get(chat(chao) + "/products").statusCode()).isEqualTo(403);
        assertThat(ordersOf(chao)).isEmpty();
    }

    @Test
    void ordersForWhoChatsAndNobodyElse() throws Exception {
        ApiClient assistant = assistant("orders:create");
        Customer dada = writes("Dada");
        String key = UUID.randomUUID().toString();

        HttpResponse<String> made = assistant.post(chat(dada) + "/orders", key, ONE);
        HttpResponse<String> again = assistant.post(chat(dada) + "/orders", key, ONE);

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(made.body());
        assertThat(ordersOf(dada))
                .singleElement()
                .satisfies(order -> assertThat(order.number())
                        .isEqualTo(Json.read(made.body()).path("order_number").asText()));
        assertThat(Json.read(ada.get("/api/v1/orders?source=api&contact=" + contact(dada))
                                .body())
                        .path("orders"))
                .hasSize(1);
        assertThat(Json.read(made.body()).has("link"))
                .as("it is made where the link would lead")
                .isFalse();
        HttpResponse<String> other = assistant.post(
                chat(dada) + "/orders",
                UUID.randomUUID().toString(),
                ONE.replace("{\"items\"", "{\"customer\": {\"phone\": \"+254711099998\"}, \"items\""));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(ApiClient.detail(other)).startsWith("\"customer.phone\" is another number than the one that chats");
        assertThat(ordersOf(dada)).hasSize(1);
        dada.says("status").hears("is pending");
    }

    @Test
    void ordersNothingWhereSalesAreSwitchedOff() throws Exception {
        Customer eva = writes("Eva");
        ada.put("/api/v1/modules/sales", "{\"on\": false}");
        try {
            HttpResponse<String> answer = assistant("orders:create").post(chat(eva) + "/orders", "e-1", ONE);

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(ApiClient.detail(answer)).startsWith("Sales are switched off for WhatsApp");
        } finally {
            ada.put("/api/v1/modules/sales", "{\"on\": true}");
        }
    }

    private ApiClient assistant(String... scopes) throws Exception {
        return ApiClient.with(port, ada, "Assistant", scopes);
    }

    private Customer writes(String name) throws Exception {
        Customer customer = customer(name);
        customer.says("menu").hears("");
        return customer;
    }

    private String chat(Customer customer) {
        return "/api/v1/conversations/" + contact(customer);
    }

    private long contact(Customer customer) {
        return jdbc.sql("select contact_id from contact_identity where value = ?")
                .param(customer.identity())
                .query(Long.class)
                .single();
    }

    private static List<ErpOrder> ordersOf(Customer customer) {
        return ERP.orders().stream()
                .filter(order -> customer.identity().equals(order.phone()))
                .toList();
    }
}
