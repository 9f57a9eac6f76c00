package io.waybill.revision;

/** Finds the text of a flow by the names people have for it. */
final class FlowTexts {

    private final FlowRevisions store;
    private final FlowDrafts drafts;

    FlowTexts(FlowRevisions store, FlowDrafts drafts) {
        this.store = store;
        this.drafts = drafts;
    }

    /**
     * @param name a hash, {@code published}, {@code draft} or {@code file}
     * @throws Refusal when there is none
     */
    String of(String flow, String name) {
        return switch (name) {
            case "draft" ->
                drafts.find(flow).map(FlowDrafts.Draft::text).orElseThrow(() -> Refusal.noRevision(flow, name));
            case "published" ->
                store.publications(flow, 1).stream()
                        .map(Publication::revision)
                        .filter(revision -> revision != null)
                        .findFirst()
                        .map(revision -> kept(flow, revision))
                        .orElseThrow(() -> Refusal.noRevision(flow, name));
            case "file" ->
                store.files().stream()
                        .filter(file -> file.flow().equals(flow))
                        .findFirst()
                        .map(file -> kept(flow, file.revision()))
                        .orElseThrow(() -> Refusal.noRevision(flow, name));
            default -> kept(flow, name);
        };
    }

    private String kept(String flow, String revision) {
        return store.find(flow, revision).map(Revision::text).orElseThrow(() -> Refusal.noRevision(flow, revision));
    }
}
