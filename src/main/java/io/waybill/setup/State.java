package io.waybill.setup;

import java.util.Locale;

/** How a thing stands, from best to worst. */
public enum State {
    OK,
    /** Nobody can tell; not a fault. */
    UNKNOWN,
    WARNING,
    ERROR;

    /** As it stands in answers. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
