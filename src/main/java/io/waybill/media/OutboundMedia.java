package io.waybill.media;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Graph's ids of files that were uploaded: one for each content and number. */
final class OutboundMedia {

    private final JdbcClient jdbc;

    OutboundMedia(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A content as one number sends it. */
    record Key(String sha256, String phoneNumberId) {}

    record GraphId(String id, Instant expiresAt) {}

    Optional<GraphId> find(Key key) {
        return jdbc.sql("select media_id, expires_at from outbound_media where sha256 = ? and phone_number_id = ?")
                .params(key.sha256(), key.phoneNumberId())
                .query((row, n) -> new GraphId(
                        row.getString("media_id"),
                        row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    void save(Key key, GraphId id) {
        jdbc.sql("""
                        insert into outbound_media (sha256, phone_number_id, media_id, expires_at) values (?, ?, ?, ?)
                        on conflict (sha256, phone_number_id) do update
                        set media_id = excluded.media_id, expires_at = excluded.expires_at
                        """)
                .params(
                        key.sha256(),
                        key.phoneNumberId(),
                        id.id(),
                        id.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Another id that was got meanwhile stays. */
    void forget(Key key, String id) {
        jdbc.sql("delete from outbound_media where sha256 = ? and phone_number_id = ? and media_id = ?")
                .params(key.sha256(), key.phoneNumberId(), id)
                .update();
    }
}
