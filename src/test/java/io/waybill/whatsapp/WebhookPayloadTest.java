package io.waybill.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.waybill.message.Content;
import io.waybill.message.DeliveryStatus;
import io.waybill.message.InboundMessage;
import io.waybill.message.Problem;
import io.waybill.message.Sender;
import io.waybill.whatsapp.WebhookPayload.Item;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookPayloadTest {

    private static final Path FOLDER = Path.of("src/test/resources/webhooks");
    private static final String OUR_NUMBER = "310000000000007";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            text                                | Text
            text_quoting                        | Text
            text_blank                          | Text
            text_forwarded                      | Text
            text_arabic_emoji                   | Text
            image                               | Media
            video                               | Media
            audio_voice                         | Media
            document_path_in_name               | Media
            sticker                             | Media
            image_without_id                    | Unknown
            location                            | Location
            location_out_of_this_world          | Unknown
            contact_shared_on_request           | SharedContacts
            contact_card                        | SharedContacts
            button_tap                          | Tap
            list_tap                            | Tap
            form_reply                          | FormReply
            interactive_of_the_future           | Unknown
            interactive_without_body            | Unknown
            quick_reply                         | QuickReply
            quick_reply_without_payload         | QuickReply
            catalogue_cart                      | CatalogueCart
            catalogue_cart_with_unreadable_line | Unknown
            reaction                            | Reaction
            reaction_taken_back                 | Reaction
            changed_number                      | SystemNotice
            changed_user_id                     | SystemNotice
            edit                                | Edit
            revoke                              | Revoke
            unsupported                         | Unsupported
            type_of_the_future                  | Unknown
            type_missing                        | Unknown
            type_is_a_number                    | Unknown
            hidden_number                       | Text
            contacts_in_another_order           | Text Text
            nul_and_half_surrogates             | Text
            statuses                            | sent delivered read played
            status_failed                       | failed
            status_of_the_future                | other:status
            messages_and_statuses               | Text read
            value_errors                        | other:errors
            number_missing                      | other:message
            another_field                       | other:calls
            template_without_name               | other:message_template_status_update
            template_approved                   | template:Status
            template_rejected                   | template:Status
            template_category_done              | template:Category
            template_quality                    | template:Quality
            template_words                      | template:Components
            another_object                      | other:object
            entry_missing                       | other:object
            nothing_inside                      | ''
            odd_shapes                          | other:object other:object other:object other:object other:messages other:messages
            """, delimiter = '|')
    void readsEachKindIntoItsOwnType(String file, String kinds) {
        assertThat(kinds(parse(file))).isEqualTo(kinds);
    }

    @Test
    void everyFileOfTheFolderIsReadAndKeptAsJson() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                for (Item item : WebhookPayload.parse(Files.readAllBytes(file)).items()) {
                    assertThat(new JsonMapper().readTree(item.json()))
                            .as(file.toString())
                            .isNotNull();
                }
            }
        }
    }

    @Test
    void readsWhatHasBecomeOfATemplate() {
        TemplateUpdate.Ref parcel = new TemplateUpdate.Ref("210000000000007", "71", "parcel_sent", "en_US");

        assertThat(template("template_approved")).isEqualTo(new TemplateUpdate.Status(parcel, "APPROVED", null));
        assertThat(template("template_rejected"))
                .isEqualTo(new TemplateUpdate.Status(
                        parcel, "REJECTED", "PROMOTIONAL It praises a product. Leave that out."));
        assertThat(template("template_paused")).isEqualTo(new TemplateUpdate.Status(parcel, "PAUSED", "Low quality."));
        assertThat(template("template_category_done"))
                .isEqualTo(new TemplateUpdate.Category(parcel, "MARKETING", true));
        assertThat(template("template_category_to_come"))
                .isEqualTo(new TemplateUpdate.Category(parcel, "MARKETING", false));
        assertThat(template("template_quality")).isEqualTo(new TemplateUpdate.Quality(parcel, "RED"));
        assertThat(((TemplateUpdate.Components) template("template_words")).components())
                .isEqualTo("""
                        [{"type":"HEADER","format":"TEXT","text":"Parcel"},{"type":"BODY","text":"Parcel {{1}} is here."},\
                        {"type":"FOOTER","text":"Shop"},{"type":"BUTTONS","buttons":[{"type":"URL","text":"Track","url":"https://a.test/{{1}}"},\
                        {"type":"PHONE_NUMBER","text":"Call","phone_number":"+15550100001"}]}]""");
    }

    private static TemplateUpdate template(String file) {
        return ((Item.Template) parse(file).getFirst()).update();
    }

    @Test
    void keepsWhoWroteWhatWhenAndToWhichNumber() {
        Item.Message item = message("text_quoting");

        assertThat(item.message())
                .isEqualTo(new InboundMessage(
                        item.message().id(),
                        OUR_NUMBER,
                        new Sender("+15550200042", null, null, "Leila Haddad"),
                        Instant.ofEpochSecond(1780000002),
                        "wamid.OURS1",
                        new Content.Text("this one")));
        assertThat(item.json())
                .startsWith("{\"message\":{")
                .contains("\"contact\":{")
                .contains("Leila Haddad");
    }

    @Test
    void aForwardedMessageIsNoReply() {
        assertThat(message("text_forwarded").message().inReplyTo()).isNull();
    }

    @Test
    void knowsAPersonWhoHidesTheNumberByUserId() {
        assertThat(message("hidden_number").message().sender())
                .isEqualTo(new Sender(null, "LB.700", "LB.ENT.9", "Leila"));
    }

    @Test
    void findsTheContactByIdentityAndNotByPosition() {
        assertThat(parse("contacts_in_another_order"))
                .extracting(item -> ((Item.Message) item).message().sender().name())
                .containsExactly("Leila Haddad", "Omar");
    }

    @Test
    void onlyTheAnswerToOurRequestCountsAsSharedOnRequest() {
        assertThat(message("contact_shared_on_request").message().content())
                .isEqualTo(new Content.SharedContacts(
                        List.of(new Content.SharedContact(null, List.of("+15550200042"), "+15550200042")), true));
        assertThat(message("contact_card").message().content())
                .isEqualTo(new Content.SharedContacts(
                        List.of(new Content.SharedContact("Uncle Sami", List.of("03 123 456"), null)), false));
    }

    @Test
    void readsNumbersExactly() {
        assertThat(message("location").message().content())
                .isEqualTo(new Content.Location(new BigDecimal("33.8938"), new BigDecimal("35.5018"), "Shop", "Hamra"));
        Content.CatalogueCart cart =
                (Content.CatalogueCart) message("catalogue_cart").message().content();
        assertThat(cart.note()).isNull();
        assertThat(cart.items())
                .containsExactly(
                        new Content.CatalogueItem("GAS-12", BigDecimal.valueOf(2), new BigDecimal("12.5"), "USD"),
                        new Content.CatalogueItem("HOSE", BigDecimal.ONE, BigDecimal.valueOf(3), null));
    }

    @Test
    void aQuickReplyWithoutPayloadReturnsItsLabel() {
        assertThat(message("quick_reply_without_payload").message().content())
                .isEqualTo(new Content.QuickReply("Cancel", "Cancel"));
    }

    @Test
    void aMessageThatCameWithoutItsBodyCarriesMetasExplanation() {
        assertThat(message("interactive_without_body").message().content())
                .isEqualTo(new Content.Unknown(
                        "interactive",
                        List.of(new Problem(131000, "Something went wrong", "Unsupported webhook payload"))));
    }

    @Test
    void readsStatusesWithOurReferenceAndMetasErrors() {
        assertThat(parse("statuses").getFirst())
                .extracting(item -> ((Item.Status) item).status())
                .isEqualTo(
                        new DeliveryStatus("wamid.OURS1", "sent", Instant.ofEpochSecond(1780000400), "77", List.of()));
        assertThat(((Item.Status) parse("status_failed").getFirst()).status().problems())
                .containsExactly(new Problem(131047, "Re-engagement message", "More than 24 hours."));
    }

    @Test
    void poisonSpoilsNothingAroundIt() {
        List<Item> items = parse("poison_among_good_ones");

        assertThat(kinds(items)).isEqualTo("other:message ".repeat(9) + "Text " + "other:status ".repeat(4) + "read");
        assertThat(items)
                .filteredOn(Item.Other.class::isInstance)
                .extracting(item -> ((Item.Other) item).reason())
                .contains(
                        "It has no id.",
                        "It has no readable timestamp.",
                        "It names no sender.",
                        "It was sent in a group; only chats with one person are answered.");
    }

    @Test
    void noTextHoldsWhatADatabaseCannotStore() {
        Item.Message item = message("nul_and_half_surrogates");

        assertThat(item.message().content()).isEqualTo(new Content.Text("a\uFFFDb\uFFFDc\uFFFDd😀"));
        assertThat(item.message().sender().name()).isEqualTo("A\uFFFDB");
        assertThat(item.json()).doesNotContain("u0000").contains("a\uFFFDb");
    }

    @Test
    void escapedAndPlainSpellingsOfOneTextAreEqual() throws IOException {
        String plain = Files.readString(FOLDER.resolve("text_arabic_emoji.json"));
        String escaped = plain.chars()
                .mapToObj(c -> c < 128 ? Character.toString(c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());

        assertThat(WebhookPayload.parse(escaped.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(WebhookPayload.parse(plain.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "[]", "null", "7", "\"x\"", "{\"object\":\"x\"", "{} {}", "{\"a\":01}", "<html>"})
    void whatIsNoJsonObjectIsMalformed(String body) {
        assertThatThrownBy(() -> WebhookPayload.parse(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedPayload.class);
    }

    @Test
    void brokenUtf8IsMalformed() {
        byte[] body = "{\"object\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> WebhookPayload.parse(body)).isInstanceOf(MalformedPayload.class);
    }

    @Test
    void everyPrefixOfABodyIsMalformed() throws IOException {
        byte[] body = Files.readString(FOLDER.resolve("text.json")).strip().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < body.length; length++) {
            byte[] truncated = Arrays.copyOf(body, length);
            assertThatThrownBy(() -> WebhookPayload.parse(truncated)).isInstanceOf(MalformedPayload.class);
        }
    }

    @Test
    void readsAThousandUpdatesOfThreeMegabytes() {
        String message = """
                {"from":"15550200042","id":"wamid.%d","timestamp":"1780000000","type":"text","text":{"body":"%s"}}""";
        String messages = IntStream.range(0, 1000)
                .mapToObj(i -> message.formatted(i, "\\u0645x".repeat(400)))
                .collect(Collectors.joining(","));
        String body = """
                {"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":\
                {"metadata":{"phone_number_id":"3"},"messages":[%s]}}]}]}""".formatted(messages);

        assertThat(WebhookPayload.parse(body.getBytes(StandardCharsets.UTF_8)).items())
                .hasSize(1000)
                .allMatch(Item.Message.class::isInstance);
    }

    private static List<Item> parse(String file) {
        try {
            return WebhookPayload.parse(Files.readAllBytes(FOLDER.resolve(file + ".json")))
                    .items();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Item.Message message(String file) {
        return (Item.Message) parse(file).getFirst();
    }

    private static String kinds(List<Item> items) {
        return items.stream().map(WebhookPayloadTest::kind).collect(Collectors.joining(" "));
    }

    private static String kind(Item item) {
        return switch (item) {
            case Item.Message message -> message.message().content().getClass().getSimpleName();
            case Item.Status status -> status.status().state();
            case Item.Template template ->
                "template:" + template.update().getClass().getSimpleName();
            case Item.Echo echo -> echo.message().content().getClass().getSimpleName();
            case Item.UserId changed -> "user id";
            case Item.Marketing wish -> wish.wanted() ? "marketing" : "no marketing";
            case Item.Account account -> account.sentence().isEmpty() ? "account well" : "account";
            case Item.Throughput faster -> "throughput";
            case Item.Other other -> "other:" + other.kind();
        };
    }
}
