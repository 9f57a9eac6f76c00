package io.waybill.simulator;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the simulated people and what their phones show, so that a restart changes nothing. */
final class SimulatorStore {

    private static final int SHOWN = 200;
    private static final String[] NAMES = {
        "Amina Yusuf", "Brian Otieno", "Chao Wanjiku", "Daudi Mwangi", "Esther Njeri", "Farah Ali", "Grace Achieng"
    };

    private final JdbcClient jdbc;
    private final Clock clock;

    SimulatorStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All customers, the first made on first use. */
    List<SimulatedCustomer> customers() {
        List<SimulatedCustomer> customers = jdbc.sql(
                        "select id, name, phone, user_id from simulator_customer order by created_at, id")
                .query(SimulatedCustomer.class)
                .list();
        return customers.isEmpty() ? List.of(add(false)) : customers;
    }

    SimulatedCustomer add(boolean hiddenNumber) {
        int number = jdbc.sql("select count(*) + 1 from simulator_customer")
                .query(Integer.class)
                .single();
        String digits = "254700%06d".formatted(number);
        SimulatedCustomer customer = new SimulatedCustomer(
                digits,
                NAMES[(number - 1) % NAMES.length],
                hiddenNumber ? null : "+" + digits,
                "KE.%d".formatted(1_000_000_000L + number));
        int added = jdbc.sql("""
                        insert into simulator_customer (id, name, phone, user_id, created_at) values (?, ?, ?, ?, to_timestamp(?))
                        on conflict do nothing
                        """)
                .params(customer.id(), customer.name(), customer.phone(), customer.userId(), seconds(clock.instant()))
                .update();
        return added == 1 ? customer : find(customer.id()).orElseThrow();
    }

    Optional<SimulatedCustomer> find(String id) {
        return jdbc.sql("select id, name, phone, user_id from simulator_customer where id = ?")
                .param(id)
                .query(SimulatedCustomer.class)
                .optional();
    }

    /** By what a message to Graph names: a phone number with plus, or a user id. */
    Optional<SimulatedCustomer> recipient(String to) {
        return jdbc.sql(
                        "select id, name, phone, user_id from simulator_customer where phone = ? or user_id = ? or '+' || id = ?")
                .params(to, to, to)
                .query(SimulatedCustomer.class)
                .optional();
    }

    void keep(String wamid, String customerId, String direction, String wire) {
        jdbc.sql("""
                        insert into simulator_message (wamid, customer_id, direction, at, wire) values (?, ?, ?, to_timestamp(?), ?)
                        """)
                .params(wamid, customerId, direction, seconds(clock.instant()), wire)
                .update();
    }

    void keepMedia(String id, String customerId, PhoneInput.File file) {
        jdbc.sql("""
                        insert into simulator_media (id, customer_id, filename, mime, bytes, created_at)
                        values (?, ?, ?, ?, ?, to_timestamp(?))
                        """)
                .params(id, customerId, file.filename(), file.mime(), file.base64(), seconds(clock.instant()))
                .update();
    }

    Optional<PhoneInput.File> media(String id) {
        return jdbc.sql("select filename, mime, bytes from simulator_media where id = ?")
                .param(id)
                .query((row, n) ->
                        new PhoneInput.File(row.getString("filename"), row.getString("mime"), row.getBytes("bytes")))
                .optional();
    }

    void status(String wamid, String status) {
        jdbc.sql("update simulator_message set status = ? where wamid = ?")
                .params(status, wamid)
                .update();
    }

    /** The latest messages, oldest first. */
    List<Message> messages(String customerId) {
        return jdbc.sql("""
                        select wamid, direction, at, wire, status from (
                            select * from simulator_message where customer_id = ? order by seq desc limit ?) latest
                        order by seq
                        """)
                .params(customerId, SHOWN)
                .query((row, n) -> new Message(
                        row.getString("wamid"),
                        row.getString("direction"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("wire"),
                        row.getString("status")))
                .list();
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1000.0;
    }

    /** @param wire JSON as sent: an element of a webhook, or a body for Graph */
    record Message(
            String wamid,
            String direction,
            Instant at,
            String wire,
            @Nullable String status) {}
}
