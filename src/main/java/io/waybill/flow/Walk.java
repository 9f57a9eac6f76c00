package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.flow.Session.Waiting;
import io.waybill.flow.Step.Jump;
import io.waybill.flow.Step.Say;
import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One turn while it is being walked: the session as it changes, and the effects so far. */
final class Walk {

    private static final int MOST_STEPS = 50;
    private static final int LARGEST_SESSION = 256 * 1024;
    /** Variables of our own; the sign keeps them apart from a designer's. */
    private static final String INTERRUPTED = "@interrupted";

    private static final String INTERRUPTED_PAGE = "@interrupted_page";
    private static final String COLLEAGUE = "A colleague will help you here.";

    private final Flows flows;
    private final World world;
    private final List<Effect> effects = new ArrayList<>();
    private final Speech speech = new Speech(effects);
    private final String id;
    private int visit;
    private @Nullable FlowDefinition flow;
    private @Nullable String revision;
    private @Nullable Step step;
    private ObjectNode vars;
    private Cart cart;
    private ObjectNode start;
    private ObjectNode profile;
    private @Nullable String failed;
    private Waiting waiting;
    private JsonNode input;
    private int steps;
    private int failures;

    Walk(Flows flows, Session session, World world) {
        this.flows = flows;
        this.world = world;
        this.id = session.id();
        this.visit = session.visit();
        this.flow = session.flow() == null ? null : flows.byId(session.flow()).orElse(null);
        this.revision = session.revision();
        this.step = flow == null || session.step() == null
                ? null
                : flow.find(session.step()).orElse(null);
        this.vars = session.vars();
        this.cart = session.cart();
        this.start = session.start();
        this.profile = session.profile();
        this.failed = session.failed();
        this.waiting = session.waiting();
        this.input = session.input() == null ? FlowJson.absent() : session.input();
        if (session.flow() != null && step == null) {
            incident(
                    session.flow(),
                    "The step %s is gone from the flow; the conversation starts anew.".formatted(session.step()));
            end();
        }
    }

    Turn turn() {
        speech.flush();
        Session session = new Session(
                id,
                visit,
                flow == null ? null : flow.id(),
                flow == null ? null : revision,
                flow == null || step == null ? null : step.id(),
                vars,
                cart,
                start,
                profile,
                waiting instanceof Waiting.Calls || waiting instanceof Waiting.Certainty ? kept(input) : null,
                failed,
                waiting);
        return new Turn(session, effects);
    }

    private static @Nullable JsonNode kept(JsonNode input) {
        return input.isMissingNode() ? null : input;
    }

    String id() {
        return id;
    }

    int visit() {
        return visit;
    }

    World world() {
        return world;
    }

    Flows flows() {
        return flows;
    }

    Speech speech() {
        return speech;
    }

    Waiting waiting() {
        return waiting;
    }

    void await(Waiting next) {
        waiting = next;
    }

    Optional<FlowDefinition> flow() {
        return Optional.ofNullable(flow);
    }

    /** The step where the walk stands; there is one while a flow runs. */
    Step step() {
        if (step == null) {
            throw new IllegalStateException("No step is current in session " + id);
        }
        return step;
    }

    Cart cart() {
        return cart;
    }

    void cart(Cart changed) {
        cart = changed;
    }

    void input(JsonNode value) {
        input = value;
    }

    void effect(Effect effect) {
        effects.add(effect);
    }

    void incident(String where, String what) {
        effects.add(new Effect.Incident(where, what));
    }

    // Where to go

    void begin(FlowDefinition chosen, ObjectNode how) {
        flow = chosen;
        revision = chosen.revision();
        vars = FlowJson.object().setAll(chosen.vars());
        cart = Cart.EMPTY;
        start = how;
        failed = null;
        enter(chosen.first());
    }

    /** Enters a step from its beginning. */
    void enter(Step next) {
        Step entered = next;
        while (true) {
            step = entered;
            visit++;
            if (++steps > MOST_STEPS) {
                incident(
                        place(),
                        "More than %d steps in one turn: the flow runs in a circle without a question."
                                .formatted(MOST_STEPS));
                handOver("The flow runs in a circle.");
                return;
            }
            Step candidate = entered;
            if (attempt(() -> applies(candidate)).orElse(false)) {
                perform(candidate);
                return;
            }
            if (waiting instanceof Waiting.Person || step != candidate) {
                return;
            }
            Optional<Step> following = definition().after(candidate);
            if (following.isEmpty()) {
                go("@done");
                return;
            }
            entered = following.get();
        }
    }

    private boolean applies(Step candidate) {
        return candidate.when() == null || candidate.when().isTrue(scope());
    }

    private void perform(Step entered) {
        if (entered.call() == null) {
            afterCall();
        } else {
            attempt(() -> new CallRequests(this).send(entered.call()));
        }
    }

    /** Says and asks. */
    void afterCall() {
        Step current = step();
        attempt(() -> {
            if (current.ask() == null) {
                say(current.say(), List.of());
                afterAnswer(null);
            } else {
                new Questions(this).ask(current, 0);
            }
        });
    }

    /** Changes cart and variables and goes on; {@code to} is where the chosen option leads, if anywhere. */
    void afterAnswer(@Nullable String to) {
        Step current = step();
        attempt(() -> {
            if (current.cart() != null) {
                CartChanges.apply(this, current.cart());
            }
            current.set().forEach((name, value) -> set(name, value.in(scope())));
            if (isTooLarge()) {
                incident(place(), "The session is larger than %d KiB.".formatted(LARGEST_SESSION / 1024));
                handOver("The conversation holds too much.");
            } else if (to != null) {
                go(to);
            } else {
                follow(current);
            }
        });
    }

    private boolean isTooLarge() {
        // Cheap while sessions are small: only a long one is measured.
        return vars.size() + cart.lines().size() > 0 && FlowJson.sizeExceeds(vars, LARGEST_SESSION);
    }

    private void follow(Step current) {
        for (Jump jump : current.next()) {
            if (jump.when() == null || jump.when().isTrue(scope())) {
                go(jump.to());
                return;
            }
        }
        definition().after(current).ifPresentOrElse(this::enter, () -> go("@done"));
    }

    /** Goes to a step or one of the targets that begin with {@code @}. */
    void go(String target) {
        switch (target) {
            case "@done", "@cancel" -> end();
            case "@human" -> handOver("The flow %s asked for a person at %s.".formatted(flowId(), place()));
            case "@menu" -> {
                end();
                new Questions(this).menu(0);
            }
            case "@back" -> askAgain();
            case "@retry" -> enter(definition().step(failed == null ? step().id() : failed));
            case "@pause" -> await(new Waiting.Answer(0, 0));
            default -> {
                if (target.startsWith("@flow:")) {
                    flows.byId(target.substring("@flow:".length())).ifPresent(other -> begin(other, FlowJson.object()));
                } else {
                    enter(definition().step(target));
                }
            }
        }
    }

    /** The question that was interrupted, once more. */
    private void askAgain() {
        String interrupted = vars.path(INTERRUPTED).textValue();
        int page = vars.path(INTERRUPTED_PAGE).asInt(0);
        set(INTERRUPTED, FlowJson.absent());
        set(INTERRUPTED_PAGE, FlowJson.absent());
        if (interrupted == null) {
            end();
            return;
        }
        step = definition().step(interrupted);
        visit++;
        attempt(() -> new Questions(this).ask(step(), page));
    }

    /** Leaves the current question for a while; {@code @back} returns to it. */
    void interrupt(String to) {
        if (waiting instanceof Waiting.Answer answer && definition().find(to).isPresent()) {
            set(INTERRUPTED, FlowJson.text(step().id()));
            set(INTERRUPTED_PAGE, FlowJson.MAPPER.getNodeFactory().numberNode(answer.page()));
        }
        go(to);
    }

    /** Takes the branch for what did not end well; without one a person takes over. */
    void branch(Outcome outcome, String reason) {
        Step current = step();
        failed = current.id();
        String target = current.on().getOrDefault(outcome, definition().on().get(outcome));
        if (target == null) {
            handOver(reason);
        } else {
            go(target);
        }
    }

    /** The branch for {@code outcome} says its words once; the session stays where it is. */
    void announce(Outcome outcome, String otherwise) {
        String target = step().on().getOrDefault(outcome, definition().on().get(outcome));
        Step announcement = target == null ? null : definition().find(target).orElse(null);
        if (announcement != null && announcement.say() instanceof Say.Text text) {
            speech.say(words(announcement, "say", text.text()).text(scope()));
        } else {
            speech.say(otherwise);
        }
    }

    void end() {
        flow = null;
        revision = null;
        step = null;
        vars = FlowJson.object();
        cart = Cart.EMPTY;
        start = FlowJson.object();
        failed = null;
        waiting = new Waiting.Nothing();
    }

    void handOver(String reason) {
        if (speech.isSilent()) {
            speech.say(COLLEAGUE);
        }
        speech.flush();
        waiting = new Waiting.Person();
        effects.add(new Effect.HandOver(reason));
    }

    // Words

    /** Says {@code say}; options make it a question. */
    void say(@Nullable Say say, List<Reply.Option> options) {
        switch (say) {
            case null -> {}
            case Say.Text text -> {
                speech.say(words(step(), "say", text.text()).text(scope()));
                if (text.footer() != null) {
                    speech.footer(words(step(), "footer", text.footer()).text(scope()));
                }
            }
            case Say.Image image -> speech.send(new Reply.Image(image.link().text(scope()), textOrNull(image.text())));
            case Say.Document document ->
                speech.send(new Reply.Document(
                        document.link().text(scope()), document.filename().text(scope()), textOrNull(document.text())));
            case Say.Template template ->
                speech.send(new Reply.Template(
                        template.name(),
                        world.customer().language(),
                        template.params().stream()
                                .map(value -> value.text(scope()))
                                .toList(),
                        options));
        }
    }

    private @Nullable String textOrNull(@Nullable Value text) {
        return text == null ? null : words(step(), "say", text).text(scope());
    }

    Value words(Step of, String property, Value own) {
        return definition().words(world.customer().language(), of.id() + "." + property, own);
    }

    // Values

    Scope scope() {
        Map<String, JsonNode> reserved = new HashMap<>();
        reserved.put("cart", cart.view(world.delivery()));
        reserved.put("contact", contact());
        reserved.put("start", start);
        reserved.put("input", input);
        reserved.put("now", FlowJson.text(world.now().toString()));
        return new Scope(FlowJson.absent(), reserved, vars, world.available());
    }

    private JsonNode contact() {
        World.Customer customer = world.customer();
        ObjectNode contact = FlowJson.object();
        put(contact, "user_id", customer.userId());
        put(contact, "phone", customer.phone());
        put(contact, "name", customer.name());
        contact.put("lang", customer.language());
        if (customer.lastOrder() != null) {
            ObjectNode order = contact.putObject("last_order");
            order.put("external_order_id", customer.lastOrder().externalOrderId());
            put(order, "order_number", customer.lastOrder().orderNumber());
        }
        contact.setAll(profile);
        return contact;
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            node.put(name, value);
        }
    }

    /** Sets a variable; what is set under {@code contact} outlives the flow. */
    void set(String name, JsonNode value) {
        if (name.startsWith("contact.")) {
            profile = FlowJson.with(profile, name.substring("contact.".length()), value);
        } else {
            vars = FlowJson.with(vars, name, value);
        }
    }

    JsonNode variable(String path) {
        return FlowJson.at(vars, path);
    }

    // Trouble

    /** Runs what may fail by the values of a flow: such a failure is the step's outcome {@code refused}. */
    void attempt(Runnable action) {
        attempt(() -> {
            action.run();
            return true;
        });
    }

    private <T> Optional<T> attempt(Supplier<T> action) {
        Step tried = step;
        try {
            return Optional.of(action.get());
        } catch (ExpressionFailed e) {
            incident(place(), String.valueOf(e.getMessage()));
            if (failures++ > 0 || tried == null || flow == null) {
                handOver(String.valueOf(e.getMessage()));
            } else {
                step = tried;
                branch(Outcome.REFUSED, String.valueOf(e.getMessage()));
            }
            return Optional.empty();
        }
    }

    FlowDefinition definition() {
        if (flow == null) {
            throw new IllegalStateException("No flow runs in session " + id);
        }
        return flow;
    }

    private String flowId() {
        return flow == null ? "menu" : flow.id();
    }

    private String place() {
        return flowId() + (step == null ? "" : " > " + step.id());
    }
}
