package io.waybill.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that is known of an order.
 *
 * @param key tells it from others of its kind; when it changes, it is entered once more
 * @param body texts and whole numbers
 * @param personal by name: what is told of a person, or written by them
 */
record Fact(String kind, String key, Instant at, ObjectNode body, Map<String, String> personal) {

    /** That of an export. */
    static final Comparator<Fact> IN_TIME =
            Comparator.comparing(Fact::at).thenComparing(Fact::kind).thenComparing(Fact::key);

    /** Reads one out of a row. */
    static Builder of(String kind, ResultSet row) {
        return new Builder(kind, row);
    }

    /** Takes columns under their own names; what is null is left out. */
    static final class Builder {

        private final String kind;
        private final ResultSet row;
        private final ObjectNode body = Json.object();
        private final Map<String, String> personal = new TreeMap<>();

        private Builder(String kind, ResultSet row) {
            this.kind = kind;
            this.row = row;
        }

        Builder texts(String... columns) throws SQLException {
            for (String column : columns) {
                put(column, row.getString(column));
            }
            return this;
        }

        Builder times(String... columns) throws SQLException {
            for (String column : columns) {
                Timestamp time = row.getTimestamp(column);
                put(column, time == null ? null : time.toInstant().toString());
            }
            return this;
        }

        Builder amounts(String... columns) throws SQLException {
            for (String column : columns) {
                BigDecimal amount = row.getBigDecimal(column);
                put(column, amount == null ? null : amount.toPlainString());
            }
            return this;
        }

        Builder value(String name, @Nullable String value) {
            put(name, value);
            return this;
        }

        Builder personal(String... columns) throws SQLException {
            for (String column : columns) {
                personally(column, row.getString(column));
            }
            return this;
        }

        Builder personally(String name, @Nullable String value) {
            if (value != null) {
                personal.put(name, value);
            }
            return this;
        }

        Fact at(String key, String column) throws SQLException {
            return new Fact(kind, key, row.getTimestamp(column).toInstant(), body, personal);
        }

        private void put(String name, @Nullable String value) {
            if (value != null) {
                body.put(name, value);
            }
        }
    }
}
