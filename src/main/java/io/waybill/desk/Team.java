package io.waybill.desk;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;

/**
 * People who see to some of what comes.
 *
 * @param everyone all people there are
 * @param sla how long a customer may wait for them, in business time
 */
record Team(String name, boolean everyone, Set<String> members, Set<String> roles, Duration sla) {

    boolean has(String person, Collection<String> theirRoles) {
        return everyone || members.contains(person) || theirRoles.stream().anyMatch(roles::contains);
    }
}
