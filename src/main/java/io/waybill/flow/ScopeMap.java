package io.waybill.flow;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A scope as JSONata's input: only the names that an expression uses are converted. */
final class ScopeMap extends AbstractMap<String, Object> {

    private final Scope scope;
    private final Map<String, Object> converted = new HashMap<>();

    ScopeMap(Scope scope) {
        this.scope = scope;
    }

    @Override
    public Object get(Object name) {
        return name instanceof String text
                ? converted.computeIfAbsent(text, key -> JsonValues.toJava(scope.get(key)))
                : null;
    }

    @Override
    public boolean containsKey(Object name) {
        return name instanceof String text && !scope.get(text).isMissingNode();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> all = new HashMap<>();
        scope.vars().fieldNames().forEachRemaining(name -> all.put(name, get(name)));
        scope.reserved().keySet().forEach(name -> all.put(name, get(name)));
        scope.element().fieldNames().forEachRemaining(name -> all.put(name, get(name)));
        return all.entrySet();
    }
}
