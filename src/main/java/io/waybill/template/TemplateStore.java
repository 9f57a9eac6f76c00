package io.waybill.template;

import io.waybill.whatsapp.TemplateUpdate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what Meta has of our templates. */
final class TemplateStore {

    private static final String ROW = """
            select business_account_id, name, language, id, status, category, quality, reason, definition, synced_at, status_since from template
            """;

    private final JdbcClient jdbc;

    TemplateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MirroredTemplate> all() {
        return jdbc.sql(ROW + " order by name, language, business_account_id")
                .query(TemplateStore::row)
                .list();
    }

    List<MirroredTemplate> named(String name) {
        return jdbc.sql(ROW + " where name = ? order by language, business_account_id")
                .param(name)
                .query(TemplateStore::row)
                .list();
    }

    List<MirroredTemplate> of(String account, String name) {
        return jdbc.sql(ROW + " where business_account_id = ? and name = ? order by language")
                .params(account, name)
                .query(TemplateStore::row)
                .list();
    }

    Optional<MirroredTemplate> find(TemplateUpdate.Ref ref) {
        return jdbc.sql(ROW + " where business_account_id = ? and name = ? and language = ?")
                .params(ref.businessAccountId(), ref.name(), ref.language())
                .query(TemplateStore::row)
                .optional();
    }

    /**
     * The account has these and no others, as a list says that was asked for at {@code asked}; of what Meta has told by itself since then
     * the list may not know. In the caller's transaction.
     */
    void replace(String account, List<MirroredTemplate> templates, Instant asked) {
        save(templates, asked);
        jdbc.sql("""
                        delete from template where business_account_id = ? and told_at <= ?
                            and (name, language) not in (select * from unnest(?::text[], ?::text[]))
                        """)
                .params(account, Timestamp.from(asked))
                .param(texts(templates, MirroredTemplate::name))
                .param(texts(templates, MirroredTemplate::language))
                .update();
    }

    private void save(List<MirroredTemplate> templates, Instant asked) {
        jdbc.sql("""
                        insert into template (business_account_id, name, language, id, status, category, quality, reason, definition, synced_at, status_since)
                        select account, name, language, id, status, category, quality, reason, definition, to_timestamp(synced / 1000.0), to_timestamp(synced / 1000.0)
                        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
                            as t (account, name, language, id, status, category, quality, reason, definition, synced)
                        on conflict (business_account_id, name, language) do update
                        set id = excluded.id, status = excluded.status, category = excluded.category, quality = excluded.quality,
                            reason = case when excluded.status = template.status then coalesce(template.reason, excluded.reason)
                                else excluded.reason end,
                            status_since = case when excluded.status = template.status then template.status_since
                                else excluded.status_since end,
                            definition = excluded.definition, synced_at = excluded.synced_at
                        where template.told_at <= ?
                        """)
                .param(texts(templates, MirroredTemplate::businessAccountId))
                .param(texts(templates, MirroredTemplate::name))
                .param(texts(templates, MirroredTemplate::language))
                .param(texts(templates, MirroredTemplate::id))
                .param(texts(templates, MirroredTemplate::status))
                .param(texts(templates, MirroredTemplate::category))
                .param(texts(templates, MirroredTemplate::quality))
                .param(texts(templates, MirroredTemplate::reason))
                .param(texts(templates, MirroredTemplate::definition))
                .param(templates.stream()
                        .map(template -> template.syncedAt().toEpochMilli())
                        .toArray(Long[]::new))
                .param(Timestamp.from(asked))
                .update();
    }

    /** Meta has just taken it. */
    void created(MirroredTemplate template) {
        Timestamp at = Timestamp.from(template.syncedAt());
        save(List.of(template), template.syncedAt());
        jdbc.sql("update template set told_at = ? where business_account_id = ? and name = ? and language = ?")
                .params(at, template.businessAccountId(), template.name(), template.language())
                .update();
    }

    /** False when it is not known; then a list will tell. */
    boolean status(TemplateUpdate.Ref ref, String status, @Nullable String reason, Instant now) {
        return update(
                "status_since = case when status = ? then status_since else ? end, status = ?, reason = ?",
                ref,
                now,
                status,
                Timestamp.from(now),
                status,
                reason);
    }

    boolean category(TemplateUpdate.Ref ref, String category, Instant now) {
        return update("category = ?", ref, now, category);
    }

    boolean quality(TemplateUpdate.Ref ref, String score, Instant now) {
        return update("quality = ?", ref, now, score);
    }

    boolean definition(TemplateUpdate.Ref ref, String definition, Instant now) {
        return update("definition = ?", ref, now, definition);
    }

    private boolean update(String set, TemplateUpdate.Ref ref, Instant now, @Nullable Object... values) {
        return jdbc.sql("update template set told_at = ?, " + set
                                + " where business_account_id = ? and name = ? and language = ?")
                        .param(Timestamp.from(now))
                        .params(values)
                        .params(ref.businessAccountId(), ref.name(), ref.language())
                        .update()
                > 0;
    }

    /** @param language null: all */
    void remove(String account, String name, @Nullable String language) {
        jdbc.sql(
                        "delete from template where business_account_id = ? and name = ? and (?::text is null or language = ?)")
                .params(account, name, language, language)
                .update();
    }

    void edited(String id, Instant now) {
        jdbc.sql("insert into template_edit (template_id, at) values (?, ?)")
                .params(id, Timestamp.from(now))
                .update();
    }

    int editsWithin(String id, Duration period, Instant now) {
        return jdbc.sql("select count(*) from template_edit where template_id = ? and at > ?")
                .params(id, Timestamp.from(now.minus(period)))
                .query(Integer.class)
                .single();
    }

    private static MirroredTemplate row(ResultSet row, int n) throws SQLException {
        return new MirroredTemplate(
                row.getString("business_account_id"),
                row.getString("name"),
                row.getString("language"),
                row.getString("id"),
                row.getString("status"),
                row.getString("category"),
                row.getString("quality"),
                row.getString("reason"),
                row.getString("definition"),
                row.getTimestamp("synced_at").toInstant(),
                row.getTimestamp("status_since").toInstant());
    }

    private static String[] texts(List<MirroredTemplate> templates, Function<MirroredTemplate, @Nullable String> text) {
        return templates.stream().map(text).toArray(String[]::new);
    }
}
