package io.waybill.database;

import io.waybill.home.Misconfigured;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL in a folder, started and stopped with the application.
 *
 * <p>It survives {@code kill -9} of the application: a server left behind by it is stopped before the next start.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration STARTUP = Duration.ofSeconds(60);

    private final FileChannel lockFile;
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(FileChannel lockFile, EmbeddedPostgres postgres) {
        this.lockFile = lockFile;
        this.postgres = postgres;
    }

    /**
     * Starts the server on the data in {@code folder}, creating it when missing.
     *
     * @throws Misconfigured when the folder cannot be written to, or another process works on it
     */
    public static EmbeddedDatabase start(Path folder) {
        FileChannel lockFile = own(folder);
        try {
            Path data = folder.resolve("postgres");
            stopLeftBehind(data);
            return new EmbeddedDatabase(lockFile, builder(folder, data).start());
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database in %s did not start.".formatted(folder), e);
        }
    }

    public String jdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lockFile.close();
    }

    static EmbeddedPostgres.Builder builder(Path folder, Path data) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setPGStartupWait(STARTUP)
                // Its own hook would stop the server while the application still finishes its work.
                .setRegisterShutdownHook(false)
                // The library switches durability off; conversations must survive a crash.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "64MB")
                // The data is in memory: small tables are worth their index, too.
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("max_wal_size", "1GB")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("log_min_messages", "fatal");
    }

    private static FileChannel own(Path folder) {
        try {
            Files.createDirectories(folder);
            return lock(folder);
        } catch (IOException e) {
            throw new Misconfigured(
                    "Waybill cannot write to the folder %s: set waybill.home to one it may write to, or spring.datasource.url to a database."
                            .formatted(folder),
                    e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new Misconfigured(
                    "Another Waybill is running on the folder %s. Stop it, or set waybill.home to another folder."
                            .formatted(folder));
        }
        return channel;
    }

    private static void stopLeftBehind(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> server = postmaster(Files.readAllLines(pidFile));
        if (server.isPresent()) {
            log.info(
                    "Stopping the database server that an earlier run left behind (process {}).",
                    server.get().pid());
            stop(server.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static Optional<ProcessHandle> postmaster(List<String> pidFile) {
        return pidFile.stream()
                .findFirst()
                .map(String::strip)
                .map(Long::valueOf)
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info().command().orElse("postgres").contains("postgres"));
    }

    private static void stop(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(STARTUP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "The database server of an earlier run (process %d) does not stop; stop it by hand."
                            .formatted(server.pid()),
                    e);
        }
    }
}
