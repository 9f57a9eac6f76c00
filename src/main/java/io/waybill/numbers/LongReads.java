package io.waybill.numbers;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;

/** Lets few long reads run at a time, and none for too long: they share the database with conversations. */
final class LongReads {

    private static final int AT_ONCE = 2;
    private static final String CANCELLED = "57014";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Duration longest;
    private final Semaphore free = new Semaphore(AT_ONCE);

    LongReads(JdbcClient jdbc, PlatformTransactionManager transactions, Duration longest) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        this.longest = longest;
    }

    /** What {@code work} reads, as of one moment where that is one statement. */
    <T> T read(Supplier<T> work) {
        if (!free.tryAcquire()) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "%d reports are being made already. Ask again when one of them is there.".formatted(AT_ONCE));
        }
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                prepare();
                return work.get();
            }));
        } catch (DataAccessException e) {
            if (e.getRootCause() instanceof SQLException cause && CANCELLED.equals(cause.getSQLState())) {
                throw new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "The report was not there after %d s. Ask for a shorter period.".formatted(longest.toSeconds()),
                        e);
            }
            throw e;
        } finally {
            free.release();
        }
    }

    /** The planner cannot know how many rows a test of a text lets through; where it guesses a few, nested loops take minutes. */
    private void prepare() {
        jdbc.sql("""
                        select set_config('statement_timeout', ?, true), set_config('work_mem', '64MB', true),
                            set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true)
                        """)
                .param(Long.toString(longest.toMillis()))
                .query((row, n) -> row.getString(1))
                .single();
    }
}
