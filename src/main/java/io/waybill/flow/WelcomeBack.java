package io.waybill.flow;

import io.waybill.expression.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks somebody who comes back to a question after a long silence whether to go on or to start over; the cart is kept either way. */
final class WelcomeBack {

    private static final String GO_ON = "continue";
    private static final String START_OVER = "restart";

    /** Normalised; what people write to a shop that they have not written to for a while. */
    private static final Set<String> GREETINGS = Set.of(
            "hi",
            "hi there",
            "hello",
            "hello there",
            "hey",
            "good morning",
            "good afternoon",
            "good evening",
            "start",
            "bonjour",
            "bonsoir",
            "salut",
            "coucou",
            "allo",
            "allô",
            "jambo",
            "habari",
            "salam",
            "salaam");

    private final Flows flows;
    private final Standing standing;
    private final MainMenu menu;

    WelcomeBack(Flows flows, Standing standing, MainMenu menu) {
        this.flows = flows;
        this.standing = standing;
        this.menu = menu;
    }

    /** True for words that are meant for a new conversation more likely than for an old question. */
    boolean isFor(Heard heard) {
        if (!(heard instanceof Heard.Said said)) {
            return false;
        }
        String words = Words.normalise(said.text());
        boolean command = standing.currentFlow()
                .map(flow ->
                        flow.commands().stream().anyMatch(known -> known.words().contains(words)))
                .orElse(false);
        return !command
                && (isGreeting(said.text()) || flows.startedBy(said.text()).isPresent());
    }

    static boolean isGreeting(String text) {
        return GREETINGS.contains(Words.normalise(text));
    }

    /** What is ordered already cannot be started over: that question is asked again at once. */
    Move ask(Step step, Waiting.Question question, Heard heard) {
        if (standing.facts().cart().submitted()) {
            return new Move.AskAgain(step, question);
        }
        boolean empty = standing.facts().cart().lines().isEmpty();
        return ask(
                step,
                question,
                heard instanceof Heard.Said said ? said.text() : "",
                empty ? Phrase.WELCOME_BACK : Phrase.WELCOME_BACK_WITH_CART);
    }

    /** Reminds somebody of their cart who has not come back; starting over starts the same flow. */
    Move remind(Step step, Waiting.Question question) {
        return ask(step, question, CartText.Code.FLOW.of(standing.flow().id()), Phrase.CART_LEFT);
    }

    private Move ask(Step step, Waiting.Question question, String said, Phrase phrase) {
        int visit = standing.nextVisit();
        standing.at(step);
        standing.waitFor(new Waiting.Returning(visit, question, said));
        standing.voice()
                .ask(Questions.choice(
                        standing.words(phrase),
                        null,
                        standing.words(Phrase.CHOOSE_BUTTON),
                        choices(),
                        standing.before().id(),
                        visit,
                        0,
                        standing.words(Phrase.MORE)));
        return Move.STAY;
    }

    /** What the customer chose; empty when they did not choose but answer the question itself. */
    Optional<Move> chosen(Step step, Waiting.Returning returning, Heard heard) {
        Optional<Choices.Choice> choice = switch (heard) {
            case Heard.Tapped tapped
            when standing.isOurs(tapped.id(), returning.visit()) ->
                choices().byToken(tapped.id().option());
            case Heard.Said said ->
                choices().exactly(said.text(), 0).or(() -> choices().beginning(said.text()));
            default -> Optional.empty();
        };
        return choice.map(chosen ->
                chosen.id().equals(GO_ON) ? new Move.AskAgain(step, returning.question()) : startOver(returning));
    }

    private Move startOver(Waiting.Returning returning) {
        standing.leave(true);
        return menu.begin(new Heard.Said(returning.said()));
    }

    private Choices choices() {
        return Choices.of(
                new Ask.Options.Fixed(List.of(option(GO_ON, Phrase.GO_ON), option(START_OVER, Phrase.START_OVER))),
                standing.facts(),
                standing.language(),
                Set.of());
    }

    private Ask.FixedOption option(String id, Phrase title) {
        return new Ask.FixedOption(
                id,
                Translated.literal(standing.words(title)),
                null,
                Json.nodes().textNode(id),
                null);
    }
}
