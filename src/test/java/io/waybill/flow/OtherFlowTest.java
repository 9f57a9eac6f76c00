package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Json;
import io.waybill.message.Content;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever is in the middle of a flow and asks for another one is asked first; nothing is lost either way. */
class OtherFlowTest {

    private static final FlowDefinition SURVEY = new FlowLoader().load("""
            {"schema": 1, "id": "survey", "title": "Tell us", "lang": "en", "start": ["survey", "order"], "menu": "Tell us",
             "commands": [{"words": ["skip"], "say": "You can skip nothing."}], "on": {"invalid": "@human"},
             "texts": {"fr": {"title": "Votre avis"}},
             "steps": [{"id": "stars", "say": "How many stars?", "ask": {"type": "number", "min": 1, "max": 5, "save": "stars"}},
                       {"id": "thanks", "say": "Thank you for {{stars}}.", "next": "@done"}]}
            """);

    private static final FlowDefinition DRIVERS = new FlowLoader().load("""
            {"schema": 1, "id": "drivers", "title": "Drivers", "lang": "en", "on": {"refused": "@human", "down": "@human",
              "invalid": "@human", "empty": "@human"},
             "steps": [{"id": "job", "call": {"op": "LIST_JOBS", "save": {"jobs": "items"}}, "say": "Which job?",
               "ask": {"type": "choice", "preset": "= start.job", "save": "job",
                       "options": {"from": "jobs", "id": "= id", "title": "{{name}}"}}},
              {"id": "licence", "say": "Which licence do you have to be {{job.name}}?", "ask": {"type": "text", "save": "licence"}, "next": "@human"}]}
            """);

    private final Conversation shop = shop();

    private static Conversation shop() {
        Conversation known = Conversation.shop();
        Conversation shop = new Conversation(Conversation.shipped("order"), Conversation.shipped("status"), SURVEY);
        shop.erp.putAll(known.erp);
        return shop;
    }

    @Test
    void asksBeforeLeavingAndKeepsTheCart() {
        shop.says("order").taps("Coffee 1").says("2");
        Session before = shop.session;
        shop.says("Survey!");

        assertThat(shop.bodies()).isEqualTo("You have not finished here. Would you like to leave this for “Tell us”?");
        assertThat(shop.titles()).containsExactly("Yes, leave this", "No, go on here");
        assertThat(shop.session.variables()).isEqualTo(before.variables());

        shop.taps("Yes, leave this");
        assertThat(shop.lastBody()).isEqualTo("How many stars?");
        assertThat(shop.session.cart().qty()).isEqualTo(2);
        shop.says("5");
        assertThat(shop.lastBody()).isEqualTo("Thank you for 5.");
    }

    @Test
    void asksTheSameQuestionAgainWhenTheCustomerStays() {
        shop.says("order").taps("Coffee 1").says("2").says("survey").says("no");

        assertThat(shop.lastBody()).isEqualTo("Your cart:\n2 x Coffee 1: KES 3,200.00");
        shop.taps("Checkout");
        assertThat(shop.lastBody()).startsWith("Where should we deliver?");
    }

    @Test
    void takesAnAnswerToTheQuestionForOne() {
        shop.says("order").taps("Coffee 1").says("2").says("survey").says("checkout");

        assertThat(shop.lastBody()).startsWith("Where should we deliver?");
    }

    @Test
    void takesWhatAQuestionForTextIsAnsweredWithForText() {
        shop.says("order").taps("Coffee 1").says("2").taps("Checkout").says("survey");

        assertThat(shop.lastBody()).contains("To: survey");
    }

    @Test
    void hasWhatIsOrderedSettledFirst() {
        shop.toSummary(2).taps("Confirm").says("survey");

        assertThat(shop.bodies()).startsWith("Please answer this first:");
        assertThat(shop.titles()).containsExactly("Confirm", "Cancel");
        shop.taps("Confirm");
        assertThat(shop.callsOf(ErpOperation.CONFIRM_ORDER)).hasSize(1);
    }

    @Test
    void asksBeforeACatalogueCartLeavesAnotherFlow() {
        shop.says("survey").receives(cart("P1", 2));
        assertThat(shop.bodies())
                .isEqualTo("You have not finished here. Would you like to leave this for “Order products”?");
        shop.taps("Yes, leave this");

        assertThat(shop.lastBody()).isEqualTo("Your cart:\n2 x Coffee 1: KES 3,200.00");
    }

    @Test
    void staysWhereItIsWhenTheOtherFlowIsGoneMeanwhile() {
        shop.says("order").taps("Coffee 1").says("2").says("survey");
        Conversation without = Conversation.shop();
        without.session = shop.session;
        without.receives(new Content.Tap(
                Conversation.options(shop.lastReply()).getFirst().id(), "Yes, leave this"));

        assertThat(without.lastBody()).isEqualTo("Your cart:\n2 x Coffee 1: KES 3,200.00");
    }

    /** 004-30: the tap starts the flow assigned to the product, with the product preset. */
    @Test
    void startsTheFlowAssignedToAProductWithTheProductChosen() {
        FlowDefinition gifts = new FlowLoader().load("""
                {"schema": 1, "id": "gifts", "title": "Gifts", "lang": "en", "on": {"refused": "@human", "down": "@human",
                  "invalid": "@human", "empty": "@human"},
                 "steps": [{"id": "gift", "call": {"op": "LIST_PRODUCTS", "save": {"products": "items"}}, "say": "Which gift?",
                   "ask": {"type": "choice", "preset": "= start.product", "save": "product",
                           "options": {"from": "products", "id": "= id", "title": "{{name}}"}}},
                  {"id": "words", "say": "What shall we write on {{product.name}}?", "ask": {"type": "text", "save": "words"}, "next": "@human"}]}
                """);
        Conversation chat = new Conversation(Conversation.shipped("order"), gifts);
        chat.erp.putAll(shop.erp);
        chat.assigned.put("P2", "gifts");
        chat.says("order").taps("Coffee 1");
        assertThat(chat.lastBody()).isEqualTo("How many Coffee 1?");
        chat.says("2").taps("Add more").taps("Coffee 2");

        assertThat(chat.lastBody()).isEqualTo("What shall we write on Coffee 2?");
        assertThat(chat.session.cart().qty()).isEqualTo(2);
        assertThat(chat.session.place().flow()).isEqualTo("gifts");
    }

    @Test
    void startsTheFlowAssignedToAJobWithTheJobChosen() {
        Conversation chat = new Conversation(Conversation.shipped("apply"), DRIVERS);
        chat.erp.put(ErpOperation.LIST_JOBS, request -> jobs("Cook", "Driver"));
        chat.available.addAll(List.of(ErpOperation.LIST_JOBS, ErpOperation.CREATE_APPLICANT));
        chat.assigned.put("Driver", "drivers");

        chat.says("jobs").taps("Cook");
        assertThat(chat.lastBody()).startsWith("Great choice: Cook.");
        chat.says("cancel").says("jobs").taps("Driver");
        assertThat(chat.lastBody()).isEqualTo("Which licence do you have to be Driver?");
        assertThat(chat.session.place().flow()).isEqualTo("drivers");
    }

    @Test
    void startsTheFlowAssignedToAJobThatIsNamed() {
        Conversation chat = new Conversation(Conversation.shipped("apply"), DRIVERS);
        chat.erp.put(ErpOperation.LIST_JOBS, request -> jobs("Cook", "Driver"));
        chat.available.addAll(List.of(ErpOperation.LIST_JOBS, ErpOperation.CREATE_APPLICANT));
        chat.assigned.put("Driver", "drivers");

        chat.says("I want to be a driver");

        assertThat(chat.lastBody()).isEqualTo("Which licence do you have to be Driver?");
    }

    private static ErpReply jobs(String... names) {
        ObjectNode body = Json.object();
        for (String name : names) {
            body.withArray("items")
                    .addObject()
                    .put("id", name)
                    .put("name", name)
                    .put("active", true);
        }
        return new ErpReply.Ok(body);
    }

    @Test
    void sellsAProductInItsListWhenTheFlowAssignedToItIsNotThere() {
        shop.assigned.put("P1", "gone");
        shop.says("order").taps("Coffee 1");

        assertThat(shop.lastBody()).isEqualTo("How many Coffee 1?");
        assertThat(shop.effects)
                .filteredOn(Effect.Incident.class::isInstance)
                .singleElement()
                .asString()
                .contains("assigned to the flow gone");
    }

    @Test
    void neverTakesAPriceFromACatalogueCart() {
        shop.receives(cart("P1", 2))
                .taps("Checkout")
                .says("Beth House, Kasarani")
                .taps("Confirm");

        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER).getFirst().request().at("/items/0/unit_price"))
                .isEqualTo(Json.read("1600.00"));
    }

    private static Content cart(String id, int qty) {
        return new Content.CatalogueCart(
                "c",
                null,
                List.of(new Content.CatalogueItem(id, BigDecimal.valueOf(qty), new BigDecimal("0.01"), "USD")));
    }
}
