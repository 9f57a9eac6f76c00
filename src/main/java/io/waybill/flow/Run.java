package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.erp.ErpReply;
import io.waybill.flow.expression.ExpressionFailure;
import io.waybill.flow.expression.Json;
import io.waybill.message.InboundMessage;
import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One turn: walks the steps of a flow until it must wait. Methods that go on return the step to enter next, or null when the turn is
 * over.
 */
final class Run {

    private static final int MAX_STEPS = 50;
    private static final long MAX_WEIGHT = 256 * 1024L;

    private final Flows flows;
    private final Session before;
    private final World world;
    private final Facts facts;
    private final Voice voice = new Voice();
    private final List<Effect> incidents = new ArrayList<>();
    private final List<Effect.Call> calls = new ArrayList<>();
    private final Set<String> failed = new HashSet<>();

    private int visit;
    private int entered;
    private @Nullable FlowDefinition flow;
    private @Nullable String stepId;
    private Waiting waiting;
    private Waiting.@Nullable Question asked;
    private Waiting.@Nullable Question interrupted;
    private Session.@Nullable Failure failure;
    private @Nullable String handOver;
    private boolean restarted;

    Run(Flows flows, Session session, World world) {
        this.flows = flows;
        this.before = session;
        this.world = world;
        this.facts = new Facts(world, session);
        this.visit = session.visit();
        this.waiting = session.waiting();
        this.interrupted = session.interrupted();
        this.failure = session.failure();
        Session.Place place = session.place();
        if (place != null) {
            this.flow = flows.revision(place.flow(), place.revision())
                    .or(() -> flows.flow(place.flow()))
                    .orElse(null);
            this.stepId = place.step();
        }
    }

    // What happened

    Turn received(InboundMessage message) {
        Heard heard = Heard.in(message.content());
        if (heard instanceof Heard.Nothing) {
            return unchanged();
        }
        switch (before.waiting()) {
            case Waiting.Idle idle -> walk(begin(heard));
            case Waiting.MainMenu menu -> walk(atMenu(menu, heard));
            case Waiting.Question question ->
                walk(at(question.step(), step -> answered(step, question, heard, message)));
            case Waiting.Paused paused -> walk(resumed(paused, heard, message));
            case Waiting.Checking checking -> voice.say(phrase(Phrase.STILL_CHECKING));
            case Waiting.HandedOver handedOver -> {
                if (!(heard instanceof Heard.Said said) || !flows.asksForMenu(said.text())) {
                    return unchanged();
                }
                walk(go(Target.Known.MENU));
            }
            case Waiting.Calls open ->
                throw new IllegalStateException("A message cannot be read while these calls are open: " + open.keys());
        }
        return finish();
    }

    Turn answered(List<Event.Answer> answers) {
        Map<String, ErpReply> replies = new HashMap<>();
        answers.forEach(answer -> replies.put(answer.key(), answer.reply()));
        switch (before.waiting()) {
            case Waiting.Calls open -> {
                List<ErpReply> inOrder = open.keys().stream()
                        .map(replies::get)
                        .filter(Objects::nonNull)
                        .toList();
                if (inOrder.isEmpty()) {
                    return unchanged();
                }
                if (inOrder.size() < open.keys().size()) {
                    throw new IllegalStateException("Not all of these calls are answered: " + open.keys());
                }
                walk(at(open.step(), step -> ended(step, open.operation(), open.keys(), inOrder)));
            }
            case Waiting.Checking checking -> {
                ErpReply reply = replies.get(checking.key());
                if (reply == null || reply instanceof ErpReply.Unknown) {
                    return unchanged();
                }
                walk(at(
                        checking.step(),
                        step -> ended(step, checking.operation(), List.of(checking.key()), List.of(reply))));
            }
            default -> {
                return unchanged();
            }
        }
        return finish();
    }

    Turn givenUp(String key, String reason) {
        boolean waitsForIt = switch (before.waiting()) {
            case Waiting.Checking checking -> checking.key().equals(key);
            case Waiting.Calls open -> open.keys().contains(key);
            default -> false;
        };
        if (!waitsForIt) {
            return unchanged();
        }
        handOver("%s: %s".formatted(key, reason));
        return finish();
    }

    // Beginning

    private @Nullable Step begin(Heard heard) {
        if (heard instanceof Heard.Said said) {
            Optional<FlowDefinition> started = flows.startedBy(said.text()).or(flows::startedByAnything);
            if (started.isPresent()) {
                return start(started.get(), Start.by(said.text()));
            }
        }
        if (heard instanceof Heard.Tapped) {
            voice.say(phrase(Phrase.STALE));
        } else if (heard instanceof Heard.Unreadable) {
            voice.say(phrase(Phrase.UNREADABLE));
        }
        return showMenu(0);
    }

    private @Nullable Step atMenu(Waiting.MainMenu menu, Heard heard) {
        Choices choices = menuChoices();
        if (heard instanceof Heard.Tapped tapped) {
            if (!isOf(tapped.id(), menu.visit())) {
                return begin(heard);
            }
            if (tapped.id().morePage().isPresent()) {
                return showMenu(tapped.id().morePage().getAsInt());
            }
            return choices.byToken(tapped.id().option()).map(this::startChosen).orElseGet(() -> begin(heard));
        }
        if (heard instanceof Heard.Said said && flows.startedBy(said.text()).isEmpty()) {
            Optional<Choices.Choice> choice =
                    choices.exactly(said.text(), menu.page()).or(() -> choices.beginning(said.text()));
            if (choice.isPresent()) {
                return startChosen(choice.get());
            }
        }
        return begin(heard);
    }

    private @Nullable Step startChosen(Choices.Choice choice) {
        return flows.flow(choice.id())
                .map(chosen -> start(chosen, Start.NOTHING))
                .orElseGet(() -> showMenu(0));
    }

    private Step start(FlowDefinition started, Start by) {
        leave(true);
        flow = started;
        facts.variables(started.vars());
        facts.startedBy(by);
        return started.first();
    }

    private @Nullable Step showMenu(int page) {
        Choices choices = menuChoices();
        if (choices.isEmpty()) {
            return handOver("No flow is in the main menu.");
        }
        waiting = new Waiting.MainMenu(++visit, page);
        voice.say(phrase(page == 0 ? Phrase.WELCOME : Phrase.SEE_MORE));
        voice.ask(Questions.choice(
                voice.take(),
                null,
                phrase(Phrase.CHOOSE_BUTTON),
                choices,
                before.id(),
                visit,
                page,
                phrase(Phrase.MORE)));
        return null;
    }

    private Choices menuChoices() {
        List<Ask.FixedOption> options = new ArrayList<>();
        for (FlowDefinition listed : flows.menu()) {
            String title = Objects.requireNonNull(listed.menu())
                    .text(facts, listed.languageFor(world.customer().language()));
            options.add(new Ask.FixedOption(
                    listed.id(), Translated.literal(title), null, Json.nodes().textNode(listed.id()), null));
        }
        return Choices.of(new Ask.Options.Fixed(options), facts, language(), Set.of());
    }

    // Walking

    private void walk(@Nullable Step first) {
        Step next = first;
        while (next != null) {
            next = enter(next);
        }
    }

    private @Nullable Step enter(Step step) {
        stepId = step.id();
        return guarded(step, () -> {
            if (step.when() != null && !step.when().holds(facts)) {
                return following(step);
            }
            if (++entered > MAX_STEPS) {
                incident(step, "More than %d steps in one turn: the flow runs in a circle.".formatted(MAX_STEPS));
                voice.take();
                voice.say(phrase(Phrase.TROUBLE));
                return handOver("The flow runs in a circle at step %s.".formatted(step.id()));
            }
            visit++;
            return step.call() == null ? speak(step) : call(step, step.call());
        });
    }

    private @Nullable Step speak(Step step) {
        if (step.ask() != null) {
            return ask(step, step.ask(), new Waiting.Question(step.id(), visit, 0, 0));
        }
        if (step.say() != null) {
            say(step.say(), List.of());
        }
        return conclude(step);
    }

    private @Nullable Step conclude(Step step) {
        if (step.cart() != null) {
            facts.cart(changed(facts.cart(), step.cart()));
        }
        for (Step.Assignment assignment : step.set()) {
            facts.put(assignment.path(), assignment.value().resolve(facts));
        }
        for (Step.Branch branch : step.next()) {
            if (branch.when() == null || branch.when().holds(facts)) {
                return go(branch.to());
            }
        }
        return following(step);
    }

    private @Nullable Step following(Step step) {
        Optional<Step> after = flow().after(step);
        return after.isPresent() ? after.get() : go(Target.Known.DONE);
    }

    private @Nullable Step go(Target target) {
        return switch (target) {
            case Target.ToStep step -> flow().step(step.id()).orElseThrow();
            case Target.ToFlow other ->
                flows.flow(other.id())
                        .map(next -> start(next, facts.startedBy()))
                        .orElseGet(this::lost);
            case Target.Known known ->
                switch (known) {
                    case DONE, CANCEL -> {
                        leave(false);
                        yield null;
                    }
                    case MENU -> {
                        leave(true);
                        yield showMenu(0);
                    }
                    case HUMAN -> handOver(reason());
                    case BACK -> back();
                    case RETRY -> retry();
                    case PAUSE -> {
                        waiting = new Waiting.Paused(Objects.requireNonNull(stepId), asked);
                        yield null;
                    }
                };
        };
    }

    private @Nullable Step back() {
        Waiting.Question question = interrupted;
        interrupted = null;
        return question == null ? go(Target.Known.MENU) : at(question.step(), step -> askAgain(step, question));
    }

    private @Nullable Step retry() {
        if (failure == null) {
            incidents.add(new Effect.Incident(where(), "There is no failed step to try again."));
            return handOver("The flow wants to try again where nothing failed.");
        }
        return flow().step(failure.step()).orElseGet(this::lost);
    }

    /** An order is made of a cart once: a cart that went out does not come along. */
    private void leave(boolean withCart) {
        flow = null;
        stepId = null;
        interrupted = null;
        asked = null;
        failure = null;
        waiting = new Waiting.Idle();
        facts.variables(Json.object());
        facts.startedBy(Start.NOTHING);
        if (!withCart || facts.cart().submitted()) {
            facts.cart(Cart.empty());
        }
    }

    private Cart changed(Cart cart, CartChange change) {
        return switch (change) {
            case CartChange.Clear clear -> Cart.empty().submitted(cart.submitted());
            case CartChange.Add add -> {
                JsonNode options = add.options() == null ? null : add.options().resolve(facts);
                yield cart.add(
                        add.product().resolve(facts),
                        whole(add.qty().resolve(facts)),
                        options == null || options.isMissingNode() || options.isNull() ? null : options);
            }
            case CartChange.Change line ->
                cart.change(index(line.line().resolve(facts)), whole(line.qty().resolve(facts)));
            case CartChange.Remove gone -> {
                JsonNode lines = gone.lines().resolve(facts);
                Set<Integer> indexes = new HashSet<>();
                for (JsonNode line : lines.isArray() ? lines : Json.array().add(lines)) {
                    indexes.add(index(line));
                }
                yield cart.remove(indexes);
            }
        };
    }

    private static int index(JsonNode line) {
        return whole(line.isObject() ? line.path("index") : line);
    }

    private static int whole(JsonNode number) {
        if (!number.isNumber() || !number.canConvertToInt() || !number.canConvertToExactIntegral()) {
            throw new ExpressionFailure("%s is no whole number.".formatted(number));
        }
        return number.intValue();
    }

    // Asking

    private @Nullable Step answered(Step step, Waiting.Question question, Heard heard, InboundMessage message) {
        Ask ask = step.ask();
        if (ask == null) {
            return lost();
        }
        asked = question;
        waiting = question;
        return switch (heard) {
            case Heard.Tapped tapped -> tapped(step, ask, question, tapped.id());
            case Heard.Said said -> said(step, ask, question, said.text());
            case Heard.Sent sent ->
                taken(
                        step,
                        ask,
                        question,
                        Answers.other(ask, message, world.customer().phone()));
            case Heard.Unreadable unreadable -> {
                voice.say(phrase(Phrase.UNREADABLE));
                yield ask(step, ask, question);
            }
            case Heard.Nothing nothing -> null;
        };
    }

    private @Nullable Step tapped(Step step, Ask ask, Waiting.Question question, ReplyId id) {
        if (isOf(id, question.visit())) {
            Choices choices = choices(ask);
            OptionalInt page = id.morePage();
            if (page.isPresent() && choices.hasMore(page.getAsInt() - 1)) {
                voice.say(phrase(Phrase.SEE_MORE));
                return show(step, ask, question.onPage(page.getAsInt()), choices);
            }
            Optional<Choices.Choice> choice = choices.byToken(id.option());
            if (choice.isPresent()) {
                return taken(step, ask, question, Answers.chosen(choice.get()));
            }
        }
        voice.say(phrase(Phrase.STALE));
        return ask(step, ask, question);
    }

    private @Nullable Step said(Step step, Ask ask, Waiting.Question question, String text) {
        Choices choices = choices(ask);
        Answers.Answer exact = Answers.exactly(ask, choices, text, question.page());
        if (!(exact instanceof Answers.Answer.NotUnderstood)) {
            return taken(step, ask, question, exact);
        }
        String words = Words.normalise(text);
        for (Command command : flow().commands()) {
            if (command.words().contains(words)) {
                return obey(command, step, ask, question);
            }
        }
        if (choices.hasMore(question.page()) && words.equals(Words.normalise(phrase(Phrase.MORE)))) {
            voice.say(phrase(Phrase.SEE_MORE));
            return show(step, ask, question.onPage(question.page() + 1), choices);
        }
        return taken(step, ask, question, Answers.loosely(ask, choices, text));
    }

    private @Nullable Step obey(Command command, Step step, Ask ask, Waiting.Question question) {
        if (command.say() != null) {
            voice.say(command.say().text(facts, language()));
        }
        if (command.to() == null) {
            return ask(step, ask, question);
        }
        interrupted = question;
        return go(command.to());
    }

    private @Nullable Step taken(Step step, Ask ask, Waiting.Question question, Answers.Answer answer) {
        return switch (answer) {
            case Answers.Answer.Accepted accepted -> {
                facts.input(accepted.value());
                yield ask.check() == null || ask.check().holds(facts)
                        ? accepted(step, ask, question, accepted)
                        : missed(step, ask, question);
            }
            case Answers.Answer.Hidden hidden -> {
                voice.say(phrase(Phrase.HIDDEN));
                yield ask(step, ask, question);
            }
            case Answers.Answer.NotUnderstood not -> missed(step, ask, question);
        };
    }

    private @Nullable Step accepted(Step step, Ask ask, Waiting.Question question, Answers.Answer.Accepted accepted) {
        asked = null;
        if (interrupted != null && interrupted.visit() == question.visit()) {
            interrupted = null;
        }
        if (ask.save() != null) {
            facts.put(ask.save(), accepted.value());
        }
        return accepted.to() != null ? go(accepted.to()) : conclude(step);
    }

    private @Nullable Step missed(Step step, Ask ask, Waiting.Question question) {
        Waiting.Question missed = question.missed();
        if (missed.misses() >= ask.tries()) {
            asked = new Waiting.Question(question.step(), question.visit(), question.page(), 0);
            return branch(step, Outcome.INVALID, "The customer gave no answer the question takes.");
        }
        if (ask.retry() == null) {
            voice.say(phrase(Phrase.NOT_UNDERSTOOD));
            return ask(step, ask, missed);
        }
        ObjectNode bounds = Json.object();
        if (ask.min() != null) {
            bounds.put("min", ask.min());
        }
        if (ask.max() != null) {
            bounds.put("max", ask.max());
        }
        voice.say(ask.retry().text(facts.with(bounds), language()));
        return show(step, ask, missed, choices(ask));
    }

    private @Nullable Step askAgain(Step step, Waiting.Question question) {
        return step.ask() == null ? lost() : ask(step, step.ask(), question);
    }

    /** Says what the step says, as a question. */
    private @Nullable Step ask(Step step, Ask ask, Waiting.Question question) {
        Choices choices = choices(ask);
        if (ask.accepts(Ask.Type.CHOICE) && choices.visible().isEmpty()) {
            return branch(step, Outcome.EMPTY, "There is nothing left to choose from.");
        }
        if (step.say() != null) {
            if (step.say().template() != null) {
                stepId = step.id();
                waiting = question;
                say(
                        step.say(),
                        choices.visible().stream()
                                .map(choice -> choice.option(choices, before.id(), question.visit()))
                                .toList());
                return null;
            }
            say(step.say(), List.of());
        }
        return show(step, ask, question, choices);
    }

    /** What was said until now becomes the body of the question. */
    private @Nullable Step show(Step step, Ask ask, Waiting.Question question, Choices choices) {
        if (ask.accepts(Ask.Type.CHOICE) && choices.visible().isEmpty()) {
            return branch(step, Outcome.EMPTY, "There is nothing left to choose from.");
        }
        stepId = step.id();
        waiting = question;
        String said = voice.take();
        if (choices.isEmpty()) {
            String body =
                    said.isEmpty() ? phrase(ask.accepts(Ask.Type.CONTACT) ? Phrase.SHARE_NUMBER : Phrase.CHOOSE) : said;
            voice.ask(Questions.plain(ask, body));
            return null;
        }
        voice.ask(Questions.choice(
                said.isEmpty() ? phrase(Phrase.CHOOSE) : said,
                step.say() == null || step.say().footer() == null
                        ? null
                        : step.say().footer().text(facts, language()),
                ask.button() == null
                        ? phrase(Phrase.CHOOSE_BUTTON)
                        : ask.button().text(facts, language()),
                choices,
                before.id(),
                question.visit(),
                question.page(),
                phrase(Phrase.MORE)));
        return null;
    }

    private @Nullable Step resumed(Waiting.Paused paused, Heard heard, InboundMessage message) {
        Waiting.Question question = paused.question();
        if (question != null) {
            return at(question.step(), step -> answered(step, question, heard, message));
        }
        facts.input(Json.nodes().textNode(heard instanceof Heard.Said said ? said.text() : ""));
        return at(paused.step(), step -> {
            if (failure != null && failure.step().equals(step.id())) {
                return step;
            }
            if (flow().after(step).isPresent()) {
                return following(step);
            }
            leave(false);
            return begin(heard);
        });
    }

    private Choices choices(Ask ask) {
        boolean ofProducts = ask.options() instanceof Ask.Options.Listed listed
                && flow().productLists().contains(listed.from().getFirst());
        return Choices.of(ask.options(), facts, language(), ofProducts ? world.hiddenProducts() : Set.of());
    }

    private boolean isOf(ReplyId id, int questionVisit) {
        return id.session().equals(before.id()) && id.visit() == questionVisit;
    }

    // Saying

    private void say(Step.Say say, List<Reply.Option> buttons) {
        Utterance.of(say, facts, language(), buttons, voice);
    }

    private String phrase(Phrase phrase) {
        return phrase.in(language());
    }

    private String language() {
        String wanted = world.customer().language();
        return flow == null ? wanted : flow.languageFor(wanted);
    }

    // Calling

    private @Nullable Step call(Step step, Step.Call call) {
        ErpOperation operation = call.operation();
        if (!world.available().contains(operation)) {
            incident(step, "The ERP profile has no operation %s, which this step calls.".formatted(operation));
            return branch(step, Outcome.REFUSED, "The ERP has no operation %s.".formatted(operation));
        }
        if (operation == ErpOperation.CREATE_ORDER && facts.cart().submitted()) {
            incident(step, "The flow orders the same cart twice.");
            return branch(step, Outcome.REFUSED, "An order was made of this cart already.");
        }
        List<Effect.Call> requests = ErpCalls.requests(call, facts, before.id() + '.' + visit);
        if (requests.isEmpty()) {
            return speak(step);
        }
        if (operation == ErpOperation.CREATE_ORDER) {
            JsonNode items = requests.getFirst().request().path("items");
            if (items.isEmpty()) {
                incident(step, "The flow orders nothing.");
                return branch(step, Outcome.REFUSED, "There is nothing to order.");
            }
            Optional<String> objection = ErpCalls.unavailable(items, world.hiddenProducts());
            if (objection.isPresent()) {
                return branch(step, Outcome.REFUSED, objection.get());
            }
            facts.cart(facts.cart().submitted(true));
        }
        calls.addAll(requests);
        waiting = new Waiting.Calls(
                step.id(), operation, requests.stream().map(Effect.Call::key).toList());
        return null;
    }

    private @Nullable Step ended(Step step, ErpOperation asked, List<String> keys, List<ErpReply> replies) {
        Step.Call call = step.call();
        if (call == null || call.operation() != asked) {
            return lost();
        }
        return switch (ErpCalls.together(replies)) {
            case ErpReply.Ok ok -> succeeded(step, call, replies);
            case ErpReply.Empty empty ->
                failed(step, call, Outcome.EMPTY, "%s found nothing.".formatted(call.operation()));
            case ErpReply.Refused refused ->
                failed(step, call, Outcome.REFUSED, call.operation() + ": " + refused.reason());
            case ErpReply.Down down -> failed(step, call, Outcome.DOWN, call.operation() + ": " + down.reason());
            case ErpReply.Unknown unknown ->
                call.operation().writes()
                        ? unknown(step, call, keys.getFirst(), unknown.reason())
                        : failed(step, call, Outcome.DOWN, call.operation() + ": " + unknown.reason());
        };
    }

    private @Nullable Step succeeded(Step step, Step.Call call, List<ErpReply> replies) {
        List<JsonNode> bodies = new ArrayList<>();
        for (ErpReply reply : replies) {
            Optional<JsonNode> body =
                    ErpCalls.visible(call.operation(), ((ErpReply.Ok) reply).body(), world.hiddenProducts());
            if (body.isEmpty()) {
                return branch(step, Outcome.EMPTY, "%s found nothing to show.".formatted(call.operation()));
            }
            bodies.add(body.get());
        }
        ErpCalls.save(call, facts, bodies);
        failure = null;
        return speak(step);
    }

    private @Nullable Step failed(Step step, Step.Call call, Outcome outcome, String reason) {
        if (call.operation() == ErpOperation.CREATE_ORDER) {
            facts.cart(facts.cart().submitted(false));
        }
        return branch(step, outcome, reason);
    }

    /** The customer is told once; only the ledger moves the session on from here. */
    private @Nullable Step unknown(Step step, Step.Call call, String key, String reason) {
        Step told = flow().branch(step, Outcome.UNKNOWN) instanceof Target.ToStep named
                ? flow().step(named.id()).orElse(null)
                : null;
        if (told != null && !told.onlySpeaks() && TargetCheck.mayGoOn(call.operation())) {
            return told;
        }
        failure = new Session.Failure(step.id(), call.operation() + ": " + reason);
        waiting = new Waiting.Checking(step.id(), call.operation(), key);
        if (told != null && told.say() != null) {
            say(told.say(), List.of());
        } else {
            voice.say(phrase(Phrase.CHECKING));
        }
        return null;
    }

    // Failing

    private @Nullable Step branch(Step step, Outcome outcome, String reason) {
        if (outcome != Outcome.INVALID) {
            failure = new Session.Failure(step.id(), reason);
        }
        Target target = flow().branch(step, outcome);
        if (target == null || !failed.add(step.id() + ' ' + outcome.word())) {
            voice.say(phrase(Phrase.of(outcome)));
            return handOver("Step %s: %s".formatted(step.id(), reason));
        }
        return go(target);
    }

    /** An expression that fails is an outcome of its step, and something an operator must see. */
    private @Nullable Step guarded(Step step, Supplier<@Nullable Step> action) {
        try {
            return action.get();
        } catch (ExpressionFailure e) {
            incident(step, String.valueOf(e.getMessage()));
            return branch(step, Outcome.REFUSED, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Step at(String id, Function<Step, @Nullable Step> action) {
        Optional<Step> step = flow == null ? Optional.empty() : flow.step(id);
        return step.isPresent() ? guarded(step.get(), () -> action.apply(step.get())) : lost();
    }

    /** The flow starts again with the cart, unless something may have been done already that must not be done twice. */
    private @Nullable Step lost() {
        incidents.add(new Effect.Incident(where(), "The flow has no such step any more; its revision is gone."));
        if (restarted || facts.cart().submitted() || waitsForWrite()) {
            voice.say(phrase(Phrase.TROUBLE));
            return handOver("The flow the customer was in has changed.");
        }
        restarted = true;
        voice.say(phrase(facts.cart().lines().isEmpty() ? Phrase.RESTART : Phrase.RESTART_WITH_CART));
        Start by = facts.startedBy();
        Optional<FlowDefinition> again = flow == null ? Optional.empty() : flows.flow(flow.id());
        leave(true);
        return again.isPresent() ? start(again.get(), by) : showMenu(0);
    }

    private boolean waitsForWrite() {
        return switch (before.waiting()) {
            case Waiting.Calls open -> open.operation().writes();
            case Waiting.Checking checking -> checking.operation().writes();
            default -> false;
        };
    }

    private @Nullable Step handOver(String reason) {
        if (voice.isSilent()) {
            voice.say(phrase(Phrase.PERSON));
        }
        handOver = reason;
        waiting = new Waiting.HandedOver();
        return null;
    }

    private String reason() {
        if (failure != null) {
            return "Step %s: %s".formatted(failure.step(), failure.reason());
        }
        return voice.isSilent() ? "The customer asked for a person." : "%s: %s".formatted(where(), voice.lastText());
    }

    private void incident(Step step, String what) {
        incidents.add(new Effect.Incident(where(step.id()), what));
    }

    private String where() {
        return where(Objects.requireNonNullElse(stepId, "-"));
    }

    private String where(String step) {
        Session.Place place = before.place();
        String name = flow != null ? flow.id() : place != null ? place.flow() : "-";
        return "flow %s, step %s".formatted(name, step);
    }

    private FlowDefinition flow() {
        return Objects.requireNonNull(flow, "The session is in no flow.");
    }

    // Ending the turn

    private Turn unchanged() {
        return new Turn(before, List.of());
    }

    private Turn finish() {
        dropLocals();
        if (isTooLarge()) {
            incidents.add(
                    new Effect.Incident(where(), "The session holds more than %d characters.".formatted(MAX_WEIGHT)));
            facts.variables(before.variables());
            facts.cart(before.cart());
            calls.clear();
            voice.say(phrase(Phrase.TROUBLE));
            handOver("The session has grown too large.");
        }
        List<Effect> effects = new ArrayList<>();
        voice.replies().forEach(reply -> effects.add(new Effect.Send(reply)));
        effects.addAll(incidents);
        if (handOver != null) {
            effects.add(new Effect.HandOver(handOver));
        }
        effects.addAll(calls);
        return new Turn(session(), effects);
    }

    private Session session() {
        Session.Place place =
                flow == null || stepId == null ? null : new Session.Place(flow.id(), flow.revision(), stepId);
        return new Session(
                before.id(),
                visit,
                place,
                waiting,
                facts.variables(),
                facts.cart(),
                facts.startedBy(),
                interrupted,
                failure);
    }

    /** A list that only one step looks at goes when that step is left: the session is stored with every message. */
    private void dropLocals() {
        if (flow == null) {
            return;
        }
        flow.locals().forEach((name, owner) -> {
            boolean inUse = owner.equals(stepId) || interrupted != null && owner.equals(interrupted.step());
            if (!inUse && facts.variables().has(name)) {
                facts.put(List.of(name), Json.nodes().missingNode());
            }
        });
    }

    private boolean isTooLarge() {
        if (facts.variables() == before.variables() && facts.cart() == before.cart()) {
            return false;
        }
        long weight = Json.weight(facts.variables(), MAX_WEIGHT);
        for (Cart.Line line : facts.cart().lines()) {
            weight += Json.weight(line.product(), MAX_WEIGHT)
                    + (line.options() == null ? 0 : Json.weight(line.options(), MAX_WEIGHT));
        }
        return weight > MAX_WEIGHT;
    }
}
