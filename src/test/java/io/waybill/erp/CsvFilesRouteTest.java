package io.waybill.erp;

import static io.waybill.erp.ErpRouteSupport.KEY;
import static io.waybill.erp.ErpRouteSupport.json;
import static io.waybill.erp.ErpRouteSupport.ok;
import static io.waybill.erp.ErpRouteSupport.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.CamelTests;
import io.waybill.erp.Attempt.Kind;
import io.waybill.erp.EndpointProfile.Idempotency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** The shipped profile and its routes on a folder. */
@CamelSpringBootTest
@SpringBootTest(
        classes = ErpRouteSupport.Application.class,
        webEnvironment = WebEnvironment.NONE,
        properties = "waybill.erp.profile=csv-files")
@DirtiesContext
@ResourceLock(CamelTests.LOCK)
class CsvFilesRouteTest {

    private static final Path SHOP = temporary();
    private static final String ORDER =
            "{'external_customer_id':'+254700000001','items':[{'external_product_id':'P1','name':'Tea','qty':2,'unit_price':6.95}],'totals':{'total':13.90}}";
    private static final String THE_ORDER = "{'external_order_id':'" + KEY + "'}";

    @Autowired
    private ErpGateway gateway;

    @DynamicPropertySource
    static void shop(DynamicPropertyRegistry properties) {
        properties.add("waybill.erp.base-url", () -> SHOP.toUri().toString());
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("csv-shop");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void products() throws IOException {
        Files.createDirectories(SHOP);
        Files.writeString(SHOP.resolve("products.csv"), """
                \uFEFFid,name,price,currency,active
                P1,"Tea, black ""Kericho\"\"",6.95,KES,yes
                P2,"Two
                lines",10.00,KES,Yes
                P3,Old,1,KES,no
                """);
    }

    @AfterEach
    void clear() throws IOException {
        FileSystemUtils.deleteRecursively(SHOP);
    }

    @Test
    void readsTheProductsThatAreSold() {
        JsonNode items = answered(read(gateway, ErpOperation.LIST_PRODUCTS, "{'active_only':true}"))
                .path("items");

        assertThat(items.findValuesAsText("id")).containsExactly("P1", "P2");
        assertThat(items.findValuesAsText("name")).containsExactly("Tea, black \"Kericho\"", "Two\nlines");
        assertThat(items.get(1).path("price").decimalValue()).isEqualTo("10.00");
        assertThat(folders()).as("reading makes no folder").isEmpty();
    }

    @Test
    void readsAPrice() {
        assertThat(answered(price("P1")).toString()).isEqualTo("{\"unit_price\":6.95,\"currency\":\"KES\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P3", "P9", "' or '1'='1"})
    void refusesAProductThatIsNotSold(String product) {
        assertThat(reason(price(product))).contains("products.csv has no product " + product + " that is sold.");
    }

    @Test
    void isDownWhenTheFileIsNotThere() throws IOException {
        Files.delete(SHOP.resolve("products.csv"));

        assertThat(price("P1")).isInstanceOf(ErpReply.Down.class);
    }

    private ErpReply price(String product) {
        return gateway.call(ErpOperation.GET_PRICE, json("{'qty':1}").put("external_product_id", product), null)
                .reply();
    }

    @Test
    void writesAnOrderOnceAlthoughItIsSentTwice() throws IOException {
        JsonNode order = answered(first(gateway, ErpOperation.CREATE_ORDER, ORDER));
        Path file = SHOP.resolve("orders/" + KEY + ".csv");
        String written = Files.readString(file);
        Files.writeString(file, written + "read by the shop\n");

        answered(gateway.write(ErpOperation.CREATE_ORDER, json(ORDER), MappedErpSupport.again(Kind.AGAIN))
                .reply());

        assertThat(order.path("external_order_id").textValue()).isEqualTo(KEY);
        assertThat(written)
                .isEqualTo("order,customer,product,name,qty,unit_price\n%s,\"+254700000001\",P1,Tea,2,6.95\n"
                        .formatted(KEY));
        assertThat(file).content().isEqualTo(written + "read by the shop\n");
        assertThat(files("orders")).containsExactly(KEY + ".csv");
    }

    @Test
    void refusesAnOrderWithAProductThatIsNotSold() {
        ErpReply reply = first(gateway, ErpOperation.CREATE_ORDER, ORDER.replace("P1", "P9"));

        assertThat(reply).isInstanceOf(ErpReply.Refused.class);
        assertThat(reason(reply)).contains("products.csv has no product P9 that is sold.");
        assertThat(folders()).isEmpty();
    }

    @Test
    void keepsCommasQuotesAndLines() throws IOException {
        String name = "Ann \"A\", née O'Hara";
        ObjectNode order = json(ORDER).put("order_note", "House 16,\n\"blue\" gate; =1+1");
        ((ObjectNode) order.path("items").get(0)).put("name", name);

        answered(gateway.call(ErpOperation.CREATE_ORDER, order, KEY).reply());

        assertThat(SHOP.resolve("orders/" + KEY + ".csv"))
                .content()
                .endsWith("P1,\"Ann \"\"A\"\", née O'Hara\",2,6.95,\"House 16,\n\"\"blue\"\" gate; =1+1\"\n");
    }

    @ParameterizedTest
    @CsvSource({"phone, +254700000001, 254700000001.csv", "user_id, ../../etc/${x}, ..%2F..%2Fetc%2F%24%7Bx%7D.csv"})
    void writesACustomerAndStaysInItsFolder(String field, String value, String file) throws IOException {
        ErpReply reply = gateway.call(
                        ErpOperation.UPSERT_CUSTOMER, json("{'name':'Amina'}").put(field, value), KEY)
                .reply();

        assertThat(answered(reply).path("external_customer_id").textValue()).isEqualTo(value);
        assertThat(files("customers")).containsExactly(file);
    }

    @Test
    void followsAnOrderFromItsFileToItsDelivery() throws IOException {
        answered(first(gateway, ErpOperation.CREATE_ORDER, ORDER));
        assertThat(status()).isEqualTo("pending");

        answered(first(
                gateway,
                ErpOperation.CONFIRM_ORDER,
                "{'external_order_id':'" + KEY + "','payment_info':{'method':'COD','amount':13.95,'currency':'KES'}}"));
        assertThat(SHOP.resolve("confirmed/" + KEY + ".csv"))
                .content()
                .isEqualTo("order,method,amount,currency\n" + KEY + ",COD,13.95,KES\n");
        assertThat(status()).isEqualTo("confirmed");

        Files.createDirectories(SHOP.resolve("status"));
        Files.writeString(SHOP.resolve("status/" + KEY + ".csv"), "status\nshipped\n");
        assertThat(status()).isEqualTo("shipped");
    }

    @Test
    void cancelsAnOrder() throws IOException {
        answered(first(gateway, ErpOperation.CANCEL_ORDER, THE_ORDER));

        assertThat(files("cancelled")).containsExactly(KEY + ".csv");
        assertThat(status()).isEqualTo("cancelled");
    }

    private static JsonNode answered(ErpReply reply) {
        return ok(reply).body();
    }

    private static ErpReply read(ErpGateway gateway, ErpOperation operation, String request) {
        return gateway.call(operation, json(request), null).reply();
    }

    private static ErpReply first(ErpGateway gateway, ErpOperation operation, String request) {
        return gateway.call(operation, json(request), KEY).reply();
    }

    private String status() {
        return answered(read(gateway, ErpOperation.GET_ORDER_STATUS, THE_ORDER))
                .path("status")
                .textValue();
    }

    @Test
    void isSafeToRepeat() {
        assertThat(gateway.profile().idempotency(ErpOperation.CREATE_ORDER)).isEqualTo(Idempotency.KEYED);
        assertThat(gateway.profile().idempotency(ErpOperation.UPSERT_CUSTOMER)).isEqualTo(Idempotency.KEYED);
    }

    private static List<String> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(SHOP.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<String> folders() {
        try (Stream<Path> files = Files.list(SHOP)) {
            return files.filter(Files::isDirectory).map(Path::toString).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
