package io.waybill.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.far.Json;
import io.waybill.message.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateMessageTest {

    private static final Recipient TO = new Recipient("+254711000001", null);
    private static final String BUTTONS = """
            , {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Yes"},
                {"type": "URL", "text": "Track it", "url": "https://t.test/p/{{1}}", "example": ["x"]}]}
            """;

    @Test
    void isNoTemplateWhateverACustomerIsTold() {
        String text = new WireBody.Text(false, "\"type\":\"template\"").to(TO).json();

        assertThat(TemplateMessage.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POSITIONAL | Order {{1}} of {{2}} now.
            NAMED      | Order {{order}} of {{day}} now.
            POSITIONAL | Nothing to fill.
            """)
    void fitsTheTemplateItIsMadeFor(String format, String body) {
        MetaTemplate template = template(
                format, "Ready {{1}}".replace("{{1}}", format.equals("NAMED") ? "{{who}}" : "{{1}}"), body, BUTTONS);
        Map<String, String> values =
                template.placeholders().stream().collect(Collectors.toMap(MetaTemplate.Placeholder::key, place -> "v"));
        TemplateBody message =
                FilledTemplate.of(template, values).payload(List.of(new Reply.Option("yes", "Yes", null)));

        assertThat(read(message).misfit(template)).isEmpty();
        assertThat(read(message).label()).isEqualTo("t.en");
    }

    @Test
    void showsOnAPhoneTheWordsOfEveryShippedTemplateFilledAsItWasSent() {
        Templates templates = ShippedTemplates.load();
        for (MessageTemplate shipped : templates.all()) {
            for (MetaTemplate text : templates.texts(shipped.name())) {
                FilledTemplate filled = FilledTemplate.of(
                        text,
                        text.placeholders().stream()
                                .collect(Collectors.toMap(
                                        MetaTemplate.Placeholder::key, place -> "value of " + place.key())));

                ShownTemplate shown = ShownTemplate.of(
                                Json.read(filled.message(TO).json()), templates::texts)
                        .orElseThrow();

                assertThat(shown.body()).isEqualTo(filled.said()).doesNotContain("{{");
                assertThat(shown.buttons())
                        .extracting(ShownTemplate.Button::label)
                        .containsExactlyElementsOf(text.buttons().stream()
                                .map(MetaTemplate.Button::text)
                                .toList());
                assertThat(shown.buttons())
                        .filteredOn(button -> !button.target().isEmpty())
                        .allSatisfy(button ->
                                assertThat(button.target()).startsWith("http").contains("value of button"));
            }
        }
    }

    @Test
    void namesWhatMetaHasNowWhereItDoesNotFit() {
        TemplateMessage message = read(TemplatePayload.of(new Reply.Template("t", "en", List.of("1", "2"), List.of())));

        assertThat(message.misfit(template("POSITIONAL", null, "{{1}} of {{2}} by {{3}}.", "")))
                .contains(
                        "Meta's template t.en has the placeholders body.1, body.2, body.3 now; the message fills body.1, body.2.");
        assertThat(message.misfit(template("POSITIONAL", null, "None.", "")))
                .contains("Meta's template t.en has the placeholders none now; the message fills body.1, body.2.");
    }

    @Test
    void noticesAHeaderThatBecameAPicture() {
        TemplateMessage message = read(TemplatePayload.of(new Reply.Template("t", "en", List.of(), List.of())));

        assertThat(message.misfit(MetaTemplate.read(Json.read("""
                        {"name": "t", "language": "en", "category": "UTILITY", "components": [
                            {"type": "HEADER", "format": "IMAGE"}, {"type": "BODY", "text": "Hello."}]}
                        """))))
                .hasValueSatisfying(why -> assertThat(why).contains("header.image"));
    }

    @Test
    void noticesAButtonThatIsNoQuickReplyAnyMore() {
        TemplateMessage message = read(TemplatePayload.of(
                new Reply.Template("t", "en", List.of(), List.of(new Reply.Option("yes", "Yes", null)))));

        assertThat(message.misfit(template("POSITIONAL", null, "Hello.", "")))
                .contains("Meta's template t.en has no quick reply as button 1 now.");
    }

    private static TemplateMessage read(TemplateBody body) {
        return TemplateMessage.in(body.to(TO).json()).orElseThrow();
    }

    private static MetaTemplate template(String format, String header, String body, String buttons) {
        String head = header == null
                ? ""
                : "{\"type\": \"HEADER\", \"format\": \"TEXT\", \"text\": \"%s\"},".formatted(header);
        return MetaTemplate.read(Json.read("""
                {"name": "t", "language": "en", "category": "UTILITY", "parameter_format": "%s",
                 "components": [%s {"type": "BODY", "text": "%s"}%s]}
                """.formatted(format, head, body, buttons)));
    }
}
