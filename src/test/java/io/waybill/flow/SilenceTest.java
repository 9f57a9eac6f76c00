package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.waybill.erp.ErpOperation;
import io.waybill.expression.Json;
import io.waybill.message.Content;
import io.waybill.message.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Customers who do not answer: one reminder, then the end of the question. */
class SilenceTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String SIZE = """
            {"id": "size", "say": "Which size?", "ask": {"type": "choice",
             "options": [{"id": "s", "title": "Small"}, {"id": "l", "title": "Large"}],
             "remind": {"after": "2h", "say": "Still there? Which size?"}, "save": "size"%s}, "on": {"silence": "%s"}},
            {"id": "end", "say": "Size {{size}} it is.", "next": "@done"},
            {"id": "bye", "say": "We close this now.", "next": "@done"}
            """;

    @Test
    void remindsOnceAndNotTooEarly() {
        Conversation chat = chat(SIZE.formatted("", "@pause")).says("go");
        assertThat(chat.session.wakesAt()).contains(chat.now.plus(HOUR.multipliedBy(2)));

        Session asked = chat.session;
        chat.passes(HOUR.multipliedBy(2).minusMillis(1));
        assertThat(chat.effects).isEmpty();
        assertThat(chat.session.toJson()).as("woken too early").isEqualTo(asked.toJson());

        chat.passes(Duration.ofMillis(1));
        assertThat(chat.replies()).singleElement().isInstanceOf(Reply.Buttons.class);
        assertThat(chat.lastBody()).isEqualTo("Still there? Which size?");
        assertThat(chat.titles()).containsExactly("Small", "Large");

        chat.passes(Duration.ZERO);
        assertThat(chat.effects).as("woken again").isEmpty();
        assertThat(chat.session.wakesAt())
                .contains(asked.wakesAt().orElseThrow().plus(HOUR.multipliedBy(22)));
        chat.passes(HOUR.multipliedBy(21));
        assertThat(chat.effects).isEmpty();
    }

    @Test
    void takesAnAnswerOnTheReminderAsWellAsOnTheQuestion() {
        for (int i = 0; i < 2; i++) {
            Conversation chat = chat(SIZE.formatted("", "@pause")).says("go");
            String first = chat.idOf("Large");
            chat.passes(HOUR.multipliedBy(3));
            chat.receives(new Content.Tap(i == 0 ? first : chat.idOf("Large"), "Large"));

            assertThat(chat.lastBody()).isEqualTo("Size l it is.");
            assertThat(chat.session.wakesAt()).isEmpty();
        }
    }

    @Test
    void doesNothingAfterAnAnswer() {
        Conversation chat = chat(SIZE.formatted("", "@pause")).says("go").taps("Small");
        for (int hour = 0; hour < 100; hour++) {
            chat.passes(HOUR);
            assertThat(chat.effects).isEmpty();
        }
    }

    @Test
    void startsToCountAgainWithEachMessageButRemindsOnce() {
        Conversation chat = chat(SIZE.formatted(", \"tries\": 20", "@pause")).says("go");
        chat.passes(HOUR).says("what?").passes(HOUR);
        assertThat(chat.effects).isEmpty();
        chat.passes(HOUR);
        assertThat(chat.lastBody()).isEqualTo("Still there? Which size?");

        chat.says("what?").passes(HOUR.multipliedBy(23));
        assertThat(chat.effects).as("reminded already").isEmpty();
        chat.passes(HOUR);
        assertThat(chat.session.waiting()).isInstanceOf(Waiting.Paused.class);
    }

    @Test
    void pausesWithoutAWordWhenNothingElseIsSaid() {
        Conversation chat = chat(SIZE.replace(", \"on\": {\"silence\": \"%s\"}", "")
                        .formatted(""))
                .says("go");
        chat.passes(HOUR.multipliedBy(2)).passes(HOUR.multipliedBy(22));

        assertThat(chat.effects).isEmpty();
        assertThat(chat.session.waiting()).isInstanceOf(Waiting.Paused.class);
        assertThat(chat.session.wakesAt()).isEmpty();
        chat.passes(HOUR.multipliedBy(1000));
        assertThat(chat.effects).isEmpty();
        chat.says("large");
        assertThat(chat.lastBody()).isEqualTo("Size l it is.");
    }

    @Test
    void leavesToAPersonWithoutTroublingTheCustomer() {
        Conversation chat =
                chat(SIZE.formatted(", \"wait\": \"48h\"", "@human")).says("go").passes(HOUR.multipliedBy(48));

        assertThat(chat.isHandedOver()).isTrue();
        assertThat(chat.replies()).isEmpty();
        assertThat(chat.handOverReason()).isEqualTo("Step size: The customer has not answered for 48h.");
        assertThat(chat.session.wakesAt()).isEmpty();
    }

    @Test
    void goesToAStep() {
        Conversation chat =
                chat(SIZE.formatted(", \"wait\": \"3h\"", "bye")).says("go").passes(HOUR.multipliedBy(3));

        assertThat(chat.bodies()).isEqualTo("We close this now.");
        assertThat(chat.session.waiting()).isInstanceOf(Waiting.Idle.class);
    }

    @Test
    void doesNotRemindOfAQuestionThatIsOver() {
        Conversation late =
                chat(SIZE.formatted(", \"wait\": \"3h\"", "@pause")).says("go").passes(HOUR.multipliedBy(30));
        assertThat(late.effects).isEmpty();
        assertThat(late.session.waiting()).isInstanceOf(Waiting.Paused.class);

        Conversation never =
                chat(SIZE.formatted(", \"wait\": \"1h\"", "@pause")).says("go");
        assertThat(never.session.wakesAt()).contains(never.now.plus(HOUR));
        never.passes(HOUR);
        assertThat(never.effects).isEmpty();
    }

    @Test
    void keepsTheQuestionWhenTheReminderCannotBeSaid() {
        Conversation chat = chat(SIZE.replace("Still there?", "{{$number('x')}}")
                        .formatted("", "@human"))
                .says("go");
        chat.passes(HOUR.multipliedBy(2));

        assertThat(chat.incidents()).hasSize(1);
        assertThat(chat.session.waiting()).isInstanceOf(Waiting.Question.class);
        assertThat(chat.session.wakesAt()).contains(chat.now.plus(HOUR.multipliedBy(22)));
    }

    @Test
    void letsGoOfAQuestionThatTheFlowHasNoLonger() {
        Session session = chat(SIZE.formatted("", "bye")).says("go").session;
        Conversation changed = chat("{\"id\": \"other\", \"say\": \"Hm?\", \"ask\": {\"type\": \"text\"}}");
        changed.session = session;
        changed.passes(HOUR.multipliedBy(100));

        assertThat(changed.effects).isEmpty();
        assertThat(changed.session.wakesAt()).isEmpty();
    }

    /** 001-17: none at 5:59:59, one at 6:00, none at 12 hours; the session goes through its stored form in between. */
    @Test
    void remindsOfAnOrderAfterSixHoursToTheSecondAndNeverAgain() {
        Conversation shop = Conversation.shop().toSummary(2).taps("Confirm");

        shop.passes(HOUR.multipliedBy(6).minusSeconds(1));
        assertThat(shop.effects).as("at 5:59:59").isEmpty();
        shop.passes(Duration.ofSeconds(1));
        assertThat(shop.replies()).as("at 6:00").singleElement().isInstanceOf(Reply.Template.class);
        assertThat(shop.lastBody()).isEqualTo("order_cod_reminder[SO-1]");
        shop.passes(Duration.ofSeconds(1));
        assertThat(shop.effects).as("at 6:00:01").isEmpty();
        shop.passes(HOUR.multipliedBy(6));
        assertThat(shop.effects).as("after 12 hours").isEmpty();
    }

    @Test
    void remindsOfAnOrderByTemplateWithTheButtonsOfTheQuestion() {
        Conversation shop = Conversation.shop().toSummary(2).taps("Confirm");
        Reply.Template question = (Reply.Template) shop.lastReply();
        shop.passes(HOUR.multipliedBy(6));

        Reply.Template reminder = (Reply.Template) shop.lastReply();
        assertThat(reminder.name()).isEqualTo("order_cod_reminder");
        assertThat(reminder.params()).containsExactly("SO-1");
        assertThat(reminder.buttons()).isEqualTo(question.buttons());
        shop.receives(new Content.QuickReply(reminder.buttons().getFirst().id(), "Confirm"));
        assertThat(shop.lastBody()).startsWith("Thank you Amina!");
        assertThat(shop.callsOf(ErpOperation.CONFIRM_ORDER)).hasSize(1);
    }

    @Test
    void handsAnUnansweredOrderToAPersonWithNothingChanged() {
        Conversation shop = Conversation.shop().toSummary(2).taps("Confirm");
        Cart cart = shop.session.cart();
        shop.passes(HOUR.multipliedBy(6)).passes(HOUR.multipliedBy(42));

        assertThat(shop.isHandedOver()).isTrue();
        assertThat(shop.replies()).isEmpty();
        assertThat(shop.session.cart()).isEqualTo(cart);
        assertThat(shop.operations()).doesNotContain(ErpOperation.CONFIRM_ORDER, ErpOperation.CANCEL_ORDER);
    }

    @Test
    void pausesAtEveryOtherQuestionOfTheShopAndLosesNothing() {
        for (int before = 1; before < 6; before++) {
            Conversation shop = Conversation.shop().says("order");
            List<Runnable> way = List.of(
                    () -> shop.taps("Coffee 1"),
                    () -> shop.says("2"),
                    () -> shop.taps("Checkout"),
                    () -> shop.says("Beth House, Kasarani"),
                    () -> shop.taps("Confirm"));
            way.subList(0, before - 1).forEach(Runnable::run);
            Session asked = shop.session;
            shop.passes(HOUR.multipliedBy(24));

            assertThat(shop.effects).isEmpty();
            assertThat(shop.session.waiting()).isInstanceOf(Waiting.Paused.class);
            assertThat(shop.session.cart()).isEqualTo(asked.cart());
            assertThat(Json.write(shop.session.variables())).isEqualTo(Json.write(asked.variables()));
            shop.passes(HOUR.multipliedBy(72));
            way.subList(before - 1, way.size()).forEach(Runnable::run);
            assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).hasSize(1);
        }
    }

    @Test
    void asksNoMoreWhenNobodyAnswersAFlowThatGoesRoundInCircles() {
        Conversation chat = chat(SIZE.formatted("", "size")).says("go");
        int said = saidIn(Duration.ofDays(365), chat).size();

        assertThat(said)
                .as("a reminder of each of four questions, and all but the first question")
                .isEqualTo(7);
        assertThat(chat.session.waiting()).isInstanceOf(Waiting.Paused.class);
        assertThat(chat.incidents()).hasSize(1);
        chat.says("large");
        assertThat(chat.lastBody()).isEqualTo("Size l it is.");
    }

    @Test
    void asksNoMoreAlsoWhenTheCircleLeadsThroughTheErp() {
        Conversation chat = chat("""
                {"id": "look", "call": {"op": "LIST_PRODUCTS"}, "say": "Well?", "ask": {"type": "number"}, "on": {"silence": "look"}}
                """);
        chat.erp.put(ErpOperation.LIST_PRODUCTS, request -> Conversation.ok(Conversation.products(1)));
        chat.says("go");

        assertThat(saidIn(Duration.ofDays(365), chat)).hasSize(3);
        assertThat(chat.session.waiting()).isInstanceOf(Waiting.Paused.class);
        chat.says("what?");
        assertThat(saidIn(Duration.ofDays(365), chat))
                .as("somebody is there again")
                .hasSize(3);
    }

    /** Each customer is woken whenever the session asks for it, as in production, and none ever answers. */
    @Test
    void runsAMonthOfRemindersInUnderASecond() {
        List<Conversation> shops = Stream.generate(
                        () -> Conversation.shop().toSummary(2).taps("Confirm"))
                .limit(30)
                .toList();
        assertTimeout(
                Duration.ofSeconds(1),
                () -> shops.forEach(shop -> assertThat(saidIn(Duration.ofDays(30), shop))
                        .singleElement()
                        .isInstanceOf(Reply.Template.class)));

        assertThat(shops).allMatch(Conversation::isHandedOver);
    }

    private static List<Reply> saidIn(Duration time, Conversation shop) {
        Instant end = shop.now.plus(time);
        List<Reply> said = new ArrayList<>();
        while (shop.session.wakesAt().filter(end::isAfter).isPresent()) {
            shop.now = shop.session.wakesAt().orElseThrow();
            shop.happens(new Event.TimePassed());
            said.addAll(shop.replies());
        }
        return said;
    }

    @Test
    void staysQuietThroughAMonthOfSuperfluousWakeUps() {
        Conversation chat = chat(SIZE.formatted("", "@pause")).says("go");
        int said = 0;
        for (int hour = 0; hour < 30 * 24; hour++) {
            said += chat.passes(HOUR).replies().size();
        }

        assertThat(said).isEqualTo(1);
    }

    private static Conversation chat(String steps) {
        return new Conversation(new FlowLoader()
                .load(
                        "{\"schema\": 1, \"id\": \"x\", \"title\": \"X\", \"lang\": \"en\", \"start\": [\"go\"], \"steps\": ["
                                + steps + "]}"));
    }
}
