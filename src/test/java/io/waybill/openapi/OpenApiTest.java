package io.waybill.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.waybill.WaybillApplication;
import io.waybill.access.Scope;
import io.waybill.database.TestDatabase;
import io.waybill.far.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What programs read before they call us. */
@SpringBootTest(classes = WaybillApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Isolated("the library that describes endpoints has lists for the whole JVM, which gateways change as they start")
class OpenApiTest {

    private static final ObjectMapper SORTED =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    @Autowired
    private RequiredComponents components;

    private JsonNode api;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", DATABASE::url);
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "postgres");
    }

    @BeforeEach
    void read() throws Exception {
        api = Json.read(get("/api/openapi"));
    }

    @Test
    void describesEveryEndpointToAnybody() {
        Set<String> there = endpoints.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/")
                                && !path.startsWith("/api/simulator/")
                                && !path.startsWith("/api/openapi"))
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method ->
                                        method.name().toLowerCase(Locale.ROOT) + " " + path.replaceAll(":[^}]+", ""))))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> described = new TreeSet<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    described.add(method + " " + path.getKey());
                }));

        assertThat(described).isEqualTo(there).hasSizeGreaterThan(80);
    }

    @Test
    void saysWhatAnEndpointIsForInTheWordsOfItsDocumentation() {
        JsonNode list = operation("/api/v1/orders", "get");

        assertThat(list.path("description").asText())
                .isEqualTo("The newest first, with how many there are of each status.");
        assertThat(list.path("parameters").findValuesAsText("description"))
                .contains("a number, an id of the ERP, or a part of the customer's name");
    }

    @Test
    void saysWhichScopeAKeyNeedsAndWhereNoneHelps() {
        assertThat(operation("/api/v1/orders", "get").path("security").toString())
                .contains("{\"apiKey\":[\"%s\"]}".formatted(Scope.ORDERS_READ.key()))
                .contains("session");
        assertThat(operation("/api/v1/api-keys", "post").path("security").toString())
                .doesNotContain("apiKey")
                .contains("session");
        assertThat(operation("/api/v1/events", "post").path("security")).isEmpty();
    }

    @Test
    void saysWhatIsAlwaysThereAndWhatMayBeMissing() {
        JsonNode order = api.at("/components/schemas/OrderView");

        assertThat(order.path("required"))
                .extracting(JsonNode::asText)
                .contains("externalOrderId", "status", "moves")
                .doesNotContain("flag", "total");
        assertThat(api.at("/components/schemas/PlacementView/required"))
                .as("what is written as a naming strategy says")
                .extracting(JsonNode::asText)
                .contains("reference", "contact_id")
                .doesNotContain("external_order_id", "contactId");
        assertThat(api.at("/components/schemas/QuoteLine/required"))
                .extracting(JsonNode::asText)
                .contains("external_product_id", "unit_price")
                .doesNotContain("duration_minutes");
    }

    @Test
    void describesTheBodyOfAnEvent() {
        assertThat(operation("/api/v1/events", "post")
                        .at("/requestBody/content/application~1json/schema/$ref")
                        .asText())
                .endsWith("/ReceivedEvent");
    }

    @Test
    void saysWhatAnErrorLooksLike() {
        assertThat(operation("/api/v1/orders", "get")
                        .at("/responses/default/content/application~1problem+json/schema/$ref")
                        .asText())
                .endsWith("/Problem");
    }

    @Test
    void namesEachOperationOnce() {
        assertThat(api.findValuesAsText("operationId")).doesNotHaveDuplicates();
    }

    @Test
    void hasASchemaOfItsOwnForEachType() {
        assertThat(components.shared())
                .as("two types with one name: one is described as the other. Call one otherwise")
                .isEmpty();
    }

    @Test
    void isWhatTheConsolesClientIsMadeFrom() throws Exception {
        String description = SORTED.writeValueAsString(SORTED.treeToValue(api, Object.class));
        Files.writeString(Path.of("target/openapi.json"), description);

        assertThat(Files.readAllLines(Path.of("src/main/console/src/lib/api.d.ts"))
                        .getFirst())
                .as("made from another description; after this test, in src/main/console: npm run api")
                .endsWith(sha256(description));
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void isThereAsYamlToo() throws Exception {
        assertThat(get("/api/openapi.yaml")).startsWith("openapi: 3.");
    }

    private JsonNode operation(String path, String method) {
        JsonNode operation = api.path("paths").path(path).path(method);
        assertThat(operation.isObject()).as("%s %s", method, path).isTrue();
        return operation;
    }

    private String get(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }
}
