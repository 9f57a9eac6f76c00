package io.waybill.numbers;

import io.waybill.outbox.Period;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** At which steps customers give up, and at which a person has to take over. */
final class DropOff implements Report {

    /** What a turn was is taken out of its text first: sorting the texts themselves would take most of the time. */
    private static final String QUERY = """
            with turn as materialized (
                select contact_id, id, at, split_part(split_part(head, '"in":"', 2), '"', 1) as name,
                    split_part(split_part(head, '"step":"', 2), '"', 1) as step, position('"asks":' in head) > 0 and at < :to as asks,
                    position('"said":' in head) > 0 as says, position('"person":' in head) > 0 and at < :to as hands_over
                from (
                    select contact_id, id, at, split_part(body, '}', 1) as head from journal
                    where kind = 'turn' and at >= :from and at < :to + interval '1 day') turn
                where position('{"marks":{' in head) > 0
            ),
            been as materialized (
                select contact_id, name, step, max(id) filter (where asks) as question, max(at) filter (where asks) as asked_at,
                    max(id) filter (where says and at < :to) as said, min(at) filter (where says and at >= :to) as said_later,
                    count(*) filter (where hands_over) as handovers
                from turn group by contact_id, name, step
            ),
            whose as (select been.*, coalesce(k.merged_into, k.id) as contact from been join contact k on k.id = been.contact_id),
            last as (
                select distinct on (contact) contact, name, step, question, asked_at from whose
                where question is not null order by contact, question desc
            ),
            heard as (select contact, max(said) as said, min(said_later) as said_later from whose group by contact),
            dropped as (
                select name, step, count(*) as dropped from last join heard using (contact)
                where (said is null or said <= question) and (said_later is null or said_later >= asked_at + interval '1 day')
                    and asked_at <= cast(:now as timestamptz) - interval '1 day'
                group by name, step
            ),
            version as (
                select flow || '@' || revision as name, max(version) as version from flow_publication group by flow, revision
            )
            select split_part(name, '@', 1) as flow, split_part(name, '@', 2) as revision, version, step,
                count(distinct contact) filter (where question is not null) as asked, coalesce(dropped, 0) as dropped,
                sum(handovers)::bigint as handovers
            from whose left join dropped using (name, step) left join version using (name)
            where question is not null or handovers > 0
            group by name, version, step, dropped
            """;

    private static final String BY_DROPPED = QUERY + "order by dropped desc, handovers desc, asked desc, name, step\n";
    private static final String BY_HANDOVERS =
            QUERY + "order by handovers desc, dropped desc, asked desc, name, step\n";

    private final JdbcClient jdbc;
    private final Clock clock;

    DropOff(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param flow empty at the main menu, as is {@code step}
     * @param version as which the revision was published last; null: not at all
     * @param asked customers who got the question of the step
     * @param dropped those of them who got no other one and wrote nothing any more
     * @param handovers how often a person was asked to take over there
     */
    record Row(
            String flow,
            String revision,
            @Nullable Integer version,
            String step,
            long asked,
            long dropped,
            long handovers) {}

    @Override
    public String name() {
        return "drop-off";
    }

    /** In that order; in total too, every step is a row. */
    @Override
    public Set<String> groupings() {
        return Set.of("handovers");
    }

    @Override
    public Table of(Period period, String by) {
        String query = by.equals("handovers") ? BY_HANDOVERS : BY_DROPPED;
        List<Row> rows = jdbc.sql(query)
                .param("from", period.begin())
                .param("to", period.end())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Row.class)
                .list();
        return new Table(Row.class, rows, query);
    }
}
