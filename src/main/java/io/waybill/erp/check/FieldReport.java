package io.waybill.erp.check;

import java.util.Locale;

/** How one field of the answers was found; the worst over all rows. */
public record FieldReport(String field, State state) {

    /** A later one covers an earlier one in another row. */
    public enum State {
        /** In no row, and need not be. */
        ABSENT,
        OK,
        EXTRA,
        NUMBER_AS_TEXT,
        WRONG_TYPE,
        NULL,
        MISSING;

        /** As it stands in reports. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
