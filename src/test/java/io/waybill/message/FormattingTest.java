package io.waybill.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormattingTest {

    /** What WhatsApp reads as formatting, written from its help page: a mark at a word, something, a mark at a word's end. */
    private static final List<Pattern> FORMATTED = List.of(formatted("\\*"), formatted("_"), formatted("~"));

    private static Pattern formatted(String mark) {
        String space = "[\\s\\p{Z}\\u200B]";
        return Pattern.compile(
                "(?<![\\p{L}\\p{Nd}])%1$s(?!%2$s)(?:[^\\n]+?)(?<!%2$s)%1$s(?![\\p{L}\\p{Nd}])".formatted(mark, space));
    }

    @Test
    void whatThePutInTextMarksIsShownAsItIs() {
        assertThat(Formatting.off("*Best* tea")).isEqualTo("*\u200BBest\u200B* tea");
        assertThat(Formatting.off("_a_ ~b~ `c`")).isEqualTo("_\u200Ba\u200B_ ~\u200Bb\u200B~ `\u200Bc\u200B`");
        assertThat(Formatting.off("```x\ny```")).doesNotContain("``");
        assertThat(Formatting.off("*a***")).isEqualTo("*\u200Ba\u200B*\u200B*\u200B*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 * 3 * 2",
                "5*3*2",
                "SKU_12_A",
                "a * b",
                "2 x Tea*",
                "* first\n* second",
                "*over\ntwo lines*",
                "https://shop.example/_a_/*b*?c=~d~",
                "Sizes: S_M_L, ~5 kg"
            })
    void whatIsNoPairStaysAsItIs(String text) {
        assertThat(Formatting.off(text)).isEqualTo(text);
    }

    @Test
    void theAuthorsOwnFormattingStays() {
        assertThat(text("*Total: ", "KES 5", "*")).isEqualTo("*Total: KES 5*");
        assertThat(text("*Total: ", "5* off", "*")).isEqualTo("*Total: 5\u200B* off*");
        assertThat(text("", "*a", " and *b*")).isEqualTo("*\u200Ba and *b*");
    }

    @Test
    void marksThatTheAuthorMeantCountAsTheirs() {
        assertThat(new Formatting().value("*Yes* _no_", "*Yes*").text()).isEqualTo("*Yes* _\u200Bno\u200B_");
    }

    @Property(tries = 1_000)
    void nothingThatWasPutInIsFormatted(@ForAll("pieces") List<String> values) {
        Formatting formatting = new Formatting();
        StringBuilder plain = new StringBuilder();
        for (String value : values) {
            formatting.written("Name: ").value(value, "").written("\n");
            plain.append("Name: ").append(value).append('\n');
        }

        String text = formatting.text();

        assertThat(spans(text)).as(text).isEmpty();
        assertThat(text.replace("\u200B", "")).isEqualTo(plain.toString());
    }

    @Property(tries = 1_000)
    void whatTheAuthorFormattedIsFormattedAroundEveryValue(@ForAll("pieces") List<String> values) {
        for (String value : values) {
            String text = text("see *now", " " + value + " ", "end* here");
            // An author's mark is never touched, and it still opens.
            assertThat(text).startsWith("see *now").endsWith("end* here");
            assertThat(spans(text)).as(text).anyMatch(span -> span.startsWith("*now") && span.endsWith("end*"));
        }
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        Arbitrary<String> part = Arbitraries.of(
                "*",
                "_",
                "~",
                "`",
                "**",
                "```",
                " ",
                "a",
                "12",
                ".",
                "Tea",
                "-",
                "é",
                "(",
                ")",
                "👍",
                "https://x.example/_a_ ");
        return part.list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static String text(String before, String value, String after) {
        return new Formatting().written(before).value(value, "").written(after).text();
    }

    private static List<String> spans(String text) {
        String withoutAddresses = text.replaceAll("https?://\\S+", "x");
        List<String> spans = new ArrayList<>();
        for (Pattern pattern : FORMATTED) {
            Matcher matcher = pattern.matcher(withoutAddresses);
            while (matcher.find()) {
                spans.add(matcher.group());
            }
        }
        return spans;
    }
}
