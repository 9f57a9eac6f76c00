package io.waybill.database;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one table keeps of people.
 *
 * @param rows a query of what is handed out, with {@code :contacts}; empty: nothing
 * @param erasing statements with {@code :contacts}, in their order
 */
public record PersonalRows(JdbcClient jdbc, String name, String rows, List<String> erasing) implements KeptOfPeople {

    private static final String CONTACTS = "contacts";

    public PersonalRows(JdbcClient jdbc, String name, String rows, String... erasing) {
        this(jdbc, name, rows, List.of(erasing));
    }

    @Override
    public List<String> of(List<Long> contacts) {
        return rows.isEmpty()
                ? List.of()
                : jdbc.sql("select cast(row_to_json(kept) as text) from (%s) kept".formatted(rows))
                        .param(CONTACTS, contacts.toArray(Long[]::new))
                        .query(String.class)
                        .list();
    }

    @Override
    public int erase(List<Long> contacts) {
        return erasing.stream()
                .mapToInt(statement -> jdbc.sql(statement)
                        .param(CONTACTS, contacts.toArray(Long[]::new))
                        .update())
                .sum();
    }
}
