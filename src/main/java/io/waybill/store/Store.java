package io.waybill.store;

import java.time.ZoneId;
import java.util.function.Supplier;

/** What the business is now; asking costs nothing. */
@FunctionalInterface
public interface Store extends Supplier<StoreSettings> {

    /** Where its days begin. */
    default ZoneId zone() {
        return get().zone();
    }
}
