package io.waybill.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in, and what they may do now.
 *
 * @param sessions what they opened under another number is over
 */
record Account(String name, Set<Role> roles, Set<Permission> permissions, long sessions) {

    /** Whoever looks around without a password while nothing is real. */
    static final Account DEMO = of("demo", EnumSet.of(Role.ADMIN), null, null, -1);

    /**
     * @param money null: as the roles say
     * @param personalData null: as the roles say
     */
    static Account of(
            String name, Set<Role> roles, @Nullable Boolean money, @Nullable Boolean personalData, long sessions) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> permissions.addAll(role.permissions()));
        giveOrTake(permissions, Permission.MONEY, money);
        giveOrTake(permissions, Permission.PERSONAL_DATA, personalData);
        return new Account(
                name, Collections.unmodifiableSet(roles), Collections.unmodifiableSet(permissions), sessions);
    }

    private static void giveOrTake(Set<Permission> permissions, Permission right, @Nullable Boolean given) {
        if (Boolean.TRUE.equals(given)) {
            permissions.add(right);
        } else if (Boolean.FALSE.equals(given)) {
            permissions.remove(right);
        }
    }

    /** A role that only a newer version knows opens nothing here. */
    static Set<Role> roles(String[] names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(names).map(Role::of).forEach(role -> role.ifPresent(roles::add));
        return roles;
    }
}
