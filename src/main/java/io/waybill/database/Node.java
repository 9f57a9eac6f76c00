package io.waybill.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * This process among those that share the database.
 *
 * <p>It holds an advisory lock on its number; PostgreSQL frees the lock the moment the process dies, so others can tell at
 * once whose leases are abandoned. Lease names start with the node's number.
 */
public final class Node implements AutoCloseable {

    /** First key of the advisory locks: "wbil". */
    private static final int LOCK_CLASS = 0x7762696c;

    private static final int VALID_SECONDS = 5;

    private final DataSource dataSource;
    private final int number;
    private Connection connection;
    private final AtomicLong leases = new AtomicLong();

    private Node(DataSource dataSource, Connection connection, int number) {
        this.dataSource = dataSource;
        this.connection = connection;
        this.number = number;
    }

    /** Takes a new number, on a connection that stays open as long as the node. */
    public static Node join(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        int number = queryInt(connection, "select nextval('node_number')::int");
        lock(connection, number);
        return new Node(dataSource, connection, number);
    }

    /** A lease name that no other claim of any node has. */
    public String newLease() {
        return number + ":" + leases.incrementAndGet();
    }

    public int number() {
        return number;
    }

    /**
     * The numbers of all nodes that live now, this one included.
     *
     * <p>When the connection was lost, others may have taken this node for dead: it joins again under its number first.
     */
    public synchronized Set<Integer> alive() {
        try {
            if (!connection.isValid(VALID_SECONDS)) {
                connection.close();
                connection = dataSource.getConnection();
                lock(connection, number);
            }
            return numbers();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot see which nodes are alive.", e);
        }
    }

    private Set<Integer> numbers() throws SQLException {
        Set<Integer> alive = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select objid::int from pg_locks
                where locktype = 'advisory' and classid = ? and granted
                  and database = (select oid from pg_database where datname = current_database())
                """)) {
            select.setInt(1, LOCK_CLASS);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    alive.add(rows.getInt(1));
                }
            }
        }
        return alive;
    }

    private static void lock(Connection connection, int number) throws SQLException {
        connection.setAutoCommit(true);
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_lock(?, ?)")) {
            lock.setInt(1, LOCK_CLASS);
            lock.setInt(2, number);
            lock.execute();
        }
    }

    /** The others see at once that it is gone; PostgreSQL alone would free what a closed connection held a moment later. */
    @Override
    public synchronized void close() throws SQLException {
        try (Connection closing = connection) {
            if (closing.isValid(VALID_SECONDS)) {
                unlockAll(closing);
            }
        }
    }

    private static void unlockAll(Connection connection) throws SQLException {
        try (PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            unlock.execute();
        }
    }

    private static int queryInt(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
