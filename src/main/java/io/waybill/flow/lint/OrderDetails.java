package io.waybill.flow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.ErpOperation;
import io.waybill.flow.Ask;
import io.waybill.flow.CartChange;
import io.waybill.flow.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What customers are asked for before they order: their name, and where to deliver. What an order does not send, it does not need.
 *
 * @param needsName whether UPSERT_CUSTOMER sends contact.name as if it were always there
 * @param places answers that the order tells as its place; none: it is delivered nowhere
 */
record OrderDetails(boolean needsName, Set<String> places) {

    private static final List<String> NAME = List.of("contact", "name");

    static OrderDetails of(Subject subject) {
        boolean name = read(subject, ErpOperation.UPSERT_CUSTOMER, "name")
                .anyMatch(use -> !use.tested() && use.path().equals(NAME));
        Set<String> asked = new HashSet<>();
        subject.steps().stream()
                .map(OrderDetails::saved)
                .flatMap(Stream::ofNullable)
                .forEach(asked::add);
        asked.remove(NAME.getFirst());
        Set<String> places = told(subject, ErpOperation.SET_ADDRESS, "address_text", asked);
        return new OrderDetails(
                name, places.isEmpty() ? told(subject, ErpOperation.CREATE_ORDER, "order_note", asked) : places);
    }

    boolean needsPlace() {
        return !places.isEmpty();
    }

    /** Whether the name is known once {@code edge} is taken from {@code step}. */
    boolean isNamed(Step step, Edge edge) {
        return known(step, edge).contains(String.join(".", NAME))
                || edge.kind().reached().compareTo(Edge.Reached.ANSWERED) >= 0
                        && step.ask() != null
                        && NAME.equals(step.ask().save());
    }

    /** So is the place; a question for it that is skipped by its own condition is not needed then, as with services. */
    boolean isPlaced(Step step, Edge edge) {
        boolean asked = saved(step) instanceof String name && places.contains(name);
        if (asked && (edge.kind() == Edge.Kind.SKIP || edge.kind().reached().compareTo(Edge.Reached.ANSWERED) >= 0)) {
            return true;
        }
        boolean set = step.cart() instanceof CartChange.Pickup change && change.pickup()
                || step.set().stream()
                        .anyMatch(
                                assignment -> places.contains(assignment.path().getFirst()));
        return set && edge.kind().reached() == Edge.Reached.CONCLUDED
                || known(step, edge).stream().anyMatch(places::contains);
    }

    private static Set<String> known(Step step, Edge edge) {
        Set<String> known = new HashSet<>(edge.known());
        if (edge.kind() != Edge.Kind.SKIP) {
            known.addAll(Graph.Conditions.known(step.when(), true));
        }
        return known;
    }

    private static Set<String> told(Subject subject, ErpOperation operation, String field, Set<String> asked) {
        Set<String> told = new HashSet<>();
        read(subject, operation, field).map(Reading.Use::name).forEach(told::add);
        told.retainAll(asked);
        return told;
    }

    private static Stream<Reading.Use> read(Subject subject, ErpOperation operation, String field) {
        return subject.steps().stream()
                .filter(step -> step.call() != null && step.call().operation() == operation)
                .map(step -> subject.json(step).path("call").path("send").path(field))
                .filter(JsonNode::isTextual)
                .flatMap(sent -> Sources.in(sent, "").stream())
                .flatMap(source -> Reading.of(source.expression().source()).uses().stream());
    }

    /** What an answer in words or by a pin is saved as. */
    private static @Nullable String saved(Step step) {
        Ask ask = step.ask();
        return ask == null
                        || ask.save() == null
                        || ask.types().stream().noneMatch(type -> type == Ask.Type.TEXT || type == Ask.Type.LOCATION)
                ? null
                : ask.save().getFirst();
    }
}
