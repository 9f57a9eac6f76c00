package io.waybill.order;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps up to which order each person has seen the list. */
final class SeenOrders {

    private final JdbcClient jdbc;
    private final Clock clock;

    SeenOrders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many are new to this person, at most {@code most}. */
    int unseen(String person, int most) {
        return jdbc.sql("""
                        select count(*) from (
                            select 1 from order_reference
                            where id > coalesce((select order_id from order_seen where username = ?), 0) limit ?) unseen
                        """).params(person, most).query(Integer.class).single();
    }

    /** All there are now; whatever another window of theirs says, it never goes back. */
    void seen(String person) {
        jdbc.sql("""
                        insert into order_seen (username, order_id, at) select ?, coalesce(max(id), 0), ? from order_reference
                        on conflict (username) do update
                        set order_id = greatest(order_seen.order_id, excluded.order_id), at = excluded.at
                        """).params(person, Timestamp.from(clock.instant())).update();
    }
}
