package io.waybill.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.ErpOperation;
import io.waybill.expression.Json;
import io.waybill.message.FileReply;
import io.waybill.message.FileWanted;
import io.waybill.message.InboundMessage;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Hears what the customer answers, and what else they mean by it. */
final class Hearing {

    private final Flows flows;
    private final Standing standing;
    private final Asking asking;
    private final OtherFlow otherFlow;
    private final Facts facts;
    private final Voice voice;

    Hearing(Flows flows, Standing standing, Asking asking, OtherFlow otherFlow) {
        this.flows = flows;
        this.standing = standing;
        this.asking = asking;
        this.otherFlow = otherFlow;
        this.facts = standing.facts();
        this.voice = standing.voice();
    }

    /** The question of a step that was just entered; not asked when its answer is known. */
    Move first(Step step) {
        Ask ask = Objects.requireNonNull(step.ask());
        Waiting.Question question = Waiting.Question.first(step.id(), standing.visit());
        if (ask.preset() != null) {
            OpenQuestion open = asking.open(step, ask, question);
            String known = ask.preset().text(facts);
            if (!known.isBlank()
                    && Answers.preset(ask, open.choices(), known) instanceof Answers.Answer.Accepted accepted
                    && holds(ask, accepted)) {
                facts.startedBy(facts.startedBy().without(known));
                return accepted(open, accepted);
            }
        }
        return asking.ask(step, question);
    }

    Move answered(Step step, Waiting.Question question, Heard heard, InboundMessage message) {
        if (step.ask() == null) {
            return new Move.Lost();
        }
        standing.asked(question);
        standing.waitFor(question);
        OpenQuestion open = asking.open(step, step.ask(), question);
        return switch (heard) {
            case Heard.Tapped tapped -> tapped(open, tapped.id());
            case Heard.Said said -> said(open, said.text());
            case Heard.GoOn goOn -> asking.ask(open);
            case Heard.Brought brought -> brought(open, brought);
            case Heard.Named named -> named(open, named.product());
            case Heard.Sent sent -> sent(open, message);
            case Heard.Unreadable unreadable -> asking.askAfter(unreadable.why(), open);
            case Heard.Nothing nothing -> Move.STAY;
        };
    }

    private @Nullable String customersPhone() {
        return standing.world().customer().phone();
    }

    private Move tapped(OpenQuestion open, ReplyId id) {
        if (!standing.isOurs(id, open.question().visit())) {
            return asking.askAfter(Phrase.STALE, open);
        }
        OptionalInt page = id.morePage();
        if (page.isPresent() && open.choices().hasMore(page.getAsInt() - 1)) {
            return asking.turnTo(page.getAsInt(), open);
        }
        return open.choices()
                .byToken(id.option())
                .map(choice -> taken(open, Answers.chosen(choice)))
                .orElseGet(() -> asking.askAfter(Phrase.STALE, open));
    }

    private Move said(OpenQuestion open, String text) {
        int page = open.question().page();
        Answers.Answer exact =
                Answers.exactly(open.ask(), open.choices(), text, page, standing.language(), customersPhone());
        if (!(exact instanceof Answers.Answer.NotUnderstood)) {
            return taken(open, exact);
        }
        String words = Words.normalise(text);
        Optional<Command> command = standing.flow().command(text);
        if (command.isPresent()) {
            return obey(command.get(), open);
        }
        if (open.choices().hasMore(page) && words.equals(Words.normalise(standing.words(Phrase.MORE)))) {
            return asking.turnTo(page + 1, open);
        }
        Answers.Answer loose = Answers.loosely(open.ask(), open.choices(), text);
        boolean understood = !(loose instanceof Answers.Answer.NotUnderstood);
        // A text is always an answer to a question for text, so there a language has to go first.
        if ((!understood || open.ask().accepts(Ask.Type.TEXT)) && standing.changesLanguage(text)) {
            return asking.ask(open.step(), open.question());
        }
        return understood ? taken(open, loose) : meansSomethingElse(open, text);
    }

    private Move meansSomethingElse(OpenQuestion open, String text) {
        Optional<FlowDefinition> other = flows.startedBy(text);
        if (other.isPresent()) {
            return other.get().id().equals(standing.flow().id())
                    ? asking.ask(open.step(), open.question())
                    : otherFlow.ask(open.step(), open.question(), other.get(), Start.by(text));
        }
        if (open.canBeSearched() && open.choices().find(text)) {
            facts.startedBy(Start.by(text));
            standing.say(Phrase.FOUND);
            return asking.show(
                    asking.open(open.step(), open.ask(), open.question().onPage(0)));
        }
        standing.unmatched(text);
        return missed(open, Phrase.NOT_UNDERSTOOD);
    }

    /** What was brought along goes into the cart that is being filled; what was answered already need not be asked again. */
    private Move brought(OpenQuestion open, Heard.Brought brought) {
        Optional<FlowDefinition> flow = flows.triggeredBy("@cart");
        if (flow.isEmpty()) {
            return asking.askAfter(Phrase.UNREADABLE, open);
        }
        return fills(open, flow.get(), Start.by(brought.text(), brought.items()));
    }

    private Move named(OpenQuestion open, String product) {
        return Naming.seller(flows, standing.world(), product)
                .map(flow -> fills(open, flow, Start.of(product)))
                .orElseGet(() -> asking.askAfter(Phrase.STALE, open));
    }

    private Move fills(OpenQuestion open, FlowDefinition flow, Start start) {
        if (!flow.id().equals(standing.flow().id()) || facts.cart().submitted()) {
            return otherFlow.ask(open.step(), open.question(), flow, start);
        }
        facts.startedBy(start);
        standing.asked(null);
        return new Move.Enter(standing.flow().first());
    }

    private Move sent(OpenQuestion open, InboundMessage message) {
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
        OpenQuestion open = asking.open(step, step.ask(), question);
        return switch (reply) {
            case FileReply.Stored stored ->
                taken(open, new Answers.Answer.Accepted(FileQuestions.answer(stored.file()), null));
            case FileReply.WrongType wrong -> missed(open, Phrase.FILE_TYPE);
            case FileReply.TooLarge large -> missed(open, Phrase.FILE_SIZE);
            // No fault of the customer's, so it does not count.
            case FileReply.Missing(String reason) -> {
                standing.incident(step, "The customer's file could not be fetched: " + reason);
                yield asking.askAfter(Phrase.FILE_MISSING, open);
            }
        };
    }

    private Move obey(Command command, OpenQuestion open) {
        if (command.say() != null) {
            voice.say(command.say().spoken(facts, standing.language()));
        }
        if (command.to() == null) {
            return asking.ask(open);
        }
        standing.interrupted(open.question());
        return new Move.Go(command.to());
    }

    private Move taken(OpenQuestion open, Answers.Answer answer) {
        return switch (answer) {
            case Answers.Answer.Accepted accepted ->
                holds(open.ask(), accepted) ? accepted(open, accepted) : missed(open, Phrase.NOT_UNDERSTOOD);
            case Answers.Answer.Hidden hidden -> asking.askAfter(Phrase.HIDDEN, open);
            case Answers.Answer.NotUnderstood not -> missed(open, Phrase.NOT_UNDERSTOOD);
        };
    }

    private boolean holds(Ask ask, Answers.Answer.Accepted accepted) {
        facts.input(accepted.value());
        return ask.check() == null || ask.check().holds(facts);
    }

    private Move accepted(OpenQuestion open, Answers.Answer.Accepted accepted) {
        standing.asked(null);
        Waiting.Question interrupted = standing.interrupted();
        if (interrupted != null && interrupted.visit() == open.question().visit()) {
            standing.interrupted(null);
        }
        Optional<Move> assigned = chosen(open.list(), accepted.value());
        if (assigned.isPresent()) {
            return assigned.get();
        }
        if (open.ask().save() != null) {
            facts.put(open.ask().save(), accepted.value());
        }
        return accepted.to() != null ? new Move.Go(accepted.to()) : new Move.Conclude(open.step());
    }

    /** The flow that sells this product, or by which people apply for this job, where that is another one. */
    private Optional<Move> chosen(@Nullable ErpOperation list, JsonNode row) {
        Start start = facts.startedBy();
        if (list == ErpOperation.LIST_PRODUCTS
                && start.qty() != null
                && Search.holds(row.path("name").asText(), start.qty())) {
            facts.startedBy(start.withoutQty());
        }
        String id = row.path("id").asText();
        String assigned = standing.world().assigned(list, id);
        if (assigned == null || assigned.equals(standing.flow().id())) {
            return Optional.empty();
        }
        boolean job = list == ErpOperation.LIST_JOBS;
        Optional<FlowDefinition> flow = flows.flow(assigned);
        if (flow.isEmpty()) {
            standing.incident("%s %s is assigned to the flow %s, which is not there. It goes on here."
                    .formatted(job ? "Job" : "Product", id, assigned));
        }
        Start preset = job ? facts.startedBy().withJob(id) : facts.startedBy().withProduct(id);
        return flow.map(own -> standing.start(own, preset));
    }

    /** @param otherwise said where the question has no words of its own for it */
    private Move missed(OpenQuestion open, Phrase otherwise) {
        Waiting.Question missed = open.question().missed();
        if (missed.misses() >= open.ask().tries()) {
            standing.asked(open.question().unmissed());
            return new Move.Branch(open.step(), Outcome.INVALID, "The customer gave no answer the question takes.");
        }
        if (open.ask().retry() == null) {
            return asking.askAfter(otherwise, open.at(missed));
        }
        voice.say(open.ask().retry().spoken(facts.with(bounds(open.ask())), standing.language()));
        return asking.show(open.at(missed));
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
}
