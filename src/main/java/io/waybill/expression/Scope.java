package io.waybill.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names an expression can read. Nothing it returns is ever changed by an expression. */
public interface Scope {

    /** Where no name stands for anything. */
    Scope NONE = new Scope() {
        @Override
        public @Nullable JsonNode name(String name) {
            return null;
        }

        @Override
        public Collection<String> names() {
            return List.of();
        }

        @Override
        public boolean available(String operation) {
            return false;
        }
    };

    /** What {@code name} stands for, or null when it is not there. */
    @Nullable
    JsonNode name(String name);

    /** Every name that has a value. */
    Collection<String> names();

    /** True when the ERP has the operation of this contract name. */
    boolean available(String operation);

    /** What amounts are written in, BCP 47. */
    default String language() {
        return "en";
    }

    /** Called for a field that is absent: fails where absence is an error, not a blank. */
    default void absent(String name, String field) {}

    /** This scope with the fields of {@code element} in front. */
    default Scope with(JsonNode element) {
        return new Fields(element, this);
    }

    /** This scope with {@code element} under {@code name}. */
    default Scope with(String name, JsonNode element) {
        return with(Json.object().set(name, element));
    }

    /** The fields of an object in front of another scope. */
    record Fields(JsonNode element, Scope outer) implements Scope {

        @Override
        public @Nullable JsonNode name(String name) {
            JsonNode own = element.get(name);
            return own == null ? outer.name(name) : own;
        }

        @Override
        public Collection<String> names() {
            Set<String> names = new LinkedHashSet<>(outer.names());
            element.fieldNames().forEachRemaining(names::add);
            return List.copyOf(names);
        }

        @Override
        public boolean available(String operation) {
            return outer.available(operation);
        }

        @Override
        public String language() {
            return outer.language();
        }

        @Override
        public void absent(String name, String field) {
            if (!element.has(name)) {
                outer.absent(name, field);
            }
        }
    }
}
