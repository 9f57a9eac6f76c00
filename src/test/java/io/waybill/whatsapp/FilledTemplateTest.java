package io.waybill.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.waybill.far.GraphJudge;
import io.waybill.message.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilledTemplateTest {

    private static final Recipient AMINA = new Recipient("+254700000001", null);
    private static final String NAMED = """
            {"name": "order_shipped", "language": "en-US", "parameter_format": "NAMED", "components": [
              {"type": "HEADER", "format": "TEXT", "text": "Order {{number}}"},
              {"type": "BODY", "text": "Hi {{first_name}}, it is on its way."},
              {"type": "FOOTER", "text": "Demo Store"},
              {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Thanks"},
                {"type": "URL", "text": "Track", "url": "https://shop.test/t/{{1}}"}]}]}
            """;
    private static final Map<String, String> VALUES =
            Map.of("header.number", "SO-1", "body.first_name", " Amina\n\tN. ", "button.1.1", "SO-1");

    @Test
    void putsEveryValueWhereMetaExpectsIt() throws Exception {
        WireMessage message = FilledTemplate.of(template(NAMED), VALUES).message(AMINA);

        assertThat(new JsonMapper().readTree(message.json()).get("template")).isEqualTo(new JsonMapper().readTree("""
                        {"name": "order_shipped", "language": {"code": "en_US"}, "components": [
                          {"type": "header", "parameters": [{"type": "text", "parameter_name": "number", "text": "SO-1"}]},
                          {"type": "body", "parameters": [{"type": "text", "parameter_name": "first_name", "text": "Amina N."}]},
                          {"type": "button", "sub_type": "url", "index": "1", "parameters": [{"type": "text", "text": "SO-1"}]}]}
                        """));
        assertThat(GraphJudge.refusal(new JsonMapper().readTree(message.json())))
                .isEmpty();
    }

    @Test
    void saysTheSameInWords() {
        Reply.Buttons words =
                (Reply.Buttons) FilledTemplate.of(template(NAMED), VALUES).words();

        assertThat(words.body())
                .isEqualTo("*Order SO-1*\n\nHi Amina N., it is on its way.\n\nTrack: https://shop.test/t/SO-1");
        assertThat(words.footer()).isEqualTo("Demo Store");
        assertThat(words.options()).extracting(Reply.Option::title).containsExactly("Thanks");
    }

    @Test
    void saysAnOnlyAddressAsALinkButtonWhereItIsOne() {
        MetaTemplate template = template("""
                {"name": "order_shipped", "language": "en", "components": [{"type": "BODY", "text": "On its way."},
                  {"type": "BUTTONS", "buttons": [{"type": "URL", "text": "Track", "url": "https://shop.test/t/{{1}}"}]}]}""");

        FilledTemplate filled = FilledTemplate.of(template, Map.of("button.0.1", "SO-1"));
        assertThat(filled.words())
                .isEqualTo(new Reply.Link(null, "On its way.", null, "Track", "https://shop.test/t/SO-1"));
        assertThat(filled.text()).isEqualTo("On its way.\n\nTrack: https://shop.test/t/SO-1");
        assertThat(FilledTemplate.of(template, Map.of("button.0.1", "SO 1")).words())
                .as("an address that no button opens")
                .isEqualTo(new Reply.Buttons("On its way.\n\nTrack: https://shop.test/t/SO 1", null, List.of()));
    }

    @Test
    void keepsTheFilledTextWithinMetasLimit() throws Exception {
        MetaTemplate template = template("""
                {"name": "a", "language": "en", "components": [{"type": "BODY", "text": "One {{1}} and {{2}} more."}]}""");

        WireMessage message = FilledTemplate.of(template, Map.of("body.1", "x".repeat(900), "body.2", "y".repeat(900)))
                .message(AMINA);

        int filled = new JsonMapper()
                .readTree(message.json()).findValuesAsText("text").stream()
                        .mapToInt(String::length)
                        .sum();
        assertThat(filled + "One {{1}} and {{2}} more.".length()).isLessThanOrEqualTo(1024);
    }

    @Test
    void bringsTheFileOfItsHeaderAlong() throws Exception {
        WireMessage picture = FilledTemplate.of(template(pictured("")), Map.of("body.1", "SO-1"), "/media/a1")
                .message(AMINA);
        assertThat(new JsonMapper().readTree(picture.json()).at("/template/components"))
                .isEqualTo(new JsonMapper().readTree("""
                        [{"type": "header", "parameters": [{"type": "image", "image": {"id": "waybill-file:a1"}}]},
                         {"type": "body", "parameters": [{"type": "text", "text": "SO-1"}]}]"""));
        assertThat(FileSends.fileIn(picture)).isEqualTo("a1");

        WireMessage document = FilledTemplate.of(
                        template("{\"components\": [{\"type\": \"HEADER\", \"format\": \"DOCUMENT\"}]}"),
                        Map.of(),
                        "https://shop.test/files/Terms.pdf?v=2")
                .message(AMINA);
        assertThat(new JsonMapper().readTree(document.json()).at("/template/components/0/parameters/0/document"))
                .isEqualTo(new JsonMapper()
                        .readTree(
                                "{\"link\": \"https://shop.test/files/Terms.pdf?v=2\", \"filename\": \"Terms.pdf\"}"));
    }

    @Test
    void saysTheSameInWordsUnderTheFileOrWithItAboveTheButtons() {
        Map<String, String> values = Map.of("body.1", "SO-1", "button.0.1", "SO-1");
        String link = "https://shop.test/door.mp4";

        assertThat(FilledTemplate.of(template(pictured("")), values, "/media/a1")
                        .words())
                .isEqualTo(new Reply.Image("/media/a1", "Order SO-1 is here.\n\nDemo Store"));
        assertThat(FilledTemplate.of(
                                template(pictured("{\"type\": \"QUICK_REPLY\", \"text\": \"Thanks\"}")
                                        .replace("IMAGE", "VIDEO")),
                                values,
                                link)
                        .words())
                .isEqualTo(new Reply.Buttons(
                        new Reply.Video(link, null),
                        "Order SO-1 is here.",
                        "Demo Store",
                        List.of(new Reply.Option("Thanks", "Thanks", null))));
        assertThat(FilledTemplate.of(
                                template(
                                        pictured(
                                                "{\"type\": \"URL\", \"text\": \"Track\", \"url\": \"https://shop.test/t/{{1}}\"}")),
                                values,
                                "/media/a1")
                        .words())
                .isEqualTo(new Reply.Link(
                        new Reply.Image("/media/a1", null),
                        "Order SO-1 is here.",
                        "Demo Store",
                        "Track",
                        "https://shop.test/t/SO-1"));
    }

    private static String pictured(String button) {
        return """
                {"name": "here", "language": "en", "components": [{"type": "HEADER", "format": "IMAGE"},
                  {"type": "BODY", "text": "Order {{1}} is here."}, {"type": "FOOTER", "text": "Demo Store"},
                  {"type": "BUTTONS", "buttons": [%s]}]}""".formatted(button);
    }

    @Test
    void knowsWhatItCannotFill() {
        assertThat(template(NAMED).unfillable()).isNull();
        assertThat(template("{\"components\": [{\"type\": \"HEADER\", \"format\": \"LOCATION\"}]}")
                        .unfillable())
                .isEqualTo("Its header is a LOCATION, which no variable has.");
        assertThat(template("{\"components\": [{\"type\": \"BUTTONS\", \"buttons\": [{\"type\": \"FLOW\"}]}]}")
                        .unfillable())
                .contains("the type FLOW");
    }

    private static MetaTemplate template(String json) {
        try {
            return MetaTemplate.read(new JsonMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
