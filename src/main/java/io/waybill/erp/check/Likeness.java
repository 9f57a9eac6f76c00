package io.waybill.erp.check;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** How likely another name means what a field of the contract means: 0 not at all, 1 the same. */
final class Likeness {

    /** Less than this is chance. */
    static final double ENOUGH = 0.6;

    private static final double SAME_MEANING = 0.75;
    private static final double SAME_WORDS = 0.9;
    private static final double NEARLY_THE_SAME = 0.93;
    private static final JaroWinklerSimilarity SPELLING = new JaroWinklerSimilarity();

    /** Other words ERPs use, by the last word of ours. */
    private static final Map<String, Set<String>> OTHER_WORDS = Map.ofEntries(
            Map.entry("id", Set.of("code", "key", "uuid", "guid", "ref", "sku", "no", "number", "entry", "rowid")),
            Map.entry("name", Set.of("label", "title", "description", "caption", "designation")),
            Map.entry("price", Set.of("rate", "amount", "cost", "value", "lst", "subprice")),
            Map.entry("currency", Set.of("curr", "iso", "money")),
            Map.entry("active", Set.of("enabled", "status", "available", "valid", "tosell", "saleable", "published")),
            Map.entry("number", Set.of("no", "num", "nr", "ref", "reference", "name", "id")),
            Map.entry("status", Set.of("state", "stage", "docstatus", "phase")),
            Map.entry("total", Set.of("amount", "sum", "ttc", "grand")),
            Map.entry("stock", Set.of("qty", "quantity", "available", "inventory")),
            Map.entry("token", Set.of("jwt", "bearer", "key", "sessionid", "session")),
            Map.entry("in", Set.of("expires", "expiry", "ttl", "lifetime", "timeout")),
            Map.entry("items", Set.of("data", "results", "rows", "records", "value", "list", "entries", "message")));

    private final String joined;
    private final Set<String> words;
    private final String last;
    private final Set<String> others;

    Likeness(String field) {
        List<String> all = List.of(field.split("_"));
        // "external_order_id" is the order's id in the ERP's own words.
        Set<String> own = new LinkedHashSet<>(all);
        own.remove("external");
        this.words = own;
        this.joined = String.join("", own);
        this.last = all.getLast();
        this.others = OTHER_WORDS.getOrDefault(last, Set.of());
    }

    /** @param parent the name of the object that {@code key} stands in */
    double of(String parent, String key) {
        return Math.max(of(words(key)), parent.isEmpty() ? 0 : of(words(parent + "_" + key)) - 0.05);
    }

    private double of(Set<String> theirs) {
        if (theirs.isEmpty()) {
            return 0;
        }
        String name = String.join("", theirs);
        if (name.equals(joined)) {
            return 1;
        }
        if (theirs.containsAll(words) || SPELLING.apply(name, joined) >= NEARLY_THE_SAME) {
            return SAME_WORDS;
        }
        boolean means = theirs.stream().anyMatch(others::contains);
        boolean shares = theirs.contains(last);
        return means ? SAME_MEANING + (shares ? 0.1 : 0) : shares ? ENOUGH : 0;
    }

    private static Set<String> words(String name) {
        String apart = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2");
        Set<String> words =
                new LinkedHashSet<>(Arrays.asList(apart.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }
}
