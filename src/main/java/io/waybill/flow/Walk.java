package io.waybill.flow;

import io.waybill.expression.ExpressionFailure;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Walks the steps of a flow, move by move, until the turn is over. */
final class Walk {

    private static final int MAX_STEPS = 50;

    private final Flows flows;
    private final Standing standing;
    private final Facts facts;
    private final MainMenu menu;
    private final Asking asking;
    private final Hearing hearing;
    private final Calling calling;
    private final Set<String> failed = new HashSet<>();

    private int entered;
    private boolean restarted;
    private @Nullable String why;

    Walk(Flows flows, Standing standing, MainMenu menu, Asking asking, Hearing hearing, Calling calling) {
        this.flows = flows;
        this.standing = standing;
        this.facts = standing.facts();
        this.menu = menu;
        this.asking = asking;
        this.hearing = hearing;
        this.calling = calling;
    }

    void from(Move first) {
        Move move = first;
        while (!(move instanceof Move.Stay)) {
            move = make(move);
        }
    }

    /** Begins at a step the session stands at. */
    void from(String stepId, Function<Step, Move> first) {
        Optional<Step> step = standing.step(stepId);
        from(step.isPresent() ? guarded(step.get(), () -> first.apply(step.get())) : new Move.Lost());
    }

    private Move make(Move move) {
        return switch (move) {
            case Move.Enter(Step step) -> {
                standing.at(step);
                yield guarded(step, () -> enter(step));
            }
            case Move.Speak(Step step) -> guarded(step, () -> speak(step));
            case Move.AskAgain(Step step, Waiting.Question question) -> guarded(step, () -> asking.ask(step, question));
            case Move.Conclude(Step step) -> guarded(step, () -> conclude(step));
            case Move.Go(Target target) -> go(target);
            case Move.Branch branch -> branch(branch);
            case Move.Lost lost -> startAgain();
            case Move.Stay stay -> stay;
        };
    }

    /** An expression that fails is an outcome of its step, and something an operator must see. */
    private Move guarded(Step step, Supplier<Move> action) {
        try {
            return action.get();
        } catch (ExpressionFailure e) {
            standing.incident(step, String.valueOf(e.getMessage()));
            return new Move.Branch(step, Outcome.REFUSED, String.valueOf(e.getMessage()));
        }
    }

    // One step

    private Move enter(Step step) {
        if (step.when() != null && !step.when().holds(facts)) {
            return following(step);
        }
        if (++entered > MAX_STEPS) {
            standing.incident(step, "More than %d steps in one turn: the flow runs in a circle.".formatted(MAX_STEPS));
            standing.voice().take();
            standing.say(Phrase.TROUBLE);
            return standing.handOver("The flow runs in a circle at step %s.".formatted(step.id()));
        }
        standing.nextVisit();
        return step.call() == null ? speak(step) : calling.call(step, step.call());
    }

    private Move speak(Step step) {
        if (step.ask() != null) {
            return hearing.first(step);
        }
        if (step.say() != null) {
            standing.say(step.say(), List.of());
        }
        return conclude(step);
    }

    private Move conclude(Step step) {
        if (step.cart() != null) {
            CartChanges.apply(step.cart(), facts);
        }
        for (Step.Assignment assignment : step.set()) {
            facts.put(assignment.path(), assignment.value().resolve(facts));
        }
        if (step.result() != null) {
            standing.result(step.result());
        }
        for (Step.Branch branch : step.next()) {
            if (branch.when() == null || branch.when().holds(facts)) {
                return new Move.Go(branch.to());
            }
        }
        return following(step);
    }

    Move following(Step step) {
        return standing.flow().after(step).<Move>map(Move.Enter::new).orElseGet(() -> new Move.Go(Target.Known.DONE));
    }

    // Where to go

    private Move go(Target target) {
        return switch (target) {
            case Target.ToStep named ->
                new Move.Enter(standing.flow().step(named.id()).orElseThrow());
            case Target.ToFlow other ->
                flows.flow(other.id())
                        .map(next -> standing.start(next, facts.startedBy()))
                        .orElseGet(Move.Lost::new);
            case Target.Known known ->
                switch (known) {
                    case DONE, CANCEL -> {
                        standing.done();
                        yield goOn(standing.waiting());
                    }
                    case MENU -> {
                        standing.leave(true);
                        yield menu.show(0);
                    }
                    case HUMAN -> standing.handOver(reason());
                    case BACK -> back();
                    case STAY -> stay();
                    case RETRY -> retry();
                    case PAUSE -> {
                        standing.pause();
                        yield Move.STAY;
                    }
                    case QUEUE -> standing.queue();
                };
        };
    }

    /** True when {@code target} leads out of the flow without a question or a call on the way. */
    boolean leaves(Target target) {
        Target at = target;
        for (int steps = 0; steps < MAX_STEPS; steps++) {
            if (!(at instanceof Target.ToStep named)) {
                return at == Target.Known.CANCEL || at == Target.Known.MENU || at == Target.Known.HUMAN;
            }
            Optional<Step> step = standing.step(named.id());
            if (step.isEmpty() || step.get().ask() != null || step.get().call() != null) {
                return false;
            }
            at = step.get().next().stream()
                    .filter(branch -> branch.when() == null || branch.when().holds(facts))
                    .map(Step.Branch::to)
                    .findFirst()
                    .or(() -> standing.flow().after(step.get()).map(next -> new Target.ToStep(next.id())))
                    .orElse(Target.Known.DONE);
        }
        return false;
    }

    private Move back() {
        Waiting.Question question = standing.interrupted();
        standing.interrupted(null);
        return question == null ? new Move.Go(Target.Known.MENU) : askAgain(question);
    }

    private Move askAgain(Waiting.Question question) {
        return standing.step(question.step())
                .<Move>map(step -> new Move.AskAgain(step, question))
                .orElseGet(Move.Lost::new);
    }

    /** Whoever stood at something before the flow that is over is shown it again. */
    private Move goOn(Waiting stood) {
        Waiting.Question question = stood.standing();
        return question != null
                ? askAgain(question)
                : stood instanceof Waiting.MainMenu shown ? menu.show(shown.page()) : Move.STAY;
    }

    private Move stay() {
        Waiting.Question question = standing.interrupted();
        if (question == null) {
            return back();
        }
        standing.interrupted(null);
        return standing.step(question.step())
                .map(step -> {
                    standing.at(step);
                    standing.waitFor(question);
                    return Move.STAY;
                })
                .orElseGet(Move.Lost::new);
    }

    private Move retry() {
        Session.Failure failure = standing.failure();
        if (failure == null) {
            standing.incident("There is no failed step to try again.");
            return standing.handOver("The flow wants to try again where nothing failed.");
        }
        return standing.step(failure.step()).<Move>map(Move.Enter::new).orElseGet(Move.Lost::new);
    }

    private Move branch(Move.Branch branch) {
        Step step = branch.step();
        Outcome outcome = branch.outcome();
        if (outcome.isOfTheCustomer()) {
            why = "Step %s: %s".formatted(step.id(), branch.reason());
        } else {
            why = null;
            standing.failed(step, branch.reason());
        }
        Target target = standing.flow().branch(step, outcome);
        if (target == null || !failed.add(step.id() + ' ' + outcome.word())) {
            standing.say(Phrase.of(outcome));
            return standing.handOver("Step %s: %s".formatted(step.id(), branch.reason()));
        }
        return new Move.Go(target);
    }

    /** The flow starts again with the cart, unless something may have been done already that must not be done twice. */
    private Move startAgain() {
        standing.incident("The flow has no such step any more; its revision is gone.");
        if (restarted || facts.cart().submitted() || waitedForWrite()) {
            standing.say(Phrase.TROUBLE);
            return standing.handOver("The flow the customer was in has changed.");
        }
        restarted = true;
        standing.say(facts.cart().lines().isEmpty() ? Phrase.RESTART : Phrase.RESTART_WITH_CART);
        Start by = facts.startedBy();
        Optional<FlowDefinition> again = standing.currentFlow().flatMap(flow -> flows.flow(flow.id()));
        standing.leave(true);
        return again.isPresent() ? standing.start(again.get(), by) : menu.show(0);
    }

    private boolean waitedForWrite() {
        return switch (standing.before().waiting()) {
            case Waiting.Calls open -> open.operation().writes();
            case Waiting.Checking checking -> checking.operation().writes();
            default -> false;
        };
    }

    private String reason() {
        if (why != null) {
            return why;
        }
        Session.Failure failure = standing.failure();
        if (failure != null) {
            return "Step %s: %s".formatted(failure.step(), failure.reason());
        }
        Voice voice = standing.voice();
        if (voice.isSilent()) {
            return "The customer asked for a person.";
        }
        return Optional.ofNullable(standing.stepId())
                .flatMap(standing::step)
                .flatMap(Step::task)
                .map(task -> "%s: %s Said: %s".formatted(standing.where(), task, voice.lastText()))
                .orElseGet(() -> "%s: %s".formatted(standing.where(), voice.lastText()));
    }
}
