package io.waybill.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.erp.ErpOperation;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileTextTest {

    private static final String PROFILE = """
            # Ours.
            title: Shop 🛒 "ä"
            operations:
              LIST_PRODUCTS: { method: GET, path: /products } # all of them
              GET_PRICE:
                # With tax.
                method: GET
                path: "/price"

              CREATE_ORDER: unavailable
              GET_ORDER_STATUS:
                method: GET
                path: /orders/{in.external_order_id}
                answer:
                  order_number: $.ref
                  status: { from: $.status, map: { "0": pending } }
            # The end.
            """;

    @Test
    void changesAMethodAndAPathAndNothingElse() {
        assertThat(new ProfileText(PROFILE)
                        .with("POST", "operations", "LIST_PRODUCTS", "method")
                        .with("/api/price", "operations", "GET_PRICE", "path")
                        .text())
                .isEqualTo(PROFILE.replace("{ method: GET, path: /products }", "{ method: \"POST\", path: /products }")
                        .replace("\"/price\"", "\"/api/price\""));
    }

    @Test
    void putsAnEndpointInThePlaceOfWhatStoodThere() {
        assertThat(new ProfileText(PROFILE)
                        .withEndpoint("CREATE_ORDER", "POST", "/orders")
                        .text())
                .isEqualTo(PROFILE.replace(
                        "CREATE_ORDER: unavailable", "CREATE_ORDER: { method: POST, path: \"/orders\" }"));
        assertThat(new ProfileText(PROFILE).withUnavailable("GET_PRICE").text())
                .contains("GET_PRICE:\n    # With tax.\n    unavailable\n\n  CREATE_ORDER: unavailable");
    }

    @Test
    void addsWhatIsMissing() {
        assertThat(new ProfileText(PROFILE)
                        .withEndpoint("LIST_JOBS", "GET", "/jobs")
                        .with("keyed", "idempotency")
                        .text())
                .isEqualTo(PROFILE.replace(
                        "# The end.",
                        "  LIST_JOBS: { method: GET, path: \"/jobs\" }\nidempotency: \"keyed\"\n# The end."));
    }

    @Test
    void beginsWithNothing() {
        assertThat(ProfileText.EMPTY
                        .withEndpoint("LIST_PRODUCTS", "GET", "/a")
                        .withEndpoint("GET_PRICE", "GET", "/b")
                        .text())
                .isEqualTo("""
                        title: My ERP
                        operations:\s
                          LIST_PRODUCTS: { method: GET, path: "/a" }
                          GET_PRICE: { method: GET, path: "/b" }
                        """);
    }

    @Test
    void movesWhereAFieldIsReadAndKeepsItsWords() {
        ProfileText text = new ProfileText(PROFILE);

        assertThat(text.has("operations", "GET_ORDER_STATUS", "answer", "status", "from"))
                .isTrue();
        assertThat(text.with("$.state", "operations", "GET_ORDER_STATUS", "answer", "status", "from")
                        .text())
                .isEqualTo(PROFILE.replace("from: $.status,", "from: \"$.state\","));
    }

    @Test
    void readsAValueOfARowInItsRow() {
        ProfileTree tree = ProfileTree.of("""
                operations:
                  LIST_PRODUCTS: { method: GET, path: /p, items: "$.data[*]", answer: { id: $.id } }
                  GET_PRICE: { method: GET, path: /q, take: "$.result", answer: { unit_price: $.p } }
                """);

        assertThat(tree.readAt(ErpOperation.LIST_PRODUCTS, "$.data[3].item.name"))
                .isEqualTo("$.item.name");
        assertThat(tree.readAt(ErpOperation.GET_PRICE, "$.result.price[0]")).isEqualTo("$.price[0]");
        assertThat(tree.readAt(ErpOperation.GET_PRICE, "$.results.price")).isEqualTo("$.results.price");
    }

    @Test
    void knowsWhoGetsTheSecrets() {
        ProfileTree fixed = ProfileTree.of("auth: { token-url: \"https://login.example.com/{{const.tenant}}/token\" }");
        ProfileTree made = ProfileTree.of("auth: { token-url: \"https://{{const.host}}/token\" }");

        assertThat(fixed.receivers("https://ERP.example.com/a", Map.of()))
                .isEqualTo(fixed.receivers("https://erp.example.com", Map.of("tenant", "t")))
                .containsExactly("erp.example.com", "login.example.com");
        assertThat(fixed.receivers("https://erp.example.com:8443", Map.of())).contains("erp.example.com:8443");
        assertThat(made.receivers("", Map.of("host", "a.example.com")))
                .hasSize(1)
                .isNotEqualTo(made.receivers("", Map.of("host", "b.example.com")));
    }
}
