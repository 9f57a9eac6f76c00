package io.waybill.attention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of a table that wait for a person, read page by page along an index of it. */
public final class TableCategory implements AttentionCategory {

    private final JdbcClient jdbc;
    private final String name;
    private final String meaning;
    private final Supplier<Rows> rows;
    private final Reader reader;

    public TableCategory(JdbcClient jdbc, String name, String meaning, Rows rows, Reader reader) {
        this(jdbc, name, meaning, () -> rows, reader);
    }

    /** @param rows may change while it runs, but neither key nor patience */
    public TableCategory(JdbcClient jdbc, String name, String meaning, Supplier<Rows> rows, Reader reader) {
        this.jdbc = jdbc;
        this.name = name;
        this.meaning = meaning;
        this.rows = rows;
        this.reader = reader;
    }

    /** What tells two things apart that began to wait at the same time. */
    public enum Key {
        NUMBER("bigint", "0", Pattern.compile("[0-9]{1,18}")),
        TEXT("text", "", Pattern.compile(".*", Pattern.DOTALL));

        private final String type;
        private final String least;
        private final Pattern form;

        Key(String type, String least, Pattern form) {
            this.type = type;
            this.least = least;
            this.form = form;
        }
    }

    /**
     * Which rows, all in SQL.
     *
     * @param columns that are read
     * @param from one table or more
     * @param which of their rows; {@code :by} is now less {@code patience}
     * @param texts that {@code which} may compare with, as {@code :texts}
     * @param since the time by which they are ordered
     * @param by the key by which they are ordered then
     */
    public record Rows(
            String columns,
            String from,
            String which,
            Set<String> texts,
            Duration patience,
            String since,
            String by,
            Key key) {

        public Rows(String columns, String from, String which, Duration patience, String since, String by, Key key) {
            this(columns, from, which, Set.of(), patience, since, by, key);
        }
    }

    /** Makes an item of a row. */
    @FunctionalInterface
    public interface Reader {
        AttentionItem item(ResultSet row, Place place) throws SQLException;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public long count(Instant now) {
        Rows which = rows.get();
        return jdbc.sql("select count(*) from %s where %s".formatted(which.from(), which.which()))
                .param("by", by(which, now))
                .param("texts", texts(which))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Place> place(String text) {
        return Place.of(text)
                .filter(place -> rows.get().key().form.matcher(place.key()).matches());
    }

    /** That the time alone is compared first lets an index on it be used where the key is put together. */
    @Override
    public List<AttentionItem> items(Instant now, @Nullable Place after, int limit) {
        Rows which = rows.get();
        Place from = Objects.requireNonNullElse(after, new Place(Instant.EPOCH, which.key().least));
        return jdbc.sql("""
                        select %1$s, %4$s as place_since, %5$s as place_key from %2$s
                        where %3$s and %4$s >= :since and (%4$s, %5$s) > (:since, cast(:key as %6$s)) order by %4$s, %5$s limit :limit
                        """.formatted(
                        which.columns(), which.from(), which.which(), which.since(), which.by(), which.key().type))
                .param("by", by(which, now))
                .param("texts", texts(which))
                .param("since", Timestamp.from(from.since()))
                .param("key", from.key())
                .param("limit", limit)
                .query((row, n) -> reader.item(
                        row, new Place(row.getTimestamp("place_since").toInstant(), row.getString("place_key"))))
                .list();
    }

    private static String[] texts(Rows rows) {
        return rows.texts().toArray(String[]::new);
    }

    private static Timestamp by(Rows rows, Instant now) {
        return Timestamp.from(now.minus(rows.patience()));
    }
}
