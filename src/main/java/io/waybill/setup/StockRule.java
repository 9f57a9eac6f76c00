package io.waybill.setup;

import io.waybill.whatsapp.WhatsAppChannel;
import org.jspecify.annotations.Nullable;

/** What becomes of stock between a cart and its order. */
@FunctionalInterface
public interface StockRule {

    Held of(WhatsAppChannel channel);

    /**
     * As the shop wants it.
     *
     * @param minutes how long goods are held from checkout on; null: they are only looked at
     * @param possible the ERP can hold them
     */
    record Held(@Nullable Long minutes, boolean possible) {}
}
