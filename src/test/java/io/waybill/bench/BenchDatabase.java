package io.waybill.bench;

import io.waybill.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The PostgreSQL server of a benchmark: a running one, or the embedded one of the gateway. */
final class BenchDatabase implements AutoCloseable {
    private final String url;
    private final String user;
    private final String password;
    private final AutoCloseable server;

    private BenchDatabase(String url, String user, String password, AutoCloseable server) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.server = server;
    }

    /** A running server; the URL names any database of it, the user may create others. */
    static BenchDatabase running(String url, String user, String password) {
        return new BenchDatabase(url, user, password, () -> {});
    }

    /** Starts the server that the gateway brings along. */
    static BenchDatabase embedded(Path folder) {
        EmbeddedDatabase server = EmbeddedDatabase.start(folder);
        return new BenchDatabase(server.jdbcUrl(), "postgres", "", server);
    }

    /** Empties the database of this name and returns its URL. */
    String fresh(String name) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
        }
        return url.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + name);
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** Writes what is dirty, so that one phase does not pay for another. */
    void checkpoint() throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    String describe() throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select format('PostgreSQL %s, fsync %s, synchronous_commit %s', current_setting('server_version'), "
                                + "current_setting('fsync'), current_setting('synchronous_commit'))")) {
            row.next();
            return row.getString(1);
        }
    }

    /** The process all backends descend from: the parent of our own backend. */
    long postmaster() throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return ProcessCost.parent(row.getLong(1));
        }
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
