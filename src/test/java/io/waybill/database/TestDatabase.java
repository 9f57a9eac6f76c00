package io.waybill.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.jdbc.JdbcTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** One real PostgreSQL for all tests of a JVM; each test takes a database of its own in it. */
public final class TestDatabase {

    private static final EmbeddedPostgres SERVER = startServer();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final PGSimpleDataSource dataSource = new PGSimpleDataSource();

    private TestDatabase(String name, String template) {
        JdbcClient.create(server())
                .sql("create database %s template %s strategy file_copy".formatted(name, template))
                .update();
        dataSource.setUrl(SERVER.getJdbcUrl("postgres", "postgres").replaceFirst("/postgres\\b", "/" + name));
        dataSource.setUser("postgres");
        dataSource.setPassword("postgres");
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
            Flyway.configure()
                    .dataSource(new TestDatabase(NAME, "template1").dataSource)
                    .load()
                    .migrate();
        }

        static String database() {
            return NAME;
        }
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public String url() {
        return dataSource.getURL();
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
                    // Several gateways run at a time, some with several nodes.
                    .setServerConfig("max_connections", "250")
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

    private static DataSource server() {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(SERVER.getJdbcUrl("postgres", "postgres"));
        server.setUser("postgres");
        server.setPassword("postgres");
        return server;
    }
}
