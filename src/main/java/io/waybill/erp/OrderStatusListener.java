package io.waybill.erp;

import org.jspecify.annotations.Nullable;

/** Hears from the ERP what has become of orders. */
@FunctionalInterface
public interface OrderStatusListener {

    /**
     * Orders that nobody made in a chat are nobody's news.
     *
     * @param status in the words of the contract: confirmed, shipped …
     * @throws Unreadable when there is no such status, or the address is none
     */
    void changed(String externalOrderId, String status, @Nullable String trackingUrl);

    /** What is reported cannot be understood; the message is a sentence for whoever reports it. */
    final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unreadable(String sentence) {
            super(sentence);
        }
    }
}
