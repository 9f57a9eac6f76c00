package io.waybill.erp.check;

import java.util.List;

/**
 * One thing to know about an operation.
 *
 * @param field of the contract, {@code items[].name} in a list; empty when the whole answer is meant
 * @param sentence what came, what was wanted, what to do
 * @param hints values of the raw answer that would fit the field, best first
 */
public record Finding(FindingKind kind, String field, String sentence, List<String> hints) {

    public Finding {
        hints = List.copyOf(hints);
    }

    static Finding of(FindingKind kind, String sentence) {
        return new Finding(kind, "", sentence, List.of());
    }

    static Finding at(String field, FindingKind kind, String sentence) {
        return new Finding(kind, field, sentence, List.of());
    }
}
