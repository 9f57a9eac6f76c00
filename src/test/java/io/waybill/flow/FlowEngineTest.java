package io.waybill.flow;

import static io.waybill.flow.Conversation.ok;
import static io.waybill.flow.Conversation.options;
import static io.waybill.flow.Conversation.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Json;
import io.waybill.message.Content;
import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FlowEngineTest {

    /** 001-04: 37 products on pages of 9, 9, 9 and 10, all of them reached. */
    @Test
    void pagesThirtySevenProductsByNine() {
        Conversation shop = shopWith(37);
        shop.says("order");
        List<Integer> sizes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (shop.titles().contains("More")) {
            sizes.add(shop.titles().size() - 1);
            seen.addAll(shop.titles());
            shop.taps("More");
        }
        sizes.add(shop.titles().size());
        seen.addAll(shop.titles());

        assertThat(sizes).containsExactly(9, 9, 9, 10);
        assertThat(seen).hasSize(38);
    }

    @Test
    void takesATapOnAnEarlierPageOfTheSameQuestion() {
        Conversation shop = shopWith(37);
        shop.says("order");
        String first = shop.idOf("Coffee 1");
        shop.says("more").says("More");
        shop.receives(new Content.Tap(first, "Coffee 1"));

        assertThat(shop.lastBody()).isEqualTo("How many Coffee 1?");
    }

    @Test
    void reachesEachOf240Products() {
        Conversation shop = shopWith(240);
        shop.says("order");
        Session start = shop.session;
        List<Reply.Option> rows = new ArrayList<>(options(shop.lastReply()));
        while (shop.titles().contains("More")) {
            shop.taps("More");
            assertThat(shop.titles()).hasSizeBetween(1, 10);
            rows.addAll(options(shop.lastReply()));
        }
        List<Reply.Option> products =
                rows.stream().filter(row -> !row.title().equals("More")).toList();

        assertThat(products).hasSize(240).extracting(Reply.Option::title).doesNotHaveDuplicates();
        for (Reply.Option product : products) {
            shop.session = start;
            shop.receives(new Content.Tap(product.id(), product.title()));
            assertThat(shop.lastBody()).isEqualTo("How many %s?".formatted(product.title()));
        }
    }

    @Test
    void givesReplyIdsThatWhatsAppTakesForAnyIdOfTheErp() {
        List<String> ids = List.of(
                "a.b.c",
                " edge",
                "edge ",
                "x".repeat(121),
                "x".repeat(120),
                "#1",
                "*more",
                "tab\there",
                "é 1",
                "\u200bzero",
                "😀");
        StringBuilder items = new StringBuilder();
        for (String id : ids) {
            items.append(items.isEmpty() ? "" : ",")
                    .append("{\"id\": %s, \"name\": \"N%d\", \"price\": 1, \"currency\": \"KES\"}"
                            .formatted(Json.write(Json.nodes().textNode(id)), items.length()));
        }
        Conversation shop = Conversation.shop();
        shop.session = Session.idle("a_session-id-of-20ch");
        shop.erp.put(ErpOperation.LIST_PRODUCTS, request -> ok("{\"items\": [" + items + "]}"));
        shop.says("order");
        Session start = shop.session;
        List<Reply.Option> rows = new ArrayList<>(options(shop.lastReply()));
        shop.taps("More");
        rows.addAll(options(shop.lastReply()));
        rows.removeIf(row -> row.title().equals("More"));

        assertThat(rows).hasSize(ids.size()).extracting(Reply.Option::id).doesNotHaveDuplicates();
        for (int i = 0; i < ids.size(); i++) {
            assertThat(rows.get(i).id().length()).isLessThanOrEqualTo(200);
            assertThat(rows.get(i).id().strip()).isEqualTo(rows.get(i).id());
            shop.session = start;
            shop.receives(new Content.Tap(rows.get(i).id(), ""));
            assertThat(shop.session.variables().at("/product/id").textValue()).isEqualTo(ids.get(i));
        }
    }

    @Test
    void takesQuickRepliesOfTemplatesForTaps() {
        Conversation shop = Conversation.shop();
        shop.toSummary(1).taps("Confirm");
        shop.receives(new Content.QuickReply(shop.idOf("Confirm"), "Confirm"));

        assertThat(shop.lastBody()).startsWith("Thank you");
    }

    @Test
    void showsTheMenuForWhatItDoesNotKnow() {
        Conversation shop = Conversation.shop();
        for (String text : List.of("hi", "", "I would like to order something", "1234")) {
            shop.session = Session.idle("s1");
            shop.says(text);
            assertThat(shop.titles()).containsExactly("Order products", "Order status");
        }
        shop.says("order s");
        assertThat(shop.lastBody()).isEqualTo("You have no order with us yet.");
    }

    /** 001-03: by words that ask for it, or by a product that can be had; a greeting does not. */
    @Test
    void startsTheOrderByItsWordsAndByTheNameOfAProductThatIsVisible() {
        for (String text : List.of("I want to order", "mujhe chai chahiye", "MASÁLA chai?")) {
            Conversation shop = chaiShop().says(text);
            assertThat(shop.session.place()).as(text).isNotNull();
            assertThat(shop.session.place().flow()).as(text).isEqualTo("order");
            assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).isEmpty();
        }

        assertThat(chaiShop().says("hello").titles()).containsExactly("Order products", "Order status");
        Conversation hiding = chaiShop();
        hiding.hidden.addAll(List.of("M1", "M2"));
        assertThat(hiding.says("mujhe chai chahiye").titles()).containsExactly("Order products", "Order status");
    }

    /** 001-30: what the message means comes first, up to ten products; where it means none, the order of the ERP stands. */
    @Test
    void listsFirstWhatTheMessageMeans() {
        assertThat(chaiShop().says("mujhe chai chahiye").titles())
                .startsWith("Masala chai", "Ginger chai", "Coffee 1", "Coffee 2")
                .hasSize(10);
        assertThat(chaiShop().says("I want to order").titles())
                .startsWith("Coffee 1", "Coffee 2", "Coffee 3")
                .hasSize(10)
                .doesNotContain("Masala chai", "Ginger chai");
    }

    /** Chai is the last of many that it sells. */
    private static Conversation chaiShop() {
        List<String> products = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            products.add(product("P" + i, "Coffee " + i, "1600.00"));
        }
        products.add(product("M1", "Masala chai", "285.00"));
        products.add(product("M2", "Ginger chai", "285.00"));
        return Conversation.shop().sells(products.toArray(String[]::new));
    }

    @Test
    void recognisesATapOnAnOldMenu() {
        Conversation shop = Conversation.shop();
        shop.says("hi");
        Content old = new Content.Tap(shop.idOf("Order products"), "Order products");
        shop.says("hi").receives(old);

        assertThat(shop.lastBody()).isEqualTo("That choice is from an earlier message.\n\nHow can we help you?");
    }

    @Test
    void startsTheFlowForAnythingOnlyWhenNoWordDoes() {
        FlowDefinition any = new FlowLoader().load("""
                        {"schema": 1, "id": "any", "title": "Any", "lang": "en", "start": ["@any"],
                         "steps": [{"id": "a", "say": "You said {{start.text}}.", "next": "@done"}]}
                        """);
        Conversation chat = new Conversation(any, Conversation.shipped("status"));
        chat.says("Hello there");
        assertThat(chat.lastBody()).isEqualTo("You said Hello there.");
        chat.says("Track!");
        assertThat(chat.lastBody()).isEqualTo("You have no order with us yet.");
    }

    @Test
    void givesTheSameTurnForTheSameInput() {
        Conversation shop = Conversation.shop();
        shop.says("order").taps("Coffee 1").says("2");
        Event event = new Event.Received(shop.message(new Content.Text("Checkout")));

        assertThat(shop.engine.advance(shop.session, event, shop.world()))
                .isEqualTo(shop.engine.advance(Session.fromJson(shop.session.toJson()), event, shop.world()));
    }

    @Test
    void ignoresAnswersItDoesNotWaitFor() {
        Conversation shop = Conversation.shop();
        shop.says("order");
        shop.happens(new Event.Answered(List.of(new Event.Answer("s1.99", new ErpReply.Empty()))));
        assertThat(shop.effects).isEmpty();
        shop.happens(new Event.GivenUp("s1.99", "gone"));
        assertThat(shop.effects).isEmpty();
        assertThat(shop.session.waiting()).isInstanceOf(Waiting.Question.class);
    }

    @Test
    void insistsThatCallsEndBeforeTheNextMessage() {
        Conversation shop = Conversation.shop();
        shop.answersCalls = false;
        shop.says("order");

        assertThatThrownBy(() -> shop.says("hello")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void goesOnInTheCurrentRevisionWhenTheOldOneIsGone() {
        Conversation shop = Conversation.shop();
        shop.says("order").taps("Coffee 1");
        Session.Place place = shop.session.place();
        Session old = shop.session;
        shop.session = at(old, new Session.Place(place.flow(), "0000000000000000", place.step()));
        shop.says("2");
        assertThat(shop.lastBody()).startsWith("Your cart:");

        shop.session = at(old, new Session.Place("deleted", "0000000000000000", place.step()));
        shop.says("2");
        assertThat(shop.lastBody()).contains("we start again", "How can we help you?");
        assertThat(shop.incidents()).hasSize(1);
    }

    @Test
    void handsOverASessionThatGrowsTooLarge() {
        Conversation shop = Conversation.shop();
        String items = "{\"items\": [{\"id\": \"P1\", \"name\": \"%s\", \"price\": 1, \"currency\": \"KES\"}]}"
                .formatted("x".repeat(300_000));
        shop.erp.put(ErpOperation.LIST_PRODUCTS, request -> ok(items));
        shop.says("order");

        assertThat(shop.isHandedOver()).isTrue();
        assertThat(shop.incidents()).hasSize(1);
        assertThat(shop.session.toJson().length()).isLessThan(1_000);
    }

    @Test
    @Timeout(10)
    void survivesFlowsThatNeverEnd() {
        for (String steps : List.of(
                "{\"id\": \"a\", \"next\": \"a\"}",
                "{\"id\": \"a\", \"say\": \"{{$number('x')}}\", \"on\": {\"refused\": \"a\"}}",
                "{\"id\": \"a\", \"say\": \"{{( $f := function($n){ $f($n + 1) }; $f(0) )}}\", \"next\": \"a\"}",
                "{\"id\": \"a\", \"when\": \"= $sum([1..9999999]) > 0\", \"next\": \"a\"}",
                "{\"id\": \"a\", \"next\": \"@flow:x\"}",
                "{\"id\": \"a\", \"set\": {\"v\": \"= $append(v, [v, v, 1])\"}, \"next\": \"a\"}",
                "{\"id\": \"a\", \"set\": {\"v\": \"= {'v': [v, v]}\"}, \"next\": \"a\"}",
                "{\"id\": \"a\", \"next\": \"@retry\"}",
                "{\"id\": \"a\", \"say\": \"x\", \"ask\": {\"type\": \"choice\", \"options\": {\"from\": \"v\", \"id\": \"= id\", \"title\": \"x\"}}, \"on\": {\"empty\": \"a\"}}")) {
            Conversation chat = new Conversation(new FlowLoader()
                    .load(
                            "{\"schema\": 1, \"id\": \"x\", \"title\": \"X\", \"lang\": \"en\", \"start\": [\"go\"], \"steps\": ["
                                    + steps + "]}"));
            chat.says("go");

            assertThat(chat.isHandedOver()).as(steps).isTrue();
            assertThat(chat.replies()).as(steps).hasSize(1);
        }
    }

    private static Session at(Session session, Session.Place place) {
        return new Session(
                session.id(),
                session.visit(),
                place,
                session.waiting(),
                session.variables(),
                session.cart(),
                session.start(),
                session.silences(),
                session.language(),
                session.interrupted(),
                session.failure(),
                session.queuedSince(),
                session.beside());
    }

    private static Conversation shopWith(int products) {
        Conversation shop = Conversation.shop();
        shop.erp.put(ErpOperation.LIST_PRODUCTS, request -> ok(Conversation.products(products)));
        return shop;
    }
}
