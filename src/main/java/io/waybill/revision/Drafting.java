package io.waybill.revision;

import io.waybill.revision.FlowDrafts.Draft;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Saves what people work on, and nobody's work over that of somebody else who was not seen. */
final class Drafting {

    private final FlowRevisions store;
    private final FlowDrafts drafts;
    private final TransactionTemplate transaction;

    Drafting(FlowRevisions store, FlowDrafts drafts, TransactionTemplate transaction) {
        this.store = store;
        this.drafts = drafts;
        this.transaction = transaction;
    }

    /**
     * Saves a draft in the place of what its author has seen.
     *
     * @param believed the revision of the draft, or without a draft that which is published; null: there is neither
     */
    Draft save(String flow, String text, @Nullable String believed, String author) {
        return Objects.requireNonNull(transaction.execute(status -> {
            store.lock();
            Optional<Draft> draft = drafts.find(flow);
            Optional<Publication> head = store.publications(flow, 1).stream().findFirst();
            String published = head.map(Publication::revision).orElse(null);
            requireSeen(draft, head, draft.map(Draft::revision).orElse(published), believed);
            return drafts.save(flow, text, published, author);
        }));
    }

    void discard(String flow, @Nullable String believed) {
        transaction.executeWithoutResult(status -> {
            store.lock();
            Draft draft = drafts.find(flow)
                    .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "The flow %s has no draft.".formatted(flow)));
            requireSeen(Optional.of(draft), Optional.empty(), draft.revision(), believed);
            drafts.delete(flow, draft.revision());
        });
    }

    private static void requireSeen(
            Optional<Draft> draft, Optional<Publication> head, @Nullable String there, @Nullable String believed) {
        if (!Objects.equals(there, believed)) {
            String sentence = draft.map(Draft::head)
                    .map(now -> "%s saved another draft at %s.".formatted(now.author(), now.savedAt()))
                    .orElse(
                            there == null
                                    ? "There is nothing yet that this could replace."
                                    : head.map(now -> "%s published another revision at %s."
                                                    .formatted(now.author(), now.publishedAt()))
                                            .orElse(""));
            throw Refusal.outdated(sentence + " Nothing was saved: compare with it first.", there);
        }
    }
}
