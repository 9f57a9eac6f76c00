package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.message.Content;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A payment provider says that something happened while a question stands. */
class PaymentNewsTest {

    private static final Event NEWS = new Event.PaymentTold();
    private static final String FLOW = """
            {"schema": 1, "id": "x", "title": "X", "lang": "en", "start": ["go"], "on": {%s},
             "commands": [{"words": ["stay"], "to": "@stay"}],
             "steps": [
              {"id": "size", "say": "Which size?", "ask": {"type": "choice", "wait": "2h",
               "options": [{"id": "s", "title": "Small"}, {"id": "l", "title": "Large"}], "save": "size"}},
              {"id": "end", "say": "Size {{size}} it is.", "next": "@done"},
              {"id": "quiet", "set": {"seen": true}, "next": "@stay"},
              {"id": "news", "say": "There is news.", "next": "@stay"},
              {"id": "again", "say": "There is news.", "next": "@back"}]}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"@stay", "quiet", "news"})
    void leavesTheQuestionAsItStood(String target) {
        Conversation chat = chat("\"payment\": \"%s\"".formatted(target)).says("go");
        String large = chat.idOf("Large");
        Waiting asked = chat.session.waiting();
        chat.now = chat.now.plus(Duration.ofHours(1));

        chat.happens(NEWS);
        chat.happens(NEWS);

        assertThat(chat.session.waiting()).isEqualTo(asked);
        assertThat(chat.session.interrupted()).isNull();
        assertThat(chat.replies()).hasSize(target.equals("news") ? 1 : 0);
        chat.receives(new Content.Tap(large, "Large"));
        assertThat(chat.lastBody()).isEqualTo("Size l it is.");
    }

    @Test
    void asksAgainWhereTheFlowGoesBack() {
        Conversation chat = chat("\"payment\": \"again\"").says("go");

        chat.happens(NEWS);

        assertThat(chat.lastBody()).isEqualTo("There is news.\n\nWhich size?");
        assertThat(chat.taps("Small").lastBody()).isEqualTo("Size s it is.");
    }

    @Test
    void isHeardAtAQuestionThatWasLeftAlone() {
        Conversation chat =
                chat("\"payment\": \"news\", \"silence\": \"@pause\"").says("go");
        String small = chat.idOf("Small");
        chat.passes(Duration.ofHours(3));
        assertThat(chat.session.waiting()).isInstanceOf(Waiting.Paused.class);

        chat.happens(NEWS);

        assertThat(chat.lastBody()).isEqualTo("There is news.");
        assertThat(chat.session.wakesAt()).isEmpty();
        assertThat(chat.receives(new Content.Tap(small, "Small")).lastBody()).isEqualTo("Size s it is.");
    }

    @Test
    void changesNothingWhereTheFlowDoesNotAskForIt() {
        Conversation chat = chat("").says("go");
        String asked = chat.session.toJson();

        chat.happens(NEWS);

        assertThat(chat.effects).isEmpty();
        assertThat(chat.session.toJson()).isEqualTo(asked);
    }

    @Test
    void changesNothingWhereNothingIsAsked() {
        Conversation chat = chat("\"payment\": \"news\"");
        for (String said : new String[] {"", "menu"}) {
            if (!said.isEmpty()) {
                chat.says(said);
            }
            String before = chat.session.toJson();
            chat.happens(NEWS);
            assertThat(chat.effects).isEmpty();
            assertThat(chat.session.toJson()).isEqualTo(before);
        }
    }

    @Test
    void staysForACommandToo() {
        Conversation chat = chat("").says("go").says("stay");

        assertThat(chat.effects).isEmpty();
        assertThat(chat.taps("Small").lastBody()).isEqualTo("Size s it is.");
    }

    private static Conversation chat(String on) {
        return new Conversation(new FlowLoader().load(FLOW.formatted(on)));
    }
}
