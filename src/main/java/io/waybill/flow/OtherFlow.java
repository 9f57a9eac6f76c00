package io.waybill.flow;

import io.waybill.expression.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks somebody in the middle of one flow whether to leave it for another that they ask for; the cart is kept either way. */
final class OtherFlow {

    private static final String LEAVE = "leave";
    private static final String STAY = "stay";

    private final Flows flows;
    private final Standing standing;

    OtherFlow(Flows flows, Standing standing) {
        this.flows = flows;
        this.standing = standing;
    }

    /** What is ordered already must be settled first: that question is asked again at once. */
    Move ask(Step step, Waiting.Question question, FlowDefinition other, Start start) {
        if (standing.facts().cart().submitted()) {
            standing.say(Phrase.THIS_FIRST);
            return new Move.AskAgain(step, question);
        }
        int visit = standing.nextVisit();
        standing.at(step);
        standing.waitFor(new Waiting.Leaving(visit, question, other.id(), start));
        standing.voice()
                .ask(Questions.choice(
                        standing.words(Phrase.LEAVE)
                                .formatted(other.title()
                                        .text(standing.facts(), other.languageFor(standing.wantedLanguage()))),
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
    Optional<Move> chosen(Step step, Waiting.Leaving leaving, Heard heard) {
        Optional<Choices.Choice> choice = switch (heard) {
            case Heard.Tapped tapped
            when standing.isOurs(tapped.id(), leaving.visit()) ->
                choices().byToken(tapped.id().option());
            case Heard.Said said ->
                choices().exactly(said.text(), 0).or(() -> choices().beginning(said.text()));
            default -> Optional.empty();
        };
        return choice.map(chosen ->
                chosen.id().equals(STAY) ? new Move.AskAgain(step, leaving.question()) : leave(step, leaving));
    }

    private Move leave(Step step, Waiting.Leaving leaving) {
        return flows.flow(leaving.flow())
                .map(other -> standing.start(other, leaving.start()))
                .orElseGet(() -> new Move.AskAgain(step, leaving.question()));
    }

    private Choices choices() {
        return Choices.of(
                new Ask.Options.Fixed(List.of(option(LEAVE, Phrase.LEAVE_IT), option(STAY, Phrase.STAY))),
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
