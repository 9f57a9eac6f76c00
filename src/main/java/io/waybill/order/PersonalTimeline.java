package io.waybill.order;

import io.waybill.order.OrderTimeline.Kind;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Which entries of timelines may tell of a person: why money goes back, why a service was closed, where a parcel is. */
public final class PersonalTimeline {

    private static final Set<String> KINDS = Arrays.stream(Kind.values())
            .filter(Kind::isPersonal)
            .map(Kind::key)
            .collect(Collectors.toUnmodifiableSet());

    private PersonalTimeline() {}

    /** @param kind as it stands in the table */
    public static boolean is(String kind) {
        return KINDS.contains(kind);
    }

    /** As a list for SQL. */
    static String kinds() {
        return KINDS.stream().sorted().map("'%s'"::formatted).collect(Collectors.joining(", "));
    }
}
