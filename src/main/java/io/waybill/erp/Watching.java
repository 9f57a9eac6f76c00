package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who watches the calls of this thread; nearly always nobody.
 *
 * <p>It goes beside the calls and not through them, so that those who send and understand need not pass on what no caller but
 * the contract check ever gives.
 */
final class Watching {

    private static final ThreadLocal<@Nullable ErpWitness> WITNESS = new ThreadLocal<>();

    private Watching() {}

    static <T> T by(ErpWitness witness, Supplier<T> call) {
        WITNESS.set(witness);
        try {
            return call.get();
        } finally {
            WITNESS.remove();
        }
    }

    static void arrived(Supplier<RawAnswer> answer) {
        ErpWitness witness = WITNESS.get();
        if (witness != null) {
            witness.arrived(answer.get());
        }
    }

    static void understood(ErpOperation operation, JsonNode answer) {
        ErpWitness witness = WITNESS.get();
        if (witness != null) {
            witness.understood(operation, answer.deepCopy());
        }
    }
}
