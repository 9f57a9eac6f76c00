package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.flow.expression.ExpressionFailure;
import io.waybill.flow.expression.Json;
import io.waybill.message.FileReply;
import io.waybill.message.FileWanted;
import io.waybill.message.InboundMessage;
import io.waybill.message.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Asks the questions of a flow and hears what the customer answers. */
final class Asking {

    /** After so many questions in a row that nobody answered a flow asks no more: each one costs money, and patience. */
    private static final int MAX_SILENCES = 3;

    private final Flows flows;
    private final Standing standing;
    private final OtherFlow otherFlow;
    private final Facts facts;
    private final Voice voice;

    Asking(Flows flows, Standing standing, OtherFlow otherFlow) {
        this.flows = flows;
        this.standing = standing;
        this.otherFlow = otherFlow;
        this.facts = standing.facts();
        this.voice = standing.voice();
    }

    /** One question as it stands, with what can be chosen now. */
    private record Open(Step step, Ask ask, Waiting.Question question, Choices choices, boolean ofProducts) {

        Open at(Waiting.Question now) {
            return new Open(step, ask, now, choices, ofProducts);
        }

        /** True when its list can be put in the order of what somebody looks for. */
        boolean canBeSearched() {
            return ask.options() instanceof Ask.Options.Listed listed && listed.match() != null;
        }
    }

    /** The question of a step that was just entered; not asked when its answer is known. */
    Move first(Step step) {
        Ask ask = Objects.requireNonNull(step.ask());
        Waiting.Question question = Waiting.Question.first(step.id(), standing.visit());
        if (ask.preset() != null) {
            Open open = open(step, ask, question);
            String known = ask.preset().text(facts);
            if (!known.isBlank()
                    && Answers.preset(ask, open.choices(), known) instanceof Answers.Answer.Accepted accepted
                    && holds(ask, accepted)) {
                facts.startedBy(facts.startedBy().without(known));
                return accepted(open, accepted);
            }
        }
        return ask(step, question);
    }

    /** Says what the step says, as a question. */
    Move ask(Step step, Waiting.Question question) {
        return step.ask() == null ? new Move.Lost() : ask(open(step, step.ask(), question));
    }

    Move answered(Step step, Waiting.Question question, Heard heard, InboundMessage message) {
        if (step.ask() == null) {
            return new Move.Lost();
        }
        standing.asked(question);
        standing.waitFor(question);
        Open open = open(step, step.ask(), question);
        return switch (heard) {
            case Heard.Tapped tapped -> tapped(open, tapped.id());
            case Heard.Said said -> said(open, said.text());
            case Heard.Brought brought -> brought(open, brought);
            case Heard.Sent sent -> sent(open, message);
            case Heard.Unreadable unreadable -> askAfter(unreadable.why(), open);
            case Heard.Nothing nothing -> Move.STAY;
        };
    }

    private Open open(Step step, Ask ask, Waiting.Question question) {
        ErpOperation list = ask.options() instanceof Ask.Options.Listed listed
                ? standing.flow().lists().get(listed.from().getFirst())
                : null;
        Choices choices = Choices.of(
                ask.options(), facts, standing.language(), standing.world().hidden(list));
        return new Open(step, ask, question, choices, list == ErpOperation.LIST_PRODUCTS);
    }

    private @Nullable String customersPhone() {
        return standing.world().customer().phone();
    }

    // Silence

    /** Says the reminder as the question, so that it can be answered there. One that cannot be said leaves the question standing. */
    Move remind(Step step, Waiting.Question question) {
        standing.waitFor(question.reminded());
        if (step.ask() == null || step.ask().remind() == null) {
            return Move.STAY;
        }
        Step.Say say = step.ask().remind().say();
        try {
            Open open = open(step, step.ask(), question);
            boolean asks = !hasNothingToChoose(open);
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

    // Hearing

    private Move tapped(Open open, ReplyId id) {
        if (!standing.isOurs(id, open.question().visit())) {
            return askAfter(Phrase.STALE, open);
        }
        OptionalInt page = id.morePage();
        if (page.isPresent() && open.choices().hasMore(page.getAsInt() - 1)) {
            return turnTo(page.getAsInt(), open);
        }
        return open.choices()
                .byToken(id.option())
                .map(choice -> taken(open, Answers.chosen(choice)))
                .orElseGet(() -> askAfter(Phrase.STALE, open));
    }

    private Move said(Open open, String text) {
        int page = open.question().page();
        Answers.Answer exact =
                Answers.exactly(open.ask(), open.choices(), text, page, standing.language(), customersPhone());
        if (!(exact instanceof Answers.Answer.NotUnderstood)) {
            return taken(open, exact);
        }
        String words = Words.normalise(text);
        Optional<Command> command = standing.flow().commands().stream()
                .filter(known -> known.words().contains(words))
                .findFirst();
        if (command.isPresent()) {
            return obey(command.get(), open);
        }
        if (open.choices().hasMore(page) && words.equals(Words.normalise(standing.words(Phrase.MORE)))) {
            return turnTo(page + 1, open);
        }
        Answers.Answer loose = Answers.loosely(open.ask(), open.choices(), text);
        boolean understood = !(loose instanceof Answers.Answer.NotUnderstood);
        // A text is always an answer to a question for text, so there a language has to go first.
        if ((!understood || open.ask().accepts(Ask.Type.TEXT)) && standing.changesLanguage(text)) {
            return ask(open.step(), open.question());
        }
        return understood ? taken(open, loose) : meansSomethingElse(open, text);
    }

    private Move meansSomethingElse(Open open, String text) {
        Optional<FlowDefinition> other = flows.startedBy(text);
        if (other.isPresent()) {
            return other.get().id().equals(standing.flow().id())
                    ? ask(open.step(), open.question())
                    : otherFlow.ask(open.step(), open.question(), other.get(), Start.by(text));
        }
        if (open.canBeSearched() && open.choices().find(text)) {
            facts.startedBy(Start.by(text));
            standing.say(Phrase.FOUND);
            return show(open(open.step(), open.ask(), open.question().onPage(0)));
        }
        standing.unmatched(text);
        return missed(open, Phrase.NOT_UNDERSTOOD);
    }

    /** What was brought along goes into the cart that is being filled; what was answered already need not be asked again. */
    private Move brought(Open open, Heard.Brought brought) {
        Optional<FlowDefinition> flow = flows.triggeredBy("@cart");
        if (flow.isEmpty()) {
            return askAfter(Phrase.UNREADABLE, open);
        }
        Start start = Start.by(brought.text(), brought.items());
        if (!flow.get().id().equals(standing.flow().id()) || facts.cart().submitted()) {
            return otherFlow.ask(open.step(), open.question(), flow.get(), start);
        }
        facts.startedBy(start);
        standing.asked(null);
        return new Move.Enter(standing.flow().first());
    }

    private Move sent(Open open, InboundMessage message) {
        Optional<FileWanted> file = FileQuestions.wanted(open.ask(), message.content());
        if (file.isEmpty()) {
            return taken(open, Answers.other(open.ask(), message, customersPhone()));
        }
        String key = standing.before().id() + '.' + open.question().visit();
        standing.fetch(new Effect.Fetch(key, file.get()));
        standing.waitFor(new Waiting.File(open.question(), key));
        return Move.STAY;
    }

    /** What became of the file that the customer sent as the answer. */
    Move fetched(Step step, Waiting.Question question, FileReply reply) {
        if (step.ask() == null) {
            return new Move.Lost();
        }
        standing.asked(question);
        standing.waitFor(question);
        Open open = open(step, step.ask(), question);
        return switch (reply) {
            case FileReply.Stored stored ->
                taken(open, new Answers.Answer.Accepted(FileQuestions.answer(stored.file()), null));
            case FileReply.WrongType wrong -> missed(open, Phrase.FILE_TYPE);
            case FileReply.TooLarge large -> missed(open, Phrase.FILE_SIZE);
            // No fault of the customer's, so it does not count.
            case FileReply.Missing(String reason) -> {
                standing.incident(step, "The customer's file could not be fetched: " + reason);
                yield askAfter(Phrase.FILE_MISSING, open);
            }
        };
    }

    private Move obey(Command command, Open open) {
        if (command.say() != null) {
            voice.say(command.say().text(facts, standing.language()));
        }
        if (command.to() == null) {
            return ask(open);
        }
        standing.interrupted(open.question());
        return new Move.Go(command.to());
    }

    private Move taken(Open open, Answers.Answer answer) {
        return switch (answer) {
            case Answers.Answer.Accepted accepted ->
                holds(open.ask(), accepted) ? accepted(open, accepted) : missed(open, Phrase.NOT_UNDERSTOOD);
            case Answers.Answer.Hidden hidden -> askAfter(Phrase.HIDDEN, open);
            case Answers.Answer.NotUnderstood not -> missed(open, Phrase.NOT_UNDERSTOOD);
        };
    }

    private boolean holds(Ask ask, Answers.Answer.Accepted accepted) {
        facts.input(accepted.value());
        return ask.check() == null || ask.check().holds(facts);
    }

    private Move accepted(Open open, Answers.Answer.Accepted accepted) {
        standing.asked(null);
        Waiting.Question interrupted = standing.interrupted();
        if (interrupted != null && interrupted.visit() == open.question().visit()) {
            standing.interrupted(null);
        }
        if (open.ofProducts()) {
            Optional<Move> assigned = productChosen(accepted.value());
            if (assigned.isPresent()) {
                return assigned.get();
            }
        }
        if (open.ask().save() != null) {
            facts.put(open.ask().save(), accepted.value());
        }
        return accepted.to() != null ? new Move.Go(accepted.to()) : new Move.Conclude(open.step());
    }

    /** The flow that sells this product, where that is another one. */
    private Optional<Move> productChosen(JsonNode product) {
        Start start = facts.startedBy();
        if (start.qty() != null && Search.holds(product.path("name").asText(), start.qty())) {
            facts.startedBy(start.withoutQty());
        }
        String id = product.path("id").asText();
        String assigned = standing.world().assignedFlows().get(id);
        if (assigned == null || assigned.equals(standing.flow().id())) {
            return Optional.empty();
        }
        Optional<FlowDefinition> flow = flows.flow(assigned);
        if (flow.isEmpty()) {
            standing.incident("Product %s is assigned to the flow %s, which is not there. It is sold here."
                    .formatted(id, assigned));
        }
        return flow.map(own -> standing.start(own, facts.startedBy().withProduct(id)));
    }

    /** @param otherwise said where the question has no words of its own for it */
    private Move missed(Open open, Phrase otherwise) {
        Waiting.Question missed = open.question().missed();
        if (missed.misses() >= open.ask().tries()) {
            standing.asked(open.question().unmissed());
            return new Move.Branch(open.step(), Outcome.INVALID, "The customer gave no answer the question takes.");
        }
        if (open.ask().retry() == null) {
            return askAfter(otherwise, open.at(missed));
        }
        voice.say(open.ask().retry().text(facts.with(bounds(open.ask())), standing.language()));
        return show(open.at(missed));
    }

    private static ObjectNode bounds(Ask ask) {
        ObjectNode bounds = Json.object();
        if (ask.min() != null) {
            bounds.put("min", ask.min());
        }
        if (ask.max() != null) {
            bounds.put("max", ask.max());
        }
        return bounds;
    }

    // Asking

    private Move turnTo(int page, Open open) {
        standing.say(Phrase.SEE_MORE);
        return show(open.at(open.question().onPage(page)));
    }

    private Move askAfter(Phrase phrase, Open open) {
        standing.say(phrase);
        return ask(open);
    }

    private Move ask(Open open) {
        if (hasNothingToChoose(open)) {
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

    private Move showTemplate(Open open, Step.Say say) {
        stand(open);
        standing.say(say, buttons(open));
        return Move.STAY;
    }

    private List<Reply.Option> buttons(Open open) {
        return open.choices().visible().stream()
                .map(choice -> choice.option(
                        open.choices(), standing.before().id(), open.question().visit()))
                .toList();
    }

    /** What was said until now becomes the body of the question. */
    private Move show(Open open) {
        if (hasNothingToChoose(open)) {
            return nothingToChoose(open);
        }
        stand(open);
        put(open);
        return Move.STAY;
    }

    private void put(Open open) {
        String said = voice.take();
        if (open.choices().isEmpty()) {
            Phrase silence = open.ask().accepts(Ask.Type.CONTACT) ? Phrase.SHARE_NUMBER : Phrase.CHOOSE;
            voice.ask(Questions.plain(open.ask(), said.isEmpty() ? standing.words(silence) : said));
        } else {
            showChoices(open, said.isEmpty() ? standing.words(Phrase.CHOOSE) : said);
        }
    }

    private void showChoices(Open open, String body) {
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

    private void stand(Open open) {
        standing.at(open.step());
        standing.waitFor(open.question().askedAt(standing.world().now(), open.ask()));
    }

    private static boolean hasNothingToChoose(Open open) {
        return open.ask().accepts(Ask.Type.CHOICE) && open.choices().visible().isEmpty();
    }

    private static Move nothingToChoose(Open open) {
        return new Move.Branch(open.step(), Outcome.EMPTY, "There is nothing left to choose from.");
    }
}
