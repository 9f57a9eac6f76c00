package io.waybill;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import io.waybill.far.ErpProduct;
import io.waybill.far.Json;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Meta's catalogue held against the ERP's products. */
class CatalogueCheckEndToEndTest {

    private static final String FIRST = """
            {"data": [
                {"retailer_id": "P-1", "name": "Chai", "price": "KES250.00", "currency": "KES"},
                {"retailer_id": "P-2", "name": "Rice", "price": "KES1,250.00", "currency": "KES"}],
             "paging": {"cursors": {"after": "two"}, "next": "https://graph.example/next"}}""";
    private static final String SECOND = """
            {"data": [
                {"retailer_id": "P-3", "name": "Sugar", "price": "KES99.00", "currency": "KES"},
                {"retailer_id": "OLD-9", "name": "Old tea", "price": "KES10.00", "currency": "KES"}],
             "paging": {"cursors": {"after": "end"}}}""";

    /** 002-08: three seeded differences. */
    @Test
    void findsWhatIsMissingWhatIsTooMuchAndWhichPriceIsAnother(@TempDir Path home) throws Exception {
        WireMockServer meta = new WireMockServer(wireMockConfig().dynamicPort());
        meta.start();
        try (FlowGateway shop = new FlowGateway(home, "waybill.store.catalog-id=4711")) {
            meta.stubFor(any(anyUrl())
                    .atPriority(10)
                    .willReturn(aResponse().proxiedFrom(shop.graph.uri().toString())));
            meta.stubFor(get(urlPathMatching("/v[0-9.]+/4711/products")).willReturn(okJson(FIRST)));
            meta.stubFor(get(urlPathMatching("/v[0-9.]+/4711/products"))
                    .withQueryParam("after", equalTo("two"))
                    .willReturn(okJson(SECOND)));
            shop.set("waybill.whatsapp.base-url=" + meta.baseUrl());
            shop.erp.products(List.of(
                    product("P-1", "250.00"),
                    product("P-2", "1250.00"),
                    product("P-3", "100.00"),
                    product("P-4", "5.00")));
            try (ConfigurableApplicationContext node = shop.start()) {
                ConsoleClient ada = shop.console(node, "ada");
                JsonNode report = Json.read(ada.get("/api/v1/catalogue-check").body());

                assertThat(report.path("missing").findValuesAsText("id")).containsExactly("P-4");
                assertThat(report.path("extra").findValuesAsText("id")).containsExactly("OLD-9");
                assertThat(report.path("otherPrices").findValuesAsText("id")).containsExactly("P-3");
                assertThat(report.at("/otherPrices/0/catalogue").asText()).isEqualTo("KES99.00");
                assertThat(report.path("inErp").asInt()).isEqualTo(4);
                assertThat(report.path("inCatalogue").asInt()).isEqualTo(4);
                assertThat(Json.read(ada.post("/api/v1/whatsapp/check", "{}").body())
                                .path("lines"))
                        .as("002-33: it is a red line of the set-up")
                        .filteredOn(line -> line.path("check").asText().equals("catalogue"))
                        .singleElement()
                        .returns("error", line -> line.path("state").asText())
                        .returns(
                                "Meta's catalogue and the ERP differ: not sold by the ERP: 1 (OLD-9); missing in the catalogue: 1 (P-4); at another price: 1 (P-3).",
                                line -> line.path("sentence").asText());
            }
        } finally {
            meta.stop();
        }
    }

    private static ErpProduct product(String id, String price) {
        return new ErpProduct(id, "Product " + id, new BigDecimal(price), "KES", true);
    }
}
