package io.waybill.flow;

import io.waybill.expression.Json;
import io.waybill.message.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the customer stands in the course of a turn, and what the turn will do; in the beginning, the stored session. */
final class Standing {

    private static final Duration LONGEST_QUEUE = Duration.ofHours(24);

    private final Flows flows;
    private final Session before;
    private final World world;
    private final Facts facts;
    private final Voice voice = new Voice();
    private final List<Effect> incidents = new ArrayList<>();
    private final List<Effect> unmatched = new ArrayList<>();
    private final List<Effect> results = new ArrayList<>();
    private final List<Effect.Call> calls = new ArrayList<>();
    private final List<FlowDefinition> begun = new ArrayList<>();
    private Effect.@Nullable Fetch fetch;

    private int visit;
    private @Nullable FlowDefinition flow;
    private @Nullable String stepId;
    private Waiting waiting;
    private Waiting.@Nullable Question asked;
    private Waiting.@Nullable Question interrupted;
    private Session.@Nullable Failure failure;
    private @Nullable Instant queuedSince;
    private @Nullable String handOver;
    private int silences;
    private @Nullable Session beside;

    Standing(Flows flows, Session session, World world) {
        this.flows = flows;
        this.before = session;
        this.world = world;
        this.facts = new Facts(world, session);
        this.visit = session.visit();
        this.waiting = session.waiting();
        this.queuedSince = session.queuedSince();
        this.silences = session.silences();
        this.beside = session.beside();
        at(session);
        facts.speak(this::language);
    }

    private void at(Session session) {
        waiting = session.waiting();
        interrupted = session.interrupted();
        failure = session.failure();
        Session.Place place = session.place();
        if (place != null) {
            flow = flows.revision(place.flow(), place.revision())
                    .or(() -> flows.flow(place.flow()))
                    .orElse(null);
            stepId = place.step();
        }
    }

    /** The session as it was when the turn began. */
    Session before() {
        return before;
    }

    World world() {
        return world;
    }

    Facts facts() {
        return facts;
    }

    Voice voice() {
        return voice;
    }

    // The place

    FlowDefinition flow() {
        return Objects.requireNonNull(flow, "The session is in no flow.");
    }

    Optional<FlowDefinition> currentFlow() {
        return Optional.ofNullable(flow);
    }

    Optional<Step> step(String id) {
        return currentFlow().flatMap(current -> current.step(id));
    }

    @Nullable
    String stepId() {
        return stepId;
    }

    void at(Step step) {
        stepId = step.id();
    }

    int visit() {
        return visit;
    }

    int nextVisit() {
        return ++visit;
    }

    boolean isOurs(ReplyId id, int shownAt) {
        return id.session().equals(before.id()) && id.visit() == shownAt;
    }

    Move start(FlowDefinition started, Start by) {
        leave(true);
        flow = started;
        begun.add(started);
        facts.variables(started.vars());
        facts.startedBy(by);
        return new Move.Enter(started.first());
    }

    /** Starts a flow without leaving what stands, which {@link #done} goes back to; a flow that stands beside it already is left. */
    Move startBeside(FlowDefinition started, Start by) {
        Session stands = before.beside() != null ? before.beside() : before;
        Move first = start(started, by);
        beside = stands;
        return first;
    }

    /** Flows that the turn began. */
    List<FlowDefinition> started() {
        return begun;
    }

    /** The flow is over: the customer stands where they stood before it, or nowhere. */
    void done() {
        Session stood = beside;
        leave(false);
        if (stood != null) {
            facts.variables(stood.variables());
            facts.cart(stood.cart());
            facts.startedBy(stood.start());
            at(stood);
        }
    }

    @Nullable
    Session beside() {
        return beside;
    }

    /** What the flow was started beside is over. */
    void alone() {
        beside = null;
    }

    /** An order is made of a cart once: a cart that went out does not come along. */
    void leave(boolean withCart) {
        flow = null;
        stepId = null;
        interrupted = null;
        asked = null;
        failure = null;
        beside = null;
        waiting = new Waiting.Idle();
        facts.variables(Json.object());
        facts.startedBy(Start.NOTHING);
        if (!withCart || facts.cart().submitted()) {
            facts.cart(Cart.empty());
        }
    }

    // What is waited for

    Waiting waiting() {
        return waiting;
    }

    /** Until {@link #heard} again, what the engine says of its own accord would come out of the blue. */
    int silence() {
        return ++silences;
    }

    void heard() {
        silences = 0;
    }

    int silences() {
        return silences;
    }

    void waitFor(Waiting now) {
        waiting = now;
    }

    void pause() {
        waiting = new Waiting.Paused(Objects.requireNonNull(stepId), asked);
    }

    /** The question that is being answered, which a pause goes on with. */
    void asked(Waiting.@Nullable Question question) {
        asked = question;
    }

    Waiting.@Nullable Question interrupted() {
        return interrupted;
    }

    void interrupted(Waiting.@Nullable Question question) {
        interrupted = question;
    }

    Session.@Nullable Failure failure() {
        return failure;
    }

    void failed(Step step, String reason) {
        failure = new Session.Failure(step.id(), reason);
    }

    void succeeded() {
        failure = null;
    }

    /** What the customer decided waits for the ERP; told once, however often it is tried. */
    Move queue() {
        Instant now = world.now().truncatedTo(ChronoUnit.MILLIS);
        if (queuedSince == null) {
            queuedSince = now;
            say(Phrase.QUEUED);
        } else if (queuedSince.plus(LONGEST_QUEUE).isBefore(now)) {
            return handOver("The ERP has not answered for %d hours; what the customer decided was not done."
                    .formatted(LONGEST_QUEUE.toHours()));
        }
        waiting = new Waiting.Queued(Objects.requireNonNull(stepId));
        return Move.STAY;
    }

    /** Null as soon as the turn ends with anything but the ERP to wait for. */
    @Nullable
    Instant queuedSince() {
        return switch (waiting) {
            case Waiting.Queued queued -> queuedSince;
            case Waiting.Calls calls -> queuedSince;
            case Waiting.Checking checking -> queuedSince;
            default -> null;
        };
    }

    // What is said

    void say(Step.Say say, List<Reply.Option> buttons) {
        Utterance.of(say, facts, language(), buttons, voice);
    }

    void say(Phrase phrase) {
        voice.say(words(phrase));
    }

    String words(Phrase phrase) {
        return phrase.in(language());
    }

    String language() {
        return flow == null ? wantedLanguage() : flow.languageFor(wantedLanguage());
    }

    /** Chosen by the customer, else that of their number, else that of the flow. */
    String wantedLanguage() {
        String chosen = facts.chosenLanguage();
        String known = chosen != null ? chosen : world.customer().language();
        return known != null ? known : flow != null ? flow.language() : flows.language();
    }

    /** True when {@code text} is the name of a language we have, which is spoken from now on. */
    boolean changesLanguage(String text) {
        Optional<String> named = LanguageNames.in(text).filter(flows.languages()::contains);
        named.ifPresent(facts::choose);
        return named.isPresent();
    }

    /** Somebody else says which language is spoken; the customer's own choice, and a language we do not have, leave it as it is. */
    void hearsLanguage(@Nullable String known) {
        if (known != null && facts.chosenLanguage() == null && flows.languages().contains(known)) {
            facts.choose(known);
        }
    }

    /** The first words say which language is meant, where they are words of one only and the customer has chosen none. */
    void hearsLanguage(String text, Optional<FlowDefinition> started) {
        if (facts.chosenLanguage() != null) {
            return;
        }
        String word = Words.normalise(text);
        Set<String> spoken = started.map(flow -> flow.startWords().getOrDefault(word, Set.of()))
                .orElseGet(() -> LanguageNames.ofGreeting(text).map(Set::of).orElse(Set.of()));
        if (spoken.size() == 1 && !spoken.contains(language())) {
            spoken.stream().filter(flows.languages()::contains).forEach(facts::choose);
        }
    }

    // What is done

    void call(List<Effect.Call> requests) {
        calls.addAll(requests);
    }

    List<Effect.Call> calls() {
        return calls;
    }

    void fetch(Effect.Fetch wanted) {
        fetch = wanted;
    }

    Effect.@Nullable Fetch fetch() {
        return fetch;
    }

    Move handOver(String reason) {
        if (voice.isSilent() && silences == 0) {
            say(Phrase.PERSON);
        }
        handOver = reason;
        waiting = new Waiting.HandedOver(null);
        return Move.STAY;
    }

    @Nullable
    String handOver() {
        return handOver;
    }

    void incident(Step step, String what) {
        incidents.add(new Effect.Incident(where(step.id()), what));
    }

    void incident(String what) {
        incidents.add(new Effect.Incident(where(), what));
    }

    List<Effect> incidents() {
        return incidents;
    }

    void unmatched(String text) {
        if (text.codePoints().anyMatch(Character::isLetter)) {
            unmatched.add(
                    new Effect.Unmatched(flow == null ? "" : flow.id(), Objects.requireNonNullElse(stepId, ""), text));
        }
    }

    List<Effect> unmatched() {
        return unmatched;
    }

    /** The flow came to this; a turn that is given up keeps it all the same, since the customer has said it. */
    void result(Step.Result result) {
        results.add(new Effect.Result(
                flow().id(), flow().revision(), result.kind(), result.fields().resolve(facts)));
    }

    List<Effect> results() {
        return results;
    }

    String where() {
        return where(Objects.requireNonNullElse(stepId, "-"));
    }

    private String where(String step) {
        Session.Place place = before.place();
        String name = flow != null ? flow.id() : place != null ? place.flow() : "-";
        return "flow %s, step %s".formatted(name, step);
    }
}
