package io.waybill.outbox;

import io.waybill.message.DeliveryStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which messages statuses are about, for people to look at; nothing is written. */
public final class StatusTargets {

    private final JdbcClient jdbc;

    StatusTargets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param message its name: contact, dot, number
     * @param delivery as Meta last reported it
     * @param changes whether the status says more than is known
     */
    public record Target(String message, @Nullable String delivery, boolean changes) {}

    /** For each, in order; empty for one of a message that the outbox does not have. */
    public List<Optional<Target>> of(List<DeliveryStatus> statuses) {
        Map<Integer, Target> found = jdbc
                .sql("""
                        with s as (
                            select * from unnest(?::text[], ?::bigint[], ?::bigint[], ?::int[]) with ordinality
                                as s (wamid, contact, id, rank, n)
                        )
                        select s.n, s.rank, o.contact_id, o.id, o.delivery, o.delivery_rank from s
                        join outbox o on o.contact_id = s.contact and o.id = s.id
                        union all
                        select s.n, s.rank, o.contact_id, o.id, o.delivery, o.delivery_rank from s
                        join outbox o on o.wamid = s.wamid where s.contact is null
                        """)
                .param(Columns.texts(statuses, DeliveryStatus::messageId))
                .param(Columns.longs(statuses, status -> Statuses.callback(status, 0)))
                .param(Columns.longs(statuses, status -> Statuses.callback(status, 1)))
                .param(Columns.ints(statuses, status -> Statuses.rank(status.state())))
                .query((row, n) -> Map.entry(
                        row.getInt("n") - 1,
                        new Target(
                                row.getLong("contact_id") + "." + row.getLong("id"),
                                row.getString("delivery"),
                                row.getInt("rank") > row.getInt("delivery_rank"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
        return IntStream.range(0, statuses.size())
                .mapToObj(i -> Optional.ofNullable(found.get(i)))
                .toList();
    }
}
