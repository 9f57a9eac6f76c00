package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.message.Content;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which language a customer is spoken to in. */
class LanguageTest {

    @Test
    void isThatOfTheNumberUntilTheCustomerChoosesAnother() {
        Conversation shop = shop("fr").says("hi");
        assertThat(shop.lastBody()).isEqualTo("Comment pouvons-nous vous aider ?");
        shop.says("commander");
        assertThat(shop.lastBody()).isEqualTo("Que souhaitez-vous commander ?");
        shop.says("English");
        assertThat(shop.lastBody()).isEqualTo("What would you like to order?");
        shop.taps("Coffee 1")
                .says("1")
                .says("cancel")
                .passes(Duration.ofDays(90))
                .says("bonjour");
        assertThat(shop.lastBody()).isEqualTo("How can we help you?");
        shop.says("en français !");
        assertThat(shop.lastBody()).isEqualTo("Comment pouvons-nous vous aider ?");
    }

    @Test
    void isThatOfTheFirstMessageWhereItsWordsAreOfOneLanguageOnly() {
        assertThat(shop("en").says("bonjour").lastBody()).isEqualTo("Comment pouvons-nous vous aider ?");
        assertThat(shop("en").says("Je voudrais commander").lastBody()).isEqualTo("Que souhaitez-vous commander ?");
        assertThat(shop("fr").says("I want to order").lastBody()).isEqualTo("What would you like to order?");
        assertThat(shop("fr").says("hello").lastBody()).isEqualTo("Comment pouvons-nous vous aider ?");
        Conversation chosen = shop("en").says("english").says("commander");
        assertThat(chosen.lastBody()).isEqualTo("What would you like to order?");
    }

    @Test
    void writesAmountsAsTheLanguageDoes() {
        Conversation french = shop("fr").says("commander").taps("Coffee 1").says("2");
        assertThat(french.lastBody()).isEqualTo("Votre panier :\n2 x Coffee 1: 3\u202f200,00 KES");
        french.says("anglais");
        assertThat(french.lastBody()).isEqualTo("Your cart:\n2 x Coffee 1: KES 3,200.00");
    }

    @Test
    void isThatOfTheFlowWhereNothingIsKnown() {
        assertThat(shop(null).says("hi").lastBody()).isEqualTo("How can we help you?");
        assertThat(shop(null).says("order").lastBody()).isEqualTo("What would you like to order?");
        assertThat(shop("de").says("order").lastBody()).isEqualTo("What would you like to order?");
        Conversation french = new Conversation(new FlowLoader().load("""
                {"schema": 1, "id": "x", "title": "X", "lang": "fr", "start": ["go"], "menu": "Demander",
                 "steps": [{"id": "a", "say": "Oui ?", "ask": {"type": "number"}}]}
                """));
        french.customer = customer(null);
        assertThat(french.says("hi").lastBody()).isEqualTo("Comment pouvons-nous vous aider ?");
        assertThat(french.says("go").says("?").lastBody()).isEqualTo("Désolé, je n’ai pas compris.\n\nOui ?");
    }

    @Test
    void changesAtAnyQuestionWithNothingElseChanged() {
        Conversation shop = Conversation.shop().says("order").taps("Coffee 1").says("2");
        Session before = shop.session;
        shop.says("French");

        assertThat(shop.titles()).containsExactly("Ajouter", "Commander");
        assertThat(shop.session.variables()).isEqualTo(before.variables());
        assertThat(shop.session.cart()).isEqualTo(before.cart());
        shop.taps("Commander").says("anglais");
        assertThat(shop.lastBody()).startsWith("Where should we deliver?");
    }

    @Test
    void isNotChangedByAnAnswer() {
        Conversation shop = Conversation.shop()
                .sells(Conversation.product("T", "English tea", "100"), Conversation.product("C", "Coffee", "100"))
                .says("order")
                .says("english");

        assertThat(shop.lastBody()).isEqualTo("How many English tea?");
        assertThat(shop.session.language()).isNull();
    }

    @Test
    void isNotOneThatNoFlowSpeaks() {
        Conversation chat = new Conversation(new FlowLoader().load("""
                {"schema": 1, "id": "x", "title": "X", "lang": "en", "start": ["go"],
                 "steps": [{"id": "a", "say": "Yes?", "ask": {"type": "number"}}]}
                """));
        chat.says("go").says("french");

        assertThat(chat.lastBody()).isEqualTo("Sorry, I did not understand that.\n\nYes?");
    }

    @Test
    void isKnownToTheFlow() {
        Conversation chat = new Conversation(new FlowLoader().load("""
                {"schema": 1, "id": "x", "title": "X", "lang": "en", "start": ["go"], "texts": {"fr": {"title": "Y"}},
                 "steps": [{"id": "a", "say": "{{contact.lang}}", "ask": {"type": "location"}}]}
                """));
        chat.customer = customer(null);
        assertThat(chat.says("go").lastBody()).isEqualTo("Please choose:");
        assertThat(chat.says("français").lastBody()).isEqualTo("fr");
        assertThat(chat.receives(new Content.Text("english")).lastBody()).isEqualTo("en");
    }

    private static Conversation shop(@Nullable String language) {
        Conversation shop = Conversation.shop();
        shop.customer = customer(language);
        return shop;
    }

    private static World.Customer customer(@Nullable String language) {
        return new World.Customer(7, null, "+254700000001", "Amina", language, null);
    }
}
