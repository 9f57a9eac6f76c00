package io.waybill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.command.FlowCommand;
import io.waybill.far.ErpFault;
import io.waybill.far.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.context.ConfigurableApplicationContext;

/** What the gateway keeps of a conversation is enough to have it again, without the gateway. */
@ResourceLock(value = Resources.SYSTEM_OUT, mode = ResourceAccessMode.READ)
class ReplayEndToEndTest {

    private static final String QUICK = """
            {"schema": 1, "id": "quick", "title": "Quick", "lang": "en", "start": ["quick"], "on": {"silence": "bye"},
             "steps": [{"id": "ask", "say": "Quick?", "ask": {"type": "text", "remind": {"after": "1s", "say": "Still there?"}, "wait": "2s"}},
                       {"id": "bye", "say": "Bye.", "next": "@done"}]}
            """;

    private static final String WHERE_FROM = """
            {"schema": 1, "id": "from", "title": "From", "lang": "en", "start": ["where from"],
             "steps": [{"id": "ad", "when": "= contact.source.type = 'ad'", "say": "You saw {{contact.source.headline}}.", "next": "@done"},
                       {"id": "self", "say": "You found us.", "next": "@done"}]}
            """;

    @TempDir
    static Path home;

    private static FlowGateway gateway;
    private static ConfigurableApplicationContext node;

    @BeforeAll
    static void start() throws Exception {
        gateway = new FlowGateway(home);
        for (String id : new String[] {"order", "status"}) {
            gateway.write(id, Files.readString(Path.of("flows", id + ".flow.json")));
        }
        gateway.write("quick", QUICK);
        gateway.write("from", WHERE_FROM);
        node = gateway.start();
    }

    @AfterAll
    static void stop() {
        node.close();
        gateway.close();
    }

    @Test
    void replaysAnOrderWithItsTroublesByteForByteWithoutNetwork() throws Exception {
        gateway.erp.faults().times(1, ErpFault.REFUSED_422, "UPSERT_CUSTOMER");
        Customer brian = gateway.customer("Brian", node);
        brian.comesToTheSummary().taps("Confirm").hears("A colleague will take over");
        gateway.erp.faults().times(1, ErpFault.SILENCE_AFTER, "CREATE_ORDER");
        Customer amina = gateway.customer("Amina", node);
        amina.comesToTheSummary().taps("Confirm").hears("We are checking");
        amina.confirmsPayment();

        for (Customer customer : new Customer[] {brian, amina}) {
            JsonNode result = api(customer, "{}");
            assertThat(result.path("turns").asInt()).isGreaterThan(8);
            assertThat(result.path("parting").isNull()).as(result.toString()).isTrue();
            assertThat(command(recording(customer)))
                    .isEqualTo("0: No difference in %d turns.\n"
                            .formatted(result.path("turns").asInt()));
        }
    }

    @Test
    void replaysWhatHappenedBecauseNothingWasSaid() throws Exception {
        Customer chao = gateway.customer("Chao", node);
        chao.says("quick").hears("Quick?");
        chao.hears("Still there?");
        chao.hears("Bye.");

        await().untilAsserted(
                        () -> assertThat(api(chao, "{}").path("turns").asInt()).isEqualTo(3));
        assertThat(command(recording(chao))).isEqualTo("0: No difference in 3 turns.\n");
    }

    @Test
    void showsWhereADraftPartsFromWhatTheCustomerSaw() throws Exception {
        Customer dida = gateway.customer("Dida", node);
        dida.comesToTheSummary();
        String draft = Files.readString(Path.of("flows/order.flow.json"))
                .replace("Please check your order:", "Is this right?");

        JsonNode parting =
                api(dida, Json.object().put("flow", draft).toString()).path("parting");

        assertThat(parting.path("recorded").toString()).contains("Please check your order:");
        assertThat(parting.path("replayed").toString()).contains("Is this right?");
        Path file = Files.writeString(home.resolve("draft.flow.json"), draft);
        assertThat(command(recording(dida), file.toString()))
                .startsWith("1: Turn ")
                .contains("The customer sends: ", "- says: Please check", "+ says: Is this right?");
    }

    @Test
    void replaysAcrossARestart() throws Exception {
        Customer eva = gateway.customer("Eva", node);
        eva.comesToTheSummary();
        node.close();
        node = gateway.start();
        eva = eva.at(FlowGateway.meta(node));
        eva.confirms();

        assertThat(api(eva, "{}").path("parting").isNull()).isTrue();
    }

    @Test
    void greetsByTheAdvertisementThatLedHereAndReplaysThat() throws Exception {
        Customer fatma = gateway.customer("Fatma", node);
        fatma.says("where from").hears("You found us.");
        String byAd = Files.readString(Path.of("src/test/resources/webhooks/text_from_ad.json"))
                .replace("310000000000007", "1")
                .replace("210000000000007", "2")
                .replace("15550200042", fatma.sender().waId())
                .replace("wamid.TEST0101", "wamid.by.ad")
                .replace("1780000101", String.valueOf(Instant.now().getEpochSecond()))
                .replace("hello from the ad", "where from");
        assertThat(FlowGateway.meta(node).post(byAd.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(200);
        fatma.hears("You saw Spring sale.");
        fatma.says("where from").hears("You saw Spring sale.");

        assertThat(command(recording(fatma))).isEqualTo("0: No difference in 3 turns.\n");
    }

    @Test
    void knowsNothingOfStrangers() throws Exception {
        assertThat(gateway.console(node, "ada")
                        .get("/api/v1/conversations/999999/recording")
                        .statusCode())
                .isEqualTo(404);
    }

    private static JsonNode api(Customer customer, String request) throws Exception {
        var response = gateway.console(node, "ada").post(path(customer) + "/replay", request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.MAPPER.readTree(response.body());
    }

    private static String recording(Customer customer) throws Exception {
        String document =
                gateway.console(node, "ada").get(path(customer) + "/recording").body();
        return Files.writeString(home.resolve("conversation.recording.json"), document)
                .toString();
    }

    private static String path(Customer customer) {
        return "/api/v1/conversations/" + gateway.database.contactOf(customer.identity());
    }

    private static String command(String... args) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        String[] all = new String[args.length + 1];
        all[0] = "replay";
        System.arraycopy(args, 0, all, 1, args.length);
        int exit = FlowCommand.run(writer, writer, all);
        return exit + ": " + out;
    }
}
