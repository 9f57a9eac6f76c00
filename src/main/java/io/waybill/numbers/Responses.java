package io.waybill.numbers;

import io.waybill.outbox.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long customers wait until the bot or a person answers. */
final class Responses implements Report {

    /**
     * All that was said is one line per customer. A wait begins with what a customer says after an answer, and ends with the next one;
     * and it begins with a hand-over, and ends when somebody says something. Kinds: 0 customer, 1 hand-over, 2 bot, 3 human. What is not
     * said is found by its type, byte by byte: a regular expression would take five times as long.
     */
    private static final String QUERY = """
            with said as (
                select contact_id, received_at as at, 0 as who from inbox
                where received_at >= :from - interval '3 days' and received_at < :to + interval '3 days' and not starts_with(payload, '{"echo"')
                    and position('"type":"reaction"' in payload) = 0 and position('"type":"edit"' in payload) = 0
                    and position('"type":"revoke"' in payload) = 0 and position('"type":"pin"' in payload) = 0
                    and position('"type":"keep_in_chat"' in payload) = 0 and position('"type":"poll_update"' in payload) = 0
                    and position('"type":"system"' in payload) = 0
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
                select coalesce(k.merged_into, k.id) as contact, at, who from said join contact k on k.id = said.contact_id
            ),
            asked as (
                select contact, who as kind, at as since, lead(at) over next as answered, lead(who) over next as who
                from (
                    select contact, at, who, lag(who) over (partition by contact order by at, who) as last from line where who <> 1) talk
                where who = 0 and last is distinct from 0 or who > 1 and last = 0
                window next as (partition by contact order by at, who)
            ),
            handed as (
                select contact, who as kind, at as since, lead(at) over next as answered, lead(who) over next as who
                from (
                    select contact, at, who, lag(who) over (partition by contact order by at, who) as last from line where who in (1, 3)) talk
                where who = 1 and last is distinct from 1 or who = 3 and last = 1
                window next as (partition by contact order by at, who)
            ),
            human as (
                select contact, since, answered, who from asked where kind = 0 and who is distinct from 2
                union all select contact, since, answered, who from handed where kind = 1
            ),
            wait as (
                select contact, since, answered, who from asked where kind = 0 and who = 2
                union all select contact, min(since), answered, who from human group by contact, answered, who
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
