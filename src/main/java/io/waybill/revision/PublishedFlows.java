package io.waybill.revision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.waybill.flow.FlowDefinition;
import io.waybill.flow.FlowEngine;
import io.waybill.flow.FlowLoader;
import io.waybill.flow.FlowRejected;
import io.waybill.flow.Flows;
import io.waybill.flow.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/**
 * The flows customers get from this node: what is published, and beside it the revision a session stands on. What another node
 * publishes counts here within two seconds; a message costs no query but the first one on a revision that is not in memory.
 */
public final class PublishedFlows {

    private static final Logger log = LoggerFactory.getLogger(PublishedFlows.class);

    private static final long LOOK_EVERY_MILLIS = 1_000;
    /** Of revisions that are no longer published; a compiled step takes a few kilobytes. */
    private static final int STEPS_IN_MEMORY = 2_000;

    private final FlowRevisions store;
    private final FlowLoader loader;
    private final Lock refreshing = new ReentrantLock();
    private final Cache<Revision.Key, FlowDefinition> earlier = Caffeine.newBuilder()
            .maximumWeight(STEPS_IN_MEMORY)
            .weigher((Revision.Key key, FlowDefinition flow) -> flow.steps().size())
            .build();
    private final Cache<Revision.Key, Boolean> unusable = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    private volatile Live live = Live.NOTHING;
    private volatile boolean lookedInVain;

    PublishedFlows(FlowRevisions store, FlowLoader loader) {
        this.store = store;
        this.loader = loader;
    }

    /** The engine for a turn of {@code session}, with the revision it stands on as long as that can be had. */
    public FlowEngine engineFor(Session session) {
        Live now = live;
        for (Session stands = session; stands != null; stands = stands.beside()) {
            Session.Place place = stands.place();
            if (place != null
                    && now.flows().revision(place.flow(), place.revision()).isEmpty()) {
                return earlier(new Revision.Key(place.flow(), place.revision()))
                        .map(flow -> new FlowEngine(now.flows().with(flow)))
                        .orElse(now.engine());
            }
        }
        return now.engine();
    }

    /** The flows there are now, in the revisions that are begun. */
    public Collection<FlowDefinition> published() {
        return live.flows().published();
    }

    /** The text of a revision as it was written. */
    public Optional<String> text(String flow, String revision) {
        return store.find(flow, revision).map(Revision::text);
    }

    /** What is published now, as this node knows it. */
    Live live() {
        return live;
    }

    /** Of revisions that are no longer published. */
    long stepsInMemory() {
        earlier.cleanUp();
        return earlier.asMap().values().stream()
                .mapToLong(flow -> flow.steps().size())
                .sum();
    }

    private Optional<FlowDefinition> earlier(Revision.Key key) {
        if (unusable.getIfPresent(key) != null) {
            return Optional.empty();
        }
        FlowDefinition flow = earlier.get(key, this::load);
        if (flow == null) {
            unusable.put(key, true);
        }
        return Optional.ofNullable(flow);
    }

    /** Null when there is no such revision, or none that this version of Waybill can use. */
    private @Nullable FlowDefinition load(Revision.Key key) {
        Optional<Revision> stored = store.find(key.flow(), key.revision());
        if (stored.isEmpty()) {
            log.warn("Sessions stand on revision {} of the flow {}, which is not kept.", key.revision(), key.flow());
            return null;
        }
        try {
            return loader.load(stored.get().text());
        } catch (FlowRejected e) {
            log.warn(
                    "Sessions stand on revision {} of the flow {}, which this version of Waybill cannot use; they go on in the published one:\n{}",
                    key.revision(),
                    key.flow(),
                    e.getMessage());
            return null;
        }
    }

    @Scheduled(fixedDelay = LOOK_EVERY_MILLIS, initialDelay = LOOK_EVERY_MILLIS)
    void follow() {
        try {
            if (store.latest() != live.latest()) {
                refresh();
            }
            lookedInVain = false;
        } catch (DataAccessException | TransactionException e) {
            if (!lookedInVain) {
                log.warn("Whether a flow was published cannot be seen: {}", e.getMessage());
            }
            lookedInVain = true;
        }
    }

    /** Takes what is published now. What cannot be used leaves what is in use in its place. */
    void refresh() {
        refreshing.lock();
        try {
            Live before = live;
            live = next(before, store.heads());
            before.definitions().values().stream()
                    .filter(old -> live.definitions().get(old.id()) != old)
                    .forEach(old -> earlier.put(new Revision.Key(old.id(), old.revision()), old));
        } finally {
            refreshing.unlock();
        }
    }

    private Live next(Live before, Map<String, Publication> heads) {
        try {
            return Live.of(heads, definitions(heads, before));
        } catch (IllegalArgumentException e) {
            log.error("What is published cannot be used together, so this node goes on as before: {}", e.getMessage());
            return new Live(heads, before.definitions(), before.flows(), before.engine());
        }
    }

    private Map<String, FlowDefinition> definitions(Map<String, Publication> heads, Live before) {
        Map<String, FlowDefinition> definitions = new TreeMap<>();
        List<Revision.Key> unknown = new ArrayList<>();
        for (Publication head : heads.values()) {
            String revision = head.revision();
            FlowDefinition known = before.definitions().get(head.flow());
            if (revision != null && known != null && known.revision().equals(revision)) {
                definitions.put(head.flow(), known);
            } else if (revision != null) {
                unknown.add(new Revision.Key(head.flow(), revision));
            }
        }
        if (!unknown.isEmpty()) {
            definitions.putAll(load(unknown, before));
        }
        return definitions;
    }

    private Map<String, FlowDefinition> load(Collection<Revision.Key> keys, Live before) {
        Map<String, FlowDefinition> loaded = new HashMap<>();
        store.texts(keys).forEach((key, text) -> {
            try {
                loaded.put(key.flow(), loader.load(text));
            } catch (FlowRejected e) {
                log.error(
                        "The published revision {} of the flow {} cannot be used by this version of Waybill:\n{}",
                        key.revision(),
                        key.flow(),
                        e.getMessage());
                FlowDefinition inUse = before.definitions().get(key.flow());
                if (inUse != null) {
                    loaded.put(key.flow(), inUse);
                }
            }
        });
        return loaded;
    }

    /**
     * What is published at one moment.
     *
     * @param heads the latest publication of each flow
     * @param definitions of the flows that are not withdrawn, in the order of their ids
     */
    record Live(
            Map<String, Publication> heads, Map<String, FlowDefinition> definitions, Flows flows, FlowEngine engine) {

        static final Live NOTHING = of(Map.of(), Map.of());

        /** @throws IllegalArgumentException when a flow leads to one that is not there */
        static Live of(Map<String, Publication> heads, Map<String, FlowDefinition> definitions) {
            Flows flows = Flows.of(definitions.values());
            return new Live(heads, definitions, flows, new FlowEngine(flows));
        }

        /** The definitions with {@code flow} in the place of what has its id. */
        SortedMap<String, FlowDefinition> with(FlowDefinition flow) {
            SortedMap<String, FlowDefinition> all = new TreeMap<>(definitions);
            all.put(flow.id(), flow);
            return all;
        }

        /** The revision of {@code flow} that is published; null: none. */
        @Nullable
        String revision(String flow) {
            Publication head = heads.get(flow);
            return head == null ? null : head.revision();
        }

        /** The id of the latest publication. */
        long latest() {
            return heads.values().stream().mapToLong(Publication::id).max().orElse(0);
        }
    }
}
