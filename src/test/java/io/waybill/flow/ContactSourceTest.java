package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A flow knows the advertisement or post that the customer came by. */
class ContactSourceTest {

    @Test
    void isWhatAFlowBranchesOnAndSpeaksOf() {
        assertThat(greeting(new World.Source("ad", "70001", "Spring sale", "https://ads.example/spring")))
                .isEqualTo("You saw Spring sale (70001) at https://ads.example/spring.");
        assertThat(greeting(new World.Source("post", "5", null, null))).isEqualTo("You come by a post.");
    }

    @Test
    void isAbsentWhereTheCustomerCameByThemselves() {
        assertThat(greeting(null)).isEqualTo("You come by yourself.");
    }

    private static String greeting(World.@Nullable Source source) {
        Conversation chat = new Conversation(new FlowLoader().load("""
                {"schema": 1, "id": "x", "title": "X", "lang": "en", "start": ["hello"],
                 "steps": [
                   {"id": "a", "when": "= contact.source.type = 'ad'", "next": "@done",
                    "say": "You saw {{contact.source.headline}} ({{contact.source.id}}) at {{contact.source.url}}."},
                   {"id": "b", "when": "= $exists(contact.source)", "say": "You come by a {{contact.source.type}}.", "next": "@done"},
                   {"id": "c", "say": "You come by yourself.", "next": "@done"}]}
                """));
        chat.customer = new World.Customer(7, null, "+254700000001", "Amina", "en", null, source);
        return chat.says("hello").lastBody();
    }
}
