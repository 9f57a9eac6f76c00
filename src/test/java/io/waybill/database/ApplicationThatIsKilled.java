package io.waybill.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process of its own with the embedded database, for tests that kill it. */
final class ApplicationThatIsKilled {

    private static final String READY = "ready";

    private ApplicationThatIsKilled() {}

    /** Returns when its database runs and holds a committed row in {@code survives}. */
    static Process startOn(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ApplicationThatIsKilled.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.equals(READY)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("The other process did not start.");
        }
        return process;
    }

    public static void main(String[] args) throws InterruptedException {
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                database.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl()));
        jdbc.sql("create table survives (id int)").update();
        jdbc.sql("insert into survives values (1)").update();
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
