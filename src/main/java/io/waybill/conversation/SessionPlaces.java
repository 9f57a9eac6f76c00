package io.waybill.conversation;

import io.waybill.revision.LiveSessions;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts sessions where they stand. Reads the whole table: people ask for it, a few times a day. An index would have to be renewed
 * with each message, in a table that is made to be updated in place.
 */
final class SessionPlaces implements LiveSessions {

    /**
     * The place stands at the beginning of a session, so no more of it is read, and it is cut out as text: what customers wrote further
     * behind may be JSON that PostgreSQL cannot look into.
     */
    private static final String PLACE =
            "^\\{\"id\":\"[A-Za-z0-9_-]+\",\"n\":[0-9]+,\"at\":\\{\"flow\":\"([^\"]+)\",\"rev\":\"([^\"]+)\",\"step\":\"([^\"]+)\"";

    private final JdbcClient jdbc;

    SessionPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Standing> standings(@Nullable String flow) {
        return jdbc.sql("""
                        select at[1] as flow, at[2] as revision, at[3] as step, count(*) as sessions, max(last_message_at) as latest
                        from (select regexp_match(substring(session for 300), :place) as at, last_message_at from conversation) places
                        where at is not null and (:flow::text is null or at[1] = :flow)
                        group by 1, 2, 3
                        order by 1, 2, 3
                        """)
                .param("place", PLACE)
                .param("flow", flow)
                .query((row, n) -> {
                    OffsetDateTime latest = row.getObject("latest", OffsetDateTime.class);
                    return new Standing(
                            row.getString("flow"),
                            row.getString("revision"),
                            row.getString("step"),
                            row.getInt("sessions"),
                            latest == null ? null : latest.toInstant());
                })
                .list();
    }
}
