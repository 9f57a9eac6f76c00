package io.waybill.revision;

import io.waybill.access.Audit;
import io.waybill.flow.FlowDefinition;
import io.waybill.flow.FlowLoader;
import io.waybill.flow.FlowRejected;
import io.waybill.flow.Flows;
import io.waybill.flow.lint.Finding;
import io.waybill.flow.lint.Rule;
import io.waybill.revision.FlowDrafts.Draft;
import io.waybill.revision.PublishedFlows.Live;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Drafts become what customers get, and what they got before can come back. Nothing that was published is ever changed. */
final class Publishing {

    private static final int TRIES = 5;
    private static final int LONGEST_MESSAGE = 500;

    private final FlowRevisions store;
    private final FlowDrafts drafts;
    private final PublishedFlows flows;
    private final FlowLint linter;
    private final FlowLoader loader;
    private final TransactionTemplate transaction;
    private final Audit audit;

    Publishing(
            FlowRevisions store,
            FlowDrafts drafts,
            PublishedFlows flows,
            FlowLint linter,
            FlowLoader loader,
            TransactionTemplate transaction,
            Audit audit) {
        this.store = store;
        this.drafts = drafts;
        this.flows = flows;
        this.linter = linter;
        this.loader = loader;
        this.transaction = transaction;
        this.audit = audit;
    }

    /**
     * What is to be published.
     *
     * @param revision of the draft, or of a text that is kept
     * @param replaces the revision the author believes to be published; null: that which the draft was begun with
     */
    record Wish(
            String flow,
            String revision,
            String message,
            @Nullable String replaces,
            String author) {

        Wish {
            if (message.isBlank() || message.length() > LONGEST_MESSAGE) {
                throw new Refusal(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "Say in a message of at most %d characters what is new.".formatted(LONGEST_MESSAGE));
            }
        }
    }

    /** @param published null: nothing */
    private record Audited(@Nullable String published) {}

    /** @param findings those that do not keep a flow from being published */
    record Done(Publication publication, List<Finding> findings) {}

    /** @throws Refusal when the linter finds errors, or something else was published meanwhile */
    Done publish(Wish wish) {
        Optional<Draft> draft =
                drafts.find(wish.flow()).filter(found -> found.revision().equals(wish.revision()));
        Revision revision = draft.map(found -> new Revision(
                        wish.flow(),
                        found.revision(),
                        found.text(),
                        found.head().author(),
                        found.head().savedAt()))
                .or(() -> store.find(wish.flow(), wish.revision()))
                .orElseThrow(() -> neither(wish));
        String replaces = wish.replaces() != null
                ? wish.replaces()
                : draft.map(found -> found.head().basedOn()).orElse(null);
        return add("flow.publish", wish, revision, base -> {
            if (draft.isPresent() || wish.replaces() != null) {
                requireStillPublished(base, wish.flow(), replaces);
            }
            return withoutErrors(revision);
        });
    }

    /** Publishes once more what customers got before; they got it already, so what the linter says of it does not keep it back. */
    Done rollBack(Wish wish) {
        Revision revision = store.find(wish.flow(), wish.revision())
                .filter(found -> store.wasPublished(wish.flow(), wish.revision()))
                .orElseThrow(() -> new Refusal(
                        HttpStatus.NOT_FOUND,
                        "Customers never had a revision %s of the flow %s.".formatted(wish.revision(), wish.flow())));
        return add("flow.rollback", wish, revision, base -> {
            if (wish.replaces() != null) {
                requireStillPublished(base, wish.flow(), wish.replaces());
            }
            return linter.lint(revision.text(), wish.flow());
        });
    }

    /** From now on nobody starts the flow; who is in it goes on. */
    Done withdraw(String flow, String message, String author) {
        Wish wish = new Wish(flow, "", message, null, author);
        for (int i = 0; i < TRIES; i++) {
            Live base = flows.live();
            if (base.revision(flow) == null) {
                throw new Refusal(HttpStatus.NOT_FOUND, "The flow %s is not published.".formatted(flow));
            }
            Map<String, FlowDefinition> others = new TreeMap<>(base.definitions());
            others.remove(flow);
            requireWhole(others.values());
            Optional<Publication> added = add("flow.withdraw", base, wish, null);
            if (added.isPresent()) {
                return new Done(added.get(), List.of());
            }
        }
        throw busy();
    }

    private interface Checked {
        List<Finding> by(Live base);
    }

    /** Checks happen outside the transaction, which only sees to it that nothing was published in between. */
    private Done add(String action, Wish wish, Revision revision, Checked checked) {
        for (int i = 0; i < TRIES; i++) {
            Live base = flows.live();
            if (revision.revision().equals(base.revision(wish.flow()))) {
                throw new Refusal(HttpStatus.CONFLICT, "This revision is what customers get already.")
                        .with("current", revision.revision());
            }
            List<Finding> findings = checked.by(base);
            requireWhole(base.with(load(revision)).values());
            Optional<Publication> added = add(action, base, wish, revision);
            if (added.isPresent()) {
                return new Done(added.get(), findings);
            }
        }
        throw busy();
    }

    /** Empty when something else was published since {@code base}; then this node knows it now. */
    private Optional<Publication> add(String action, Live base, Wish wish, @Nullable Revision revision) {
        Optional<Publication> added = Objects.requireNonNull(transaction.execute(status -> {
            store.lock();
            if (store.latest() != base.latest()) {
                return Optional.<Publication>empty();
            }
            if (revision != null) {
                store.keep(wish.flow(), revision.text(), revision.author());
                drafts.delete(wish.flow(), revision.revision());
            }
            audit.done(
                    action,
                    wish.flow(),
                    new Audited(base.revision(wish.flow())),
                    new Audited(revision == null ? null : revision.revision()));
            return Optional.of(store.add(new Publication.Draft(
                    wish.flow(),
                    revision == null ? null : revision.revision(),
                    Publication.Source.PERSON,
                    wish.author(),
                    wish.message())));
        }));
        flows.refresh();
        return added;
    }

    private Refusal neither(Wish wish) {
        return drafts.find(wish.flow())
                .map(Draft::head)
                .map(draft -> Refusal.outdated(
                        "%s saved another draft at %s. Nothing was published: compare with it first."
                                .formatted(draft.author(), draft.savedAt()),
                        draft.revision()))
                .orElseGet(() -> Refusal.noRevision(wish.flow(), wish.revision()));
    }

    private static void requireStillPublished(Live base, String flow, @Nullable String replaces) {
        String published = base.revision(flow);
        if (!Objects.equals(published, replaces)) {
            Publication head = base.heads().get(flow);
            throw Refusal.outdated(
                    head == null
                            ? "Nothing of this flow is published yet."
                            : "%s published version %d at %s, after this was begun. Compare with it; to replace it, name it as \"replaces\"."
                                    .formatted(head.author(), head.version(), head.publishedAt()),
                    published);
        }
    }

    private List<Finding> withoutErrors(Revision revision) {
        List<Finding> findings = new ArrayList<>(linter.lint(revision.text(), revision.flow()));
        try {
            FlowDefinition flow = loader.load(revision.text());
            if (!flow.id().equals(revision.flow())) {
                findings.add(otherId(flow.id(), revision));
            }
        } catch (FlowRejected e) {
            // The linter has said so.
        }
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, "The flow has errors, so nothing was published.")
                    .with("findings", FindingView.of(findings));
        }
        return findings;
    }

    private static Finding otherId(String id, Revision revision) {
        return new Finding(
                Rule.E1,
                Rule.E1.severity(),
                "/id",
                1,
                1,
                "The id is %s, but this is the flow %s: change the id, or save the text as a draft of %s."
                        .formatted(id, revision.flow(), id));
    }

    private FlowDefinition load(Revision revision) {
        try {
            return loader.load(revision.text());
        } catch (FlowRejected e) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "This version of Waybill cannot use the revision:\n" + e.getMessage());
        }
    }

    private static void requireWhole(Collection<FlowDefinition> all) {
        try {
            Flows.of(all);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_ENTITY, "Nothing was published. " + String.valueOf(e.getMessage()));
        }
    }

    private static Refusal busy() {
        return new Refusal(HttpStatus.CONFLICT, "Others publish at the same moment. Try again.");
    }
}
