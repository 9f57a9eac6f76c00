package io.waybill.flow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.ErpOperation;
import io.waybill.flow.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * W7: what a customer must read of an order, somewhere in the flow that makes it. Words alone, such as how it is paid, cannot be told from
 * others and are left to whoever writes them.
 */
record SummaryCheck() implements Check {

    /**
     * @param name for people
     * @param hint what shows it
     */
    private record Part(String name, String hint, Predicate<String> shows) {}

    private static final List<Part> OF_ALL = List.of(
            new Part(
                    "what is ordered",
                    "cart.text",
                    path -> path.startsWith("cart.text") || path.startsWith("cart.lines")),
            new Part("the subtotal", "totals.subtotal", path -> path.endsWith(".subtotal")),
            new Part("the total", "totals.total", path -> path.endsWith(".total")),
            new Part(
                    "who it is for",
                    "contact.name",
                    path -> path.equals("contact.name") || path.equals("contact.phone")));

    private static final Part DELIVERY =
            new Part("the charge for delivery", "totals.delivery", path -> path.endsWith(".delivery"));

    @Override
    public void check(Subject subject, Report report) {
        subject.steps().stream()
                .filter(SummaryCheck::ordersSomething)
                .findFirst()
                .ifPresent(order -> {
                    Set<String> said = said(subject);
                    List<Part> missing = parts(subject, order)
                            .filter(part -> said.stream().noneMatch(part.shows()))
                            .toList();
                    if (!missing.isEmpty()) {
                        report.add(
                                Rule.W7,
                                Subject.pointer(order) + "/call",
                                "No message says %s. Say %s.",
                                words(missing, Part::name),
                                words(missing, part -> "{{" + part.hint() + "}}"));
                    }
                });
    }

    private static boolean ordersSomething(Step step) {
        return step.call() != null && step.call().operation() == ErpOperation.CREATE_ORDER;
    }

    private static Stream<Part> parts(Subject subject, Step order) {
        List<String> numbers = subject.json(order).path("call").path("save").properties().stream()
                .filter(saved -> saved.getValue().asText().equals("order_number"))
                .map(Map.Entry::getKey)
                .toList();
        Part number = new Part("the number of the order", "order_number", numbers::contains);
        Stream<Part> delivery = OrderDetails.of(subject).needsPlace() ? Stream.of(DELIVERY) : Stream.of();
        return Stream.of(OF_ALL.stream(), Stream.of(number), delivery).flatMap(part -> part);
    }

    /** Every name that a message reads, whole. */
    private static Set<String> said(Subject subject) {
        return subject.steps().stream()
                .map(step -> subject.json(step).path("say"))
                .flatMap(SummaryCheck::read)
                .collect(Collectors.toSet());
    }

    private static Stream<String> read(JsonNode say) {
        return Sources.in(say, "").stream()
                .flatMap(source -> Reading.of(source.expression().source()).uses().stream())
                .map(use -> String.join(".", use.path()));
    }

    private static String words(List<Part> parts, Function<Part, String> word) {
        List<String> words = parts.stream().map(word).toList();
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
