package io.waybill.store;

import java.util.List;

/** What is around a store: what the systems behind it can do for it, and where it is another. */
public interface StoreMeans {

    /** Whether customers can be asked to pay. */
    boolean takesPayments();

    /** Whether goods can be held during checkout. */
    boolean holdsStock();

    /** Names of our numbers that say something otherwise, by their configuration. */
    List<String> ownStores();
}
