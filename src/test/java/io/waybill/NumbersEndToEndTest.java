package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybill.far.SignedWebhook;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** One gateway with three numbers: two of one app, and one of an app of its own. */
class NumbersEndToEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path home;

    private FlowGateway gateway;
    private ConfigurableApplicationContext node;

    @BeforeEach
    void open() throws IOException {
        gateway = new FlowGateway(
                home,
                "waybill.whatsapp.numbers.west.phone-number-id=2",
                "waybill.whatsapp.numbers.own.phone-number-id=3",
                "waybill.whatsapp.numbers.own.access-token=own-token",
                "waybill.whatsapp.numbers.own.app-secret=own-secret",
                "waybill.whatsapp.numbers.own.verify-token=own-word",
                "waybill.store.name=Main Shop",
                "waybill.numbers.west.store.name=West Shop",
                "waybill.numbers.west.flows=repair");
        gateway.graph.number("2", "token");
        gateway.graph.number("3", "own-token");
        gateway.write("buy", flow("buy", "Buying"));
        gateway.write("repair", flow("repair", "Repairs"));
        node = gateway.start();
    }

    private static String flow(String word, String title) {
        return """
                {"schema": 1, "id": "%1$s", "title": "%2$s", "menu": "%2$s", "lang": "en", "start": ["%1$s"],
                 "steps": [{"id": "name", "say": "%2$s at {{store.name}}. Who are you?", "ask": {"type": "text", "save": "name"}},
                           {"id": "hello", "say": "Hello {{name}}.", "next": "@done"}]}
                """.formatted(word, title);
    }

    @AfterEach
    void close() {
        node.close();
        gateway.close();
    }

    @Test
    void answersFromTheNumberThatWasWrittenTo() throws Exception {
        Customer atMain = at("1");
        Customer atWest = at("2");
        Customer atOwn = Customer.named("Chao", gateway.graph, meta("/own", "own-secret", "3"));

        atMain.says("repair").hears("Repairs at Main Shop. Who are you?");
        atWest.says("repair").hears("Repairs at West Shop. Who are you?");
        atOwn.says("repair").hears("Repairs at Main Shop. Who are you?");
    }

    @Test
    void keepsApartWhatOnePersonSaysToTwoNumbers() throws Exception {
        Customer toMain = at("1");

        toMain.says("buy").hears("Buying at Main Shop. Who are you?");
        Customer toWest = toMain.at(meta("", "secret", "2"));
        toWest.says("repair").hears("Repairs at West Shop. Who are you?");
        toMain = toWest.at(meta("", "secret", "1"));
        toMain.says("Amina").hears("Hello Amina.");
        toWest = toMain.at(meta("", "secret", "2"));
        toWest.says("Brian").hears("Hello Brian.");
    }

    @Test
    void offersOnlyTheFlowsOfTheNumber() throws Exception {
        Customer atWest = at("2");
        assertThat(atWest.says("menu").hears("").text()).doesNotContain("Buying");
        assertThat(atWest.says("buy").hears("").text()).doesNotContain("Buying at");
        atWest.says("repair").hears("Repairs at West Shop.");
    }

    @Test
    void believesEachAppAboutItsOwnNumbersOnly() throws Exception {
        Customer forged = Customer.named("Mallory", gateway.graph, meta("/own", "own-secret", "1"));
        forged.says("buy");
        Customer amina = at("1");
        amina.says("buy").hears("Buying at Main Shop.");

        assertThat(forged.received()).isEmpty();
        assertThat(gateway.database
                        .jdbc()
                        .sql("select reason from unhandled_update")
                        .query(String.class)
                        .list())
                .containsExactly("It was sent to the number id 1, which is not one of this app's that we have.");
        assertThat(posts("/own", "secret", "3")).isEqualTo(401);
        assertThat(posts("", "own-secret", "1")).isEqualTo(401);
        assertThat(posts("/nobody", "secret", "1")).isEqualTo(404);
    }

    @Test
    void holdsOnlyTheNumberWhoseTokenIsRefused() throws Exception {
        gateway.graph.number("3", "another-token");
        Customer atOwn = Customer.named("Chao", gateway.graph, meta("/own", "own-secret", "3"));
        atOwn.says("buy");
        await().atMost(PATIENCE).until(() -> stopped("own") == 1);

        Customer atMain = at("1");
        atMain.says("buy").hears("Buying at Main Shop.");

        assertThat(stopped("main")).isZero();
        assertThat(atOwn.received()).isEmpty();
        gateway.graph.number("3", "own-token");
        atOwn.hears("Buying at Main Shop.");
    }

    /** What a chat at another number did with the order would not be found where the order is. */
    @Test
    void leavesAnOrderOfTheWebsiteToTheNumberThatItWasMadeAt() throws Exception {
        gateway.write("web", Files.readString(Path.of("flows", "web.flow.json")));
        node.close();
        node = gateway.start();
        Customer amina = at("1");
        String body = """
                {"customer": {"phone": "%s", "name": "Amina"}, "items": [{"external_product_id": "P-1", "qty": 1}], "number": "west"}
                """.formatted(amina.identity());
        ApiClient shop = ApiClient.with(FlowGateway.port(node), gateway.console(node, "ada"), "Shop", "orders:create");

        JsonNode made = ApiClient.body(shop.post("/api/v1/orders", "west-1", body));

        assertThat(made.has("external_order_id")).as(made.toString()).isTrue();
        assertThat(made.has("link")).as("links open the main number").isFalse();
        assertThat(ApiClient.body(shop.post("/api/v1/orders", "main-1", body.replace("west", "main")))
                        .path("link")
                        .asText())
                .contains("?text=My%20order");
        String code = gateway.database
                .jdbc()
                .sql("select code from placed_order where external_order_id = ?")
                .param(made.path("external_order_id").asText())
                .query(String.class)
                .single();
        assertThat(amina.says("Hello #O:" + code)
                        .hears("It was made for another number")
                        .options())
                .isEmpty();
        amina.at(meta("", "secret", "2")).says("Hello #O:" + code).hears("Shall we go ahead?");
    }

    private double stopped(String number) {
        return node.getBean(MeterRegistry.class)
                .get("waybill.outbox.stopped")
                .tag("number", number)
                .gauge()
                .value();
    }

    private Customer at(String number) {
        return Customer.named("Amina", gateway.graph, meta("", "secret", number));
    }

    private int posts(String path, String secret, String number) throws IOException {
        SignedWebhook webhook = meta(path, secret, number);
        return webhook.post("{}".getBytes(StandardCharsets.UTF_8));
    }

    private SignedWebhook meta(String path, String secret, String number) {
        return new SignedWebhook(
                URI.create("http://127.0.0.1:%d/webhooks/whatsapp%s".formatted(FlowGateway.port(node), path)),
                secret,
                "2",
                number);
    }
}
