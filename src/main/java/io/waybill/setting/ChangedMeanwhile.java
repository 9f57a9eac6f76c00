package io.waybill.setting;

/** Somebody else has saved since; nothing is changed. */
public final class ChangedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChangedMeanwhile() {
        super("Somebody else has changed it meanwhile. Look at what it is now, then save again.");
    }
}
