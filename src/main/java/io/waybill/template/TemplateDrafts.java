package io.waybill.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps templates that people work on; nobody saves over what they have not seen. */
final class TemplateDrafts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String COLUMNS =
            "id, business_account_id, name, language, edits, version, changed_at, changed_by, definition";

    private final JdbcClient jdbc;
    private final Clock clock;

    TemplateDrafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<TemplateDraft> all() {
        return jdbc.sql("select " + COLUMNS + " from template_draft order by name, language, id")
                .query(TemplateDrafts::row)
                .list();
    }

    Optional<TemplateDraft> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from template_draft where id = ?")
                .param(id)
                .query(TemplateDrafts::row)
                .optional();
    }

    /** One that makes a new template. */
    TemplateDraft add(String account, ObjectNode definition, String by) {
        return insert(account, definition, false, by, "").orElseThrow();
    }

    /** The one that changes a template: there is only one, and who comes second goes on with it. */
    TemplateDraft edit(MirroredTemplate template, String by) {
        String account = template.businessAccountId();
        return insert(
                        account,
                        template.json(),
                        true,
                        by,
                        "on conflict (business_account_id, name, language) where edits do nothing")
                .orElseGet(() -> jdbc.sql(
                                "select " + COLUMNS
                                        + " from template_draft where edits and business_account_id = ? and name = ? and language = ?")
                        .params(account, template.name(), template.language())
                        .query(TemplateDrafts::row)
                        .single());
    }

    private Optional<TemplateDraft> insert(
            String account, ObjectNode definition, boolean edits, String by, String conflict) {
        return jdbc.sql("""
                        insert into template_draft (business_account_id, name, language, edits, definition, changed_at, changed_by)
                        values (?, ?, ?, ?, ?, ?, ?) %s returning %s
                        """.formatted(conflict, COLUMNS))
                .params(
                        account,
                        definition.path("name").asText(),
                        definition.path("language").asText(),
                        edits)
                .params(definition.toString(), Timestamp.from(clock.instant()), by)
                .query(TemplateDrafts::row)
                .optional();
    }

    /** Empty where somebody saved or took it away since {@code version} was seen. */
    Optional<TemplateDraft> save(long id, int version, ObjectNode definition, String by) {
        return jdbc.sql("""
                        update template_draft set version = version + 1, definition = ?, name = ?, language = ?, changed_at = ?, changed_by = ?
                        where id = ? and version = ? returning %s
                        """.formatted(COLUMNS))
                .params(
                        definition.toString(),
                        definition.path("name").asText(),
                        definition.path("language").asText())
                .params(Timestamp.from(clock.instant()), by, id, version)
                .query(TemplateDrafts::row)
                .optional();
    }

    void remove(long id) {
        jdbc.sql("delete from template_draft where id = ?").param(id).update();
    }

    private static TemplateDraft row(ResultSet row, int n) throws SQLException {
        return new TemplateDraft(
                row.getLong("id"),
                row.getString("business_account_id"),
                row.getString("name"),
                row.getString("language"),
                row.getBoolean("edits"),
                row.getInt("version"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"),
                json(row.getString("definition")));
    }

    private static ObjectNode json(String definition) {
        try {
            return (ObjectNode) JSON.readTree(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A draft of a template is not stored as JSON.", e);
        }
    }
}
