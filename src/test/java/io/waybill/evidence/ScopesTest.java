package io.waybill.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.expression.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The evidence of an order has what was said about it, also where no flow made it. */
class ScopesTest {

    private final EvidenceRig rig = new EvidenceRig();

    @Test
    void showsGoodsAndPricesOfAWebsiteOrderOfSomebodyWhoHasNotChatted() {
        rig.orderOf("website", "SO-1");

        assertThat(entries("SO-1", "ledger"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.at("/body/items").asText()).contains("1310.00", "Gas"));
    }

    @Test
    void showsTheQuestionAndTheAnswerOfEachOfTwoWebsiteOrdersAfterOneChat() {
        rig.beginsFlow();
        rig.writes("wamid.0", "hello");
        rig.clock.pass(Duration.ofHours(1));
        rig.orderOf("website", "SO-1");
        rig.says("Do you confirm SO-1?");
        rig.clock.pass(Duration.ofMinutes(1));
        rig.writes("wamid.1", "Yes, SO-1");
        rig.clock.pass(Duration.ofHours(1));
        rig.orderOf("website", "SO-2");
        rig.says("Do you confirm SO-2?");

        assertThat(texts("SO-1")).containsExactly("Do you confirm SO-1?", "Yes, SO-1");
        assertThat(texts("SO-2")).containsExactly("Do you confirm SO-2?");
    }

    @Test
    void keepsTheChatOfAnOrderThatAWebsiteOrderFollows() {
        rig.beginsFlow();
        rig.writes("wamid.1", "Gas, please");
        rig.clock.pass(Duration.ofMinutes(2));
        rig.order("SO-1", "pending");
        rig.says("Thank you for SO-1");
        rig.clock.pass(Duration.ofHours(1));
        rig.orderOf("website", "SO-2");

        assertThat(texts("SO-1")).containsExactly("Gas, please", "Thank you for SO-1");
    }

    @Test
    void endsTheFirstOfTwoOrdersOfOneChatWhenTheSecondIsThere() {
        rig.beginsFlow();
        rig.order("SO-1", "pending");
        rig.says("Thank you for SO-1");
        rig.clock.pass(Duration.ofMinutes(5));
        rig.order("SO-2", "pending");
        rig.says("Thank you for SO-2");

        assertThat(texts("SO-1")).containsExactly("Thank you for SO-1");
        assertThat(texts("SO-2")).containsExactly("Thank you for SO-1", "Thank you for SO-2");
    }

    private List<String> texts(String order) {
        return StreamSupport.stream(document(order).spliterator(), false)
                .filter(entry -> entry.path("kind").asText().startsWith("message."))
                .map(entry -> Json.read(entry.at("/parts/payload/text").asText())
                        .path("text")
                        .asText())
                .toList();
    }

    private List<JsonNode> entries(String order, String kind) {
        return StreamSupport.stream(document(order).spliterator(), false)
                .filter(entry -> entry.path("kind").asText().equals(kind))
                .toList();
    }

    private JsonNode document(String order) {
        return Json.read(new String(rig.of(order), StandardCharsets.UTF_8)).path("entries");
    }
}
