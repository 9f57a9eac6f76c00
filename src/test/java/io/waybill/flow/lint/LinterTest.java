package io.waybill.flow.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.expression.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plays the cases of {@code src/test/resources/lint/rules.json}: a flow that breaks one rule, and the same flow mended. */
class LinterTest {

    private static final String BRANCHES =
            "\"on\": {\"empty\": \"@human\", \"refused\": \"@human\", \"down\": \"@human\", \"unknown\": \"@human\", \"invalid\": \"@human\", \"silence\": \"@pause\"},";

    private static final Map<String, Setup.Template> TEMPLATES = Map.of(
            "reminder", new Setup.Template(Map.of("en", new Setup.Wording(1, 0))),
            "order_cod_confirm",
                    new Setup.Template(Map.of("en", new Setup.Wording(2, 2), "fr", new Setup.Wording(2, 2))),
            "order_cod_reminder", new Setup.Template(Map.of("en", new Setup.Wording(1, 2))));

    private final Linter linter = new Linter(new Setup(TEMPLATES, Set.of("order", "status"))
            .with(EnumSet.complementOf(EnumSet.of(ErpOperation.RELEASE_STOCK))));

    @TestFactory
    Stream<DynamicTest> findsWhatBreaksARuleAndNothingInTheMendedFlow() throws IOException {
        return cases().map(example -> DynamicTest.dynamicTest(
                example.path("rule").asText() + " "
                        + example.path("description").asText(),
                () -> play(example)));
    }

    private void play(JsonNode example) {
        Rule rule = Rule.valueOf(example.path("rule").asText());
        assertThat(linter.lint(flow(example, "top", "wrong", "texts")))
                .filteredOn(finding -> finding.rule() == rule)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.pointer())
                            .isEqualTo(example.path("pointer").asText());
                    assertThat(finding.line()).isEqualTo(example.path("line").asInt());
                    assertThat(finding.column()).isPositive();
                    assertThat(finding.message()).endsWith(".");
                });
        assertThat(linter.lint(flow(example, "rightTop", "right", "rightTexts")))
                .filteredOn(finding -> finding.rule() == rule || finding.isError())
                .isEmpty();
    }

    @Test
    void hasACaseForEachRule() throws IOException {
        assertThat(cases().map(example -> Rule.valueOf(example.path("rule").asText())))
                .containsAll(EnumSet.allOf(Rule.class));
    }

    /** 000-07: no way leads to CREATE_ORDER around the name or the place, however the shipped flow is changed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "= $not($exists(contact.name)) | = cart.qty > 1 | a question for contact.name where it is not known",
                "\"id\": \"deliver\", | \"id\": \"deliver\", \"next\": \"totals\", | a question for the place to deliver to"
            })
    void letsNothingBeOrderedOnAWayThatAsksForNoNameOrPlace(String text, String changed, String missing)
            throws IOException {
        String order = Files.readString(Path.of("flows", "order.flow.json"));
        assertThat(order).contains(text);

        assertThat(linter.lint(order.replace(text, changed)))
                .filteredOn(finding -> finding.rule() == Rule.E9)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.isError()).isTrue();
                    assertThat(finding.message()).contains(missing);
                });
    }

    /** 000-09: without REQUEST_PAYMENT "Pay now" is not shown, and lint says why. */
    @Test
    void saysWhyPayNowIsNotShown() throws IOException {
        Linter withoutPayments = new Linter(new Setup(TEMPLATES, Set.of("order", "status"))
                .with(EnumSet.complementOf(EnumSet.of(ErpOperation.REQUEST_PAYMENT))));

        assertThat(withoutPayments.lint(Files.readString(Path.of("flows", "order.flow.json"))))
                .filteredOn(finding -> finding.rule() == Rule.W6)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.message()).contains("the ERP has no REQUEST_PAYMENT."));
    }

    /** 003-09: each part of an order that no message says is named. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cart.text%cart.lines         | what is ordered",
                "totals.subtotal              | the subtotal",
                "totals.delivery              | the charge for delivery",
                "totals.total%cart.total      | the total",
                "contact.name                 | who it is for",
                "order_number                 | the number of the order"
            })
    void saysWhatCustomersDoNotReadOfTheirOrder(String part, String missing) throws IOException {
        String read = part.replace(".", "[.]").replace('%', '|');
        ObjectNode order = (ObjectNode) Json.read(Files.readString(Path.of("flows", "order.flow.json")));
        assertThat(linter.lint(order.toString())).noneMatch(finding -> finding.rule() == Rule.W7);
        for (JsonNode step : order.path("steps")) {
            if (step.has("say")) {
                ((ObjectNode) step)
                        .set("say", Json.read(step.path("say").toString().replaceAll(read, "x")));
            }
        }

        assertThat(linter.lint(order.toString()))
                .filteredOn(finding -> finding.rule() == Rule.W7)
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message()).startsWith("No message says " + missing + ". Say {{"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "$erp('RELEASE_STOCK')                                      | true",
                "$erp('RELEASE_STOCK') and cart.qty > 0                     | true",
                "name = 'this and that' and ($x ? 1 : 2) = 1 and $erp( 'RELEASE_STOCK' ) | true",
                "$erp('RELEASE_STOCK') or cart.qty > 0                      | false",
                "cart.qty > 0 and $erp('RELEASE_STOCK') or contact.phone    | false",
                "$erp('RELEASE_STOCK') = false                              | false",
                "$not($erp('RELEASE_STOCK'))                                | false",
                "$not( $erp('RELEASE_STOCK') and $erp('RESERVE_STOCK'))     | false",
                "$erp('RELEASE_STOCK') ? cart.qty > 0 : true                | false",
                "'and $erp(' = \"$erp('RELEASE_STOCK') and\"              | false"
            })
    void saysThatSomethingIsNeverSeenOnlyWhereWhatTheErpLacksMustBeThere(String when, boolean said) {
        Linter linter = new Linter(new Setup(TEMPLATES, Set.of()).with(EnumSet.of(ErpOperation.RESERVE_STOCK)));
        String text = flow(
                BRANCHES,
                List.of("{\"id\": \"a\", \"when\": %s, \"say\": \"Hello\"}"
                        .formatted(Json.write(Json.nodes().textNode("= " + when)))),
                "");

        assertThat(linter.lint(text).stream().anyMatch(finding -> finding.rule() == Rule.W6))
                .isEqualTo(said);
    }

    /** 003-24: a flow to begin with for each way of working. */
    @ParameterizedTest
    @ValueSource(strings = {"flows/starters/chat", "flows/starters/cart", "flows/order"})
    void findsNoErrorInTheStarterFlows(String path) throws IOException {
        assertThat(linter.lint(Files.readString(Path.of(path + ".flow.json"))))
                .filteredOn(Finding::isError)
                .isEmpty();
    }

    /** Whatever stands in the folder, so that none is forgotten. */
    static List<Path> shippedFlows() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("flows"))) {
            return files.filter(file -> file.toString().endsWith(".flow.json"))
                    .filter(file -> !file.startsWith(Path.of("flows", "tests")))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shippedFlows")
    void findsNoErrorInTheShippedFlows(Path file) throws IOException {
        assertThat(linter.lint(Files.readString(file)))
                .filteredOn(Finding::isError)
                .isEmpty();
    }

    /** 000-39: no number that was typed; 000-58: no payment without a branch for its failure. */
    @ParameterizedTest
    @CsvSource({
        "'= contact.phone', 'down, refused, unknown',",
        "'= typed', 'down, refused, unknown', E10",
        "'{{typed}}', 'down, refused, unknown', E10",
        "'+254700000001', 'down, refused, unknown', E10",
        "'= contact.phone', 'down, unknown', E5",
        "'= contact.phone', 'refused, unknown', E5"
    })
    void letsPaymentsBeAskedForOnlyOfTheNumberThatChatsAndOnlyWithABranchForFailure(
            String phone, String branches, @Nullable String rule) {
        String on = Arrays.stream(branches.split(", "))
                .map(branch -> "\"%s\": \"@human\"".formatted(branch))
                .collect(Collectors.joining(", "));
        String text = flow(
                "\"on\": {\"invalid\": \"@human\", \"silence\": \"@pause\"},",
                List.of(
                        "{\"id\": \"who\", \"say\": \"Who pays?\", \"ask\": {\"type\": \"phone\", \"save\": \"typed\"}, \"on\": {\"refused\": \"@human\"}},",
                        """
                        {"id": "pay", "call": {"op": "REQUEST_PAYMENT", "send": {"external_order_id": "1", "amount": 5,
                          "currency": "KES", "phone": "%s"}}, "on": {%s}, "next": "@human"}""".formatted(phone, on)),
                "");

        assertThat(linter.lint(text).stream()
                        .filter(Finding::isError)
                        .map(Finding::rule)
                        .map(Rule::name)
                        .toList())
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "client_reference, empty, none",
                "order_number, empty, none",
                "client_reference, down, E5",
                "order_id, empty, E6"
            })
    void letsAnOrderBeLookedForByOneOfItsNamesAndOnlyWithABranchForNone(
            String field, String branch, @Nullable String rule) {
        String text = flow(
                "\"on\": {\"invalid\": \"@human\", \"silence\": \"@pause\", \"refused\": \"@human\", \"down\": \"@human\"},",
                List.of("""
                        {"id": "look", "call": {"op": "FIND_ORDER", "send": {"%s": "x"}}, "on": {"%s": "@human"}, "next": "@human"}""".formatted(field, branch)),
                "");

        assertThat(linter.lint(text).stream()
                        .filter(Finding::isError)
                        .map(Finding::rule)
                        .map(Rule::name)
                        .distinct()
                        .toList())
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @Test
    void pointsAtTheKeyAsItIsWritten() {
        String text = flow(BRANCHES, List.of("{\"id\": \"a\",", "   \"say\": \"Hi {{nobody}}\"}"), "");

        assertThat(linter.lint(text)).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(5);
            assertThat(finding.column()).isEqualTo(4);
        });
    }

    @Test
    void readsAFlowOf500Steps() {
        List<String> steps = IntStream.range(0, 500)
                .mapToObj(i -> """
                        {"id": "s%d", "say": "Number {{x%d}}?", "ask": {"type": "number", "min": 1, "save": "x%d"}, "set": {"y%d": "= x%d"}}%s""".formatted(i, Math.max(0, i - 1), i, i, i, i < 499 ? "," : ""))
                .toList();
        String text = flow(BRANCHES + " \"vars\": {\"x0\": 1},", steps, "");

        assertThat(linter.lint(text)).isEmpty();
    }

    private static Stream<JsonNode> cases() throws IOException {
        JsonNode cases = Json.read(Files.readString(Path.of("src/test/resources/lint/rules.json")));
        return StreamSupport.stream(cases.spliterator(), false);
    }

    private static String flow(JsonNode example, String top, String steps, String texts) {
        return flow(
                example.has(top) ? example.path(top).asText() : BRANCHES,
                StreamSupport.stream(example.path(steps).spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                example.path(texts).asText());
    }

    /** The steps begin on line 4. */
    private static String flow(String top, List<String> steps, String texts) {
        return Stream.of(
                        "{ \"schema\": 1, \"id\": \"x\", \"title\": \"X\", \"lang\": \"en\",",
                        top,
                        "\"steps\": [",
                        String.join("\n", steps),
                        texts.isEmpty() ? "] }" : "], \"texts\": " + texts + " }")
                .collect(Collectors.joining("\n"));
    }
}
