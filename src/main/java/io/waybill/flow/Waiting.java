package io.waybill.flow;

import io.waybill.erp.ErpOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a session waits for. */
public sealed interface Waiting {

    /** Nothing goes on; the next message begins something. */
    record Idle() implements Waiting {}

    /** The main menu was shown. */
    record MainMenu(int visit, int page) implements Waiting {}

    /**
     * The customer's answer to the question of a step.
     *
     * @param page of the options, from 0
     * @param misses answers that were none
     */
    record Question(String step, int visit, int page, int misses) implements Waiting {

        Question onPage(int page) {
            return new Question(step, visit, page, misses);
        }

        Question missed() {
            return new Question(step, visit, page, misses + 1);
        }

        Question unmissed() {
            return new Question(step, visit, page, 0);
        }
    }

    /** The ERP's answers, one for each key, to the call of a step. */
    record Calls(String step, ErpOperation operation, List<String> keys) implements Waiting {
        public Calls {
            keys = List.copyOf(keys);
        }
    }

    /** The ledger's word on a write that may have been executed; the customer was told once. */
    record Checking(String step, ErpOperation operation, String key) implements Waiting {}

    /** The next message, which goes on with {@code question}, or with the step after {@code step}. */
    record Paused(String step, @Nullable Question question) implements Waiting {}

    /** A person answers; the bot is silent. */
    record HandedOver() implements Waiting {}
}
