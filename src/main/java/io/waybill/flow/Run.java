package io.waybill.flow;

import io.waybill.erp.ErpReply;
import io.waybill.expression.Json;
import io.waybill.message.FileReply;
import io.waybill.message.InboundMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One turn: what happened, met by what the session waits for. */
final class Run {

    private final Flows flows;
    private final Session before;
    private final Standing standing;
    private final MainMenu menu;
    private final WelcomeBack welcomeBack;
    private final OtherFlow otherFlow;
    private final OrderTaps orderTaps;
    private final Asking asking;
    private final Hearing hearing;
    private final Calling calling;
    private final Walk walk;

    Run(Flows flows, Session session, World world) {
        this.flows = flows;
        this.before = session;
        this.standing = new Standing(flows, session, world);
        this.menu = new MainMenu(flows, standing);
        this.welcomeBack = new WelcomeBack(flows, standing, menu);
        this.otherFlow = new OtherFlow(flows, standing);
        this.orderTaps = new OrderTaps(flows, standing);
        this.asking = new Asking(standing);
        this.hearing = new Hearing(flows, standing, asking, otherFlow);
        this.calling = new Calling(standing);
        this.walk = new Walk(flows, standing, menu, asking, hearing, calling);
    }

    Turn received(InboundMessage message) {
        Heard heard = Heard.in(message.content());
        if (heard instanceof Heard.Nothing) {
            return unchanged();
        }
        standing.heard();
        Optional<Move> aboutAnOrder = orderTaps.begin(heard);
        if (aboutAnOrder.isPresent()) {
            walk.from(aboutAnOrder.get());
            return TurnEnd.of(standing);
        }
        switch (before.waiting()) {
            case Waiting.Idle idle -> walk.from(menu.begin(heard));
            case Waiting.MainMenu shown -> walk.from(menu.answered(shown, heard));
            case Waiting.Question question -> {
                if (question.isOver(standing.world().now())) {
                    comeBack(question, heard, message);
                } else {
                    answer(question, heard, message);
                }
            }
            case Waiting.Paused paused -> resume(paused, heard, message);
            case Waiting.Returning returning ->
                chooseOrAnswer(
                        returning.question(), step -> welcomeBack.chosen(step, returning, heard), heard, message);
            case Waiting.Leaving leaving ->
                chooseOrAnswer(leaving.question(), step -> otherFlow.chosen(step, leaving, heard), heard, message);
            case Waiting.Checking checking -> {
                if (heard instanceof Heard.Said said) {
                    standing.changesLanguage(said.text());
                }
                standing.say(Phrase.STILL_CHECKING);
            }
            case Waiting.Queued queued -> whileQueued(heard);
            case Waiting.HandedOver handedOver
            when heard instanceof Heard.Unreadable(Phrase why) && why == Phrase.CARD_NUMBER -> standing.say(why);
            case Waiting.HandedOver handedOver
            when heard instanceof Heard.Named(String product) -> {
                return orderBeside(product);
            }
            case Waiting.HandedOver handedOver -> {
                if (!(heard instanceof Heard.Said said) || !flows.asksForMenu(said.text())) {
                    return unchanged();
                }
                walk.from(new Move.Go(Target.Known.MENU));
            }
            case Waiting.Calls open -> throw openCalls(open.keys());
            case Waiting.Looking open -> throw openCalls(open.keys());
            case Waiting.File fetching ->
                throw new IllegalStateException("A message cannot be read while a file is fetched: " + fetching.key());
        }
        return TurnEnd.of(standing);
    }

    /** A person goes on answering once it is ordered; whatever else is in the cart is not ordered with it. */
    private Turn orderBeside(String product) {
        Optional<FlowDefinition> seller = Naming.seller(flows, standing.world(), product);
        if (seller.isEmpty()) {
            return unchanged();
        }
        Move first = standing.startBeside(seller.get(), Start.of(product));
        standing.facts().cart(Cart.empty());
        walk.from(first);
        return TurnEnd.of(standing);
    }

    /** Until something of the order is in the ERP the customer may still leave. */
    private void whileQueued(Heard heard) {
        if (heard instanceof Heard.Said said) {
            standing.changesLanguage(said.text());
            Optional<Target> leaves = standing.currentFlow()
                    .filter(flow -> !standing.facts().cart().submitted())
                    .flatMap(flow -> flow.command(said.text()))
                    .map(Command::to)
                    .filter(walk::leaves);
            if (leaves.isPresent()) {
                walk.from(new Move.Go(leaves.get()));
                return;
            }
        }
        standing.say(Phrase.STILL_QUEUED);
    }

    private void answer(Waiting.Question question, Heard heard, InboundMessage message) {
        walk.from(question.step(), step -> hearing.answered(step, question, heard, message));
    }

    private void comeBack(Waiting.Question question, Heard heard, InboundMessage message) {
        if (welcomeBack.isFor(heard)) {
            walk.from(question.step(), step -> welcomeBack.ask(step, question, heard));
        } else {
            answer(question, heard, message);
        }
    }

    /** At a question of ours about the one that stands: whoever does not choose there answers that one. */
    private void chooseOrAnswer(
            Waiting.Question question, Function<Step, Optional<Move>> choice, Heard heard, InboundMessage message) {
        Optional<Move> chosen = standing.step(question.step()).flatMap(choice);
        if (chosen.isPresent()) {
            walk.from(chosen.get());
        } else if (question.isOver(standing.world().now())) {
            comeBack(question, heard, message);
        } else {
            answer(question, heard, message);
        }
    }

    private static IllegalStateException openCalls(List<String> keys) {
        return new IllegalStateException("A message cannot be read while these calls are open: " + keys);
    }

    private void resume(Waiting.Paused paused, Heard heard, InboundMessage message) {
        if (paused.question() != null) {
            comeBack(paused.question(), heard, message);
            return;
        }
        boolean brings = heard instanceof Heard.Brought || heard instanceof Heard.Named;
        if (brings && !standing.facts().cart().submitted()) {
            standing.leave(true);
            walk.from(menu.begin(heard));
            return;
        }
        standing.facts().input(Json.nodes().textNode(heard instanceof Heard.Said said ? said.text() : ""));
        walk.from(paused.step(), step -> afterPause(step, heard));
    }

    /** A call that failed is made again, since what comes after it may need the answer. */
    private Move afterPause(Step step, Heard heard) {
        Session.Failure failure = standing.failure();
        if (failure != null && failure.step().equals(step.id())) {
            return new Move.Enter(step);
        }
        if (standing.flow().after(step).isPresent()) {
            return walk.following(step);
        }
        standing.leave(false);
        return menu.begin(heard);
    }

    Turn answered(List<Event.Answer> answers) {
        Map<String, ErpReply> replies = new HashMap<>();
        answers.forEach(answer -> replies.put(answer.key(), answer.reply()));
        return switch (before.waiting()) {
            case Waiting.Calls open -> answered(open, replies);
            case Waiting.Checking checking -> answered(checking, replies.get(checking.key()));
            case Waiting.Looking looking -> answered(looking, replies);
            default -> unchanged();
        };
    }

    Turn fetched(String key, FileReply reply) {
        if (!(before.waiting() instanceof Waiting.File(Waiting.Question question, String open)) || !open.equals(key)) {
            return unchanged();
        }
        walk.from(question.step(), step -> hearing.fetched(step, question, reply));
        return TurnEnd.of(standing);
    }

    private Turn answered(Waiting.Calls open, Map<String, ErpReply> replies) {
        List<ErpReply> inOrder = inOrder(open.keys(), replies);
        if (inOrder.isEmpty()) {
            return unchanged();
        }
        walk.from(open.step(), step -> calling.ended(step, open.operation(), open.keys(), inOrder));
        return TurnEnd.of(standing);
    }

    private Turn answered(Waiting.Looking looking, Map<String, ErpReply> replies) {
        List<ErpReply> inOrder = inOrder(looking.keys(), replies);
        if (inOrder.isEmpty()) {
            return unchanged();
        }
        walk.from(menu.looked(looking.said(), inOrder));
        return TurnEnd.of(standing);
    }

    /** All of them or none. */
    private static List<ErpReply> inOrder(List<String> keys, Map<String, ErpReply> replies) {
        List<ErpReply> inOrder =
                keys.stream().map(replies::get).filter(Objects::nonNull).toList();
        if (!inOrder.isEmpty() && inOrder.size() < keys.size()) {
            throw new IllegalStateException("Not all of these calls are answered: " + keys);
        }
        return inOrder;
    }

    private Turn answered(Waiting.Checking checking, @Nullable ErpReply reply) {
        if (reply == null || reply instanceof ErpReply.Unknown) {
            return unchanged();
        }
        walk.from(
                checking.step(),
                step -> calling.ended(step, checking.operation(), List.of(checking.key()), List.of(reply)));
        return TurnEnd.of(standing);
    }

    /** A question whose step is gone is not pursued: what the customer writes next finds that out. */
    Turn timePassed() {
        if (before.waiting() instanceof Waiting.Queued(String step)) {
            walk.from(step, Move.Enter::new);
            return TurnEnd.of(standing);
        }
        if (before.waiting() instanceof Waiting.HandedOver handedOver && handedOver.until() != null) {
            return handBack(handedOver.until());
        }
        if (!(before.waiting() instanceof Waiting.Question question) || question.silence() == null) {
            return unchanged();
        }
        Instant now = standing.world().now();
        boolean over = question.isOver(now);
        if (!over && !question.silence().reminds(now)) {
            return unchanged();
        }
        if (standing.step(question.step()).isEmpty()) {
            return new Turn(before.withoutWaking(), List.of());
        }
        walk.from(question.step(), step -> over ? asking.silent(step, question) : asking.remind(step, question));
        return TurnEnd.of(standing);
    }

    /** What the customer writes next begins something; the cart is kept. */
    private Turn handBack(Instant until) {
        if (standing.world().now().isBefore(until)) {
            return unchanged();
        }
        standing.leave(true);
        return TurnEnd.of(standing);
    }

    /** A hand-over that the flow asked for has no end, and a write that was decided is seen to its end. */
    Turn staffWrote(Instant until) {
        switch (before.waiting()) {
            case Waiting.Checking checking -> {}
            case Waiting.Queued queued -> {}
            case Waiting.Calls calls -> {}
            case Waiting.HandedOver handedOver when handedOver.until() == null -> {}
            case Waiting.HandedOver handedOver -> silentUntil(until, handedOver.question());
            default -> silentUntil(until, before.waiting().standing());
        }
        return TurnEnd.of(standing);
    }

    private void silentUntil(Instant until, Waiting.@Nullable Question question) {
        Waiting.Question stands = question == null ? null : question.withoutEnd();
        standing.waitFor(new Waiting.HandedOver(until.truncatedTo(ChronoUnit.MILLIS), stands));
    }

    /** Nothing changes where no person answers. What the customer orders beside that goes on by itself. */
    Turn handedBack(Event.How how) {
        if (!before.isWithPerson()) {
            return unchanged();
        }
        switch (how) {
            case RESUME -> resumeAfterPerson();
            case RESTART -> restart();
            case END -> standing.leave(true);
        }
        return TurnEnd.of(standing);
    }

    private void resumeAfterPerson() {
        if (!(before.waiting() instanceof Waiting.HandedOver handedOver)) {
            standing.alone();
        } else if (handedOver.question() == null) {
            standing.leave(true);
        } else {
            Waiting.Question question = handedOver.question();
            walk.from(question.step(), step -> new Move.AskAgain(step, question));
        }
    }

    private void restart() {
        Optional<FlowDefinition> flow = standing.currentFlow();
        walk.from(flow.isPresent() ? standing.start(flow.get(), Start.NOTHING) : new Move.Go(Target.Known.MENU));
    }

    /** Only a question that stands, of a flow that says what to do then, hears of it. */
    Turn paymentTold() {
        Waiting.Question question = openQuestion();
        Optional<Target> target = Optional.ofNullable(question)
                .flatMap(open -> standing.step(open.step()))
                .flatMap(step -> Optional.ofNullable(standing.flow().branch(step, Outcome.PAYMENT)));
        if (target.isEmpty()) {
            return unchanged();
        }
        standing.asked(question);
        standing.interrupted(question);
        walk.from(new Move.Go(target.get()));
        return TurnEnd.of(standing);
    }

    private Waiting.@Nullable Question openQuestion() {
        return switch (before.waiting()) {
            case Waiting.Question question -> question;
            case Waiting.Paused(String step, Waiting.Question question) when question != null -> question.withoutEnd();
            default -> null;
        };
    }

    /** A question that has a reminder of its own is left to it. Nobody is reminded of what they could not order now. */
    Turn cartLeft() {
        Cart cart = before.cart();
        Waiting.Question question = openQuestion();
        if (cart.lines().isEmpty() || cart.submitted()) {
            return unchanged();
        }
        if (before.waiting().asksNothing()) {
            return flows.triggeredBy("@cart").isPresent() ? sayThatTheCartIsKept() : unchanged();
        }
        Optional<Step> step = Optional.ofNullable(question).flatMap(open -> standing.step(open.step()));
        Ask ask = step.map(Step::ask).orElse(null);
        if (question == null
                || ask == null
                || ask.remind() != null
                || !flows.offers(standing.flow().id())) {
            return unchanged();
        }
        walk.from(question.step(), asked -> welcomeBack.remind(asked, question));
        return TurnEnd.of(standing);
    }

    private Turn sayThatTheCartIsKept() {
        standing.say(Phrase.CART_KEPT);
        return TurnEnd.of(standing);
    }

    /** What a person works on, and a write that was decided, are seen to their end. */
    Turn cartDropped() {
        if (before.isWithPerson()) {
            return unchanged();
        }
        return switch (before.waiting()) {
            case Waiting.Idle idle -> withoutCart();
            case Waiting.MainMenu menu -> withoutCart();
            case Waiting.Question question -> withoutCart();
            case Waiting.Paused paused -> withoutCart();
            case Waiting.Returning returning -> withoutCart();
            case Waiting.Leaving leaving -> withoutCart();
            case Waiting.Checking checking -> unchanged();
            case Waiting.Queued queued -> unchanged();
            case Waiting.Calls calls -> unchanged();
            case Waiting.Looking looking -> unchanged();
            case Waiting.File file -> unchanged();
            case Waiting.HandedOver handedOver -> unchanged();
        };
    }

    private Turn withoutCart() {
        if (before.cart().submitted()) {
            return unchanged();
        }
        standing.leave(false);
        return TurnEnd.of(standing);
    }

    Turn givenUp(String key, String reason) {
        boolean waitsForIt = switch (before.waiting()) {
            case Waiting.Checking checking -> checking.key().equals(key);
            case Waiting.Calls open -> open.keys().contains(key);
            case Waiting.Looking looking -> looking.keys().contains(key);
            default -> false;
        };
        if (!waitsForIt) {
            return unchanged();
        }
        standing.handOver("%s: %s".formatted(key, reason));
        return TurnEnd.of(standing);
    }

    private Turn unchanged() {
        return new Turn(before, List.of());
    }
}
