package io.waybill.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what is known of contacts, for people. */
public final class ContactProfiles {

    private final JdbcClient jdbc;

    ContactProfiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the contact, or of the one it was merged into; empty when there is none. */
    public Optional<ContactProfile> of(long contactId) {
        return jdbc.sql("""
                        select k.id, k.phone_number_id, k.phone, k.user_id, k.name, k.marketing_stopped_at
                        from contact a join contact k on k.id = coalesce(a.merged_into, a.id) where a.id = ?
                        """).param(contactId).query((row, n) -> profile(row)).optional();
    }

    private ContactProfile profile(ResultSet row) throws SQLException {
        Timestamp stopped = row.getTimestamp("marketing_stopped_at");
        Contact contact = new Contact(
                row.getLong("id"),
                row.getString("phone_number_id"),
                row.getString("phone"),
                row.getString("user_id"),
                row.getString("name"));
        Map<String, Source> sources = sources(contact.id());
        return new ContactProfile(
                contact, stopped == null ? null : stopped.toInstant(), sources.get("first"), sources.get("last"));
    }

    private Map<String, Source> sources(long contactId) {
        return jdbc
                .sql("""
                        select place, at, source_type, source_id, headline, source_url, ctwa_clid
                        from contact_source where contact_id = ?
                        """)
                .param(contactId)
                .query((row, n) -> Map.entry(row.getString("place"), ContactSources.source(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
