package io.waybill.order;

import java.util.Optional;

/** Knows whom we write to. */
@FunctionalInterface
public interface ChatCustomers {

    /** Whoever they are by now: two contacts may have turned out to be one person. Empty for somebody who was erased. */
    Optional<ChatCustomer> customer(long contactId);
}
