package io.waybill.revision;

import io.waybill.flow.FlowLoader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The texts of flows and when each was published. Rows are only added. */
final class FlowRevisions {

    /** Key of the advisory lock under which publications and drafts change: "wbflow". */
    private static final long LOCK = 0x7762666c6f77L;

    private final JdbcClient jdbc;
    private final Clock clock;

    FlowRevisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until the caller's transaction ends nobody else publishes or saves a draft. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, n) -> true)
                .single();
    }

    // Texts

    /**
     * Keeps {@code text} unless it is known already.
     *
     * @return its revision
     */
    String keep(String flow, String text, String author) {
        String revision = FlowLoader.revision(text);
        jdbc.sql("""
                        insert into flow_revision (flow, revision, text, author, created_at) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """).params(flow, revision, text, author, now()).update();
        return revision;
    }

    Optional<Revision> find(String flow, String revision) {
        return jdbc.sql("select * from flow_revision where flow = ? and revision = ?")
                .params(flow, revision)
                .query((row, n) -> new Revision(
                        row.getString("flow"),
                        row.getString("revision"),
                        row.getString("text"),
                        row.getString("author"),
                        instant(row, "created_at")))
                .optional();
    }

    /** The texts of those of {@code keys} that are known. */
    Map<Revision.Key, String> texts(Collection<Revision.Key> keys) {
        return jdbc
                .sql("""
                        select flow, revision, text from flow_revision
                        join unnest(?::text[], ?::text[]) as wanted (flow, revision) using (flow, revision)
                        """)
                .param(keys.stream().map(Revision.Key::flow).toArray(String[]::new))
                .param(keys.stream().map(Revision.Key::revision).toArray(String[]::new))
                .query((row, n) ->
                        new Revision(row.getString(1), row.getString(2), row.getString(3), "", Instant.EPOCH))
                .list()
                .stream()
                .collect(Collectors.toMap(found -> new Revision.Key(found.flow(), found.revision()), Revision::text));
    }

    // Publications

    /** The id of the latest publication of all; 0 before the first. */
    long latest() {
        return jdbc.sql("select coalesce(max(id), 0) from flow_publication")
                .query(Long.class)
                .single();
    }

    /** The latest publication of each flow, by flow. */
    Map<String, Publication> heads() {
        return jdbc
                .sql("select distinct on (flow) * from flow_publication order by flow, version desc")
                .query(FlowRevisions::publication)
                .list()
                .stream()
                .collect(Collectors.toMap(Publication::flow, Function.identity()));
    }

    /** The latest first. */
    List<Publication> publications(String flow, int limit) {
        return jdbc.sql("select * from flow_publication where flow = ? order by version desc limit ?")
                .params(flow, limit)
                .query(FlowRevisions::publication)
                .list();
    }

    boolean wasPublished(String flow, String revision) {
        return jdbc.sql("select exists (select from flow_publication where flow = ? and revision = ?)")
                .params(flow, revision)
                .query(Boolean.class)
                .single();
    }

    /** Adds the next version; the caller holds the {@link #lock}. */
    Publication add(Publication.Draft draft) {
        return jdbc.sql("""
                        insert into flow_publication (flow, version, revision, source, author, message, published_at)
                        select ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?, ? from flow_publication where flow = ?
                        returning *
                        """)
                .params(
                        draft.flow(),
                        draft.revision(),
                        draft.source().word(),
                        draft.author(),
                        draft.message(),
                        now(),
                        draft.flow())
                .query(FlowRevisions::publication)
                .single();
    }

    // Files

    /** Remembers what a start found, and since when it stands there. */
    FlowFile found(String flow, String name, String revision) {
        return jdbc.sql("""
                        insert into flow_file as f (flow, name, revision, changed_at) values (?, ?, ?, ?)
                        on conflict (flow) do update set name = excluded.name, revision = excluded.revision,
                            changed_at = case when f.revision = excluded.revision then f.changed_at else excluded.changed_at end
                        returning *
                        """)
                .params(flow, name, revision, now())
                .query(FlowRevisions::file)
                .single();
    }

    List<FlowFile> files() {
        return jdbc.sql("select * from flow_file").query(FlowRevisions::file).list();
    }

    void forgetFile(String flow) {
        jdbc.sql("delete from flow_file where flow = ?").param(flow).update();
    }

    /** @param changedAt when a start found this text instead of another */
    record FlowFile(String flow, String name, String revision, Instant changedAt) {}

    private static FlowFile file(ResultSet row, int n) throws SQLException {
        return new FlowFile(
                row.getString("flow"), row.getString("name"), row.getString("revision"), instant(row, "changed_at"));
    }

    private static Publication publication(ResultSet row, int n) throws SQLException {
        return new Publication(
                row.getLong("id"),
                row.getString("flow"),
                row.getInt("version"),
                row.getString("revision"),
                Publication.Source.named(row.getString("source")),
                row.getString("author"),
                row.getString("message"),
                instant(row, "published_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
