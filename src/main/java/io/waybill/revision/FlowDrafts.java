package io.waybill.revision;

import io.waybill.flow.FlowLoader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is being worked on, one text a flow; it need not be a flow yet. */
final class FlowDrafts {

    private final JdbcClient jdbc;
    private final Clock clock;

    FlowDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Draft> find(String flow) {
        return jdbc.sql("select * from flow_draft where flow = ?")
                .param(flow)
                .query(FlowDrafts::draft)
                .optional();
    }

    /** All drafts without their texts. */
    List<Head> heads() {
        return jdbc.sql("select flow, revision, based_on, author, saved_at from flow_draft")
                .query(FlowDrafts::head)
                .list();
    }

    /** The text of each draft, by flow. */
    Map<String, String> texts() {
        return jdbc.sql("select * from flow_draft").query(FlowDrafts::draft).list().stream()
                .collect(Collectors.toMap(draft -> draft.head().flow(), Draft::text));
    }

    /** Puts {@code text} in the place of the draft, if there is one; the caller has seen that one. */
    Draft save(String flow, String text, @Nullable String basedOn, String author) {
        return jdbc.sql("""
                        insert into flow_draft (flow, revision, text, based_on, author, saved_at) values (?, ?, ?, ?, ?, ?)
                        on conflict (flow) do update set revision = excluded.revision, text = excluded.text,
                            author = excluded.author, saved_at = excluded.saved_at
                        returning *
                        """)
                .params(
                        flow,
                        FlowLoader.revision(text),
                        text,
                        basedOn,
                        author,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .query(FlowDrafts::draft)
                .single();
    }

    /** @return false when the draft is another by now */
    boolean delete(String flow, String revision) {
        return jdbc.sql("delete from flow_draft where flow = ? and revision = ?")
                        .params(flow, revision)
                        .update()
                > 0;
    }

    /** @param head what there is to say of it */
    record Draft(Head head, String text) {

        String revision() {
            return head.revision();
        }
    }

    /**
     * @param revision hash of the text, as a published one would have
     * @param basedOn what was published when the draft was begun; null: nothing
     */
    record Head(String flow, String revision, @Nullable String basedOn, String author, Instant savedAt) {}

    private static Draft draft(ResultSet row, int n) throws SQLException {
        return new Draft(head(row, n), row.getString("text"));
    }

    private static Head head(ResultSet row, int n) throws SQLException {
        return new Head(
                row.getString("flow"),
                row.getString("revision"),
                row.getString("based_on"),
                row.getString("author"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
