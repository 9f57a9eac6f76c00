package io.waybill.order;

import java.util.Set;

/**
 * At which numbers of ours customers pay when they get what they ordered, so that nobody asks before.
 *
 * @param usually whether they do at those that are not named
 * @param others by Meta's id, the numbers where it is the other way
 */
public record CashNumbers(boolean usually, Set<String> others) {

    public CashNumbers {
        others = Set.copyOf(others);
    }
}
