package io.waybill.flow;

import io.waybill.erp.ErpOperation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a session waits for. */
public sealed interface Waiting {

    /** The question of a step that stands, whatever is asked about it first; null: none. */
    default @Nullable Question standing() {
        return switch (this) {
            case Question question -> question;
            case Paused paused -> paused.question();
            case Returning returning -> returning.question();
            case Leaving leaving -> leaving.question();
            default -> null;
        };
    }

    /** True where a number is no answer to anything. */
    default boolean asksNothing() {
        return this instanceof Idle || this instanceof MainMenu;
    }

    /** Nothing goes on; the next message begins something. */
    record Idle() implements Waiting {}

    /** The main menu was shown. */
    record MainMenu(int visit, int page) implements Waiting {}

    /**
     * The customer's answer to the question of a step.
     *
     * @param page of the options, from 0
     * @param misses answers that were none
     * @param silence when it is too long that no answer came; null: never
     */
    record Question(
            String step,
            int visit,
            int page,
            int misses,
            @Nullable Silence silence) implements Waiting {

        /** The question of a step that was just entered. */
        static Question first(String step, int visit) {
            return new Question(step, visit, 0, 0, null);
        }

        Question onPage(int page) {
            return new Question(step, visit, page, misses, silence);
        }

        Question missed() {
            return new Question(step, visit, page, misses + 1, silence);
        }

        Question unmissed() {
            return new Question(step, visit, page, 0, silence);
        }

        /** As it stands from {@code now} on: whoever is asked again has all the time again, but is not reminded again. */
        Question askedAt(Instant now, Ask ask) {
            return new Question(step, visit, page, misses, Silence.from(now, ask, silence));
        }

        Question reminded() {
            return new Question(step, visit, page, misses, silence == null ? null : silence.reminded());
        }

        boolean isOver(Instant now) {
            return silence != null && silence.isOver(now);
        }

        /** A question that stands for as long as it takes. */
        Question withoutEnd() {
            return new Question(step, visit, page, misses, null);
        }
    }

    /**
     * How long a question may stand unanswered. Kept to the millisecond, as it is stored.
     *
     * @param remindAt when the customer is reminded; null: not any more, or not at all
     * @param endsAt when it has the outcome {@code silence}
     */
    record Silence(@Nullable Instant remindAt, Instant endsAt) {

        static Silence from(Instant now, Ask ask, @Nullable Silence before) {
            Instant start = now.truncatedTo(ChronoUnit.MILLIS);
            Ask.Remind remind = ask.remind();
            boolean reminds = remind != null && (before == null || before.remindAt() != null);
            return new Silence(reminds ? start.plus(remind.after()) : null, start.plus(ask.patience()));
        }

        Silence reminded() {
            return new Silence(null, endsAt);
        }

        boolean reminds(Instant now) {
            return remindAt != null && !now.isBefore(remindAt);
        }

        boolean isOver(Instant now) {
            return !now.isBefore(endsAt);
        }

        /** When something is to be done next. */
        Instant next() {
            return remindAt != null && remindAt.isBefore(endsAt) ? remindAt : endsAt;
        }
    }

    /** The ERP's answers, one for each key, to the call of a step. */
    record Calls(String step, ErpOperation operation, List<String> keys) implements Waiting {
        public Calls {
            keys = List.copyOf(keys);
        }
    }

    /** The file that answers {@code question}; only within a turn. */
    record File(Question question, String key) implements Waiting {}

    /** The ledger's word on a write that may have been executed; the customer was told once. */
    record Checking(String step, ErpOperation operation, String key) implements Waiting {}

    /** The ERP, which did not answer: the call of {@code step} is made again when it is this session's turn in the queue. */
    record Queued(String step) implements Waiting {}

    /** The next message, which goes on with {@code question}, or with the step after {@code step}. */
    record Paused(String step, @Nullable Question question) implements Waiting {}

    /**
     * Whether the customer, back after a silence, goes on with the question or starts over.
     *
     * @param said what they came back with, which starts over if that is what they choose
     */
    record Returning(int visit, Question question, String said) implements Waiting {}

    /**
     * Whether the customer leaves the question for another flow, which a message of theirs starts.
     *
     * @param start what that flow is started with
     */
    record Leaving(int visit, Question question, String flow, Start start) implements Waiting {}

    /**
     * The ERP's lists, to see whether what the customer wrote names something on them.
     *
     * @param keys of the calls
     */
    record Looking(String said, List<String> keys) implements Waiting {
        public Looking {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A person answers; the bot is silent.
     *
     * @param until when it is not any more; null: for as long as it takes
     * @param question that stood when somebody stepped in, to be asked again when they hand back; null: none did
     */
    record HandedOver(@Nullable Instant until, @Nullable Question question) implements Waiting {

        public HandedOver(@Nullable Instant until) {
            this(until, null);
        }
    }
}
