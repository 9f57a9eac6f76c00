package io.waybill.erp.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.waybill.expression.Json;
import io.waybill.expression.Scope;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever a customer or an ERP writes, a value stays one value in its place. */
class PlacesPropertyTest {

    private static final String PROFILE = """
            {"method": "GET", "path": "/Items('{value}')/notes/{value}",
             "query": {"plain": "= value", "odata": {"odata": "Name eq {{value}} and Active eq true"},
                       "guid": {"odata": "orderId eq ({{value}}) and Active eq true"},
                       "sql": {"sql": "(t.name:=:{{value}}) and (t.open:=:1)"}, "json": {"json": [["name", "=", "= value"]]}},
             "answer": {}}""";

    private final MappingParser parser = new MappingParser(Json.object());
    private final RequestTemplate template = parser.operation(Json.read(PROFILE), java.util.Set.of())
            .steps()
            .getFirst()
            .request();

    @Property(tries = 2_000)
    void aValueNeverEndsTheTextOfAnODataFilter(@ForAll("wild") String value) {
        parameter("odata", value).ifPresent(filter -> {
            assertThat(filter).startsWith("Name eq '").endsWith("' and Active eq true");
            String literal = filter.substring("Name eq '".length(), filter.length() - "' and Active eq true".length());
            assertThat(literal.replace("''", "")).doesNotContain("'");
            assertThat(literal.replace("''", "'")).isEqualTo(value);
        });
    }

    @Property(tries = 2_000)
    void aKeyOfAnODataFilterIsAPlainKeyOrRefused(@ForAll("wild") String value) {
        parameter("guid", value)
                .ifPresent(filter -> assertThat(filter)
                        .isEqualTo("orderId eq (" + value + ") and Active eq true")
                        .matches("orderId eq \\([A-Za-z0-9._-]+\\) and Active eq true"));
    }

    @Test
    void aGuidStandsInAnODataFilterWithoutQuotes() {
        assertThat(parameter("guid", "5d115c9c-44e3-ea11-bb43-000d3a2feca1"))
                .hasValue("orderId eq (5d115c9c-44e3-ea11-bb43-000d3a2feca1) and Active eq true");
    }

    @Property(tries = 2_000)
    void aValueIsRefusedWhereAQuoteCannotBeEscaped(@ForAll("wild") String value) {
        parameter("sql", value)
                .ifPresent(filter -> assertThat(filter)
                        .isEqualTo("(t.name:=:'" + value + "') and (t.open:=:1)")
                        .matches("\\(t\\.name:=:'[^'\\\\():]*'\\) and \\(t\\.open:=:1\\)"));
    }

    @Property(tries = 2_000)
    void aValueStaysOneStringOfJson(@ForAll("wild") String value) throws Exception {
        JsonNode filter = new ObjectMapper().readTree(parameter("json", value).orElseThrow());

        assertThat(filter.get(0).get(2).textValue()).isEqualTo(value);
        assertThat(filter.get(0)).hasSize(3);
    }

    @Property(tries = 2_000)
    void aValueStaysWithinItsSegmentAndItsKey(@ForAll("wild") String value) {
        PathTemplate path = template.path();
        Optional<String> expanded = expanded(path, value);
        expanded.ifPresent(text -> {
            assertThat(URI.create("http://erp" + text).normalize().getRawPath()).isEqualTo(text);
            String[] segments = text.substring(1).split("/", -1);
            assertThat(segments).hasSize(3);
            assertThat(URLDecoder.decode(segments[2].replace("+", "%2B"), StandardCharsets.UTF_8))
                    .isEqualTo(value);
            String key = URLDecoder.decode(segments[0].replace("+", "%2B"), StandardCharsets.UTF_8);
            assertThat(key).startsWith("Items('").endsWith("')");
            assertThat(key.substring(7, key.length() - 2).replace("''", "")).doesNotContain("'");
        });
    }

    @Property(tries = 1_000)
    void aValueStaysWithinItsParameter(@ForAll("wild") String value) {
        Scope scope = scope(value);
        String target = "/x?a=" + Urls.encode(value) + "&b=1";

        assertThat(URI.create("http://erp" + target).getRawQuery().split("&")).hasSize(2);
        assertThat(template.query().get("plain").text(scope)).contains(value);
    }

    private Optional<String> parameter(String name, String value) {
        try {
            return template.query().get(name).text(scope(value));
        } catch (Unfit refused) {
            return Optional.empty();
        }
    }

    private static Optional<String> expanded(PathTemplate path, String value) {
        try {
            return Optional.of(path.expand(scope(value)));
        } catch (Unfit refused) {
            return Optional.empty();
        }
    }

    private static Scope scope(String value) {
        return Scope.NONE.with("value", TextNode.valueOf(value));
    }

    @Provide
    Arbitrary<String> wild() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("a1 '\"\\():;%&?#/.+-_{}<>=,|").ofMaxLength(12),
                Arbitraries.strings().ofMaxLength(8).filter(PlacesPropertyTest::isText),
                Arbitraries.of(
                        "' or 1 eq 1 or '",
                        "') or (t.rowid:>:0",
                        "..",
                        ".",
                        "",
                        "x\u0000'",
                        "Kasarani <House 16> & Co"));
    }

    /** Half of a surrogate pair is no text; such are replaced before anything is written. */
    private static boolean isText(String text) {
        return text.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }
}
