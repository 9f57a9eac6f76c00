package io.waybill.inbox;

import io.waybill.message.Referral;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first and the last advertisement or post that each contact came by. */
final class ContactSources {

    private final JdbcClient jdbc;

    ContactSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a row with the columns of {@code contact_source}. */
    static Source source(ResultSet row) throws SQLException {
        return new Source(
                new Referral(
                        row.getString("source_type"),
                        row.getString("source_id"),
                        row.getString("headline"),
                        row.getString("source_url"),
                        row.getString("ctwa_clid")),
                row.getTimestamp("at").toInstant());
    }

    /** In the caller's transaction. */
    void add(long contactId, Referral referral, Instant at) {
        jdbc.sql("""
                        insert into contact_source (contact_id, place, at, source_type, source_id, headline, source_url, ctwa_clid)
                        select :contact, place, to_timestamp(:at), :type, :id, :headline, :url, :click
                        from unnest(array['first', 'last']) as p (place)
                        on conflict (contact_id, place) do update
                        set at = excluded.at, source_type = excluded.source_type, source_id = excluded.source_id,
                            headline = excluded.headline, source_url = excluded.source_url, ctwa_clid = excluded.ctwa_clid
                        where contact_source.place = 'last' and excluded.at >= contact_source.at
                        """)
                .param("contact", contactId)
                .param("at", at.toEpochMilli() / 1000.0)
                .param("type", referral.sourceType(), Types.VARCHAR)
                .param("id", referral.sourceId(), Types.VARCHAR)
                .param("headline", referral.headline(), Types.VARCHAR)
                .param("url", referral.sourceUrl(), Types.VARCHAR)
                .param("click", referral.clickId(), Types.VARCHAR)
                .update();
    }
}
