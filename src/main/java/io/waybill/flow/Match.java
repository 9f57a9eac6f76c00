package io.waybill.flow;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Finds the option that somebody means by typing: its id, its title, its number, or a beginning that only it has. */
final class Match {

    private Match() {}

    static Optional<Choice> byText(List<Choice> choices, String text) {
        String typed = Words.fold(text);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return first(choices, choice -> choice.id().equals(text.strip()))
                .or(() -> first(choices, choice -> Words.fold(choice.title()).equals(typed)))
                .or(() -> byNumber(choices, typed))
                .or(() -> onlyOne(choices, typed));
    }

    private static Optional<Choice> first(List<Choice> choices, Predicate<Choice> meant) {
        return choices.stream().filter(meant).findFirst();
    }

    private static Optional<Choice> byNumber(List<Choice> choices, String typed) {
        return Numbers.whole(typed)
                .filter(number -> number.signum() > 0 && number.bitLength() < 31)
                .flatMap(number -> IntStream.range(0, choices.size())
                        .filter(i -> i + 1 == number.intValue())
                        .mapToObj(choices::get)
                        .findFirst());
    }

    private static Optional<Choice> onlyOne(List<Choice> choices, String typed) {
        List<Choice> begin = choices.stream()
                .filter(choice -> Words.fold(choice.title()).startsWith(typed))
                .toList();
        return begin.size() == 1 ? Optional.of(begin.getFirst()) : Optional.empty();
    }
}
