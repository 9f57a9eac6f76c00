package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.far.ErpFault;
import io.waybill.far.ErpProduct;
import io.waybill.far.GraphMessage;
import io.waybill.far.Json;
import io.waybill.media.SampleBytes;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The catalogue as the console has it, and as customers see it. */
class CatalogEndToEndTest extends RunningGateway {

    private static final String PRODUCTS = "/api/catalog/products";
    private static final String LONG = "Rice, long grain, 25 kilo";

    private ConsoleClient console;

    @BeforeEach
    void signIn() throws Exception {
        console = ConsoleClient.signedIn(port, jdbc, "catalog-ada");
        ERP.products(ErpProduct.plain(40));
    }

    @AfterEach
    void sellsAsBefore() throws Exception {
        ERP.faults().clear();
        ERP.products(ErpProduct.plain(40));
        bulk("show", "P-1", "P-2", "P-3");
        bulk("flow", "P-4", "P-5");
    }

    /** 000-15: a price that changed in the ERP is shown on the next load. */
    @Test
    void aPriceChangedInTheErpIsShownOnTheNextLoad() throws Exception {
        ERP.change("P-1", p -> new ErpProduct(p.id(), p.name(), new BigDecimal("4321.50"), p.currency(), true));

        JsonNode catalog = read(PRODUCTS);

        assertThat(product(catalog, "P-1").path("price").decimalValue()).isEqualByComparingTo("4321.50");
        assertThat(catalog.path("pages").intValue()).isGreaterThan(1);
        assertThat(catalog.path("readAt").asText()).isNotEmpty();
        assertThat(catalog.path("asOf").isNull()).isTrue();
        assertThat(catalog.path("enabled").intValue()).isEqualTo(40);
    }

    /** 000-59: a name of 25 characters is shown as WhatsApp cuts it; 000-31: a service says "60 min – KES 200.00". */
    @Test
    void theRowInTheCatalogueIsTheRowThatTheCustomerGets() throws Exception {
        rename("P-1", LONG);
        rename("P-2", "Maize");
        rename("P-3", "maize");
        ERP.change("P-4", p -> new ErpProduct(p.id(), "Consultation", new BigDecimal("200.00"), "KES", true, 60));

        JsonNode catalog = read(PRODUCTS);
        GraphMessage list = customer("Rehema Atieno").says("order").hears("What would you like to order?");

        assertThat(list.options().stream().limit(3).map(GraphMessage.Option::title))
                .containsExactly(title(catalog, "P-1"), title(catalog, "P-2"), title(catalog, "P-3"));
        assertThat(title(catalog, "P-1")).isEqualTo("Rice, long grain, 25 ki…").hasSize(24);
        assertThat(list.body())
                .contains(product(catalog, "P-1").at("/row/description").asText());
        assertThat(product(catalog, "P-4").at("/row/description").asText()).isEqualTo("60 min – KES 200.00");
        assertThat(list.body()).contains("60 min – KES 200.00");
        assertThat(warnings(catalog, "P-1"))
                .containsExactly(
                        "The name has 25 characters, and WhatsApp shows 24 of them in a list. Shorten it in the ERP.");
        assertThat(warnings(catalog, "P-2"))
                .containsExactly("P-3 has the same name: customers cannot tell them apart. Rename one in the ERP.");
    }

    @Test
    void aRefreshSaysWhatIsNewChangedAndGone() throws Exception {
        post(PRODUCTS + "/refresh", "");
        ERP.products(ErpProduct.plain(41).stream()
                .filter(product -> !product.id().equals("P-2"))
                .toList());
        rename("P-1", "Brand new");

        JsonNode refreshed = post(PRODUCTS + "/refresh", "");

        assertThat(refreshed.at("/diff/added"))
                .hasToString("[{\"externalProductId\":\"P-41\",\"name\":\"Product 41\"}]");
        assertThat(refreshed.at("/diff/gone")).hasToString("[{\"externalProductId\":\"P-2\",\"name\":\"Product 2\"}]");
        assertThat(refreshed.at("/diff/changed/0/fields"))
                .hasToString("[{\"field\":\"name\",\"before\":\"Product 1\",\"after\":\"Brand new\"}]");
        assertThat(read(PRODUCTS).at("/gone/0/externalProductId").asText()).isEqualTo("P-2");
        assertThat(read(PRODUCTS).at("/gone/0/since").asText()).isNotEmpty();
        assertThat(post(PRODUCTS + "/refresh", "").at("/diff/changed")).isEmpty();

        ERP.products(ErpProduct.plain(40));
        assertThat(post(PRODUCTS + "/refresh", "")
                        .at("/diff/added/0/externalProductId")
                        .asText())
                .isEqualTo("P-2");
        assertThat(read(PRODUCTS)
                        .path("gone")
                        .valueStream()
                        .map(gone -> gone.path("externalProductId").asText()))
                .contains("P-41")
                .doesNotContain("P-2");
    }

    @Test
    void aChangeOfManySaysForEachWhatBecameOfIt() throws Exception {
        ERP.change("P-3", p -> new ErpProduct(p.id(), p.name(), null, p.currency(), true));

        assertThat(bulk("hide", "P-1", "P-2").path("rows").valueStream())
                .allMatch(row -> row.path("done").booleanValue());
        assertThat(product(read(PRODUCTS), "P-1").path("visible").booleanValue())
                .isFalse();
        JsonNode shown = bulk("show", "P-1", "P-3", "P-99");

        assertThat(shown.path("rows")).hasToString("""
                [{"externalProductId":"P-1","done":true,"problem":null},\
                {"externalProductId":"P-3","done":false,"problem":"No ERP base price available"},\
                {"externalProductId":"P-99","done":false,"problem":"The ERP has no product P-99."}]""");
        assertThat(product(read(PRODUCTS), "P-1").path("visible").booleanValue())
                .isTrue();
        assertThat(product(read(PRODUCTS), "P-3").path("visible").booleanValue())
                .isFalse();

        post(PRODUCTS + "/bulk", "{\"externalProductIds\":[\"P-4\",\"P-5\"],\"change\":\"flow\",\"flow\":\"status\"}");
        assertThat(product(read(PRODUCTS), "P-5").path("flow").asText()).isEqualTo("status");
        assertThat(console.post(
                                PRODUCTS + "/bulk",
                                "{\"externalProductIds\":[\"P-4\"],\"change\":\"flow\",\"flow\":\"gone\"}")
                        .body())
                .contains("There is no published flow");
        assertThat(console.post(PRODUCTS + "/bulk", "{\"externalProductIds\":[],\"change\":\"hide\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void thePriceOfAQuantityIsAskedOfTheErp() throws Exception {
        JsonNode price = read(PRODUCTS + "/P-1/price?qty=3");

        assertThat(price.path("qty").intValue()).isEqualTo(3);
        assertThat(price.path("unitPrice").asText()).matches("[0-9]+\\.[0-9]{2}");
        assertThat(price.path("currency").asText()).isEqualTo("KES");
        assertThat(console.get(PRODUCTS + "/P-1/price?qty=0").statusCode()).isEqualTo(422);
        ERP.faults().times(1_000, ErpFault.UNAVAILABLE_503, "GET_PRICE");
        assertThat(console.get(PRODUCTS + "/P-1/price").statusCode()).isEqualTo(503);
    }

    @Test
    void aPictureThatIsUsedIsNotDeletedAndTheAnswerSaysWhere() throws Exception {
        String id = upload();
        console.put(PRODUCTS + "/P-1/images", "[\"%s\"]".formatted(id));

        HttpResponse<String> used = console.delete("/api/v1/images/" + id);
        assertThat(used.statusCode()).isEqualTo(409);
        assertThat(used.body()).contains("The picture is used by product P-1. Remove it there first.");
        assertThat(product(read(PRODUCTS), "P-1").path("images")).hasToString("[\"%s\"]".formatted(id));

        post(
                PRODUCTS + "/bulk",
                "{\"externalProductIds\":[\"P-1\",\"P-2\"],\"change\":\"image\",\"image\":\"%s\"}".formatted(id));
        JsonNode image = read("/api/v1/images")
                .valueStream()
                .filter(found -> found.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(image.path("usedBy")).hasToString("[\"product P-1\",\"product P-2\"]");

        console.put(PRODUCTS + "/P-1/images", "[]");
        console.put(PRODUCTS + "/P-2/images", "[]");
        assertThat(Json.read(console.put("/api/v1/images/" + id, "{\"altText\":\" A bag of rice \"}")
                                .body())
                        .path("altText")
                        .asText())
                .isEqualTo("A bag of rice");
        assertThat(console.delete("/api/v1/images/" + id).statusCode()).isEqualTo(204);
        assertThat(console.delete("/api/v1/images/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void aProductIsShownAsTheErpListsIt() throws Exception {
        assertThat(read(PRODUCTS + "/P-1/raw").path("name").asText()).isEqualTo("Product 1");
        assertThat(console.get(PRODUCTS + "/P-99/raw").statusCode()).isEqualTo(404);
    }

    private void rename(String id, String name) {
        ERP.change(id, p -> new ErpProduct(p.id(), name, p.price(), p.currency(), p.active()));
    }

    private String upload() throws Exception {
        HttpResponse<byte[]> answer = console.upload("/api/v1/images", "rice.png", SampleBytes.png(31, 33));
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isIn(200, 201);
        return Json.read(answer.body()).path("id").asText();
    }

    private JsonNode bulk(String change, String... ids) throws Exception {
        return post(
                PRODUCTS + "/bulk",
                "{\"externalProductIds\":%s,\"change\":\"%s\"}".formatted(Json.write(List.of(ids)), change));
    }

    private JsonNode post(String path, String body) throws Exception {
        HttpResponse<String> answer = console.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body());
    }

    private JsonNode read(String path) throws Exception {
        return Json.read(console.get(path).body());
    }

    private static JsonNode product(JsonNode catalog, String id) {
        return catalog.path("products")
                .valueStream()
                .filter(product -> product.path("externalProductId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String title(JsonNode catalog, String id) {
        return product(catalog, id).at("/row/title").asText();
    }

    private static List<String> warnings(JsonNode catalog, String id) {
        return product(catalog, id)
                .path("warnings")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }
}
