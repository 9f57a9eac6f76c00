package io.waybill.numbers;

import io.waybill.outbox.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often customers ask where their order is: what a shop that tells them by itself has less of. */
final class StatusQuestions implements Report {

    private static final String QUERY = """
            with asked as (
                select %1$s as name, count(*) as questions
                from (
                    select at, regexp_split_to_table(split_part(split_part(head, '"started":["', 2), '"]', 1), '","') as flow
                    from (select at, split_part(body, '}', 1) as head from journal where kind = 'turn' and at >= :from and at < :to) turn
                    where position('"started":' in head) > 0) started
                where split_part(flow, '@', 1) = any(:flows)
                group by 1
            ),
            ordered as (
                select %2$s as name, count(*) as orders from order_reference where created_at >= :from and created_at < :to group by 1
            )
            select name, coalesce(questions, 0) as questions, coalesce(orders, 0) as orders,
                round(100.0 * coalesce(questions, 0) / orders, 1) as per_hundred_orders
            from (%3$s) as names (name) left join asked using (name) left join ordered using (name)
            order by name
            """;

    private static final Map<String, String> QUERIES = Map.of(
            "", QUERY.formatted("'all'", "'all'", "select 'all'"),
            "day", QUERY.formatted(day("at"), day("created_at"), """
                    select to_char(day, 'YYYY-MM-DD') from generate_series(
                        :from at time zone :zone, (:to at time zone :zone) - interval '1 day', interval '1 day') day"""));

    private final JdbcClient jdbc;
    private final List<String> flows;

    /** @param flows ids of those that answer the question */
    StatusQuestions(JdbcClient jdbc, List<String> flows) {
        this.jdbc = jdbc;
        this.flows = List.copyOf(flows);
    }

    private static String day(String time) {
        return "to_char(%s at time zone :zone, 'YYYY-MM-DD')".formatted(time);
    }

    /**
     * @param name all, or the day
     * @param perHundredOrders null: nothing was ordered
     */
    record Row(
            String name,
            long questions,
            long orders,
            @Nullable BigDecimal perHundredOrders) {}

    @Override
    public String name() {
        return "status-questions";
    }

    @Override
    public Set<String> groupings() {
        return Set.of("day");
    }

    @Override
    public Table of(Period period, String by) {
        String query = QUERIES.get(by);
        List<Row> rows = jdbc.sql(query)
                .param("from", period.begin())
                .param("to", period.end())
                .param("zone", period.zone().getId())
                .param("flows", flows.toArray(String[]::new))
                .query(Row.class)
                .list();
        return new Table(Row.class, rows, query);
    }
}
