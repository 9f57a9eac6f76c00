package io.waybill.simulator;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whom the simulated WhatsApp does not reach, to see what becomes of messages to them; forgotten on restart. */
final class SimulatedReach {

    private final Set<String> unreachable = ConcurrentHashMap.newKeySet();

    void set(String customerId, boolean reachable) {
        if (reachable) {
            unreachable.remove(customerId);
        } else {
            unreachable.add(customerId);
        }
    }

    boolean reaches(String customerId) {
        return !unreachable.contains(customerId);
    }

    Set<String> unreachable() {
        return Set.copyOf(unreachable);
    }
}
