package io.waybill.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.expression.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who applied for a job by WhatsApp, as the ledger has it. */
final class Applicants {

    private static final String COLUMNS = "contact_id, key, request, state, reply, reason, opened_at";

    private final JdbcClient jdbc;

    Applicants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One hand-over to the ERP.
     *
     * @param key of the ledger's row
     * @param request the contract's body; empty when the person was erased
     * @param state open, unknown, ok, refused, down or manual
     * @param reply the contract's answer; missing without one
     */
    record Application(
            long contactId,
            String key,
            JsonNode request,
            String state,
            JsonNode reply,
            @Nullable String reason,
            Instant at) {

        String job() {
            return request.path("role").asText("");
        }

        /** Certainly not in the ERP. */
        boolean isFailed() {
            return state.equals("refused") || state.equals("down");
        }

        /** Our name for the file; empty: there was none. */
        String file() {
            return request.path("resume").path("id").asText("");
        }
    }

    /** The last of each person for this job, the latest first. */
    List<Application> of(String externalJobId, int limit) {
        return jdbc.sql("""
                        select * from (
                            select distinct on (contact_id) %s from ledger
                            where operation = 'CREATE_APPLICANT' and cast(request as jsonb) ->> 'role' = ?
                            order by contact_id, opened_at desc
                        ) latest order by opened_at desc limit ?
                        """.formatted(COLUMNS))
                .params(externalJobId, limit)
                .query(Applicants::application)
                .list();
    }

    Optional<Application> find(long contactId, String key) {
        return jdbc.sql("select %s from ledger where contact_id = ? and key = ? and operation = 'CREATE_APPLICANT'"
                        .formatted(COLUMNS))
                .params(contactId, key)
                .query(Applicants::application)
                .optional();
    }

    private static Application application(ResultSet row, int n) throws SQLException {
        String reply = row.getString("reply");
        return new Application(
                row.getLong("contact_id"),
                row.getString("key"),
                Json.read(row.getString("request")),
                row.getString("state"),
                reply == null ? Json.nodes().missingNode() : Json.read(reply),
                row.getString("reason"),
                row.getTimestamp("opened_at").toInstant());
    }
}
