package io.waybill.flow.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Json;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {

    private static final List<String> ORDER =
            List.of("order", "/tap Gas regulator", "2", "/tap Checkout", "Beth House");

    private final FlowSet shop = FlowSet.at(Path.of("flows"));

    @TempDir
    Path folder;

    private static Setup seeded(long seed) {
        return new Setup(Setup.START, seed, Setup.Contact.usual(), Sample.shop(), List.of());
    }

    private static Reaction last(Simulation simulation, List<String> script) {
        Reaction reaction = null;
        for (String line : script) {
            reaction = simulation.take(Script.parse(line));
        }
        assertThat(reaction).isNotNull();
        return reaction;
    }

    private List<String> payloads(long seed) {
        Simulation simulation = new Simulation(shop, seeded(seed));
        List<String> payloads = new ArrayList<>();
        for (String line : ORDER) {
            simulation
                    .take(Script.parse(line))
                    .messages()
                    .forEach(message -> payloads.add(message.payload().toString()));
        }
        payloads.add(simulation.session().toJson());
        return payloads;
    }

    @Test
    void sameSeedGivesTheSameBytesAndAnotherSeedOtherIds() {
        assertThat(payloads(7)).isEqualTo(payloads(7)).isNotEqualTo(payloads(8));
    }

    @Test
    void onlyWaitingMovesTheClock() {
        Simulation simulation = new Simulation(shop, Setup.usual());

        last(simulation, ORDER);
        assertThat(simulation.now()).isEqualTo(Setup.START);

        simulation.take(new Input.Wait(Duration.ofHours(6)));
        assertThat(simulation.now()).isEqualTo(Setup.START.plus(Duration.ofHours(6)));
    }

    @Test
    void showsTheExactPayloadOfGraph() {
        Reaction reaction = new Simulation(shop, Setup.usual()).take(new Input.Say("status"));

        assertThat(reaction.messages())
                .singleElement()
                .satisfies(
                        message -> assertThat(message.payload())
                                .hasToString(
                                        "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"individual\",\"to\":\"+254700000001\","
                                                + "\"type\":\"text\",\"text\":{\"preview_url\":false,\"body\":\"You have no order with us yet.\"}}"));
    }

    @Test
    void sendsToTheUserIdWhileTheNumberIsHidden() {
        Setup.Contact hidden = new Setup.Contact(null, "KE.7", "Amina", "en", null, null);
        Simulation simulation = new Simulation(shop, new Setup(Setup.START, 1, hidden, Sample.shop(), List.of()));

        String payload = simulation
                .take(new Input.Say("hi"))
                .messages()
                .getFirst()
                .payload()
                .toString();

        assertThat(payload).contains("\"recipient\":\"KE.7\"").doesNotContain("\"to\":");
    }

    @Test
    void knowsTheAdvertisementThatACaseSaysTheCustomerCameBy() throws Exception {
        Files.writeString(folder.resolve("by.flow.json"), """
                {"schema": 1, "id": "by", "title": "By", "lang": "en", "start": ["go"],
                 "steps": [{"id": "a", "say": "{{contact.source.headline}} ({{contact.source.type}})", "next": "@done"}]}""");
        Path file = Files.writeString(folder.resolve("by.json"), """
                {"description": "Greets by the advertisement", "contact": {"source": {"type": "ad", "headline": "Spring sale"}},
                 "steps": [{"say": "go", "messages": [{"text": "Spring sale (ad)"}]}]}""");

        assertThat(new RecordedReader().read(file).play().difference()).isEmpty();
    }

    @Test
    void tapsByTitleOptionIdAndNumber() {
        for (String option : List.of("Gas regulator", "P103", "3")) {
            Reaction reaction = last(new Simulation(shop, Setup.usual()), List.of("order", "/tap " + option));

            assertThat(reaction.messages().getFirst().text()).isEqualTo("How many Gas regulator?");
        }
    }

    @Test
    void namesWhatCanBeTappedWhenAnOptionIsNotThere() {
        Simulation simulation = new Simulation(shop, Setup.usual());
        simulation.take(new Input.Say("hello"));

        assertThatThrownBy(() -> simulation.take(new Input.Tap("Jobs", 0)))
                .isInstanceOf(ImpossibleInput.class)
                .hasMessage(
                        "There is no option \"Jobs\" to tap; there are \"Order products\", \"Order status\", \"Apply for a job\".");
    }

    @Test
    void failsOnlyTheCallItIsToldTo() {
        Simulation simulation = new Simulation(shop, Setup.usual());
        simulation.take(Script.parse("/erp down LIST_PRODUCTS 2"));

        assertThat(outcome(simulation, "order")).isEqualTo("ok");
        assertThat(outcome(simulation, "cancel", "order")).isEqualTo("down");
        assertThat(outcome(simulation, "/tap Try again")).isEqualTo("ok");
    }

    private static String outcome(Simulation simulation, String... script) {
        return last(simulation, List.of(script)).calls().getFirst().outcome();
    }

    @Test
    void remindsAndEndsQuestionsAtTheirTimes() {
        Simulation simulation = new Simulation(shop, Setup.usual());
        last(simulation, ORDER);
        simulation.take(new Input.Tap("Confirm", 0));

        Reaction month = simulation.take(new Input.Wait(Duration.ofDays(30)));

        assertThat(month.messages()).singleElement().satisfies(reminder -> {
            assertThat(reminder.text()).startsWith("Your order SO-1001 is still waiting for your answer.");
            assertThat(reminder.after()).isEqualTo(Duration.ofHours(6));
        });
        assertThat(month.handOver()).contains("has not answered");
    }

    @Test
    void sendsTheTemplateItselfOutsideTheWindowAndTakesATapOnIt() throws Exception {
        Path flow = Files.writeString(folder.resolve("late.flow.json"), """
                {"schema": 1, "id": "late", "title": "Late", "lang": "en", "start": ["go"], "steps": [
                  {"id": "a", "say": "Well?", "ask": {
                    "type": "choice", "options": [{"id": "yes", "title": "Confirm"}, {"id": "no", "title": "Cancel"}], "wait": "90h",
                    "remind": {"after": "30h", "say": {"template": "order_cod_reminder", "params": ["SO-7"]}}}},
                  {"id": "b", "say": "Thank you.", "next": "@done"}]}""");
        Simulation simulation = new Simulation(FlowSet.at(flow), Setup.usual());
        simulation.take(new Input.Say("go"));

        ShownMessage reminder =
                simulation.take(new Input.Wait(Duration.ofHours(31))).messages().getFirst();

        assertThat(reminder.form()).isEqualTo("template");
        assertThat(reminder.template()).isEqualTo("order_cod_reminder");
        assertThat(reminder.text()).startsWith("Your order SO-7 is still waiting");
        assertThat(reminder.after()).isEqualTo(Duration.ofHours(30));
        assertThat(last(simulation, List.of("/tap Confirm")).messages())
                .extracting(ShownMessage::text)
                .containsExactly("Thank you.");
    }

    @Test
    void executesAWriteOnceWhoseAnswerIsLost() {
        Simulation simulation = new Simulation(shop, Setup.usual());
        last(simulation, ORDER);
        simulation.take(Script.parse("/erp unknown CREATE_ORDER 1"));
        simulation.take(new Input.Tap("Confirm", 0));

        Reaction settled = simulation.take(new Input.Wait(Duration.ofMinutes(1)));

        assertThat(settled.calls()).extracting(Reaction.Called::operation).startsWith(ErpOperation.CREATE_ORDER);
        assertThat(settled.messages()).singleElement().satisfies(message -> {
            assertThat(message.text()).contains("SO-1001");
            assertThat(message.after()).isEqualTo(Duration.ofSeconds(2));
        });
    }

    @Test
    void holdsTheSampleAgainstTheContractAsTheGatewayDoes() {
        Sample sample = Sample.read("{\"products\": [{\"id\": \"P1\", \"active\": true}]}");
        Simulation simulation =
                new Simulation(shop, new Setup(Setup.START, 1, Setup.Contact.usual(), sample, List.of()));

        assertThat(simulation.take(new Input.Say("order")).handOver()).contains("items[0].name must be text");
    }

    @Test
    void stopsAFlowThatAsksTheErpForEver() throws Exception {
        Path flow = Files.writeString(folder.resolve("mill.flow.json"), """
                {"schema": 1, "id": "mill", "title": "Mill", "lang": "en", "start": ["go"], "steps": [
                  {"id": "a", "call": {"op": "LIST_PRODUCTS", "save": {"p": "items"}}, "next": "a"}]}""");
        Simulation simulation = new Simulation(FlowSet.at(flow), Setup.usual());

        assertThatThrownBy(() -> simulation.take(new Input.Say("go"))).hasMessageContaining("runs in a circle");
    }

    @Test
    void saysWhatIsWrongWithAFlowAndWhere() throws Exception {
        Path flow = Files.writeString(folder.resolve("bad.flow.json"), "{\n\"schema\": 2}");

        assertThatThrownBy(() -> FlowSet.at(flow))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("bad.flow.json")
                .hasMessageContaining("line 2, /schema");
    }

    @Test
    void hearsOfPayments() {
        assertThat(Script.parse("/payment failed")).isEqualTo(new Input.Payment("failed"));
        assertThatThrownBy(() -> Script.parse("/payment")).hasMessageContaining("/payment needs a status");
    }

    @Test
    void tapsAButtonUnderAMessageAboutTheLastOrderOnceThereIsOne() {
        assertThatThrownBy(() -> Script.parse("/order")).hasMessageContaining("/order needs the id of a button");
        assertThatThrownBy(() -> new Simulation(shop, Setup.usual()).take(Script.parse("/order confirm")))
                .isInstanceOf(ImpossibleInput.class)
                .hasMessage("The customer has no order yet to tap a button of.");

        Simulation simulation = new Simulation(shop, Setup.usual());
        last(simulation, ORDER);
        simulation.take(new Input.Tap("Confirm", 0));
        simulation.take(new Input.Wait(Duration.ofHours(49)));
        simulation.take(new Input.Say("menu"));

        assertThat(simulation.take(Script.parse("/order confirm")).messages())
                .first()
                .satisfies(message -> assertThat(message.text()).startsWith("Thank you! Order SO-1001 is confirmed."));
    }

    @Test
    void saysWhatIsWrongWithAScriptLine() {
        assertThatThrownBy(() -> Script.parse("/erp down MAKE_COFFEE"))
                .hasMessageContaining("has no operation MAKE_COFFEE");
        assertThatThrownBy(() -> Script.parse("/erp tired GET_PRICE")).hasMessageContaining("garbled, not tired");
        assertThatThrownBy(() -> Script.parse("/wait soon")).hasMessageContaining("such as 6h");
        assertThatThrownBy(() -> Script.parse("/dance")).hasMessageContaining("no command /dance");
    }

    @Test
    void answersTheOperationsThatAnErpMayLack() {
        SampleErp erp = new SampleErp(Sample.shop(), List.of());
        ErpReply.Ok created = (ErpReply.Ok) erp.call(
                ErpOperation.CREATE_ORDER,
                request(
                        "{'external_customer_id':'C1','items':[{'external_product_id':'P101','qty':1}],'totals':{'delivery':0,'total':1250,'currency':'KES'}}"),
                "key-1");
        String id = created.body().path("external_order_id").asText();

        assertThat(erp.call(ErpOperation.FIND_ORDER, request("{'client_reference':'key-1'}"), ""))
                .isInstanceOfSatisfying(
                        ErpReply.Ok.class,
                        found -> assertThat(
                                        found.body().path("external_order_id").asText())
                                .isEqualTo(id));
        assertThat(erp.call(ErpOperation.FIND_ORDER, request("{'client_reference':'key-2'}"), ""))
                .isEqualTo(new ErpReply.Empty());
        assertThat(erp.call(ErpOperation.LIST_ORDERS, request("{'external_customer_id':'C1'}"), ""))
                .isInstanceOfSatisfying(
                        ErpReply.Ok.class,
                        listed -> assertThat(listed.body().path("items")).hasSize(1));
        assertThat(erp.call(ErpOperation.LIST_ORDERS, request("{'status':'lost'}"), ""))
                .isEqualTo(new ErpReply.Empty());
        assertThat(erp.call(
                        ErpOperation.SET_ORDER_STATUS,
                        request("{'external_order_id':'%s','status':'shipped'}".formatted(id)),
                        "key-3"))
                .isInstanceOf(ErpReply.Ok.class);
        assertThat(erp.call(ErpOperation.GET_RECEIPT, request("{'external_order_id':'%s'}".formatted(id)), ""))
                .isInstanceOf(ErpReply.Ok.class);
        erp.stock("P101", new BigDecimal("2"));
        String items = "{'items':[{'external_product_id':'P101','qty':%d}],'minutes':5}";
        assertThat(erp.call(ErpOperation.RESERVE_STOCK, request(items.formatted(2)), "key-4"))
                .isInstanceOf(ErpReply.Ok.class);
        assertThat(erp.call(ErpOperation.RESERVE_STOCK, request(items.formatted(3)), "key-5"))
                .isInstanceOf(ErpReply.Refused.class);
        assertThat(erp.call(ErpOperation.RELEASE_STOCK, request("{'reservation_id':'H1'}"), "key-6"))
                .isInstanceOf(ErpReply.Ok.class);
        assertThat(erp.call(
                        ErpOperation.REFUND_PAYMENT,
                        request("{'payment_id':'PAY1','external_order_id':'%s','amount':1,'currency':'KES'}"
                                .formatted(id)),
                        "key-7"))
                .isInstanceOf(ErpReply.Ok.class);
    }

    private static ObjectNode request(String text) {
        return (ObjectNode) Json.read(text.replace('\'', '"'));
    }
}
