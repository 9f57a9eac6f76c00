package io.waybill.outbox;

import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts messages by what Meta takes for them, each once, on the days of the store. */
public final class Costs {

    private final JdbcClient jdbc;
    private final Supplier<ZoneId> zone;

    /** @param zone where the days of the store begin */
    public Costs(JdbcClient jdbc, Supplier<ZoneId> zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** Messages of one day that cost the same. */
    public record Count(
            LocalDate day,
            String phoneNumberId,
            String category,
            String type,
            String country,
            boolean billable,
            long messages) {}

    /** Where the days of the store begin. */
    public ZoneId zone() {
        return zone.get();
    }

    /** Of the days from {@code from} to {@code to}, both included. */
    public List<Count> between(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select (priced_at at time zone :zone)::date as day, phone_number_id, price_category as category, price_type as type,
                            price_country as country, billable, count(*) as messages
                        from outbox
                        where priced_at >= :from::date::timestamp at time zone :zone
                          and priced_at < (:to::date + 1)::timestamp at time zone :zone
                        group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
                        """)
                .param("zone", zone().getId())
                .param("from", Date.valueOf(from))
                .param("to", Date.valueOf(to))
                .query(Count.class)
                .list();
    }
}
