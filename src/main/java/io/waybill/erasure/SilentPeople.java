package io.waybill.erasure;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers with whom nothing was exchanged for long, and of whom nothing is under way; those that are nobody already are not among them. */
final class SilentPeople {

    private static final String KNOWN = "(phone is not null or user_id is not null or name is not null)";

    private static final String SILENT = """
            with busy as (
                select contact_id from chat_head where snippet_at >= :since
                union all select contact_id from conversation where last_message_at >= :since
                union all select contact_id from order_reference where status not in ('delivered', 'cancelled') or changed_at >= :since
                union all select contact_id from service_session where closed_at is null
            )
            select id from contact
            where merged_into is null and id > :after and created_at < :since and %s
                and id not in (select coalesce(k.merged_into, k.id) from busy join contact k on k.id = busy.contact_id)
            """.formatted(KNOWN);

    private final JdbcClient jdbc;

    SilentPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By id.
     *
     * @param since when the last words with them, and the last change of an order of theirs, may at most be
     * @param after only those with a greater id
     */
    List<Long> page(Instant since, long after, int limit) {
        return jdbc.sql(SILENT + " order by id limit :limit")
                .param("since", Timestamp.from(since))
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    long count(Instant since) {
        return jdbc.sql("select count(*) from (%s) silent".formatted(SILENT))
                .param("since", Timestamp.from(since))
                .param("after", 0L)
                .query(Long.class)
                .single();
    }

    /** Whether they are still somebody; nobody else forgets them until the caller's transaction ends. */
    boolean hold(long contactId) {
        return !jdbc.sql("select id from contact where id = ? and %s for update".formatted(KNOWN))
                .param(contactId)
                .query(Long.class)
                .list()
                .isEmpty();
    }
}
