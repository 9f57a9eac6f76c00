package io.waybill.flow;

import io.waybill.erp.ErpOperation;
import io.waybill.expression.ExpressionFailure;
import io.waybill.message.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Asks the questions of a flow, once and again. */
final class Asking {

    /** After so many questions in a row that nobody answered a flow asks no more: each one costs money, and patience. */
    private static final int MAX_SILENCES = 3;

    private final Standing standing;
    private final Facts facts;
    private final Voice voice;

    Asking(Standing standing) {
        this.standing = standing;
        this.facts = standing.facts();
        this.voice = standing.voice();
    }

    /** Says what the step says, as a question. */
    Move ask(Step step, Waiting.Question question) {
        return step.ask() == null ? new Move.Lost() : ask(open(step, step.ask(), question));
    }

    OpenQuestion open(Step step, Ask ask, Waiting.Question question) {
        ErpOperation list = ask.options() instanceof Ask.Options.Listed listed
                ? standing.flow().lists().get(listed.from().getFirst())
                : null;
        Choices choices = Choices.of(
                ask.options(), facts, standing.language(), standing.world().hidden(list));
        return new OpenQuestion(
                step,
                ask,
                question,
                ask.about() == null ? choices : choices.about(ask.about().text(facts)),
                list);
    }

    /** Says the reminder as the question, so that it can be answered there. One that cannot be said leaves the question standing. */
    Move remind(Step step, Waiting.Question question) {
        standing.waitFor(question.reminded());
        if (step.ask() == null || step.ask().remind() == null) {
            return Move.STAY;
        }
        Step.Say say = step.ask().remind().say();
        try {
            OpenQuestion open = open(step, step.ask(), question);
            boolean asks = !open.hasNothingToChoose();
            if (say.template() != null) {
                standing.say(say, open.ask().fitsTemplate() ? buttons(open) : List.of());
            } else {
                standing.say(say, List.of());
                if (asks) {
                    put(open);
                }
            }
        } catch (ExpressionFailure e) {
            standing.incident(step, "The reminder cannot be said: " + e.getMessage());
        }
        return Move.STAY;
    }

    /** The question has stood for too long. */
    Move silent(Step step, Waiting.Question question) {
        if (step.ask() == null) {
            standing.waitFor(question.withoutEnd());
            return Move.STAY;
        }
        standing.asked(question.unmissed());
        if (standing.silence() > MAX_SILENCES) {
            standing.incident(
                    step,
                    "The flow has asked %d times without an answer; it waits for the customer now."
                            .formatted(MAX_SILENCES + 1));
            return new Move.Go(Target.Known.PAUSE);
        }
        return new Move.Branch(
                step,
                Outcome.SILENCE,
                "The customer has not answered for %s."
                        .formatted(inWords(step.ask().patience())));
    }

    private static String inWords(Duration duration) {
        return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }

    Move turnTo(int page, OpenQuestion open) {
        standing.say(Phrase.SEE_MORE);
        return show(open.at(open.question().onPage(page)));
    }

    Move askAfter(Phrase phrase, OpenQuestion open) {
        standing.say(phrase);
        return ask(open);
    }

    Move ask(OpenQuestion open) {
        if (open.hasNothingToChoose()) {
            return nothingToChoose(open);
        }
        Step.Say say = open.step().say();
        if (say == null) {
            return show(open);
        }
        if (say.template() != null) {
            return showTemplate(open, say);
        }
        standing.say(say, List.of());
        return show(open);
    }

    private Move showTemplate(OpenQuestion open, Step.Say say) {
        stand(open);
        standing.say(say, buttons(open));
        return Move.STAY;
    }

    private List<Reply.Option> buttons(OpenQuestion open) {
        return open.choices().visible().stream()
                .map(choice -> choice.option(
                        open.choices(), standing.before().id(), open.question().visit()))
                .toList();
    }

    /** What was said until now becomes the body of the question. */
    Move show(OpenQuestion open) {
        if (open.hasNothingToChoose()) {
            return nothingToChoose(open);
        }
        stand(open);
        put(open);
        return Move.STAY;
    }

    private void put(OpenQuestion open) {
        String said = voice.take();
        if (open.choices().isEmpty()) {
            Phrase silence = open.ask().accepts(Ask.Type.CONTACT) ? Phrase.SHARE_NUMBER : Phrase.CHOOSE;
            voice.ask(Questions.plain(open.ask(), said.isEmpty() ? standing.words(silence) : said));
        } else {
            showChoices(open, said.isEmpty() ? standing.words(Phrase.CHOOSE) : said);
        }
    }

    private void showChoices(OpenQuestion open, String body) {
        Step.Say say = open.step().say();
        Translated footer = say == null ? null : say.footer();
        Translated button = open.ask().button();
        voice.ask(Questions.choice(
                body,
                footer == null ? null : footer.text(facts, standing.language()),
                button == null ? standing.words(Phrase.CHOOSE_BUTTON) : button.text(facts, standing.language()),
                open.choices(),
                standing.before().id(),
                open.question().visit(),
                open.question().page(),
                standing.words(Phrase.MORE)));
    }

    private void stand(OpenQuestion open) {
        standing.at(open.step());
        standing.waitFor(open.question().askedAt(standing.world().now(), open.ask()));
    }

    private static Move nothingToChoose(OpenQuestion open) {
        return new Move.Branch(open.step(), Outcome.EMPTY, "There is nothing left to choose from.");
    }
}
