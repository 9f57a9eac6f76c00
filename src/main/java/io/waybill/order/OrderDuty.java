package io.waybill.order;

import java.util.Optional;

/** Says who is to see to a new order, in the commit that makes it. */
public interface OrderDuty {

    /** Before anything of the order is written: whoever changes who has it locks in this order. */
    void hold(long contactId);

    /** The name of a person; empty: nobody yet. */
    Optional<String> begun(NewOrder order);
}
