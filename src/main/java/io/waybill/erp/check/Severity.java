package io.waybill.erp.check;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
    /** The operation cannot be used like this. */
    ERROR,
    /** It works, until it does not. */
    WARNING,
    /** Good to know. */
    INFO;

    /** As it stands in reports. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
