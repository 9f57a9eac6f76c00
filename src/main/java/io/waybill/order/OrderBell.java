package io.waybill.order;

import io.waybill.live.LiveEvents;
import io.waybill.live.NewRows;
import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Tells the browsers of this node that something happened to an order, whichever node it happened on: each line of a timeline once. */
class OrderBell {

    private static final Logger log = LoggerFactory.getLogger(OrderBell.class);

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final LiveEvents live;
    private NewRows<Line> fresh = new NewRows<>(0, Line::id);

    OrderBell(JdbcClient jdbc, LiveEvents live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    /**
     * What a browser is told; it asks for the rest itself.
     *
     * @param order the ERP's id of it
     * @param kind as it stands in the timeline: created, status, payment …
     */
    record News(String order, String kind) {}

    private record Line(long id, String order, String kind) {}

    /** Before anybody can listen here: the first look is a second away, and what comes until then is news. */
    @PostConstruct
    void begin() {
        fresh = new NewRows<>(latest(), Line::id);
    }

    /** At most a second after the commit: one look at the end of the table, along its key. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            fresh.found(this::after).forEach(this::tell);
        } catch (DataAccessException e) {
            log.warn("Open consoles hear of no news of orders until the database answers: {}", e.getMessage());
        }
    }

    private long latest() {
        return jdbc.sql("select coalesce(max(id), 0) from order_event")
                .query(Long.class)
                .single();
    }

    private List<Line> after(long id) {
        return jdbc.sql("select id, external_order_id, kind from order_event where id > ? order by id limit ?")
                .params(id, AT_ONCE)
                .query((row, n) ->
                        new Line(row.getLong("id"), row.getString("external_order_id"), row.getString("kind")))
                .list();
    }

    private void tell(Line line) {
        live.tell("order", new News(line.order(), line.kind()));
    }
}
