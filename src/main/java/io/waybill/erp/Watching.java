package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
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

    /** True when nothing may go out for whoever watches. */
    static boolean isDry() {
        ErpWitness witness = WITNESS.get();
        return witness != null && witness.isDry();
    }

    static void sends(ErpOperation operation, Supplier<Map<String, String>> headers) {
        ErpWitness witness = WITNESS.get();
        if (witness != null) {
            witness.sends(operation, headers.get());
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
