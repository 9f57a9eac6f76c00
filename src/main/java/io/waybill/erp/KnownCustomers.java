package io.waybill.erp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/** Notices when an ERP suddenly has another customer for the same phone number; remembers the latest on this node. */
final class KnownCustomers {

    private final Cache<String, String> idByPhone =
            Caffeine.newBuilder().maximumSize(20_000).build();

    Optional<String> changed(String phone, String id) {
        String before = idByPhone.asMap().put(phone, id);
        return before == null || before.equals(id)
                ? Optional.empty()
                : Optional.of(
                        "UPSERT_CUSTOMER: the ERP now has customer %s for the phone number ending in %s, but had %s before. Merge them in the ERP if they are one person."
                                .formatted(id, phone.substring(Math.max(0, phone.length() - 3)), before));
    }
}
