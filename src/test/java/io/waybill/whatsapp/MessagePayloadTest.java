package io.waybill.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.waybill.message.Reply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessagePayloadTest {

    private static final Recipient AMINA = new Recipient("+15550100111", "US.13491208655302741918");
    private static final Templates TEMPLATES = ShippedTemplates.load();
    private static final String LONG = "Organic Basmati Rice extra long grain ";

    @Test
    void writesTheWholeBodyAsGraphWantsIt() {
        assertThat(render(new Reply.Text("Hello")).getFirst().json()).isEqualTo("""
                        {"messaging_product":"whatsapp","recipient_type":"individual","to":"+15550100111",\
                        "type":"text","text":{"preview_url":false,"body":"Hello"}}""");
    }

    @Test
    void writesToAUserIdOnlyWithoutAPhone() {
        Recipient hidden = new Recipient(null, "AE.20000000000000000122");

        RenderResult result = MessagePayload.render(new Reply.ContactRequest("Your number?"), hidden, true, TEMPLATES);

        assertThat(((RenderResult.Messages) result).messages().getFirst().json())
                .isEqualTo("""
                        {"messaging_product":"whatsapp","recipient_type":"individual",\
                        "recipient":"AE.20000000000000000122","type":"interactive",\
                        "interactive":{"type":"request_contact_info","body":{"text":"Your number?"},\
                        "action":{"name":"request_contact_info"}}}""");
    }

    @Test
    void refusesAPhoneWithoutPlus() {
        assertThatThrownBy(() -> new Recipient("15550100111", null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addsOurReferenceToTheBytes() {
        assertThat(new String(new WireMessage("{\"a\":1}").bytes("row \"7\"")))
                .isEqualTo("{\"a\":1,\"biz_opaque_callback_data\":\"row \\\"7\\\"\"}");
    }

    @Test
    void showsUpToThreeOptionsAsButtons() {
        JsonNode interactive = interactive(new Reply.Buttons("Sure?", "Demo Store", options("Confirm", "Cancel")));

        assertThat(interactive.path("type").asText()).isEqualTo("button");
        assertThat(interactive.at("/footer/text").asText()).isEqualTo("Demo Store");
        assertThat(interactive.at("/action/buttons/1/reply")).hasToString("{\"id\":\"1\",\"title\":\"Cancel\"}");
    }

    @Test
    void showsMoreThanThreeButtonsAsAList() {
        JsonNode interactive = interactive(new Reply.Buttons("Which?", "", options("a", "b", "c", "d")));

        assertThat(interactive.path("type").asText()).isEqualTo("list");
        assertThat(interactive.has("footer")).isFalse();
        assertThat(interactive.at("/action/sections/0/rows")).hasSize(4);
    }

    @Test
    void theFullTitleOfAButtonStandsInTheText() {
        JsonNode interactive = interactive(new Reply.Buttons("Which?", null, options(LONG, "Cancel")));

        assertThat(interactive.at("/action/buttons/0/reply/title").asText()).isEqualTo("Organic Basmati Ric…");
        assertThat(interactive.at("/body/text").asText()).isEqualTo("Which?\n• " + LONG.strip());
    }

    @Test
    void aCutRowTitleStandsInFullBesideItsNote() {
        List<Reply.Option> options = List.of(new Reply.Option("p1", LONG + "5 kg", "USD 12.50"));

        JsonNode row = row(interactive(new Reply.Menu("Rice", null, "See", options)), 0);

        assertThat(row.path("title").asText()).isEqualTo("Organic Basmati Rice ex…");
        assertThat(row.path("description").asText()).isEqualTo(LONG + "5 kg · USD 12.50");
    }

    @Test
    void namesThatBeginAlikeShowTheirEnds() {
        JsonNode menu = interactive(new Reply.Menu("Rice", null, "See", options(LONG + "5 kg", LONG + "10 kg")));

        assertThat(row(menu, 0).path("title").asText()).startsWith("Organic").endsWith("5 kg");
        assertThat(row(menu, 1).path("title").asText()).startsWith("Organic").endsWith("10 kg");
    }

    @Test
    void equalNamesAreNumberedAndBlankOnesReplaced() {
        JsonNode menu = interactive(new Reply.Menu("x", null, "", options("Gas", "gas", " ", "\u200B")));

        assertThat(row(menu, 0).path("title").asText()).isEqualTo("Gas");
        assertThat(row(menu, 1).path("title").asText()).isEqualTo("gas (2)");
        assertThat(row(menu, 2).path("title").asText()).isEqualTo("3");
        assertThat(row(menu, 3).path("title").asText()).isEqualTo("4");
        assertThat(menu.at("/action/button").asText()).isEqualTo("Options");
    }

    @Test
    void refusesMoreThanTenOptionsAndIdsThatWouldNotComeBack() {
        List<Reply.Option> eleven = options("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k");
        List<Reply.Option> twice = List.of(new Reply.Option("1", "a", null), new Reply.Option("1", "b", null));
        List<Reply.Option> spaced = List.of(new Reply.Option("1 ", "a", null));

        for (List<Reply.Option> options : List.of(eleven, twice, spaced)) {
            Reply menu = new Reply.Menu("x", null, "x", options);
            assertThatThrownBy(() -> render(menu)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aLongBodyGoesAheadAsTextAndEndsAtTheButtons() {
        String lines = String.join(
                "\n", IntStream.range(0, 200).mapToObj(i -> "Line number " + i).toList());

        List<WireMessage> messages = render(new Reply.Buttons(lines, null, options("Confirm")));

        assertThat(messages).hasSize(2);
        assertThat(tree(messages.getFirst()).at("/text/body").asText()).startsWith("Line number 0\n");
        assertThat(tree(messages.getLast()).at("/interactive/body/text").asText())
                .startsWith("Line number ")
                .endsWith("Line number 199");
    }

    @Test
    void aLongTextBreaksBetweenSentences() {
        List<WireMessage> messages = render(new Reply.Text("This is one sentence. ".repeat(300)));

        assertThat(messages)
                .hasSize(2)
                .allSatisfy(message -> assertThat(tree(message).at("/text/body").asText())
                        .startsWith("This")
                        .endsWith("sentence."));
    }

    @Test
    void aBlankTextBecomesNothingAndABlankQuestionADash() {
        assertThat(render(new Reply.Text(" \n\u200B"))).isEmpty();
        assertThat(interactive(new Reply.LocationRequest("")).at("/body/text").asText())
                .isEqualTo("-");
    }

    @Test
    void aFileWithoutAPublicLinkLeavesItsWords() {
        assertThat(tree(render(new Reply.Image("/images/1.jpg", "Gas 12 kg")).getFirst())
                        .at("/text/body")
                        .asText())
                .isEqualTo("Gas 12 kg");
        assertThat(tree(render(new Reply.Document("https://a.example/r.pdf", "../a/b.pdf", null))
                                .getFirst())
                        .path("document"))
                .hasToString("{\"link\":\"https://a.example/r.pdf\",\"filename\":\".._a_b.pdf\"}");
    }

    @Test
    void outsideTheWindowOnlyTemplatesGo() {
        assertThat(MessagePayload.render(new Reply.Text("Hi"), AMINA, false, TEMPLATES))
                .isEqualTo(new RenderResult.WindowClosed(messages(new Reply.Text("Hi"), true)));
        assertThat(tree(messages(cod("fr-CA", "SO-1\n001", "12 USD"), false).getFirst())
                        .path("template"))
                .hasToString("""
                        {"name":"order_cod_confirm","language":{"code":"fr"},"components":[\
                        {"type":"body","parameters":[{"type":"text","text":"SO-1 001"},{"type":"text","text":"12 USD"}]},\
                        {"type":"button","sub_type":"quick_reply","index":"0",\
                        "parameters":[{"type":"payload","payload":"0"}]},\
                        {"type":"button","sub_type":"quick_reply","index":"1",\
                        "parameters":[{"type":"payload","payload":"1"}]}]}""");
    }

    @Test
    void insideTheWindowATemplateGoesAsTheButtonsItStandsFor() {
        JsonNode interactive = interactive(cod("en", "SO-1001", "$1"));

        assertThat(interactive.at("/body/text").asText())
                .isEqualTo(
                        "Your order SO-1001 is ready to go. You pay $1 in cash when it arrives. Shall we deliver it?");
        assertThat(interactive.at("/action/buttons/0/reply")).hasToString("{\"id\":\"0\",\"title\":\"Confirm\"}");
    }

    @Test
    void aTemplateGetsExactlyTheParametersItHas() {
        JsonNode few = tree(messages(cod("en", "SO-1001"), false).getFirst());
        JsonNode many = tree(messages(cod("en", "SO-1001", "", "three"), false).getFirst());

        assertThat(few.at("/template/components/0/parameters")).hasSize(2);
        assertThat(many.at("/template/components/0/parameters")).hasSize(2);
        assertThat(many.at("/template/components/0/parameters/1/text").asText()).isEqualTo("-");
    }

    @Test
    void aTemplateKnownOnlyToMetaIsSentAsOne() {
        Reply template = new Reply.Template("hello_world", "en-US", List.of(), List.of());

        assertThat(tree(messages(template, true).getFirst()).path("template"))
                .hasToString("{\"name\":\"hello_world\",\"language\":{\"code\":\"en_US\"}}");
    }

    @Test
    void writesEachTypeAsGraphWantsIt() {
        assertThat(content(new Reply.Video("https://a.example/v.mp4", "See")))
                .isEqualTo("video {\"link\":\"https://a.example/v.mp4\",\"caption\":\"See\"}");
        assertThat(content(new Reply.Audio("https://a.example/v.ogg", true)))
                .isEqualTo("audio {\"link\":\"https://a.example/v.ogg\",\"voice\":true}");
        assertThat(content(new Reply.Sticker("https://a.example/s.webp")))
                .isEqualTo("sticker {\"link\":\"https://a.example/s.webp\"}");
        assertThat(content(new Reply.Image("/media/a1", null))).isEqualTo("image {\"id\":\"waybill-file:a1\"}");
        assertThat(content(new Reply.Location(new BigDecimal("-1.2921"), new BigDecimal("1E+2"), "Shop", "")))
                .isEqualTo("location {\"latitude\":-1.2921,\"longitude\":100,\"name\":\"Shop\"}");
        assertThat(content(new Reply.Contacts(List.of(new Reply.Card("Ada", "+254711000001", null)))))
                .isEqualTo(
                        "contacts [{\"name\":{\"formatted_name\":\"Ada\",\"first_name\":\"Ada\"},\"phones\":[{\"phone\":\"+254711000001\"}]}]");
        assertThat(content(new Reply.Reaction("wamid.1", "👍")))
                .isEqualTo("reaction {\"message_id\":\"wamid.1\",\"emoji\":\"👍\"}");
    }

    @Test
    void writesEachInteractiveTypeAsGraphWantsIt() {
        assertThat(interactive(new Reply.Link(
                        new Reply.Title("Terms"), "Read them", "Shop", "Open them", "https://a.example")))
                .hasToString("""
                        {"type":"cta_url","header":{"type":"text","text":"Terms"},"body":{"text":"Read them"},"footer":{"text":"Shop"},\
                        "action":{"name":"cta_url","parameters":{"display_text":"Open them","url":"https://a.example"}}}""");
        assertThat(interactive(new Reply.Product("", null, "77", "P-1")))
                .hasToString(
                        "{\"type\":\"product\",\"action\":{\"catalog_id\":\"77\",\"product_retailer_id\":\"P-1\"}}");
        assertThat(interactive(new Reply.Products(
                        "Offers", "Look", null, "77", List.of(new Reply.Shelf("Tea", List.of("P-1", "P-2"))))))
                .hasToString("""
                        {"type":"product_list","header":{"type":"text","text":"Offers"},"body":{"text":"Look"},\
                        "action":{"catalog_id":"77","sections":[{"title":"Tea",\
                        "product_items":[{"product_retailer_id":"P-1"},{"product_retailer_id":"P-2"}]}]}}""");
        assertThat(interactive(new Reply.Catalogue("All", null, "77", "P-1"))).hasToString("""
                        {"type":"catalog_message","body":{"text":"All"},"action":{"name":"catalog_message",\
                        "parameters":{"thumbnail_product_retailer_id":"P-1"}}}""");
        assertThat(interactive(new Reply.Form("Apply", null, "5", "Begin", "t1", "START"))
                        .path("action"))
                .hasToString("""
                        {"name":"flow","parameters":{"flow_message_version":"3","flow_id":"5","flow_cta":"Begin","flow_token":"t1",\
                        "flow_action":"navigate","flow_action_payload":{"screen":"START"}}}""");
        Reply headed = new Reply.Buttons(new Reply.Image("/media/a1", "lost"), "Sure?", null, options("Yes"));
        assertThat(interactive(headed).path("header"))
                .hasToString("{\"type\":\"image\",\"image\":{\"id\":\"waybill-file:a1\"}}");
    }

    @Test
    void whatHasNothingToTapOrShowLeavesItsWords() {
        List<Reply> replies = List.of(
                new Reply.Link(null, "words", null, "Open", "not an address"),
                new Reply.Product("words", null, "", "P-1"),
                new Reply.Products("x", "words", null, "77", List.of(new Reply.Shelf("none", List.of()))),
                new Reply.Catalogue("words", null, "", null),
                new Reply.Form("words", null, "", "Begin", "", null),
                new Reply.Location(new BigDecimal("91"), BigDecimal.ZERO, "words", null),
                new Reply.Video("", "words"));

        assertThat(replies)
                .allSatisfy(reply ->
                        assertThat(content(reply)).isEqualTo("text {\"preview_url\":false,\"body\":\"words\"}"));
    }

    @Test
    void moreThanThirtyProductsMakeAnotherMessage() {
        List<String> ids = IntStream.range(0, 45).mapToObj(i -> "P-" + i).toList();

        List<WireMessage> messages =
                render(new Reply.Products("Offers", "Look", null, "77", List.of(new Reply.Shelf("Tea", ids))));

        assertThat(messages)
                .extracting(message -> tree(message)
                        .at("/interactive/action/sections/0/product_items")
                        .size())
                .containsExactly(30, 15);
    }

    @Test
    void aLongCaptionGoesOnAsText() {
        List<WireMessage> messages = render(new Reply.Video("https://a.example/v.mp4", "One sentence. ".repeat(100)));

        assertThat(messages)
                .extracting(message -> tree(message).path("type").asText())
                .containsExactly("video", "text");
    }

    @Test
    void aReactionIsAnEmoji() {
        assertThatThrownBy(() -> render(new Reply.Reaction("wamid.1", "well done")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one emoji");
    }

    @Test
    void titlesBesideButtonsDoNotChangeHowTheyLook() {
        JsonNode interactive =
                interactive(new Reply.Buttons("Which?", null, options("*Organic* Basmati Rice extra long grain")));

        assertThat(interactive.at("/body/text").asText())
                .isEqualTo("Which?\n• *\u200BOrganic\u200B* Basmati Rice extra long grain");
    }

    private static String content(Reply reply) {
        JsonNode message = tree(render(reply).getFirst());
        String type = message.path("type").asText();
        return type + ' ' + message.path(type);
    }

    private static Reply.Template cod(String language, String... params) {
        return new Reply.Template("order_cod_confirm", language, List.of(params), options("Confirm", "Cancel"));
    }

    private static List<Reply.Option> options(String... titles) {
        List<Reply.Option> options = new ArrayList<>();
        for (String title : titles) {
            options.add(new Reply.Option(Integer.toString(options.size()), title, null));
        }
        return options;
    }

    private static List<WireMessage> render(Reply reply) {
        return messages(reply, true);
    }

    private static List<WireMessage> messages(Reply reply, boolean windowOpen) {
        List<WireMessage> messages =
                ((RenderResult.Messages) MessagePayload.render(reply, AMINA, windowOpen, TEMPLATES)).messages();
        messages.forEach(
                message -> assertThat(GraphRules.violations(message.json())).isEmpty());
        return messages;
    }

    private static JsonNode interactive(Reply reply) {
        return tree(render(reply).getLast()).path("interactive");
    }

    private static JsonNode row(JsonNode interactive, int row) {
        return interactive.at("/action/sections/0/rows").path(row);
    }

    private static JsonNode tree(WireMessage message) {
        try {
            return new JsonMapper().readTree(message.json());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
