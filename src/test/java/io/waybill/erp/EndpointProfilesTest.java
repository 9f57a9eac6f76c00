package io.waybill.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.waybill.home.Home;
import io.waybill.home.Misconfigured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointProfilesTest {

    private static final String WHOLE = """
            title: Ours
            idempotency: findable
            headers: { X-Shop: north, X-Common: all }
            response-timeout: 2500
            bulkhead: 8
            operations:
              LIST_PRODUCTS: { method: GET, path: /p }
              GET_PRICE: { method: POST, path: "/index.php?route=price" }
              UPSERT_CUSTOMER: { method: PUT, path: "/c/{phone}", headers: { X-Shop: south } }
              CREATE_ORDER: { method: POST, path: /o }
              CONFIRM_ORDER: { method: POST, path: "/o/{external_order_id}/ok" }
              LIST_JOBS: unavailable
            """;

    @TempDir
    Path folder;

    private Path file;
    private EndpointProfiles profiles;

    @BeforeEach
    void home() throws IOException {
        file = Files.createDirectory(folder.resolve("endpoint-profiles")).resolve("ours.yaml");
        profiles = new EndpointProfiles(new Home(folder));
    }

    @Test
    void readsAProfile() throws IOException {
        Files.writeString(file, WHOLE);

        EndpointProfile profile = profiles.load("ours");

        assertThat(profile.idempotency()).isEqualTo(EndpointProfile.Idempotency.FINDABLE);
        assertThat(profile.limits().responseTimeout()).isEqualTo(Duration.ofMillis(2500));
        assertThat(profile.limits().bulkhead()).isEqualTo(8);
        assertThat(profile.available())
                .containsExactly(
                        ErpOperation.LIST_PRODUCTS,
                        ErpOperation.GET_PRICE,
                        ErpOperation.UPSERT_CUSTOMER,
                        ErpOperation.CREATE_ORDER,
                        ErpOperation.CONFIRM_ORDER);
        assertThat(profile.endpoint(ErpOperation.UPSERT_CUSTOMER))
                .hasValueSatisfying(endpoint -> assertThat((Endpoint.Canonical) endpoint)
                        .returns("PUT", Endpoint.Canonical::method)
                        .returns("/c/{phone}", canonical -> canonical.path().toString())
                        .returns(Map.of("X-Shop", "south", "X-Common", "all"), Endpoint.Canonical::headers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"canonical", "demo"})
    void readsTheShippedProfiles(String name) {
        EndpointProfile shipped = new EndpointProfiles(new Home(Path.of("."))).load(name);

        assertThat(shipped.idempotency()).isEqualTo(EndpointProfile.Idempotency.KEYED);
        assertThat(shipped.available()).contains(ErpOperation.SET_ADDRESS, ErpOperation.CANCEL_ORDER);
    }

    @Test
    void hasAPlaceForEveryOperation() throws IOException {
        String operations = Arrays.stream(ErpOperation.values())
                .map("  %s: { method: POST, path: /here }\n"::formatted)
                .collect(Collectors.joining());
        Files.writeString(file, "title: All\nidempotency: keyed\noperations:\n" + operations);

        assertThat(profiles.load("ours").endpoints()).containsOnlyKeys(ErpOperation.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"canonical", "demo"})
    void asksNobodyToPayUnlessItIsSwitchedOn(String name) {
        EndpointProfile shipped = new EndpointProfiles(new Home(Path.of("."))).load(name);

        assertThat(shipped.available())
                .contains(ErpOperation.FIND_ORDER, ErpOperation.RELEASE_STOCK, ErpOperation.GET_RECEIPT)
                .doesNotContain(
                        ErpOperation.REQUEST_PAYMENT, ErpOperation.GET_PAYMENT_STATUS, ErpOperation.REFUND_PAYMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dolibarr", "erpnext", "odoo"})
    void readsTheShippedProfilesOfErpsAsTheyAre(String name) {
        EndpointProfile shipped = new EndpointProfiles(new Home(Path.of("."))).load(name);

        assertThat(shipped.notes()).isNotEmpty();
        assertThat(shipped.available()).contains(ErpOperation.SET_ADDRESS, ErpOperation.LIST_JOBS);
        assertThat(shipped.idempotency(ErpOperation.CREATE_ORDER)).isEqualTo(EndpointProfile.Idempotency.FINDABLE);
    }

    /** What is not named would be missed by whoever looks what an ERP can do. */
    @TestFactory
    Stream<DynamicTest> namesEveryOperationInEveryShippedProfile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("endpoint-profiles"))) {
            return files.sorted().toList().stream()
                    .map(shipped -> dynamicTest(shipped.getFileName().toString(), () -> namesEveryOperation(shipped)));
        }
    }

    private static void namesEveryOperation(Path shipped) throws IOException {
        JsonNode yaml = YAMLMapper.builder().build().readTree(shipped.toFile());
        List<String> named =
                yaml.path("operations").propertyStream().map(Map.Entry::getKey).toList();

        if (yaml.path("kind").asText().equals("payment")) {
            assertThat(named).contains("REQUEST_PAYMENT", "GET_PAYMENT_STATUS", "REFUND_PAYMENT");
            assertThat(named).isSubsetOf("REQUEST_PAYMENT", "GET_PAYMENT_STATUS", "REFUND_PAYMENT", "AUTH");
        } else {
            assertThat(named)
                    .containsExactlyInAnyOrder(
                            Arrays.stream(ErpOperation.values()).map(Enum::name).toArray(String[]::new));
        }
    }

    @Test
    void shipsProfilesForTheErpsItNames() {
        assertThat(new EndpointProfiles(new Home(Path.of("."))).names())
                .containsExactly(
                        "businesscentral",
                        "canonical",
                        "csv-files",
                        "demo",
                        "dolibarr",
                        "erpnext",
                        "odoo",
                        "payment-example",
                        "payment-mpesa",
                        "payment-paystack",
                        "sapb1");
    }

    /** One a line. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "businesscentral",
                "csv-files",
                "payment-example",
                "payment-mpesa",
                "payment-paystack",
                "sapb1",
            })
    void readsTheShippedMappings(String name) {
        EndpointProfile shipped = new EndpointProfiles(new Home(Path.of("."))).load(name);

        assertThat(shipped.notes()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "idempotency: findable|idempotency: perhaps|line 2: $.idempotency: does not have a value in the enumeration",
                "method: GET, path: /p|method: FETCH, path: /p|line 7: $.operations.LIST_PRODUCTS.method",
                "path: /o }|path: o }|line 10: $.operations.CREATE_ORDER.path",
                "LIST_JOBS: unavailable|LIST_JOBS: none|line 12: $.operations.LIST_JOBS",
                "LIST_JOBS|LIST_JOB|LIST_JOB",
                "bulkhead: 8|bulkhead: 0|line 5: $.bulkhead",
                "bulkhead: 8|bulkheads: 8|bulkheads",
                "external_order_id|order|line 11: $.operations.CONFIRM_ORDER.path: CONFIRM_ORDER sends no field {order}; it sends external_order_id, payment_info",
                "title: Ours|title: [Ours|line",
            })
    void namesFileLineAndPathOfWhatIsWrong(String good, String bad, String expected) throws IOException {
        Files.writeString(file, WHOLE.replace(good, bad));

        assertThatThrownBy(() -> profiles.load("ours"))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST_PRODUCTS", "GET_PRICE", "UPSERT_CUSTOMER", "CREATE_ORDER", "CONFIRM_ORDER"})
    void refusesAProfileWithoutWhatAShopNeeds(String operation) throws IOException {
        Files.writeString(file, WHOLE.replaceAll(operation + ": .*", operation + ": unavailable"));

        assertThatThrownBy(() -> profiles.load("ours"))
                .hasMessage("%s has no endpoint for %s, without which a shop cannot sell: give it a method and a path."
                        .formatted(file, operation));
    }

    @Test
    void namesTheProfilesThereAre() throws IOException {
        Files.writeString(file, WHOLE);

        assertThatThrownBy(() -> profiles.load("theirs"))
                .hasMessage(
                        "waybill.erp.profile names \"theirs\", but there is no endpoint-profiles/theirs.yaml; there are: ours.");
    }
}
