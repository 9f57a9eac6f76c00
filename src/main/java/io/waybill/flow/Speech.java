package io.waybill.flow;

import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said in a turn: texts are gathered into one message, because each message costs money and a place in the pace. */
final class Speech {

    private final List<Effect> effects;
    private final List<String> texts = new ArrayList<>();
    private @Nullable String footer;
    private boolean spoken;

    Speech(List<Effect> effects) {
        this.effects = effects;
    }

    void say(String text) {
        if (!text.isBlank()) {
            texts.add(text);
        }
    }

    void footer(String text) {
        footer = text.isBlank() ? null : text;
    }

    /** What was said so far, to stand above a question. */
    String takeBody() {
        String body = String.join("\n\n", texts);
        texts.clear();
        return body;
    }

    @Nullable
    String takeFooter() {
        String taken = footer;
        footer = null;
        return taken;
    }

    /** Sends what was gathered, then {@code reply}. */
    void send(Reply reply) {
        flush();
        effects.add(new Effect.Send(reply));
        spoken = true;
    }

    void flush() {
        if (!texts.isEmpty()) {
            String below = takeFooter();
            String body = takeBody();
            effects.add(new Effect.Send(new Reply.Text(below == null ? body : body + "\n\n" + below)));
            spoken = true;
        }
    }

    boolean isSilent() {
        return !spoken && texts.isEmpty();
    }
}
