package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.waybill.flow.Step.Ask;
import io.waybill.flow.Step.AskType;
import io.waybill.flow.Step.Options;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The options of a question, worked out for one customer; the same for as long as the session does not change. */
final class Choices {

    private Choices() {}

    static List<Choice> of(Walk walk, Step step) {
        Ask ask = step.ask();
        return switch (ask == null ? null : ask.options()) {
            case null -> List.of();
            case Options.Fixed fixed -> fixed(walk, step, fixed, ask.takes(AskType.NUMBER));
            case Options.From from -> from(walk, from);
        };
    }

    private static List<Choice> fixed(Walk walk, Step step, Options.Fixed fixed, boolean numbers) {
        Scope scope = walk.scope();
        return fixed.options().stream()
                .map(option -> new Choice(
                        option.id(),
                        walk.words(step, "options." + option.id(), option.title())
                                .text(scope),
                        option.note() == null ? null : option.note().text(scope),
                        numbers ? number(option.id()) : FlowJson.text(option.id()),
                        option.to()))
                .toList();
    }

    /** A number that is tapped is the same answer as the number typed. */
    private static JsonNode number(String id) {
        return Numbers.whole(id)
                .<JsonNode>map(number -> JsonNodeFactory.instance.numberNode(number.longValueExact()))
                .orElseGet(() -> FlowJson.text(id));
    }

    private static List<Choice> from(Walk walk, Options.From from) {
        Scope scope = walk.scope();
        Set<String> hidden = walk.world().hiddenProducts();
        List<Choice> choices = new ArrayList<>();
        for (JsonNode element : Elements.of(from.list(), scope)) {
            Scope own = scope.withElement(element);
            String id = from.id().text(own);
            if (!hidden.contains(id)) {
                choices.add(new Choice(
                        id,
                        from.title().text(own),
                        from.note() == null ? null : from.note().text(own),
                        element,
                        null));
            }
        }
        return from.match() == null ? choices : ranked(choices, from.match().text(scope));
    }

    /** Options with words of {@code text} come first; the order is kept otherwise. */
    private static List<Choice> ranked(List<Choice> choices, String text) {
        List<String> words = List.of(Words.fold(text).split(" ")).stream()
                .filter(word -> word.length() > 2)
                .toList();
        if (words.isEmpty()) {
            return choices;
        }
        return choices.stream()
                .sorted(Comparator.comparingLong((Choice choice) -> -hits(choice, words)))
                .toList();
    }

    private static long hits(Choice choice, List<String> words) {
        String title = Words.fold(Objects.requireNonNull(choice.title()));
        return words.stream().filter(title::contains).count();
    }
}
