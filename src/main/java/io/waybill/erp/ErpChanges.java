package io.waybill.erp;

import java.util.List;

/** Takes note that something changed in the ERP, so that nothing older is shown on any node. */
public final class ErpChanges {

    private final CacheEpochs epochs;

    ErpChanges(CacheEpochs epochs) {
        this.epochs = epochs;
    }

    /** Products, or their prices. */
    public void products() {
        epochs.changed(List.of(Cached.PRODUCTS, Cached.PRICES));
    }

    public void jobs() {
        epochs.changed(List.of(Cached.JOBS));
    }
}
