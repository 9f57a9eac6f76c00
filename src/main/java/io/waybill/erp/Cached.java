package io.waybill.erp;

import java.util.Optional;

/** What of the ERP is kept for a while; the names stand in {@code erp_cache_epoch}. */
enum Cached {
    PRODUCTS,
    PRICES,
    JOBS;

    /** Empty: {@code operation} is asked each time. */
    static Optional<Cached> of(ErpOperation operation) {
        return switch (operation) {
            case LIST_PRODUCTS -> Optional.of(PRODUCTS);
            case GET_PRICE -> Optional.of(PRICES);
            case LIST_JOBS -> Optional.of(JOBS);
            default -> Optional.empty();
        };
    }
}
