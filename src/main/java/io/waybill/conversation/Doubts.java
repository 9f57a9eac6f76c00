package io.waybill.conversation;

import io.waybill.attention.AttentionCategory;
import io.waybill.attention.AttentionItem;
import io.waybill.attention.Place;
import io.waybill.attention.TableCategory;
import io.waybill.attention.TableCategory.Key;
import io.waybill.attention.TableCategory.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes of which nobody knows whether the ERP executed them. One that is being made is none. */
final class Doubts {

    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    /** As {@link LedgerDoubts} has them; each half has an index. */
    private static final String DOUBTS = """
            (
                select contact_id, key, operation, state, opened_at from ledger
                where state in ('open', 'unknown') and decision is null and opened_at <= :by
                union all
                select contact_id, key, operation, state, opened_at from ledger where state = 'manual'
            ) doubts
            """;

    private Doubts() {}

    static AttentionCategory category(JdbcClient jdbc) {
        return new TableCategory(
                jdbc,
                "unknown",
                "Writes to the ERP of which nobody knows whether they were executed: look in the ERP and say so by POST /api/erp/doubts/{contact}/{key}/decision.",
                new Rows(
                        "operation, state",
                        DOUBTS,
                        "true",
                        LONGEST_CALL,
                        "opened_at",
                        "contact_id || '/' || key",
                        Key.TEXT),
                Doubts::item);
    }

    private static AttentionItem item(ResultSet row, Place place) throws SQLException {
        boolean manual = row.getString("state").equals("manual");
        return new AttentionItem(
                place.key(),
                place.since(),
                place,
                null,
                "%s may have been executed: %s"
                        .formatted(
                                row.getString("operation"),
                                manual
                                        ? "look in the ERP and decide."
                                        : "Waybill is finding out; look if it takes long."),
                "/api/erp/doubts");
    }
}
