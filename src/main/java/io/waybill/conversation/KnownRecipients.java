package io.waybill.conversation;

import io.waybill.flow.Session;
import io.waybill.inbox.Contact;
import io.waybill.outbox.Recipients;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers as their conversations know them. */
final class KnownRecipients implements Recipients {

    private final JdbcClient jdbc;

    KnownRecipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Known> hold(Collection<Long> contactIds) {
        return jdbc.sql("""
                        select a.id as contact_id, c.last_message_at, c.session, k.phone_number_id, k.phone, k.user_id, k.name
                        from contact a join conversation c on c.contact_id = coalesce(a.merged_into, a.id)
                        join contact k on k.id = c.contact_id
                        where a.id = any(?) order by c.contact_id for update of c
                        """)
                .param(contactIds.toArray(Long[]::new))
                .query(KnownRecipients::known)
                .list();
    }

    private static Known known(ResultSet row, int n) throws SQLException {
        Timestamp wrote = row.getTimestamp("last_message_at");
        String chosen = chosenLanguage(row.getString("session"));
        String language = chosen != null
                ? chosen
                : HomeLanguage.of(new Contact(
                        row.getLong("contact_id"),
                        row.getString("phone_number_id"),
                        row.getString("phone"),
                        row.getString("user_id"),
                        row.getString("name")));
        return new Known(
                row.getLong("contact_id"),
                wrote == null ? null : wrote.toInstant(),
                Objects.requireNonNullElse(language, ""));
    }

    private static @Nullable String chosenLanguage(@Nullable String session) {
        return session == null ? null : Session.fromJson(session).language();
    }
}
