package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How calls of one operation go wrong.
 *
 * @param call only this one, counted from when the fault began; null: every call
 * @param reason what the ERP says when it refuses
 * @param answer fields that stand in the answer instead of the right ones; only for {@link Ending#ANSWERS}
 */
public record Fault(
        ErpOperation operation,
        Ending ending,
        @Nullable Integer call,
        @Nullable String reason,
        @Nullable ObjectNode answer) {

    public Fault(ErpOperation operation, Ending ending, @Nullable Integer call) {
        this(operation, ending, call, null, null);
    }

    /** What a call comes to. */
    public enum Ending {
        /** The ERP says no. */
        REFUSED,
        /** Certainly not executed. */
        DOWN,
        /** A write is executed, but its answer is lost; a read gets no answer. */
        UNKNOWN,
        /** A list without rows; for anything else an answer without a body. */
        EMPTY,
        /** Executed, but the answer is no JSON. */
        GARBLED,
        /** Executed and answered, with other fields than usual. */
        ANSWERS;

        /** @throws IllegalArgumentException with the words there are */
        static Ending named(String word) {
            for (Ending ending : values()) {
                if (ending != ANSWERS && ending.word().equals(word.toLowerCase(Locale.ROOT))) {
                    return ending;
                }
            }
            throw new IllegalArgumentException(
                    "The ERP can be refused, down, unknown, empty or garbled, not %s.".formatted(word));
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
