package io.waybill.erp.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Counts the same fault over the rows of a list, so that it is told once. */
final class Tallies {

    private final Map<Key, Tally> tallies = new LinkedHashMap<>();

    private record Key(FindingKind kind, String field) {}

    private record Tally(Set<Integer> rows, Detail first) {}

    /** What the first row showed. */
    record Detail(String sentence, List<String> hints) {

        static Detail of(String sentence) {
            return new Detail(sentence, List.of());
        }
    }

    /** @param row of a list; -1 when the answer is none */
    void add(FindingKind kind, String field, int row, Supplier<Detail> detail) {
        tallies.computeIfAbsent(new Key(kind, field), key -> new Tally(new TreeSet<>(), detail.get()))
                .rows()
                .add(row);
    }

    /** @param rows how many there are */
    List<Finding> findings(int rows) {
        List<Finding> findings = new ArrayList<>();
        tallies.forEach((key, tally) -> findings.add(new Finding(
                key.kind(),
                key.field(),
                tally.first().sentence() + among(tally.rows(), rows),
                tally.first().hints())));
        return findings;
    }

    private static String among(Set<Integer> found, int rows) {
        int first = found.iterator().next();
        return first < 0 ? "" : " Seen in %d of %d rows, first in items[%d].".formatted(found.size(), rows, first);
    }
}
