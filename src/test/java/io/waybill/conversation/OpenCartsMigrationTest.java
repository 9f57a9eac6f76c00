package io.waybill.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.database.TestDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenCartsMigrationTest {

    private final TestDatabase database = TestDatabase.empty();

    @Test
    void findsTheCartsThereAreAndRemindsNobodyOfThem() {
        flyway().target("58").load().migrate();
        conversation(1, "{\"cart\": {\"lines\": [{}, {}]}}");
        conversation(2, "{\"cart\": {\"lines\": [{}], \"sent\": true}}");
        conversation(3, "{\"vars\": {\"name\": \"\\u0000\"}, \"cart\": {\"lines\": [{}]}}");
        conversation(4, "{\"wait\": {}, \"vars\": {\"said\": \"cart\"}}");
        conversation(5, null);

        flyway().load().migrate();

        assertThat(database.jdbc()
                        .sql("select contact_id || ' has ' || lines from open_cart where reminded_at is not null")
                        .query(String.class)
                        .list())
                .containsExactly("1 has 2");
        assertThat(database.count("open_cart")).isEqualTo(1);
    }

    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(database.dataSource());
    }

    private void conversation(long contact, @Nullable String session) {
        database.jdbc()
                .sql("insert into contact (id, phone_number_id) overriding system value values (?, '1')")
                .param(contact)
                .update();
        database.jdbc()
                .sql("insert into conversation (contact_id, session, last_message_at) values (?, ?, now())")
                .params(contact, session)
                .update();
    }
}
