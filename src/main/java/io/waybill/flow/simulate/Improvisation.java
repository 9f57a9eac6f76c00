package io.waybill.flow.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.expression.Json;
import io.waybill.flow.Ask;
import io.waybill.flow.Cart;
import io.waybill.flow.FlowDefinition;
import io.waybill.flow.Flows;
import io.waybill.flow.Outcome;
import io.waybill.flow.Session;
import io.waybill.flow.Step;
import io.waybill.flow.Target;
import io.waybill.flow.Waiting;
import io.waybill.flow.lint.Ways;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What customers of a flow might do next, and what might happen to them. */
final class Improvisation {

    private static final int MOST_OPTIONS = 12;
    private static final int MOST_ROWS = 5;
    private static final int MOST_FAILURES = 6;

    /** Later than any question stands. */
    private static final String LONG = "200h";

    /** What the world does is tried after what customers do. */
    private static final int CHANGE = 4;

    /** Who goes away seldom comes back. */
    private static final int DETOUR = 10;

    private static final Set<String> CHANGES = Set.of("erp", "price", "stock", "hide", "payment");

    private final FlowDefinition flow;
    private final JsonNode json;
    private final List<String> orderButtons;
    private final Map<String, Integer> distances;
    private final List<Ways.Failure> failures;

    /**
     * @param all the flows that customers can be in
     * @param ways to the step that is looked for
     */
    Improvisation(Flows all, FlowDefinition flow, JsonNode json, Ways ways) {
        this.flow = flow;
        this.json = json;
        this.orderButtons = flow.triggers().contains("@order") ? orderButtons(all) : List.of();
        this.distances = ways.distances();
        this.failures = ways.failures().stream().limit(MOST_FAILURES).toList();
    }

    /**
     * @param effort how far-fetched it is, from 1
     * @param changes the world does something, not the customer
     */
    record Idea(ObjectNode input, int effort, boolean changes) {}

    static boolean isChange(ObjectNode input) {
        return input.properties().stream().anyMatch(field -> CHANGES.contains(field.getKey()));
    }

    /** How a conversation may begin. */
    List<Idea> openings(Setup setup) {
        List<Idea> ideas = new ArrayList<>(beginnings(setup));
        addFailures(ideas);
        return ideas;
    }

    /** @param still whether the world may change */
    List<Idea> after(Setup setup, Session session, List<ShownMessage> shown, boolean still) {
        Waiting.Question question = session.waiting().standing();
        Ask ask = question == null ? null : ask(session, question);
        List<Idea> ideas = new ArrayList<>();
        addTaps(ideas, shown, ask);
        if (question == null) {
            ideas.addAll(beginnings(setup));
        } else {
            addAnswers(ideas, question, ask);
        }
        if (still) {
            addFailures(ideas);
            addChanges(ideas, session);
        }
        return ideas;
    }

    private List<Idea> beginnings(Setup setup) {
        List<Idea> ideas = new ArrayList<>();
        for (JsonNode word : json.path("start")) {
            if (!word.asText().startsWith("@")) {
                ideas.add(idea(say(word.asText()), 1));
                break;
            }
        }
        for (JsonNode order : setup.sample().orders()) {
            if (order.has("link")) {
                ideas.add(idea(
                        say("My order %s\n#O:%s"
                                .formatted(
                                        order.path("order_number").asText(),
                                        order.at("/link/code").asText())),
                        1));
            }
        }
        if (flow.triggers().contains("@feedback")) {
            ideas.add(idea(Json.object().put("feedback", "rate"), 1));
            ideas.add(idea(Json.object().put("feedback", "later"), 1));
        }
        orderButtons.forEach(button -> ideas.add(idea(Json.object().put("order", button), 1)));
        if (flow.triggers().contains("@cart")) {
            addCarts(ideas, setup);
        }
        ideas.add(idea(say("menu"), 3));
        ideas.add(idea(say("hello"), 3));
        return ideas;
    }

    /** What customers can tap under messages about an order. */
    private static List<String> orderButtons(Flows all) {
        return all.published().stream()
                .flatMap(known -> known.steps().stream())
                .map(Step::ask)
                .filter(ask -> ask != null && ask.about() != null)
                .flatMap(ask ->
                        ask.options() instanceof Ask.Options.Fixed fixed ? fixed.options().stream() : Stream.empty())
                .map(Ask.FixedOption::id)
                .distinct()
                .toList();
    }

    private static void addCarts(List<Idea> ideas, Setup setup) {
        String product = setup.sample().products().isEmpty()
                ? "P1"
                : setup.sample().products().getFirst().path("id").asText();
        for (String id : List.of(product, product + "-gone")) {
            ObjectNode cart = Json.object();
            cart.putArray("cart").addObject().put("product", id).put("qty", 1);
            ideas.add(idea(cart, 2));
        }
    }

    private void addTaps(List<Idea> ideas, List<ShownMessage> shown, @Nullable Ask ask) {
        for (int i = shown.size() - 1; i >= 0; i--) {
            List<ShownMessage.Option> options = shown.get(i).options();
            if (!options.isEmpty()) {
                int most = most(ask, options);
                options.stream()
                        .limit(most)
                        .forEach(option ->
                                ideas.add(idea(Json.object().put("tap", option.title()), effort(target(ask, option)))));
                if (most == 1) {
                    // A low mark leads elsewhere than a high one.
                    ideas.add(idea(Json.object().put("tap", options.getLast().title()), CHANGE));
                }
                return;
            }
        }
    }

    /** Where an option leads by itself; null: on. */
    private static @Nullable Target target(@Nullable Ask ask, ShownMessage.Option shown) {
        if (ask != null && ask.options() instanceof Ask.Options.Fixed fixed) {
            for (Ask.FixedOption option : fixed.options()) {
                if (shown.id().endsWith('.' + option.id())) {
                    return option.to();
                }
            }
        }
        return null;
    }

    private int effort(@Nullable Target target) {
        boolean near = target == null || (target instanceof Target.ToStep step && distances.containsKey(step.id()));
        return near ? 1 : DETOUR;
    }

    /** Rows of the ERP lead to the same place, as numbers mostly do. */
    private static int most(@Nullable Ask ask, List<ShownMessage.Option> options) {
        if (ask != null && ask.types().contains(Ask.Type.NUMBER)) {
            return options.stream().allMatch(option -> option.title().matches("\\d+")) ? 1 : MOST_OPTIONS;
        }
        return ask != null && ask.options() instanceof Ask.Options.Listed ? MOST_ROWS : MOST_OPTIONS;
    }

    private void addAnswers(List<Idea> ideas, Waiting.Question question, @Nullable Ask ask) {
        if (ask == null) {
            ideas.add(idea(Json.object().put("wait", LONG), 1));
            return;
        }
        for (Ask.Type type : ask.types()) {
            answer(type, ask).ifPresent(input -> ideas.add(idea(input, 1)));
        }
        for (int i = 0; i < flow.commands().size(); i++) {
            String words = json.path("commands").path(i).path("words").path(0).asText();
            Target to = flow.commands().get(i).to();
            // What is only answered changes nothing.
            ideas.add(idea(say(words), to == null ? DETOUR : effort(to) + 1));
        }
        ideas.add(idea(
                Json.object().put("wait", Durations.oneUnit(ask.patience())),
                effort(after(question, Outcome.SILENCE))));
        Target invalid = after(question, Outcome.INVALID);
        if (invalid instanceof Target.ToStep) {
            ideas.add(idea(say("???"), effort(invalid)));
        }
    }

    private Target after(Waiting.Question question, Outcome outcome) {
        Step step = flow.byId().get(question.step());
        Target own = step == null ? null : step.on().get(outcome);
        return own == null ? flow.on().getOrDefault(outcome, Target.Known.HUMAN) : own;
    }

    private @Nullable Ask ask(Session session, Waiting.Question question) {
        Session.Place place = session.place();
        Step step =
                place != null && place.flow().equals(flow.id()) ? flow.byId().get(question.step()) : null;
        return step == null ? null : step.ask();
    }

    // What happens to them

    private void addFailures(List<Idea> ideas) {
        failures.forEach(failure -> {
            ObjectNode input = Json.object();
            input.putObject("erp").put("operation", failure.operation().name()).put("ending", failure.ending());
            ideas.add(new Idea(input, failure.needed() ? 2 : CHANGE, true));
        });
    }

    private void addChanges(List<Idea> ideas, Session session) {
        for (Cart.Line line : session.cart().lines()) {
            String product = line.product().path("id").asText();
            ObjectNode dearer = Json.object();
            dearer.putObject("price").put("product", product).put("price", 9_999);
            ObjectNode priceless = Json.object();
            priceless.putObject("price").put("product", product).putNull("price");
            ObjectNode soldOut = Json.object();
            soldOut.putObject("stock").put("product", product).put("left", 0);
            ideas.add(new Idea(dearer, CHANGE, true));
            ideas.add(new Idea(soldOut, CHANGE, true));
            ideas.add(new Idea(Json.object().put("hide", product), CHANGE, true));
            ideas.add(new Idea(priceless, CHANGE, true));
            break;
        }
        if (flow.calls(ErpOperation.CREATE_ORDER)) {
            ideas.add(answers(ErpOperation.CREATE_ORDER, "total", Json.nodes().numberNode(1)));
        }
        if (flow.calls(ErpOperation.REQUEST_PAYMENT)) {
            ideas.add(
                    answers(ErpOperation.REQUEST_PAYMENT, "status", Json.nodes().textNode("failed")));
            ideas.add(answers(
                    ErpOperation.GET_PAYMENT_STATUS, "paid_amount", Json.nodes().numberNode(1)));
            for (String status : List.of("paid", "pending", "failed")) {
                ideas.add(new Idea(Json.object().put("payment", status), CHANGE, true));
            }
        }
    }

    private static Idea answers(ErpOperation operation, String field, JsonNode value) {
        ObjectNode input = Json.object();
        input.putObject("erp")
                .put("operation", operation.name())
                .putObject("answer")
                .set(field, value);
        return new Idea(input, CHANGE, true);
    }

    private static Optional<ObjectNode> answer(Ask.Type type, Ask ask) {
        return Optional.ofNullable(
                switch (type) {
                    case CHOICE -> null;
                    case TEXT -> say("Sample answer");
                    case NUMBER ->
                        ask.options() != null
                                ? null
                                : say(ask.min() == null ? "1" : ask.min().toString());
                    case EMAIL -> say("amina@example.com");
                    case PHONE -> say(Setup.Contact.PHONE);
                    case DATE -> say("2026-12-24");
                    case CONTACT -> Json.object().put("share", "own");
                    case LOCATION -> location();
                    case FILE ->
                        file(
                                ask.accept().isEmpty()
                                        ? "application/pdf"
                                        : ask.accept().getFirst());
                });
    }

    private static ObjectNode location() {
        ObjectNode input = Json.object();
        input.putObject("location")
                .put("latitude", -1.2841)
                .put("longitude", 36.8233)
                .put("name", "Kimathi Street");
        return input;
    }

    private static ObjectNode file(String type) {
        ObjectNode input = Json.object();
        input.putObject("file").put("filename", "sample").put("mime", type.endsWith("/*") ? "image/jpeg" : type);
        return input;
    }

    private static Idea idea(ObjectNode input, int effort) {
        return new Idea(input, effort, false);
    }

    private static ObjectNode say(String text) {
        return Json.object().put("say", text);
    }
}
