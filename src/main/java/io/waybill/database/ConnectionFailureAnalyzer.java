package io.waybill.database;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why PostgreSQL cannot be reached or does not let us in; other errors of SQL are not its business. */
public final class ConnectionFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final String CONNECTION = "08";
    private static final String AUTHORIZATION = "28";
    private static final String NO_SUCH_DATABASE = "3D";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        return isAboutConnecting(cause.getSQLState())
                ? new FailureAnalysis(
                        "Cannot connect to the database; check spring.datasource.url, .username and .password: %s"
                                .formatted(cause.getMessage()),
                        null,
                        cause)
                : null;
    }

    private static boolean isAboutConnecting(@Nullable String state) {
        return state != null
                && (state.startsWith(CONNECTION)
                        || state.startsWith(AUTHORIZATION)
                        || state.startsWith(NO_SUCH_DATABASE));
    }
}
