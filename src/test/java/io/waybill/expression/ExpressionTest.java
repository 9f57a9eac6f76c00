package io.waybill.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    @Property(tries = 2_000)
    void pathsGiveWhatJsonataGives(@ForAll("objects") JsonNode data, @ForAll("paths") String path) {
        Expression expression = Expression.compile(path);
        Scope scope = scope(data);

        assertThat(written(expression.evaluate(scope))).isEqualTo(written(expression.evaluateByJsonata(scope)));
    }

    @Property(tries = 500)
    void moneyOfPathsGivesWhatJsonataGives(
            @ForAll("objects") JsonNode data,
            @ForAll @Scale(4) @BigRange(min = "-99999999", max = "99999999") BigDecimal amount) {
        ObjectNode sum = ((ObjectNode) data).put("a", amount).put("b", "USD");
        Expression expression = Expression.compile("$money(a, b)");
        Scope scope = scope(sum);

        assertThat(expression.evaluate(scope)).isEqualTo(expression.evaluateByJsonata(scope));
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of("a", "b", "c").list().ofMinSize(1).ofMaxSize(4).map(names -> String.join(".", names));
    }

    @Provide
    Arbitrary<JsonNode> objects() {
        return object(4);
    }

    private static Arbitrary<JsonNode> object(int depth) {
        Arbitrary<JsonNode> field = value(depth - 1);
        Arbitrary<Boolean> there = Arbitraries.of(true, true, true, false);
        return Combinators.combine(field, field, field, there, there).as((a, b, c, hasA, hasB) -> {
            ObjectNode node = Json.object();
            if (hasA) {
                node.set("a", a);
            }
            if (hasB) {
                node.set("b", b);
            }
            node.set("c", c);
            return node;
        });
    }

    private static Arbitrary<JsonNode> value(int depth) {
        Arbitrary<JsonNode> leaf = Arbitraries.of(
                Json.read("1"),
                Json.read("6.9900"),
                Json.read("\"text\""),
                Json.read("\"\""),
                Json.read("true"),
                Json.read("null"),
                Json.read("[]"),
                Json.read("12345678901234"));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<JsonNode> list = value(depth - 1).list().ofMaxSize(3).map(elements -> {
            ArrayNode array = Json.array();
            elements.forEach(array::add);
            return array;
        });
        return Arbitraries.oneOf(leaf, list, object(depth), object(depth));
    }

    @Test
    void passesDecimalsUnchanged() {
        Scope scope = scope(
                Json.read("{\"lines\": [{\"p\": 6.9900, \"q\": 2}, {\"p\": 0.1, \"q\": 1}], \"one\": [{\"p\": 1.0}]}"));

        assertThat(written(Expression.compile("lines.{'price': p, 'n': q}[]").evaluate(scope)))
                .isEqualTo("[{\"price\":6.9900,\"n\":2},{\"price\":0.1,\"n\":1}]");
        assertThat(written(Expression.compile("one.{'price': p}[]").evaluate(scope)))
                .isEqualTo("[{\"price\":1.0}]");
        assertThat(written(Expression.compile("lines[0].p & ''").evaluate(scope)))
                .isEqualTo("\"6.9900\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3200 | KES | KES 3,200.00",
                "3200.5 | KES | KES 3,200.50",
                "1234567.891 | USD | USD 1,234,567.891",
                "6.9900 | EUR | EUR 6.99",
                "1500 | JPY | JPY 1,500",
                "0.125 | BHD | BHD 0.125",
                "-12 | KES | KES -12.00",
                "0 | XYZ | XYZ 0.00",
                "999 | KES | KES 999.00",
                "1E+3 | KES | KES 1,000.00"
            })
    void writesAmountsAsPeopleReadThem(BigDecimal amount, String currency, String text) {
        assertThat(Money.format(amount, currency, "en")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234567.5 | KES | fr | 1\u202f234\u202f567,50 KES",
                "-0.125 | EUR | fr | -0,125 EUR",
                "3200 | JPY | de | 3.200 JPY",
                "3200.5 | BRL | pt-BR | BRL 3.200,50",
                "12 | KES | not a language | KES 12.00"
            })
    void writesAmountsAsTheLanguageDoes(BigDecimal amount, String currency, String language, String text) {
        assertThat(Money.format(amount, currency, language)).isEqualTo(text);
        assertThat(Money.format(amount, currency, language)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$eval('1')",
                "$now()",
                "( $f := $millis; $f() )",
                "$random()",
                "$shuffle([1,2])",
                "$match('a', /(a+)+$/)",
                "/(a+)+$/('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')",
                "a b",
                "(",
                "'open",
                "",
                "{{}}"
            })
    void refusesBeforeItRuns(String source) {
        assertThatThrownBy(() -> Expression.compile(source))
                .isInstanceOf(InvalidExpression.class)
                .message()
                .endsWith(".");
    }

    @Test
    void dividesAndQuotesWithoutTakingItForARegularExpression() {
        Scope scope = scope(Json.read("{\"a\": 6, \"b\": {\"c d\": 3}}"));

        assertThat(Expression.compile("(a / 2) /* half */ / b.`c d`")
                        .evaluate(scope)
                        .decimalValue())
                .isEqualByComparingTo("1");
        assertThat(Expression.compile("'/x/ $now ' & \"$eval\"").evaluate(scope).textValue())
                .isEqualTo("/x/ $now $eval");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "( $f := function($n){ $f($n + 1) }; $f(0) )",
                "( $f := function($n){ 1 + $f($n + 1) }; $f(0) )",
                "( $f := function($s){ $f($s & $s) }; $f('xxxxxxxx') )",
                "( $f := function($l){ $f($append($l, $l)) }; $f([1]) )",
                "( $f := function($l){ $f([[$l], [$l]]) }; $f([1]) )",
                "( $f := function($l){ $f({'a': $l, 'b': $l}) }; $f({}) )",
                "( $f := function($l, $n){ $n > 30 ? $string($l) : $f([[$l],[$l]], $n + 1) }; $f([1], 0) )",
                "[1..10000000]",
                "$sum([1..9999999])",
                "$map([1..4999], function($i){ $map([1..4999], function($j){ $i * $j }) })",
                "$pad('x', 2000000000)",
                "$replace($join($map([1..4999], function($i){ 'aaaaaaaaaa' })), 'a', $join($map([1..4999], function($i){ 'b' })))",
                "$string($map([1..4999], function($i){ big }))",
                "$join($map([1..4999], function($i){ text }))",
                "a.b.c + 'x'",
                "$number('x')",
                "$error('no')",
                "function($x){ $x }",
                "1 / 0"
            })
    @Timeout(5)
    void boundsWhatDoesNotEnd(String source) {
        ArrayNode big = Json.array();
        for (int i = 0; i < 240; i++) {
            big.add(Json.object().put("name", "product " + i).put("note", "x".repeat(100)));
        }
        Scope scope =
                scope(Json.object().put("a", 1).put("text", "y".repeat(4_000)).set("big", big));
        Expression expression = Expression.compile(source);

        assertThatThrownBy(() -> expression.evaluate(scope))
                .isInstanceOf(ExpressionFailure.class)
                .hasMessageContaining(source);
    }

    @Test
    void refusesAnExpressionNestedTooDeeply() {
        assertThatThrownBy(() -> Expression.compile("(".repeat(1_990) + "1" + ")".repeat(1_990))
                        .evaluate(scope(Json.object())))
                .isInstanceOfAny(InvalidExpression.class, ExpressionFailure.class);
        assertThatThrownBy(() -> Expression.compile("1".repeat(Expression.MAX_LENGTH + 1)))
                .isInstanceOf(InvalidExpression.class);
    }

    @Test
    void cannotChangeWhatItReads() {
        ObjectNode data = (ObjectNode) Json.read("{\"a\": {\"b\": 1}, \"l\": [1, 2]}");
        Scope scope = scope(data);
        for (String source : List.of(
                "a ~> |$|{'b': 2}|",
                "$append(l, 3)",
                "$merge([a, {'b': 3}])",
                "$sort(l)",
                "$reverse(l)",
                "$spread(a)")) {
            Expression.compile(source).evaluate(scope);
        }

        assertThat(Json.write(data)).isEqualTo("{\"a\":{\"b\":1},\"l\":[1,2]}");
    }

    @Test
    void refusesNumbersNobodyCanMean() {
        Scope scope = scope(Json.read("{\"n\": 1E+999999999}"));

        assertThatThrownBy(() -> Expression.compile("'' & n").evaluate(scope)).isInstanceOf(ExpressionFailure.class);
        assertThatThrownBy(() -> Value.compile(Json.read("\"{{n}}\"")).text(scope))
                .isInstanceOf(ExpressionFailure.class);
        assertThatThrownBy(() -> Expression.compile("$money(n, 'USD')").evaluate(scope))
                .isInstanceOf(ExpressionFailure.class);
    }

    @Test
    void splitsTextsAtTheirExpressions() {
        Scope scope = scope(Json.read("{\"a\": 1}"));

        assertThat(text("{{a}}{{ {'x': {'y': '}}'}}.x.y }}-{{a}}", scope)).isEqualTo("1}}-1");
        assertThat(text("no { braces } here }}", scope)).isEqualTo("no { braces } here }}");
        assertThat(Value.compile(Json.read("\"= a\"")).resolve(scope)).isEqualTo(Json.read("1"));
        assertThat(text("=a", scope)).isEqualTo("=a");
        assertThatThrownBy(() -> text("{{a", scope)).isInstanceOf(InvalidExpression.class);
    }

    @Test
    void evaluatesFromManyThreadsAtOnce() throws InterruptedException {
        Expression expression = Expression.compile("$sum(l) & '-' & $erp('X') & '-' & a.b");
        List<Thread> threads = IntStream.range(0, 200)
                .mapToObj(i -> Thread.ofVirtual().unstarted(() -> {
                    Scope scope = scope(Json.read("{\"l\": [%d, 1], \"a\": {\"b\": \"%d\"}}".formatted(i, i)));
                    for (int n = 0; n < 50; n++) {
                        String expected = (i + 1) + "-false-" + i;
                        if (!expected.equals(expression.evaluate(scope).textValue())) {
                            throw new AssertionError(expected);
                        }
                    }
                }))
                .toList();
        AtomicReference<Throwable> failed = new AtomicReference<>();
        threads.forEach(thread -> thread.setUncaughtExceptionHandler((t, e) -> failed.set(e)));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(20));
        }

        assertThat(failed.get()).isNull();
    }

    private static String text(String template, Scope scope) {
        return Value.compile(Json.nodes().textNode(template)).text(scope);
    }

    private static String written(JsonNode node) {
        return node.isMissingNode() ? "absent" : Json.write(node);
    }

    private static Scope scope(JsonNode data) {
        return new Scope() {
            @Override
            public @Nullable JsonNode name(String name) {
                return data.get(name);
            }

            @Override
            public Collection<String> names() {
                List<String> names = new ArrayList<>();
                data.fieldNames().forEachRemaining(names::add);
                return names;
            }

            @Override
            public boolean available(String operation) {
                return false;
            }
        };
    }
}
