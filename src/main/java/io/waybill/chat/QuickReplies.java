package io.waybill.chat;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people say again and again, kept for all of them under a short name. */
final class QuickReplies {

    private final JdbcClient jdbc;
    private final Clock clock;

    QuickReplies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param shortcut what is typed after the slash
     * @param language as flows write it; null: any
     */
    record QuickReply(long id, String shortcut, @Nullable String language, String body) {}

    /** What one says. */
    record Wanted(String shortcut, @Nullable String language, String body) {}

    /** By shortcut, then language. */
    List<QuickReply> all() {
        return jdbc.sql("select id, shortcut, language, body from quick_reply order by shortcut, language nulls first")
                .query(QuickReply.class)
                .list();
    }

    /** @throws Taken when there is one of this name in this language */
    QuickReply add(Wanted wanted, String by) {
        try {
            return jdbc.sql("""
                            insert into quick_reply (shortcut, language, body, said_by, at) values (:shortcut, :language, :body, :by, :at)
                            returning id, shortcut, language, body
                            """)
                    .param("shortcut", wanted.shortcut())
                    .param("language", wanted.language(), Types.VARCHAR)
                    .param("body", wanted.body())
                    .param("by", by)
                    .param("at", Timestamp.from(clock.instant()))
                    .query(QuickReply.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw new Taken(wanted, e);
        }
    }

    /** @return empty when there is none with this id */
    Optional<QuickReply> change(long id, Wanted wanted, String by) {
        try {
            return jdbc.sql("""
                            update quick_reply set shortcut = :shortcut, language = :language, body = :body, said_by = :by, at = :at
                            where id = :id returning id, shortcut, language, body
                            """)
                    .param("id", id)
                    .param("shortcut", wanted.shortcut())
                    .param("language", wanted.language(), Types.VARCHAR)
                    .param("body", wanted.body())
                    .param("by", by)
                    .param("at", Timestamp.from(clock.instant()))
                    .query(QuickReply.class)
                    .optional();
        } catch (DuplicateKeyException e) {
            throw new Taken(wanted, e);
        }
    }

    boolean delete(long id) {
        return jdbc.sql("delete from quick_reply where id = ?").param(id).update() > 0;
    }

    /** There is one of this name already. */
    static final class Taken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Taken(Wanted wanted, Exception cause) {
            super(
                    "There is a quick reply /%s %s already: change that one."
                            .formatted(
                                    wanted.shortcut(),
                                    wanted.language() == null ? "for any language" : "in " + wanted.language()),
                    cause);
        }
    }
}
