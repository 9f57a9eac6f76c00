package io.waybill.flow;

import io.waybill.erp.ErpReply;
import io.waybill.flow.expression.Json;
import io.waybill.message.FileReply;
import io.waybill.message.InboundMessage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One turn: what happened, met by what the session waits for. */
final class Run {

    private final Flows flows;
    private final Session before;
    private final Standing standing;
    private final MainMenu menu;
    private final WelcomeBack welcomeBack;
    private final Asking asking;
    private final Calling calling;
    private final Walk walk;

    Run(Flows flows, Session session, World world) {
        this.flows = flows;
        this.before = session;
        this.standing = new Standing(flows, session, world);
        this.menu = new MainMenu(flows, standing);
        this.welcomeBack = new WelcomeBack(flows, standing, menu);
        this.asking = new Asking(standing);
        this.calling = new Calling(standing);
        this.walk = new Walk(flows, standing, menu, asking, calling);
    }

    Turn received(InboundMessage message) {
        Heard heard = Heard.in(message.content());
        if (heard instanceof Heard.Nothing) {
            return unchanged();
        }
        standing.heard();
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
            case Waiting.Returning returning -> chooseOrAnswer(returning, heard, message);
            case Waiting.Checking checking -> {
                if (heard instanceof Heard.Said said) {
                    standing.changesLanguage(said.text());
                }
                standing.say(Phrase.STILL_CHECKING);
            }
            case Waiting.HandedOver handedOver
            when heard instanceof Heard.Unreadable(Phrase why) && why == Phrase.CARD_NUMBER -> standing.say(why);
            case Waiting.HandedOver handedOver -> {
                if (!(heard instanceof Heard.Said said) || !flows.asksForMenu(said.text())) {
                    return unchanged();
                }
                walk.from(new Move.Go(Target.Known.MENU));
            }
            case Waiting.File fetching ->
                throw new IllegalStateException("A message cannot be read while a file is fetched: " + fetching.key());
            case Waiting.Calls open ->
                throw new IllegalStateException("A message cannot be read while these calls are open: " + open.keys());
        }
        return TurnEnd.of(standing);
    }

    private void answer(Waiting.Question question, Heard heard, InboundMessage message) {
        walk.from(question.step(), step -> asking.answered(step, question, heard, message));
    }

    private void comeBack(Waiting.Question question, Heard heard, InboundMessage message) {
        if (welcomeBack.isFor(heard)) {
            walk.from(question.step(), step -> welcomeBack.ask(step, question, heard));
        } else {
            answer(question, heard, message);
        }
    }

    private void chooseOrAnswer(Waiting.Returning returning, Heard heard, InboundMessage message) {
        Optional<Step> step = standing.step(returning.question().step());
        Optional<Move> chosen = step.flatMap(known -> welcomeBack.chosen(known, returning, heard));
        if (chosen.isPresent()) {
            walk.from(chosen.get());
        } else {
            comeBack(returning.question(), heard, message);
        }
    }

    private void resume(Waiting.Paused paused, Heard heard, InboundMessage message) {
        if (paused.question() != null) {
            comeBack(paused.question(), heard, message);
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
            default -> unchanged();
        };
    }

    Turn fetched(String key, FileReply reply) {
        if (!(before.waiting() instanceof Waiting.File(Waiting.Question question, String open)) || !open.equals(key)) {
            return unchanged();
        }
        walk.from(question.step(), step -> asking.fetched(step, question, reply));
        return TurnEnd.of(standing);
    }

    private Turn answered(Waiting.Calls open, Map<String, ErpReply> replies) {
        List<ErpReply> inOrder =
                open.keys().stream().map(replies::get).filter(Objects::nonNull).toList();
        if (inOrder.isEmpty()) {
            return unchanged();
        }
        if (inOrder.size() < open.keys().size()) {
            throw new IllegalStateException("Not all of these calls are answered: " + open.keys());
        }
        walk.from(open.step(), step -> calling.ended(step, open.operation(), open.keys(), inOrder));
        return TurnEnd.of(standing);
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

    Turn givenUp(String key, String reason) {
        boolean waitsForIt = switch (before.waiting()) {
            case Waiting.Checking checking -> checking.key().equals(key);
            case Waiting.Calls open -> open.keys().contains(key);
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
