package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CartTextTest {

    @Property(tries = 500)
    void readsWhatItWrote(@ForAll("lines") List<CartText.Line> lines) {
        String text = CartText.write("I would like to order:", lines, "Total", "KES", "en")
                .text();

        ArrayNode read = CartText.read(text).orElseThrow();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            ids.add(read.get(i).path("id").asText());
            assertThat(read.get(i).path("qty").intValue())
                    .isEqualTo(lines.get(i).qty());
            assertThat(read.get(i).path("options").size())
                    .isEqualTo(lines.get(i).options().size());
            lines.get(i).options().forEach((name, value) -> assertThat(text).contains(name + ": " + value));
        }
        assertThat(ids)
                .containsExactlyElementsOf(lines.stream().map(CartText.Line::id).toList());
    }

    @Provide
    Arbitrary<List<CartText.Line>> lines() {
        Arbitrary<String> words =
                Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(12);
        Arbitrary<Map<String, String>> options = Arbitraries.maps(words, words).ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 1_000_000),
                        Arbitraries.strings()
                                .withChars("abc (x) 2,éचा😀&#")
                                .ofMinLength(1)
                                .ofMaxLength(40)
                                .filter(name -> !name.isBlank()),
                        options,
                        words,
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, new BigDecimal(99_999))
                                .ofScale(2))
                .as(CartText.Line::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Test
    void writesNamesQuantitiesPricesAndTheTotal() {
        CartText.Written written = CartText.write(
                "Je voudrais commander :",
                List.of(
                        new CartText.Line(2, "Sugar 2 kg", Map.of(), "P112", new BigDecimal("322.50")),
                        new CartText.Line(
                                1,
                                "T-shirt [new]",
                                Map.of("Size", "Large", "Colour", "Red"),
                                "P200",
                                new BigDecimal("900"))),
                "Total",
                "KES",
                "fr");

        assertThat(written.text()).isEqualTo("""
                Je voudrais commander :
                2 x Sugar 2 kg [P112]: 645,00 KES
                1 x T-shirt  new (Colour: Red; Size: Large) [P200]: 900,00 KES
                Total: 1\u202f545,00 KES""");
        assertThat(written.total()).isEqualByComparingTo("1545");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  * 3 X Tea [P1]",
                "3 × Tea [ P1 ]: whatever",
                "hello\n\n3 x Tea [P1]: KES 0.01\nthanks",
                "3 x Tea (box) [P1]"
            })
    void readsWhatPeopleMakeOfIt(String text) {
        ArrayNode items = CartText.read(text).orElseThrow();

        assertThat(items).hasSize(1);
        assertThat(items.get(0).path("id").asText()).isEqualTo("P1");
        assertThat(items.get(0).path("qty").intValue()).isEqualTo(3);
        assertThat(items.get(0).has("price")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order",
                "[P1]",
                "x Tea [P1]",
                "3 Tea [P1]",
                "3 x Tea",
                "3 x [P1]",
                "12345678 x Tea [P1]",
                "3 x Tea [] "
            })
    void takesOtherTextForText(String text) {
        assertThat(CartText.read(text)).isEmpty();
    }

    @Test
    void holdsOnlyIdsThatComeBackFromWhatsAppAsTheyWereSent() {
        assertThat(List.of("P107", "Größe/1", "x".repeat(100))).allMatch(CartText.Code.PRODUCT::holds);
        assertThat(List.of(
                        "A 12",
                        "A\u00A012",
                        "A\u200312",
                        "A\u000112",
                        "A\uD83D",
                        "",
                        "😀".repeat(100),
                        "x".repeat(101)))
                .noneMatch(CartText.Code.PRODUCT::holds);
    }

    @Test
    void readsTheCodeOfAChatLinkOnlyAtTheEnd() {
        assertThat(CartText.Code.PRODUCT.of("P107")).isEqualTo("#P:P107");
        assertThat(CartText.Code.PRODUCT.in("Hello #P:P107 ")).contains("P107");
        assertThat(CartText.Code.FLOW.in("#F:apply")).contains("apply");
        assertThat(CartText.Code.FLOW.in("Hello #P:P107")).isEmpty();
        assertThat(CartText.Code.PRODUCT.in("#P:P107 is what I want")).isEmpty();
        assertThat(CartText.Code.PRODUCT.in("a#P:P107")).isEmpty();
    }
}
