package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.message.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Customers and wake-ups that come whenever they like. */
class SilencePropertyTest {

    private static final FlowDefinition FLOW = new FlowLoader().load("""
            {
              "schema": 1, "id": "x", "title": "X", "lang": "en", "start": ["go"], "menu": "X",
              "commands": [{"words": ["help"], "say": "Help."}],
              "steps": [
                {"id": "a", "say": "A?", "ask": {"type": "choice", "options": [{"id": "y", "title": "Yes"}, {"id": "n", "title": "No"}],
                 "remind": {"after": "2h", "say": "Reminder"}, "wait": "5h"}, "on": {"silence": "b", "invalid": "a"}},
                {"id": "b", "say": "B?", "ask": {"type": "number", "remind": {"after": "1h", "say": "Reminder"}, "wait": "30h"},
                 "on": {"silence": "@pause", "invalid": "@pause"}},
                {"id": "c", "say": "C?", "ask": {"type": "location", "wait": "1h"}, "on": {"silence": "a", "invalid": "b"}}
              ]
            }
            """);

    @Property(tries = 500)
    void remindsOnceForEachQuestionAndNeverHurries(@ForAll long seed) {
        Random random = new Random(seed);
        Conversation chat = new Conversation(FLOW);
        Map<Integer, Integer> reminders = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            if (random.nextInt(3) == 0) {
                chat.says(List.of("go", "yes", "7", "help", "hm?", "hi", "continue")
                        .get(random.nextInt(7)));
                continue;
            }
            Session before = chat.session;
            chat.passes(Duration.ofMinutes(random.nextInt(400)));
            boolean due = before.wakesAt().filter(at -> !at.isAfter(chat.now)).isPresent();
            if (!due) {
                assertThat(chat.session.toJson()).isEqualTo(before.toJson());
            }
            assertThat(chat.session.wakesAt().filter(at -> !at.isAfter(chat.now)))
                    .as("woken again at once, for ever")
                    .isEmpty();
            for (Reply reply : chat.replies()) {
                if (Conversation.body(reply).equals("Reminder")) {
                    int visit = ((Waiting.Question) chat.session.waiting()).visit();
                    assertThat(reminders.merge(visit, 1, Integer::sum)).isEqualTo(1);
                    assertThat(((Waiting.Question) before.waiting()).visit()).isEqualTo(visit);
                }
            }
            Session after = chat.session;
            chat.passes(Duration.ZERO);
            assertThat(chat.effects).as("woken twice").isEmpty();
            assertThat(chat.session.toJson()).isEqualTo(after.toJson());
        }
    }
}
