package io.waybill.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What is another between two revisions, for people; secrets only as set again. */
final class Differences {

    private Differences() {}

    /**
     * @param what an operation, "base URL", "profile", "constant …" or "secret …"
     * @param before empty: nothing
     */
    record Difference(String what, String before, String after) {}

    static List<Difference> between(Edited before, Edited after) {
        List<Difference> found = new ArrayList<>();
        add(found, "base URL", before.baseUrl(), after.baseUrl());
        ProfileTree old = before.tree();
        ProfileTree now = after.tree();
        for (ErpOperation operation : ErpOperation.values()) {
            if (!old.operation(operation).equals(now.operation(operation))) {
                found.add(new Difference(operation.name(), old.asked(operation), now.asked(operation)));
            }
        }
        if (!rest(old).equals(rest(now))) {
            found.add(new Difference(
                    "profile", before.profile().title(), after.profile().title()));
        }
        for (String name : names(before.constants(), after.constants())) {
            add(
                    found,
                    "constant " + name,
                    before.constants().getOrDefault(name, ""),
                    after.constants().getOrDefault(name, ""));
        }
        for (String name : names(before.secrets(), after.secrets())) {
            if (!Objects.equals(before.secrets().get(name), after.secrets().get(name))) {
                found.add(new Difference(
                        "secret " + name,
                        before.secrets().containsKey(name) ? "set" : "",
                        after.secrets().containsKey(name) ? "set" : ""));
            }
        }
        return found;
    }

    private static void add(List<Difference> found, String what, String before, String after) {
        if (!before.equals(after)) {
            found.add(new Difference(what, before, after));
        }
    }

    private static JsonNode rest(ProfileTree tree) {
        JsonNode whole = tree.whole();
        return whole instanceof ObjectNode object ? object.deepCopy().without("operations") : whole;
    }

    private static Set<String> names(Map<String, ?> before, Map<String, ?> after) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }
}
