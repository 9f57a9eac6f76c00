package io.waybill.flow;

import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.List;

/** What is said in a turn. Texts wait for a question to go out with, since every message costs the customer's patience and money. */
final class Voice {

    private final List<Reply> replies = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private String last = "";
    private int spoken;

    void say(String text) {
        // What was said already is not said again in one breath.
        if (!text.isBlank() && (pending.isEmpty() || !text.equals(last))) {
            pending.append(pending.isEmpty() ? "" : "\n\n").append(text);
            last = text;
            spoken++;
        }
    }

    /** Something that cannot carry other text. */
    void show(Reply reply) {
        flush();
        replies.add(reply);
        spoken++;
    }

    /** What was said and not yet sent, to go out as the body of a question. */
    String take() {
        String body = pending.toString();
        pending.setLength(0);
        return body;
    }

    void ask(Reply question) {
        replies.add(question);
        spoken++;
    }

    /** True when nothing at all was said in this turn. */
    boolean isSilent() {
        return spoken == 0;
    }

    String lastText() {
        return last;
    }

    List<Reply> replies() {
        flush();
        return replies;
    }

    private void flush() {
        if (!pending.isEmpty()) {
            replies.add(new Reply.Text(take()));
        }
    }
}
