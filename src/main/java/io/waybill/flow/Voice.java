package io.waybill.flow;

import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said in a turn. Texts wait for a question to go out with, since every message costs the customer's patience and money. */
final class Voice {

    /** Meta's limit. */
    private static final int CAPTION_MAX = 1024;

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
        List<Reply> joined = new ArrayList<>();
        for (Reply reply : replies) {
            Reply captioned = joined.isEmpty() ? null : captioned(joined.getLast(), reply);
            if (captioned == null) {
                joined.add(reply);
            } else {
                joined.set(joined.size() - 1, captioned);
            }
        }
        return joined;
    }

    /** A file and the words after it as one message; null where WhatsApp has none for them. */
    private static @Nullable Reply captioned(Reply file, Reply words) {
        if (!(words instanceof Reply.Text(String text)) || text.length() > CAPTION_MAX) {
            return null;
        }
        return switch (file) {
            case Reply.Image(String link, String caption) when caption == null -> new Reply.Image(link, text);
            case Reply.Video(String link, String caption) when caption == null -> new Reply.Video(link, text);
            case Reply.Document(String link, String filename, String caption)
            when caption == null -> new Reply.Document(link, filename, text);
            default -> null;
        };
    }

    private void flush() {
        if (!pending.isEmpty()) {
            replies.add(new Reply.Text(take()));
        }
    }
}
