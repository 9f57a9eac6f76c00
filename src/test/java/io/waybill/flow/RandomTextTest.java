package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.expression.Json;
import io.waybill.message.Content;
import io.waybill.message.FileReply;
import io.waybill.message.Reply;
import io.waybill.message.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever a customer types at any question of the shipped flows: it is the answer, word for word, or nothing has changed. */
class RandomTextTest {

    private static final Map<String, FlowDefinition> FLOWS = Map.of(
            "order",
            Conversation.shipped("order"),
            "apply",
            Conversation.shipped("apply"),
            "web",
            Conversation.shipped("web"),
            "feedback",
            Conversation.shipped("feedback"));
    private static final Map<String, Conversation> QUESTIONS = atEachQuestion();

    @Test
    void knowsEveryQuestionOfTheShippedFlows() throws IOException {
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("flows"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".flow.json")).toList()) {
                FlowDefinition flow = new FlowLoader().load(Files.readString(file));
                flow.steps().stream()
                        .filter(step -> step.ask() != null)
                        .forEach(step -> asked.add(flow.id() + '.' + step.id()));
            }
        }

        assertThat(QUESTIONS.keySet()).containsExactlyInAnyOrderElementsOf(asked);
    }

    /** 001-26: random text at every question of every shipped flow leaves the variables and the cart as they were. */
    @Property(tries = 250)
    void leavesEverythingAsItWas(@ForAll("texts") String text) {
        QUESTIONS.forEach((name, shop) -> {
            Session before = shop.session;
            List<Reply> shown = List.copyOf(shop.allReplies);
            Ask ask = ask(before);
            if (!isMeant(shop, text)) {
                shop.says(text);

                assertThat(shop.session.cart()).as(name).isEqualTo(before.cart());
                assertThat(Json.write(shop.session.variables()))
                        .as(name)
                        .isEqualTo(Json.write(expected(before, ask, shop, text)));
                assertThat(shop.replies()).as(name).isNotEmpty();
                assertThat(shop.operations()).as(name).noneMatch(ErpOperation::writes);
            }
            shop.session = before;
            shop.allReplies.clear();
            shop.allReplies.addAll(shown);
            shop.calls.clear();
        });
    }

    /** A text that was taken stands where the question saves it, byte for byte. */
    private static ObjectNode expected(Session before, Ask ask, Conversation shop, String text) {
        boolean taken = !(shop.session.waiting() instanceof Waiting.Question now
                && now.visit() == ((Waiting.Question) before.waiting()).visit());
        if (!taken) {
            return before.variables();
        }
        assertThat(ask.accepts(Ask.Type.TEXT)).as("%s is no answer", text).isTrue();
        boolean over = shop.session.place() == null;
        if (over) {
            return shop.session.variables();
        }
        ObjectNode with = Json.with(
                before.variables(),
                ask.save(),
                ask.accepts(Ask.Type.LOCATION)
                        ? Json.object().put("text", text)
                        : Json.nodes().textNode(text));
        // What the flow works out by itself after an answer is no concern here.
        Set<String> after = shop.session.variables().properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        after.removeAll(with.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet()));
        after.forEach(name -> with.set(name, shop.session.variables().get(name)));
        return with;
    }

    /** An option, a number or a command is an answer and no random text. */
    private static boolean isMeant(Conversation shop, String text) {
        String words = Words.normalise(text);
        return Digits.parse(text).isPresent()
                || flow(shop.session).commands().stream()
                        .anyMatch(command -> command.words().contains(words))
                || shop.titles().stream()
                        .anyMatch(title -> Words.normalise(title).startsWith(words));
    }

    private static Ask ask(Session session) {
        return flow(session)
                .step(((Waiting.Question) session.waiting()).step())
                .orElseThrow()
                .ask();
    }

    private static FlowDefinition flow(Session session) {
        return FLOWS.get(session.place().flow());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(500),
                Arbitraries.strings()
                        .alpha()
                        .withChars(' ', '\n', '?')
                        .ofMinLength(1)
                        .ofMaxLength(80),
                Arbitraries.of(
                        "{{cart.total}}",
                        "= $exists(cart)",
                        "s1.1.P1",
                        "*more1",
                        "#0",
                        "null",
                        "true",
                        "{}",
                        "-1",
                        "0",
                        "1e9",
                        "2 kg",
                        "P1, P2"));
    }

    private static Map<String, Conversation> atEachQuestion() {
        Map<String, Conversation> questions = new LinkedHashMap<>();
        List<Consumer<Conversation>> way = List.of(
                shop -> shop.says("order"),
                shop -> shop.taps("Coffee 1"),
                shop -> shop.says("2"),
                shop -> shop.taps("Checkout"),
                shop -> shop.says("Amina W."),
                shop -> shop.receives(new Content.SharedContacts(
                        List.of(new Content.SharedContact("Amina", List.of("+254700000001"), "+254700000001")), true)),
                shop -> shop.says("Beth House, Kasarani"),
                shop -> shop.taps("Confirm"));
        for (int steps = 1; steps <= way.size(); steps++) {
            Conversation shop = stranger();
            way.subList(0, steps).forEach(step -> step.accept(shop));
            add(questions, shop);
        }
        Conversation down = stranger();
        down.erp.put(ErpOperation.LIST_PRODUCTS, request -> new ErpReply.Down("away"));
        add(questions, down.says("order"));
        Conversation withOptions = stranger();
        withOptions.sells("{\"id\": \"P1\", \"name\": \"Shirt\", \"price\": 9, \"currency\": \"KES\", \"active\": true,"
                + " \"options\": [{\"name\": \"Size\", \"values\": [\"Small\", \"Large\"]}]}");
        add(questions, withOptions.says("order").taps("Shirt"));
        Conversation scarce = stranger();
        scarce.erp.put(
                ErpOperation.GET_PRICE,
                request -> Conversation.ok("{\"unit_price\": 1600.00, \"currency\": \"KES\", \"stock\": 1}"));
        add(questions, scarce.says("order").taps("Coffee 1").says("2").taps("Checkout"));
        addPickup(questions);
        addPayment(questions);
        addOrdersOfTheWebsite(questions);
        addService(questions);
        addFeedback(questions);
        addQuestionsToApplicants(questions);
        return questions;
    }

    private static void addPickup(Map<String, Conversation> questions) {
        List<Consumer<Conversation>> way = List.of(
                shop -> shop.says("order").taps("Coffee 1").says("2").taps("Checkout"),
                shop -> shop.taps("I pick it up").taps("Confirm"));
        for (int steps = 1; steps <= way.size(); steps++) {
            Conversation shop = Conversation.shop();
            shop.store = new World.Store(
                    "Shop", List.of("delivery", "pickup"), "Kasarani Road 12", "cod", null, null, Set.of());
            way.subList(0, steps).forEach(step -> step.accept(shop));
            add(questions, shop);
        }
    }

    private static void addPayment(Map<String, Conversation> questions) {
        Map<ErpOperation, ErpReply> endings = Map.of(
                ErpOperation.REQUEST_PAYMENT, Conversation.ok("{\"payment_id\": \"P1\", \"status\": \"pending\"}"),
                ErpOperation.GET_PAYMENT_STATUS, Conversation.ok("{\"status\": \"pending\"}"));
        for (String confirmed : List.of("cod", "payment")) {
            for (int steps = 0; steps <= 5; steps++) {
                Conversation shop = Conversation.shop();
                shop.available = EnumSet.allOf(ErpOperation.class);
                shop.store = confirmedBy(confirmed);
                endings.forEach((operation, reply) -> shop.erp.put(operation, request -> reply));
                if (steps == 3) {
                    shop.erp.put(ErpOperation.REQUEST_PAYMENT, request -> new ErpReply.Refused("no"));
                }
                if (steps == 5) {
                    shop.erp.put(
                            ErpOperation.GET_PAYMENT_STATUS, request -> Conversation.ok("{\"status\": \"failed\"}"));
                }
                shop.toSummary(2).taps("Confirm");
                if (steps > 0) {
                    shop.taps(steps == 4 && confirmed.equals("cod") ? "Pay in cash" : "Pay now");
                }
                if (steps == 2 || steps == 5) {
                    shop.taps("I have paid");
                }
                add(questions, shop);
            }
        }
    }

    private static World.Store confirmedBy(String confirmed) {
        return new World.Store("Shop", List.of("delivery"), null, confirmed, null, null, Set.of());
    }

    private static void addOrdersOfTheWebsite(Map<String, Conversation> questions) {
        add(questions, opensALink("cod"));
        List<List<String>> ways = List.of(List.of(), List.of("Pay now"), List.of("Pay now", "I have paid"));
        for (String confirmed : List.of("cod", "payment")) {
            for (List<String> way : ways) {
                Conversation shop =
                        opensALink(confirmed, ErpOperation.REQUEST_PAYMENT, ErpOperation.GET_PAYMENT_STATUS);
                way.forEach(shop::taps);
                add(questions, shop);
            }
            Conversation refused = opensALink(confirmed, ErpOperation.REQUEST_PAYMENT, ErpOperation.GET_PAYMENT_STATUS);
            refused.erp.put(ErpOperation.REQUEST_PAYMENT, request -> new ErpReply.Refused("no"));
            add(questions, refused.taps("Pay now"));
        }
        Conversation changed = opensALink("cod", ErpOperation.REQUEST_PAYMENT, ErpOperation.GET_PAYMENT_STATUS);
        changed.store = confirmedBy("payment");
        add(questions, changed.taps("Pay in cash"));
    }

    private static void addService(Map<String, Conversation> questions) {
        Conversation shop = Conversation.shop()
                .sells(
                        "{\"id\": \"S1\", \"name\": \"Consultation\", \"price\": 200, \"currency\": \"KES\", \"active\": true,"
                                + " \"kind\": \"service\", \"duration_minutes\": 60}");
        shop.says("order").taps("Consultation").says("1").taps("Checkout");
        add(questions, shop.taps("Confirm"));
    }

    private static void addFeedback(Map<String, Conversation> questions) {
        add(questions, isAskedHowItWas("rate"));
        add(questions, isAskedHowItWas("9"));
        add(questions, isAskedHowItWas("3"));
        add(questions, isAskedHowItWas("3").says("It came late."));
    }

    private static Conversation isAskedHowItWas(String answer) {
        Conversation shop = new Conversation(FLOWS.get("feedback"));
        shop.orders.ended(
                new Effect.Call("1", ErpOperation.CREATE_ORDER, Json.object(), true),
                Conversation.ok("{\"external_order_id\": \"O1\", \"order_number\": \"SO-1\"}"));
        return shop.receives(new Content.Tap(
                ReplyId.beginning(ReplyId.FEEDBACK, "O1", answer).orElseThrow(), answer));
    }

    private static Conversation opensALink(String confirmed, ErpOperation... payment) {
        Conversation shop = new Conversation(FLOWS.get("web"));
        shop.store = confirmedBy(confirmed);
        shop.available.addAll(List.of(payment));
        shop.erp.put(ErpOperation.GET_ORDER_STATUS, request -> Conversation.ok("{\"status\": \"pending\"}"));
        shop.erp.put(
                ErpOperation.REQUEST_PAYMENT,
                request -> Conversation.ok("{\"payment_id\": \"P1\", \"status\": \"pending\"}"));
        shop.erp.put(ErpOperation.GET_PAYMENT_STATUS, request -> Conversation.ok("{\"status\": \"pending\"}"));
        shop.orders.knows(Json.read("""
                {"external_order_id": "O1", "order_number": "SO-1", "status": "pending", "total": 795.00, "currency": "KES",
                 "link": {"code": "K7M2Q9XR4TVB", "text": "2 x Sugar 2 kg"}}
                """));
        return shop.says("My order #O:K7M2Q9XR4TVB");
    }

    private static void addQuestionsToApplicants(Map<String, Conversation> questions) {
        List<Consumer<Conversation>> way = List.of(
                employer -> employer.says("jobs"),
                employer -> employer.taps("Rider"),
                employer -> employer.says("Amina W."),
                employer -> employer.says("amina@example.com"),
                employer -> employer.receives(new Content.SharedContacts(
                        List.of(new Content.SharedContact("Amina", List.of("+254700000001"), "+254700000001")), true)),
                employer -> employer.receives(
                        new Content.Media(Content.MediaKind.DOCUMENT, "1", "application/pdf", null, null, "cv.pdf")));
        for (int steps = 1; steps <= way.size(); steps++) {
            Conversation employer = hiring();
            way.subList(0, steps).forEach(step -> step.accept(employer));
            add(questions, employer);
        }
        Conversation down = hiring();
        down.erp.put(ErpOperation.LIST_JOBS, request -> new ErpReply.Down("away"));
        add(questions, down.says("jobs"));
    }

    private static Conversation hiring() {
        Conversation employer = Conversation.employer();
        employer.customer = new World.Customer(7, "US.1", null, null, "en", null);
        employer.files =
                wanted -> new FileReply.Stored(new StoredFile("f1", "cv.pdf", "application/pdf", 9, "0".repeat(64)));
        return employer;
    }

    private static void add(Map<String, Conversation> questions, Conversation shop) {
        shop.calls.clear();
        questions.put(shop.session.place().flow() + '.' + ((Waiting.Question) shop.session.waiting()).step(), shop);
    }

    private static Conversation stranger() {
        Conversation shop = Conversation.shop();
        shop.customer = new World.Customer(7, "US.1", null, null, "en", null);
        return shop;
    }
}
