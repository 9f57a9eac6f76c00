package io.waybill.notice;

import io.waybill.database.AfterCommit;
import io.waybill.live.LiveEvents;
import io.waybill.notice.Notice.Kind;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps what staff should know: one open notice for each kind and subject, however often it is raised.
 *
 * <p>A notice is ended by what raised it, once it is set right, or put away by a person; raised again it is a new one.
 */
public final class Notices {

    private final JdbcClient jdbc;
    private final LiveEvents live;
    private final Clock clock;

    public Notices(JdbcClient jdbc, LiveEvents live, Clock clock) {
        this.jdbc = jdbc;
        this.live = live;
        this.clock = clock;
    }

    /** Says {@code sentence}, in place of what was said of the same before. */
    public void raise(Kind kind, String subject, String sentence, @Nullable String link) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into notice (kind, subject, sentence, link, since, last_at) values (:kind, :subject, :sentence, :link, :now, :now)
                        on conflict (kind, subject) where ended_at is null do update
                        set sentence = excluded.sentence, link = excluded.link, last_at = excluded.last_at, times = notice.times + 1
                        """)
                .param("kind", kind.name())
                .param("subject", subject)
                .param("sentence", sentence)
                .param("link", link, Types.VARCHAR)
                .param("now", now)
                .update();
        changed();
    }

    /** It is set right; nothing where none is open. */
    public void end(Kind kind, String subject) {
        if (jdbc.sql("update notice set ended_at = ? where kind = ? and subject = ? and ended_at is null")
                        .params(Timestamp.from(clock.instant()), kind.name(), subject)
                        .update()
                > 0) {
            changed();
        }
    }

    /** A person has seen to it; false when no such notice is open. */
    public boolean dismiss(long id, String by) {
        boolean dismissed = jdbc.sql("update notice set ended_at = ?, ended_by = ? where id = ? and ended_at is null")
                        .params(Timestamp.from(clock.instant()), by, id)
                        .update()
                > 0;
        if (dismissed) {
            changed();
        }
        return dismissed;
    }

    /** Those that are open, the newest first. */
    public List<Notice> open() {
        return jdbc.sql("""
                        select id, kind, subject, sentence, link, since, last_at, times from notice
                        where ended_at is null order by last_at desc, id desc
                        """)
                .query((row, n) -> new Notice(
                        row.getLong("id"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getString("sentence"),
                        row.getString("link"),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("last_at").toInstant(),
                        row.getInt("times")))
                .list();
    }

    private void changed() {
        AfterCommit.run(() -> live.tell("notices", "changed"));
    }
}
