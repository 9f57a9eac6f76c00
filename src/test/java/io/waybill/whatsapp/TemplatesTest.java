package io.waybill.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {

    @TempDir
    Path home;

    @Test
    void theShippedOnesAreRight() {
        assertThat(ShippedTemplates.load().all())
                .extracting(MessageTemplate::name)
                .containsExactly(
                        "conversation_reopen",
                        "order_cancelled",
                        "order_cod_confirm",
                        "order_cod_reminder",
                        "order_confirmed",
                        "order_delivered",
                        "order_feedback",
                        "order_ready",
                        "order_received",
                        "order_shipped",
                        "order_shipped_tracked",
                        "service_renew");
    }

    @Test
    void findsTheLanguageElseItsBaseElseTheFirst() {
        Templates templates = ShippedTemplates.load();

        assertThat(templates.find("order_cod_confirm", "FR-ca").language()).isEqualTo("fr");
        assertThat(templates.find("order_cod_confirm", "ar").language()).isEqualTo("en");
        assertThat(templates.find("unknown", "en")).isNull();
    }

    @Test
    void theShippedOnesBreakNoRuleAndGiveReviewersNoReason() {
        Templates templates = ShippedTemplates.load();

        assertThat(templates.all().stream()
                        .flatMap(template -> templates.texts(template.name()).stream())
                        .flatMap(text -> TemplateRules.check(text).stream()
                                .map(finding -> text.name() + ": " + finding.sentence()))
                        .distinct())
                .containsExactly(
                        "order_shipped_tracked: https://track.example.com/p/ is nobody's site: put the address of your own.");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            "body": "{{1}} begins", "example": ["x"]     | en, body: Meta refuses a variable at the very beginning or end
            "body": "Order {{2}} here", "example": ["x"] | numbered from {{1}} without a gap
            "body": "Order {{1}} here"                   | wants an example for each variable
            "body": " "                                  | 1 to 1024 characters
            "body": "x", "buttons": ["Yes", "Yes"]       | No two buttons
            "body": "x", "colour": "red"                 | colour
            "footer": "x"                                | "body" is missing.
            """, delimiter = '|', quoteCharacter = '`')
    void saysWhichFileIsWrongAndWhy(String words, String reason) throws IOException {
        Path folder = Files.createDirectories(home.resolve("templates"));
        Files.writeString(
                folder.resolve("bad.json"),
                "{\"name\": \"bad\", \"category\": \"UTILITY\", \"languages\": {\"en\": {%s}}}".formatted(words));

        assertThatThrownBy(() -> Templates.load(new Home(home)))
                .isInstanceOf(InvalidTemplate.class)
                .hasMessageContaining("bad.json")
                .hasMessageContaining(reason);
    }
}
