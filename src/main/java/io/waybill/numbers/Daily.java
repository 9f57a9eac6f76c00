package io.waybill.numbers;

import io.waybill.outbox.Costs;
import io.waybill.outbox.Costs.Count;
import io.waybill.outbox.Period;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages in and out, and those that Meta charges for, day by day. */
final class Daily implements Report {

    private static final String QUERY = """
            with message as (
                select received_at as at, 'received' as kind from inbox
                where received_at >= :from and received_at < :to and payload not like '{"echo"%'
                union all
                select o.sent_at, case when s.id is null then 'bot' else 'person' end
                from outbox o left join staff_message s on s.contact_id = o.contact_id and s.id = o.id
                where o.created_at >= :from - interval '7 days' and o.created_at < :to and o.sent_at >= :from and o.sent_at < :to
                union all
                select at, 'person' from journal
                where kind = 'seen' and at >= :from and at < :to and body like '{"type":"staff"%' and trace not like 'staff-%'
            ),
            counted as (
                select cast(at at time zone :zone as date) as day, count(*) filter (where kind = 'received') as received,
                    count(*) filter (where kind = 'bot') as sent_by_bot, count(*) filter (where kind = 'person') as sent_by_people
                from message group by 1
            )
            select cast(day as date) as day, coalesce(received, 0) as received, coalesce(sent_by_bot, 0) as sent_by_bot,
                coalesce(sent_by_people, 0) as sent_by_people
            from generate_series(:from at time zone :zone, (:to at time zone :zone) - interval '1 day', interval '1 day') as days (day)
                left join counted using (day)
            order by day
            """;

    private final JdbcClient jdbc;
    private final Costs costs;

    Daily(JdbcClient jdbc, Costs costs) {
        this.jdbc = jdbc;
        this.costs = costs;
    }

    /**
     * @param day such as 2026-11-21
     * @param received from customers, reactions and the like too
     * @param sentByPeople through Waybill or from the phone app
     * @param priced messages that Meta told the price of on that day
     * @param billable those of them that it charges for
     */
    record Row(String day, long received, long sentByBot, long sentByPeople, long priced, long billable) {}

    private record Messages(LocalDate day, long received, long sentByBot, long sentByPeople) {}

    private record Charges(long priced, long billable) {

        private static final Charges NONE = new Charges(0, 0);

        private static Charges of(Count count) {
            return new Charges(count.messages(), count.billable() ? count.messages() : 0);
        }

        private Charges plus(Charges other) {
            return new Charges(priced + other.priced, billable + other.billable);
        }
    }

    @Override
    public String name() {
        return "daily";
    }

    @Override
    public Set<String> groupings() {
        return Set.of();
    }

    @Override
    public Table of(Period period, String by) {
        Map<LocalDate, Charges> charges = new HashMap<>();
        costs.between(period.from(), period.to())
                .forEach(count -> charges.merge(count.day(), Charges.of(count), Charges::plus));
        List<Row> rows = jdbc
                .sql(QUERY)
                .param("from", period.begin())
                .param("to", period.end())
                .param("zone", period.zone().getId())
                .query(Messages.class)
                .list()
                .stream()
                .map(messages -> row(messages, charges.getOrDefault(messages.day(), Charges.NONE)))
                .toList();
        return new Table(Row.class, rows, QUERY);
    }

    private static Row row(Messages messages, Charges charges) {
        return new Row(
                messages.day().toString(),
                messages.received(),
                messages.sentByBot(),
                messages.sentByPeople(),
                charges.priced(),
                charges.billable());
    }
}
