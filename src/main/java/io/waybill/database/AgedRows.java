package io.waybill.database;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of one table that are deleted when they are old. An index on their time has to serve it: a BRIN index does.
 *
 * @param key the primary key, as it stands in SQL
 * @param at the column that says when a row is from
 * @param done SQL of what {@code t} must be to be deleted: nobody needs it any more
 */
public record AgedRows(JdbcClient jdbc, String name, String key, String at, String done) implements KeptForAWhile {

    @Override
    public long count(Instant before) {
        return jdbc.sql("select count(*) from %s t where t.%s < ? and %s".formatted(name, at, done))
                .param(Timestamp.from(before))
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Instant> oldest(Instant before) {
        return jdbc.sql("select min(t.%2$s) from %1$s t where t.%2$s < ? and %3$s".formatted(name, at, done))
                .param(Timestamp.from(before))
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(Timestamp::toInstant);
    }

    /** What another node deletes at the same moment is left to it. */
    @Override
    public int delete(Instant from, Instant before, int most) {
        return jdbc.sql("""
                        delete from %1$s where (%2$s) in (
                            select %2$s from %1$s t where t.%3$s >= ? and t.%3$s < ? and %4$s limit ? for update skip locked)
                        """.formatted(name, key, at, done))
                .params(Timestamp.from(from), Timestamp.from(before), most)
                .update();
    }
}
