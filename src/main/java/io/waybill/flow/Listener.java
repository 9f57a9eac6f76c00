package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.flow.FlowDefinition.Command;
import io.waybill.flow.Session.Waiting;
import io.waybill.flow.Step.Ask;
import io.waybill.message.Content;
import io.waybill.message.InboundMessage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Understands what the customer sent, in the light of what the conversation waits for. */
final class Listener {

    private static final String EARLIER = "That choice is from an earlier message.";
    private static final String GONE = "Sorry, that is no longer available.";
    private static final String STILL_CHECKING = "We are still checking; you will hear from us here.";
    private static final String CHOOSE = "Please choose one of these.";
    private static final String TRY_AGAIN = "Sorry, that did not work. Please try again.";
    private static final String MENU = "menu";

    private final Walk walk;

    Listener(Walk walk) {
        this.walk = walk;
    }

    void hear(InboundMessage message) {
        Content content = message.content();
        if (isForNobody(content)) {
            return;
        }
        walk.input(input(content));
        switch (walk.waiting()) {
            case Waiting.Person person -> whilePersonAnswers(content);
            case Waiting.Calls calls -> walk.speech().say(STILL_CHECKING);
            case Waiting.Certainty certainty -> walk.announce(Outcome.UNKNOWN, STILL_CHECKING);
            case Waiting.Answer answer -> hearAnswer(content, answer);
            case Waiting.Menu menu -> hearAtMenu(content, menu);
            case Waiting.Nothing nothing -> hearAtMenu(content, new Waiting.Menu(0));
        }
    }

    /** Reactions, edits and the like are no messages that somebody waits for an answer to. */
    private static boolean isForNobody(Content content) {
        return switch (content) {
            case Content.Reaction reaction -> true;
            case Content.Edit edit -> true;
            case Content.Revoke revoke -> true;
            case Content.SystemNotice notice -> true;
            case Content.Unsupported unsupported -> true;
            default -> false;
        };
    }

    private void whilePersonAnswers(Content content) {
        if (text(content).filter(words -> Words.same(MENU, words)).isPresent()) {
            walk.go("@menu");
        }
    }

    // Between flows

    private void hearAtMenu(Content content, Waiting.Menu menu) {
        Questions questions = new Questions(walk);
        Optional<ReplyId> tap = tap(content);
        if (tap.isPresent()) {
            tapAtMenu(tap.get(), questions);
            return;
        }
        String words = text(content).orElse("");
        Optional<FlowDefinition> started =
                walk.flows().startedBy(words).or(() -> byTitle(questions.menuChoices(), words));
        if (started.isPresent()) {
            walk.begin(started.get(), start(words));
        } else {
            questions.menu(0);
        }
    }

    private void tapAtMenu(ReplyId tap, Questions questions) {
        Optional<Choice> chosen =
                isOurs(tap) && tap.visit() == 0 ? tap.among(questions.menuChoices()) : Optional.empty();
        if (chosen.isPresent()) {
            walk.begin(walk.flows().byId(chosen.get().id()).orElseThrow(), start(""));
        } else if (isOurs(tap) && tap.visit() == 0 && tap.morePage().isPresent()) {
            questions.menu(tap.morePage().get());
        } else {
            walk.speech().say(EARLIER);
            questions.menu(0);
        }
    }

    private Optional<FlowDefinition> byTitle(List<Choice> menu, String words) {
        return Match.byText(menu, words).flatMap(choice -> walk.flows().byId(choice.id()));
    }

    private static ObjectNode start(String text) {
        return text.isEmpty() ? FlowJson.object() : FlowJson.object().put("text", text);
    }

    // At a question

    private void hearAnswer(Content content, Waiting.Answer answer) {
        Optional<ReplyId> tap = tap(content);
        if (tap.isPresent()) {
            tapAtQuestion(tap.get(), answer);
            return;
        }
        Optional<Command> command = text(content).flatMap(this::command);
        if (command.isPresent()) {
            obey(command.get(), answer);
            return;
        }
        Step step = walk.step();
        walk.attempt(
                () -> new Answers(walk, step).read(content).ifPresentOrElse(this::accept, () -> ask(step, answer)));
    }

    private void tapAtQuestion(ReplyId tap, Waiting.Answer answer) {
        Step step = walk.step();
        if (!isOurs(tap) || tap.visit() != walk.visit()) {
            stale(tap, step, answer);
            return;
        }
        walk.attempt(() -> {
            Optional<Choice> chosen = tap.among(Choices.of(walk, step));
            if (chosen.isPresent()) {
                accept(Answers.chosen(chosen.get()));
            } else if (tap.morePage().isPresent()) {
                new Questions(walk).page(step, tap.morePage().get(), answer.tries());
            } else {
                walk.speech().say(GONE);
                new Questions(walk).again(step, 0, answer.tries());
            }
        });
    }

    /** A row of the main menu is never too old; any other choice belongs to its question. */
    private void stale(ReplyId tap, Step step, Waiting.Answer answer) {
        walk.speech().say(EARLIER);
        walk.attempt(() -> new Questions(walk).page(step, answer.page(), answer.tries()));
    }

    private Optional<Command> command(String words) {
        String language = walk.world().customer().language();
        List<Command> commands = walk.definition().commands();
        return commands.stream()
                .filter(command -> command.matches(words) || translated(commands.indexOf(command), language, words))
                .findFirst();
    }

    private boolean translated(int index, String language, String words) {
        Value none = new Value.Literal(FlowJson.array());
        JsonNode list =
                walk.definition().words(language, "commands." + index, none).in(walk.scope());
        for (JsonNode word : list) {
            if (Words.same(word.asText(), words)) {
                return true;
            }
        }
        return false;
    }

    private void obey(Command command, Waiting.Answer answer) {
        walk.attempt(() -> {
            if (command.say() != null) {
                walk.speech().say(command.say().text(walk.scope()));
            }
            if (command.to() != null) {
                walk.interrupt(command.to());
            } else {
                new Questions(walk).page(walk.step(), answer.page(), answer.tries());
            }
        });
    }

    private void accept(Answers.Given given) {
        Step step = walk.step();
        Ask ask = Objects.requireNonNull(step.ask());
        if (given.sharedPhone() != null) {
            walk.effect(new Effect.PhoneShared(given.sharedPhone()));
        }
        if (ask.save() != null) {
            walk.set(ask.save(), given.value());
        }
        walk.await(new Waiting.Nothing());
        walk.afterAnswer(given.to());
    }

    private void ask(Step step, Waiting.Answer answer) {
        Ask ask = Objects.requireNonNull(step.ask());
        int tries = answer.tries() + 1;
        if (tries >= ask.tries() && hasBranch(step)) {
            walk.branch(Outcome.INVALID, "The customer's answers at %s were not understood.".formatted(step.id()));
            return;
        }
        walk.speech().say(retry(step, ask));
        new Questions(walk).again(step, answer.page(), tries);
    }

    private boolean hasBranch(Step step) {
        return step.on().containsKey(Outcome.INVALID) || walk.definition().on().containsKey(Outcome.INVALID);
    }

    private String retry(Step step, Ask ask) {
        if (ask.retry() == null) {
            return ask.options() == null ? TRY_AGAIN : CHOOSE;
        }
        ObjectNode bounds = FlowJson.object();
        if (ask.min() != null) {
            bounds.put("min", ask.min());
        }
        if (ask.max() != null) {
            bounds.put("max", ask.max());
        }
        return walk.words(step, "retry", ask.retry()).text(walk.scope().withElement(bounds));
    }

    // What was sent

    private boolean isOurs(ReplyId tap) {
        return tap.session().equals(walk.id());
    }

    private static Optional<ReplyId> tap(Content content) {
        String id = switch (content) {
            case Content.Tap tap -> tap.id();
            case Content.QuickReply reply -> reply.payload();
            default -> "";
        };
        return ReplyId.parse(id);
    }

    /** The words of the message; a tap on something that is not ours counts as its title. */
    static Optional<String> text(Content content) {
        return Optional.ofNullable(
                switch (content) {
                    case Content.Text text -> text.body();
                    case Content.Tap tap -> tap.title();
                    case Content.QuickReply reply -> reply.text();
                    default -> null;
                });
    }

    private static JsonNode input(Content content) {
        ObjectNode input = FlowJson.object();
        text(content).ifPresent(words -> input.put("text", words));
        return input;
    }
}
