package io.waybill.flow;

import java.util.Locale;

/** What can end otherwise than well in a step; flows branch on it under {@code on}. */
enum Outcome {
    /** A list of the ERP had nothing to show. */
    EMPTY,
    /** The ERP said no, or something needed is missing. */
    REFUSED,
    /** The ERP could not be asked. */
    DOWN,
    /** A write may or may not have been executed. */
    UNKNOWN,
    /** The customer did not answer the question in the allowed number of tries. */
    INVALID,
    /** The customer did not answer in time. */
    SILENCE;

    static Outcome named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
