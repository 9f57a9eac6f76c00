package io.waybill.revision;

import io.waybill.flow.FlowDefinition;
import io.waybill.revision.FlowRevisions.FlowFile;
import io.waybill.revision.LiveSessions.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people see of flows and their versions. */
final class FlowViews {

    private static final int VERSIONS = 200;

    private final FlowRevisions store;
    private final FlowDrafts drafts;
    private final PublishedFlows flows;
    private final LiveSessions sessions;

    FlowViews(FlowRevisions store, FlowDrafts drafts, PublishedFlows flows, LiveSessions sessions) {
        this.store = store;
        this.drafts = drafts;
        this.flows = flows;
        this.sessions = sessions;
    }

    /** Every flow that is or was published, or has a draft. */
    List<FlowView> all() {
        Map<String, Publication> heads = store.heads();
        Map<String, FlowDrafts.Head> open =
                drafts.heads().stream().collect(Collectors.toMap(FlowDrafts.Head::flow, Function.identity()));
        Map<String, FlowFile> files =
                store.files().stream().collect(Collectors.toMap(FlowFile::flow, Function.identity()));
        Map<String, List<Standing>> standings =
                sessions.standings(null).stream().collect(Collectors.groupingBy(Standing::flow));
        Set<String> ids = new TreeSet<>(heads.keySet());
        ids.addAll(open.keySet());
        return ids.stream()
                .map(id -> view(id, heads.get(id), open.get(id), files.get(id), standings.getOrDefault(id, List.of())))
                .toList();
    }

    HistoryView history(String flow) {
        List<Publication> versions = store.publications(flow, VERSIONS);
        FlowDrafts.Head draft = drafts.find(flow).map(FlowDrafts.Draft::head).orElse(null);
        if (versions.isEmpty() && draft == null) {
            throw Refusal.noFlow(flow);
        }
        List<Standing> standings = sessions.standings(flow);
        FlowFile file = store.files().stream()
                .filter(found -> found.flow().equals(flow))
                .findFirst()
                .orElse(null);
        return new HistoryView(
                view(flow, versions.isEmpty() ? null : versions.getFirst(), draft, file, standings),
                versions.stream().map(FlowViews::version).toList(),
                places(standings));
    }

    /** Where those stand who are in another revision than {@code revision}. */
    Older older(String flow, @Nullable String revision) {
        List<Standing> older = sessions.standings(flow).stream()
                .filter(standing -> !standing.revision().equals(revision))
                .toList();
        return new Older(count(older), places(older));
    }

    private FlowView view(
            String id,
            @Nullable Publication head,
            FlowDrafts.@Nullable Head draft,
            @Nullable FlowFile file,
            List<Standing> standings) {
        FlowDefinition definition = flows.live().definitions().get(id);
        return new FlowView(
                id,
                definition == null ? id : definition.name(),
                definition == null ? List.of() : languages(definition),
                head == null || head.revision() == null ? null : version(head),
                draft == null
                        ? null
                        : new DraftView(draft.revision(), draft.basedOn(), draft.author(), draft.savedAt()),
                file == null ? null : new FileView("flows/" + file.name(), file.revision(), file.changedAt()),
                count(standings),
                count(standings.stream()
                        .filter(standing -> head == null || !standing.revision().equals(head.revision()))
                        .toList()));
    }

    private static List<String> languages(FlowDefinition flow) {
        List<String> languages = new ArrayList<>(new TreeSet<>(flow.languages()));
        languages.remove(flow.language());
        languages.addFirst(flow.language());
        return languages;
    }

    static VersionView version(Publication publication) {
        return new VersionView(
                publication.version(),
                publication.revision(),
                publication.source().word(),
                publication.author(),
                publication.message(),
                publication.publishedAt());
    }

    private static int count(Collection<Standing> standings) {
        return standings.stream().mapToInt(Standing::sessions).sum();
    }

    private static List<RevisionPlaces> places(List<Standing> standings) {
        Map<String, List<Standing>> byRevision = standings.stream()
                .collect(Collectors.groupingBy(Standing::revision, LinkedHashMap::new, Collectors.toList()));
        List<RevisionPlaces> places = new ArrayList<>();
        byRevision.forEach((revision, at) -> places.add(new RevisionPlaces(
                revision,
                count(at),
                at.stream()
                        .sorted(Comparator.comparing(Standing::sessions)
                                .reversed()
                                .thenComparing(Standing::step))
                        .map(standing -> new StepPlaces(standing.step(), standing.sessions(), standing.latest()))
                        .toList())));
        places.sort(Comparator.comparing(RevisionPlaces::sessions).reversed().thenComparing(RevisionPlaces::revision));
        return places;
    }

    /**
     * @param languages of what is published, the base language first
     * @param published null: not published, or withdrawn
     * @param file what the last start found in {@code flows/}
     * @param sessions customers who are in the flow now
     * @param olderSessions those of them who are not in the published revision
     */
    record FlowView(
            String id,
            String title,
            List<String> languages,
            @Nullable VersionView published,
            @Nullable DraftView draft,
            @Nullable FileView file,
            int sessions,
            int olderSessions) {}

    /** @param revision null: the flow was withdrawn */
    record VersionView(
            int version,
            @Nullable String revision,
            String source,
            String author,
            String message,
            Instant publishedAt) {}

    record DraftView(String revision, @Nullable String basedOn, String author, Instant savedAt) {}

    record FileView(String name, String revision, Instant changedAt) {}

    /** @param versions the latest first */
    record HistoryView(FlowView flow, List<VersionView> versions, List<RevisionPlaces> live) {}

    record Older(int sessions, List<RevisionPlaces> revisions) {}

    record RevisionPlaces(String revision, int sessions, List<StepPlaces> steps) {}

    /** @param latest when one of these customers wrote last */
    record StepPlaces(String step, int sessions, @Nullable Instant latest) {}
}
