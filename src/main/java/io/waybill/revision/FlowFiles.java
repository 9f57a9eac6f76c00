package io.waybill.revision;

import io.waybill.flow.FlowDefinition;
import io.waybill.flow.FlowLoader;
import io.waybill.flow.FlowRejected;
import io.waybill.flow.Flows;
import io.waybill.home.Home;
import io.waybill.home.Home.HomeFile;
import io.waybill.home.Misconfigured;
import io.waybill.revision.FlowRevisions.FlowFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the files of {@code flows/} in when a node starts. A file is what customers get until a person publishes something else;
 * from then on a file that changes is only kept. A flow whose file is gone is withdrawn, unless a person published it.
 */
final class FlowFiles {

    private static final Logger log = LoggerFactory.getLogger(FlowFiles.class);
    private static final String FOLDER = "flows";

    private final Home home;
    private final FlowRevisions store;
    private final FlowLoader loader;
    private final TransactionTemplate transaction;

    FlowFiles(Home home, FlowRevisions store, FlowLoader loader, TransactionTemplate transaction) {
        this.home = home;
        this.store = store;
        this.loader = loader;
        this.transaction = transaction;
    }

    /** @throws Misconfigured when a file is wrong, or what would be published cannot be used together */
    void bringIn() {
        Map<String, Found> files = read();
        transaction.executeWithoutResult(status -> {
            store.lock();
            Map<String, Publication> heads = store.heads();
            Map<String, FlowDefinition> published = ofPeople(heads);
            files.forEach((flow, file) -> {
                Publication head = heads.get(flow);
                if (take(file, head, published.containsKey(flow))) {
                    published.put(flow, file.definition());
                }
            });
            requireUsable(heads, published);
            heads.values().stream()
                    .filter(head -> !files.containsKey(head.flow()))
                    .forEach(this::goOnWithoutFile);
            requireWhole(published);
        });
    }

    private Map<String, Found> read() {
        Map<String, Found> files = new TreeMap<>();
        for (HomeFile file : home.files(FOLDER, ".flow.json")) {
            Found found = new Found(file, load(file));
            if (files.put(found.definition().id(), found) != null) {
                throw new Misconfigured("The flows cannot be used: There are two flows with the id %s."
                        .formatted(found.definition().id()));
            }
        }
        return files;
    }

    private FlowDefinition load(HomeFile file) {
        try {
            return loader.load(file.text());
        } catch (FlowRejected e) {
            throw new Misconfigured("The flow %s cannot be used:\n%s".formatted(file.origin(), e.getMessage()), e);
        }
    }

    /** What people published and this version of Waybill can use. */
    private Map<String, FlowDefinition> ofPeople(Map<String, Publication> heads) {
        Map<String, FlowDefinition> definitions = new HashMap<>();
        store.texts(heads.values().stream()
                        .filter(head -> !head.isOfFile() && head.revision() != null)
                        .map(head -> new Revision.Key(head.flow(), Objects.requireNonNull(head.revision())))
                        .toList())
                .forEach((key, text) -> {
                    try {
                        definitions.put(key.flow(), loader.load(text));
                    } catch (FlowRejected e) {
                        log.error(
                                "The published revision {} of the flow {} cannot be used by this version of Waybill:\n{}",
                                key.revision(),
                                key.flow(),
                                e.getMessage());
                    }
                });
        return definitions;
    }

    /** @return whether customers get the file */
    private boolean take(Found file, @Nullable Publication head, boolean usable) {
        String revision = store.keep(file.definition().id(), file.file().text(), file.author());
        FlowFile known = store.found(file.definition().id(), file.file().name(), revision);
        if (head == null || head.isOfFile()) {
            if (head == null || !revision.equals(head.revision())) {
                publish(file, revision);
            }
            return true;
        }
        if (head.revision() != null && !usable) {
            log.error("{} takes the place of the flow that cannot be used.", file.author());
            publish(file, revision);
            return true;
        }
        if (!revision.equals(head.revision()) && known.changedAt().isAfter(head.publishedAt())) {
            log.warn(
                    "{} has changed, but customers go on with version {} of the flow {}, published by {}. The file is kept as "
                            + "revision {}: publish that one in the console, or by POST /api/v1/flows/{}/publish, to use it.",
                    file.author(),
                    head.version(),
                    head.flow(),
                    head.author(),
                    revision,
                    head.flow());
        }
        return false;
    }

    private void publish(Found file, String revision) {
        store.add(new Publication.Draft(
                file.definition().id(), revision, Publication.Source.FILE, file.author(), "Found at a start."));
    }

    private void goOnWithoutFile(Publication head) {
        store.forgetFile(head.flow());
        if (head.isOfFile() && head.revision() != null) {
            log.warn("{} is gone, so nobody starts the flow {} any more.", head.author(), head.flow());
            store.add(new Publication.Draft(
                    head.flow(), null, Publication.Source.FILE, head.author(), "The file is gone."));
        }
    }

    private static void requireUsable(Map<String, Publication> heads, Map<String, FlowDefinition> published) {
        for (Publication head : heads.values()) {
            Misconfigured.unless(
                    head.isOfFile() || head.revision() == null || published.containsKey(head.flow()),
                    "Version %d of the flow %s, published by %s, cannot be used by this version of Waybill. Put a flow that can into flows/%s.flow.json."
                            .formatted(head.version(), head.flow(), head.author(), head.flow()));
        }
    }

    private static void requireWhole(Map<String, FlowDefinition> published) {
        try {
            Flows.of(published.values());
        } catch (IllegalArgumentException e) {
            throw new Misconfigured("The flows cannot be used: " + e.getMessage(), e);
        }
    }

    private record Found(HomeFile file, FlowDefinition definition) {

        String author() {
            return FOLDER + '/' + file.name();
        }
    }
}
