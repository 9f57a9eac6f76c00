package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Json;
import io.waybill.message.Content;
import io.waybill.message.Content.MediaKind;
import io.waybill.message.Reply;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Messages that are no answer, at every question of an order. */
class AnyMessageTest {

    private static final List<Content> NO_ANSWERS = List.of(
            new Content.Text("?!"),
            new Content.Text(" "),
            media(MediaKind.STICKER),
            media(MediaKind.AUDIO),
            media(MediaKind.VIDEO),
            media(MediaKind.IMAGE),
            media(MediaKind.DOCUMENT),
            new Content.FormReply("form", "{}"),
            new Content.CatalogueCart("cat", null, List.of()),
            new Content.SharedContacts(
                    List.of(new Content.SharedContact("Bob", List.of("0700"), "+254799999999")), false),
            new Content.Unsupported("poll_creation", List.of()),
            new Content.Unsupported(null, List.of()),
            new Content.Unknown("hologram", List.of()),
            new Content.Text("[card number removed]"),
            new Content.Tap("s1.1.gone", "Gone"),
            new Content.Tap("not ours", "Not ours"),
            new Content.QuickReply("not ours", "Not ours"));

    private static final List<Content> NOTHING_SAID = List.of(
            new Content.Reaction("wamid.1", "\ud83d\udc4d"),
            new Content.Reaction("wamid.1", null),
            new Content.Edit("wamid.1"),
            new Content.Revoke("wamid.1"),
            new Content.SystemNotice("user_changed_number", null, null, null),
            new Content.Unsupported("reaction", List.of()),
            new Content.Unsupported("edit", List.of()),
            new Content.Unknown("reaction", List.of()));

    @Test
    void asksEachQuestionAgainWithAHintAndLosesNothing() {
        atEveryQuestion(shop -> {
            Session before = shop.session;
            List<Reply.Option> options = Conversation.options(shop.lastReply());
            for (Content content : NO_ANSWERS) {
                shop.session = before;
                shop.receives(content);

                assertThat(shop.replies())
                        .as("%s to %s", content, before.waiting())
                        .isNotEmpty();
                assertThat(shop.lastBody()).isNotBlank();
                assertThat(Conversation.options(shop.lastReply())).isEqualTo(options);
                assertUntouched(shop, before);
            }
            shop.session = before;
        });
    }

    @Test
    void letsReactionsAndEditsPassWithoutAWord() {
        atEveryQuestion(shop -> {
            Session before = shop.session;
            for (Content content : NOTHING_SAID) {
                shop.receives(content);

                assertThat(shop.effects)
                        .as("%s to %s", content, before.waiting())
                        .isEmpty();
                assertThat(shop.session.toJson()).isEqualTo(before.toJson());
            }
        });
    }

    @Test
    void callsAPersonAfterThreeWrongAnswersAndKeepsTheCart() {
        Conversation shop = Conversation.shop();
        shop.toSummary(2);
        for (int i = 0; i < 3; i++) {
            assertThat(shop.isHandedOver()).isFalse();
            shop.receives(media(MediaKind.STICKER));
        }

        assertThat(shop.isHandedOver()).isTrue();
        assertThat(shop.bodies()).isEqualTo("A colleague will answer you here.");
        assertThat(shop.session.cart().qty()).isEqualTo(2);
        assertThat(shop.operations()).noneMatch(ErpOperation::writes);
    }

    @Test
    void answersWhateverAConversationBeginsWith() {
        for (Content content : NO_ANSWERS) {
            Conversation shop = Conversation.shop();
            shop.receives(content);

            assertThat(shop.lastBody()).as(content.toString()).endsWith("How can we help you?");
            assertThat(shop.titles()).containsExactly("Order products", "Order status");
            shop.receives(content);
            assertThat(shop.lastBody()).as(content.toString()).endsWith("How can we help you?");
        }
    }

    @Test
    void asksATemplatesQuestionAgainWithTheSameAnswers() {
        Conversation shop = Conversation.shop();
        shop.toSummary(2).taps("Confirm");
        Reply.Template template = (Reply.Template) shop.lastReply();
        shop.says("what is this?");

        assertThat(shop.lastBody()).isEqualTo("Please tap Confirm or Cancel for order SO-1.");
        assertThat(shop.titles()).containsExactly("Confirm", "Cancel");
        shop.receives(new Content.QuickReply(template.buttons().getFirst().id(), "Confirm"));
        assertThat(shop.lastBody()).startsWith("Thank you Amina!");
        assertThat(shop.callsOf(ErpOperation.CONFIRM_ORDER)).hasSize(1);
    }

    @Test
    void asksATemplatesQuestionAgainAlsoWithoutWordsForThat() {
        Conversation chat = chat("""
                {"id": "a", "say": {"template": "t", "params": ["1"]},
                 "ask": {"type": "choice", "options": [{"id": "y", "title": "Yes"}], "save": "p"}, "next": "@human"}
                """);
        chat.says("go").says("what?");

        assertThat(chat.replies()).hasSize(2);
        assertThat(chat.bodies()).isEqualTo("Sorry, I did not understand that.\nt[1]");
        chat.taps("Yes");
        assertThat(chat.isHandedOver()).isTrue();
    }

    @Test
    void asksAQuestionWithAPictureAgain() {
        String steps = """
                {"id": "a", "say": {"image": "https://shop.example/a.jpg", "text": "This one?"},
                 "ask": {"type": "choice", "options": [{"id": "y", "title": "Yes"}], "retry": "Tap Yes."}, "next": "@human"}
                """;
        Conversation chat = chat(steps);
        chat.says("go");
        assertThat(chat.bodies()).isEqualTo("https://shop.example/a.jpg\nThis one?");
        chat.says("what?");
        assertThat(chat.bodies()).isEqualTo("Tap Yes.");
        assertThat(chat.titles()).containsExactly("Yes");

        Conversation silent = chat(steps.replace(", \"retry\": \"Tap Yes.\"", ""));
        silent.says("go").says("what?");
        assertThat(silent.lastBody()).isEqualTo("This one?");
        assertThat(silent.bodies()).startsWith("Sorry, I did not understand that.");
        assertThat(silent.titles()).containsExactly("Yes");
    }

    @Test
    void pausesWhereNothingWasAskedAndGoesOnWithWhateverComes() {
        for (Content content : NO_ANSWERS) {
            Conversation chat = chat("""
                    {"id": "a", "say": "Wait.", "next": "@pause"},
                    {"id": "b", "say": "Here we are.", "next": "@done"}
                    """);
            chat.says("go");
            assertThat(chat.session.waiting()).isEqualTo(new Waiting.Paused("a", null));
            chat.receives(content);

            assertThat(chat.bodies()).as(content.toString()).isEqualTo("Here we are.");
        }
    }

    private static Conversation chat(String steps) {
        return new Conversation(new FlowLoader()
                .load(
                        "{\"schema\": 1, \"id\": \"x\", \"title\": \"X\", \"lang\": \"en\", \"start\": [\"go\"], \"steps\": ["
                                + steps + "]}"));
    }

    /** Every question the shipped flow has: list, number, buttons, text, contact, place, template, and the one about trouble. */
    private static void atEveryQuestion(Consumer<Conversation> check) {
        Conversation shop = Conversation.shop();
        shop.customer = new World.Customer(7, "US.1", null, null, "en", null);
        shop.says("order");
        check.accept(shop);
        shop.taps("Coffee 1");
        check.accept(shop);
        shop.says("2");
        check.accept(shop);
        var prices = shop.erp.put(ErpOperation.GET_PRICE, request -> new ErpReply.Down("away"));
        shop.taps("Checkout");
        check.accept(shop);
        shop.erp.put(ErpOperation.GET_PRICE, prices);
        shop.taps("Try again");
        checkText(shop, check);
        shop.says("Amina W.");
        check.accept(shop);
        shop.receives(new Content.SharedContacts(
                List.of(new Content.SharedContact("Amina", List.of("+254700000001"), "+254700000001")), true));
        checkText(shop, check);
        shop.says("Beth House, Kasarani");
        check.accept(shop);
        shop.taps("Confirm");
        check.accept(shop);
        shop.taps("Confirm");
        assertThat(shop.lastBody()).startsWith("Thank you");
    }

    /** A question for text takes the words on a foreign button for an answer, which is right. */
    private static void checkText(Conversation shop, Consumer<Conversation> check) {
        Session before = shop.session;
        for (Content content : NO_ANSWERS) {
            if (content instanceof Content.Text
                    || content instanceof Content.QuickReply
                    || content instanceof Content.Tap tap && tap.id().equals("not ours")) {
                continue;
            }
            shop.session = before;
            shop.receives(content);
            assertThat(shop.lastBody()).as(content.toString()).isNotBlank();
            assertUntouched(shop, before);
        }
        shop.session = before;
    }

    private static void assertUntouched(Conversation shop, Session before) {
        assertThat(Json.write(shop.session.variables())).isEqualTo(Json.write(before.variables()));
        assertThat(shop.session.cart()).isEqualTo(before.cart());
        assertThat(shop.session.waiting())
                .isInstanceOfSatisfying(
                        Waiting.Question.class,
                        question ->
                                assertThat(question.visit()).isEqualTo(((Waiting.Question) before.waiting()).visit()));
    }

    private static Content media(MediaKind kind) {
        return new Content.Media(kind, "m1", null, null, "2", null);
    }
}
