package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.erp.ErpOperation;
import io.waybill.expression.Json;
import io.waybill.flow.replay.Parts;
import io.waybill.flow.replay.TurnRecorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the record of a turn says in its first words, as reports read them: text up to the first brace that closes. */
class LandmarksTest {

    private static final String SAYS = """
            {"schema": 1, "id": "hours", "title": "Hours", "lang": "en", "start": ["hours"],
             "steps": [{"id": "say", "say": "We open at 8.", "next": "@done"}]}
            """;

    private final TurnRecorder recorder = new TurnRecorder();
    private final List<String> marks = new ArrayList<>();

    @Test
    void saysWhatStartedWhereItEndedAndWhatIsInTheCart() {
        Conversation shop = recorded(Conversation.shop());
        String order = TurnRecorder.name(Conversation.shipped("order"));

        shop.says("order");
        assertThat(marks.getFirst())
                .isEqualTo("\"said\":true,\"started\":[\"%s\"],\"in\":\"%s\",\"step\":\"%s\"", order, order, step(0));
        assertThat(marks.getLast())
                .as("the ERP's list came, and the customer is asked")
                .isEqualTo("\"in\":\"%s\",\"step\":\"%s\",\"asks\":true", order, step(marks.size() - 1));

        shop.taps("Coffee 1").taps("2");
        assertThat(marks.getLast()).endsWith("\"asks\":true,\"cart\":true");

        shop.passes(Duration.ofHours(1));
        assertThat(marks.getLast()).doesNotContain("said", "cart");
    }

    @Test
    void namesTheOrderWhereTheErpIsAskedForIt() {
        Conversation shop = recorded(Conversation.shop().toSummary(2));

        shop.taps("Confirm");

        String key = shop.callsOf(ErpOperation.CREATE_ORDER).getFirst().key();
        assertThat(marks)
                .filteredOn(mark -> mark.endsWith("\"cart\":true,\"orders\":\"%s\"".formatted(key)))
                .hasSize(1);
        assertThat(marks).filteredOn(mark -> mark.contains("orders")).hasSize(1);
        assertThat(marks.getLast()).as("a cart that went out is none").doesNotContain("cart");
    }

    @Test
    void namesAFlowThatIsOverWithinTheTurn() {
        Conversation shop = recorded(new Conversation(new FlowLoader().load(SAYS)));

        shop.says("hours");

        assertThat(marks)
                .containsExactly(
                        "\"said\":true,\"started\":[\"%s\"]".formatted(TurnRecorder.name(new FlowLoader().load(SAYS))));
    }

    @Test
    void saysAtWhichStepAPersonTakesOver() {
        Conversation shop = recorded(Conversation.shop());

        shop.says("order").says("agent");

        assertThat(marks.getLast()).startsWith("\"said\":true,\"in\":\"order@").endsWith(",\"person\":true");
    }

    private String step(int turn) {
        return Json.read('{' + marks.get(turn) + '}').path("step").asText("-");
    }

    private Conversation recorded(Conversation shop) {
        shop.listener = (before, event) -> {
            Turn turn = shop.engine.advance(before, event, shop.world());
            String record = recorder.record(before, event, shop.world(), shop.engine.flows(), turn, new Parts());
            assertThat(record).startsWith("{\"marks\":{");
            marks.add(record.substring("{\"marks\":{".length(), record.indexOf('}')));
        };
        return shop;
    }
}
