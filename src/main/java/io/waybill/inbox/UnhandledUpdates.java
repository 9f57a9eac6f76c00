package io.waybill.inbox;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Meta sent that is neither a message for a flow nor a status, for people to look at. */
public final class UnhandledUpdates {

    private final JdbcClient jdbc;

    UnhandledUpdates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param kind the webhook field, or what part of a call it was
     * @param reason why it was kept aside
     * @param payload as JSON text
     */
    public record UnhandledUpdate(long id, Instant receivedAt, String kind, String reason, String payload) {}

    /** Newest first. */
    public List<UnhandledUpdate> before(long before, int limit) {
        return jdbc.sql(
                        "select id, received_at, kind, reason, payload from unhandled_update where id < ? order by id desc limit ?")
                .params(before, limit)
                .query(UnhandledUpdate.class)
                .list();
    }
}
