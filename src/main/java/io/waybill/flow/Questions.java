package io.waybill.flow;

import io.waybill.flow.Session.Waiting;
import io.waybill.flow.Step.Ask;
import io.waybill.flow.Step.AskType;
import io.waybill.flow.Step.Say;
import io.waybill.message.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks: puts a question and its options into the form WhatsApp has for it. */
final class Questions {

    private static final int BUTTONS = 3;
    private static final int BUTTON_TITLE = 20;
    private static final String MORE = "More";
    private static final String BUTTON = "Choose";
    private static final String MENU_TEXT = "Hello%s! How can we help you?";

    private final Walk walk;

    Questions(Walk walk) {
        this.walk = walk;
    }

    /** Says what the step says and asks its question. */
    void ask(Step step, int page) {
        if (step.say() instanceof Say.Template template) {
            askByTemplate(step, template);
        } else {
            walk.say(step.say(), List.of());
            put(step, page);
        }
        walk.await(new Waiting.Answer(page, 0));
    }

    /** Asks the same question again below what was just said. */
    void again(Step step, int page, int tries) {
        put(step, page);
        walk.await(new Waiting.Answer(page, tries));
    }

    /** The next rows of a long list. */
    void page(Step step, int page, int tries) {
        walk.say(step.say(), List.of());
        again(step, page, tries);
    }

    /** The main menu: every flow that has a row in it. */
    void menu(int page) {
        String name = walk.world().customer().name();
        walk.speech().say(MENU_TEXT.formatted(name == null ? "" : " " + name));
        menuAgain(page);
    }

    void menuAgain(int page) {
        // Taps on an earlier menu stay right: the menu is not a step of a flow.
        choose(menuChoices(), page, null, 0);
        walk.await(new Waiting.Menu(page));
    }

    List<Choice> menuChoices() {
        return walk.flows().menu().stream()
                .map(flow -> new Choice(
                        flow.id(), Objects.requireNonNull(flow.menu()), null, FlowJson.text(flow.id()), null))
                .toList();
    }

    private void askByTemplate(Step step, Say.Template template) {
        List<Choice> choices = Choices.of(walk, step);
        walk.say(template, options(choices, choices, walk.visit()));
    }

    private void put(Step step, int page) {
        Ask ask = Objects.requireNonNull(step.ask());
        List<Choice> choices = Choices.of(walk, step);
        if (!choices.isEmpty()) {
            String button = ask.button() == null
                    ? null
                    : walk.words(step, "button", ask.button()).text(walk.scope());
            choose(choices, page, button, walk.visit());
        } else if (ask.takes(AskType.CHOICE)) {
            walk.branch(Outcome.EMPTY, "There is nothing to choose from at %s.".formatted(step.id()));
        } else if (ask.takes(AskType.LOCATION)) {
            walk.speech().send(new Reply.LocationRequest(body()));
        } else if (ask.takes(AskType.CONTACT)) {
            walk.speech().send(new Reply.ContactRequest(body()));
        } else {
            walk.speech().flush();
        }
    }

    private void choose(List<Choice> choices, int page, @Nullable String button, int visit) {
        List<Choice> shown = Pages.page(choices, page);
        List<Reply.Option> options = options(choices, shown, visit);
        String footer = walk.speech().takeFooter();
        if (Pages.isLast(choices.size(), page) && page == 0 && fitButtons(options)) {
            walk.speech().send(new Reply.Buttons(body(), footer, options));
            return;
        }
        if (!Pages.isLast(choices.size(), page)) {
            options = new ArrayList<>(options);
            options.add(new Reply.Option(new ReplyId(walk.id(), visit, ReplyId.more(page + 1)).toString(), MORE, null));
        }
        walk.speech().send(new Reply.Menu(body(), footer, button == null ? BUTTON : button, options));
    }

    private List<Reply.Option> options(List<Choice> all, List<Choice> shown, int visit) {
        return shown.stream()
                .map(choice -> new Reply.Option(
                        new ReplyId(walk.id(), visit, ReplyId.option(choice.id(), all.indexOf(choice))).toString(),
                        choice.title(),
                        choice.note()))
                .toList();
    }

    private static boolean fitButtons(List<Reply.Option> options) {
        Set<String> titles = new HashSet<>();
        return options.size() <= BUTTONS
                && options.stream()
                        .allMatch(option -> !option.title().isBlank()
                                && option.title().strip().length() <= BUTTON_TITLE
                                && option.note() == null
                                && titles.add(option.title().strip()));
    }

    private String body() {
        return walk.speech().takeBody();
    }
}
