package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.message.Content;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A session goes on in a flow that was changed meanwhile and lacks what the session stands at. */
class ChangedFlowTest {

    private final Conversation old = Conversation.shop();

    @Test
    void startsTheFlowAgainWithTheCartWhenItsStepIsGone() {
        old.says("order").taps("Coffee 1").says("2");
        Conversation shop = in(flowWithout("more"));
        shop.says("Checkout");

        assertThat(shop.isHandedOver()).isFalse();
        assertThat(shop.bodies())
                .isEqualTo("Sorry, something here has changed meanwhile, so we start again. Your cart is kept.\n"
                        + "What would you like to order?");
        shop.taps("Coffee 2").says("1");
        assertThat(shop.lastBody()).isEqualTo("Your cart:\n2 x Coffee 1: KES 3,200.00\n1 x Coffee 2: KES 1,600.00");
        shop.taps("Checkout").says("Beth House, Kasarani").taps("Confirm");
        assertThat(shop.callsOf(ErpOperation.CREATE_ORDER)).hasSize(1);
    }

    @Test
    void startsTheFlowAgainFromEveryQuestionThatIsGone() {
        for (String step : List.of("browse", "quantity", "more", "name", "phone", "address", "summary", "erp_down")) {
            Conversation before = Conversation.shop();
            before.customer = new World.Customer(7, "US.1", null, null, "en", null);
            before.says("order");
            for (int i = 0; i < 12 && !step.equals(question(before)); i++) {
                goOn(before, step);
            }
            assertThat(question(before)).isEqualTo(step);
            Conversation shop = in(flowWithout(step), before);
            shop.says("2");

            assertThat(shop.bodies()).as(step).startsWith("Sorry, something here has changed meanwhile");
            assertThat(shop.lastBody()).as(step).endsWith("What would you like to order?");
            assertThat(shop.session.cart().qty())
                    .as(step)
                    .isEqualTo(before.session.cart().qty());
        }
    }

    @Test
    void startsAgainWhenTheStepIsThereButAsksNothingAnyMore() {
        old.says("order").taps("Coffee 1");
        String text = Conversation.shippedText("order")
                .replace("\"id\": \"quantity\"", "\"id\": \"amount\"")
                .replaceAll("\"quantity\\.", "\"amount.")
                .replace(
                        "{ \"id\": \"order_waits\"",
                        "{ \"id\": \"quantity\", \"say\": \"x\", \"next\": \"@menu\" }, { \"id\": \"order_waits\"");
        Conversation shop = in(new FlowLoader().load(text));
        shop.says("2");

        assertThat(shop.bodies()).startsWith("Sorry, something here has changed meanwhile, so we start again.");
        assertThat(shop.titles()).contains("Coffee 1");
    }

    @Test
    void showsTheMenuWithTheCartKeptWhenTheWholeFlowIsGone() {
        old.says("order").taps("Coffee 1").says("2");
        Conversation shop = new Conversation(
                new FlowLoader().load(Conversation.shippedText("order").replaceFirst("\"order\"", "\"buying\"")));
        shop.session = old.session;
        shop.erp.putAll(old.erp);
        shop.says("Checkout");

        assertThat(shop.bodies()).contains("we start again", "How can we help you?");
        shop.taps("Order products").taps("Coffee 1").says("1");
        assertThat(shop.lastBody()).isEqualTo("Your cart:\n3 x Coffee 1: KES 4,800.00");
    }

    @Test
    void leavesItToAPersonWhenAnOrderWasMadeOfTheCart() {
        old.toSummary(2).taps("Confirm");
        Conversation shop = in(flowWithout("cod"));
        shop.says("Confirm");

        assertThat(shop.isHandedOver()).isTrue();
        assertThat(shop.incidents()).hasSize(1);
        assertThat(shop.calls).isEmpty();
    }

    @Test
    void leavesItToAPersonWhenNobodyKnowsWhetherAnOrderWasMade() {
        old.erp.put(ErpOperation.CREATE_ORDER, request -> new ErpReply.Unknown("time-out"));
        old.toSummary(2).taps("Confirm");
        String key = old.callsOf(ErpOperation.CREATE_ORDER).getFirst().key();
        Conversation shop = in(flowWithout("create"));
        shop.happens(new Event.Answered(List.of(new Event.Answer(
                key,
                Conversation.ok(
                        "{\"external_order_id\": \"O1\", \"order_number\": \"SO-1\", \"status\": \"draft\"}")))));

        assertThat(shop.isHandedOver()).isTrue();
        assertThat(shop.calls).isEmpty();
    }

    @Test
    void leavesAnAnswerToAPersonThatComesToAnotherCallThanWasMade() {
        Session session = old.toSummary(2).session;
        Conversation shop = Conversation.shop();
        shop.session = new Session(
                session.id(),
                session.visit(),
                session.place(),
                new Waiting.Calls("browse", ErpOperation.CREATE_ORDER, List.of("s1.9")),
                session.variables(),
                session.cart().submitted(true),
                session.start(),
                0,
                null,
                null,
                null,
                null,
                null);
        shop.happens(new Event.Answered(
                List.of(new Event.Answer("s1.9", Conversation.ok("{\"external_order_id\": \"O1\"}")))));

        assertThat(shop.isHandedOver()).isTrue();
        assertThat(shop.incidents()).hasSize(1);
    }

    private Conversation in(FlowDefinition order) {
        return in(order, old);
    }

    private static Conversation in(FlowDefinition order, Conversation before) {
        Conversation shop = Conversation.shop(order);
        shop.session = before.session;
        shop.customer = before.customer;
        return shop;
    }

    /** The shipped order flow with {@code step} under another name. */
    private static FlowDefinition flowWithout(String step) {
        return new FlowLoader()
                .load(Conversation.shippedText("order")
                        .replace("\"" + step + "\"", "\"renamed_step\"")
                        .replace("\"" + step + ".", "\"renamed_step."));
    }

    private static String question(Conversation shop) {
        return shop.session.waiting() instanceof Waiting.Question question ? question.step() : "";
    }

    private static void goOn(Conversation shop, String wanted) {
        switch (question(shop)) {
            case "browse" -> shop.taps("Coffee 1");
            case "quantity" -> shop.says("2");
            case "more" -> {
                if (wanted.equals("erp_down")) {
                    shop.erp.put(ErpOperation.GET_PRICE, request -> new ErpReply.Down("away"));
                }
                shop.taps("Checkout");
            }
            case "name" -> shop.says("Amina W.");
            case "phone" ->
                shop.receives(new Content.SharedContacts(
                        List.of(new Content.SharedContact("Amina", List.of("+254700000001"), "+254700000001")), true));
            case "address" -> shop.says("Beth House, Kasarani");
            default -> shop.taps("Confirm");
        }
    }
}
