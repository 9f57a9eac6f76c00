package io.waybill.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How fast Meta lets each number of ours send since it raised it, across restarts; never slower than configured. */
public final class NumberPaces {

    private final JdbcClient jdbc;
    private final NumberLimits limits;
    private final Clock clock;

    NumberPaces(JdbcClient jdbc, NumberLimits limits, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
        look();
    }

    /** Takes over what another node has heard. */
    public void look() {
        jdbc.sql("select phone_number_id, messages_per_second from number_pace").query(row -> {
            limits.raise(row.getString("phone_number_id"), row.getInt("messages_per_second"));
        });
    }

    /** From now on: at once on this node, and with their next {@link #look} on others. */
    public void raise(String phoneNumberId, int messagesPerSecond) {
        jdbc.sql("""
                        insert into number_pace (phone_number_id, messages_per_second, since) values (?, ?, ?)
                        on conflict (phone_number_id) do update set messages_per_second = excluded.messages_per_second
                        """)
                .params(phoneNumberId, messagesPerSecond, Timestamp.from(clock.instant()))
                .update();
        limits.raise(phoneNumberId, messagesPerSecond);
    }
}
