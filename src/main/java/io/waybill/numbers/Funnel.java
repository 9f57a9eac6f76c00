package io.waybill.numbers;

import io.waybill.outbox.Period;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many customers began something, put something into the cart, ordered, and got it. */
final class Funnel implements Report {

    /**
     * What a turn was is read with {@code split_part}: as JSON it would take three times as long. Orders are told by flow when they
     * were made at most 31 days before the period.
     */
    private static final String QUERY = """
            with marked as materialized (
                select contact_id, at >= :from as inside, split_part(split_part(head, '"started":["', 2), '"]', 1) as started,
                    split_part(split_part(head, '"in":"', 2), '"', 1) as flow, position('"cart":' in head) > 0 as cart,
                    split_part(split_part(head, '"orders":"', 2), '"', 1) as key
                from (
                    select contact_id, at, split_part(body, '}', 1) as head from journal
                    where kind = 'turn' and at >= :from - interval '31 days' and at < :to) turn
                where at >= :from and (position('"started":' in head) > 0 or position('"cart":' in head) > 0)
                   or position('"orders":' in head) > 0
                group by 1, 2, 3, 4, 5, 6
            ),
            made as (select key, min(flow) as flow from marked where key <> '' group by key),
            reported as (
                select external_order_id, min(at) filter (where after = 'delivered') as delivered,
                    min(at) filter (where after in ('confirmed', 'preparing', 'shipped', 'ready', 'delivered')) as confirmed
                from order_event where kind in ('created', 'status') group by external_order_id
            ),
            life as (
                select o.contact_id, o.source, coalesce(made.flow, '') as flow, o.created_at as ordered, confirmed, delivered
                from order_reference o
                    left join made on made.key = o.client_reference
                    left join reported using (external_order_id)
            ),
            reached as (
                select contact_id, 'started' as stage, regexp_split_to_table(started, '","') as flow, 'whatsapp' as source
                from marked where inside and started <> ''
                union all select contact_id, 'filled', flow, 'whatsapp' from marked where inside and cart
                union all select contact_id, 'ordered', flow, source from life where ordered >= :from and ordered < :to
                union all select contact_id, 'confirmed', flow, source from life where confirmed >= :from and confirmed < :to
                union all select contact_id, 'delivered', flow, source from life where delivered >= :from and delivered < :to
            ),
            whose as (
                select coalesce(k.merged_into, k.id) as contact, stage, flow, source
                from reached r join contact k on k.id = r.contact_id
            ),
            led as (
                select distinct on (contact) contact, source_type
                from (
                    select coalesce(k.merged_into, k.id) as contact, s.at, s.source_type
                    from contact_source s join contact k on k.id = s.contact_id where s.at < :to) source
                order by contact, at desc
            ),
            counted as (
                select distinct %s as name, %s as source, stage, contact from whose left join led using (contact)
            ),
            version as (
                select flow || '@' || revision as name, max(version) as version from flow_publication group by flow, revision
            )
            select split_part(name, '@', 1) as name, split_part(name, '@', 2) as revision, version, source,
                count(*) filter (where stage = 'started') as started, count(*) filter (where stage = 'filled') as filled,
                count(*) filter (where stage = 'ordered') as ordered, count(*) filter (where stage = 'confirmed') as confirmed,
                count(*) filter (where stage = 'delivered') as delivered
            from counted left join version using (name)
            group by name, version, source order by started desc, ordered desc, name, source
            """;

    /** What made the order: the revision of a flow, or whoever it came from when no conversation made it. */
    private static final String FLOW = "case source when 'whatsapp' then flow else source end";

    private static final String SOURCE =
            "case when source <> 'whatsapp' then source when source_type = 'ad' then 'advertisement' else coalesce(source_type, 'none') end";
    private static final String NONE = "cast(null as text)";
    private static final Map<String, String> QUERIES = Map.of(
            "", QUERY.formatted("'all'", NONE),
            "flow", QUERY.formatted(FLOW, NONE),
            "source", QUERY.formatted(SOURCE, NONE),
            "flow-source", QUERY.formatted(FLOW, SOURCE),
            "order-source", QUERY.formatted("source", NONE));

    private final JdbcClient jdbc;

    Funnel(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Customers who came to each stage.
     *
     * @param name what they are counted by: all, the id of a flow (empty: not known), or a source
     * @param revision of the flow; empty where it is not counted by flow, and where no flow made the order
     * @param version as which the revision was published last; null: not at all
     * @param source null where it is not counted by flow and source
     */
    record Row(
            String name,
            String revision,
            @Nullable Integer version,
            @Nullable String source,
            long started,
            long filled,
            long ordered,
            long confirmed,
            long delivered) {}

    @Override
    public String name() {
        return "funnel";
    }

    @Override
    public Set<String> groupings() {
        return Set.of("flow", "source", "flow-source", "order-source");
    }

    @Override
    public Table of(Period period, String by) {
        String query = QUERIES.get(by);
        return new Table(
                Row.class,
                jdbc.sql(query)
                        .param("from", period.begin())
                        .param("to", period.end())
                        .query(Row.class)
                        .list(),
                query);
    }
}
