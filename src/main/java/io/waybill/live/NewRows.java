package io.waybill.live;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * What came into a table since the last look, each row once, by numbers that the table gives in ascending order before the commit: a
 * row may turn up behind higher ones.
 */
public final class NewRows<T> {

    /** A lower number may turn up this much later. */
    private static final int LATE = 200;

    private final ToLongFunction<T> id;
    private final Set<Long> seen = new HashSet<>();
    private final long begin;
    private long latest;

    /** @param begin the highest number that is old */
    public NewRows(long begin, ToLongFunction<T> id) {
        this.begin = begin;
        this.latest = begin;
        this.id = id;
    }

    /** @param after the rows with higher numbers than the given one */
    public List<T> found(LongFunction<List<T>> after) {
        List<T> rows = after.apply(Math.max(begin, latest - LATE)).stream()
                .filter(row -> seen.add(id.applyAsLong(row)))
                .toList();
        rows.forEach(row -> latest = Math.max(latest, id.applyAsLong(row)));
        seen.removeIf(number -> number <= latest - LATE);
        return rows;
    }
}
