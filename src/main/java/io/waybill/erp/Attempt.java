package io.waybill.erp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * Which try of a write this is.
 *
 * @param key our reference, the same in all tries
 * @param finished answers of the steps that earlier tries have finished, by name
 * @param progress is told the finished steps before another one is sent, and has to keep them
 */
public record Attempt(String key, Kind kind, ObjectNode finished, Consumer<ObjectNode> progress) {

    /** What a try may do. */
    public enum Kind {
        /** Nothing of this write was ever sent. */
        FIRST,
        /** It was sent and may be on its way still: it is looked up, and not sent. */
        LOOK,
        /** It was sent, and whatever was on its way has arrived by now: what is not found is sent again. */
        AGAIN
    }

    /** @throws IllegalArgumentException when {@code key} could not stand in a header */
    public Attempt {
        if (key.isEmpty() || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("A write needs a key of letters, digits and -._:");
        }
    }

    /** Looks for what was sent under {@code key}, and sends nothing. */
    public static Attempt look(String key) {
        return new Attempt(key, Kind.LOOK, ErpJson.object(), finished -> {});
    }

    /** The first try, of a write whose steps nobody keeps. */
    public static Attempt first(String key) {
        return new Attempt(key, Kind.FIRST, ErpJson.object(), finished -> {});
    }
}
