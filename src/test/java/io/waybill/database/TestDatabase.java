package io.waybill.database;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.jdbc.JdbcTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** One real PostgreSQL for all tests of a JVM; each test takes a database of its own in it. */
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = startServer();
    private static final ScheduledThreadPoolExecutor HOUSEKEEPING = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("test-databases").daemon().factory());
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final JdbcClient SERVER_WIDE = JdbcClient.create(pool("postgres"));

    private final HikariDataSource dataSource;

    private TestDatabase(String name, String template) {
        SERVER_WIDE
                .sql("create database %s template %s strategy file_copy".formatted(name, template))
                .update();
        dataSource = pool(name);
    }

    /** A database with all migrations applied and no rows. */
    public static TestDatabase migrated() {
        return new TestDatabase(nextName(), Migrated.database());
    }

    public static TestDatabase empty() {
        return new TestDatabase(nextName(), "template1");
    }

    private static String nextName() {
        return "test_" + COUNT.incrementAndGet();
    }

    /** Migrating takes a second and copying what is migrated a tenth of it. */
    private static final class Migrated {

        private static final String NAME = "migrated";

        static {
            // Nobody may be connected to what is copied.
            try (HikariDataSource empty = new TestDatabase(NAME, "template1").dataSource) {
                Flyway.configure().dataSource(empty).load().migrate();
            }
        }

        static String database() {
            return NAME;
        }
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public String url() {
        return dataSource.getJdbcUrl();
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    /** Whose phone number or user id this is. */
    public long contactOf(String identity) {
        return jdbc().sql("select contact_id from contact_identity where value = ?")
                .param(identity)
                .query(Long.class)
                .single();
    }

    public int count(String table) {
        return JdbcTestUtils.countRowsInTable(jdbc(), table);
    }

    /** Note that {@link #jdbc} takes part in it: both use the same data source. */
    public TransactionTemplate transaction() {
        return new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    /** As the one that Waybill brings along, but without waiting for the disk: no test looks at it after a crash of the machine. */
    private static EmbeddedPostgres startServer() {
        Path folder =
                Path.of("target", "test-database-" + ProcessHandle.current().pid());
        try {
            EmbeddedPostgres server = EmbeddedDatabase.builder(
                            Files.createDirectories(folder), folder.resolve("postgres"))
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    // It would go through hundreds of databases again and again, which are used for seconds.
                    .setServerConfig("autovacuum", "off")
                    // Several gateways run at a time, some with several nodes.
                    .setServerConfig("max_connections", "400")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Few connections, which nobody needs to close: a test that asks a thousand questions would start a thousand processes, and those
     * of tests that are over end by themselves.
     */
    private static HikariDataSource pool(String database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(SERVER.getJdbcUrl("postgres", database));
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(Duration.ofSeconds(10).toMillis());
        pool.setScheduledExecutor(HOUSEKEEPING);
        return pool;
    }
}
