package io.waybill.numbers;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long customers wait until the bot or a person answers. */
final class Responses implements Report {

    /**
     * All that was said to and by customers becomes one line per customer, which answers cut into pieces: a wait is from the first
     * message of a piece to the answer that ends it. Kinds: 0 customer, 1 hand-over, 2 bot, 3 human.
     */
    private static final String QUERY = """
            with said as (
                select contact_id, received_at as at, 0 as who from inbox
                where received_at >= :from - interval '3 days' and received_at < :to + interval '3 days'
                    and payload not like '{"echo"%' and payload !~ '"type":"(reaction|edit|revoke|pin|keep_in_chat|poll_update|system)"'
                union all
                select contact_id, at, case kind when 'handover' then 1 else 3 end from journal
                where at >= :from - interval '3 days' and at < :to + interval '3 days'
                    and (kind = 'handover' or kind = 'seen' and body like '{"type":"staff"%' and trace not like 'staff-%')
                union all
                select o.contact_id, o.sent_at, case when s.id is null then 2 else 3 end
                from outbox o left join staff_message s on s.contact_id = o.contact_id and s.id = o.id
                where o.created_at >= :from - interval '10 days' and o.created_at < :to + interval '3 days'
                    and o.sent_at >= :from - interval '3 days' and o.sent_at < :to + interval '3 days'
            ),
            line as (
                select contact, at, who, count(*) filter (where who >= 2) over before as answers, count(*) filter (where who = 3) over before as people
                from (select coalesce(k.merged_into, k.id) as contact, at, who from said join contact k on k.id = said.contact_id) said
                window before as (partition by contact order by at, who rows between unbounded preceding and 1 preceding)
            ),
            piece as (
                select contact, answers, min(people) as people, min(at) filter (where who = 0) as asked,
                    min(at) filter (where who >= 2) as answered, min(who) filter (where who >= 2) as who
                from line group by contact, answers
            ),
            handed as (
                select contact, people, min(at) filter (where who = 1) as handed, bool_or(who = 3) as taken from line group by contact, people
            ),
            wait as (
                select contact, case who when 3 then least(asked, handed) else asked end as since, answered, who
                from piece join handed using (contact, people) where who is not null
                union all
                select contact, min(since), null, null
                from (
                    select contact, asked as since from piece where who is null
                    union all select contact, handed from handed where not taken) open
                group by contact
            ),
            measured as (
                select case when who = 2 then 'bot' when who = 3 then 'human' else 'nobody' end as by, seconds,
                    row_number() over (partition by contact, who order by since) = 1 as first
                from (
                    select contact, since, case when answered <= since + interval '3 days' then who end as who,
                        case when answered <= since + interval '3 days' then extract(epoch from answered - since)::float8 end as seconds
                    from wait where since >= :from and since < :to) wait
            )
            select kind.by, count(m.by) as responses, round(percentile_cont(0.5) within group (order by seconds)::numeric, 3) as median_seconds,
                round(percentile_cont(0.9) within group (order by seconds)::numeric, 3) as p90_seconds, count(*) filter (where first) as first_responses,
                round((percentile_cont(0.5) within group (order by seconds) filter (where first))::numeric, 3) as first_median_seconds,
                round((percentile_cont(0.9) within group (order by seconds) filter (where first))::numeric, 3) as first_p90_seconds
            from unnest(array['bot', 'human', 'nobody']) with ordinality as kind (by, n) left join measured m using (by)
            group by kind.by, n order by n
            """;

    private final JdbcClient jdbc;

    Responses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param by who answered: bot, human, or nobody within three days
     * @param responses waits that ended so
     * @param firstResponses each customer's first of them
     */
    record Row(
            String by,
            long responses,
            @Nullable Double medianSeconds,
            @Nullable Double p90Seconds,
            long firstResponses,
            @Nullable Double firstMedianSeconds,
            @Nullable Double firstP90Seconds) {}

    @Override
    public String name() {
        return "responses";
    }

    @Override
    public Set<String> groupings() {
        return Set.of();
    }

    @Override
    public Table of(Period period, String by) {
        List<Row> rows = jdbc.sql(QUERY)
                .param("from", period.begin())
                .param("to", period.end())
                .query(Row.class)
                .list();
        return new Table(Row.class, rows, QUERY);
    }
}
