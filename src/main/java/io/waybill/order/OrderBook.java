package io.waybill.order;

import java.util.Optional;

/** Knows the orders that were made in chats. */
@FunctionalInterface
public interface OrderBook {

    /** By the ERP's id of it. */
    Optional<ChatOrder> find(String externalOrderId);
}
