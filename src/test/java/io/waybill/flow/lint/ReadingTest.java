package io.waybill.flow.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    cart.qty > 0 and ready          | cart.qty ready
                    cart.lines[qty > limit].name    | cart.lines
                    cart.lines.{ 'id': product.id } | cart.lines
                    { 'id': product.id }            | product.id
                    [number, order.number][0]       | number order.number
                    $join(cart.unavailable.name, s) | cart.unavailable.name s
                    lines.$uppercase(name)          | lines
                    lines^(price)                   | lines
                    $map(lines, function($l) { $l.qty * factor }) | lines factor
                    `odd`.x & 'text' & "more"       | odd.x
                    1.5 * x2 /* not this */         | x2
                    true or false = null            |
                    """)
    void findsTheNamesThatTheConversationMustHave(String expression, String names) {
        assertThat(Reading.of(expression).uses().stream().map(use -> String.join(".", use.path())))
                .containsExactlyElementsOf(names == null ? List.of() : List.of(names.split(" ")));
    }

    @Test
    void knowsWhichNamesAreOnlyLookedFor() {
        assertThat(Reading.of("$exists(a.b) and a.b > c").uses())
                .containsExactly(
                        new Reading.Use(List.of("a", "b"), true),
                        new Reading.Use(List.of("a", "b"), true),
                        new Reading.Use(List.of("c"), false));
    }

    @Test
    void knowsWhatAConditionTells() {
        assertThat(Reading.existing("$exists(a) and $exists(b.c) and d > 1", true))
                .containsExactlyInAnyOrder("a", "b.c");
        assertThat(Reading.existing("$not($exists(a))", false)).containsExactly("a");
        assertThat(Reading.existing("$exists(a) or $exists(b)", true)).isEmpty();
        assertThat(Reading.existing("$exists(a) and b or c", true)).isEmpty();
        assertThat(Reading.existing("$exists(a)", false)).isEmpty();
    }

    @Test
    void tellsOwnNamesFromOthers() {
        assertThat(Reading.of("($x := 1; $f := function($y) { $y + $x }; $f($z))")
                        .unbound())
                .containsExactly("z");
    }
}
