package io.waybill.inbox;

import java.util.Comparator;

/**
 * What WhatsApp calls a contact at one of our numbers.
 *
 * @param kind {@code user}, {@code phone} or {@code parent}
 */
record Identity(String phoneNumberId, String kind, String value) {

    static final Comparator<Identity> ORDER = Comparator.comparing(Identity::phoneNumberId)
            .thenComparing(Identity::kind)
            .thenComparing(Identity::value);

    static Identity phone(String phoneNumberId, String phone) {
        return new Identity(phoneNumberId, "phone", phone);
    }
}
