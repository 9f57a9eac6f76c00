package io.waybill.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A judge that lets everything pass would make every test green. */
class GraphRulesTest {

    private static final String LIST = """
            {"messaging_product":"whatsapp","recipient_type":"individual","to":"+15550100111","type":"interactive",\
            "interactive":{"type":"list","body":{"text":"Which?"},"action":{"button":"See",\
            "sections":[{"title":"All","rows":[{"id":"a","title":"Gas"},{"id":"b","title":"Hose"}]}]}}}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "+1555              | 1555                            | to is not + and digits",
                "Hose               | GAS                             | title twice",
                "Hose               | Gas refill, twelve kilograms    | title has 28 characters",
                "Hose               | ` `                             | title is blank",
                "Hose               | Hose\\u0000                     | control character",
                "Hose               | Hose\\ud83d                     | half a surrogate pair",
                "\"b\"              | \"a\"                           | id twice",
                "Which?             | ``                              | text is blank",
                "\"See\"            | \"See all of our many products\" | button has",
                "\"body\"           | \"header\":{},\"body\"          | no header of type",
                "{\"id\":\"a\",     | {                               | id is missing"
            })
    void findsWhatMetaWouldRefuse(String right, String wrong, String rule) {
        assertThat(GraphRules.violations(LIST)).isEmpty();
        assertThat(GraphRules.violations(LIST.replace(right, wrong))).anyMatch(violation -> violation.contains(rule));
    }
}
