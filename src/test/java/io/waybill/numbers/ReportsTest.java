package io.waybill.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybill.SettableClock;
import io.waybill.database.TestDatabase;
import io.waybill.outbox.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.web.server.ResponseStatusException;

class ReportsTest {

    /** In Nairobi it is August already. */
    private static final Instant NOW = Instant.parse("2026-07-31T21:30:00Z");

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcClient jdbc = database.jdbc();

    /** @param name what a spreadsheet could take for a formula */
    record Row(String name, long number, Double ratio) {}

    @Test
    void takesTheMonthSoFarWhereTheStoreIs() {
        ReportView view = reports(constant()).make("constant", null, null, "");

        assertThat(view.from()).isEqualTo(LocalDate.of(2026, 8, 1));
        assertThat(view.to()).isEqualTo(LocalDate.of(2026, 8, 1));
        assertThat(view.zone()).isEqualTo("Africa/Nairobi");
        assertThat(view.query()).isEqualTo("select");
    }

    @Test
    void saysWhatCannotBeAskedFor() {
        Reports reports = reports(constant());

        assertRefused(
                () -> reports.make("constant", DAY, DAY.minusDays(1), ""), "422", "\"from\" is a day not after \"to\"");
        assertRefused(() -> reports.make("constant", DAY, DAY.plusDays(401), ""), "422", "at most 400 days");
        assertThat(reports.make("constant", DAY, DAY.plusDays(400), "").rows()).hasSize(3);
        assertRefused(() -> reports.make("constant", DAY, DAY, "moon"), "422", "\"by\" is one of name");
        assertRefused(() -> reports.make("profit", DAY, DAY, ""), "404", "There are constant.");
    }

    @Test
    void givesUpAReportThatTakesTooLong() {
        Report slow = report(() -> jdbc.sql("select pg_sleep(60)").query().listOfRows());

        assertRefused(
                () -> reports(slow, Duration.ofMillis(50)).make("constant", DAY, DAY, ""),
                "422",
                "Ask for a shorter period");
    }

    @Test
    void makesTwoReportsAtATime() throws Exception {
        CountDownLatch working = new CountDownLatch(2);
        CountDownLatch done = new CountDownLatch(1);
        Reports reports = reports(report(() -> {
            working.countDown();
            await(done);
        }));
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ReportView>> first = List.of(
                    others.submit(() -> reports.make("constant", DAY, DAY, "")),
                    others.submit(() -> reports.make("constant", DAY, DAY, "")));
            await(working);

            assertRefused(() -> reports.make("constant", DAY, DAY, ""), "503", "Ask again");
            done.countDown();
            for (Future<ReportView> one : first) {
                assertThat(one.get().rows()).hasSize(3);
            }
        }
        assertThat(reports.make("constant", DAY, DAY, "").rows()).hasSize(3);
    }

    @Test
    void writesTablesWithoutFormulas() throws Exception {
        ReportView view = reports(constant()).make("constant", DAY, DAY, "");

        assertThat(CsvReports.write(view)).isEqualTo("""
                name,number,ratio
                "'=1+1",-1,-0.5
                "a ""quoted"", text",2,
                "'@SUM(A1)",3,1.0
                """);
    }

    private static Report constant() {
        return report(() -> {});
    }

    private static Report report(Runnable work) {
        return new Report() {
            @Override
            public String name() {
                return "constant";
            }

            @Override
            public Set<String> groupings() {
                return Set.of("name");
            }

            @Override
            public Table of(Period period, String by) {
                work.run();
                return new Table(
                        Row.class,
                        List.of(
                                new Row("=1+1", -1, -0.5),
                                new Row("a \"quoted\", text", 2, null),
                                new Row("@SUM(A1)", 3, 1.0)),
                        "select");
            }
        };
    }

    private Reports reports(Report report) {
        return reports(report, Duration.ofSeconds(30));
    }

    private Reports reports(Report report, Duration longest) {
        LongReads reads = new LongReads(jdbc, new DataSourceTransactionManager(database.dataSource()), longest);
        return new Reports(List.of(report), reads, () -> Kept.NAIROBI, new SettableClock(NOW));
    }

    private static void assertRefused(ThrowingCallable call, String status, String why) {
        assertThatThrownBy(call)
                .isInstanceOf(ResponseStatusException.class)
                .hasMessageContaining(status)
                .hasMessageContaining(why);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
